from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from digest.search import Database, SearchRow, open_database, update
from digest.search.numbers import SPAN

Files = dict[str, bytes]


class Site:
    """An index as a build keeps it: files in a dict, and the database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.files: Files = {}

    def build(self, *rows: SearchRow, gone: tuple[str, ...] = (), whole: bool = False) -> set[str]:
        """Bring the index up to date; return the paths of the files that changed."""
        found = dict(update(self.database, rows, gone, self.files.get, whole=whole))
        self.database.commit()
        changed = {path for path, data in found.items() if self.files.get(path) != data}
        for path, data in found.items():
            if data is None:
                del self.files[path]
            else:
                self.files[path] = data
        return changed


@pytest.fixture
def new_site(tmp_path: Path) -> Iterator[Callable[[], Site]]:
    """Give sites whose databases lie in files of their own."""
    with ExitStack() as stack:
        numbers = count()
        yield lambda: Site(
            stack.enter_context(open_database(tmp_path / f"{next(numbers)}" / "search.db"))
        )


@pytest.fixture
def site(new_site: Callable[[], Site]) -> Site:
    return new_site()


def row(
    name: str, day: int = 739_000, title: str = "", lead: str = "", body: str = ""
) -> SearchRow:
    """Make a story's row from words in any order."""
    texts = (" ".join(sorted(text.split())) for text in (title, lead, body))
    return SearchRow(name, f"content of {name}", day, f'[1,["tr","{name}"]]', *texts)


def decode(text: str) -> Iterator[int]:
    """Read a list of stories as docs/search.md describes it."""
    day = 0
    for gap, slots in re.findall("([ -?]+)([@-~]+)", text):
        days = 0
        for digit in gap:
            days = days * 32 + ord(digit) - 32
        day = day - days if day else days
        for more, last in re.findall("([`-~]*)([@-_])", slots):
            value = ord(last) - 64
            for digit in reversed(more):
                value = value * 31 + ord(digit) - 96 + 32
            yield day * SPAN + value


def standing(files: Files, word: str) -> list[list[int]]:
    """Return the numbers of the stories with this word: in the body, the lead, the headline."""
    texts = "".join(data.decode() for path, data in files.items() if "/words/" in path)
    lines = [line.split("\t") for line in texts.split("\n") if line.partition("\t")[0] == word]
    assert len(lines) <= 1
    fields = lines[0][1:] if lines else []
    return [list(decode(field)) for field in fields] + [[]] * (3 - len(fields))
