"""What one built page says that can be wrong: its language, links, pictures, scripts. Pure."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

_LOADING = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "prefetch", "manifest",
     "preconnect", "dns-prefetch", "mask-icon"}
)  # fmt: skip
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_STYLE_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""", re.IGNORECASE)
_SELDOM = re.compile(rb"\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)
_DATA_BLOCKS = ("json", "speculationrules")


class Reference(NamedTuple):
    """An address on a page, as it is written there."""

    address: str
    line: int
    loads: bool = False
    """True when the browser asks for it by itself: pictures, scripts, style sheets."""
    picture: bool = False


@dataclass(slots=True)
class PageFacts:
    """One HTML file. Lines count from 1."""

    output: str
    """Path below output/."""
    lang: str = ""
    canonical: Reference | None = None
    alternates: list[tuple[str, Reference]] = field(default_factory=list)
    """hreflang and address of each version."""
    references: list[Reference] = field(default_factory=list)
    ids: frozenset[str] = frozenset()
    without_alt: list[Reference] = field(default_factory=list)
    """Pictures that have no alt attribute at all; an empty one is for decoration."""
    scripts: list[int] = field(default_factory=list)
    """Lines with script inside that the page's own policy does not allow."""
    styles: list[int] = field(default_factory=list)
    """Lines with style inside."""
    machine_label: bool = False
    """True when an element of the classes `label machine` holds a link."""
    redirects: bool = False
    policy: str = ""
    """Its Content-Security-Policy."""


def read_page(output: str, data: bytes) -> PageFacts:
    """Return what is on a page; of a file that is no HTML, an empty page."""
    from lxml import etree

    facts = PageFacts(output)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return facts
    if root is None:
        return facts
    facts.lang = root.get("lang", "")
    facts.ids = _ids()(root)
    for element in root.iter(*_READERS):
        _READERS[element.tag](element, element.sourceline, facts)
    if b"machine" in data:
        facts.machine_label = any(map(_is_label, root.iter()))
    if _SELDOM.search(data):
        for element in root.iter():
            _read_seldom(element, facts)
    return facts


@cache
def _ids() -> Callable[[Any], Any]:
    """Return what finds the ids of a page: in C, as there are many."""
    from lxml import etree

    find = etree.XPath("//@id | //a/@name", smart_strings=False)
    return lambda root: frozenset(find(root))


def style_references(text: str, line: int = 1) -> list[Reference]:
    """Return the addresses that a style sheet makes the browser ask for."""
    return [
        Reference(found[1], line + text.count("\n", 0, found.start()), loads=True)
        for found in _STYLE_URL.finditer(text)
        if not found[1].startswith(("data:", "#"))
    ]


def _is_label(element: Any) -> bool:
    names = element.get("class", "").split()
    return "machine" in names and "label" in names and element.find(".//a[@href]") is not None


def _read_seldom(element: Any, facts: PageFacts) -> None:
    """Read attributes that no page of ours should have."""
    for name, value in element.items():
        if name == "style":
            facts.styles.append(element.sourceline)
            facts.references += style_references(value, element.sourceline)
        elif name.startswith("on"):
            facts.scripts.append(element.sourceline)


def _allowed(element: Any, policy: str) -> bool:
    """Say whether a script may stand on a page: one of a file, data, or named in its policy."""
    if element.get("src"):
        return True
    kind = element.get("type", "").lower()
    if kind.endswith(_DATA_BLOCKS):
        return True
    text = (element.text or "").encode()
    return b64encode(sha256(text).digest()).decode() in policy


def _read_anchor(element: Any, line: int, facts: PageFacts) -> None:
    address = element.get("href")
    if address is not None:
        facts.references.append(Reference(address.strip(), line))


def _read_link(element: Any, line: int, facts: PageFacts) -> None:
    address = element.get("href", "").strip()
    kinds = element.get("rel", "").lower().split()
    reference = Reference(address, line, loads=not _LOADING.isdisjoint(kinds))
    if "canonical" in kinds:
        facts.canonical = reference
    elif "alternate" in kinds and element.get("hreflang"):
        facts.alternates.append((element.get("hreflang"), reference))
    else:
        facts.references.append(reference)


def _read_meta(element: Any, line: int, facts: PageFacts) -> None:
    kind = element.get("http-equiv", "").lower()
    if kind == "content-security-policy":
        facts.policy = element.get("content", "")
    elif kind == "refresh":
        facts.redirects = True
        if found := _REFRESH.match(element.get("content", "")):
            facts.references.append(Reference(found[1].strip(), line))


def _read_image(element: Any, line: int, facts: PageFacts) -> None:
    _read_media(element, line, facts)
    if element.get("alt") is None:
        facts.without_alt.append(Reference(element.get("src", ""), line, picture=True))


def _read_media(element: Any, line: int, facts: PageFacts) -> None:
    """Read what the browser loads: src, srcset, poster and data."""
    candidates = element.get("srcset", "").split(",")
    found = [element.get(name, "") for name in ("src", "poster", "data")]
    found += [candidate.split()[0] for candidate in candidates if candidate.strip()]
    facts.references += [
        Reference(address.strip(), line, loads=True, picture=element.tag in ("img", "source"))
        for address in found
        if address and not address.startswith("data:")
    ]


def _read_script(element: Any, line: int, facts: PageFacts) -> None:
    _read_media(element, line, facts)
    if not _allowed(element, facts.policy):
        facts.scripts.append(line)


def _read_style(element: Any, line: int, facts: PageFacts) -> None:
    facts.styles.append(line)
    facts.references += style_references(element.text or "", line)


def _read_form(element: Any, line: int, facts: PageFacts) -> None:
    if address := element.get("action"):
        facts.references.append(Reference(address.strip(), line, loads=True))


_READERS = {
    "a": _read_anchor,
    "area": _read_anchor,
    "link": _read_link,
    "meta": _read_meta,
    "img": _read_image,
    "form": _read_form,
    "script": _read_script,
    "style": _read_style,
} | dict.fromkeys(
    ("source", "iframe", "video", "audio", "embed", "object", "track", "input"),
    _read_media,
)
