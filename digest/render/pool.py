"""Processes: work is split among children that are forked where the work lies ready in memory."""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import IO, Any, Generic, TypeVar

from digest.errors import RenderError

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Sequence[Item], Callable[[int], None]], Result]
"""Makes something of a share of the items. Gets the share, and a function that it calls with the
number of items that it has finished since the last call; children say so after a whole share."""

WORTH = 64
"""Items below which one process alone is quicker than several."""

SHARES = 8192
"""Shares at most: their numbers have to fit into a pipe, from which the children take them."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    work: Work[Item, Result],
    items: Sequence[Item],
    jobs: int,
    progress: Callable[[int], None] = lambda _done: None,
    size: int = 32,
) -> list[Result]:
    """Return what `work` makes of each share of so many items, in the order of the shares.

    Results must pickle. With one job, or few items, all is one share, done in this process.
    Raises what `work` raises, and RenderError when a child dies.
    """
    with start(work, items, jobs, size) as running:
        return running.results(progress)


def start(
    work: Work[Item, Result], items: Sequence[Item], jobs: int, size: int = 32
) -> Running[Item, Result]:
    """Begin with the work, as `run` does it, and leave this process free for something else."""
    jobs = min(jobs or processors(), max(1, len(items) // WORTH))
    if jobs == 1 or not hasattr(os, "fork"):
        return Running(work, [items], [])
    size = max(size, -(-len(items) // SHARES))
    shares = [items[n : n + size] for n in range(0, len(items), size)]
    queue, filling = os.pipe()
    os.write(filling, b"".join(number.to_bytes(4, "big") for number in range(len(shares))))
    os.close(filling)
    gc.collect()
    gc.freeze()  # what is there stays shared between the processes
    children = [_Child(work, shares, queue) for _ in range(jobs)]
    os.close(queue)
    return Running(work, shares, children)


@dataclass
class Running(Generic[Item, Result]):
    """Work that is being done by children, or that is still to be done here.

    At the end of its `with` block no child is left, whatever happened there.
    """

    work: Work[Item, Result]
    shares: list[Sequence[Item]]
    children: list[_Child]

    def __enter__(self) -> Running[Item, Result]:
        return self

    def __exit__(self, *_error: object) -> None:
        gc.unfreeze()
        for child in self.children:
            child.end()

    def results(self, progress: Callable[[int], None] = lambda _done: None) -> list[Result]:
        """Wait for the children, or do the work, and return the results in order."""
        if not self.children:
            return [self.work(share, progress) for share in self.shares]
        _read(self.children, progress)
        parts = [part for child in self.children for part in child.outcome()]
        return [result for _, result in sorted(parts, key=itemgetter(0))]


class _Child:
    """A forked process, and the pipe that it answers through: progress in bytes, then a pickle."""

    def __init__(self, work: Work[Any, Any], shares: list[Sequence[Any]], queue: int) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(writing)
            self.pipe: IO[bytes] = os.fdopen(reading, "rb")
            self.data = bytearray()
            return
        status = 1
        try:
            os.close(reading)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            with os.fdopen(writing, "wb", buffering=0) as pipe:
                _answer(work, shares, queue, pipe)
            status = 0
        finally:
            os._exit(status)

    def outcome(self) -> list[tuple[int, Any]]:
        """Return number and result of each share that it worked on, or raise what failed."""
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        if self.data[:1] != b"=" or status:
            how = f"signal {status & 127}" if status & 127 else f"status {status >> 8}"
            raise RenderError(
                f"a process that renders pages died ({how}).",
                hint="There may be too little memory; try build.jobs: 1 in config.yaml.",
            )
        done, value = pickle.loads(memoryview(self.data)[1:])  # noqa: S301  from our own child
        if not done:
            raise value
        parts: list[tuple[int, Any]] = value
        return parts

    def end(self) -> None:
        """Let it go; where it is still at work, it is not needed any more."""
        self.pipe.close()
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


def _answer(work: Work[Any, Any], shares: list[Sequence[Any]], queue: int, pipe: IO[bytes]) -> None:
    """Write a line of progress after each share, and at last `=` and the pickled outcome.

    Whoever is done with a share takes the next number from the queue, so that all finish at
    the same time, however unlike the shares are.
    """
    try:
        parts = []
        while number := os.read(queue, 4):
            at = int.from_bytes(number, "big")
            parts.append((at, work(shares[at], lambda _done: None)))
            _write(pipe, b"%d\n" % len(shares[at]))
        data = pickle.dumps((True, parts), protocol=5)
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        data = _pickled(error)
    _write(pipe, b"=" + data)


def _pickled(error: Exception) -> bytes:
    try:
        data = pickle.dumps((False, error), protocol=5)
        pickle.loads(data)  # noqa: S301 - our own bytes: some errors pickle and do not unpickle
    except Exception:  # noqa: BLE001 - an error of any kind is described instead
        import traceback

        text = "".join(traceback.format_exception(error))
        data = pickle.dumps((False, RuntimeError(text)), protocol=5)
    return data


def _write(pipe: IO[bytes], data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[pipe.write(view) :]


def _read(children: list[_Child], progress: Callable[[int], None]) -> None:
    with selectors.DefaultSelector() as selector:
        for child in children:
            selector.register(child.pipe, selectors.EVENT_READ, child)
        while selector.get_map():
            for key, _ in selector.select():
                child = key.data
                data = os.read(child.pipe.fileno(), 1 << 20)
                if not data:
                    selector.unregister(child.pipe)
                child.data += data
                _report(child, progress)


def _report(child: _Child, progress: Callable[[int], None]) -> None:
    """Take the finished lines of progress off the front of what a child has sent."""
    while child.data and child.data[:1] != b"=" and (end := child.data.find(b"\n")) >= 0:
        progress(int(child.data[:end]))
        del child.data[: end + 1]
