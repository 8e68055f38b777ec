"""HTTP for one machine: the site as a static host gives it, and what tells pages of changes."""

from __future__ import annotations

import contextlib
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import parse_qs, urlsplit

from digest import fingerprint
from digest.serve.adapting import EVENTS, SCRIPT, adapt
from digest.serve.locating import NOT_FOUND, Place, content_type, locate
from digest.serve.telling import Hub

HOST = "127.0.0.1"
HOSTS = frozenset((HOST, "localhost"))
"""Names that it answers to: a page elsewhere must not reach drafts by a name of its own."""

_NOTHING = b"<!doctype html>\n<title>Not found</title>\n<p>There is no such page.</p>\n"


class Server(ThreadingHTTPServer):
    """Serves a folder below a path on a socket that listens already."""

    daemon_threads = True

    def __init__(self, listening: socket, folder: Path, base: str = "/") -> None:
        address: tuple[str, int] = listening.getsockname()
        super().__init__(address, _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.server_name, self.server_port = address
        self.folder = folder
        self.base = base
        """Path of the site's address. It changes when `site.url` does."""
        self.hub = Hub(self.look)

    def look(self, target: str) -> tuple[str, bytes]:
        """Return the page that answers the path of a request now, after what stands for it."""
        place = locate(self.folder, self.base, target)
        data = self.read(place)
        return version(place.status, data), data

    def read(self, place: Place) -> bytes:
        """Return the content of a file; of a site without a page for what is not there, our own."""
        with contextlib.suppress(OSError):
            return (self.folder / place.path).read_bytes() if place.path else b""
        return _NOTHING

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that close a connection."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def version(status: int, data: bytes) -> str:
    """Return what stands for an answer."""
    return f"{status}-{fingerprint.of_bytes(data)[:16]}"


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    server_version = "digest"
    sys_version = ""
    server: Server
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with a file, with the script of every page, or with what there is to tell."""
        if urlsplit(f"//{self.headers.get('Host', HOST)}").hostname not in HOSTS:
            self._send(403, b"Open http://127.0.0.1 instead.\n", "text/plain; charset=utf-8")
        elif self.path == SCRIPT:
            script = Path(__file__).with_name("reload.js").read_bytes()
            self._send(200, script, content_type(SCRIPT))
        elif self.path.startswith(f"{EVENTS}?"):
            self._tell()
        else:
            self._give(locate(self.server.folder, self.server.base, self.path))

    do_HEAD = do_GET  # noqa: N815 - the base looks for this name

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: requests are the browser's business."""

    def _give(self, place: Place) -> None:
        if place.location:
            self._send(place.status, b"", "text/plain; charset=utf-8", Location=place.location)
            return
        data = self.server.read(place)
        kind = content_type(place.path)
        if kind.startswith("text/html"):
            origin = f"http://{self.headers.get('Host', HOST)}"
            data = adapt(data, origin, version(place.status, data))
        self._send(place.status, data, kind)

    def _send(self, status: int, data: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _tell(self) -> None:
        """Keep the connection, and send what the page has to know, until the browser closes it."""
        asked = parse_qs(urlsplit(self.path).query)
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        listener = self.server.hub.join(asked.get("page", ["/"])[0], asked.get("version", [""])[0])
        try:
            while True:
                self.wfile.write(listener.next())
        except ConnectionError:
            return
        finally:
            self.server.hub.leave(listener)


__all__ = ["HOST", "NOT_FOUND", "Server", "version"]
