"""Saved pages as lines: what a reader sees of them, and in what kind of element."""

from __future__ import annotations

import pytest
from lxml import html

from digest.ingest.page_lines import PageLine, page_lines


def lines(body: str) -> list[PageLine]:
    return page_lines(html.document_fromstring(f"<html><body>{body}</body></html>"))


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


@pytest.mark.parametrize(
    "name",
    "script style noscript template svg iframe object textarea".split(),
)
def test_what_no_reader_sees_is_no_line_and_what_follows_it_is(name: str) -> None:
    page = f"<p>Gemiler geldi.</p><{name}>gizli</{name}>Liman açıldı."
    assert texts(page) == ["Gemiler geldi.", "Liman açıldı."]


def test_the_title_of_the_window_is_no_line() -> None:
    tree = html.document_fromstring("<head><title>Liman</title></head><body>Gemi</body>")
    assert [line.text for line in page_lines(tree)] == ["Gemi"]


def test_comments_in_the_source_are_no_lines() -> None:
    assert texts("<p>Gemiler <!-- gizli -->geldi.</p>") == ["Gemiler geldi."]


@pytest.mark.parametrize(
    "name",
    (
        "a abbr b bdi big cite code del em font i ins kbd mark q s small span strong sub sup u var"
        " wbr time label"
    ).split(),
)
def test_words_that_are_set_off_stay_in_their_line(name: str) -> None:
    page = f"<p>Gemiler <{name}>dün sabah</{name}> geldi.</p>"
    assert "".join(texts(page)).replace(" ", "") == "Gemilerdünsabahgeldi."
    assert len(texts(page)) == 1


@pytest.mark.parametrize("name", "p div td section address pre unknown-element".split())
def test_any_other_element_is_a_line_of_its_own(name: str) -> None:
    page = f"Gemiler geldi.<{name}>Liman açıldı.</{name}>Yük boşaltıldı."
    assert texts(page) == ["Gemiler geldi.", "Liman açıldı.", "Yük boşaltıldı."]


def test_spaces_and_line_ends_within_an_element_are_single_spaces() -> None:
    assert texts("<p>Gemiler\n   dün\tgeldi.</p><p> \n</p>") == ["Gemiler dün geldi."]
    assert texts("<p>Gemiler<br>geldi.</p>") == ["Gemiler", "geldi."]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("h1", "title"), ("h2", "heading"), ("h3", "heading"), ("h4", "heading"), ("h5", "text"),
        ("li", "item"), ("figcaption", "caption"), ("p", "text"),
    ],
)  # fmt: skip
def test_a_line_says_what_kind_of_element_it_stands_in(name: str, role: str) -> None:
    page = f"Önce.<{name}>Liman <span>açıldı</span></{name}>Sonra."
    assert lines(page) == [
        PageLine("Önce.", "text", furniture=False),
        PageLine("Liman açıldı", role, furniture=False),  # type: ignore[arg-type]
        PageLine("Sonra.", "text", furniture=False),
    ]


def test_a_paragraph_within_a_list_item_is_an_item() -> None:
    assert lines("<ul><li><p>Bir</p></li></ul><p>İki</p>") == [
        PageLine("Bir", "item", furniture=False),
        PageLine("İki", "text", furniture=False),
    ]


@pytest.mark.parametrize("name", ["nav", "form", "button", "select"])
def test_all_within_menus_and_forms_is_furniture(name: str) -> None:
    page = f"<p>Önce.</p><{name}><div><b>Ana</b> Sayfa</div></{name}><p>Sonra.</p>"
    assert lines(page) == [
        PageLine("Önce.", "text", furniture=False),
        PageLine("Ana Sayfa", "text", furniture=True),
        PageLine("Sonra.", "text", furniture=False),
    ]


@pytest.mark.parametrize("name", ["h1", "article"])
def test_a_form_or_menu_that_holds_the_article_is_none(name: str) -> None:
    article = f"<div><{name}>Liman açıldı</{name}></div>"
    page = (
        f"<form><nav><p>Ana Sayfa</p></nav><div>{article}{article}</div><button>Ara</button></form>"
    )
    found = [(line.text, line.furniture) for line in lines(page)]
    assert found == [("Ana Sayfa", True), *[("Liman açıldı", False)] * 2, ("Ara", True)]
    assert [line.furniture for line in lines(f"<form><p>Ara</p></form>{article}")] == [True, False]


def test_a_page_of_any_depth_is_read() -> None:
    tree = html.fromstring("<div>Gemiler geldi.</div>")
    for _ in range(5000):
        outer = html.Element("div")
        outer.append(tree)
        tree = outer
    assert [line.text for line in page_lines(tree)] == ["Gemiler geldi."]
