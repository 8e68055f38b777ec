"""`digest serve` without a browser: addresses, pages, messages, builds, the command itself."""

from __future__ import annotations

import html
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import files
from digest.cache.target import PUBLISHED
from digest.errors import DigestError
from digest.model import Problem
from digest.pipeline import building as pipeline
from digest.serve import building
from digest.serve.adapting import EVENTS, SCRIPT, adapt, allow
from digest.serve.building import TARGET, Builder
from digest.serve.locating import Place, base_path, content_type, locate
from digest.serve.messages import Built, Shown, Wanted
from digest.serve.server import Server
from digest.serve.telling import Hub, Listener, changed_files
from digest.serve.watching import Watcher, relevant
from tests.support.sites import TestSite, make_site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built site, a secret beside it, and links that lead there."""
    folder = tmp_path / "site"
    (folder / "tr" / "x").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    for name in ("index.html", "tr/x/index.html", "404.html", "tr/feed.xml", "ç ş.txt", ".digest"):
        (folder / name).write_text(f"<p>{name}</p>", "utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    return folder


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("/haber/", Place(200, "index.html")),
        ("/haber/tr/x/", Place(200, "tr/x/index.html")),
        ("/haber/tr/x/?a=b", Place(200, "tr/x/index.html")),
        ("/haber/tr/x", Place(302, location="/haber/tr/x/")),
        ("/haber/tr/x?a=b", Place(302, location="/haber/tr/x/?a=b")),
        ("/haber/tr/feed.xml", Place(200, "tr/feed.xml")),
        ("/haber/%C3%A7%20%C5%9F.txt", Place(200, "ç ş.txt")),
        ("/", Place(302, location="/haber/")),
        ("/haber", Place(302, location="/haber/")),
    ],
)
def test_addresses_lead_where_a_static_host_leads(folder: Path, target: str, place: Place) -> None:
    assert locate(folder, "/haber/", target) == place


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt", "tr/../../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt",
        "tr/%2e%2e%2f%2e%2e%2fsecret.txt", "..\\secret.txt", "%5c..%5csecret.txt", "out.txt",
        "up/secret.txt", "up/", "up", ".digest", "%2edigest", "/etc/passwd", "//etc/passwd",
        "tr/x/index.html/", "tr//x/", "tr/./x/", "tr/", "x%00.txt", "%ff", "tr/x/%00", "a" * 5000,
    ],
)  # fmt: skip
def test_nothing_outside_the_site_is_ever_served(folder: Path, path: str) -> None:
    assert locate(folder, "/haber/", f"/haber/{path}") == Place(404, "404.html")


@pytest.mark.parametrize("target", ["/tr/x/", "/haberler/", "/habe", "*", "", "http://x/haber/"])
def test_what_is_not_below_the_sub_path_is_not_found(folder: Path, target: str) -> None:
    assert locate(folder, "/haber/", target).status == 404


@given(st.text(), st.sampled_from(["/", "/haber/"]))
def test_whatever_is_asked_for_lies_in_the_folder(target: str, base: str) -> None:
    folder = Path(__file__).parent / "store"
    place = locate(folder, base, base + target)
    if place.status == 200:
        assert (folder / place.path).resolve().is_relative_to(folder.resolve())
    assert not place.location.startswith("//")


def test_the_sub_path_is_that_of_the_sites_address() -> None:
    assert base_path("https://example.org/") == "/"
    assert base_path("https://example.org/haber/") == "/haber/"
    assert base_path("") == "/"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("tr/x/index.html", "text/html; charset=utf-8"),
        ("tr/feed.xml", "application/rss+xml; charset=utf-8"),
        ("tr/feed.json", "application/feed+json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("static/site.js", "text/javascript; charset=utf-8"),
        ("static/icon.svg", "image/svg+xml; charset=utf-8"),
        ("images/2025-07/A.JPG", "image/jpeg"),
        ("x", "application/octet-stream"),
    ],
)
def test_files_have_the_types_of_their_endings(path: str, kind: str) -> None:
    assert content_type(path) == kind


ORIGIN = "http://127.0.0.1:8000"


def test_the_script_comes_last_in_a_page() -> None:
    page = adapt(b"<body><p></body></p></BODY ></html>", ORIGIN, '"v')
    script = f'<script src="{SCRIPT}" data-version="&quot;v"></script>\n'.encode()
    assert page == b"<body><p></body></p>" + script + b"</BODY ></html>"
    assert adapt(b"<p>", ORIGIN, "v").startswith(b"<p><script")


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [
        ("script-src 'self'", "script-src 'self' X"),
        ("default-src 'none'; img-src *", "default-src 'none'; img-src *; script-src X"),
        ("default-src 'self'", "default-src 'self'; script-src 'self' X"),
        ("SCRIPT-SRC 'NONE';", "script-src X"),
        ("img-src 'self'", "img-src 'self'"),
        ("", ""),
    ],
)
def test_a_policy_allows_one_script_more_and_nothing_else(policy: str, allowed: str) -> None:
    assert allow(policy, "script-src", "X") == allowed


@pytest.mark.parametrize("quote", ['"', "'"])
def test_the_policy_of_a_page_is_found_however_it_is_written(quote: str) -> None:
    inner = "default-src &#39;none&#39;; connect-src &#39;none&#39;; script-src-elem &#39;none&#39;"
    meta = f"<META content={quote}{inner}{quote}\nhttp-equiv=Content-Security-Policy>"
    text = html.unescape(adapt(f"<head>{meta}</head>".encode(), ORIGIN, "v").decode())
    assert f"connect-src {ORIGIN}{EVENTS}" in text
    assert f"script-src {ORIGIN}{SCRIPT}" in text
    assert f"script-src-elem {ORIGIN}{SCRIPT}" in text
    assert "default-src 'none'" in text


def test_a_page_that_is_no_utf_8_keeps_its_bytes() -> None:
    page = b'<meta http-equiv="Content-Security-Policy" content="img-src \xff">\xfe'
    assert b"img-src \xff" in adapt(page, ORIGIN, "v")
    assert b"\xfe<script" in adapt(page, ORIGIN, "v")


def messages(listener: Listener) -> list[tuple[str, object]]:
    """Return what a page was told."""
    found = []
    while not listener.messages.empty():
        event, data = listener.next().decode().rstrip("\n").split("\n")
        found.append((event.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


WRONG = Problem("error", "config", "no.", "a\nb.md", 3, "Mend it.")


def test_a_page_is_loaded_again_when_it_is_not_what_it_was() -> None:
    versions = {"/a/": "1", "/b/": "1"}
    hub = Hub(lambda page: (versions[page], page.encode()))
    a, b = hub.join("/a/", "1"), hub.join("/b/", "1")
    versions["/a/"] = "2"
    hub.refresh()
    hub.refresh()
    assert messages(a) == [("page", {"version": "2", "html": "/a/"})]
    assert messages(b) == []


def test_a_page_that_was_served_before_the_last_edit_is_told_when_it_comes() -> None:
    hub = Hub(lambda _page: ("2", b"\xff"))
    page = {"version": "2", "html": "\ufffd"}
    assert messages(hub.join("/a/", "1")) == [("page", page)]


def test_styles_are_swapped_and_scripts_loaded_again() -> None:
    hub = Hub(lambda _page: ("1", b""))
    listener = hub.join("/a/", "1")
    hub.refresh(["static/a.css"])
    hub.refresh(["static/a.css", "static/b.js"])
    assert messages(listener) == [("styles", ["static/a.css"]), ("reload", None)]


def test_problems_are_told_once_and_when_they_are_mended() -> None:
    hub = Hub(lambda _page: ("1", b""))
    listener = hub.join("/a/", "1")
    shown = [{"where": "a\nb.md:3", "message": "no.", "hint": "Mend it."}]
    hub.report([WRONG, Problem("warning", "undated", "fine.")])
    hub.report([WRONG])
    assert messages(listener) == [("problems", shown)]
    assert messages(hub.join("/b/", "1")) == [("problems", shown)]
    hub.report([])
    assert messages(listener) == [("problems", [])]


def test_a_closed_page_is_forgotten() -> None:
    hub = Hub(lambda _page: ("1", b""))
    listener = hub.join("/a/", "1")
    hub.join("/a/", "1")
    assert hub.pages() == ("/a/",)
    hub.leave(listener)
    hub.leave(listener)
    assert hub.pages() == ("/a/",)


def test_a_quiet_page_gets_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.serve.telling.ALIVE", 0.01)
    assert Hub(lambda _page: ("1", b"")).join("/a/", "1").next() == b":\n\n"


def test_changed_files_are_those_added_changed_or_removed() -> None:
    before = {"a": (1, 1, 1), "b": (1, 1, 1), "c": (1, 1, 1)}
    after = {"a": (1, 1, 1), "b": (2, 2, 1), "d": (1, 1, 1)}
    assert changed_files(before, after) == ("b", "c", "d")


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    with Server(socket.create_server(("127.0.0.1", 0)), folder, "/haber/") as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


Get = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture
def get(server: Server) -> Iterator[Get]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=30)

    def ask(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()

    yield ask
    connection.close()


def test_a_page_is_served_with_the_script_and_without_caching(get: Get) -> None:
    status, headers, body = get("/haber/tr/x/")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert body.startswith(b"<p>tr/x/index.html</p><script")


def test_other_files_are_served_as_they_are(get: Get) -> None:
    assert get("/haber/tr/feed.xml")[2] == b"<p>tr/feed.xml</p>"


def test_the_page_for_what_is_not_there_comes_with_its_status(get: Get, folder: Path) -> None:
    status, _, body = get("/haber/yok/")
    assert (status, body[:15]) == (404, b"<p>404.html</p>")
    (folder / "404.html").unlink()
    status, _, body = get("/haber/yok/")
    assert status == 404
    assert SCRIPT.encode() in body


def test_a_redirect_leads_to_the_folder(get: Get) -> None:
    status, headers, body = get("/haber/tr/x")
    assert (status, headers["Location"], body) == (302, "/haber/tr/x/", b"")


def test_head_has_the_headers_of_get_and_no_body(get: Get) -> None:
    status, headers, body = get("/haber/", method="HEAD")
    assert (status, body) == (200, b"")
    assert headers["Content-Length"] == get("/haber/")[1]["Content-Length"]


def test_nothing_can_be_sent_to_it(get: Get) -> None:
    assert get("/haber/", method="POST")[0] == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example"])
def test_a_page_elsewhere_cannot_read_drafts_by_a_name_of_its_own(get: Get, host: str) -> None:
    assert get("/haber/", Host=host)[0] == 403
    assert get(SCRIPT, Host=host)[0] == 403
    assert get("/haber/", Host="localhost:1234")[0] == 200


def test_the_script_itself_is_served(get: Get) -> None:
    status, headers, body = get(SCRIPT)
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"EventSource" in body


def test_an_open_page_hears_of_a_change_until_it_is_closed(server: Server, folder: Path) -> None:
    version = server.look("/haber/")[0]
    url = f"http://127.0.0.1:{server.server_port}{EVENTS}?page=%2Fhaber%2F&version={version}"
    with urllib.request.urlopen(url, timeout=30) as events:
        assert events.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert events.readline() == b"retry: 500\n"
        while not server.hub.pages():
            time.sleep(0.01)
        (folder / "index.html").write_text("other")
        server.hub.refresh()
        assert [events.readline() for _ in range(2)] == [b"\n", b"event: page\n"]
    while server.hub.pages():
        server.hub.refresh(["static/a.js"])  # nobody is there to read it
        time.sleep(0.01)


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "a site")
    site.story("1", slug="bir", body="Birinci.", draft="true")
    site.story("2", slug="iki", body="İkinci.")
    return site


class Channel:
    """The other end of a builder."""

    def __init__(self, root: Path) -> None:
        self.pipe, theirs = Pipe()
        self.builder = Builder(root, theirs)
        self.folder = root / TARGET.output
        self.seen: list[str] = []

    def edit(self, *changed: str, watched: tuple[str, ...] = ()) -> Built:
        """Build, and return what came of it; what was shown before is in `seen`."""
        self.builder.build(Wanted(changed, watched))
        self.seen.clear()
        while not isinstance(answer := self.pipe.recv(), Built):
            assert isinstance(answer, Shown)
            self.seen.append("shown")
        return answer

    def page(self, name: str) -> str:
        """Return a file as it is served."""
        return (self.folder / name).read_text("utf-8")


@pytest.fixture
def channel(site: TestSite) -> Channel:
    return Channel(site.root)


BIR, IKI = "content/articles/2025-07/1.tr.md", "content/articles/2025-07/2.tr.md"
OPEN = ("tr/bir/index.html",)


def test_drafts_are_built_and_nothing_is_published(site: TestSite, channel: Channel) -> None:
    built = channel.edit()
    assert (built.published, built.stories, built.base) == (True, 2, "/haber/")
    assert built.total >= built.pages > 10
    assert "Birinci." in channel.page("tr/bir/index.html")
    assert not (site.root / "output").exists()


def test_styles_keep_their_address(site: TestSite, channel: Channel) -> None:
    channel.edit()
    assert 'static/style.css"' in channel.page("tr/bir/index.html")
    site.write("templates/static/style.css", "h1 { color: red }")
    built = channel.edit("templates/static/style.css")
    assert (built.pages, channel.seen) == (1, ["shown"])
    assert channel.page("static/style.css") == "h1 { color: red }"


def test_an_edited_page_that_is_open_is_shown_before_the_rest_is_built(
    site: TestSite, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel.edit()
    site.story("1", slug="bir", body="Başka.", draft="true")
    shown = []

    def build(*_arguments: object) -> None:
        shown.append(channel.page("tr/bir/index.html"))
        raise DigestError("stop here")

    monkeypatch.setattr(pipeline, "build", build)
    built = channel.edit(BIR, watched=OPEN)
    assert "Başka." in shown[0]
    assert [problem.message for problem in built.problems] == ["stop here"]


def test_a_page_that_was_shown_early_is_made_again_if_its_edit_is_taken_back(
    site: TestSite, channel: Channel
) -> None:
    channel.edit()
    site.story("1", slug="bir", body="Başka.", draft="true")
    site.story("2", slug="iki", date="dün")
    assert not channel.edit(BIR, IKI, watched=OPEN).published
    assert "Başka." in channel.page("tr/bir/index.html")
    site.story("1", slug="bir", body="Birinci.", draft="true")
    site.story("2", slug="iki", body="İkinci.")
    assert channel.edit(BIR, IKI).published
    assert "Birinci." in channel.page("tr/bir/index.html")


def test_a_preview_that_was_ended_leaves_no_page_of_an_edit_that_is_taken_back(
    site: TestSite, channel: Channel
) -> None:
    channel.edit()
    site.story("1", slug="bir", body="Başka.", draft="true")
    channel.pipe.send(None)
    with pytest.raises(building._Ended):
        channel.builder.build(Wanted((BIR,), OPEN))
    assert "Başka." in channel.page("tr/bir/index.html")
    site.story("1", slug="bir", body="Birinci.", draft="true")
    again = Channel(site.root)
    assert again.edit().published
    assert "Birinci." in again.page("tr/bir/index.html")
    assert Channel(site.root).edit().pages == 0, "what was built is taken for granted again"


def test_a_headline_reaches_an_open_list_early(site: TestSite, channel: Channel) -> None:
    channel.edit()
    site.story("1", slug="bir", title="Yepyeni", draft="true")
    channel.edit(BIR, watched=("tr/index.html", "404.html"))
    assert channel.seen == ["shown"]
    assert "Yepyeni" in channel.page("tr/index.html")


def test_an_early_page_is_what_the_build_makes_of_it(site: TestSite, channel: Channel) -> None:
    open_pages = ("tr/index.html", "tr/bir/index.html", "index.html", "tr/2025/07/22/index.html")
    channel.edit()
    site.story("1", slug="bir", title="Yepyeni", body="Başka.", draft="true")
    site.write("templates/text.html", '{% extends "base.html" %}')
    channel.edit(BIR, "templates/text.html", watched=open_pages)
    assert channel.seen == ["shown"]  # and no second time by the build itself


@pytest.mark.parametrize(
    "text", ["---\nid: id1\n", "---\nid: other\ntitle: A\ndate: 2025-01-01\n---\n", "\xff"]
)
def test_an_article_that_cannot_be_shown_early_is_reported_by_the_build(
    site: TestSite, channel: Channel, text: str
) -> None:
    channel.edit()
    site.write(BIR, text.encode("latin-1"))
    built = channel.edit(BIR, watched=OPEN)
    assert channel.seen == []
    assert built.published == text.startswith("---\nid: other")


def test_settings_that_cannot_be_read_are_reported(site: TestSite, channel: Channel) -> None:
    channel.edit()
    site.write("config.yaml", "site: 3\n")
    built = channel.edit("config.yaml", watched=OPEN)
    assert (built.published, built.base) == (False, "")
    assert built.problems[0].path == "config.yaml"


def test_a_disk_that_refuses_is_reported_and_the_builder_goes_on(
    site: TestSite, channel: Channel
) -> None:
    channel.edit()
    (site.root / TARGET.lock).unlink()
    (site.root / TARGET.lock).mkdir()
    built = channel.edit(BIR)
    assert not built.published
    assert [(one.code, one.path) for one in built.problems] == [("build", TARGET.lock)]
    (site.root / TARGET.lock).rmdir()
    assert channel.edit(BIR).published


def test_a_build_of_the_published_site_is_not_waited_for(site: TestSite, channel: Channel) -> None:
    with files.lock(site.root / PUBLISHED.lock):
        thread = Thread(target=channel.edit)
        thread.start()
        thread.join(30)
        waits = thread.is_alive()
    thread.join()
    assert not waits


def test_interface_texts_that_cannot_be_read_are_reported(site: TestSite, channel: Channel) -> None:
    channel.edit()
    site.write("templates/i18n/tr.yaml", "nav: {none: x}")
    built = channel.edit("templates/i18n/tr.yaml", watched=OPEN)
    assert [problem.code for problem in built.problems if problem.severity == "error"] == ["build"]


def test_a_new_sub_path_is_told(site: TestSite, channel: Channel) -> None:
    channel.edit()
    config = (site.root / "config.yaml").read_text("utf-8")
    site.write("config.yaml", config.replace("example.org/haber/", "example.org/"))
    assert channel.edit("config.yaml").base == "/"


def test_the_folder_is_made_again_when_somebody_deletes_it(
    site: TestSite, channel: Channel
) -> None:
    import shutil

    pages = channel.edit().pages
    shutil.rmtree(channel.folder)
    assert channel.edit(BIR, watched=OPEN).pages == pages
    assert "Birinci." in channel.page("tr/bir/index.html")


def test_raw_dumps_are_imported_and_nothing_is_translated(site: TestSite, channel: Channel) -> None:
    config = (site.root / "config.yaml").read_text("utf-8")
    site.write("config.yaml", f"{config}\ntranslation: {{enabled: true}}\n")
    assert channel.edit().published
    text = "Limanda yeni iskele açıldı\n\n" + "Belediye başkanı törende konuştu. " * 20
    site.write("content/raw/yeni.txt", text)
    assert channel.edit("content/raw/yeni.txt").stories == 3
    assert not list((site.root / "content").rglob("*.en.md"))


def test_an_edit_during_a_build_is_built_with_the_one_before(
    site: TestSite, channel: Channel
) -> None:
    channel.edit()
    site.story("1", slug="bir", body="Başka.", draft="true")
    channel.pipe.send(Wanted((IKI, BIR), ()))
    built = channel.edit(BIR)
    assert built.changed == (BIR, IKI)
    assert built.pages > 0


class Busy:
    """A pipe in which another edit waits whenever it is looked at, so many times."""

    def __init__(self, pipe: Connection, edits: int) -> None:
        self.send = pipe.send
        self.left = edits
        self._asked = False

    def poll(self) -> bool:
        self._asked = not self._asked and self.left > 0
        return self._asked

    def recv(self) -> Wanted:
        self.left -= 1
        return Wanted((f"{self.left}.md",))


def test_a_site_is_built_while_files_keep_changing(
    site: TestSite, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel.edit()
    monkeypatch.setattr(building, "PATIENCE", 0)
    busy = Busy(channel.builder._pipe, 10)
    monkeypatch.setattr(channel.builder, "_pipe", busy)
    site.story("1", slug="bir", body="Başka.", draft="true")
    built = channel.edit(BIR)
    assert built.changed == (BIR, "9.md"), "the first edit that comes is built with it"
    assert built.pages > 0
    rest = []
    while channel.pipe.poll():
        rest.append(channel.pipe.recv())
    assert rest, "the others are built afterwards"
    assert {name for one in rest for name in one.changed} <= {f"{n}.md" for n in range(9)}


def test_all_edits_that_came_during_a_build_are_taken_at_once(
    site: TestSite, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel.edit()
    builds: list[Wanted] = []
    build = channel.builder._build

    def counted(wanted: Wanted) -> Built:
        builds.append(wanted)
        return build(wanted)

    monkeypatch.setattr(channel.builder, "_build", counted)
    site.story("1", slug="bir", body="Başka.", draft="true")
    for name in ("a.md", "b.md", "c.md"):
        channel.pipe.send(Wanted((name,), ()))
    assert channel.edit(BIR).changed == (BIR, "a.md", "b.md", "c.md")
    assert len(builds) == 2


def test_ctrl_c_ends_a_build_also_where_edits_came_before(site: TestSite, channel: Channel) -> None:
    channel.edit()
    site.story("1", slug="bir", body="Başka.", draft="true")
    channel.pipe.send(Wanted((IKI,), ()))
    channel.pipe.send(None)
    with pytest.raises(building._Ended):
        channel.builder.build(Wanted((BIR,), ()))


def test_the_builder_ends_when_nobody_listens(site: TestSite) -> None:
    ours, theirs = Pipe()
    ours.send(Wanted())
    thread = Thread(target=_run_unsignalled, args=(site.root, theirs))
    thread.start()
    assert isinstance(ours.recv(), Built)
    ours.close()
    thread.join(30)
    assert not thread.is_alive()


def _run_unsignalled(root: Path, pipe: Connection) -> None:
    """What `building.run` does, in a thread, where no signal can be set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("signal.signal", lambda *_: None)
        building.run(root, pipe)
    pipe.close()


