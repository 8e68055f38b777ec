"""What lies on disk, as far as can be told without reading it. Standard library alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from stat import S_ISLNK

from digest import fingerprint

Stat = tuple[int, int, int]
"""Modified (ns), status changed (ns), size."""

UNSURE: Stat = (-1, -1, -1)
"""Stands for a file that keeps changing while it is looked at; equals no file's state."""

GRAIN = 0.02
"""Seconds: twice the coarsest tick (10 ms) with which Linux stamps files."""


def scan(folders: Iterable[str], skip: int = 0, linked: str = "") -> dict[str, Stat]:
    """Return the state of every file below the folders, hidden ones and bytecode aside.

    `skip` is how many characters of each path are left out. A path that is a file stands for
    itself; one that is not there has no files. A symbolic link has the state of what it leads to
    too; where that is a folder, it is walked once if the link lies below the folder `linked` and
    leads to somewhere beside or below that one.
    """
    found: dict[str, Stat] = {}
    walked: set[str] = set()
    pending = list(folders)
    while pending:
        path = pending.pop()
        try:
            folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)  # its path is walked down once
        except NotADirectoryError:
            found[path[skip:]] = _state(path)
            continue
        except OSError:
            continue
        try:
            below, links = _scan_folder(folder, path, found, skip)
            pending += below
            if linked and path.startswith(linked):
                pending += [link for link in links if _is_walked(link, linked, walked)]
        finally:
            os.close(folder)
    return found


def _scan_folder(
    folder: int, path: str, found: dict[str, Stat], skip: int
) -> tuple[list[str], list[str]]:
    """Add the files that lie in a folder, and return the folders and the links there."""
    below: list[str] = []
    links: list[str] = []
    shown = path[skip:]
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == "." or name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(f"{path}/{name}")
            elif entry.is_symlink():
                links.append(f"{path}/{name}")
                found[f"{shown}/{name}"] = _state(links[-1])
            else:
                stat = entry.stat(follow_symlinks=False)
                found[f"{shown}/{name}"] = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)
    return below, links


def _is_walked(link: str, linked: str, walked: set[str]) -> bool:
    """Say whether a link leads to a folder that is to be walked, and note that it is."""
    target = os.path.realpath(link)
    beside = os.path.realpath(os.path.dirname(linked)) + "/"
    if target in walked or not target.startswith(beside) or not os.path.isdir(target):
        return False
    walked.add(target)
    return True


def settle(found: dict[str, Stat], base: str) -> dict[str, Stat]:
    """Return the states once no file is younger than the clock is fine.

    A file that was written within the clock's grain could be written again without a visible
    change; so this waits a grain where there is such a file. One that is written without
    pause becomes `UNSURE`. `base` is what `scan` left out of the paths.
    """
    for _ in range(3):
        newest = time.time_ns() - int(GRAIN * 1e9)
        young = [path for path, stat in found.items() if stat[1] > newest]
        if not young:
            return found
        time.sleep(GRAIN)
        found = {**found, **{path: _state(base + path) for path in young}}
    return {**found, **dict.fromkeys(young, UNSURE)}


def digest(found: Mapping[str, Stat]) -> str:
    """Return one fingerprint for the state of all these files."""
    return fingerprint.of_bytes(fingerprint.stable(sorted(found.items())))


def _state(path: str) -> Stat:
    try:
        itself = os.lstat(path)
        linked = S_ISLNK(itself.st_mode) and os.path.exists(path)
        stat = os.stat(path) if linked else itself
    except OSError:
        return UNSURE
    return stat.st_mtime_ns, max(itself.st_ctime_ns, stat.st_ctime_ns), stat.st_size
