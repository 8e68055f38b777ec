r"""Which stories a word stands in, as a line of text: `word\tBODY\tLEAD\tTITLE`.

Each of the three lists has the stories where the word stands there, and not in a weightier
place; empty lists at the end are left out. A list is written day by day, the newest first: the
day, of all but the first how many days it is before the one that stands ahead of it, then the
slots of that day's stories. So a new story changes the beginning of a list alone.
Days are written with 32 digits, `space` to `?`, the highest first. Slots have other letters:
`@` to `_` is the last digit of a slot, base 32; letters from "`" on are digits before it,
base 31, the lowest first. static/search.js reads this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from digest.search.numbers import SPAN

FIELDS = 3
"""Body, lead, title: the order of the lists in a line."""

_DAY, _LAST, _MORE, _RADIX = 0x20, 0x40, 0x60, 31


@lru_cache(maxsize=1 << 14)
def gap(day: int, ahead: int = 0) -> str:
    """Return a day as it is written in a list, behind the one that stands ahead of it."""
    days = ahead - day if ahead else day
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
    group = _find(text, day)
    if group.day == day:
        slots, rest = _ordered({*_single().findall(group.slots), slot(added)}), ""
    else:
        slots, rest = slot(added), _written(group, day)
    return f"{text[: group.start]}{gap(day, group.ahead)}{slots}{rest}{text[group.end :]}"


def without_number(text: str, number: int) -> str:
    """Return a list with one story less."""
    day, gone = divmod(number, SPAN)
    group = _find(text, day)
    slots = _ordered(set(_single().findall(group.slots)) - {slot(gone)})
    if slots:
        return f"{text[: group.start]}{gap(day, group.ahead)}{slots}{text[group.end :]}"
    after = _find(text, day, group.end, day)
    return f"{text[: group.start]}{_written(after, group.ahead)}{text[after.end :]}"


class _Group(NamedTuple):
    """A day in a list."""

    start: int
    end: int
    """Where it stands in the text."""
    ahead: int
    """The day ahead of it, 0 for none."""
    day: int
    slots: str


def _find(text: str, day: int, start: int = 0, ahead: int = 0) -> _Group:
    """Return the first group behind a place of this day or an older one; else an empty one."""
    for found in _parts().finditer(text, start):
        here = ahead - _days(found[1]) if ahead else _days(found[1])
        if here <= day:
            return _Group(found.start(), found.end(), ahead, here, found[2])
        ahead = here
    return _Group(len(text), len(text), ahead, 0, "")


def _written(group: _Group, ahead: int) -> str:
    """Return a group as it is written behind another day."""
    return gap(group.day, ahead) + group.slots if group.slots else ""


def _ordered(slots: Iterable[str]) -> str:
    return "".join(sorted(slots, key=_value))


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
    return re.compile("([ -?]+)([@-~]+)")


@cache
def _single() -> re.Pattern[str]:
    return re.compile("[`-~]*[@-_]")
