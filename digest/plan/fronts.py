"""What front pages show: the newest editions, and the way to those before. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from digest.model import Link, Listing
from digest.plan.addresses import Addresses
from digest.plan.shelf import Shelf

FRONT = 12
"""Stories on a front page at least: of the newest two editions, of more where those are short."""
SHOWN = (12, 6)
"""Stories that it shows at most of the newest edition, and of each before it."""
EARLIER = 7
"""Editions before those that it leads to."""


def leading(rows: Sequence[Listing]) -> list[Listing]:
    """Return the stories of a front page: the newest of each of its editions, newest first."""
    shown: list[Listing] = []
    for n, (_, edition) in enumerate(groupby(rows, key=lambda row: row.day)):
        if n > 1 and len(shown) >= FRONT:
            break
        shown += islice(edition, SHOWN[min(n, 1)])
    return shown


def editions(
    lang: str, shelf: Shelf, shown: Sequence[Listing], addresses: Addresses
) -> Iterator[Link]:
    """Yield links to the editions whose stories are shown, and to some before them."""
    days = {row.day for row in shown}
    earlier = (day for day in shelf.days if day not in days)
    for day in (*(day for day in shelf.days if day in days), *islice(earlier, EARLIER)):
        yield Link(day, addresses.period(lang, day), len(shelf.days[day]), lang=lang)
