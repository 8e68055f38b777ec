"""What one built page says that can be wrong: its language, links, pictures, scripts. Pure."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

_LOADING = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "prefetch", "manifest",
     "preconnect", "dns-prefetch", "mask-icon"}
)  # fmt: skip
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_STYLE_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""", re.IGNORECASE)
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
    ids: set[str] = field(default_factory=set)
    without_alt: list[Reference] = field(default_factory=list)
    """Pictures that have no alt attribute at all; an empty one is for decoration."""
    scripts: list[int] = field(default_factory=list)
    """Lines with script inside that the page's own policy does not allow."""
    styles: list[int] = field(default_factory=list)
    """Lines with style inside."""
    machine_label: bool = False
    """True when an element of the classes `label machine` holds a link."""
    redirects: bool = False


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
    policy = ""
    for element in root.iter():
        attributes = element.items()
        tag = element.tag
        if attributes:
            _read_attributes(element, tag, attributes, facts)
        if tag == "meta" and element.get("http-equiv", "").lower() == "content-security-policy":
            policy = element.get("content", "")
        elif tag == "script" and not _allowed(element, policy):
            facts.scripts.append(element.sourceline)
        elif tag == "style":
            facts.styles.append(element.sourceline)
            facts.references += style_references(element.text or "", element.sourceline)
    return facts


def style_references(text: str, line: int = 1) -> list[Reference]:
    """Return the addresses that a style sheet makes the browser ask for."""
    return [
        Reference(found[1], line + text.count("\n", 0, found.start()), loads=True)
        for found in _STYLE_URL.finditer(text)
        if not found[1].startswith(("data:", "#"))
    ]


def _read_attributes(
    element: Any, tag: str, attributes: list[tuple[str, str]], facts: PageFacts
) -> None:
    line = element.sourceline
    for name, value in attributes:
        if name == "id":
            facts.ids.add(value)
        elif name == "style":
            facts.styles.append(line)
            facts.references += style_references(value, line)
        elif name.startswith("on"):
            facts.scripts.append(line)
        elif name == "class" and "machine" in value and not facts.machine_label:
            names = value.split()
            labelled = "machine" in names and "label" in names
            facts.machine_label = labelled and element.find(".//a[@href]") is not None
    reader = _READERS.get(tag)
    if reader is not None:
        reader(element, line, facts)


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
    if name := element.get("name"):
        facts.ids.add(name)


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
    if element.get("http-equiv", "").lower() == "refresh":
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
} | dict.fromkeys(
    ("script", "source", "iframe", "video", "audio", "embed", "object", "track", "input"),
    _read_media,
)
