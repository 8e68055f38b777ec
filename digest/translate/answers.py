"""Answers as they arrive, kept in .cache/ so that a killed run asks for none of them again.

One line an answer, appended at once: a hash of what was asked, the service, the text, and a
checksum. A line that was cut off, or is garbage, is passed over. Keys are never in it.
"""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path
from typing import IO, NamedTuple

from digest.errors import DigestError
from digest.fingerprint import of_text

FILE = ".cache/translations.jsonl"
_VERSION = "1"
_SYNC = 1.0
"""Seconds that an answer may wait to be forced to the disk."""


class Answer(NamedTuple):
    """A text that a service sent and that passed all checks."""

    text: str
    engine: str
    parts: tuple[str, ...] = ()
    """The texts that it was put together from, where it is a whole segment's."""


_NONE = Answer("", "")
"""What takes an answer back, in the file."""


def question_key(source: str, target: str, text: str) -> str:
    """Return the hash that stands for a question."""
    return of_text(f"{source}\0{target}\0{text}")


class Answers:
    """All answers so far, by question. Threads may share it.

    Raises DigestError where .cache/ cannot be written.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / FILE
        self._lock = threading.Lock()
        self._known = _read(self._path)
        self._file: IO[str] | None = None
        self._synced = 0.0

    def get(self, key: str) -> Answer | None:
        """Return the answer to a question, if there is one."""
        with self._lock:
            return self._known.get(key)

    def add(self, key: str, answer: Answer) -> None:
        """Keep an answer; it outlives the process from here on."""
        if self.get(key) != answer:
            self._append(key, answer)

    def take_back(self, key: str) -> None:
        """Forget the answer to a question, if there is one, for this run and all that follow."""
        if self.get(key):
            self._append(key, _NONE)

    def _append(self, key: str, answer: Answer) -> None:
        line = json.dumps([_VERSION, key, answer.engine, answer.text, _checksum(key, answer)])
        with self._lock:
            _keep(self._known, key, answer)
            file = self._open()
            file.write(f"{line}\n")
            file.flush()
            if time.monotonic() - self._synced > _SYNC:
                os.fsync(file.fileno())
                self._synced = time.monotonic()

    def forget(self) -> None:
        """Throw all away: everything asked for is in content/ by now."""
        self.close()
        self._known.clear()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Force what was written to the disk."""
        with self._lock:
            if self._file:
                os.fsync(self._file.fileno())
                self._file.close()
                self._file = None

    def _open(self) -> IO[str]:
        if self._file is None:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                torn = _is_torn(self._path)
                self._file = self._path.open("a", encoding="utf-8")
            except OSError as error:
                hint = "Answers are kept there, so that none is asked for twice."
                reason = error.strerror or type(error).__name__
                raise DigestError(f"cannot be written: {reason}.", path=FILE, hint=hint) from None
            if torn:
                self._file.write("\n")
        return self._file


def _read(path: Path) -> dict[str, Answer]:
    known: dict[str, Answer] = {}
    try:
        with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
            for line in file:
                if entry := _entry(line):
                    _keep(known, *entry)
    except OSError:
        return known
    return known


def _keep(known: dict[str, Answer], key: str, answer: Answer) -> None:
    if answer.text:
        known[key] = answer
    else:
        known.pop(key, None)


def _entry(line: str) -> tuple[str, Answer] | None:
    try:
        version, key, engine, text, checksum = json.loads(line)
    except (ValueError, TypeError, RecursionError):
        return None
    texts = isinstance(key, str) and isinstance(engine, str) and isinstance(text, str)
    if not texts or version != _VERSION or checksum != _checksum(key, Answer(text, engine)):
        return None
    return key, Answer(text, engine)


def _checksum(key: str, answer: Answer) -> str:
    return of_text(f"{key}\0{answer.engine}\0{answer.text}")[:12]


def _is_torn(path: Path) -> bool:
    """Say whether the last line was cut off when a run was killed."""
    try:
        with path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b"\n"
    except OSError:
        return False
