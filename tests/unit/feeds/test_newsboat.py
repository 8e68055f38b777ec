from __future__ import annotations

from pathlib import Path
from typing import Any

from digest.feeds import rss
from digest.model import FeedItem, Page
from tests.support.newsboat import subscribed
from tests.unit.feeds import examples
from tests.unit.feeds.examples import SITE, content, page, pair_content, written


def kept(folder: Path, *pages: Page) -> list[dict[str, Any]]:
    """Write these feeds, and return what newsboat keeps of them."""
    files = [folder / f"{number}.xml" for number in range(len(pages))]
    for file, made in zip(files, pages, strict=True):
        file.write_bytes(written(rss, made))
    return subscribed(folder, files)


def test_newsboat_reads_a_story_whole(tmp_path: Path) -> None:
    (item,) = kept(tmp_path, page("tr", FeedItem("a.tr", lambda: content("tr"))))
    assert item["guid"] == "a.tr"
    assert item["title"] == "Ateşkes görüşmeleri: Hamas’la bağlantı koptu"
    assert item["author"] == "Ayşe Yılmaz"
    assert item["url"] == f"{SITE}tr/ateskes-gorusmeleri/"
    assert item["pubDate"] == 1753174020
    assert "Birinci paragraf" in item["content"]


def test_newsboat_reads_every_kind_of_feed(tmp_path: Path) -> None:
    pair = page("en", FeedItem("a.tr-en", pair_content), original_lang="tr")
    hostile = page("tr", FeedItem("b.tr", examples.hostile_content))
    found = kept(tmp_path, pair, hostile, page("tr"))
    assert [item["guid"] for item in found] == ["a.tr-en", "b.tr"]
    assert "<script" not in found[1]["content"]
