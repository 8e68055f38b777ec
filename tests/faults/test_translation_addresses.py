"""Services at their own addresses, which a server on this machine stands in for."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.faults import fake_services
from tests.faults.fake_services import Fake
from tests.faults.translation_sites import Site

PEM = Path(__file__).parents[1] / "data/translate/stand-in.pem"
HOSTS = {
    "google": "translate.google.com", "libretranslate": "libretranslate.com",
    "mymemory": "api.mymemory.translated.net", "deepl": "api-free.deepl.com",
}  # fmt: skip


@pytest.fixture
def asked_for(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let the fake answer at all services' own addresses; return the hosts that were looked up."""
    server = fake_services._Server(fake)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    ports = {443: server.server_address[1], 80: urlsplit(fake.url).port}
    real, hosts = socket.getaddrinfo, []

    def look_up(host: str, port: Any, *args: Any, **rest: Any) -> Any:
        hosts.append(f"{host}:{port}")
        assert host in HOSTS.values()
        return real("127.0.0.1", ports[port], *args, **rest)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(PEM))
    monkeypatch.setenv("NO_PROXY", "*")
    yield hosts
    fake.released.set()
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.mark.parametrize("service", list(HOSTS))
def test_a_service_without_a_url_is_asked_at_its_own_address(
    site: Site, fake: Fake, asked_for: list[str], monkeypatch: pytest.MonkeyPatch, service: str
) -> None:
    monkeypatch.setenv("DIGEST_DEEPL_KEY", "key-of-the-test:fx")
    site.fake, site.engines = None, (service,)
    site.write()
    assert site.run().complete
    assert {name for name, _ in fake.asked} == {service}
    port = 80 if service == "mymemory" else 443
    assert set(asked_for) == {f"{HOSTS[service]}:{port}"}


@pytest.mark.parametrize("fault", ["hang", "drip", "drip headers", "huge", "truncated", "reset"])
def test_the_limits_hold_over_tls(site: Site, fake: Fake, asked_for: list[str], fault: str) -> None:
    fake.fault = fault
    site.fake = None
    site.hurry()
    site.write()
    assert not site.run().complete
    assert not site.path().exists()


class _Proxy(BaseHTTPRequestHandler):
    """Notes what passes, and answers itself."""

    seen: list[str]

    def do_GET(self) -> None:
        self.seen.append(self.path)
        self.send_error(503)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def test_a_proxy_of_the_environment_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _Proxy.seen = []
    with HTTPServer(("127.0.0.1", 0), _Proxy) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_address[1]}")
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        site.fake, site.engines = None, ("mymemory",)
        site.write()
        site.run()
        server.shutdown()
        thread.join(5)
    assert all(path.startswith("http://api.mymemory.translated.net/get?") for path in _Proxy.seen)
    assert _Proxy.seen


def test_a_server_that_has_no_post_is_asked_the_old_way(
    site: Site, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fake_services.Handler, "do_POST", lambda self: self.send_error(501))
    site.engines = ("deepl",)
    site.write()
    assert site.run().complete
    assert set(fake.keys) == {"deepl-key-of-the-test"}


def test_deepl_s_key_is_in_no_address(site: Site, fake: Fake) -> None:
    site.engines = ("deepl",)
    site.write()
    assert site.run().complete
    assert set(fake.keys) == {"DeepL-Auth-Key deepl-key-of-the-test"}


ESTABLISHED = b"HTTP/1.1 200 Connection established\r\n\r\n"
SLOW = {
    "hangs": b"",
    "drips its answer": b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 200,
    "drips the handshake": b"\x16\x03\x03\x40\x00" + b"\x00" * 200,
}


@pytest.mark.parametrize("kind", SLOW)
def test_a_slow_proxy_costs_no_more_than_a_deadline(
    site: Site, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    over = threading.Event()

    def answer(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.recv(4096)
            if kind == "drips the handshake":
                connection.sendall(ESTABLISHED)
            for byte in SLOW[kind]:
                connection.sendall(bytes((byte,)))
                over.wait(0.05)
            over.wait(20)

    def listen(server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = server.accept()
                threading.Thread(target=answer, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=listen, args=(server,), daemon=True).start()
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.getsockname()[1]}")
        site.fake = None
        site.hurry()
        site.write()
        start = time.monotonic()
        report = site.run()
        took = time.monotonic() - start
        over.set()
    late, broke = "google: it did not answer in time", "google: the connection broke (SSLError)"
    # On a slow machine a handshake's garbage may be seen for what it is before time is up.
    assert report.pending[0].reason in ({late, broke} if "handshake" in kind else {late})
    assert took < 10
