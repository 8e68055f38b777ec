"""deploy/nginx.conf in a real nginx: a site below /haber/, and one at the root of its domain."""

from __future__ import annotations

import gzip
import http.client
import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from digest.plan import hosting
from tests.support.programs import ROOT
from tests.support.sites import TestSite, make_site

CONFIG = (ROOT / "deploy/nginx.conf").read_text("utf-8")
STAYS = "public, max-age=31536000, immutable"
ASKED = "public, max-age=0, must-revalidate"


@dataclass
class Answer:
    status: int
    headers: Message
    body: bytes


@dataclass
class Hosted:
    site: TestSite
    home: str
    """The address of the front page."""

    def get(self, path: str, **headers: str) -> Answer:
        parts = urlsplit(urljoin(self.home, path))
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 0, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request("GET", target, headers=named)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, answer.headers, body)


def served(text: str, root: Path) -> str:
    """The recommended configuration, with the address and the folder of this test."""
    text, listens = re.subn(r"listen 80;", "listen 127.0.0.1:PORT;", text)
    text, roots = re.subn(r"(?m)^    root [^;]+;", f"    root {root};", text)
    assert (listens, roots) == (1, 1)
    return text


def small_site(folder: Path, url: str) -> TestSite:
    site = make_site(folder, f"site: {{title: Haber, url: '{url}'}}\n")
    site.story("1", slug="bir", body="Ankara'da ışıklar söndü.\n\n" * 40)
    site.story("1", "en", slug="one", body="The lights went out in Ankara.\n\n" * 40)
    assert site.build().made
    return site


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    return small_site(tmp_path_factory.mktemp("site"), "https://example.org/haber/")


@pytest.fixture
def hosted(below: TestSite, tmp_path: Path, nginx: Callable[[str], str]) -> Hosted:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/haber").symlink_to(below.root / "output")
    return Hosted(below, nginx(served(CONFIG, tmp_path / "www")) + "haber/")


def test_every_file_comes_with_its_type_and_encoding(hosted: Hosted) -> None:
    style = re.findall(r'href="\.\./\.\./(static/style\.css\?v=\w+)"', hosted.site.page("tr/bir/"))
    for path, kind in {
        "": "text/html; charset=utf-8",
        "tr/bir/": "text/html; charset=utf-8",
        "tr/feed.xml": "application/rss+xml; charset=utf-8",
        "tr-en/feed.xml": "application/rss+xml; charset=utf-8",
        "en/feed.json": "application/feed+json; charset=utf-8",
        "sitemap.xml": "text/xml; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
        "search/index.json": "application/json; charset=utf-8",
        "static/site.js": "application/javascript; charset=utf-8",
        "static/icon.svg": "image/svg+xml",
        "static/feed.png": "image/png",
        style[0]: "text/css; charset=utf-8",
    }.items():
        answer = hosted.get(path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind), path
        name = path.partition("?")[0] or "index.html"
        name = f"{name}index.html" if name.endswith("/") else name
        assert answer.body == hosted.site.output()[name], path


def test_static_files_stay_for_ever_and_all_else_is_asked_for_anew(hosted: Hosted) -> None:
    addresses = re.findall(r'="\.\./\.\./(static/[^"]+)"', hosted.site.page("tr/bir/"))
    assert len(addresses) >= 2
    for address in addresses:
        assert hosted.get(address).headers["Cache-Control"] == STAYS, address
    # feed.css has one address whatever is in it: feeds name it without a hash.
    for path in ("", "tr/bir/", "tr/feed.xml", "search/index.json", "static/feed.css"):
        answer = hosted.get(path)
        assert answer.headers["Cache-Control"] == ASKED, path
        again = hosted.get(path, If_None_Match=answer.headers["ETag"])
        assert (again.status, again.body) == (304, b""), path


@pytest.mark.parametrize(
    "path", ["tr/bir/", "tr/feed.xml", "en/feed.json", "static/style.css", "static/site.js"]
)
def test_texts_are_compressed_for_those_who_ask(hosted: Hosted, path: str) -> None:
    plain, packed = hosted.get(path), hosted.get(path, Accept_Encoding="gzip")
    assert plain.headers["Content-Encoding"] is None
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body)


@pytest.mark.parametrize("path", ["yok/", "tr/yok", "static/yok.css", ".digest", "_headers"])
def test_what_is_not_there_is_answered_with_the_sites_own_page(hosted: Hosted, path: str) -> None:
    answer = hosted.get(path)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.body == hosted.site.output()["404.html"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" not in (answer.headers["Cache-Control"] or "")


@pytest.mark.parametrize("path", ["", "tr/bir/", "tr/feed.xml", "static/site.js", "yok/"])
def test_security_headers_are_those_of_the_other_hosts(hosted: Hosted, path: str) -> None:
    headers = hosted.get(path).headers
    rule = hosting.headers(()).partition("\n\n")[0]
    wanted = dict(re.findall(r"^  ([\w-]+): (.*)$", rule, re.MULTILINE))
    wanted.pop("Cache-Control", None)
    assert wanted["Content-Security-Policy"] == hosting.POLICY
    assert {name: headers[name] for name in wanted} == wanted
    assert headers["Server"] == "nginx"


def test_an_address_without_its_last_slash_leads_to_the_page(hosted: Hosted) -> None:
    answer = hosted.get("tr/bir")
    assert (answer.status, answer.headers["Location"]) == (301, "/haber/tr/bir/")


def test_at_the_root_of_a_domain_the_same_lines_serve(
    tmp_path: Path, nginx: Callable[[str], str]
) -> None:
    site = small_site(tmp_path / "site", "https://example.org/")
    config = served(CONFIG.replace("/haber/", "/"), site.root / "output")
    root = Hosted(site, nginx(config))
    assert root.get("tr/bir/").body == site.output()["tr/bir/index.html"]
    assert root.get("tr/feed.xml").headers["Content-Type"].startswith("application/rss+xml")
    missing = root.get("yok/")
    assert (missing.status, missing.body) == (404, site.output()["404.html"])