def test_only_what_a_build_reads_counts_as_an_edit(tmp_path: Path) -> None:
    names = (
        "content/articles/a.tr.md", "config.yaml", "templates/x.html", "glossary.yaml", ".secrets",
        "content/.x.md.123.tmp", "content/a.md~", "content/#a.md#", "content/.a.swp",
        "content/a.swp", "output/index.html", ".cache/x", ".git/index", "README.md",
    )  # fmt: skip
    paths = [str(tmp_path / name) for name in names]
    assert set(relevant(tmp_path, paths)) == set(names[:5])


def test_edits_are_noticed_wherever_they_are_made(site: TestSite) -> None:
    noticed: list[str] = []
    failures: list[Exception] = []
    watcher = Watcher(site.root, noticed.extend, failures.append)
    watcher.start()

    def edited(path: str, change: Callable[[], object]) -> None:
        change()
        end = time.monotonic() + 30
        while path not in noticed and time.monotonic() < end:
            time.sleep(0.01)
        assert path in noticed, path

    try:
        edited(BIR, lambda: site.story("1", body="Yeni."))
        edited("config.yaml", lambda: site.write("config.yaml", "site: {}"))
        edited("templates", lambda: site.write("templates/x.html", "x"))
        time.sleep(0.5)  # a new folder is watched from here on
        edited("templates/x.html", lambda: site.write("templates/x.html", "y"))
        beside = site.root / "new.yaml"
        edited(
            "glossary.yaml",
            lambda: (beside.write_text("x"), beside.replace(site.root / "glossary.yaml")),
        )
    finally:
        watcher.stop()
    assert failures == []


def test_what_keeps_a_watcher_from_going_on_is_passed_on(tmp_path: Path) -> None:
    failures: list[Exception] = []
    watcher = Watcher(tmp_path / "nowhere", lambda _changed: None, failures.append)
    watcher.start()
    watcher.stop()
    assert isinstance(failures[0], FileNotFoundError)
