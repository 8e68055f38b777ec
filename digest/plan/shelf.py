"""One language's stories, under everything that they are listed by. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from digest.model import Listing
from digest.plan.addresses import source_slug
from digest.records import record


@record
class Shelf:
    """One language's stories, newest first, under everything that they are listed by."""

    rows: tuple[Listing, ...]

    @cached_property
    def days(self) -> dict[str, list[Listing]]:
        """Stories by day."""
        return grouped((row for row in self.rows if row.day), 10)

    @cached_property
    def months(self) -> dict[str, list[Listing]]:
        """Stories by month."""
        return grouped((row for row in self.rows if row.day), 7)

    @cached_property
    def years(self) -> dict[str, list[Listing]]:
        """Stories by year."""
        return grouped((row for row in self.rows if row.day), 4)

    def months_of(self, year: str) -> list[tuple[str, int]]:
        """Return the months of a year that have stories, in order, with their number."""
        return [(m, len(self.months[m])) for m in sorted(self.months) if m[:4] == year]

    def days_of(self, month: str) -> list[tuple[str, int]]:
        """Return the days of a month that have stories, in order, with their number."""
        return [(day, len(rows)) for day, rows in self._days_by_month.get(month, ())]

    @cached_property
    def _days_by_month(self) -> dict[str, list[tuple[str, list[Listing]]]]:
        found: dict[str, list[tuple[str, list[Listing]]]] = {}
        for day in sorted(self.days):
            found.setdefault(day[:7], []).append((day, self.days[day]))
        return found

    @cached_property
    def topics(self) -> dict[str, list[Listing]]:
        """Stories by key of topic."""
        found: dict[str, list[Listing]] = {}
        for row in self.rows:
            for key in row.topics:
                found.setdefault(key, []).append(row)
        return found

    @cached_property
    def sources(self) -> dict[str, list[Listing]]:
        """Stories by slug of source."""
        found: dict[str, list[Listing]] = {}
        for row in self.rows:
            for slug in {source_slug(name) for name in row.sources} - {""}:
                found.setdefault(slug, []).append(row)
        return found


def grouped(rows: Iterable[Listing], length: int) -> dict[str, list[Listing]]:
    """Group stories by the first characters of their day: 10 a day, 7 a month, 4 a year."""
    found: dict[str, list[Listing]] = {}
    for row in rows:
        found.setdefault(row.day[:length], []).append(row)
    return found
