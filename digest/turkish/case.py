"""Case, comparison keys, order and slugs of Turkish text."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import combining, is_normalized, normalize

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_JOINER = "(?<![\u2190-\U0010ffff])\u200d"
"""A zero-width joiner, but for those between two emoji, which would fall apart."""

_FOLDS = (
    ("'", "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`\uff07"),
    ('"', "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"),
    ("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"),
    ("...", "\u2026"),
)
_LETTERS = (
    ("c", "ç"), ("g", "ğ"), ("i", "ıî"), ("o", "öø"), ("s", "ş"), ("u", "üû"), ("a", "â"),
    ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("d", "đð"), ("l", "ł"), ("th", "þ"), ("e", "ə"),
    ("h", "ħ"), ("n", "ŋ"),
)  # fmt: skip
"""Turkish letters, and those that Unicode does not take apart into an ASCII letter and a mark."""

_ALPHABET = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
_ORDER = {ord(letter): chr(0x80 + at) for at, letter in enumerate(_ALPHABET)}


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def clean(text: str) -> str:
    """Return the text in NFC, with odd spaces as spaces and without invisible characters.

    Line breaks, runs of spaces and spaces at the ends stay.
    """
    if text.isascii():
        return text
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if not _pattern(f"[{_SPACES}{_INVISIBLE}\u200d]").search(text):
        return text
    text = _pattern(f"[{_SPACES}]").sub(" ", text)
    return normalize("NFC", _pattern(f"[{_INVISIBLE}]|{_JOINER}").sub("", text))


def lower(text: str) -> str:
    """Return the text in lower case, by Turkish rules: I to ı, İ to i."""
    return text.replace("I\u0307", "i").replace("İ", "i").replace("I", "ı").lower()


def upper(text: str) -> str:
    """Return the text in capitals, by Turkish rules: ı to I, i to İ."""
    return text.replace("i\u0307", "İ").replace("i", "İ").upper()


def fold(text: str) -> str:
    """Return a key under which texts compare equal that differ in no way a reader minds.

    Case, kinds of quotes, dashes and ellipses, invisible characters and runs of spaces
    are folded. The key is itself a text, and folding it again changes nothing.
    """
    text = lower(clean(text))
    if "\u0307" in text:
        text = _pattern("i\u0307+").sub("i", text)
    text = _replace(text, _FOLDS)
    text = " ".join(text.split())
    return text if text.isascii() else normalize("NFC", text)


def plain(text: str) -> str:
    """Return `fold` with ASCII letters: one key for ışık, Işık, isik and IŞIK.

    Letters of other scripts stay, apostrophes and what follows them too. Making a key of a
    key changes nothing.
    """
    found = _replace(fold(text), _LETTERS)
    if not found.isascii():
        parts = normalize("NFKD", found)
        found = " ".join("".join(char for char in parts if not combining(char)).split())
        # What was taken apart may be capitals (🄐), quotes (ŉ) or another of the letters (ǣ).
        return found if found == text else plain(found)
    return found


def _replace(text: str, table: tuple[tuple[str, str], ...]) -> str:
    """Put one text for each of several letters: many times as fast as `str.translate`."""
    if text.isascii() and "`" not in text:
        return text
    for new, letters in table:
        for letter in letters:
            text = text.replace(letter, new)
    return text


def words(text: str) -> tuple[str, ...]:
    """Return the plain words of a text, each without an apostrophe and what follows it."""
    found = _pattern(r"[^\W_]+(?:'[^\W_]+)*").findall(plain(text))
    return tuple(word.partition("'")[0] for word in found)


def sort_key(text: str) -> tuple[str, str, str]:
    """Return a key that sorts as a Turkish dictionary does.

    Letters go by the Turkish alphabet, q w x in their Latin places; other accents (â î û)
    count only between words that are equal without them, case only after that. Digits
    stand before letters, and quotes count for nothing. Two different texts never tie.
    """
    folded = fold(text)
    letters = "".join(_base(char) for char in folded if char not in "\"'")
    return letters.translate(_ORDER), folded, text


def _base(char: str) -> str:
    if char.isascii() or ord(char) in _ORDER:
        return char
    parts = normalize("NFKD", char)
    return "".join(part for part in parts if not combining(part)) or char


def slug(text: str, limit: int = 80) -> str:
    """Return the text as a part of an address: a-z, 0-9 and single hyphens.

    At most `limit` characters, cut between words unless the first alone is longer.
    Apostrophes vanish. Empty when the text has no letter or digit that ASCII can show.
    """
    whole = re.sub(r"[^a-z0-9]+", "-", plain(text).replace("'", "")).strip("-")
    if len(whole) <= limit:
        return whole
    cut = whole[: max(limit, 0) + 1]
    return (cut[: cut.rfind("-")] if "-" in cut else cut[:limit]).strip("-")
