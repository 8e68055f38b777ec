"""Which files have to be made again, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digest import fingerprint
from digest.model import Listing
from digest.pipeline.site import Site
from digest.pipeline.sitewide import PlannedFile

STORY_TEMPLATES = ("story.html", "pair.html", "redirect.html")

NEW, EDITED = "it is new", "its text changed"
"""Why a story's pages are made again, where lists and feeds may have to be, too."""

MISSING = "a page of it was missing"
"""The same, where they need not be."""

MANY = 100
"""Changed listings from which on every story is looked at."""

FEW = 20
"""Missing pages up to which the stories that they can be of are looked for."""

Record = str
"""What the last build knew of a story, in words: the fingerprint of its text, that of all else
that its pages show, and the ids of its related stories."""


def stale_stories(
    site: Site, last: Mapping[str, Record], relisted: Sequence[Listing], missing: frozenset[str],
    whole: str, *, alone: bool,
) -> dict[str, str]:  # fmt: skip
    """Return the ids of the stories whose pages have to be made again, and why.

    `relisted` are the listings that changed; `whole` is why everything is stale, or empty.
    `alone` says that no other story came or went with them.
    """
    if whole:
        return dict.fromkeys((row.id for row in site.outline.rows), whole)
    stale: dict[str, str] = {}
    touched = site.outline.after(relisted) if alone else set(site.outline.by_id)
    near = _near(site, last, relisted) | touched if relisted else set()
    missed = lacking(site, missing)
    for row in site.outline.rows:
        known = last.get(row.id)
        if known is None:
            stale[row.id] = NEW
        elif not known.startswith(row.content):
            stale[row.id] = EDITED
        elif row.id in near and _neighbours_changed(site, row.id, known, row.id in touched):
            stale[row.id] = "a story that it leads to changed"
        elif row.id in missed:
            stale[row.id] = MISSING
    return stale


def stale_files(
    planned: Iterable[PlannedFile], last: Mapping[str, str], missing: frozenset[str],
    templates: Mapping[str, bool], whole: str,
) -> tuple[tuple[PlannedFile, str], ...]:  # fmt: skip
    """Return the files that have to be made again, and why; arguments as for `stale_stories`.

    `templates` are those that changed.
    """
    stale = []
    for file in planned:
        why = whole
        if not why and file.output not in last:
            why = NEW
        elif not why and last[file.output] != file.signature:
            why = "what it shows changed"
        elif not why and templates.get(file.template):
            why = "its template changed"
        elif not why and file.output in missing:
            why = "it was missing"
        if why:
            stale.append((file, why))
    return tuple(stale)


def related(record: Record) -> tuple[str, ...]:
    """Return the ids of a story's related stories."""
    return tuple(record.split(" ")[2:])


def record(site: Site, story: str, related: tuple[str, ...]) -> Record:
    """Return what the next build has to know of a story."""
    outline = site.outline
    near = [
        row.signature if row else ""
        for lang in outline.by_id[story].langs
        for step in (-1, 1)
        for row in (outline.beside(story, lang, step),)
    ]
    others = (*related, *outline.also.get(story, ()))
    near += [outline.by_id[other].signature for other in others if other in outline.by_id]
    own = outline.by_id[story].signature
    shown = fingerprint.of_text("|".join((own, *near)))
    return " ".join((outline.by_id[story].content, shown, *related))


def _near(site: Site, last: Mapping[str, Record], relisted: Sequence[Listing]) -> set[str]:
    """Return the ids of the stories whose pages can show any of these listings."""
    outline = site.outline
    if len(relisted) > MANY:
        return set(outline.by_id)
    ids = {row.id for row in relisted}
    found = ids | {other for row in relisted for other in row.also}
    found |= {row.id for row in outline.rows if row.also and not ids.isdisjoint(row.also)}
    for row in relisted:
        found |= outline.around(row, site.config.languages)
    return found | {story for one in ids for story, known in last.items() if one in known}


def lacking(site: Site, missing: frozenset[str]) -> dict[str, str]:
    """Return the ids of the stories of which any page is missing; that is why they are stale."""
    rows: Iterable[Listing] = site.outline.rows
    if len(missing) < FEW:  # most stories need not be unpacked then
        slugs = {path.split("/")[1] for path in missing if path.count("/") > 1}
        found = [row for slug in map(str.encode, slugs) for row in rows if slug in row.packed]
        moved = [row for row in rows if row.aliases]  # whose former addresses lead on
        rows = found + moved
    there = (row.id for row in rows if not missing.isdisjoint(site.story_outputs(row.id)))
    return dict.fromkeys(there, MISSING)


def _neighbours_changed(site: Site, story: str, known: Record, touched: bool) -> bool:
    now = site.outline.related(story) if touched else related(known)
    return record(site, story, now) != known
