"""Listings in a build's state: by year, so that a new story is no reason to write the others again.

A year's lie by columns, which are quick to load; the fingerprints of the stories' files, which
every edit changes, lie by themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import groupby, islice

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


def remember(
    rows: Mapping[str, Listing], last: State, relisted: Collection[Listing] | None = None
) -> None:
    """Put listings, by stem and newest first, into the state.

    `relisted` are those that differ from what is there in more than fingerprints, as they were
    and as they are; None: any may.
    """
    last.put("contents", tuple(row.content for row in rows.values()))
    known: tuple[str, ...] = last.get("years", ())
    changed = None if relisted is None else {row.moment[:4] for row in relisted}
    if changed is not None and not changed:
        return
    years = []
    for year, part in groupby(rows.items(), lambda item: item[1].moment[:4]):
        years.append(year)
        if changed is None or year in changed:
            stems, listings = zip(*part, strict=True)
            *columns, _ = zip(*listings, strict=True)
            last.put(f"rows-{year}", (stems, *columns))
    for year in set(known).difference(years):
        last.put(f"rows-{year}", None)
    last.put("years", tuple(years))
