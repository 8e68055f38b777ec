from __future__ import annotations

import pytest
from lxml import etree

from digest.feeds import sitemaps
from digest.feeds.sitemaps import NewsUrl, SitemapUrl
from digest.model import Alternate
from tests.support.sitemaps import sitemap_files

SITE = "https://digest.example/news/"
BOTH = (Alternate("tr", "tr/a/"), Alternate("en", "en/a/"))
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def texts(data: bytes, path: str) -> list[str]:
    found = etree.fromstring(data).xpath(path, namespaces=SPACES)
    return [str(one) for one in found]


def urls() -> list[SitemapUrl]:
    return [
        SitemapUrl("tr/a/", "2025-07-22", BOTH, "2025-07"),
        SitemapUrl("en/a/", "2025-07-23T10:00:00+03:00", BOTH, "2025-07"),
        SitemapUrl("tr/b/", "", (), "2020-01"),
        SitemapUrl("tr/konu/", "", (), ""),
    ]


def test_there_is_one_sitemap_a_month_and_one_for_what_has_none() -> None:
    files = sitemap_files(urls(), SITE)
    names = ["sitemap-2020-01.xml", "sitemap-2025-07.xml", "sitemap-pages.xml"]
    assert list(files) == [*names, "sitemap.xml"]
    index = files["sitemap.xml"]
    assert texts(index, "//s:sitemap/s:loc/text()") == [SITE + name for name in names]
    assert texts(index, "//s:sitemap/s:lastmod/text()") == ["2025-07-23T10:00:00+03:00"]


def test_a_new_story_changes_its_own_month_and_the_index_alone() -> None:
    before = sitemap_files(urls(), SITE)
    new = SitemapUrl("tr/c/", "2025-07-31", (), "2025-07")
    after = sitemap_files([new, *urls()], SITE)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"sitemap-2025-07.xml", "sitemap.xml"}


def test_the_order_of_the_input_does_not_matter() -> None:
    assert sitemap_files(urls(), SITE) == sitemap_files(urls()[::-1], SITE)


def test_each_version_lists_all_of_them_and_the_default() -> None:
    data = sitemap_files(urls(), SITE)["sitemap-2025-07.xml"]
    for place in (1, 2):
        links = f"//s:url[{place}]/x:link"
        assert texts(data, f"{links}/@hreflang") == ["tr", "en", "x-default"]
        assert texts(data, f"{links}/@href") == [f"{SITE}{name}/a/" for name in ("tr", "en", "tr")]


def test_a_default_of_its_own_is_kept() -> None:
    url = SitemapUrl("tr/", "", (Alternate("x-default", ""), Alternate("tr", "tr/")))
    data = sitemaps.sitemap([url], SITE)
    assert texts(data, "//x:link/@href") == [SITE, f"{SITE}tr/"]


def test_addresses_are_ascii_and_escaped() -> None:
    data = sitemaps.sitemap([SitemapUrl("tr/ş&<x>/", "")], "https://örnek.example/")
    assert texts(data, "//s:loc/text()") == ["https://xn--rnek-4qa.example/tr/%C5%9F&%3Cx%3E/"]


def test_a_year_with_too_many_pages_goes_on_in_another_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitemaps, "_MAX_URLS", 2)
    pages = [SitemapUrl(f"tr/{n}/", "", (), "2025-07") for n in range(5)]
    parts = sitemaps.divide(pages)
    assert {name: len(part) for name, part in parts.items()} == {
        "sitemap-2025-07.xml": 2,
        "sitemap-2025-07-2.xml": 2,
        "sitemap-2025-07-3.xml": 1,
    }


def test_a_file_of_many_versions_is_cut_earlier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "_MAX_LINKS", 10)
    pages = [SitemapUrl(f"tr/{n}/", "", BOTH, "2025-07") for n in range(5)]
    assert [len(part) for part in sitemaps.divide(pages).values()] == [2, 2, 1]


def news(count: int, day: str = "2025-07-22") -> list[NewsUrl]:
    return [NewsUrl(f"tr/{n}/", "tr", f"Haber {n} & <b>", day) for n in range(count)]


def made_news(urls: list[NewsUrl]) -> bytes:
    return sitemaps.news_sitemap(urls, {"tr": "Özet", "en": "Digest"}, SITE, "Europe/Istanbul")


def test_the_news_sitemap_has_the_last_two_days_before_the_newest_story() -> None:
    stories = [
        NewsUrl("tr/old/", "tr", "Eski", "2025-07-20T11:46:00+03:00"),
        NewsUrl("tr/edge/", "tr", "Kenar", "2025-07-20T08:47:00Z"),
        NewsUrl("en/new/", "en", "New", "2025-07-22T11:47:00+03:00"),
    ]
    data = made_news(stories)
    assert texts(data, "//s:loc/text()") == [f"{SITE}en/new/", f"{SITE}tr/edge/"]
    assert texts(data, "//n:name/text()") == ["Digest", "Özet"]
    assert texts(data, "//n:language/text()") == ["en", "tr"]
    assert texts(data, "//n:publication_date/text()")[0] == "2025-07-22T11:47:00+03:00"


def test_the_news_sitemap_has_a_thousand_stories_at_most() -> None:
    assert len(texts(made_news(news(1200)), "//s:loc")) == 1000


def test_a_news_sitemap_without_stories_is_well_formed() -> None:
    assert texts(made_news([]), "//s:loc") == []


def test_robots_are_let_in_and_told_of_the_sitemaps() -> None:
    assert sitemaps.robots(SITE, ["sitemap.xml", "news-sitemap.xml"]).decode() == (
        f"User-agent: *\nDisallow:\n\nSitemap: {SITE}sitemap.xml\nSitemap: {SITE}news-sitemap.xml\n"
    )


def test_robots_of_a_site_without_an_address_name_no_sitemap() -> None:
    assert sitemaps.robots("", ["sitemap.xml"]) == b"User-agent: *\nDisallow:\n"
