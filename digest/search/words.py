"""Text → the words that it can be found by. static/search-words.js does the same: change both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from digest import turkish

LONGEST = 30
"""Letters of a word that count."""

_CODE = "cp1254"
"""Has every letter of Turkish and English, and most of what else their papers print."""

_SINGLE = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")


def words(text: str) -> set[str]:
    """Return the folded words of a text: `Lavrov’un IŞIĞI` gives lavrov and isigi.

    What follows an apostrophe is cut off, but for O’Brien and L’Équipe, which are one word.
    A single ASCII letter or digit is none.
    """
    found = set(_words(text))
    found.difference_update(_SINGLE)
    if max(map(len, found), default=0) > LONGEST:
        return {word[:LONGEST] for word in found}
    return found


def _words(text: str) -> Iterable[str]:
    folded = _folded(text)
    if folded is None:
        return _first_parts().findall(_elisions().sub("", turkish.plain(text).lower()))
    if "'" in folded:
        folded = _suffixes().sub(" ", _elisions().sub("", folded)).replace("'", " ")
    return folded.split()


# Each begins with the apostrophe, for which a text is looked through quickly.


@cache
def _elisions() -> re.Pattern[str]:
    return re.compile(r"'(?<=(?<![^\W_])[^\W_]')(?=[^\W_])")


@cache
def _suffixes() -> re.Pattern[str]:
    return re.compile("'(?<=[0-9a-z]')[0-9a-z]+")


@cache
def _first_parts() -> re.Pattern[str]:
    return re.compile(r"([^\W_]+)(?:'[^\W_]+)*")


def _folded(text: str) -> str | None:
    """Return `turkish.plain` of a text with spaces for all that is no part of a word.

    Letter by letter, and so several times as quick. None where that is not enough: where a
    letter becomes two (ß), or is not in the code.
    """
    table, gone = _table()
    try:
        folded = text.encode(_CODE).translate(table, gone)
    except UnicodeEncodeError:
        return None
    return None if b"\0" in folded else folded.decode("ascii")


@cache
def _table() -> tuple[bytes, bytes]:
    """Return what becomes of each letter of the code, 0 for what stands apart; and what goes."""
    table, gone = bytearray(256), bytearray()
    for code in range(256):
        folded = turkish.plain(f"a{bytes([code]).decode(_CODE, 'replace')}a")[1:-1]
        if not folded:
            gone.append(code)
        elif folded == "'" or folded in _SINGLE:
            table[code] = ord(folded)
        elif not any(char.isalnum() or char == "'" for char in folded):
            table[code] = ord(" ")
    return bytes(table), bytes(gone)
