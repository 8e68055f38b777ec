"""A forked process that works at shares, and the pipe that it answers through."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pickle
import selectors
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, Self

from digest.errors import RenderError

Share = Sequence[Any]

Work = Callable[[Share, Callable[[int], None]], Any]


class Child:
    """A forked process, and the pipe that it answers through, in frames.

    A frame is a letter, the length of what follows in four bytes, and a pickle: `+` and the
    number and result of a share, as soon as it is made; at last `=`, or `!` and an error.
    """

    def __init__(self, work: Work, shares: Sequence[Share], queue: int) -> None:
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


def _answer(work: Work, shares: Sequence[Share], queue: int, pipe: IO[bytes]) -> None:
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


class Answers:
    """What the children send, taken as it comes."""

    def __init__(
        self,
        children: Sequence[Child],
        shares: Sequence[Share],
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
