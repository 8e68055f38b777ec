"""What has changed in the stories → which files of the index change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from digest.search.database import Database
from digest.search.editing import OtherFileError, edited
from digest.search.making import File, all_files
from digest.search.rows import SearchRow

Read = Callable[[str], bytes | None]
"""Path below output/ → what the last build wrote there; None for a file that is not there."""


def update(
    database: Database,
    rows: Iterable[SearchRow],
    gone: Iterable[str],
    read: Read,
    *,
    whole: bool = False,
) -> Iterator[File]:
    """Yield the files of the index that change, and note them in the database.

    `rows` are those of new and edited stories, `gone` the ids of stories that are no longer
    published. With `whole`, every file is made again from all rows in the database; so it is
    where many stories have changed, or where a file is not what the last build wrote.
    """
    for path, data in _changed(database, rows, gone, read, whole):
        database.put_file(path, len(data or b""), _hash(data or b""))
        yield path, data


def _changed(
    database: Database, rows: Iterable[SearchRow], gone: Iterable[str], read: Read, whole: bool
) -> Iterable[File]:
    known = len(database)
    if whole or not known:
        database.put(rows, gone)
        return _all(database)
    edits = [row for row in rows if database.row(row.id) != row]
    left = [name for name in gone if database.row(name)]
    if len(edits) + len(left) > known // 50 + 10:
        database.put(edits, left)
        return _all(database)
    try:
        return edited(database, edits, left, _checked(database, read))
    except OtherFileError:
        return _all(database)


def _all(database: Database) -> Iterator[File]:
    left = set(database.files())
    for path, data in all_files(database):
        left.discard(path)
        yield path, data
    for path in sorted(left):
        yield path, None


def _checked(database: Database, read: Read) -> Callable[[str], str]:
    """Return a function that reads a file, and raises OtherFileError if it is not ours any more."""
    files = database.files()

    def text(path: str) -> str:
        data = read(path)
        if data is None or _hash(data) != files[path][1]:
            raise OtherFileError(path)
        return data.decode()

    return text


def _hash(data: bytes) -> bytes:
    return blake2b(data, digest_size=8).digest()
