"""What a saved page says of itself, in the forms that news sites use."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html

from digest.ingest.page_meta import PageMeta, page_meta


def meta(head: str) -> PageMeta:
    return page_meta(html.document_fromstring(f"<html><head>{head}</head><body>x</body></html>"))


def linked(*values: Any) -> PageMeta:
    scripts = (json.dumps(value) if not isinstance(value, str) else value for value in values)
    return meta("".join(f'<script type="application/ld+json">{text}</script>' for text in scripts))


def article(**fields: Any) -> PageMeta:
    return linked({"@type": "NewsArticle", **fields})


def test_a_page_that_says_nothing_has_no_metadata() -> None:
    assert meta("") == PageMeta()


def test_an_article_in_linked_data_gives_every_field() -> None:
    assert article(
        headline="Liman  açıldı",
        description="Gemiler geldi.",
        author={"@type": "Person", "name": "Ali Veli"},
        datePublished="2025-05-12T09:15:00+03:00",
        dateModified="2025-05-12T11:40:00+03:00",
        keywords=["liman", "gemi"],
        publisher={"@type": "Organization", "name": "Örnek Haber"},
        url="https://ornek.example/liman",
    ) == PageMeta(
        "Liman açıldı", "Gemiler geldi.", "Ali Veli", "2025-05-12T09:15+03:00",
        "2025-05-12T11:40+03:00", ("liman", "gemi"), "Örnek Haber", "https://ornek.example/liman",
    )  # fmt: skip


def test_open_graph_gives_every_field_where_there_is_no_linked_data() -> None:
    names = {
        "og:title": "Liman açıldı", "og:description": "Gemiler geldi.", "author": "Ali Veli",
        "article:published_time": "2025-05-12T09:15", "article:modified_time": "2025-05-12T11:40",
        "article:tag": "liman", "og:site_name": "Örnek Haber", "og:url": "https://ornek.example/a",
    }  # fmt: skip
    head = "".join(f'<meta property="{name}" content="{text}">' for name, text in names.items())
    found = meta(f"<title>Liman - Örnek</title>{head}")
    assert found == PageMeta(
        "Liman açıldı", "Gemiler geldi.", "Ali Veli", "2025-05-12T09:15", "2025-05-12T11:40",
        ("liman",), "Örnek Haber", "https://ornek.example/a",
    )  # fmt: skip
    stated = '<script type="application/ld+json">{"@type": "Article", "headline": "H", "description": "D", "author": "A", "publisher": "P"}</script>'
    both = meta(head + stated)
    assert (both.title, both.summary, both.author, both.site) == ("H", "D", "A", "P")


def test_the_title_of_the_window_is_the_last_resort() -> None:
    assert meta("<title>Liman açıldı</title>").title == "Liman açıldı"


@pytest.mark.parametrize("key", ["property", "name", "itemprop"])
def test_a_field_may_be_named_by_any_of_three_attributes_in_any_case(key: str) -> None:
    assert meta(f'<meta {key}="datePublished" content="2025-05-12">').date == "2025-05-12"


@pytest.mark.parametrize(
    ("field", "name"),
    [
        *(("date", name) for name in ("article:published_time", "datePublished", "og:article:published_time", "pubdate", "DC.date", "date")),
        *(("updated", name) for name in ("article:modified_time", "dateModified", "og:updated_time", "lastmod", "DC.modified")),
    ],
)  # fmt: skip
def test_dates_are_found_under_the_names_that_sites_give_them(field: str, name: str) -> None:
    found = meta(f'<meta name="{name}" content="12 Mayıs 2025 09:15">')
    assert {"date": found.date, "updated": found.updated} == {
        "date": "",
        "updated": "",
        field: "2025-05-12T09:15",
    }


def test_a_date_that_is_none_leaves_the_next_one() -> None:
    head = '<meta name="article:published_time" content="bugün"><meta name="date" content="2025-05-12">'
    assert meta(head).date == "2025-05-12"


@pytest.mark.parametrize("name", ["author", "article:author"])
def test_an_author_may_stand_in_either_of_two_fields(name: str) -> None:
    assert meta(f'<meta name="{name}" content="Ali Veli">').author == "Ali Veli"


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("Ali Veli", "Ali Veli"),
        ([{"name": "Ali Veli"}, "Ayşe Can", {"name": "Ali Veli"}], "Ali Veli, Ayşe Can"),
        ([{"name": " "}, {"name": "Ali Veli"}], "Ali Veli"),
        ([{"name": "https://x.example/ali"}, {"url": "x"}, 3, None], ""),
    ],
)
def test_authors_are_the_names_of_people_once_each(author: Any, found: str) -> None:
    assert article(author=author).author == found


@pytest.mark.parametrize(
    "kind",
    [
        "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle",
        "OpinionNewsArticle", "BlogPosting", "LiveBlogPosting", ["Thing", "NewsArticle"],
    ],
)  # fmt: skip
def test_all_kinds_of_articles_are_articles(kind: Any) -> None:
    assert linked({"@type": kind, "headline": "Liman"}).title == "Liman"


@pytest.mark.parametrize(
    "value",
    [
        [{"@type": "WebSite", "headline": "Örnek"}, {"@type": "Article", "headline": "Liman"}],
        {"@graph": [{"@type": "WebSite"}, {"@type": "Article", "headline": "Liman"}]},
        {"@type": "WebPage", "headline": "Örnek", "mainEntity": {"@type": "Article", "headline": "Liman"}},
    ],
    ids=["list", "graph", "main entity"],
)  # fmt: skip
def test_the_article_is_found_among_other_things(value: Any) -> None:
    assert linked(value).title == "Liman"


def test_linked_data_that_is_broken_or_of_no_article_is_passed_over() -> None:
    good = {"@type": "Article", "headline": "Liman"}
    assert linked('{"@type": "Article"', {"@type": "WebSite", "headline": "Ö"}, good).title == "Liman"  # fmt: skip
    assert linked('{"@type": "Article", "headline": "Liman\n açıldı"}').title == "Liman açıldı"
    assert linked("", good).title == "Liman"
    other = '<script>{"@type": "Article", "headline": "Göl"}</script>'
    data = f'<script type="application/ld+json">{json.dumps(good)}</script>'
    assert (meta(other).title, meta(other + data).title) == ("", "Liman")
    assert linked({"@type": "WebSite", "headline": "Örnek"}).title == ""


def test_the_first_article_of_a_page_is_its_own() -> None:
    one, other = ({"@type": "Article", "headline": name} for name in ("Liman", "Göl"))
    assert linked([one, other]).title == linked(one, other).title == "Liman"


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ("liman, gemi,, liman", ("liman", "gemi")),
        (["liman, gemi", "göl", 3], ("liman", "gemi", "göl")),
        (["x" * 59, "x" * 60], ("x" * 59,)),
        ([f"n{n}" for n in range(30)], tuple(f"n{n}" for n in range(20))),
        ({"name": "liman"}, ()),
    ],
)
def test_tags_are_words_once_each_neither_long_nor_many(
    keywords: Any, tags: tuple[str, ...]
) -> None:
    assert article(keywords=keywords).tags == tags


def test_tags_of_meta_elements_are_all_taken() -> None:
    head = '<meta property="article:tag" content="liman"><meta name="news_keywords" content="gemi, göl"><meta name="keywords" content="site">'
    assert meta(head).tags == ("liman", "gemi", "göl")


def test_a_meta_element_without_a_name_says_nothing() -> None:
    assert meta('<meta content="2025-05-12"><meta charset="utf-8">') == PageMeta()


def test_the_address_is_the_canonical_one_where_that_is_an_address() -> None:
    link = '<link rel="icon" href="https://a.example/i"><link rel="canonical" href="{}">'
    graph = '<meta property="og:url" content="https://b.example/">'
    assert meta(link.format("https://a.example/") + graph).url == "https://a.example/"
    assert meta(link.format("javascript:x") + graph).url == "https://b.example/"
    assert meta(link.format("/liman")).url == ""
    assert meta('<link rel="canonical">').url == ""


def test_what_is_stated_at_any_length_is_kept_short() -> None:
    assert len(article(description="a" * 5000).summary) == 1000
