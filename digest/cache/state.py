"""What the last build knew.

A section is read only when it is asked for, and one that was not changed is written back as it
was read.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from typing import Any

from digest import fingerprint
from digest.cache import sections

COMPARED = "watched"
"""The section that `quick.look` compares as bytes. The stable form takes three times as long to
write as marshal's own, and so is not that of all."""


class State:
    """Named plain values: None, numbers, texts, bytes, tuples, lists, dicts."""

    def __init__(self, raw: sections.Sections | None = None) -> None:
        self._raw = raw or {}
        """Values that have not been set, as they were read."""
        self._values: dict[str, Any] = {}
        """Values that have been set, or asked for."""
        self._saved = raw is not None

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value."""
        if name not in self._values:
            if name not in self._raw:
                return default
            self._values[name] = marshal.loads(self._raw[name].data)  # noqa: S302  sum was checked
        return self._values[name]

    def put(self, name: str, value: Any) -> None:
        """Set a value, to be written by `save`. Names are plain words."""
        if self._saved and self.get(name) == value:
            return
        self._values[name] = value
        self._raw.pop(name, None)
        self._saved = False

    def save(self, path: str) -> None:
        """Write all values where any has changed; the file is the old one or the new one."""
        if not self._saved:
            sections.save(path, self._sections())

    def _sections(self) -> Iterator[tuple[str, sections.Section]]:
        """Yield every section, those of new values made one at a time."""
        for name in dict.fromkeys((*self._raw, *self._values)):
            raw = self._raw.get(name)
            dump = fingerprint.stable if name == COMPARED else marshal.dumps
            yield name, raw or sections.section(dump(self._values[name]))


def load(path: str) -> tuple[State, str]:
    """Return the last build's state and a note: empty, or why there is none to go by."""
    raw, note = sections.load(path)
    return State(raw or None), note
