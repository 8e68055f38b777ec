"""Stale files are made, by several processes, below a staging folder."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from digest.errors import DigestError
from digest.model import Problem
from digest.pipeline import publishing, staleness
from digest.pipeline.site import Site
from digest.pipeline.sitewide import PlannedFile
from digest.records import record
from digest.render import pool
from digest.store import problem

MANY = 200
"""Pages from which on it pays to prepare their template."""

LARGE = 1000
"""Stories of a build from which on every template is prepared: later builds of such a site do
without Jinja2 then."""

SHARE = 8
"""Files that a process takes at a time, those of stories aside: they differ much in size."""

_MONTH = re.compile(r"\d{4}[/-]\d\d")

Unit = Sequence[PlannedFile]
"""Files that one process makes."""

Progress = Callable[[int, int], None]
"""Called with the number of files made so far, and of all that are to be made."""

Related = Callable[[str], tuple[str, ...]]
"""Gives the ids of the stories that a story leads to."""

Finish = Callable[[Sequence[PlannedFile], Progress], "Made"]
"""Makes files beside those of stories, and returns what was made in all."""


@record
class Made:
    """What was made."""

    records: Mapping[str, staleness.Record]
    """What the next build has to know of each story that was made."""
    failed: frozenset[str]
    """Ids of the stories, and paths of the other files, that could not be made."""
    staged: int
    """Files."""
    problems: tuple[Problem, ...]
    rows: tuple[Path, ...]
    """Files with the search index's rows of these stories."""


@contextmanager
def making(
    site: Site, stories: Sequence[str], related: Related, folder: Path, jobs: int
) -> Iterator[Finish]:
    """Begin to make the pages of these stories, by id, below the folder.

    Gives the function that waits for them and makes the other files.
    """

    def make_stories(share: Sequence[str], finished: Callable[[int], None]) -> Made:
        return _make_stories(site, share, related, folder, finished)

    def make_files(share: Sequence[Unit], finished: Callable[[int], None]) -> Made:
        return _make_files(share, folder, finished)

    if len(stories) > MANY:
        site.engine.prepare("story.html")
        if "pair" in site.config.pages:
            site.engine.prepare("pair.html")
    with pool.start(make_stories, stories, jobs) as running:

        def finish(files: Sequence[PlannedFile], progress: Progress) -> Made:
            done = 0

            def tick(more: int) -> None:
                nonlocal done
                done += more
                progress(done, len(stories) + len(files))

            counts = Counter(file.template for file in files if file.template)
            for template, count in counts.items():
                if count > MANY or len(stories) > LARGE:
                    site.engine.prepare(template)
            parts = running.results(tick)
            parts += pool.run(make_files, units(files), jobs, tick, SHARE)
            return Made(
                {story: record for part in parts for story, record in part.records.items()},
                frozenset().union(*(part.failed for part in parts)),
                sum(part.staged for part in parts),
                tuple(dict.fromkeys(found for part in parts for found in part.problems)),
                tuple(dict.fromkeys(path for part in parts for path in part.rows)),
            )

        yield finish


def units(files: Sequence[PlannedFile]) -> list[Unit]:
    """Return the files so that those which one process must make are together.

    The formats of a feed keep their items in one place. Lists of one month, which show the same
    stories, stand near each other: these are unpacked once then.
    """
    known: dict[str, list[PlannedFile]] = {}
    for file in sorted(files, key=_month):
        known.setdefault(os.path.splitext(file.output)[0], []).append(file)
    return list(known.values())


def _month(file: PlannedFile) -> str:
    """The month in a file's address; empty when there is none."""
    found = _MONTH.search(file.output)
    return found[0] if found else ""


def _make_stories(
    site: Site,
    stories: Sequence[str],
    related: Related,
    folder: Path,
    finished: Callable[[int], None],
) -> Made:
    records: dict[str, staleness.Record] = {}
    failed: set[str] = set()
    problems: dict[Problem, None] = {}
    staged = 0
    rows = folder.with_name(f"rows-{os.getpid()}")
    with _search_rows(site, rows) as write:
        for story in stories:
            leads_to = related(story)
            try:
                for output, data in site.story_files(story, leads_to):
                    publishing.stage(folder, output, data)
                    staged += 1
                write(story)
                records[story] = staleness.record(site, story, leads_to)
            except DigestError as error:
                problems[problem("template", error)] = None
                failed.add(story)
            finished(1)
    return Made(records, frozenset(failed), staged, tuple(problems), (rows,))


def _search_rows(site: Site, path: Path) -> AbstractContextManager[Callable[[str], None]]:
    if "search" not in site.config.pages:
        return nullcontext(lambda _story: None)
    from digest.pipeline import searching

    return searching.writer(site, path)


def _make_files(share: Sequence[Unit], folder: Path, finished: Callable[[int], None]) -> Made:
    failed: set[str] = set()
    problems: dict[Problem, None] = {}
    files = [file for unit in share for file in unit]
    for file in files:
        try:
            publishing.stage(folder, file.output, file.make())
        except DigestError as error:
            problems[problem("template", error)] = None
            failed.add(file.output)
        finished(1)
    return Made({}, frozenset(failed), len(files) - len(failed), tuple(problems), ())
