"""What the last build knew, in .cache/build. Standard library alone.

The file is a line with this format's version, then sections: each a header line
`name length crc32`, then marshalled data. A section is read only when it is asked for, and
one that was not changed is written back as it was read. A file that is damaged or of
another version counts as none: everything is then made anew.
"""

from __future__ import annotations

import marshal
import os
import zlib
from typing import Any

VERSION = b"digest-build 1"


class State:
    """Named sections of plain values: None, numbers, texts, tuples, lists, dicts."""

    def __init__(self, raw: dict[str, bytes] | None = None) -> None:
        self._raw = raw or {}
        self._values: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """Return a section's value."""
        if name not in self._values:
            if name not in self._raw:
                return default
            self._values[name] = marshal.loads(self._raw[name])  # noqa: S302 - checked below
        return self._values[name]

    def put(self, name: str, value: Any) -> None:
        """Set a section's value, to be written by `save`."""
        self._values[name] = value
        self._raw[name] = marshal.dumps(value)

    def save(self, path: str) -> None:
        """Write all sections; the file is the old one or the new one, never half."""
        os.makedirs(os.path.dirname(path), exist_ok=True)
        temporary = f"{path}.{os.getpid()}.tmp"
        with open(temporary, "wb") as file:
            file.write(VERSION + b"\n")
            for name, data in self._raw.items():
                file.write(f"{name} {len(data)} {zlib.crc32(data)}\n".encode())
                file.write(data)
        os.replace(temporary, path)


def load(path: str) -> tuple[State, str]:
    """Return the last build's state and a note: empty, or why there is none to go by."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return State(), ""
    except OSError as error:
        return State(), f"{path} cannot be read ({error.strerror}); everything is made anew."
    if not data.startswith(VERSION + b"\n"):
        return State(), "The cache was written by another version; everything is made anew."
    try:
        return State(_sections(data)), ""
    except (ValueError, IndexError):
        return State(), "The cache is damaged; everything is made anew."


def _sections(data: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    at = len(VERSION) + 1
    while at < len(data):
        end = data.index(b"\n", at)
        name, length, check = data[at:end].split(b" ")
        at = end + 1
        part = data[at : at + int(length)]
        if len(part) != int(length) or zlib.crc32(part) != int(check):
            raise ValueError("a section is not what was written")
        found[name.decode()] = part
        at += int(length)
    return found
