"""Which language a text is in, by its most frequent words. Good for 25 words or more.

words/LANG.txt has a language's words; its first line is `# 0.40`, the share that they have of
an ordinary news text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources
from typing import NamedTuple

SHORTEST = 25
"""Words from which on a text can be judged."""

_WORD = re.compile(r"[^\W\d_]+")
_CLEAR = 2.0
"""How much likelier than any other a language must be."""
_LIKE = 0.45
"""How much of its usual share of frequent words a text in a language has at least."""


class Count(NamedTuple):
    """The words of a text, and how many of them are frequent in each language."""

    words: int
    hits: Counter[str]

    def __add__(self, other: object) -> Count:
        """Return the count of two texts together."""
        assert isinstance(other, Count)
        return Count(self.words + other.words, self.hits + other.hits)


def count(text: str) -> Count:
    """Return the count of a text."""
    known = _languages_by_word()
    words = _WORD.findall(text.replace("İ", "i").lower())
    hits = Counter(lang for word in words if word in known for lang in known[word])
    return Count(len(words), hits)


def language(counted: Count) -> str:
    """Return the language of a text, or nothing where that is not clear."""
    if counted.words < SHORTEST:
        return ""
    usual = _usual_shares()
    likeness = sorted(
        ((counted.hits[lang] / counted.words / share, lang) for lang, share in usual.items()),
        reverse=True,
    )
    (best, lang), (second, _) = likeness[:2]
    return lang if best >= _LIKE and best >= _CLEAR * second else ""


@cache
def _files() -> dict[str, str]:
    folder = resources.files("digest.audit") / "words"
    return {
        path.name.removesuffix(".txt"): path.read_text("utf-8")
        for path in folder.iterdir()
        if path.name.endswith(".txt")
    }


@cache
def _usual_shares() -> dict[str, float]:
    return {lang: float(text.split("\n", 1)[0].strip("# ")) for lang, text in _files().items()}


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for lang, text in sorted(_files().items()):
        for word in text.split("\n", 1)[1].split():
            found[word] = (*found.get(word, ()), lang)
    return found
