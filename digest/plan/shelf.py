"""One language's stories, by day, month and year, and by source. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from digest.model import Listing
from digest.plan.addresses import source_slug
from digest.plan.outline import Outline
from digest.records import record


@record
class Shelf:
    """One language's stories, newest first, by day, month and year, and by source."""

    rows: tuple[Listing, ...]

    @cached_property
    def days(self) -> dict[str, list[Listing]]:
        """Stories by day."""
        return dated(self.rows, 10)

    @cached_property
    def months(self) -> dict[str, list[Listing]]:
        """Stories by month."""
        return _together(self.days, 7)

    @cached_property
    def years(self) -> dict[str, list[Listing]]:
        """Stories by year."""
        return _together(self.months, 4)

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
            for topic in row.topics:
                found.setdefault(topic, []).append(row)
        return found

    @cached_property
    def sources(self) -> dict[str, list[Listing]]:
        """Stories by slug of source."""
        found: dict[str, list[Listing]] = {}
        slugs: dict[tuple[str, ...], set[str]] = {}
        for row in self.rows:
            names = row.sources
            if names not in slugs:
                slugs[names] = {source_slug(name) for name in names} - {""}
            for slug in slugs[names]:
                found.setdefault(slug, []).append(row)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """Every source's name by its slug; of several spellings the newest story's."""
        names: dict[str, str] = {}
        for sources in dict.fromkeys(row.sources for row in self.rows):
            for name in sources:
                names.setdefault(source_slug(name), name)
        names.pop("", None)
        return names


def shelved(outline: Outline, languages: Iterable[str]) -> dict[str, Shelf]:
    """Return each language's stories; languages that have the same ones share a shelf."""
    shelves: dict[str, Shelf] = {}
    for lang in languages:
        rows = outline.in_language(lang)
        same = (shelf for shelf in shelves.values() if shelf.rows == rows)
        shelves[lang] = next(same, None) or Shelf(rows)
    return shelves


def grouped(rows: Iterable[Listing], length: int) -> dict[str, list[Listing]]:
    """Group stories by the first characters of their day: 10 a day, 7 a month, 4 a year."""
    found: dict[str, list[Listing]] = {}
    for day, part in groupby(rows, _DAY):  # in order, most of one day stand together
        found.setdefault(day[:length], []).extend(part)
    return found


def dated(rows: Iterable[Listing], length: int) -> dict[str, list[Listing]]:
    """Group as `grouped`, without the stories that have no day."""
    found = grouped(rows, length)
    found.pop("", None)
    return found


def _together(groups: Mapping[str, list[Listing]], length: int) -> dict[str, list[Listing]]:
    """Put groups whose names begin with the same characters together."""
    found: dict[str, list[Listing]] = {}
    for name, rows in groups.items():
        found.setdefault(name[:length], []).extend(rows)
    return found


_DAY = attrgetter("day")
