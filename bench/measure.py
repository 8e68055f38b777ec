"""Time and memory of whole commands."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SAMPLING = 0.02
"""Seconds between two looks at a command's memory."""


class CommandError(Exception):
    """A measured command failed, or did not do what it should."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of a command."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of user and system time, of all processes that were waited for."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, and where."""

    words: tuple[str, ...]
    folder: Path
    environment: tuple[tuple[str, str], ...] = ()
    """Variables set beside those of this process."""


def timed(command: Command) -> Sample:
    """Run a command to its end.

    What earlier commands wrote is flushed first, so that it isn't charged to this one.
    Raises CommandError with the end of what it printed when it fails.
    """
    os.sync()
    log = command.folder / "bench.log"
    with log.open("wb") as out:
        start = time.perf_counter()
        process = _started(command, out.fileno())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    _check(process.returncode, command, log)
    return Sample(wall, usage.ru_utime + usage.ru_stime)


def peak_memory(command: Command) -> int:
    """Run a command and return the largest sum of its processes' memory, in bytes.

    Pages that processes share count once (PSS); where the kernel doesn't say, each counts them
    (RSS). Looking costs time, so that no run is both timed and looked at.
    """
    log = command.folder / "bench.log"
    peak = 0
    with log.open("wb") as out:
        process = _started(command, out.fileno())
        while process.poll() is None:
            peak = max(peak, sum(_memory(pid) for pid in _family(process.pid)))
            time.sleep(SAMPLING)
    _check(process.returncode, command, log)
    return peak


def _started(command: Command, out: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command.words,
        cwd=command.folder,
        env={**os.environ, **dict(command.environment)},
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.STDOUT,
    )


def _check(code: int, command: Command, log: Path) -> None:
    if code:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandError(f"{' '.join(command.words)} ended with {code}:\n{tail}")


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield pid
    try:
        threads = os.listdir(f"/proc/{pid}/task")
        lists = [Path(f"/proc/{pid}/task/{thread}/children").read_text() for thread in threads]
    except OSError:  # it has just ended
        return
    for child in " ".join(lists).split():
        yield from _family(int(child))


def _memory(pid: int) -> int:
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
        except OSError:
            continue
        for line in lines:
            if line.startswith(key):
                return int(line.split()[1]) * 1024
    return 0


def aside(paths: list[Path], trash: Path) -> None:
    """Move what is there of these paths out of the way, and delete nothing.

    On ext4, making files soon after tens of thousands were deleted takes several times as
    long, and would be charged to whoever comes next.
    """
    trash.mkdir(parents=True, exist_ok=True)
    for path in paths:
        if path.exists():
            path.rename(trash / f"{path.name}-{time.time_ns()}")


def tree_size(folder: Path) -> tuple[int, int]:
    """Return the number of files below a folder, and their bytes."""
    files = size = 0
    for where, _, names in os.walk(folder):
        files += len(names)
        size += sum((Path(where) / name).stat().st_size for name in names)
    return files, size
