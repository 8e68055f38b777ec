"""Cutting a body into its top-level blocks, and what of an article is translated."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from digest.blocks.grammar import (
    DEFINITION,
    HEADING,
    IMAGE,
    ITEM,
    NESTING,
    QUOTE,
    RULE,
    UNDERLINE,
    is_table,
    normal,
)
from digest.model import Article, Block, BlockKind, Segment

_PLAIN_STARTS = frozenset("\"'“‘«(")
_SIGNS = frozenset(" #>-_*")
"""How lines begin that are headings, rules or quotes."""


def split(body: str) -> tuple[Block, ...]:
    """Return the top-level blocks of a body.

    What HTML the blocks give one by one is, line by line, what the whole body gives. Lines
    that continue a list, a quote or code belong to its block, blank lines between them
    included. Link definitions are blocks of their own, which show nothing; blocks that may
    use them carry them along.
    """
    return _Cut(normal(body).split("\n")).blocks()


def join(blocks: Iterable[Block]) -> str:
    """Return the body that these blocks make."""
    return "".join(f"{block.text}\n\n" for block in blocks)[:-1]


def references(body: str) -> str:
    """Return the body's link definitions (`[name]: address`), one a line."""
    return _Cut(normal(body).split("\n")).references()


def segments(article: Article) -> tuple[Segment, ...]:
    """Return what is translated: title, summary, caption, alt, then the blocks of the body.

    Empty texts are left out, and blocks in which there is nothing to translate: rules, code,
    link definitions, pictures without words, and those without any letter. `index` counts
    all blocks of the body, those too.
    """
    alt = article.image.alt if article.image else ""
    texts = {
        "title": article.title, "summary": article.summary, "caption": article.caption, "alt": alt,
    }  # fmt: skip
    found = [Segment(key, 0, text) for key, text in texts.items() if text.strip()]
    for index, block in enumerate(split(article.body)):
        if has_words(block):
            found.append(Segment("body", index, block.text, block.kind))
    return tuple(found)


def has_words(block: Block) -> bool:
    """Say whether there is anything to translate in a block."""
    if block.kind in ("code", "reference", "rule"):
        return False
    text = IMAGE.sub(r"\g<alt> \g<caption>", block.text) if "![" in block.text else block.text
    return any(map(str.isalpha, text))


class _Cut:
    """The lines of a body, and the pieces that they fall into so far."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.pieces: list[tuple[BlockKind, int, int]] = []
        """Kind, first line, and the line behind the last."""
        self.definitions: list[str] = []
        self._cut()

    def blocks(self) -> tuple[Block, ...]:
        """Return the pieces as blocks."""
        lines, definitions = self.lines, self.references()
        found = []
        for kind, start, end in self.pieces:
            text = lines[start] if end == start + 1 else "\n".join(lines[start:end])
            used = definitions if definitions and "[" in text else ""
            found.append(Block(kind, text, start, used))
        return tuple(found)

    def references(self) -> str:
        """Return all link definitions, those within lists and quotes too."""
        return "\n".join(self.definitions)

    def _cut(self) -> None:
        start = 0
        before = ""
        for at, line in enumerate([*self.lines, ""]):
            if not line or line.isspace():
                if start == at - 1:
                    self._line(start, before)
                else:
                    self._chunk(start, at)
                start = at + 1
            before = line

    def _line(self, at: int, line: str) -> None:
        """Cut a line that stands alone."""
        first = line[0]
        if first.isalpha() or first in _PLAIN_STARTS:
            self.pieces.append(("paragraph", at, at + 1))
        elif first == ">":
            self._add("quote", at, at + 1)
        elif first == "#" and HEADING.fullmatch(line):
            self._add("heading", at, at + 1)
        else:
            self._chunk(at, at + 1)

    def _chunk(self, start: int, end: int) -> None:
        """Cut lines that no blank line parts."""
        while start < end:
            start = self._piece(start, end)

    def _piece(self, start: int, end: int) -> int:
        """Cut the first piece off these lines, whatever stands before it first.

        Return the line behind it.
        """
        if self.lines[start].startswith("    "):
            return self._indented(start, end)
        if "|" in self.lines[start] and is_table(self.lines[start:end]):
            return self._add("table", start, end)
        kind, at, behind = self._first(start, end)
        while start < at:
            start = self._piece(start, at)
        return self._add(kind, at, behind)

    def _first(self, start: int, end: int) -> tuple[BlockKind, int, int]:
        """Return the first piece that Python-Markdown takes out of lines that no blank line parts.

        Its kind, its first line, and the line behind it. The questions are put in its order.
        """
        lines = self.lines
        if (at := _within(self._headings, start, end)) is not None:
            return "heading", at, at + 1
        if end - start > 1 and UNDERLINE.fullmatch(lines[start + 1]):
            return "heading", start, start + 2
        if (at := _within(self._rules, start, end)) is not None:
            return "rule", at, at + 1
        if ITEM.match(lines[start]):
            return "list", start, end
        if (at := _within(self._quotes, start, end)) is not None:
            return "quote", at, end
        return _words("\n".join(lines[start:end]), start, end)

    @cached_property
    def _signs(self) -> list[int]:
        return [at for at, line in enumerate(self.lines) if line[:1] in _SIGNS]

    @cached_property
    def _headings(self) -> list[int]:
        return [at for at in self._signs if HEADING.fullmatch(self.lines[at])]

    @cached_property
    def _rules(self) -> list[int]:
        return [at for at in self._signs if RULE.fullmatch(self.lines[at])]

    @cached_property
    def _quotes(self) -> list[int]:
        return [at for at in self._signs if QUOTE.match(self.lines[at])]

    def _indented(self, start: int, end: int) -> int:
        if self._last() == "list":
            return self._add("list", start, end)
        at = start
        while at < end and self.lines[at].startswith("    "):
            at += 1
        return self._add("code", start, at)

    def _last(self) -> str:
        return next((kind for kind, _, _ in reversed(self.pieces) if kind != "reference"), "")

    def _add(self, kind: BlockKind, start: int, end: int) -> int:
        """Add a piece, or continue the last list, quote or code. Return the line behind it."""
        if kind in ("list", "quote", "reference"):
            self.definitions += _definitions(self.lines[start:end])
        if kind in ("list", "quote", "code") and self._last() == kind:
            while self.pieces[-1][0] == "reference":
                self.pieces.pop()
            start = self.pieces.pop()[1]
        self.pieces.append((kind, start, end))
        return end


def _definitions(lines: list[str]) -> list[str]:
    """Return the link definitions on these lines, of a list or a quote too."""
    if not any("]:" in line for line in lines):
        return []
    text = "\n".join(NESTING.sub("", line) for line in lines)
    return [" ".join(found[0].split()) for found in DEFINITION.finditer(text)]


def _within(places: list[int], start: int, end: int) -> int | None:
    """Return the first of these places, which are in order, from start on and before end."""
    at = bisect_left(places, start)
    return places[at] if at < len(places) and places[at] < end else None


def _words(text: str, start: int, end: int) -> tuple[BlockKind, int, int]:
    """Return the first link definitions among these lines, else the whole as a paragraph."""
    found = DEFINITION.search(text) if "]:" in text else None
    if found is None:
        return "image" if IMAGE.fullmatch(text.strip()) else "paragraph", start, end
    behind = found.end()
    for more in DEFINITION.finditer(text, found.end()):
        if text[behind : more.start()].strip("\n") or "\n" in more[0]:
            break
        behind = more.end()
    at = start + text.count("\n", 0, found.start())
    return "reference", at, start + text.count("\n", 0, behind) + 1
