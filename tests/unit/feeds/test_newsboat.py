from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from digest.feeds import rss
from digest.model import FeedItem, Page
from tests.support.programs import need
from tests.unit.feeds import examples
from tests.unit.feeds.examples import SITE, content, page, pair_content, written


def subscribed(folder: Path, *pages: Page) -> list[dict[str, Any]]:
    """Let newsboat read the feeds, twice; return the items that it keeps, newest first."""
    newsboat = need("newsboat")
    for name in ("config", "urls"):
        (folder / name).touch()
    for number, made in enumerate(pages):
        (folder / f"{number}.xml").write_bytes(written(rss, made))
    addresses = [f"file://{folder}/{number}.xml" for number in range(len(pages))]
    (folder / "urls").write_text("\n".join(addresses))
    files = [
        f"-{name}{folder / file}"
        for name, file in zip("uCc", ("urls", "config", "db"), strict=True)
    ]
    for _ in range(2):
        subprocess.run([newsboat, *files, "-x", "reload"], check=True, timeout=60)
    with closing(sqlite3.connect(folder / "db")) as cache:
        cache.row_factory = sqlite3.Row
        rows = cache.execute("select * from rss_item order by pubDate desc, guid")
        return [dict(row) for row in rows]


def test_newsboat_reads_a_story_whole(tmp_path: Path) -> None:
    (item,) = subscribed(tmp_path, page("tr", FeedItem("a.tr", content("tr"))))
    assert item["guid"] == "a.tr"
    assert item["title"] == "Ateşkes görüşmeleri: Hamas’la bağlantı koptu"
    assert item["author"] == "Ayşe Yılmaz"
    assert item["url"] == f"{SITE}tr/ateskes-gorusmeleri/"
    assert item["pubDate"] == 1753174020
    assert "Birinci paragraf" in item["content"]


def test_newsboat_reads_every_kind_of_feed(tmp_path: Path) -> None:
    pair = page("en", FeedItem("a.tr-en", pair_content()), original_lang="tr")
    hostile = page("tr", FeedItem("b.tr", examples.hostile_content()))
    found = subscribed(tmp_path, pair, hostile, page("tr"))
    assert [item["guid"] for item in found] == ["a.tr-en", "b.tr"]
    assert "<script" not in found[1]["content"]
