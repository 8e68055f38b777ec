from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from digest.audit.jsonfeeds import json_findings
from digest.audit.site import BuiltSite
from digest.feeds import json_feed, rss
from digest.model import FeedItem, Image
from tests.unit.feeds import examples
from tests.unit.feeds.examples import SITE, content, page, pair_content, written


def feed(*items: FeedItem, lang: str = "tr", **changes: Any) -> dict[str, Any]:
    changes.setdefault("permalink", f"{lang}/feed.json")
    found = json.loads(written(json_feed, page(lang, *items, **changes)))
    assert isinstance(found, dict)
    return found


def test_the_feed_says_what_it_is() -> None:
    made = feed()
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    assert (made["title"], made["language"]) == ("Özet", "tr")
    assert made["home_page_url"] == f"{SITE}tr/"
    assert made["feed_url"] == f"{SITE}tr/feed.json"
    assert made["items"] == []


def test_an_item_says_all_that_the_story_has() -> None:
    article = replace(examples.ORIGINAL, image=Image("a.jpg", "Kapı"))
    story = replace(content("tr", updated="2025-07-23"), article=article)
    item = feed(FeedItem("a.tr", lambda: story))["items"][0]
    text = item.pop("content_html")
    assert text.startswith('<div lang="tr" dir="ltr">')
    assert item == {
        "id": "a.tr",
        "url": f"{SITE}tr/ateskes-gorusmeleri/",
        "title": "Ateşkes görüşmeleri: Hamas’la bağlantı koptu",
        "summary": "Görüşmeler durdu & bekleniyor.",
        "image": f"{SITE}images/2025-07/a.jpg",
        "date_published": "2025-07-22T11:47:00+03:00",
        "date_modified": "2025-07-23T00:00:00+03:00",
        "authors": [{"name": "Ayşe Yılmaz"}],
        "tags": ["Gazze", "ateşkes"],
        "language": "tr",
    }


def test_it_holds_the_same_texts_as_the_rss_feed() -> None:
    item = FeedItem("a.tr-en", pair_content)
    other = feed(item, lang="en", original_lang="tr")["items"][0]
    data = written(rss, page("en", item, original_lang="tr")).decode()
    assert f"<![CDATA[{other['content_html']}]]>" in data
    assert f"<title>{other['title']}</title>" in data


def test_no_feed_breaks_a_rule(tmp_path: Path) -> None:
    items = (
        FeedItem("a.tr", lambda: content("tr")),
        FeedItem("b.tr", examples.hostile_content),
    )
    data = written(json_feed, page("tr", *items, permalink="tr/feed.json"))
    assert list(json_findings("tr/feed.json", data, BuiltSite(tmp_path, SITE))) == []
