from __future__ import annotations

from pathlib import Path

import pytest

from digest.audit import site_problems
from digest.model import Problem
from tests.unit.audit.examples import codes, config, html, site, story, write_articles


def checked(root: Path, body: str = "", head: str = "", **files: str) -> list[Problem]:
    """Check a site of one story page, which links to a page that has the id `here`."""
    made = story()
    write_articles(root, made)
    pages = {
        "tr/a/index.html": html(body, head),
        "tr/index.html": html('<p id="here">x</p>'),
        "static/a.png": "",
        **{name.replace("__", "/").replace("_css", ".css"): text for name, text in files.items()},
    }
    built = site(root, pages, tr=(made.original.path,))
    return list(site_problems(config(root), (made,), built))


def test_good_links_are_no_finding(tmp_path: Path) -> None:
    body = """
      <a href="../#here">x</a> <a href="#top">x</a> <a href="#top-of-page">x</a> <a href="">x</a>
      <a href="mailto:a@b.example">x</a> <a href="https://other.example/">x</a>
      <img src="../../static/a.png" alt=""> <img src="data:image/gif;base64,AA" alt="x">
    """
    assert checked(tmp_path, body) == []


def test_a_dead_link_is_found_at_its_line_in_the_article(tmp_path: Path) -> None:
    made = story()
    made_path = tmp_path / made.original.path
    write_articles(tmp_path, made)
    made_path.write_text("---\ntitle: x\n---\nBir.\n\nBak: [x](../yok/)\n")
    built = site(
        tmp_path, {"tr/a/index.html": html('<a href="../yok/">x</a>')}, tr=(made.original.path,)
    )
    (found,) = site_problems(config(tmp_path), (made,), built)
    assert (found.code, found.severity) == ("dead-link", "error")
    assert (found.path, found.line) == (made.original.path, 6)
    assert '"../yok/" leads to nothing' in found.message
    assert found.hint


def test_a_dead_link_of_a_template_is_reported_once(tmp_path: Path) -> None:
    pages = {f"{n}/index.html": html('<a href="../yok/">x</a>') for n in range(5)}
    (found,) = site_problems(config(tmp_path), (), site(tmp_path, pages))
    assert (found.path, found.line) == ("output/0/index.html", 7)
    assert "5 pages" in found.message


def test_a_fault_that_one_article_alone_has_is_put_down_to_it(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, '<a href="../../fehlt/">x</a>')
    assert found.path == "content/articles/2025-07/a.tr.md"
    assert "output/tr/a/index.html:7" in found.message


@pytest.mark.parametrize("address", ["#yok", "../#yok"])
def test_a_dead_anchor_is_found(tmp_path: Path, address: str) -> None:
    (found,) = checked(tmp_path, f'<a href="{address}">x</a>')
    assert (found.code, found.severity) == ("dead-anchor", "warning")


def test_a_missing_picture_is_found(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, '<img src="yok.png" alt="x">')) == ["missing-picture"]


def test_every_picture_of_a_set_is_looked_for(tmp_path: Path) -> None:
    body = '<img src="../../static/a.png" srcset="../../static/a.png 1x, b.png 2x" alt="x">'
    (found,) = checked(tmp_path, body)
    assert '"b.png"' in found.message


def test_a_picture_without_alt_is_found(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, '<img src="../../static/a.png">')) == ["missing-alt"]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<script src="https://cdn.example/x.js"></script>', ""),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', ""),
        ('<link rel="preconnect" href="https://fonts.example">', ""),
        ("", '<img src="https://cdn.example/x.png" alt="">'),
        ("", '<iframe src="https://video.example/1"></iframe>'),
        ("", '<video poster="https://video.example/1.png"></video>'),
        ("", '<form action="https://forms.example/"></form>'),
    ],
)
def test_a_request_to_another_host_is_found(tmp_path: Path, head: str, body: str) -> None:
    (found,) = checked(tmp_path, body, head)
    assert found.code == "other-host"
    assert ".example" in found.message


def test_a_style_sheet_that_loads_from_elsewhere_is_found(tmp_path: Path) -> None:
    sheet = "@import 'https://fonts.example/x.css';\na { background: url(yok.png) }"
    found = checked(tmp_path, static__x_css=sheet)
    assert sorted(codes(found)) == ["dead-link", "other-host"]
    assert {(p.path, p.line) for p in found} == {
        ("output/static/x.css", 1),
        ("output/static/x.css", 2),
    }


def test_a_script_in_the_page_is_found(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, "<script>alert(1)</script>")) == ["inline-script"]
    assert codes(checked(tmp_path, '<p onclick="alert(1)">x</p>')) == ["inline-script"]


def test_data_and_scripts_that_the_policy_names_are_allowed(tmp_path: Path) -> None:
    # printf 'x()' | openssl dgst -sha256 -binary | base64
    name = "sha256-D6IGS8VMvCoyaR/l0h9tERrBTATY01CoPS7l6xDv0kI="
    head = f"""
      <meta http-equiv="Content-Security-Policy" content="script-src '{name}'">
      <script type="application/ld+json">{{}}</script> <script>x()</script>
    """
    assert checked(tmp_path, "", head) == []


@pytest.mark.parametrize("body", ['<p style="color: red">x</p>', "<style>a { color: red }</style>"])
def test_a_style_in_the_page_is_found(tmp_path: Path, body: str) -> None:
    assert codes(checked(tmp_path, body)) == ["inline-style"]


def test_a_link_with_an_odd_scheme_is_found(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, '<a href="javascript:alert(1)">x</a>')) == ["dead-link"]


def test_where_a_redirect_page_leads_is_checked(tmp_path: Path) -> None:
    head = '<meta http-equiv="refresh" content="0; url=../yok/">'
    assert codes(checked(tmp_path, "", head)) == ["dead-link"]


def test_a_file_that_is_no_page_is_no_reason_to_stop(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, x_html="")) == []
