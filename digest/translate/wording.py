"""How the words of an answer relate to those of the question: copied, repeated, too few. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import east_asian_width

from digest import turkish

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_COPIED = 4
"""Words in a row that no translation shares with its original, names aside."""


def copied(question: str, answer: str, names: str = "") -> str:
    """Return words of the question that came back as they were, or nothing when all is well.

    Names may: words with a capital, and those that `names` has. So may words that both
    languages share, unless there are many of them in a row or they are all that there is.
    """
    kept = set(_words(names))
    ours, theirs = _WORD.findall(question), _words(answer)
    keys = [_key(word) for word in ours]
    small = [word.islower() and len(word) > 1 and key not in kept for word, key in zip(ours, keys)]
    matcher = SequenceMatcher(None, keys, theirs, autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        if size >= _COPIED and sum(small[start : start + size]) >= _COPIED - 1:
            return " ".join(ours[start : start + size])
    there = set(theirs)
    lone = [word for word, key, low in zip(ours, keys, small) if low and key in there]
    telling = [word for word in lone if not word.isascii() or len(lone) > 2]
    return " ".join(lone) if telling and len(lone) * 5 >= sum(small) * 4 else ""


def _words(text: str) -> list[str]:
    return [_key(word) for word in _WORD.findall(text)]


def _key(word: str) -> str:
    return turkish.lower(word).replace("’", "'")


def repeated(text: str, most: int = 3) -> str:
    """Return words, or a sentence, that the text says more than `most` times in a row."""
    words = [word.casefold() for word in re.findall(r"\S+", text)]
    for size in range(1, 13):
        at = _run(words, size, most)
        if at is not None:
            return " ".join(words[at : at + size])
    sentences = [one.casefold() for one in _SENTENCE.split(text) if len(one) > 15]
    loop = next((one for one in sentences if sentences.count(one) > most), "")
    letters = re.search(r"(.{2,24}?)\1{8,}|(\w)\2{9,}", text)
    return loop or (letters[0][:24] if letters else "")


def _run(words: Sequence[str], size: int, most: int) -> int | None:
    """Return where `size` words begin that stand there more than `most` times in a row."""
    same = 0
    for at in range(len(words) - size):
        same = same + 1 if words[at] == words[at + size] else 0
        if same >= size * most and any(map(str.isalnum, words[at])):
            return at + size - same
    return None


def width(text: str) -> int:
    """Return the length of a text in letters; a sign of Chinese or Japanese says as much as three."""
    return sum(3 if east_asian_width(char) in "WF" else 1 for char in text if not char.isspace())


def names(text: str) -> tuple[str, ...]:
    """Return what is surely a name in Turkish text: a capital, and a suffix behind an apostrophe."""
    found = re.findall(r"(?<![\w'’])([^\W\d_]\w+)['’]\w+", text)
    return tuple(dict.fromkeys(name for name in found if name[0].isupper()))


def resembles(name: str, text: str) -> bool:
    """Say whether a name, or what another language makes of it, is among the words of a text."""
    key = turkish.plain(name)
    for word in turkish.words(text):
        if word[:3] == key[:3] or (
            word[:1] == key[:1] and SequenceMatcher(None, word, key, autojunk=False).ratio() >= 0.5
        ):
            return True
    return False
