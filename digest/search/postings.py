r"""Which stories a word stands in, as a line of text: `word\tBODY\tLEAD\tTITLE`.

Each of the three lists has the stories where the word stands there, and not in a weightier
place; empty lists at the end are left out. A list is written day by day: how many days after
the day before (after day 0 for the first), then the slots of that day's stories.
Days are written with 32 digits, `space` to `?`, the highest first. Slots have other letters:
`@` to `_` is the last digit of a slot, base 32; letters from "`" on are digits before it,
base 31, the lowest first. static/search.js reads this.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate

from digest.search.numbers import SPAN

FIELDS = 3
"""Body, lead, title: the order of the lists in a line."""

_DAY, _LAST, _MORE, _RADIX = 0x20, 0x40, 0x60, 31


@lru_cache(maxsize=1 << 14)
def gap(days: int) -> str:
    """Return a number of days as it is written in a list."""
    text = ""
    while days:
        text = chr(_DAY + days % 32) + text
        days //= 32
    return text


@lru_cache(maxsize=1 << 14)
def slot(number: int) -> str:
    """Return a slot as it is written in a list."""
    text = ""
    while number >= 32:
        number -= 32
        text += chr(_MORE + number % _RADIX)
        number //= _RADIX
    return text + chr(_LAST + number)


def line(word: str, lists: Sequence[str]) -> str:
    """Return a word's line from its lists, empty when it stands nowhere."""
    fields = "\t".join(lists).rstrip("\t")
    return f"{word}\t{fields}" if fields else ""


def lists(text: str) -> list[str]:
    """Return the lists in a line; empty ones for an empty line."""
    fields = text.split("\t")[1:]
    return fields + [""] * (FIELDS - len(fields))


def with_number(text: str, number: int) -> str:
    """Return a list with one more story."""
    day, added = divmod(number, SPAN)
    groups, days = _groups(text)
    at = bisect_left(days, day)
    if at < len(days) and days[at] == day:
        slots = {*_slots(groups[2 * at + 1]), slot(added)}
        groups[2 * at + 1] = "".join(sorted(slots, key=_value))
    else:
        before = days[at - 1] if at else 0
        groups[2 * at : 2 * at + 1] = [
            gap(day - before),
            slot(added),
            *([gap(days[at] - day)] if at < len(days) else []),
        ]
    return "".join(groups)


def without_number(text: str, number: int) -> str:
    """Return a list with one story less."""
    day, gone = divmod(number, SPAN)
    groups, days = _groups(text)
    at = bisect_left(days, day)
    slots = [found for found in _slots(groups[2 * at + 1]) if found != slot(gone)]
    groups[2 * at + 1] = "".join(slots)
    if not slots:
        before = days[at - 1] if at else 0
        after = [gap(days[at + 1] - before)] if at + 1 < len(days) else []
        groups[2 * at : 2 * at + 3] = after
    return "".join(groups)


def _groups(text: str) -> tuple[list[str], list[int]]:
    """Return a list's gaps and slots in turn, and its days."""
    groups = _parts().findall(text)
    return groups, list(accumulate(map(_days, groups[::2])))


def _slots(group: str) -> list[str]:
    return _single().findall(group)


@lru_cache(maxsize=1 << 14)
def _days(written: str) -> int:
    days = 0
    for char in written:
        days = days * 32 + ord(char) - _DAY
    return days


@lru_cache(maxsize=1 << 14)
def _value(written: str) -> int:
    value = ord(written[-1]) - _LAST
    for char in reversed(written[:-1]):
        value = value * _RADIX + ord(char) - _MORE + 32
    return value


@cache
def _parts() -> re.Pattern[str]:
    return re.compile("[ -?]+|[@-~]+")


@cache
def _single() -> re.Pattern[str]:
    return re.compile("[`-~]*[@-_]")
