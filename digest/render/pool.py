"""Processes: work is split among children that are forked where the work lies ready in memory.

This process is one of those that work: it takes shares, too, once it has nothing else to do.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import pickle
import selectors
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import IO, Any, Generic, Self, TypeVar

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
    """Begin with the work, as `run` does it, and leave this process free for something else.

    It takes part from when it asks for the results, so that there is a child less than jobs.
    """
    jobs = min(jobs or processors(), max(1, len(items) // WORTH))
    if jobs == 1 or not hasattr(os, "fork"):
        return Running(work, [items], None, [])
    size = max(size, -(-len(items) // SHARES))
    shares = [items[n : n + size] for n in range(0, len(items), size)]
    queue, filling = os.pipe()
    os.write(filling, b"".join(number.to_bytes(4, "big") for number in range(len(shares))))
    os.close(filling)
    gc.collect()
    gc.freeze()  # what is there stays shared between the processes
    children = [_Child(work, shares, queue) for _ in range(jobs - 1)]
    return Running(work, shares, queue, children)


@dataclass
class Running(Generic[Item, Result]):
    """Work that is being done by children, and that is still to be done here.

    At the end of its `with` block no child is left, whatever happened there.
    """

    work: Work[Item, Result]
    shares: list[Sequence[Item]]
    queue: int | None
    """The pipe that shares are taken from; None where this process alone works."""
    children: list[_Child]

    def __enter__(self) -> Running[Item, Result]:
        return self

    def __exit__(self, *_error: object) -> None:
        gc.unfreeze()
        if self.queue is not None:
            os.close(self.queue)
        for child in self.children:
            child.end()

    def results(self, progress: Callable[[int], None] = lambda _done: None) -> list[Result]:
        """Do what is left, wait for the children, and return the results in order."""
        if self.queue is None:
            return [self.work(share, progress) for share in self.shares]
        parts = []
        with _Answers(self.children, self.shares, progress) as answers:
            while number := os.read(self.queue, 4):
                at = int.from_bytes(number, "big")
                parts.append((at, self.work(self.shares[at], progress)))
                answers.take(wait=False)
            while answers.awaited():
                answers.take(wait=True)
        parts += [part for child in self.children for part in child.parts]
        return [result for _, result in sorted(parts, key=itemgetter(0))]


class _Child:
    """A forked process, and the pipe that it answers through, in frames.

    A frame is a letter, the length of what follows in four bytes, and a pickle: `+` and the
    number and result of a share, as soon as it is made; at last `=`, or `!` and an error.
    """

    def __init__(self, work: Work[Any, Any], shares: list[Sequence[Any]], queue: int) -> None:
        reading, writing = os.pipe()
        _widen(writing)
        self.pid = os.fork()
        if self.pid:
            os.close(writing)
            self.pipe: IO[bytes] = os.fdopen(reading, "rb")
            self.parts: list[tuple[int, Any]] = []
            self._data = bytearray()
            self._done = False
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

    def take(self, data: bytes) -> Iterator[int]:
        """Take what it sent, and yield the number of each share that is finished."""
        self._data += data
        while len(self._data) >= _HEAD:
            end = _HEAD + int.from_bytes(self._data[1:_HEAD], "big")
            if len(self._data) < end:
                return
            kind = self._data[:1]
            value = pickle.loads(memoryview(self._data)[_HEAD:end])  # noqa: S301  our own child's
            del self._data[:end]
            if kind == b"!":
                raise value
            if kind == b"=":
                self._done = True
            else:
                self.parts.append(value)
                yield value[0]

    def ended(self) -> None:
        """Raise RenderError unless it has sent all that it had to."""
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        if not self._done or status:
            how = f"signal {status & 127}" if status & 127 else f"status {status >> 8}"
            raise RenderError(
                f"a process that renders pages died ({how}).",
                hint="There may be too little memory; try build.jobs: 1 in config.yaml.",
            )

    def end(self) -> None:
        """Let it go; where it is still at work, it is not needed any more."""
        self.pipe.close()
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


_HEAD = 5
"""Bytes before a frame's pickle."""


def _answer(work: Work[Any, Any], shares: list[Sequence[Any]], queue: int, pipe: IO[bytes]) -> None:
    """Send the result of each share.

    Whoever is done with a share takes the next number from the queue, so that all finish at
    the same time, however unlike the shares are.
    """
    try:
        while number := os.read(queue, 4):
            at = int.from_bytes(number, "big")
            result = work(shares[at], lambda _done: None)
            _send(pipe, b"+", pickle.dumps((at, result), protocol=5))
        _send(pipe, b"=", pickle.dumps(None))
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        _send(pipe, b"!", _pickled(error))


def _widen(pipe: int) -> None:
    """Let a pipe take results while nobody reads them, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 20)


def _pickled(error: Exception) -> bytes:
    try:
        data = pickle.dumps(error, protocol=5)
        pickle.loads(data)  # noqa: S301 - our own bytes: some errors pickle and do not unpickle
    except Exception:  # noqa: BLE001 - an error of any kind is described instead
        import traceback

        data = pickle.dumps(RuntimeError("".join(traceback.format_exception(error))), protocol=5)
    return data


def _send(pipe: IO[bytes], kind: bytes, data: bytes) -> None:
    view = memoryview(kind + len(data).to_bytes(_HEAD - 1, "big") + data)
    while view:
        view = view[pipe.write(view) :]


class _Answers:
    """What the children send, taken as it comes."""

    def __init__(
        self,
        children: Sequence[_Child],
        shares: Sequence[Sequence[Any]],
        progress: Callable[[int], None],
    ) -> None:
        self._shares = shares
        self._progress = progress
        self._selector = selectors.DefaultSelector()
        for child in children:
            self._selector.register(child.pipe, selectors.EVENT_READ, child)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._selector.close()

    def awaited(self) -> bool:
        """Return whether any child is still to send something."""
        return bool(self._selector.get_map())

    def take(self, *, wait: bool) -> None:
        """Take what has come; with `wait`, once anything has."""
        if not self.awaited():
            return
        for key, _ in self._selector.select(None if wait else 0):
            child = key.data
            data = os.read(child.pipe.fileno(), 1 << 16)
            for number in child.take(data):
                self._progress(len(self._shares[number]))
            if not data:
                self._selector.unregister(child.pipe)
                child.ended()
