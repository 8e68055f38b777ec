"""Which files have to be made again, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digest import fingerprint
from digest.model import Listing
from digest.pipeline.site import PlannedFile, Site

STORY_TEMPLATES = ("story.html", "pair.html", "redirect.html")

Record = tuple[str, tuple[str, ...]]
"""What the last build knew of a story: its signature, and the ids of its related stories."""


def stale_stories(
    site: Site, last: Mapping[str, Record], relisted: Sequence[Listing], missing: frozenset[str],
    templates: Mapping[str, bool], whole: str,
) -> dict[str, str]:  # fmt: skip
    """Return the ids of the stories whose pages have to be made again, and why.

    `relisted` are the listings that changed, `templates` those that did; `whole` is why
    everything is stale, or empty.
    """
    if any(templates.get(name) for name in STORY_TEMPLATES):
        whole = whole or "its template changed"
    if whole:
        return dict.fromkeys((row.id for row in site.outline.rows), whole)
    stale: dict[str, str] = {}
    touched = site.outline.after(relisted)
    for row in site.outline.rows:
        record = last.get(row.id)
        if record is None:
            stale[row.id] = "it is new"
        elif not record[0].startswith(row.content):
            stale[row.id] = "its text changed"
        elif relisted and _neighbours_changed(site, row.id, record, row.id in touched):
            stale[row.id] = "a story that it leads to changed"
        elif missing and not missing.isdisjoint(site.story_outputs(row.id)):
            stale[row.id] = "a page of it was missing"
    return stale


def stale_files(
    planned: Iterable[PlannedFile], last: Mapping[str, str], missing: frozenset[str],
    templates: Mapping[str, bool], whole: str,
) -> tuple[tuple[PlannedFile, str], ...]:  # fmt: skip
    """Return the files that have to be made again, and why; arguments as for `stale_stories`."""
    stale = []
    for file in planned:
        why = whole
        if not why and file.output not in last:
            why = "it is new"
        elif not why and last[file.output] != file.signature:
            why = "what it shows changed"
        elif not why and templates.get(file.template):
            why = "its template changed"
        elif not why and file.output in missing:
            why = "it was missing"
        if why:
            stale.append((file, why))
    return tuple(stale)


def story_signature(site: Site, story: str, related: tuple[str, ...]) -> str:
    """Return what changes with everything that a story's pages show; its own text comes first."""
    outline = site.outline
    near = [
        outline.signatures[teaser.story] if teaser else ""
        for lang in site.config.languages
        for step in (-1, 1)
        for teaser in (outline.neighbour(story, lang, step),)
    ]
    others = (*related, *outline.also.get(story, ()))
    near += [outline.signatures.get(other, "") for other in others]
    own = outline.signatures[story]
    return f"{outline.by_id[story].content} {fingerprint.of_text('|'.join((own, *near)))}"


def _neighbours_changed(site: Site, story: str, record: Record, touched: bool) -> bool:
    if touched and record[1] != site.outline.related(story):
        return True
    return record[0] != story_signature(site, story, record[1])
