"""Markdown within a line: taken apart, and put together again. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from digest import blocks
from digest.records import record

_TARGET = r"(?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|\[[^\[\]]*\])"
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()>#+\-.!|])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    rf"|!\[(?P<alt>[^\[\]]*)\](?P<image>{_TARGET})"
    rf"|\[(?P<label>(?:[^\[\]\\]|\\.)+)\](?P<link>{_TARGET})"
    r"|(?P<auto><https?://[^<>]*>)"
    r"|(?<!\*)(?P<stars>\*{2,3})(?![\s*])(?P<starred>(?:[^*\\]|\\.|\*(?!\*)){1,3000}?)(?<!\s)(?P=stars)(?!\*)"
    r"|(?<!\*)\*(?![\s*])(?P<single>(?:[^*\\]|\\.|\*\*[^*]{1,999}\*\*){1,3000}?)(?<!\s)\*(?!\*)"
    r"|(?<![\w_])(?P<lows>_{1,3})(?![\s_])(?P<lowered>(?:[^_\\]|\\.){1,3000}?)(?<!\s)(?P=lows)(?![\w_])",
    re.DOTALL,
)

_SIGNS = re.compile(r"[\\`*_\[\]]")
_START = re.compile(r"^(?:(?=[#>]|[+-] )|\d+(?=\. ))")
"""Where a backslash keeps words at the start of a line from being a heading, quote or list."""
_TELLING = re.compile(r"[\\`*_\[<&]")
"""What a line has that is not its words alone."""
_ENTITY = re.compile(r"&(?=#?\w+;)(?!lt;)")


@record
class Text:
    """Words, as they are read."""

    text: str


@record
class Code:
    """Markdown that stays as it is: code, a bare address, a picture without words."""

    raw: str


@record
class Span:
    """Emphasised or linked words."""

    before: str
    """Markdown in front: `**`, `[`."""
    after: str
    """Markdown behind: `**`, `](https://…)`."""
    nodes: tuple[Text | Code | Span, ...]


Node = Text | Code | Span


def parse(markdown: str) -> tuple[Node, ...]:
    """Return the parts of a line of Markdown."""
    if not _TELLING.search(markdown):
        return (Text(markdown),) if markdown else ()
    nodes: list[Node] = []
    at = 0
    for match in _INLINE.finditer(markdown):
        nodes.append(Text(html.unescape(markdown[at : match.start()])))
        nodes.append(_node(match))
        at = match.end()
    nodes.append(Text(html.unescape(markdown[at:])))
    return joined(nodes)


def _node(match: re.Match[str]) -> Node:
    if match["escaped"]:
        return Text(match["escaped"])
    signs = match["stars"] or match["lows"] or "*"
    inner = (
        match["alt"] or match["label"] or match["starred"] or match["lowered"] or match["single"]
    )
    nodes = parse(inner or "")
    if not any(map(str.isalnum, "".join((*texts(nodes), *codes(nodes))))):
        return Code(match[0])
    if match["image"]:
        return Span("![", f"]{match['image']}", nodes)
    if match["link"]:
        return Span("[", f"]{match['link']}", nodes)
    return Span(signs, signs, nodes)


def joined(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the parts with neighbouring texts joined and empty ones left out."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Text) and found and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + node.text)
        elif not isinstance(node, Text) or node.text:
            found.append(node)
    return tuple(found)


def is_plain(nodes: Sequence[Node]) -> bool:
    """Say whether there is no markup in these parts."""
    return all(isinstance(node, Text) for node in nodes)


def shape(nodes: Iterable[Node]) -> object:
    """Return what must be the same in a translation: each kind of markup, and what it leads to."""
    inner: list[object] = []
    for node in nodes:
        if isinstance(node, Span):
            inner.append(
                (node.before.replace("_", "*"), node.after.replace("_", "*"), shape(node.nodes))
            )
        elif isinstance(node, Code):
            inner.append(node.raw)
    return sorted(map(repr, inner))


def write(nodes: Sequence[Node], *, start: bool = True) -> str:
    """Return these parts as Markdown. `start` says whether they begin a line."""
    firm = not is_plain(nodes) or any("](" in text or "][" in text for text in texts(nodes))
    return "".join(_written(nodes, start, firm))


def _written(nodes: Sequence[Node], start: bool, firm: bool) -> Iterator[str]:
    for at, node in enumerate(nodes):
        if isinstance(node, Text):
            yield _escaped(node.text, start and at == 0, firm)
        elif isinstance(node, Code):
            yield node.raw
        else:
            inner = "".join(_written(node.nodes, start=False, firm=firm))
            before, after = node.before, node.after
            if before.startswith("_") and _touches(nodes, at):
                before = after = "*" * len(before)
            yield f"{before}{inner}{after}"


def _touches(nodes: Sequence[Node], at: int) -> bool:
    """Say whether a letter stands right before or behind a part: there `_` marks nothing."""
    sides = (nodes[at - 1 : at], nodes[at + 1 : at + 2])
    letters = (side[0].text[place] for side, place in zip(sides, (-1, 0), strict=True)
               if side and isinstance(side[0], Text) and side[0].text)  # fmt: skip
    return any(map(str.isalnum, letters))


def _escaped(text: str, start: bool, firm: bool) -> str:
    """Return text as Markdown that prints it. `firm` escapes all signs: there is markup nearby."""
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    core = text.strip()
    if not core:
        return lead[:1]
    if firm and _SIGNS.search(core):
        core = " ".join(core.split())
        core = _SIGNS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", core.replace("<", "&lt;")))
        core = _START.sub(r"\g<0>\\", core, count=1) if start else core
    else:
        core = blocks.escape(core) if start else blocks.escape(f"x{core}")[1:]
    return f"{' ' if lead else ''}{core}{' ' if tail else ''}"


def spans(nodes: Iterable[Node]) -> Iterator[Span]:
    """Yield the spans, those within spans too, the outer ones first."""
    for node in nodes:
        if isinstance(node, Span):
            yield node
            yield from spans(node.nodes)


def codes(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield what stays as it is, within spans too."""
    for node in nodes:
        if isinstance(node, Code):
            yield node.raw
        elif isinstance(node, Span):
            yield from codes(node.nodes)


def texts(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the words, those within spans too."""
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, Span):
            yield from texts(node.nodes)
