"""RSS 2.0 as feed readers rely on it: the rules of the W3C feed validator, and a few of our own.

Our own: one language a feed, the language on the root of every text, no date from the clock.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from digest.audit.feeditems import item_faults
from digest.audit.feedtexts import (
    language_fault,
    plain_fault,
    rfc822_fault,
    rfc3339_fault,
    uri_fault,
)
from digest.audit.findings import Finding
from digest.audit.rsselements import ATOM, Fault, element_faults, text_faults, text_of
from digest.audit.site import BuiltSite

_CORE = """
title link description language copyright pubDate lastBuildDate category generator docs ttl image
item
"""
_KNOWN = frozenset((*_CORE.split(), f"{ATOM}link"))
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")


def rss_findings(output: str, data: bytes, site: BuiltSite) -> Iterator[Finding]:
    """Yield everything that is wrong with an RSS feed."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        yield Finding("feed", output, f"the feed is no XML: {error.msg}.", error.lineno or 0)
        return
    for line, fault in _root(root):
        yield Finding("feed", output, f"the feed's {fault}.", line)
    for channel in root.findall("channel")[:1]:
        for line, fault in _channel(channel, f"{site.url}{output}"):
            yield Finding("feed", output, f"the feed's {fault}.", line)
        yield from _items(channel, output, site)


def _root(root: Any) -> Iterator[Fault]:
    document = root.getroottree().docinfo
    if document.doctype:
        yield 1, "document type declaration is refused by readers"
    if document.encoding.upper() != "UTF-8" or document.xml_version != "1.0":
        yield 1, "first line does not say XML 1.0 in UTF-8"
    if root.tag != "rss" or root.get("version") != "2.0" or len(root.findall("channel")) != 1:
        yield root.sourceline, "root is not rss, version 2.0, with one channel"


def _items(channel: Any, output: str, site: BuiltSite) -> Iterator[Finding]:
    items = channel.findall("item")
    language = text_of(channel, "language")
    guids = Counter(text_of(item, "guid") for item in items)
    for item in items:
        target = site.target(output, text_of(item, "link"))
        about = target.file if target else ""
        for line, fault in item_faults(item, language):
            yield Finding("feed", output, f"the feed's {fault}.", line, about=about)
        guid = text_of(item, "guid")
        if guid and guids[guid] > 1:
            message = f'the feed\'s guid "{guid}" stands on more than one item.'
            yield Finding("feed", output, message, item.sourceline)


def _channel(channel: Any, address: str) -> Iterator[Fault]:
    yield from element_faults(channel, _KNOWN, ("title", "link", "description", "language"))
    yield from text_faults(channel, plain_fault, "title", "description", "category", "copyright")
    yield from text_faults(channel, uri_fault, "link", "docs")
    yield from text_faults(channel, rfc822_fault, "lastBuildDate", "pubDate")
    yield from text_faults(channel, language_fault, "language")
    yield from _self_link(channel, address)
    yield from _image(channel)
    yield from _order(channel)
    yield from _clock(channel)
    ttl = channel.find("ttl")
    if ttl is not None and not re.fullmatch(r"[1-9]\d*", (ttl.text or "").strip()):
        yield ttl.sourceline, "ttl is not a number of minutes"


def _self_link(channel: Any, address: str) -> Iterator[Fault]:
    links = [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if not links:
        yield channel.sourceline, 'channel has no atom:link rel="self"'
    for link in links:
        if link.get("href") != address:
            yield link.sourceline, f'self link is "{link.get("href")}", and it is at {address}'
        if link.get("type") != "application/rss+xml":
            yield link.sourceline, "self link is not of type application/rss+xml"


def _image(channel: Any) -> Iterator[Fault]:
    image = channel.find("image")
    if image is None:
        return
    for tag in ("title", "link"):
        if text_of(image, tag) != text_of(channel, tag):
            yield image.sourceline, f"image has another {tag} than the channel"
    address = text_of(image, "url")
    if fault := uri_fault(address):
        yield image.sourceline, f'image address "{address}" {fault}'
    elif not address.partition("?")[0].lower().endswith(_PICTURES):
        yield image.sourceline, "image is neither png, jpg nor gif"
    for tag, most in (("width", 144), ("height", 400)):
        size = text_of(image, tag)
        if size and not (size.isdigit() and 0 < int(size) <= most):
            yield image.sourceline, f"image {tag} is not between 1 and {most}"


def _order(channel: Any) -> Iterator[Fault]:
    seen = False
    for child in channel:
        if child.tag == "item":
            seen = True
        elif seen and isinstance(child.tag, str):
            yield child.sourceline, f"{child.tag} stands after an item"
            return


def _clock(channel: Any) -> Iterator[Fault]:
    """Yield a lastBuildDate that is newer than everything in the feed."""
    built = text_of(channel, "lastBuildDate")
    items = channel.findall("item")
    if not built or not items or rfc822_fault(built):
        return
    dates = [
        text
        for item in items
        for text in (text_of(item, "pubDate"), text_of(item, f"{ATOM}updated"))
        if text
    ]
    if all(_moment(built) > _moment(text) for text in dates):
        line = channel.find("lastBuildDate").sourceline
        yield line, "lastBuildDate is newer than every item: it comes from the clock"


def _moment(text: str) -> float:
    """Return a date's seconds; 0 for what is no date, which is reported elsewhere."""
    try:
        if rfc3339_fault(text):
            return parsedate_to_datetime(text).timestamp()
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return 0.0
