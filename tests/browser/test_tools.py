"""The tools that judge our pages see what is wrong: else their silence says nothing."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import NewPage, axe_violations
from tests.support.servers import Serve
from tests.support.validators import nu_errors

GOOD = (
    '<!doctype html><html lang="tr"><meta charset="utf-8"><link rel="icon" href="data:,">'
    "<title>İyi</title><h1>Işık</h1>{}</html>"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "a site"
    (folder / "tr").mkdir(parents=True)
    (folder / "index.html").write_text(GOOD.format('<a href="tr/">tr</a>'), encoding="utf-8")
    (folder / "tr" / "index.html").write_text(GOOD.format(""), encoding="utf-8")
    (folder / "404.html").write_text(GOOD.format("yok"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("base", ["/", "/haber/"])
def test_a_page_opens_at_a_root_and_under_a_sub_path(
    site: Path, serve: Serve, new_page: NewPage, base: str
) -> None:
    url = serve(site, base)
    page = new_page()
    page.goto(url)
    page.click("a")
    assert page.url == f"{url}tr/"
    assert page.text_content("h1") == "Işık"


def test_what_lies_outside_the_sub_path_is_not_found(site: Path, serve: Serve) -> None:
    root = serve(site, "/haber/").removesuffix("haber/")
    for path in ("", "tr/", "haber/yok/", "haber/../../etc/passwd"):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(root + path)
        with caught.value as answer:
            assert answer.code == 404
            assert "yok" in answer.read().decode()


@pytest.mark.parametrize(
    "fault",
    [
        '<img src="https://other.example/x.png" alt="">',
        '<script>throw new Error("oops")</script>',
        '<script>console.error("oops")</script>',
    ],
)
def test_a_page_that_misbehaves_is_noticed(
    site: Path, serve: Serve, chromium: Browser, fault: str
) -> None:
    from tests.support.browser import _watch

    (site / "index.html").write_text(GOOD.format(fault), encoding="utf-8")
    complaints: list[str] = []
    with chromium.new_context() as context:
        context.route("https://**", lambda route: route.abort())
        page = context.new_page()
        _watch(page, complaints)
        page.goto(serve(site), wait_until="load")
    assert complaints


def test_axe_sees_a_picture_without_a_text(site: Path, serve: Serve, new_page: NewPage) -> None:
    picture = '<main><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>'
    (site / "index.html").write_text(GOOD.format(picture), encoding="utf-8")
    page = new_page()
    page.goto(serve(site))
    assert any("image-alt" in line for line in axe_violations(page))


def test_the_nu_checker_sees_faults_in_pages_styles_and_svg(tmp_path: Path) -> None:
    good = tmp_path / "good.html"
    good.write_text(GOOD.format(""), encoding="utf-8")
    faulty = {
        "a.html": GOOD.format("<p><div></p>"),
        "b.css": "a { colour: red }",
        "c.svg": '<svg xmlns="http://www.w3.org/2000/svg"><blink/></svg>',
    }
    for name, text in faulty.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = nu_errors([good, *(tmp_path / name for name in faulty)])
    for name in faulty:
        assert any(line.startswith(f"{tmp_path / name}:") for line in found), name
    assert not any(line.startswith(f"{good}:") for line in found)


def test_nothing_to_check_is_no_clean_bill() -> None:
    with pytest.raises(ValueError, match="no files"):
        nu_errors([])


def test_nginx_serves_what_it_is_told_to(site: Path, nginx: Callable[[str], str]) -> None:
    url = nginx(f"server {{ listen 127.0.0.1:PORT; root '{site}'; }}")
    with urllib.request.urlopen(f"{url}tr/") as answer:
        assert "Işık" in answer.read().decode()
        assert answer.headers["Content-Type"] == "text/html"


def test_an_nginx_that_cannot_start_says_why(nginx: Callable[[str], str]) -> None:
    with pytest.raises(pytest.fail.Exception, match='unknown directive "lsten"'):
        nginx("server { lsten 1; }")
