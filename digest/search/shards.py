"""The lines of the index split into files, by the words' first letters.

A file has all lines whose key starts with its name: `ka`, `kar`. The name is the shortest start
under which the lines do not exceed `LIMIT`, or else a word's whole key. So which files there
are follows from the lines alone, and an edit changes those alone that its words are in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

LIMIT = 32_000
"""Bytes of one file, unless a single word's line is longer."""

Lines = dict[str, str]
"""Lines by their words."""

Edit = Callable[[str], str]
"""Old line of a word, empty for none → new line."""


def key(word: str) -> str:
    """Return a word's key: `isik_`. No key is the start of another.

    All letters that are not ASCII are the same here, since files are named by keys.
    """
    facet = "_" if word.startswith("_") else ""
    return f"{facet}{_others().sub('-', word.removeprefix('_'))}_"


@cache
def _others() -> re.Pattern[str]:
    return re.compile("[^a-z0-9]")


def split(lines: Iterable[str], start: str = "") -> Iterator[tuple[str, str]]:
    """Yield (name, text) of the files for lines whose keys all begin with `start`."""
    yield from _split(sorted((key(_word(line)), line) for line in lines), start)


def _split(keyed: list[tuple[str, str]], start: str) -> Iterator[tuple[str, str]]:
    size = sum(_size(line) for _, line in keyed)
    if start and keyed and (size <= LIMIT or keyed[0][0] == start):
        yield start, "".join(f"{line}\n" for _, line in keyed)
        return
    at = 0
    while at < len(keyed):
        longer = keyed[at][0][: len(start) + 1]
        end = bisect_right(keyed, (longer + "\x7f", ""), at)
        yield from _split(keyed[at:end], longer)
        at = end


def patch(
    sizes: Mapping[str, int], edits: Mapping[str, Edit], read: Callable[[str], str]
) -> dict[str, str]:
    """Return the texts of the files that change, empty for one that goes.

    `sizes` are the bytes of all files by name, `edits` the changes by word; `read` returns the
    text of a file that is there.
    """
    names = sorted(sizes)
    by_file: dict[str, list[str]] = defaultdict(list)
    for word in edits:
        by_file[_home(key(word), names)].append(word)
    open_files = {name: _lines(read(name)) if name in sizes else {} for name in by_file}
    for name, words in by_file.items():
        for word in words:
            open_files[name][word] = edits[word](open_files[name].get(word, ""))
    now = {**sizes, **{name: _total(lines) for name, lines in open_files.items()}}
    names = sorted(now)
    changed = dict.fromkeys(open_files, "")
    for start in sorted({_region(name, now, names) for name in open_files}):
        lines: list[str] = []
        for name in _below(start, names):
            changed[name] = ""
            lines += (open_files[name] if name in open_files else _lines(read(name))).values()
        changed |= split(filter(None, lines), start)
    return changed


def _home(word: str, names: list[str]) -> str:
    """Return the name of the file that a key belongs to, whether it is there yet or not."""
    at = bisect_right(names, word) - 1
    if at >= 0 and word.startswith(names[at]):
        return names[at]
    return next(word[:n] for n in range(1, len(word) + 1) if not _below(word[:n], names))


def _region(name: str, sizes: Mapping[str, int], names: list[str]) -> str:
    """Return the shortest start of a name under which one file is enough, or the name."""
    for n in range(1, len(name)):
        if sum(sizes[other] for other in _below(name[:n], names)) <= LIMIT:
            return name[:n]
    return name


def _below(start: str, names: list[str]) -> list[str]:
    return names[bisect_left(names, start) : bisect_right(names, start + "\x7f")]


def _lines(text: str) -> Lines:
    return {_word(line): line for line in text.split("\n") if line}


def _word(line: str) -> str:
    return line.partition("\t")[0]


def _total(lines: Lines) -> int:
    return sum(_size(line) for line in lines.values() if line)


def _size(line: str) -> int:
    return (len(line) if line.isascii() else len(line.encode())) + 1
