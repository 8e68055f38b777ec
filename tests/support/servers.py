"""Static servers on the loopback interface: Python's own, and a real nginx."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.support.programs import need

Serve = Callable[..., str]
"""`serve(folder, base="/")` → the address of that folder, ending in `/`."""


class _Handler(SimpleHTTPRequestHandler):
    """Serve a folder below `base`, as a plain static host does: index.html, 404.html, redirects."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, base: str, directory: str, **rest: object) -> None:
        self.base = base
        super().__init__(*args, directory=directory, **rest)  # type: ignore[arg-type]  # socketserver's own

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return os.path.join(self.directory, "outside the base")
        return super().translate_path("/" + path.removeprefix(self.base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: object) -> None:
        self.send_error(404)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve a folder at `http://127.0.0.1:PORT/`, or below a `base` such as `/haber/`."""
    handler = partial(_Handler, base=base, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """`serve(folder, base="/")` serves a folder until the test ends and returns its address."""
    with ExitStack() as stack:
        yield lambda folder, base="/": stack.enter_context(serving(folder, base))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


NGINX = """
{user}
daemon off; worker_processes 1; pid {home}/pid; error_log {home}/error.log;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {home}/body; proxy_temp_path {home}/proxy;
  fastcgi_temp_path {home}/fastcgi; uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
  {servers}
}}
"""


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """`nginx(servers)` starts a real nginx with these `server {}` blocks and returns its address.

    `PORT` in the blocks stands for the port that it is to listen on: `listen 127.0.0.1:PORT;`.
    """
    program = need("nginx")
    home = tmp_path / "nginx"
    home.mkdir()
    running: list[subprocess.Popen[bytes]] = []

    def start(servers: str) -> str:
        port = free_port()
        config = home / "nginx.conf"
        user = "user root;" if os.geteuid() == 0 else ""
        text = NGINX.format(home=home, user=user, servers=servers.replace("PORT", str(port)))
        config.write_text(text, encoding="utf-8")
        running.append(subprocess.Popen([program, "-e", f"{home}/error.log", "-c", config]))
        _wait(port, running[-1], home / "error.log")
        return f"http://127.0.0.1:{port}/"

    yield start
    for process in running:
        process.terminate()
        process.wait(10)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nginx did not start:\n{log.read_text()}", pytrace=False)
