"""The rows of all stories, and what is known of the index's files, in .cache/search.db.

The database may be deleted at any time: the index is then made anew, and comes out the same.
Nothing is kept until `commit`, which belongs after the files are in place.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from digest.errors import DigestError
from digest.search.numbers import SPAN, slots
from digest.search.rows import SearchRow

VERSION = 1
"""Version of the database and of the files; with another one everything is made anew."""

_SCHEMA = """
CREATE TABLE stories (
  id TEXT PRIMARY KEY, content TEXT, day INTEGER, record TEXT,
  title TEXT, lead TEXT, body TEXT
);
CREATE INDEX by_day ON stories (day);
CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER, hash BLOB);
"""

Numbered = tuple[int, SearchRow]
"""A story's number and its row."""


class Database:
    """What the index knows between builds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def contents(self) -> dict[str, str]:
        """Return the fingerprints of the stories' files, by id, as they were indexed."""
        return dict(self._db.execute("SELECT id, content FROM stories"))

    def row(self, name: str) -> SearchRow | None:
        """Return one story's row."""
        found = self._db.execute("SELECT * FROM stories WHERE id = ?", (name,)).fetchone()
        return SearchRow(*found) if found else None

    def put(self, rows: Iterable[SearchRow], gone: Iterable[str]) -> None:
        """Store rows, in place of older ones, and forget those of stories that are gone."""
        marks = ",".join("?" * len(SearchRow._fields))
        self._db.executemany("DELETE FROM stories WHERE id = ?", ((name,) for name in gone))
        self._db.executemany(f"INSERT OR REPLACE INTO stories VALUES ({marks})", rows)  # noqa: S608

    def day(self, day: int) -> list[Numbered]:
        """Return the stories of one day, by number."""
        return _numbered(self._db.execute("SELECT * FROM stories WHERE day = ?", (day,)))

    def days(self) -> list[int]:
        """Return all days that have stories, in order."""
        return [day for (day,) in self._db.execute("SELECT DISTINCT day FROM stories ORDER BY day")]

    def stories(self) -> Iterator[Numbered]:
        """Yield all stories, the newest day first; those of one day at a time are in memory."""
        rows = self._db.execute("SELECT * FROM stories ORDER BY day DESC")
        for _, found in groupby(rows, key=lambda row: row[2]):
            yield from _numbered(found)

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM stories").fetchone()[0])

    def files(self) -> dict[str, tuple[int, bytes]]:
        """Return bytes and hash of every file of the index, by path."""
        found = self._db.execute("SELECT path, size, hash FROM files")
        return {path: (size, hashed) for path, size, hashed in found}

    def put_file(self, path: str, size: int, hashed: bytes) -> None:
        """Note a file of the index; with no size, that it is gone."""
        if size:
            self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (path, size, hashed))
        else:
            self._db.execute("DELETE FROM files WHERE path = ?", (path,))

    def commit(self) -> None:
        """Keep what has been put."""
        self._db.commit()


def _numbered(rows: Iterable[tuple[object, ...]]) -> list[Numbered]:
    """Number the stories of one day."""
    found = {row.id: row for row in map(SearchRow._make, rows)}
    given = sorted((slot, name) for name, slot in slots(found).items())
    return [(found[name].day * SPAN + slot, found[name]) for slot, name in given]


@contextlib.contextmanager
def open_database(path: Path) -> Iterator[Database]:
    """Give the database at this path; one that is no database of this version is made anew.

    Raises DigestError where it cannot be read or written, and where damage shows later; a
    damaged one is then removed.
    """
    shown = f".cache/{path.name}"
    try:
        with contextlib.closing(_opened(path)) as connection:
            yield Database(connection)
    except sqlite3.OperationalError as error:
        message = f"the search index's database cannot be used ({error})."
        hint = "Is there room on the disk, and may .cache/ be written to?"
        raise DigestError(message, path=shown, hint=hint) from error
    except sqlite3.DatabaseError as error:
        path.unlink()
        message = f"the search index's database is damaged ({error})."
        hint = "It has been removed, and nothing is lost: build again."
        raise DigestError(message, path=shown, hint=hint) from error


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connect(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        # It may be lost at any time, so no write waits for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            _prepare(connection)
        connection.execute("SELECT count(*) FROM files").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.executescript(
        f"DROP TABLE IF EXISTS stories; DROP TABLE IF EXISTS files; {_SCHEMA}"
        f"PRAGMA user_version = {VERSION}"
    )
