"""Processes: work is split among children that are forked where the work lies ready in memory."""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import signal
from collections.abc import Callable, Sequence
from typing import IO, Any, TypeVar

from digest.errors import RenderError

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH = 64
"""Items below which one process alone is quicker than several."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    work: Callable[[Sequence[Item], Callable[[int], None]], Result],
    items: Sequence[Item],
    jobs: int,
    progress: Callable[[int], None] = lambda _done: None,
) -> list[Result]:
    """Return what `work` makes of each share of the items, in the order of the shares.

    `work` gets a share and a function that it calls with the number of items that it has
    finished since the last call; results must pickle. With one job, or few items, it runs in
    this process. Raises what `work` raises, and RenderError when a child dies.
    """
    jobs = min(jobs or processors(), max(1, len(items) // WORTH))
    if jobs == 1 or not hasattr(os, "fork"):
        return [work(items, progress)]
    size = -(-len(items) // jobs)
    shares = [items[n : n + size] for n in range(0, len(items), size)]
    gc.collect()
    gc.freeze()  # what is there stays shared between the processes
    try:
        children = [_Child(work, share) for share in shares]
        return _results(children, progress)
    finally:
        gc.unfreeze()


class _Child:
    """A forked process, and the pipe that it answers through: progress in bytes, then a pickle."""

    def __init__(
        self, work: Callable[[Sequence[Item], Callable[[int], None]], Result], share: Sequence[Item]
    ) -> None:
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
                _answer(work, share, pipe)
            status = 0
        finally:
            os._exit(status)


def _answer(
    work: Callable[[Sequence[Item], Callable[[int], None]], Result],
    share: Sequence[Item],
    pipe: IO[bytes],
) -> None:
    """Write a line of progress now and then, and at last `=` and the pickled outcome."""
    try:
        outcome = (True, work(share, lambda done: _write(pipe, b"%d\n" % done)))
        data = pickle.dumps(outcome, protocol=5)
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


def _results(children: list[_Child], progress: Callable[[int], None]) -> list[Result]:
    try:
        _read(children, progress)
    except BaseException:
        for child in children:
            os.kill(child.pid, signal.SIGTERM)
        raise
    finally:
        statuses = [os.waitpid(child.pid, 0)[1] for child in children]
        for child in children:
            child.pipe.close()
    return [_outcome(child, status) for child, status in zip(children, statuses, strict=True)]


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


def _outcome(child: _Child, status: int) -> Any:
    if child.data[:1] != b"=" or status:
        how = f"signal {status & 127}" if status & 127 else f"status {status >> 8}"
        raise RenderError(
            f"a process that renders pages died ({how}).",
            hint="There may be too little memory; try build.jobs: 1 in config.yaml.",
        )
    done, value = pickle.loads(memoryview(child.data)[1:])  # noqa: S301 - from our own child
    if not done:
        raise value
    return value
