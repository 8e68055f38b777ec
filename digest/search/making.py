"""Every file of the index, made from all rows."""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from digest.search import postings, shards
from digest.search.database import Database, Numbered
from digest.search.numbers import PAGE, SPAN

FOLDER = "search"
"""Folder of the index, from the site's root."""

WORDS = f"{FOLDER}/words/w-"
"""How paths of files of words begin. The letter keeps their names clear of con, nul and aux."""

MANIFEST = f"{FOLDER}/index.json"
"""Path of the file that says which others there are."""

AT_ONCE = 8_000
"""Stories whose words are held in memory at a time: of more, some first letters at a time."""

_STARTS = "\0123456789_abcdefghijklmnopqrstuvwxyz"
_END = "\U0010ffff"

Page = tuple[int, int]
"""A day, and one of its files of records."""

_Slotted = tuple[bytes, list[str]]
"""A story's slot as it is written, and words of the story."""

File = tuple[str, bytes | None]
"""Path below output/, and what the file holds; None for one that goes."""


def all_files(database: Database) -> Iterator[File]:
    """Yield every file of the index."""
    names = []
    for first, last in _ranges(len(database)):
        for name, text in shards.split(_lines(database, first, last)):
            names.append(name)
            yield word_path(name), text.encode()
    for page, stories in groupby(database.stories(), key=lambda story: page_of(story[0])):
        yield record_path(page), records(stories)
    yield MANIFEST, manifest(names, database.days())


def _ranges(stories: int) -> list[tuple[str, str]]:
    """Return ranges of words, the second end not included; no file has words of two ranges."""
    count = min(len(_STARTS), stories // AT_ONCE + 1)
    starts = [_STARTS[len(_STARTS) * n // count] for n in range(count)]
    return list(pairwise([*starts, _END]))


def _lines(database: Database, first: str, last: str) -> Iterator[str]:
    """Yield the lines of all words in a range."""
    gathered = [_Gathered() for _ in range(postings.FIELDS)]
    for day, stories in groupby(database.stories(), key=lambda story: story[0] // SPAN):
        fields = zip(*(_slotted(story, first, last) for story in stories), strict=True)
        for found, slotted in zip(gathered, fields, strict=True):
            found.add(day, slotted)
    for word in dict.fromkeys(word for found in gathered for word in found.lists):
        yield postings.line(word, [found.lists[word].decode() for found in gathered])


def _slotted(story: Numbered, first: str, last: str) -> list[_Slotted]:
    number, row = story
    slot = postings.slot(number % SPAN).encode()
    return [(slot, _within(text, first, last)) for text in (row.body, row.lead, row.title)]


def _within(text: str, first: str, last: str) -> list[str]:
    """Return those of some words, given in order, that lie in a range."""
    if text.isascii():
        return text[_at(text, first) : _at(text, last)].split()
    words = text.split()
    return words[bisect_left(words, first) : bisect_left(words, last)]


def _at(text: str, first: str) -> int:
    """Return where, in ASCII words in order, the first with this letter or a later one begins."""
    for letter in _STARTS[_STARTS.index(first) :] if first != _END else "":
        if text.startswith(letter):
            return 0
        at = text.find(f" {letter}")
        if at >= 0:
            return at
    return len(text)


class _Gathered:
    """Lists of stories by word, written day by day."""

    def __init__(self) -> None:
        self.lists: dict[str, bytearray] = defaultdict(bytearray)
        self._last: dict[str, int] = {}

    def add(self, day: int, stories: Sequence[_Slotted]) -> None:
        """Add the stories of one day, in the order of their slots."""
        lists, last = self.lists, self._last
        for word in set().union(*(words for _, words in stories)):
            lists[word] += postings.gap(day, last.get(word, 0)).encode()
            last[word] = day
        for slot, words in stories:
            for word in words:
                lists[word].extend(slot)


def word_path(name: str) -> str:
    """Return the path of a file of words."""
    return f"{WORDS}{name}.txt"


def word_name(path: str) -> str:
    """Return the name of the file of words at a path."""
    return path.removeprefix(WORDS).removesuffix(".txt")


def page_of(number: int) -> Page:
    """Return which file of records a story is in: its day, and which of the day's files."""
    day, slot = divmod(number, SPAN)
    return day, slot // PAGE


def record_path(page: Page) -> str:
    """Return the path of a file of records: `search/days/2025-07-22-0.json`."""
    day, part = page
    return f"{FOLDER}/days/{dt.date.fromordinal(day)}-{part}.json"


def records(stories: Iterable[Numbered]) -> bytes:
    """Return a file of records: what results show of stories, by their slots."""
    entries = (f'"{number % SPAN}":{row.record}' for number, row in stories)
    return b"{%b}\n" % ",\n".join(entries).encode()


def manifest(names: Iterable[str], days: Iterable[int]) -> bytes:
    """Return the file that says which others there are, and which years have stories."""
    years = sorted({dt.date.fromordinal(day).year for day in days} - {1})
    return json.dumps({"words": " ".join(sorted(names)), "years": years}).encode()
