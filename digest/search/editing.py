"""The files of the index that change when some stories do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from digest.search import making, postings, shards
from digest.search.database import Database
from digest.search.making import File
from digest.search.rows import SearchRow

Stories = Mapping[int, SearchRow]
"""Rows by number."""

Change = tuple[int, int, bool]
"""Which of a line's lists, which number, and whether it comes (else it goes)."""


class OtherFileError(Exception):
    """A file of the index is not what the last build wrote."""


def edited(
    database: Database, rows: Sequence[SearchRow], gone: Sequence[str], read: Callable[[str], str]
) -> list[File]:
    """Put the rows into the database, and return the files that change.

    `read` returns the text of a file by its path, or raises OtherFileError.
    """
    found = (database.row(name) for name in (*gone, *(row.id for row in rows)))
    days = {row.day for row in (*filter(None, found), *rows)}
    before = _stories(database, days)
    database.put(rows, gone)
    after = _stories(database, days)
    sizes = {
        making.word_name(path): size
        for path, (size, _) in database.files().items()
        if path.startswith(making.WORDS)
    }
    texts = shards.patch(sizes, _edits(before, after), lambda name: read(making.word_path(name)))
    words = [(making.word_path(name), text.encode() or None) for name, text in texts.items()]
    names = {name for name in sizes | texts if texts.get(name, "there")}
    listed = making.manifest(names, database.days())
    changed = listed.decode() != read(making.MANIFEST)
    return [*words, *_pages(before, after), *([(making.MANIFEST, listed)] if changed else [])]


def _stories(database: Database, days: Iterable[int]) -> Stories:
    return dict(story for day in days for story in database.day(day))


def _edits(before: Stories, after: Stories) -> dict[str, shards.Edit]:
    """Return how the lines of words change."""
    changes: dict[str, list[Change]] = defaultdict(list)
    for number in before.keys() | after.keys():
        old, new = _places(before.get(number)), _places(after.get(number))
        for comes, places in (
            (False, old.items() - new.items()),
            (True, new.items() - old.items()),
        ):
            for word, place in places:
                changes[word].append((place, number, comes))
    return {word: partial(_edited, word, found) for word, found in changes.items()}


def _places(row: SearchRow | None) -> dict[str, int]:
    """Return where each word of a story stands: which list of its line has the story."""
    if row is None:
        return {}
    return {word: place for place, words in enumerate(row.fields()) for word in words}


def _edited(word: str, changes: list[Change], line: str) -> str:
    lists = postings.lists(line)
    for place, number, comes in changes:
        change = postings.with_number if comes else postings.without_number
        lists[place] = change(lists[place], number)
    return postings.line(word, lists)


def _pages(before: Stories, after: Stories) -> Iterator[File]:
    """Yield the files of records that change."""
    old, new = ({n: row.record for n, row in found.items()} for found in (before, after))
    pages = {making.page_of(number) for number, _ in old.items() ^ new.items()}
    for page in sorted(pages):
        stories = [(number, row) for number, row in after.items() if making.page_of(number) == page]
        yield making.record_path(page), making.records(stories) if stories else None
