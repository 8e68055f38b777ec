"""What import knows of content/ without reading it again: ids, slugs, headlines, marks of texts.

It lies in .cache/import.sqlite, can be deleted at any moment, and is brought up to date by the
size and times of each article file. On disk and not in memory, so that memory does not grow
with the number of articles.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from digest.errors import DigestError

VERSION = 2
"""Changes with the tables and with what is written into them."""

_TABLES = """
create table dumps (path text primary key, state text) without rowid;
create table texts (
  path text primary key, state text, id text, headline text, print text
) without rowid;
create index by_id on texts (id);
create index by_headline on texts (headline);
create table slugs (slug text, path text, primary key (slug, path)) without rowid;
create index slugs_of on slugs (path);
create table marks (mark integer, path text, primary key (mark, path)) without rowid;
create index marks_of on marks (path);
"""
_COMMON = 40
"""Texts that may share a mark; more have it from a phrase that everybody writes."""


class Known(NamedTuple):
    """What the index keeps of one article file."""

    path: str
    """Relative to the site."""
    id: str
    """Empty for a file that a person wrote and that has none yet, `?` for what is no article."""
    headline: str
    """The folded headline."""
    print: str
    """`mint.text_print` of the file."""
    slugs: tuple[str, ...] = ()
    """The slug and the former ones."""
    marks: tuple[int, ...] = ()
    """`similar.marks` of the body."""


class Index:
    """The tables, in one transaction from `commit` to `commit`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def done(self, path: str) -> str:
        """Return the state in which a dump was imported last, or an empty text."""
        row = self._db.execute("select state from dumps where path = ?", (path,)).fetchone()
        return str(row[0]) if row else ""

    def mark_done(self, path: str, state: str) -> None:
        """Note that a dump in this state has been imported."""
        self._db.execute("insert or replace into dumps values (?, ?)", (path, state))

    def states(self) -> dict[str, str]:
        """Return the state of every article file as it was last read."""
        return dict(self._db.execute("select path, state from texts"))

    def put(self, known: Known, state: str) -> None:
        """Keep what is known of an article file."""
        self.remove([known.path])
        row = (known.path, state, known.id, known.headline, known.print)
        self._db.execute("insert into texts values (?, ?, ?, ?, ?)", row)
        pairs = [(slug, known.path) for slug in set(known.slugs) if slug]
        self._db.executemany("insert into slugs values (?, ?)", pairs)
        self._db.executemany(
            "insert into marks values (?, ?)", [(m, known.path) for m in known.marks]
        )

    def remove(self, paths: Iterable[str]) -> None:
        """Forget article files."""
        rows = [(path,) for path in paths]
        for table in ("texts", "slugs", "marks"):
            self._db.executemany(f"delete from {table} where path = ?", rows)  # noqa: S608 - fixed names

    def by_id(self, story: str) -> Known | None:
        """Return the article file with this id."""
        return next(self._find("id = ?", story), None)

    def without_id(self) -> list[Known]:
        """Return the article files that have no id yet."""
        return list(self._find("id = ?", ""))

    def by_headline(self, headline: str) -> list[Known]:
        """Return the article files with this folded headline."""
        return list(self._find("headline = ?", headline))

    def by_marks(self, marks: Iterable[int], least: int = 2, limit: int = 8) -> list[Known]:
        """Return the article files that share marks with a text, those that share most first."""
        counts: Counter[str] = Counter()
        for mark in marks:
            query = "select path from marks where mark = ? limit ?"
            paths = [path for (path,) in self._db.execute(query, (mark, _COMMON + 1))]
            counts.update(paths if len(paths) <= _COMMON else ())
        likely = sorted(counts, key=lambda path: (-counts[path], path))
        chosen = [path for path in likely if counts[path] >= least][:limit]
        return [known for path in chosen for known in self._find("path = ?", path)]

    def has_slug(self, slug: str) -> bool:
        """Say whether an article has, or had, this slug."""
        query = "select 1 from slugs where slug = ? limit 1"
        return self._db.execute(query, (slug,)).fetchone() is not None

    def commit(self) -> None:
        """Make everything up to here last."""
        self._db.commit()

    def _find(self, where: str, value: str) -> Iterator[Known]:
        query = f"select path, id, headline, print from texts where {where} order by path"  # noqa: S608 - fixed texts
        for row in self._db.execute(query, (value,)):
            yield Known(*row)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Index]:
    """Open the index, or begin a new one where there is none, an older one or a broken one.

    Raises DigestError where the disk says no.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with contextlib.closing(_opened(path)) as connection:
            yield Index(connection)
    except sqlite3.Error as error:
        message = f"the index of what was imported cannot be used ({error})."
        hint = "Is there room on the disk? The file can be deleted; nothing is lost with it."
        raise DigestError(message, path=f".cache/{path.name}", hint=hint) from error


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connect(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("pragma synchronous = off")  # the journal outlives a killed process
        connection.execute("pragma cache_size = -8000")
        (version,) = connection.execute("pragma user_version").fetchone()
        if version != VERSION:
            for (table,) in connection.execute(
                "select name from sqlite_master where type = 'table'"
            ).fetchall():
                connection.execute(f"drop table {table}")
            connection.executescript(_TABLES)
            connection.execute(f"pragma user_version = {VERSION}")
        else:
            connection.execute("select count(*) from dumps").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
