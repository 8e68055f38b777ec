"""Listings in a build's state: by year, so that a new story is no reason to write the others again.

A year's lie by columns, which are quick to load; the fingerprints of the stories' files, which
every edit changes, lie by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, islice
from typing import Any

from digest.cache.state import State
from digest.model import Listing


def recall(last: State) -> dict[str, Listing]:
    """Return the listings that the last build ended with, by stem, newest first."""
    contents = iter(last.get("contents", ()))
    found: dict[str, Listing] = {}
    for year in last.get("years", ()):
        stems, *columns = last.get(f"rows-{year}")
        rows = zip(*columns, islice(contents, len(stems)), strict=True)
        found.update(zip(stems, map(Listing._make, rows), strict=True))
    return found


def remember(rows: Mapping[str, Listing], last: State, *, relisted: bool) -> None:
    """Put listings, by stem and newest first, into the state.

    Without `relisted` nothing but fingerprints differs from what is there.
    """
    last.put("contents", tuple(row.content for row in rows.values()))
    if not relisted and rows:
        return
    years: dict[str, Any] = {}
    for year, part in groupby(rows.items(), lambda item: item[1].moment[:4]):
        stems, listings = zip(*part, strict=True)
        *columns, _ = zip(*listings, strict=True)
        years[year] = (stems, *columns)
    for year in {*years, *last.get("years", ())}:
        if last.get(f"rows-{year}") != years.get(year):
            last.put(f"rows-{year}", years.get(year))
    last.put("years", tuple(years))
