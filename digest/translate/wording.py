"""How the words of an answer relate to those of the question: copied, repeated, too few. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import east_asian_width

from digest import turkish
from digest.translate.language import Language, known_languages

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME = re.compile(r"(?<![\w'’])([^\W\d_a-zçğıöşü]\w+)['’]\w+")
_LOOP = re.compile(r"(.{2,24}?)\1{7,}|(\w)\2{9,}")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_COPIED = 4
"""Words in a row that no translation shares with its original, names aside."""


def copied(question: str, answer: str, source: Language, names: str = "") -> str:
    """Return words of the question that came back as they were, or nothing when all is well.

    Names may: words with a capital, and those that `names` has. So may words that both
    languages share, unless there are many of them in a row or they are all that there is;
    and what a Turkish text, say, quotes in English.
    """
    ours, theirs = _WORD.findall(question), _words(answer)
    keys, there, kept = [_key(word) for word in ours], set(theirs), set(_words(names))
    small = [
        word.islower() and len(word) > 1 and key not in kept
        for word, key in zip(ours, keys, strict=True)
    ]
    lone = [word for word, key, low in zip(ours, keys, small, strict=True) if low and key in there]
    if len(lone) >= _COPIED - 1:
        matcher = SequenceMatcher(None, keys, theirs, autojunk=False)
        for start, _, size in matcher.get_matching_blocks():
            row = slice(start, start + size)
            if size >= _COPIED and sum(small[row]) >= _COPIED - 1:
                if _is_foreign(keys[row], source):
                    continue
                return " ".join(ours[row])
    telling = [word for word in lone if not word.isascii() or len(lone) > 2]
    all_of_it = telling and len(lone) * 5 >= sum(small) * 4
    return " ".join(lone) if all_of_it and not _is_foreign(keys, source) else ""


def _is_foreign(words: Sequence[str], source: Language) -> bool:
    """Say whether words are in another language than the original's, by its commonest ones."""
    hits = {of.code: sum(word in of.common for word in words) for of in known_languages()}
    own = hits.pop(source.code.partition("-")[0], 0)
    return max(hits.values(), default=0) > own


def _words(text: str) -> list[str]:
    return _WORD.findall(_key(text))


def _key(word: str) -> str:
    return turkish.lower(word).replace("’", "'")


def repeated(text: str, most: int = 3) -> str:
    """Return words, or a sentence, that the text says more than `most` times in a row."""
    text = " ".join(text.split())
    words = text.casefold().split(" ")
    often = max(Counter(words).values()) > most
    for size in range(1, 13 if often else 0):
        at = _run(words, size, most)
        if at is not None:
            return " ".join(words[at : at + size])
    sentences = [one.casefold() for one in _SENTENCE.split(text) if len(one) > 15]
    loop = next((one for one in sentences if sentences.count(one) > most), "")
    return loop or next((word[:24] for word in words if len(word) > 18 and _LOOP.search(word)), "")


def _run(words: Sequence[str], size: int, most: int) -> int | None:
    """Return where `size` words begin that stand there more than `most` times in a row."""
    same = 0
    for at in range(len(words) - size):
        same = same + 1 if words[at] == words[at + size] else 0
        if same >= size * most and any(map(str.isalnum, words[at])):
            return at + size - same
    return None


def width(text: str) -> int:
    """Return the length of a text in letters; one of Chinese or Japanese says as much as three."""
    wide = _wide(text) if max(text, default="") >= "\u1100" else 0
    return len(text) - sum(map(text.count, " \n")) + 2 * wide


def _wide(text: str) -> int:
    return sum(east_asian_width(char) in "WF" for char in text)


def names(text: str, of: Language) -> tuple[str, ...]:
    """Return names that a translation keeps, or at least their sound: Lavrov'un, Doha'daki.

    In Turkish an apostrophe parts a name from its suffix. Names of several words are left out,
    as are acronyms and what `exonyms` lists: those are often translated.
    """
    if not of.turkish:
        return ()
    found = []
    for match in _NAME.finditer(text):
        name, before = match[1], text[: match.start()].rstrip()
        key = of.lower(name)
        dated = any(key in months for months in of.months) or key in of.weekdays
        after_name = bool(re.search(r"(?<!\w)[^\W\d_a-zçğıöşü]\w*$", before)) and not _starts(
            before
        )
        if not (dated or after_name or name.isupper() or key in of.exonyms):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _starts(before: str) -> bool:
    """Say whether the last word before a name begins a sentence: its capital says nothing."""
    return re.search(r"(?:^|[.!?:“\"]\s*)\w+$", before) is not None


def is_latin(text: str) -> bool:
    """Say whether a text is in Latin letters for the most part."""
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" for char in letters) * 2 > len(letters)


def resembles(name: str, text: str) -> bool:
    """Say whether a name, or what another language makes of it, is among the words of a text."""
    key = turkish.plain(name)
    for word in turkish.words(text):
        if word[:3] == key[:3] or (
            word[:1] == key[:1] and SequenceMatcher(None, word, key, autojunk=False).ratio() >= 0.5
        ):
            return True
    return False
