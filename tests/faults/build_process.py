"""Builds a site again and again, each time in a child process that a test can kill.

Each line of standard input is a site's folder, how many processes work at it, after how many
changes on disk the child kills itself, and after how many seconds it is killed (0: never). The
answer is how it ended.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from digest.cache import quick
from digest.config.reading import load
from digest.pipeline import building
from digest.pipeline.updating import Options
from digest.render import pool
from tests.support.sites import make_site

DAY = "2025-11-22"
_CHANGES = frozenset(("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"))


def build(root: Path, jobs: int = 1) -> building.Build:
    """Build a site as `digest build` does."""
    config, problems = load(root)
    assert config is not None, problems
    return building.build(config, Options(jobs=jobs, name=quick.BUILD), None, DAY)


def die_after(changes: int) -> None:
    """Kill this process, or the one of its children that comes to it, at its n-th change.

    A number below zero counts from where files begin to be moved into output/.
    """
    left, counting = abs(changes), changes > 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left, counting
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o3
        counting = counting or (bool(writes) and str(arguments[0]).endswith("/unfinished"))
        if counting and (writes or event in _CHANGES):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def main() -> None:
    """Build what standard input names."""
    pool.WORTH = 1  # several processes work at a site however small it is
    building.CHECKED = 0  # what the check finds after a build is not what is tried here
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(Path(folder))
        site.story("a")
        build(site.root)  # whatever is imported on the way is there for every child
    for line in sys.stdin:
        root, jobs, changes, seconds = line.rstrip("\n").rsplit(" ", 3)
        pid = os.fork()
        if not pid:
            if changes != "0":
                die_after(int(changes))
            done = build(Path(root), int(jobs))
            os._exit(0 if done.published else 1)
        if float(seconds):
            time.sleep(float(seconds))
            os.kill(pid, signal.SIGKILL)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
