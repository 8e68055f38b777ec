"""Site → output/: what is stale is made aside and moved into place, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from digest.cache import snapshot
from digest.cache.state import State
from digest.model import Problem
from digest.pipeline import publishing, reading, sitewide
from digest.pipeline.inventory import Inventory
from digest.pipeline.making import Made, Progress, making
from digest.pipeline.site import Site
from digest.pipeline.sitewide import PlannedFile
from digest.pipeline.staleness import (
    EDITED,
    NEW,
    STORY_TEMPLATES,
    Record,
    lacking,
    related,
    stale_files,
    stale_stories,
)
from digest.plan.lists import Key
from digest.plan.touching import Touched, touched
from digest.records import record


@record
class Job:
    """A site that is to be brought up to date."""

    site: Site
    found: reading.Reading
    last: State
    """What the last build knew; what this one knows is put there and saved."""
    lying: Inventory
    whole: str
    """Why everything is stale, or empty."""
    missing: frozenset[str]
    """Files that are no longer in output/."""
    sound: bool
    """No story is in another's way, and none was at the last build."""
    jobs: int
    keep_going: bool


@record
class Rendering:
    """What was made."""

    reasons: Mapping[str, str]
    """Why each file was made again, by path below output/."""
    total: int = 0
    """Files that the site has."""
    written: int = 0
    """Files that differ from what was there."""
    removed: int = 0
    problems: tuple[Problem, ...] = ()


def render(job: Job, progress: Progress) -> Rendering:
    """Bring output/ up to date.

    Where anything fails, unless told to keep going, it stays as it was.
    """
    site, last = job.site, job.last
    templates = _changed_templates(job)
    copies = tuple(sitewide.copies(site, job.lying.pictures))
    known: dict[str, Record] = last.get("stories", {})
    relisted = job.found.relisted
    whole = job.whole
    if any(templates.get(name) for name in STORY_TEMPLATES):
        whole = whole or "its template changed"
    if job.whole:
        from digest.pipeline import feeding

        feeding.forget(site.config.root / site.target.cache)
    if job.lying.unchanged and not whole:
        stories = lacking(site, job.missing)
    else:
        stories = stale_stories(site, known, relisted, job.missing, whole, alone=job.sound)
    changed = None if templates else _touched(job, stories)
    bodies_only = changed is not None and not relisted
    bodies_only = bodies_only and last.get("copies") == tuple(file.output for file in copies)

    def leads_to(story: str) -> tuple[str, ...]:
        same = story in known and not (relisted or job.whole)
        return related(known[story]) if same else site.outline.related(story)

    with (
        publishing.staging(site.config.root, site.target.output) as folder,
        making(site, tuple(stories), leads_to, folder, job.jobs) as finish,
    ):
        planned, kept = _planned(job, changed, bodies_only=bodies_only)
        planned += copies
        stale = stale_files(planned, last.get("planned", {}), job.missing, templates, job.whole)
        reasons = {file.output: why for file, why in stale}
        reasons |= {o: why for story, why in stories.items() for o in site.story_outputs(story)}
        outputs = None if bodies_only else _outputs(job, planned, kept)
        made = finish([file for file, _ in stale], progress)
        if made.problems and not job.keep_going:
            return Rendering(reasons, problems=made.problems)
        last.put("copies", tuple(file.output for file in copies))
        _remember(job, planned, kept, made, bodies_only=bodies_only)
        written, removed, total = _publish(job, folder, outputs, made)
        return Rendering(reasons, total, written, removed, made.problems)


def _touched(job: Job, stories: Mapping[str, str]) -> Touched | None:
    """Return what can have changed beside the pages of these stories; None: anything.

    `stories` says why theirs are made again. Where but a neighbour of a story changed, or a page
    of it was missing, lists and feeds show the same of it.
    """
    site = job.site
    if job.whole or not job.sound:
        return None
    if job.missing and not job.missing <= {o for one in stories for o in site.story_outputs(one)}:
        return None
    told = (site.outline.by_id[story] for story, why in stories.items() if why in {NEW, EDITED})
    return touched((*job.found.relisted, *told))


def _planned(
    job: Job, changed: Touched | None, *, bodies_only: bool
) -> tuple[tuple[PlannedFile, ...], Mapping[str, Key]]:
    """Return the files, stories' and copies aside, that may have changed; and the other lists."""
    lists: Mapping[str, Key] = job.last.get("lists", {})
    if changed and bodies_only:
        return tuple(sitewide.feed_files(job.site, changed.topics)), lists
    return sitewide.planned(job.site, changed, lists)


