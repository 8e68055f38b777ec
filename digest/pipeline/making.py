"""Stale files are made, by several processes, below a staging folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.errors import DigestError
from digest.model import Problem
from digest.pipeline import publishing, searching
from digest.pipeline.site import PlannedFile, Site
from digest.pipeline.staleness import Record, story_signature
from digest.render import pool
from digest.store import problem

Progress = Callable[[int, int], None]
"""Called with the number of files made so far, and of all that are to be made."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made."""

    records: Mapping[str, Record]
    """What the next build has to know of each story that was made."""
    problems: tuple[Problem, ...]
    rows: tuple[Path, ...]
    """Files with the search index's rows of these stories."""


def make(
    site: Site,
    stories: Sequence[str],
    files: Sequence[PlannedFile],
    folder: Path,
    jobs: int,
    progress: Progress,
) -> Made:
    """Make the pages of these stories, by id, and these files below the folder."""
    done = 0

    def tick(more: int) -> None:
        nonlocal done
        done += more
        progress(done, len(stories) + len(files))

    def make_stories(share: Sequence[str], finished: Callable[[int], None]) -> Made:
        return _make_stories(site, share, folder, finished)

    def make_files(share: Sequence[PlannedFile], finished: Callable[[int], None]) -> Made:
        return _make_files(share, folder, finished)

    parts = pool.run(make_stories, stories, jobs, tick)
    parts += pool.run(make_files, files, jobs, tick)
    return Made(
        {story: record for part in parts for story, record in part.records.items()},
        tuple(dict.fromkeys(found for part in parts for found in part.problems)),
        tuple(path for part in parts for path in part.rows),
    )


def _make_stories(
    site: Site, stories: Sequence[str], folder: Path, finished: Callable[[int], None]
) -> Made:
    records: dict[str, Record] = {}
    problems: dict[Problem, None] = {}
    rows = folder.with_name(f"rows-{os.getpid()}")
    with searching.writer(site, rows) as write:
        for story in stories:
            related = site.outline.related(story)
            try:
                for output, data in site.story_files(story, related):
                    publishing.stage(folder, output, data)
                write(story)
            except DigestError as error:
                problems[problem("template", error)] = None
            records[story] = (story_signature(site, story, related), related)
            finished(1)
    return Made(records, tuple(problems), (rows,))


def _make_files(
    files: Sequence[PlannedFile], folder: Path, finished: Callable[[int], None]
) -> Made:
    problems: dict[Problem, None] = {}
    for file in files:
        try:
            publishing.stage(folder, file.output, file.make())
        except DigestError as error:
            problems[problem("template", error)] = None
        finished(1)
    return Made({}, tuple(problems), ())
