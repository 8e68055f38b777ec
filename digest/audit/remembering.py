"""Which stories were found to be in order in all their languages, so that none is compared twice.

One file in .cache/: what stands for the program and the settings, then one hash a story. With
another program or other settings, and where the file cannot be read, all are looked at.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from digest import files, fingerprint
from digest.cache import snapshot
from digest.config import Config
from digest.model import Story

FILE = ".cache/checked"


class InOrder:
    """The stories that need not be compared, by all that comparing looks at."""

    def __init__(self, config: Config) -> None:
        self._path = config.root / FILE
        program = snapshot.digest(snapshot.scan([str(Path(__file__).parents[1])]))
        self._print = fingerprint.of_text(
            repr((program, config.languages, config.translation.enabled))
        )
        self._before = self._read()
        self._now: set[str] = set()

    def knows(self, story: Story) -> bool:
        """Say whether a story is known to be in order."""
        known = key(story) in self._before
        if known:
            self._now.add(key(story))
        return known

    def add(self, keys: Iterable[str]) -> None:
        """Note stories that are in order."""
        self._now.update(keys)

    def save(self) -> None:
        """Write what is known, if it has changed; a disk that refuses costs time alone."""
        if self._now != self._before:
            text = "\n".join((self._print, *sorted(self._now)))
            with contextlib.suppress(OSError):
                files.write_atomic(self._path, f"{text}\n".encode())

    def _read(self) -> set[str]:
        try:
            first, *rest = self._path.read_text("ascii").split("\n")
        except (OSError, UnicodeDecodeError):
            return set()
        return set(filter(None, rest)) if first == self._print else set()


def key(story: Story) -> str:
    """Return a hash of all texts and marks of a story."""
    return fingerprint.of_text(repr(story.articles))
