"""Items of an RSS feed. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digest.audit.feedtexts import (
    html_faults,
    plain_fault,
    rfc822_fault,
    rfc3339_fault,
    root_language,
    uri_fault,
)
from digest.audit.rsselements import (
    ATOM,
    CONTENT,
    DC,
    Fault,
    element_faults,
    shown,
    text_faults,
)

_CORE = "title link description author category comments enclosure guid pubDate source"
_EXTENSIONS = (f"{CONTENT}encoded", f"{DC}creator", f"{DC}language", f"{ATOM}updated")
_KNOWN = frozenset((*_CORE.split(), *_EXTENSIONS))


def item_faults(item: Any, language: str) -> Iterator[Fault]:
    """Yield what is wrong with one item of a feed in this language."""
    yield from element_faults(item, _KNOWN, ("title", "link", "guid", "pubDate", "description"))
    yield from text_faults(item, plain_fault, "title", "category", f"{DC}creator")
    yield from text_faults(item, uri_fault, "link", "comments")
    yield from text_faults(item, rfc822_fault, "pubDate")
    yield from text_faults(item, rfc3339_fault, f"{ATOM}updated")
    yield from _guid(item)
    yield from _source(item)
    yield from _bodies(item, language)
    own = item.find(f"{DC}language")
    if own is not None and (own.text or "").strip() != language:
        yield own.sourceline, f'item is in "{own.text}", and the feed in "{language}"'
    author = item.find("author")
    if author is not None and "@" not in (author.text or ""):
        yield author.sourceline, "author is no e-mail address: use dc:creator"
    if author is not None and item.find(f"{DC}creator") is not None:
        yield author.sourceline, "item has both author and dc:creator"


def _guid(item: Any) -> Iterator[Fault]:
    guid = item.find("guid")
    if guid is None:
        return
    text = (guid.text or "").strip()
    if text.isdigit() and len(text) < 9:
        yield guid.sourceline, f'guid "{text}" may well be that of another feed\'s item'
    permanent = guid.get("isPermaLink", "true")
    if permanent not in ("true", "false"):
        yield guid.sourceline, "guid says isPermaLink neither true nor false"
    elif permanent == "true" and not text.startswith(("http://", "https://")):
        yield guid.sourceline, 'guid is no address, and does not say isPermaLink="false"'


def _source(item: Any) -> Iterator[Fault]:
    for source in item.findall("source"):
        if fault := uri_fault(source.get("url", "")):
            yield source.sourceline, f"source's url {fault}"
    for enclosure in item.findall("enclosure"):
        lacking = [name for name in ("url", "length", "type") if not enclosure.get(name)]
        if lacking:
            yield enclosure.sourceline, f"enclosure has no {', '.join(lacking)}"


def _bodies(item: Any, language: str) -> Iterator[Fault]:
    tags = [child.tag for child in item]
    encoded = item.find(f"{CONTENT}encoded")
    if encoded is not None:
        if "description" not in tags[: tags.index(encoded.tag)]:
            yield encoded.sourceline, "content:encoded has no description before it"
        if root_language(encoded.text or "") != language:
            yield encoded.sourceline, f'content:encoded does not begin with lang="{language}"'
    for tag in ("description", f"{CONTENT}encoded"):
        for element in item.findall(tag):
            for fault in html_faults(element.text or ""):
                yield element.sourceline, f"{shown(tag)} {fault}"
