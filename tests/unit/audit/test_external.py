from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from digest.audit import Options, run
from digest.audit.external import unanswered
from tests.unit.audit.examples import codes, config, html, site, story, write


class Answers(BaseHTTPRequestHandler):
    """Answers by the path: `/404`; `/head` refuses HEAD; `/to/…` redirects."""

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/head" else self.status())

    def do_GET(self) -> None:
        self.answer(self.status())

    def status(self) -> int:
        if self.path == "/loop":
            return 302
        return int(self.path[1:]) if self.path[1:].isdigit() else 200

    def answer(self, status: int) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/loop")
        if self.path == "/302":
            self.send_header("Location", "file:///etc/passwd")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_addresses_that_answer_are_no_finding(host: str) -> None:
    assert unanswered([f"{host}/", f"{host}/head", f"{host}/403"]) == {}


@pytest.mark.parametrize(
    ("path", "fault"), [("/404", "it answers 404"), ("/410", "it answers 410"), ("/500", "500")]
)
def test_addresses_that_are_gone_are_found(host: str, path: str, fault: str) -> None:
    ((address, found),) = unanswered([f"{host}{path}"]).items()
    assert address == host + path
    assert fault in found


def test_a_host_that_is_not_there_is_found() -> None:
    assert "cannot be reached" in unanswered(["http://127.0.0.1:1/"])["http://127.0.0.1:1/"]


def test_redirects_end_somewhere(host: str) -> None:
    assert set(unanswered([f"{host}/loop"])) == {f"{host}/loop"}


def test_a_redirect_to_a_file_is_not_followed(host: str) -> None:
    assert set(unanswered([f"{host}/302"])) == {f"{host}/302"}


def test_dead_links_to_others_are_found_only_when_asked_for(tmp_path: Path, host: str) -> None:
    made = story()
    path = made.original.path
    write(tmp_path, {path: f"---\ntitle: x\n---\nBak: [x]({host}/404).\n"})
    built = site(tmp_path, {"tr/a/index.html": html(f'<a href="{host}/404">x</a>')}, tr=(path,))
    assert run(config(tmp_path), (made,), built) == ()
    (found,) = run(config(tmp_path), (made,), built, options=Options(external=True))
    assert (*codes([found]), found.path, found.line) == ("dead-external", path, 4)
