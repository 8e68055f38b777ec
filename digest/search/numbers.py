"""Each story's number: its day, and a slot within the day.

A story keeps its number when others come and go, nearly always: it is hashed to its slot. So
an edit changes few lines of the index.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

SPAN = 1 << 20
"""A story's number is its day times this, plus its slot."""

PAGE = 96
"""Slots that one file of records covers: more than a day needs that has twenty stories."""

_FIRST = 32


def slots(ids: Iterable[str]) -> dict[str, int]:
    """Return the slots of all stories of one day; the order in which they come is all the same.

    Each story has its place in a row of 32 slots, another in a second row of 64, and so on, and
    takes the first that no story with a lesser id has taken.
    """
    taken: dict[int, str] = {}
    for name in sorted(ids):
        place = int.from_bytes(blake2b(name.encode(), digest_size=8).digest())
        size, start = _FIRST, 0
        while start + place % size in taken:
            place //= size
            start += size
            size *= 2
        taken[start + place % size] = name
    return {name: slot for slot, name in taken.items()}
