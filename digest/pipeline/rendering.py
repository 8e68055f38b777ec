"""Site → output/: what is stale is made aside and moved into place, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest import fingerprint
from digest.cache import quick, snapshot
from digest.cache.state import State
from digest.errors import DigestError
from digest.model import Problem
from digest.pipeline import publishing, reading
from digest.pipeline.site import PlannedFile, Site
from digest.pipeline.staleness import (
    STORY_TEMPLATES,
    Record,
    stale_files,
    stale_stories,
    story_signature,
)
from digest.render import pool
from digest.store import problem

Progress = Callable[[int, int], None]
"""Called with the number of files made so far, and of all that are to be made."""


@dataclass(frozen=True, slots=True)
class Job:
    """A site that is to be brought up to date."""

    site: Site
    found: reading.Reading
    last: State
    """What the last build knew; what this one knows is put there and saved."""
    watched: Mapping[str, snapshot.Stat]
    whole: str
    """Why everything is stale, or empty."""
    missing: frozenset[str]
    """Files that are no longer in output/."""
    jobs: int
    keep_going: bool


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Made:
    """What one process made."""

    records: Mapping[str, Record]
    problems: tuple[Problem, ...]


def render(job: Job, progress: Progress) -> Rendering:
    """Bring output/ up to date. Where anything fails, unless told to keep going, it stays as it was."""
    site, last = job.site, job.last
    templates = _changed_templates(job)
    bodies_only = not (job.found.relisted or job.whole or templates or job.missing)
    stories = stale_stories(
        site, last.get("stories", {}), job.found.relisted, job.missing, templates, job.whole
    )
    planned = tuple(site.feed_files() if bodies_only else site.planned())
    planned += tuple(site.copies(job.watched))
    stale = stale_files(planned, last.get("planned", {}), job.missing, templates, job.whole)
    reasons = {file.output: why for file, why in stale}
    reasons |= {o: why for story, why in stories.items() for o in site.story_outputs(story)}
    with publishing.staging(site.config.root) as folder:
        records, problems = _make(job, stories, [file for file, _ in stale], folder, progress)
        if problems and not job.keep_going:
            return Rendering(reasons, problems=problems)
        return _publish(job, folder, planned, records, reasons, problems, bodies_only)


def _changed_templates(job: Job) -> dict[str, bool]:
    """The templates that are not what they were at the last build."""
    seen = snapshot.digest({p: s for p, s in job.watched.items() if "templates/" in p})
    if job.last.get("templates_seen") == seen:
        return {}
    job.last.put("templates_seen", seen)
    old: dict[str, str] = job.last.get("templates", {})
    new = {name: job.site.template_fingerprint(name) for name in job.site.templates()}
    job.last.put("templates", new)
    return {name: True for name in new if old.get(name) != new[name]}


def _make(
    job: Job, stories: Mapping[str, str], files: Sequence[PlannedFile], folder: Path,
    progress: Progress,
) -> tuple[dict[str, Record], tuple[Problem, ...]]:  # fmt: skip
    """Make every stale file; return the stories' records and what failed."""
    done = 0

    def tick(more: int) -> None:
        nonlocal done
        done += more
        progress(done, len(stories) + len(files))

    def make_stories(share: Sequence[str], finished: Callable[[int], None]) -> _Made:
        return _make_stories(job.site, share, folder, finished)

    def make_files(share: Sequence[PlannedFile], finished: Callable[[int], None]) -> _Made:
        return _make_files(share, folder, finished)

    made = pool.run(make_stories, tuple(stories), job.jobs, tick)
    made += pool.run(make_files, files, job.jobs, tick)
    records = {story: record for part in made for story, record in part.records.items()}
    return records, tuple(dict.fromkeys(found for part in made for found in part.problems))


def _make_stories(
    site: Site, stories: Sequence[str], folder: Path, finished: Callable[[int], None]
) -> _Made:
    records: dict[str, Record] = {}
    problems: dict[Problem, None] = {}
    for story in stories:
        related = site.outline.related(story)
        try:
            for output, data in site.story_files(story, related):
                publishing.stage(folder, output, data)
        except DigestError as error:
            problems[problem("template", error)] = None
        records[story] = (story_signature(site, story, related), related)
        finished(1)
    return _Made(records, tuple(problems))


def _make_files(
    files: Sequence[PlannedFile], folder: Path, finished: Callable[[int], None]
) -> _Made:
    problems: dict[Problem, None] = {}
    for file in files:
        try:
            publishing.stage(folder, file.output, file.make())
        except DigestError as error:
            problems[problem("template", error)] = None
        finished(1)
    return _Made({}, tuple(problems))


def _publish(
    job: Job, folder: Path, planned: Sequence[PlannedFile], records: Mapping[str, Record],
    reasons: Mapping[str, str], problems: tuple[Problem, ...], bodies_only: bool,
) -> Rendering:  # fmt: skip
    site, last = job.site, job.last
    root = site.config.root
    old = publishing.present(root) if job.whole else set(last.get("outputs", ()))
    outputs = old if bodies_only else _outputs(site, planned)
    unfinished = root / quick.UNFINISHED
    unfinished.parent.mkdir(exist_ok=True)
    unfinished.touch()
    written, removed = publishing.publish(root, folder, old - outputs)
    known = {} if job.whole else last.get("stories", {})
    if records or len(known) != len(site.outline.rows):
        merged = {**known, **records}
        last.put("stories", {row.id: merged[row.id] for row in site.outline.rows})
    if not bodies_only or reasons:
        signatures = {} if not bodies_only else dict(last.get("planned", {}))
        signatures |= {file.output: fingerprint.of_text(file.signature) for file in planned}
        last.put("planned", signatures)
    if not bodies_only:
        last.put("outputs", tuple(sorted(outputs)))
    last.save(str(root / quick.STATE))
    unfinished.unlink()
    return Rendering(reasons, len(outputs), written, removed, problems)


def _outputs(site: Site, planned: Sequence[PlannedFile]) -> set[str]:
    found = {file.output for file in planned}
    for row in site.outline.rows:
        found.update(site.story_outputs(row.id))
    return found


__all__ = ["STORY_TEMPLATES", "Job", "Progress", "Rendering", "render"]
