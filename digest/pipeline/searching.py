"""The search index, brought up to date beside the pages."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from digest.pipeline import publishing
from digest.pipeline.site import Site
from digest.search import Database, SearchRow, open_database, search_row, update


@contextmanager
def database(site: Site) -> Iterator[Database]:
    """Give the index's database."""
    with open_database(site.config.root / site.target.index) as opened:
        yield opened


@contextmanager
def writer(site: Site, path: Path) -> Iterator[Callable[[str], None]]:
    """Give a function that writes the index's row of a story, by id, into a file.

    The processes that read the stories do this, so that rows need not lie in memory all at once.
    """
    with path.open("ab") as file:

        def write(story: str) -> None:
            row = search_row(site.load(story), site.outline.by_id[story], site.config)
            pickle.dump(tuple(row), file, protocol=5)

        yield write


def rows(spooled: Sequence[Path]) -> Iterator[SearchRow]:
    """Yield the rows in these files."""
    for path in spooled:
        with path.open("rb") as file:
            while True:
                try:
                    yield SearchRow._make(pickle.load(file))  # noqa: S301 - written by `spool`
                except EOFError:
                    break


def _all_rows(site: Site, known: Mapping[str, str], spooled: Sequence[Path]) -> Iterator[SearchRow]:
    """Yield the rows of this build's stories, and of those that a lost database lacks."""
    made = set()
    for row in rows(spooled):
        made.add(row.id)
        yield row
    for story, listing in site.outline.by_id.items():
        if story not in made and known.get(story) != listing.content:
            yield search_row(site.load(story), listing, site.config)


def stage(
    site: Site, opened: Database, spooled: Sequence[Path], folder: Path, *, whole: bool
) -> tuple[int, set[str]]:
    """Make the files of the index that change; return how many, and the paths of all its files.

    With `whole` nothing in output/ is taken for granted.
    """
    output = site.config.root / site.target.output

    def read(path: str) -> bytes | None:
        try:
            return (output / path).read_bytes()
        except OSError:
            return None

    staged = 0
    known = opened.contents()
    gone = known.keys() - site.outline.by_id.keys()
    for path, data in update(opened, _all_rows(site, known, spooled), gone, read, whole=whole):
        if data is not None:
            publishing.stage(folder, path, data)
            staged += 1
    for file in spooled:
        file.unlink(missing_ok=True)
    return staged, set(opened.files())
