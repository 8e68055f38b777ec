"""Which files of the site have changed, as soon as they do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

from digest.cache import quick

STEP = 10
"""Milliseconds between two looks at what the system says; also how long it must be quiet."""
LONGEST = 200
"""Milliseconds after which changes are passed on, though there are still more."""
_READY = 5.0
"""Seconds that a watcher has to begin."""

Changed = Callable[[tuple[str, ...]], None]
"""Called, by several threads, with the paths that were changed, relative to the site."""


def relevant(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Return which of these absolute paths a build reads, relative to the site, sorted.

    What editors put beside a file while they save it is left out.
    """
    names = {os.path.relpath(path, root).replace(os.sep, "/") for path in paths}
    return tuple(sorted(name for name in names if _is_read(name)))


class Watcher:
    """Watches a site.

    With two watchers: of the files in its folder, where an editor may replace one by another,
    and of all that is in the folders below it that a build reads. `failed` is called with what
    keeps one from going on.
    """

    def __init__(self, root: Path, changed: Changed, failed: Callable[[Exception], None]) -> None:
        self._root = root
        self._changed = changed
        self._failed = failed
        self._stop = Event()
        self._again = Event()
        """Set when one of the folders comes or goes."""
        self._threads: list[Thread] = []

    def start(self) -> None:
        """Begin to watch. When this returns, no change is missed any more."""
        for work in (self._flat, self._deep):
            ready = Event()
            thread = Thread(target=self._guarded, args=(work, ready), daemon=True)
            thread.start()
            self._threads.append(thread)
            ready.wait(_READY)

    def stop(self) -> None:
        """End. Changes that were seen may still be passed on."""
        self._stop.set()
        self._again.set()
        for thread in self._threads:
            thread.join(_READY)

    def _guarded(self, work: Callable[[Callable[[], object]], None], ready: Event) -> None:
        try:
            work(ready.set)
        except Exception as error:  # noqa: BLE001 - it is raised again by whoever started this
            self._failed(error)
            ready.set()

    def _flat(self, ready: Callable[[], object]) -> None:
        self._watch([self._root], ready, self._stop, recursive=False)

    def _deep(self, ready: Callable[[], object]) -> None:
        """Watch the folders as they are, and begin anew when one of them comes or goes."""
        while not self._stop.is_set():
            self._again.clear()
            folders = [path for name in quick.FOLDERS if (path := self._root / name).is_dir()]
            try:
                if folders:
                    self._watch(folders, ready, self._again, recursive=True)
            except FileNotFoundError:
                continue
            ready()
            self._again.wait()
            ready = self._look  # at what came into a new folder before it was watched

    def _look(self) -> None:
        self._changed(tuple(name for name in quick.FOLDERS if (self._root / name).is_dir()))

    def _watch(
        self, paths: list[Path], ready: Callable[[], object], stop: Event, *, recursive: bool
    ) -> None:
        from watchfiles import watch

        begun = False
        for found in watch(
            *paths,
            watch_filter=None,
            debounce=LONGEST,
            step=STEP,
            rust_timeout=100,
            yield_on_timeout=True,
            stop_event=stop,
            recursive=recursive,
        ):
            if not begun:
                begun = True
                ready()
            names = relevant(self._root, (path for _, path in found))
            if any(name in quick.FOLDERS and "." not in name for name in names):
                self._again.set()
            if names:
                self._changed(names)


def _is_read(name: str) -> bool:
    parts = name.split("/")
    if any(part.startswith((".", "#")) or part.endswith("~") for part in parts):
        return name == ".secrets"
    return parts[0] in quick.FOLDERS and not parts[-1].endswith((".tmp", ".swp", ".swx"))
