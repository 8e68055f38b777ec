"""Elements of an RSS feed: which there may be, what their texts must look like. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"

Fault = tuple[int, str]
"""Line of the feed, and what is wrong there."""

_MANY = frozenset({"category", "item", f"{ATOM}link", f"{DC}creator"})
_ATTRIBUTES = frozenset(
    "rel type href title hreflang url length domain isPermaLink "
    "{http://www.w3.org/XML/1998/namespace}lang".split()
)


def element_faults(parent: Any, known: frozenset[str], needed: tuple[str, ...]) -> Iterator[Fault]:
    """Yield elements that are unknown, doubled, missing or empty, and misplaced text."""
    name = parent.tag
    counts = Counter(child.tag for child in parent if isinstance(child.tag, str))
    for child in parent:
        if not isinstance(child.tag, str):
            continue
        if child.tag not in known:
            yield child.sourceline, f"{name} has {shown(child.tag)}, which RSS does not know"
        elif unexpected := [name for name in child.attrib if name not in _ATTRIBUTES]:
            yield child.sourceline, f"{shown(child.tag)} has an attribute {unexpected[0]}"
        elif counts[child.tag] > 1 and child.tag not in _MANY:
            yield child.sourceline, f"{name} has more than one {shown(child.tag)}"
        if (child.tail or "").strip():
            yield child.sourceline, f"{name} has text between its elements"
    for tag in needed:
        if not text_of(parent, tag):
            yield parent.sourceline, f"{name} has no {tag}"


def text_faults(parent: Any, judge: Callable[[str], str], *tags: str) -> Iterator[Fault]:
    """Yield the texts of child elements that are judged to be wrong."""
    for tag in tags:
        for element in parent.findall(tag):
            text = (element.text or "").strip()
            fault = judge(text) if text else "is empty"
            if fault:
                yield element.sourceline, f'{shown(tag)} "{text[:100]}" {fault}'


def text_of(parent: Any, tag: str) -> str:
    """Return a child element's text without spaces around it, or nothing."""
    element = parent.find(tag)
    return (element.text or "").strip() if element is not None else ""


def shown(tag: str) -> str:
    """Return an element's name as it stands in the feed."""
    for space, prefix in ((ATOM, "atom:"), (CONTENT, "content:"), (DC, "dc:")):
        tag = tag.replace(space, prefix)
    return tag
