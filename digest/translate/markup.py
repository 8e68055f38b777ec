"""Markdown within a line: taken apart, marked for a translation service, and put together again.

A service sees plain text, in which brackets stand for emphasis and links: `Bakan [Lavrov]
geldi`. Brackets come back more reliably than Markdown's own signs, and links' addresses are
never sent. That every bracket came back, once and nested as it was, is checked. Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from digest import blocks

BRACKETS = ("[]", "{}", "⟦⟧", "⟨⟩", "⦅⦆", "【】", "〔〕", "⟪⟫")
"""Pairs that can stand for markup; those that the text has itself are passed over."""

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


@dataclass(frozen=True, slots=True)
class Text:
    """Words, as they are read."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Markdown that stays as it is: code, a bare address, a picture without words."""

    raw: str


@dataclass(frozen=True, slots=True)
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
    nodes: list[Node] = []
    at = 0
    for match in _INLINE.finditer(markdown):
        nodes.append(Text(html.unescape(markdown[at : match.start()])))
        nodes.append(_node(match))
        at = match.end()
    nodes.append(Text(html.unescape(markdown[at:])))
    return _joined(nodes)


def _node(match: re.Match[str]) -> Node:
    if match["escaped"]:
        return Text(match["escaped"])
    if match["code"] or match["auto"]:
        return Code(match[0])
    if match["image"]:
        has_words = any(map(str.isalpha, match["alt"]))
        span = Span("![", f"]{match['image']}", parse(match["alt"]))
        return span if has_words else Code(match[0])
    if match["link"]:
        return Span("[", f"]{match['link']}", parse(match["label"]))
    signs = match["stars"] or match["lows"] or "*"
    return Span(signs, signs, parse(match["starred"] or match["lowered"] or match["single"]))


def _joined(nodes: Iterable[Node]) -> tuple[Node, ...]:
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
            inner.append((node.before.replace("_", "*"), node.after.replace("_", "*"), shape(node.nodes)))
        elif isinstance(node, Code):
            inner.append(node.raw)
    return sorted(map(repr, inner))


def write(nodes: Sequence[Node], *, start: bool = True) -> str:
    """Return these parts as Markdown. `start` says whether they begin a line."""
    return "".join(_written(nodes, start))


def _written(nodes: Sequence[Node], start: bool) -> Iterator[str]:
    for at, node in enumerate(nodes):
        if isinstance(node, Text):
            yield _escaped(node.text, start and at == 0)
        elif isinstance(node, Code):
            yield node.raw
        else:
            inner = "".join(_written(node.nodes, start=False))
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


def _escaped(text: str, start: bool) -> str:
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    core = text.strip()
    escaped = blocks.escape(core) if start else blocks.escape(f"x{core}")[1:]
    return f"{' ' if lead else ''}{escaped}{' ' if tail and core else ''}" if core else lead[:1]


class Marked:
    """A line as a service gets it: plain text, with a pair of brackets for each span."""

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = nodes
        self.spans = tuple(_spans(nodes))
        self.codes = tuple(dict.fromkeys(_codes(nodes)))
        said = "".join(_texts(nodes)) + "".join(self.codes)
        free = [pair for pair in BRACKETS if not set(pair) & set(said)]
        self.fits = len(free) >= len(self.spans) and all(said.count(c) == 1 for c in self.codes)
        """Whether there are brackets enough, and no code stands there twice."""
        self._pairs = dict(zip(map(id, self.spans), free, strict=False))
        self.text = " ".join(self._marked(nodes).split()) if self.fits else ""
        """The text that is sent."""

    def _marked(self, nodes: Iterable[Node]) -> str:
        text = ""
        for node in nodes:
            if isinstance(node, Span):
                pair = self._pairs[id(node)]
                text += f"{pair[0]}{self._marked(node.nodes)}{pair[1]}"
            else:
                text += node.text if isinstance(node, Text) else node.raw
        return text

    def whole(self) -> tuple[tuple[int, int], ...]:
        """Return where brackets and code stand in the text, so that it is not cut there."""
        pairs = ((self.text.index(p[0]), self.text.index(p[1]) + 1) for p in self._pairs.values())
        codes = ((self.text.index(c), self.text.index(c) + len(c)) for c in self.codes)
        return (*pairs, *codes)

    def read(self, text: str) -> tuple[Node, ...] | None:
        """Return an answer's parts, or those of a stretch of `text`; None where brackets are amiss.

        In an answer the brackets and codes must be those of the question; see `complete`.
        """
        openings = {pair[0]: span for span in self.spans for pair in (self._pairs[id(span)],)}
        closings = {self._pairs[id(span)][1]: span for span in self.spans}
        signs = re.escape("".join((*openings, *closings)))
        codes = "|".join(map(re.escape, self.codes)) or "(?!)"
        stack: list[tuple[Span | None, list[Node]]] = [(None, [])]
        for part in re.split(rf"({codes}|[{signs or chr(0)}])", text):
            if part in openings:
                stack.append((openings[part], []))
            elif part in closings:
                span, inner = stack.pop()
                if span is not closings[part]:
                    return None
                stack[-1][1].extend(_filled(span, inner))
            elif part:
                stack[-1][1].append(Code(part) if part in self.codes else Text(part))
        return _joined(stack[0][1]) if len(stack) == 1 else None

    def complete(self, answer: str) -> bool:
        """Say whether each bracket and code has come back exactly once."""
        signs = [sign for pair in self._pairs.values() for sign in pair]
        return all(answer.count(sign) == 1 for sign in (*signs, *self.codes))


def _filled(span: Span, inner: list[Node]) -> Iterator[Node]:
    """Yield a span with its new content; spaces at its edges go outside."""
    first, last = inner[0] if inner else None, inner[-1] if inner else None
    if isinstance(first, Text) and first.text[:1].isspace():
        yield Text(" ")
        inner[0] = Text(first.text.lstrip())
    tail = isinstance(last, Text) and last.text[-1:].isspace()
    if tail and isinstance(inner[-1], Text):
        inner[-1] = Text(inner[-1].text.rstrip())
    yield Span(span.before, span.after, _joined(inner))
    if tail:
        yield Text(" ")


def _spans(nodes: Iterable[Node]) -> Iterator[Span]:
    for node in nodes:
        if isinstance(node, Span):
            yield node
            yield from _spans(node.nodes)


def _codes(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Code):
            yield node.raw
        elif isinstance(node, Span):
            yield from _codes(node.nodes)


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, Span):
            yield from _texts(node.nodes)
