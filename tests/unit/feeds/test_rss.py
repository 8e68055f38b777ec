from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from digest.audit.feeds import rss_findings
from digest.audit.site import BuiltSite
from digest.blocks import split
from digest.feeds import rss
from digest.model import FeedContent, FeedItem, Image, Link, Origin, Page, Source, StoryContent
from tests.unit.feeds import examples
from tests.unit.feeds.examples import SITE, content, page, pair_content, written


def faults(output: str, data: bytes, folder: Any) -> list[str]:
    return [found.message for found in rss_findings(output, data, BuiltSite(folder, SITE))]


@pytest.fixture
def pages() -> dict[str, Page]:
    tr = FeedItem("0123456789ab.tr", lambda: content("tr"))
    en = FeedItem("0123456789ab.en", lambda: content("en"))
    pair = FeedItem("0123456789ab.tr-en", pair_content)
    hostile = FeedItem("ba9876543210.tr", examples.hostile_content)
    topic = FeedContent("Gazze", "tr/konu/gazze/", (tr,))
    return {
        "tr/feed.xml": page("tr", tr, hostile),
        "en/feed.xml": page("en", en),
        "tr-en/feed.xml": page("en", pair, permalink="tr-en/feed.xml", original_lang="tr"),
        "tr/konu/gazze/feed.xml": page("tr", permalink="tr/konu/gazze/feed.xml", content=topic),
        "tr/konu/bos/feed.xml": page("tr", permalink="tr/konu/bos/feed.xml"),
    }


def parsed(data: bytes) -> Any:
    return etree.fromstring(data)


def body_of(data: bytes, place: int = 0) -> str:
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    return str(parsed(data).findall("channel/item")[place].find(encoded).text)


def one(story: StoryContent, render: Callable[[str, str], str] = examples.markdown) -> bytes:
    """Return a feed with one story."""
    lang = story.article.lang
    return written(rss, page(lang, FeedItem(f"a.{lang}", lambda: story)), render)


def with_article(**changes: Any) -> StoryContent:
    article = replace(examples.ORIGINAL, **changes)
    return replace(content("tr", blocks=split(article.body)), article=article, original=article)


def test_no_feed_breaks_a_rule(pages: dict[str, Page], tmp_path: Any) -> None:
    found = {name: faults(name, written(rss, page), tmp_path) for name, page in pages.items()}
    assert found == {name: [] for name in pages}


def test_feedparser_reads_every_feed(pages: dict[str, Page]) -> None:
    for name, made in pages.items():
        feed = feedparser.parse(written(rss, made))
        assert not feed.bozo, (name, feed.get("bozo_exception"))
        assert feed.feed.language == made.lang
        assert isinstance(made.content, FeedContent)
        assert len(feed.entries) == len(made.content.items)


def test_an_item_says_all_that_the_story_has(pages: dict[str, Page]) -> None:
    entry = feedparser.parse(written(rss, pages["tr/feed.xml"])).entries[0]
    assert entry.title == "Ateşkes görüşmeleri: Hamas’la bağlantı koptu"
    assert entry.link == f"{SITE}tr/ateskes-gorusmeleri/"
    assert entry.id == "0123456789ab.tr"
    assert not entry.guidislink
    assert entry.author == "Ayşe Yılmaz"
    assert entry.published == "Tue, 22 Jul 2025 11:47:00 +0300"
    assert entry.summary == "Görüşmeler durdu & bekleniyor."
    assert [tag.term for tag in entry.tags] == ["Gazze", "ateşkes"]
    assert entry.source == {"href": f"{SITE}tr/kaynak/ap/", "title": "AP"}


def test_the_text_holds_caption_credit_and_sources(pages: dict[str, Page]) -> None:
    text = body_of(written(rss, pages["tr/feed.xml"]))
    assert text.startswith('<div lang="tr" dir="ltr"><p><strong>Görüşmeler durdu &amp; ')
    assert "<p>İsrail'in saldırısı.</p>" in text
    assert "Fotoğraf: AP" in text
    assert f'Kaynaklar: <a href="{SITE}tr/kaynak/ap/">AP</a>' in text
    assert '<a href="https://reuters.example/r?a=1&amp;b=2">Reuters</a>' in text


def test_links_of_the_text_are_absolute_and_ascii(pages: dict[str, Page]) -> None:
    text = body_of(written(rss, pages["tr/feed.xml"]))
    assert '<a href="https://xn--rnek-4qa.example/%C4%B1%C4%9Fd%C4%B1r%20i%C5%9Fi">' in text


def test_relative_links_start_from_the_story_and_pictures_from_its_folder() -> None:
    def render(block: str, references: str) -> str:
        return '<p><a href="../baska/#p2">x</a> <img alt="" src="resim.png"></p>'

    text = body_of(one(content("tr"), render))
    assert f'<a href="{SITE}tr/baska/#p2">' in text
    assert f'src="{SITE}images/2025-07/resim.png"' in text


def test_a_machine_translation_says_so_and_links_to_the_original(pages: dict[str, Page]) -> None:
    text = body_of(written(rss, pages["en/feed.xml"]))
    assert "Machine translation. No editor has checked it." in text
    assert f'<a href="{SITE}tr/ateskes-gorusmeleri/" hreflang="tr" lang="tr">Ateşkes' in text


@pytest.mark.parametrize(
    ("origin", "label"),
    [
        (Origin("machine", reviewed=True), "Machine translation, checked by an editor."),
        (Origin("human"), "A translation."),
    ],
)
def test_other_translations_say_who_made_them(origin: Origin, label: str) -> None:
    story = content("en", stale=True)
    story = replace(story, article=replace(story.article, origin=origin))
    text = body_of(one(story))
    assert label in text
    assert "The original has been updated since" in text


