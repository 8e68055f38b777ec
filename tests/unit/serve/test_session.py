"""`digest serve` from start to end: the first build, edits, what ends it."""

from __future__ import annotations

import multiprocessing
import signal
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.model import Problem
from digest.serve import building, session
from digest.serve.adapting import SCRIPT
from digest.serve.messages import Built, Shown, Wanted
from digest.serve.server import Server
from digest.serve.session import Session
from digest.serve.telling import Listener
from tests.support.previews import Preview
from tests.support.sites import TestSite, make_site

WRONG = Problem("error", "config", "no.", "a.md", 3)


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "a site")
    site.story("1", slug="bir", body="Birinci.", draft="true")
    site.story("2", slug="iki", body="İkinci.")
    return site


def interrupt() -> None:
    """Press Ctrl-C."""
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def test_an_edit_is_built_and_told_and_ctrl_c_ends_all_that_was_started(site: TestSite) -> None:
    before = threading.active_count()
    addresses: list[str] = []
    pages: list[str] = []
    edits: list[Built] = []

    def started(address: str, built: Built) -> None:
        addresses.append(address)
        assert (built.stories, built.published, built.changed) == (2, True, ())
        site.story("2", slug="iki", body="Değişti.")

    def built(done: Built) -> None:
        edits.append(done)
        with urllib.request.urlopen(f"{addresses[0]}tr/iki/", timeout=30) as answer:
            pages.append(answer.read().decode())
        interrupt()

    session.serve(site.root, 0, started, built)
    assert addresses[0].endswith("/haber/")
    assert edits[0].changed == ("content/articles/2025-07/2.tr.md",)
    assert "Değişti." in pages[0]
    assert multiprocessing.active_children() == []
    assert threading.active_count() - before <= 1, "the thread that this was called in is ending"
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(addresses[0], timeout=5)


class Sitting:
    """A session, the other end of its pipe, an open page, and what was said of edits."""

    def __init__(self, server: Server) -> None:
        ours, self.builder = Pipe()
        self.said: list[Built] = []
        self.session = Session(ours, server, self.said.append)
        self.page = Listener("/haber/", server.look("/haber/")[0])
        server.hub._listeners.add(self.page)

    def told(self) -> list[str]:
        """What the open page was told since it was asked last."""
        found = []
        while not self.page.messages.empty():
            found.append(self.page.next().decode().split("\n")[0].removeprefix("event: "))
        return found

    def receive(self, *answers: object) -> None:
        """Have the session take what the process that builds says before it ends."""
        for answer in answers:
            self.builder.send(answer)
        self.builder.close()
        self.session._receive()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "tr" / "x").mkdir(parents=True)
    (folder / "static").mkdir()
    for name in ("index.html", "tr/x/index.html", "404.html", "static/a.css"):
        (folder / name).write_text(f"<p>{name}</p>", "utf-8")
    return folder


@pytest.fixture
def sitting(folder: Path) -> Iterator[Sitting]:
    with Server(socket.create_server(("127.0.0.1", 0)), folder, "/haber/") as server:
        yield Sitting(server)


def test_what_is_being_looked_at_is_asked_for_first(sitting: Sitting) -> None:
    sitting.session.edited(("a.md", "b.md"))
    assert sitting.builder.recv() == Wanted(("a.md", "b.md"), ("index.html",))


def test_the_first_build_is_waited_for_and_its_address_taken(sitting: Sitting) -> None:
    done = Built((), (WRONG,), "/")
    sitting.builder.send(Shown())
    sitting.builder.send(done)
    assert sitting.session.begin() == done
    assert sitting.session._server.base == "/"
    assert "problems" in sitting.told()


def test_an_address_that_cannot_be_read_is_the_one_before(sitting: Sitting) -> None:
    sitting.receive(Built(("config.yaml",), (WRONG,), ""))
    assert sitting.session._server.base == "/haber/"


def test_pages_are_refreshed_when_something_is_shown_and_nothing_is_said(
    sitting: Sitting, folder: Path
) -> None:
    (folder / "index.html").write_text("<p>other</p>")
    (folder / "static/a.css").write_text("p { color: red }")
    sitting.receive(Shown())
    assert sitting.told() == ["page"]
    assert sitting.said == []


def test_styles_alone_are_swapped_in(sitting: Sitting, folder: Path) -> None:
    (folder / "static/a.css").write_text("p { color: red }")
    sitting.receive(Shown(), Shown())
    assert sitting.told() == ["styles"], "once, although it was looked for twice"


def test_an_edit_is_spoken_of_when_it_changed_a_page_or_what_is_wrong(sitting: Sitting) -> None:
    nothing = Built(("a.md",), (), "/haber/", published=True)
    broken = Built(("a.md",), (WRONG,), "/haber/")
    again = Built(("b.md",), (WRONG,), "/haber/")
    mended = Built(("a.md",), (), "/haber/", published=True)
    made = Built(("b.md",), (), "/haber/", pages=1, published=True)
    sitting.receive(nothing, broken, again, mended, made)
    assert sitting.said == [broken, mended, made]
    assert sitting.told() == ["problems", "problems"]


def test_what_keeps_it_from_going_on_ends_it(sitting: Sitting) -> None:
    why = DigestError("the folder is gone.")
    threading.Timer(0.05, lambda: sitting.session.fail(why)).start()
    with pytest.raises(DigestError) as caught:
        sitting.session.run()
    assert caught.value is why


def test_an_end_of_the_process_that_builds_ends_it(sitting: Sitting) -> None:
    sitting.builder.close()
    with pytest.raises(DigestError, match=r"cannot build any more\. Start it again\."):
        sitting.session.run()
    with pytest.raises(DigestError, match="cannot build any more"):
        sitting.session.begin()


def test_a_port_that_was_asked_for_must_be_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(DigestError, match=f"port {port} is not free"), session._listening(port):
            pass


def test_without_a_port_the_next_free_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(session, "PORT", port)
        with session._listening(0) as found:
            assert port < found.getsockname()[1] < port + 100
        monkeypatch.setattr(session, "_TRIES", 1)
        with pytest.raises(DigestError, match="is free"), session._listening(0):
            pass


def test_it_serves_until_ctrl_c_and_says_what_it_does(site: TestSite, preview: Preview) -> None:
    site.story("3", date="dün")
    serving = preview(site.root)
    assert serving.url.endswith("/haber/")
    assert any("3.tr.md:3: date" in line for line in serving.lines)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{serving.url}tr/bir/")
    with caught.value as answer:
        assert (answer.code, SCRIPT.encode() in answer.read()) == (404, True)
    site.story("3", slug="uc")
    serving.wait("3.tr.md: ")
    with urllib.request.urlopen(f"{serving.url}tr/bir/") as answer:
        assert "Birinci." in answer.read().decode()
    assert serving.interrupt() == 0
    assert "Traceback" not in "\n".join(serving.lines)


def test_a_builder_that_dies_ends_it_with_a_message(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_root: Path, _pipe: Connection) -> None:
        raise SystemExit(3)

    monkeypatch.setattr(building, "run", die)
    with pytest.raises(DigestError, match="cannot build any more"):
        session.serve(site.root, 0, lambda _url, _built: None, lambda _built: None)
