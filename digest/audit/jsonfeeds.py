"""JSON Feed 1.1 as its specification has it. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from digest.audit.feedtexts import (
    broken_fault,
    html_faults,
    language_fault,
    rfc3339_fault,
    root_language,
    uri_fault,
)
from digest.audit.findings import Finding
from digest.audit.site import BuiltSite

_VERSION = "https://jsonfeed.org/version/1.1"
_ADDRESSES = ("home_page_url", "feed_url", "icon", "favicon", "next_url")
_ITEM_ADDRESSES = ("url", "external_url", "image", "banner_image")


def json_findings(output: str, data: bytes, site: BuiltSite) -> Iterator[Finding]:
    """Yield everything that is wrong with a JSON feed."""
    try:
        feed = json.loads(data)
    except ValueError as error:
        yield Finding("feed", output, f"the feed is no JSON: {error}.")
        return
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        yield Finding("feed", output, "the feed is no object with items.")
        return
    for fault in _head(feed, f"{site.url}{output}"):
        yield Finding("feed", output, f"the feed's {fault}.")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    ids = Counter(str(item.get("id")) for item in items)
    for item in items:
        target = site.target(output, str(item.get("url", "")))
        about = target.file if target else ""
        for fault in _item(item, str(feed.get("language", "")), ids):
            yield Finding("feed", output, f"the feed's item {fault}.", about=about)


def _head(feed: dict[str, Any], address: str) -> Iterator[str]:
    if feed.get("version") != _VERSION:
        yield f"version is not {_VERSION}"
    if not feed.get("title"):
        yield "title is missing"
    if feed.get("feed_url") != address:
        yield f'feed_url is "{feed.get("feed_url")}", and it is at {address}'
    yield from _addresses(feed, _ADDRESSES)
    language = str(feed.get("language", ""))
    if fault := language_fault(language):
        yield f'language "{language}" {fault}'


def _item(item: dict[str, Any], language: str, ids: Mapping[str, int]) -> Iterator[str]:
    name = str(item.get("id") or "")
    if not name:
        yield "has no id"
    elif ids[name] > 1:
        yield f'has an id, "{name}", that another one has too'
    yield from (f"has a wrong {fault}" for fault in _addresses(item, _ITEM_ADDRESSES))
    for field in ("date_published", "date_modified"):
        if field in item and (fault := rfc3339_fault(str(item[field]))):
            yield f'has a {field}, "{item[field]}", that {fault}'
    for field in ("title", "summary"):
        if fault := broken_fault(str(item.get(field, ""))):
            yield f"has a {field} that {fault}"
    if item.get("language", language) != language:
        yield f'is in "{item["language"]}", and the feed in "{language}"'
    if "author" in item:
        yield "has an author as in version 1.0: write authors"
    yield from _body(item, language)


def _body(item: dict[str, Any], language: str) -> Iterator[str]:
    text = str(item.get("content_html") or "")
    if not text and not item.get("content_text"):
        yield "has neither content_html nor content_text"
    elif text:
        if root_language(text) != language:
            yield f'has a content_html that does not begin with lang="{language}"'
        yield from (f"has a content_html that {fault}" for fault in html_faults(text))


def _addresses(values: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name in values and (fault := uri_fault(str(values[name]))):
            yield f'{name}: "{values[name]}" {fault}'