def test_the_original_bears_no_label(pages: dict[str, Page]) -> None:
    assert "Özgün metin" not in body_of(written(rss, pages["tr/feed.xml"]))


def test_a_bilingual_item_has_both_texts_each_in_its_language(pages: dict[str, Page]) -> None:
    data = written(rss, pages["tr-en/feed.xml"])
    entry = feedparser.parse(data).entries[0]
    assert entry.title == (
        "Ateşkes görüşmeleri: Hamas’la bağlantı koptu / Ceasefire talks: contact with Hamas lost"
    )
    assert entry.link == f"{SITE}tr-en/ateskes-gorusmeleri/"
    text = body_of(data)
    first = text.index('<div lang="tr" dir="ltr"><p>Birinci paragraf')
    assert text.index('<div lang="en" dir="ltr"><p>First paragraph') > first
    assert parsed(data).findtext("channel/title") == "Digest (in two languages)"


def test_a_picture_is_absolute_and_has_its_alt_text() -> None:
    text = body_of(one(with_article(image=Image("ağ geçidi#1.jpg", "Kapı"))))
    address = f"{SITE}images/2025-07/a%C4%9F%20ge%C3%A7idi%231.jpg"
    assert f'<figure><img src="{address}" alt="Kapı"><figcaption><p>İsrail' in text


def test_an_undated_story_is_dated_by_its_import_and_says_so(pages: dict[str, Page]) -> None:
    data = written(rss, pages["tr/feed.xml"])
    assert feedparser.parse(data).entries[1].published == "Sun, 20 Jul 2025 00:00:00 +0300"
    assert "Yayın tarihi bilinmiyor" in body_of(data, 1)
    assert "Yayın tarihi bilinmiyor" not in body_of(data, 0)


def test_the_feed_is_as_new_as_its_newest_story() -> None:
    first = FeedItem("a.tr", lambda: content("tr", updated="2025-07-24T09:00:00+03:00"))
    second = FeedItem("b.tr", lambda: content("tr", published="2025-07-23"))
    data = written(rss, page("tr", first, second))
    built = parsed(data).findtext("channel/lastBuildDate")
    assert built == "Thu, 24 Jul 2025 09:00:00 +0300"
    assert feedparser.parse(data).entries[0].updated == "2025-07-24T09:00:00+03:00"


def test_a_feed_without_stories_has_no_date(pages: dict[str, Page]) -> None:
    assert b"lastBuildDate" not in written(rss, pages["tr/konu/bos/feed.xml"])


def test_the_id_does_not_depend_on_address_title_or_date() -> None:
    changed = with_article(title="Başka", slug="baska")
    views = (changed.views[0]._replace(permalink="tr/baska/"),)
    changed = replace(changed, published="2024-01-01", views=views)
    ids = {feedparser.parse(one(story)).entries[0].id for story in (content("tr"), changed)}
    assert ids == {"a.tr"}


def test_what_looks_like_a_tag_in_a_headline_is_not_one() -> None:
    data = one(with_article(title="5 < 7 & <b>kalın</b>"))
    assert feedparser.parse(data).entries[0].title == "5 < 7 & ‹b>kalın‹/b>"
    assert "<title>5 &#x3C; 7 &#x26; ‹b&#x3E;".encode() in data


def test_hostile_text_stays_text(pages: dict[str, Page]) -> None:
    text = body_of(written(rss, pages["tr/feed.xml"]), 1)
    assert "<script" not in text
    assert "&lt;script&gt;x&lt;/script&gt;" in text
    assert not set(text) & set("\x00\x0b\x85\x9f\ufffd\ufffe")


def test_a_browser_is_told_how_to_show_the_feed_and_the_reader_how_to_subscribe(
    pages: dict[str, Page],
) -> None:
    data = written(rss, pages["tr/konu/gazze/feed.xml"]).decode()
    assert '<?xml-stylesheet type="text/css" href="../../../static/feed.css"?>' in data
    assert 'title="Bu bir haber akışıdır.' in data
    assert "<title>Özet: Gazze</title>" in data


def test_a_source_without_an_address_is_named_in_the_text_alone() -> None:
    story = content("tr", sources=(Link("AA", ""),))
    story = replace(story, story=replace(story.story, sources=(Source("AA"),)))
    data = one(story)
    assert b"<source" not in data
    assert "Kaynaklar: AA" in body_of(data)


def test_a_summary_comes_from_the_first_paragraph_where_there_is_no_standfirst() -> None:
    body = "## Başlık\n\n" + "Uzun *bir* cümle. " * 40
    summary = feedparser.parse(one(with_article(summary="", body=body))).entries[0].summary
    assert summary.startswith("Uzun bir cümle.")
    assert len(summary) <= 300
    assert summary.endswith("…")


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_any_text_makes_a_well_formed_feed(text: str) -> None:
    story = with_article(title=text or "x", summary=text, author=text, caption=text)
    data = one(replace(story, tags=(text,)), lambda block, _: text)
    assert parsed(data).findtext("channel/item/guid") == "a.tr"
    assert not feedparser.parse(data).bozo


def test_relative_links_of_a_bilingual_item_start_from_the_page_of_their_own_language() -> None:
    def render(block: str, references: str) -> str:
        return '<p><a href="../baska/">x</a></p>'

    text = body_of(
        written(rss, page("en", FeedItem("a.tr-en", pair_content), original_lang="tr"), render)
    )
    assert f'<div lang="tr" dir="ltr"><p><a href="{SITE}tr/baska/">' in text
    assert f'<div lang="en" dir="ltr"><p><a href="{SITE}en/baska/">' in text
