"""`digest serve`, run as its users run it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

Preview = Callable[..., "Serving"]
"""`preview(root)` starts to serve a site and returns once it does."""


class Serving:
    """A running `digest serve`."""

    def __init__(self, root: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "digest", "--site", str(root), "serve", *arguments]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            cwd=Path(__file__).parents[2],
            start_new_session=True,
        )
        self.lines: list[str] = []
        self._reading = Thread(target=self._read, daemon=True)
        self._reading.start()
        self.url = re.findall(r"http://\S+", self.wait("Serving http"))[0]

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def wait(self, text: str, after: int = 0) -> str:
        """Return the first line, after so many, with this text in it; wait until there is one."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = [line for line in self.lines[after:] if text in line]
            if found:
                return found[0]
            if self.process.poll() is not None and not self.lines[after:]:
                break
            time.sleep(0.02)
        pytest.fail(f'"{text}" was not printed:\n' + "\n".join(self.lines), pytrace=False)

    def interrupt(self) -> int:
        """Press Ctrl-C: the terminal sends the signal to all processes. Return the exit code."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        try:
            return self.process.wait(30)
        finally:
            self.process.kill()
            self._reading.join(10)
            assert self.process.stdout
            self.process.stdout.close()


@pytest.fixture(scope="module")
def preview() -> Iterator[Preview]:
    """Serve sites until the test ends."""
    running: list[Serving] = []

    def start(root: Path, *arguments: str) -> Serving:
        running.append(Serving(root, *arguments))
        return running[-1]

    yield start
    for serving in running:
        serving.interrupt()
