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


def relevant(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Return which of these absolute paths a build reads, relative to the site, sorted.

    What editors put beside a file while they save it is left out.
    """
    names = {os.path.relpath(path, root).replace(os.sep, "/") for path in paths}
    return tuple(sorted(name for name in names if _is_read(name)))


def _is_read(name: str) -> bool:
    parts = name.split("/")
    if any(part.startswith((".", "#")) or part.endswith("~") for part in parts):
        return name == ".secrets"
    return parts[0] in quick.FOLDERS and not parts[-1].endswith((".tmp", ".swp", ".swx"))


def watch(root: Path, changed: Callable[[tuple[str, ...]], None], stop: Event) -> None:
    """Call `changed` with the paths that were changed, relative to the site, until `stop` is set.

    Two watchers: the files in the site's folder, where an editor may replace a file by another,
    and all that is in the folders below it that a build reads.
    """
    again = Event()

    def note(paths: Iterable[str]) -> None:
        names = relevant(root, paths)
        if any(name in ("content", "templates") for name in names):
            again.set()
        if names:
            changed(names)

    deep = Thread(target=_deep, args=(root, note, again, stop), daemon=True)
    deep.start()
    try:
        _watch((root,), note, stop, recursive=False)
    finally:
        stop.set()
        again.set()
        deep.join(5)


def _deep(root: Path, note: Callable[[Iterable[str]], None], again: Event, stop: Event) -> None:
    """Watch the folders as they are, and begin anew when one of them comes or goes."""
    while not stop.is_set():
        again.clear()
        folders = [path for name in quick.FOLDERS if (path := root / name).is_dir()]
        try:
            if folders:
                _watch(folders, note, again, recursive=True)
        except FileNotFoundError:
            pass
        again.wait()


def _watch(
    paths: Iterable[Path], note: Callable[[Iterable[str]], None], stop: Event, *, recursive: bool
) -> None:
    from watchfiles import watch as changes

    for found in changes(
        *paths,
        watch_filter=None,
        debounce=LONGEST,
        step=STEP,
        rust_timeout=1000,
        stop_event=stop,
        recursive=recursive,
    ):
        note(path for _, path in found)
