from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from digest.audit import BuiltSite, site_problems
from digest.audit.jsonfeeds import json_findings
from tests.unit.audit.examples import URL, codes, config, site

CLEAN: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Özet",
    "home_page_url": f"{URL}tr/",
    "feed_url": f"{URL}tr/feed.json",
    "language": "tr",
    "items": [
        {
            "id": "0123456789ab.tr",
            "url": f"{URL}tr/a/",
            "title": "Haber",
            "content_html": '<div lang="tr"><p>x</p></div>',
            "date_published": "2025-07-22T11:47:00+03:00",
            "language": "tr",
        }
    ],
}


def faults(data: bytes) -> list[str]:
    built = BuiltSite(Path("nowhere"), URL)
    return [found.message for found in json_findings("tr/feed.json", data, built)]


def changed(**changes: Any) -> list[str]:
    return faults(json.dumps({**CLEAN, **changes}).encode())


def item(**changes: Any) -> list[str]:
    return changed(items=[{**CLEAN["items"][0], **changes}])


def test_a_clean_feed_is_no_finding() -> None:
    assert changed() == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": "https://jsonfeed.org/version/1"}, "version is not"),
        ({"title": ""}, "title is missing"),
        ({"feed_url": f"{URL}feed.json"}, "and it is at"),
        ({"home_page_url": "../tr/"}, "is not absolute"),
        ({"language": "türkçe"}, "is no language code"),
        ({"items": {}}, "no object with items"),
        ({"items": CLEAN["items"] * 2}, "another one has too"),
    ],
)
def test_a_rule_that_the_feed_breaks_is_found(changes: dict[str, Any], message: str) -> None:
    assert any(message in fault for fault in changed(**changes))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": ""}, "has no id"),
        ({"url": "/tr/a/"}, "is not absolute"),
        ({"date_published": "22 July"}, "is not a time"),
        ({"date_modified": "2025-02-30T00:00:00Z"}, "no day of the calendar"),
        ({"title": "a\ufffd"}, "U+FFFD"),
        ({"language": "en"}, 'is in "en"'),
        ({"author": {"name": "x"}}, "write authors"),
        ({"content_html": ""}, "neither content_html"),
        ({"content_html": "<p>x</p>"}, "does not begin with lang"),
        ({"content_html": '<p lang="tr"><a href="x">x</a></p>'}, "is not absolute"),
    ],
)
def test_a_rule_that_an_item_breaks_is_found(changes: dict[str, Any], message: str) -> None:
    assert any(message in fault for fault in item(**changes))


def test_what_is_no_json_is_found(tmp_path: Path) -> None:
    built = site(tmp_path, {"tr/feed.json": '{"version": "https://jsonfeed.org/version/1.1"'})
    assert codes(list(site_problems(config(tmp_path), (), built))) == ["feed"]
