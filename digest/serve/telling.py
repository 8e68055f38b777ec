"""What the pages that are open in browsers are told: reload, other styles, what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock

from digest.cache.snapshot import Stat
from digest.model import Problem

ALIVE = 15.0
"""Seconds after which a page hears something anyhow, so that one that has gone is noticed."""


@dataclass(eq=False, slots=True)
class Listener:
    """A page that is open in a browser."""

    page: str
    """Path of its address: `/news/tr/x/`."""
    version: str
    """Stands for the page as it was served."""
    messages: SimpleQueue[bytes] = field(default_factory=SimpleQueue)

    def next(self) -> bytes:
        """Wait for the next message and return it as it is sent, or a sign of life."""
        try:
            return self.messages.get(timeout=ALIVE)
        except Empty:
            return b":\n\n"

    def tell(self, event: str, value: object = None) -> None:
        """Send a message. It is one line: JSON."""
        self.messages.put(f"event: {event}\ndata: {json.dumps(value)}\n\n".encode())


class Hub:
    """All open pages.

    `look` returns a page as it would be served now, by its path: what stands for it, and its HTML.
    """

    def __init__(self, look: Callable[[str], tuple[str, bytes]]) -> None:
        self._look = look
        self._listeners: set[Listener] = set()
        self._problems: list[dict[str, object]] = []
        self._lock = Lock()

    def join(self, page: str, version: str) -> Listener:
        """Let a page listen. It is told at once what it has missed."""
        listener = Listener(page, version)
        with self._lock:
            self._listeners.add(listener)
            if self._problems:
                listener.tell("problems", self._problems)
            self._compare(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Forget a page that was closed."""
        with self._lock:
            self._listeners.discard(listener)

    def pages(self) -> tuple[str, ...]:
        """Return the paths of all pages that are open, each once."""
        with self._lock:
            return tuple(sorted({listener.page for listener in self._listeners}))

    def refresh(self, files: Sequence[str] = ()) -> None:
        """Send the pages that are no longer as they were served.

        `files` are paths of other files that changed: style sheets are swapped in, and with
        anything else, which may be part of any page, all of them are loaded again.
        """
        styles = [path for path in files if path.endswith(".css")]
        with self._lock:
            for listener in self._listeners:
                if len(styles) < len(files):
                    listener.tell("reload")
                elif not self._compare(listener) and styles:
                    listener.tell("styles", styles)

    def report(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong on every page, or take it away when nothing is."""
        errors = [_shown(problem) for problem in problems if problem.severity == "error"]
        with self._lock:
            if errors != self._problems:
                self._problems = errors
                for listener in self._listeners:
                    listener.tell("problems", errors)

    def _compare(self, listener: Listener) -> bool:
        """Send a page if it is not what would be served now; say whether it is so."""
        now, page = self._look(listener.page)
        changed = now != listener.version
        if changed:
            listener.version = now
            listener.tell("page", {"version": now, "html": page.decode("utf-8", "replace")})
        return changed


def changed_files(before: Mapping[str, Stat], after: Mapping[str, Stat]) -> tuple[str, ...]:
    """Return the paths of the files that were changed, added or removed."""
    return tuple(sorted({path for path, _ in before.items() ^ after.items()}))


def _shown(problem: Problem) -> dict[str, object]:
    where = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return {"where": where, "message": problem.message, "hint": problem.hint}
