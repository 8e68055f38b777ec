"""`digest serve` from start to end: the process that builds, the server, the watcher."""

from __future__ import annotations

import contextlib
import errno
import multiprocessing
import socket
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from threading import Event, Lock, Thread

from digest.cache import snapshot
from digest.errors import DigestError
from digest.serve import building
from digest.serve.building import TARGET
from digest.serve.locating import locate
from digest.serve.messages import Built, Wanted
from digest.serve.server import HOST, Server
from digest.serve.telling import changed_files
from digest.serve.watching import Watcher

PORT = 8000
_TRIES = 100
_PATIENCE = 10
"""Seconds that the process that builds has to end by itself."""


def serve(
    root: Path,
    port: int,
    started: Callable[[str, Built], None],
    built: Callable[[Built], None],
) -> None:
    """Serve the site in this folder until Ctrl-C.

    `port` is 0 for the next free one from 8000 on. `started` is called once, with the address
    and the first build, and `built` after each edit that changed anything. Raises DigestError
    when the port is taken.
    """
    with _listening(port) as listening:
        pipe, process = _builder(root, listening)
        try:
            with Server(listening, root / TARGET.output) as server:
                session = Session(pipe, server, built)
                watcher = Watcher(root, session.edited, session.fail)
                watcher.start()
                first = session.begin()
                started(f"http://{HOST}:{server.server_port}{server.base}", first)
                try:
                    session.run()
                finally:
                    watcher.stop()
        except KeyboardInterrupt:
            return
        finally:
            with contextlib.suppress(OSError):
                pipe.send(None)
            process.join(_PATIENCE)
            process.terminate()


class Session:
    """What goes on between the first build and Ctrl-C."""

    def __init__(self, pipe: Connection, server: Server, built: Callable[[Built], None]) -> None:
        self._pipe = pipe
        self._sending = Lock()
        self._server = server
        self._built = built
        self._end = Event()
        self._why: Exception = DigestError("it cannot build any more.", hint="Start it again.")
        self._last = Built((), (), "")
        self._files = self._other_files()

    def begin(self) -> Built:
        """Have the site built; return what came of it. Raises DigestError when nothing does."""
        self.edited(())
        try:
            while not isinstance(answer := self._pipe.recv(), Built):
                pass
        except (EOFError, ConnectionError):
            raise self._why from None
        self._take(answer)
        return answer

    def run(self) -> None:
        """Serve and build until Ctrl-C. Raises what keeps it from going on."""
        Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()
        Thread(target=self._receive, daemon=True).start()
        try:
            self._end.wait()
        finally:
            self._server.shutdown()
        raise self._why

    def fail(self, why: Exception) -> None:
        """End with an error."""
        self._why = why
        self._end.set()

    def edited(self, changed: tuple[str, ...]) -> None:
        """Have the site built again, what is being looked at first."""
        server = self._server
        pages = (locate(server.folder, server.base, page).path for page in server.hub.pages())
        with self._sending, contextlib.suppress(OSError):
            self._pipe.send(Wanted(changed, tuple(dict.fromkeys(filter(None, pages)))))

    def _receive(self) -> None:
        """Pass on what the process that builds has to say, until it ends."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                answer = self._pipe.recv()
                if isinstance(answer, Built):
                    before = self._last
                    self._take(answer)
                    if answer.pages or answer.problems != before.problems:
                        self._built(answer)
                else:
                    self._refresh()
        self._end.set()

    def _take(self, built: Built) -> None:
        self._last = built
        self._server.base = built.base or self._server.base
        self._server.hub.report(built.problems)
        self._refresh()

    def _refresh(self) -> None:
        before, self._files = self._files, self._other_files()
        self._server.hub.refresh(changed_files(before, self._files))

    def _other_files(self) -> dict[str, snapshot.Stat]:
        """The state of the files that pages are made up of in the browser."""
        folder = str(self._server.folder)
        return snapshot.scan([f"{folder}/static", f"{folder}/images"], len(folder) + 1)


def _listening(port: int) -> socket.socket:
    """Return a socket that listens on this port, or on the first free one."""
    for number in [port] if port else range(PORT, PORT + _TRIES):
        found = socket.socket()
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((HOST, number))
            found.listen(64)
        except OSError as error:
            found.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
        else:
            return found
    if port:
        hint = "Give another one, or none: then the next free one is taken."
        raise DigestError(f"port {port} is not free.", hint=hint)
    raise DigestError(f"no port from {PORT} to {PORT + _TRIES - 1} is free.", hint="Give --port.")


def _builder(root: Path, listening: socket.socket) -> tuple[Connection, ForkProcess]:
    """Start the process that builds, while this one has no threads yet."""
    ours, theirs = multiprocessing.Pipe()

    def run() -> None:
        ours.close()
        listening.close()
        building.run(root, theirs)

    process = multiprocessing.get_context("fork").Process(target=run, daemon=True)
    process.start()
    theirs.close()
    return ours, process
