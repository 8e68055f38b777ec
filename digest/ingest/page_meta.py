"""What a saved page says of itself: JSON-LD, OpenGraph and other metadata. Only what is stated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from digest import turkish
from digest.records import record

_DATES = {
    "date": ("article:published_time", "datepublished", "og:article:published_time", "pubdate", "dc.date", "date"),
    "updated": ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "dc.modified"),
}  # fmt: skip
_KINDS = frozenset(
    (
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
    )
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,500}")


@record
class PageMeta:
    """A page's metadata; empty where it has none."""

    title: str = ""
    summary: str = ""
    author: str = ""
    date: str = ""
    updated: str = ""
    tags: tuple[str, ...] = ()
    site: str = ""
    """Name of the paper that published it."""
    url: str = ""
    """The page's own address."""


def page_meta(tree: Any) -> PageMeta:
    """Return the metadata of an HTML tree."""
    data = _linked_data(tree)
    named = dict(_named(tree))
    tags = [content for name, content in _named(tree) if name in ("article:tag", "news_keywords")]
    canonical = next(
        (link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"), ""
    )
    return PageMeta(
        title=_text(data.get("headline")) or named.get("og:title", "") or named.get("title", ""),
        summary=_text(data.get("description")) or named.get("og:description", ""),
        author=_people(data.get("author"))
        or named.get("author", "")
        or named.get("article:author", ""),
        date=_date(data.get("datePublished"), named, "date"),
        updated=_date(data.get("dateModified"), named, "updated"),
        tags=_list(data.get("keywords")) or _list(tags),
        site=_people(data.get("publisher")) or named.get("og:site_name", ""),
        url=_address(canonical)
        or _address(named.get("og:url", ""))
        or _address(_text(data.get("url"))),
    )


def _named(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield the names and contents of a page's meta elements."""
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := _text(element.get("content")):
            yield name.lower(), content
    for element in tree.iter("title"):
        yield "title", _text(element.text)


def _linked_data(tree: Any) -> dict[str, Any]:
    """Return the article among a page's JSON-LD objects."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        try:
            value = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            kinds = item.get("@type")
            if _KINDS.intersection(kinds if isinstance(kinds, list) else [str(kinds)]):
                return item
    return {}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    queue = [value]
    while queue:
        item = queue.pop(0)
        if isinstance(item, dict):
            yield item
            queue += [item["@graph"]] if "@graph" in item else []
            queue += [item["mainEntity"]] if "mainEntity" in item else []
        elif isinstance(item, list):
            queue += item[:200]


def _text(value: Any) -> str:
    return " ".join(turkish.clean(value).split())[:1000] if isinstance(value, str) else ""


def _people(value: Any) -> str:
    """Return the names of people or organisations, however JSON-LD writes them."""
    items = value if isinstance(value, list) else [value]
    names = [_text(item.get("name")) if isinstance(item, dict) else _text(item) for item in items]
    return ", ".join(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _list(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    parts = [part for item in items if isinstance(item, str) for part in item.split(",")]
    return tuple(dict.fromkeys(tag for part in parts if (tag := _text(part)) and len(tag) < 60))[
        :20
    ]


def _date(value: Any, named: dict[str, str], field: str) -> str:
    stated = [_text(value), *(named.get(name, "") for name in _DATES[field])]
    return next((iso for text in stated if (iso := turkish.parse_date(text))), "")


def _address(text: str) -> str:
    return text if _ADDRESS.fullmatch(text) else ""
