"""Stories that one process has read, kept on disk until another one makes their pages."""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from digest import files
from digest.model import Article, Image, Origin, SegmentMark, Source, Story
from digest.records import values

Place = tuple[str, int, int]
"""File, start and length of a story in it."""


TOGETHER = 1 << 18
"""Bytes from which on what is kept is written out."""


class Spool:
    """A folder with a file for each process that writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._open: dict[str, int] = {}
        self._pid = 0
        self._name = ""
        self._end = 0
        self._waiting = bytearray()

    def write(self, story: Story) -> Place:
        """Keep a story, and return where it will be once all is written out by `flush`."""
        if self._pid != os.getpid():  # a child begins a file of its own
            self._begin(os.getpid())
        data = marshal.dumps(_plain(story))
        place = self._name, self._end, len(data)
        self._end += len(data)
        self._waiting += data
        if len(self._waiting) > TOGETHER:
            self.flush()
        return place

    def flush(self) -> None:
        """Write out what this process was given."""
        with memoryview(bytes(self._waiting)) as view:
            done = 0
            while done < len(view):  # a disk that is nearly full takes a part, and then says so
                done += os.write(self._open[self._name], view[done:])
        self._waiting.clear()

    def _begin(self, pid: int) -> None:
        self._pid, self._name, self._end = pid, f"{self._folder}/{pid}", 0
        self._waiting.clear()
        how = os.O_RDWR | os.O_CREAT | os.O_APPEND
        self._open[self._name] = os.open(self._name, how, 0o600)

    def read(self, place: Place) -> Story:
        """Return the story that is there."""
        name, start, length = place
        if name not in self._open:
            self._open[name] = os.open(name, os.O_RDONLY)
        data = os.pread(self._open[name], length, start)
        story: Story = _whole(marshal.loads(data))  # noqa: S302  written by `write` in this build
        return story

    def close(self) -> None:
        """Let go of all files."""
        for file in self._open.values():
            os.close(file)
        self._open.clear()


@contextmanager
def spool(cache: Path) -> Iterator[Spool]:
    """Give an empty spool in the cache folder; it is gone afterwards."""
    cache.mkdir(parents=True, exist_ok=True)
    ours = str(os.getpid())  # in containers, that of the run before may have been the same
    for left in cache.glob("spool-*"):
        pid = left.name.split("-")[1]
        if pid == ours or not files.lives(pid):  # another command may be at work
            files.remove_folder(left)
    folder = cache / f"spool-{ours}-{time.time_ns()}"
    folder.mkdir(mode=0o700)
    opened = Spool(folder)
    try:
        yield opened
    finally:
        opened.close()
        files.remove_folder(folder)


_KINDS: tuple[Any, ...] = (Story, Article, Source, Image, Origin, SegmentMark)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_INNER = [
    [
        at
        for at, name in enumerate(kind.__match_args__)
        if any(inner.__name__ in kind.__annotations__[name] for inner in _KINDS)
    ]
    for kind in _KINDS
]
"""Which of the values are records, or hold some; the others are plain."""


def _plain(value: Any) -> Any:
    """Return a story as plain values, many times quicker to write and to read than a pickle.

    A record becomes the list of its values and its number among `_KINDS`.
    """
    if type(value) is tuple:
        return tuple([_plain(inner) for inner in value])
    number = _NUMBERS.get(type(value))
    if number is None:
        return value
    plain = [*values(value), number]
    for at in _INNER[number]:
        plain[at] = _plain(plain[at])
    return plain


def _whole(value: Any) -> Any:
    """Return what `_plain` was given."""
    if type(value) is tuple:
        return tuple([_whole(inner) for inner in value])
    if type(value) is not list:
        return value
    number = value.pop()
    for at in _INNER[number]:
        value[at] = _whole(value[at])
    return _KINDS[number](*value)