def _changed_templates(job: Job) -> dict[str, bool]:
    """The templates that are not what they were at the last build."""
    seen = snapshot.digest({p: s for p, s in job.lying.rest.items() if "templates/" in p})
    if job.last.get("templates_seen") == seen:
        return {}
    job.last.put("templates_seen", seen)
    old: dict[str, str] = job.last.get("templates", {})
    new = {name: job.site.template_fingerprint(name) for name in job.site.templates()}
    job.last.put("templates", new)
    return {name: True for name in new if old.get(name) != new[name]}


def _remember(
    job: Job,
    planned: Sequence[PlannedFile],
    kept: Mapping[str, Key],
    made: Made,
    *,
    bodies_only: bool,
) -> None:
    """Put what the next build has to know into the state; it makes again what failed."""
    known: dict[str, Record] = job.last.get("stories", {})
    rows = job.site.outline.rows
    merged = {**known, **made.records}
    if made.failed or len(merged) != len(rows):
        there = (row.id for row in rows if row.id not in made.failed)
        merged = {story: merged[story] for story in there}
    if merged != known:
        job.last.put("stories", merged)
    before: dict[str, str] = job.last.get("planned", {})
    signatures = dict(before) if bodies_only else {path: before[path] for path in kept}
    signatures |= {file.output: file.signature for file in planned}
    if made.failed:
        signatures = {path: one for path, one in signatures.items() if path not in made.failed}
        job.last.put("sound", False)  # which has the next build plan every list
    if signatures != before:
        job.last.put("planned", signatures)
    lists = {**kept, **{file.output: file.key for file in planned if file.key}}
    if lists != job.last.get("lists"):
        job.last.put("lists", lists)


def _publish(job: Job, folder: Path, outputs: set[str] | None, made: Made) -> tuple[int, int, int]:
    """Put all files in place; return how many were written and removed, and how many there are.

    `outputs` are the names of all files but the search index's; None: they are what they were.
    """
    root, target = job.site.config.root, job.site.target
    before = set(job.last.get("search", ()))
    unfinished = root / target.unfinished
    staged = made.staged
    with _search_index(job.site) as index:
        search: set[str] = set()
        if index is not None:
            from digest.pipeline import searching

            whole = bool(job.whole) or not job.missing.isdisjoint(before)
            more, search = searching.stage(job.site, index, made.rows, folder, whole=whole)
            staged += more
        orphans = set()
        if outputs is not None or search != before:
            orphans = _rename(job, outputs, before, search)
        unfinished.parent.mkdir(exist_ok=True)
        unfinished.touch()
        same, removed = publishing.publish(root, target.output, folder, orphans)
        if index is not None:
            index.commit()
        job.last.save(str(root / target.state))
        unfinished.unlink()
    return staged - same, removed, job.last.get("total")


def _rename(job: Job, outputs: set[str] | None, before: set[str], search: set[str]) -> set[str]:
    """Put the names of all files into the state; return those that are to be taken away."""
    last = job.last
    names: tuple[str, ...] = last.get("outputs", ())
    known = set(names)
    now = (known if outputs is None else outputs) - before | search
    if now != known:
        # Nearly in order, and so quick to sort.
        last.put("outputs", tuple(sorted([*filter(now.__contains__, names), *(now - known)])))
        last.put("total", len(now))
    if search != before:
        last.put("search", tuple(sorted(search)))
    site = job.site
    there = publishing.present(site.config.root, site.target.output) if job.whole else known
    return there - now


def _search_index(site: Site) -> AbstractContextManager[Any]:
    """Give the search index's database, or None; it is loaded where there is one."""
    if "search" not in site.config.pages:
        return nullcontext()
    from digest.pipeline import searching

    return searching.database(site)


def _outputs(job: Job, planned: Sequence[PlannedFile], kept: Iterable[str]) -> set[str]:
    """Return all files of the site, the search index aside."""
    site, last = job.site, job.last
    found = {*kept, *(file.output for file in planned)}
    if job.whole or not job.sound:
        return found.union(*(site.story_outputs(row.id) for row in site.outline.rows))
    now = [site.outline.by_id.get(row.id) for row in job.found.relisted]
    added = {path for row in now if row for path in site.outputs_of(row)}
    before = {path for row in job.found.relisted for path in site.outputs_of(row)}
    if not before <= added:
        return found.union(*(site.story_outputs(row.id) for row in site.outline.rows))
    others = {*last.get("planned", {}), *last.get("search", ())}
    return found | (set(last.get("outputs", ())) - others) | added
