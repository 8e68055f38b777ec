"""Stories that one process has read, kept on disk until another one makes their pages."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest import files
from digest.model import Story

Place = tuple[str, int, int]
"""File, start and length of a story in it."""


class Spool:
    """A folder with a file for each process that writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, int] = {}

    def write(self, story: Story) -> Place:
        """Keep a story, and return where it is."""
        name = f"{self._folder}/{os.getpid()}"
        if name not in self._open:
            self._open[name] = os.open(name, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        data = pickle.dumps(story, protocol=5)
        view = memoryview(data)
        while view:  # a disk that is nearly full takes a part, and then says so
            view = view[os.write(self._open[name], view) :]
        end = os.lseek(self._open[name], 0, os.SEEK_CUR)
        return name, end - len(data), len(data)

    def read(self, place: Place) -> Story:
        """Return the story that is there."""
        name, start, length = place
        if name not in self._open:
            self._open[name] = os.open(name, os.O_RDONLY)
        data = os.pread(self._open[name], length, start)
        story: Story = pickle.loads(data)  # noqa: S301 - written by `write` in this very build
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
    for left in cache.glob("spool-*"):
        if not files.lives(left.name.split("-")[1]):  # another command may be at work
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"spool-{os.getpid()}-", dir=cache))
    opened = Spool(folder)
    try:
        yield opened
    finally:
        opened.close()
        shutil.rmtree(folder, ignore_errors=True)
