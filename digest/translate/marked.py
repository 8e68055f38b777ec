"""A line of Markdown as a translation service gets it, and what comes back.

A service sees plain text, in which brackets stand for emphasis and links: `Bakan [Lavrov]
geldi`. Brackets come back more reliably than Markdown's own signs, and links' addresses are
never sent. Brackets that do not open and close in turn are no answer. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digest.translate.markup import Code, Node, Span, Text, codes, joined, spans, texts

BRACKETS = ("[]", "{}", "⟦⟧", "⟨⟩", "⦅⦆", "【】", "〔〕", "⟪⟫")
"""Pairs that can stand for markup; those that the text has itself are passed over."""


class Marked:
    """A line as a service gets it: plain text, with a pair of brackets for each span."""

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = nodes
        self.spans = tuple(spans(nodes))
        self.codes = tuple(dict.fromkeys(codes(nodes)))
        said = "".join(texts(nodes)) + "".join(self.codes)
        signs = set(said)
        free = [pair for pair in BRACKETS if signs.isdisjoint(pair)]
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
        """Return the parts of an answer, or of some of its text; None where brackets are amiss."""
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
        return joined(stack[0][1]) if len(stack) == 1 else None


def _filled(span: Span, inner: list[Node]) -> Iterator[Node]:
    """Yield a span with its new content; spaces at its edges go outside."""
    first, last = inner[0] if inner else None, inner[-1] if inner else None
    if isinstance(first, Text) and first.text[:1].isspace():
        yield Text(" ")
        inner[0] = Text(first.text.lstrip())
    tail = isinstance(last, Text) and last.text[-1:].isspace()
    if tail and isinstance(inner[-1], Text):
        inner[-1] = Text(inner[-1].text.rstrip())
    yield Span(span.before, span.after, joined(inner))
    if tail:
        yield Text(" ")
