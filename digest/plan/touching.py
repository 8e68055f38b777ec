"""What changed stories can have changed in lists and feeds. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from digest.model import Listing
from digest.plan.addresses import source_slug
from digest.records import record


@record
class Touched:
    """Where stories stand, or stood: other editions, topics and sources are as they were."""

    days: frozenset[str]
    topics: frozenset[str]
    """Keys."""
    sources: frozenset[str]
    """Slugs."""

    def near(self, calendars: Iterable[Iterable[str]], length: int) -> frozenset[str]:
        """Return the days, months or years (by their length) whose lists may look different.

        These are the ones with a story, or that had one, and those next to them, which lead there.
        `calendars` are the days, months or years that each language has; what is near in one of
        them is planned in all, for a page names its other languages.
        """
        starts = {day[:length] for day in self.days}
        near = (name for names in calendars for name in _near(sorted(names), starts))
        return frozenset(starts.union(near))


def touched(rows: Iterable[Listing]) -> Touched:
    """Return what these listings touch, as they were or as they are."""
    rows = tuple(rows)
    return Touched(
        frozenset(row.day for row in rows if row.day),
        frozenset(key for row in rows for key in row.topics),
        frozenset(source_slug(name) for row in rows for name in row.sources),
    )


def _near(names: Sequence[str], touched: Iterable[str]) -> Iterable[str]:
    for name in touched:
        at = bisect_left(names, name)
        yield from names[max(0, at - 1) : at + 2]
