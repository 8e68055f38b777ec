"""Blocks of Markdown as lines with words and signs that stay: bullets, cells. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from digest.model import Segment
from digest.records import record

_QUOTED = re.compile(r" {0,3}(?:> ?)+")
_ITEM = re.compile(r" *(?:(?:[*+-]|\d+\.) +)+")
_HEADING = re.compile(r"(?P<before> {0,3}#{1,6} *)(?P<text>.*?)(?P<after> *#* *)")
_IMAGE = re.compile(
    r"(?P<a>!\[)(?P<alt>[^\[\]\n]*)(?P<b>\]\([^\s()<>\"]+)"
    r"(?:(?P<c> +\")(?P<caption>[^\"\n]*)(?P<d>\"))?(?P<e>\))"
)
_CELL = re.compile(r"((?:\\.|`[^`]*`|[^|\\`]|`)*)(\|?)")


@record
class Line:
    """Words of one line."""

    text: str
    kind: Literal["plain", "markdown", "cell", "image"] = "markdown"
    """How they are written: plain text, Markdown, or Markdown's for a table or picture."""

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate."""
        return any(map(str.isalpha, self.text))


Part = str | Line


def form(segment: Segment) -> tuple[Part, ...]:
    """Return a segment as lines with words and, between them, what stays as it is."""
    if segment.key != "body":
        return (Line(" ".join(segment.text.split()), "plain"),)
    several = {
        "heading": _heading, "quote": _lines, "list": _lines, "table": _table, "image": _image,
        "code": _as_it_is, "rule": _as_it_is, "reference": _as_it_is,
    }  # fmt: skip
    return tuple(several.get(segment.kind, _paragraph)(segment.text))


def _as_it_is(text: str) -> Iterator[Part]:
    yield text


def _paragraph(text: str) -> Iterator[Part]:
    """Hard line breaks, two spaces at a line's end, part the lines; other breaks are spaces."""
    for at, line in enumerate(re.split(r" {2,}\n", text)):
        if at:
            yield "  \n"
        yield Line(" ".join(line.split()))


def _heading(text: str) -> Iterator[Part]:
    first, _, underline = text.partition("\n")
    if underline:
        yield Line(first.strip())
        yield f"\n{underline}"
        return
    match = _HEADING.fullmatch(first)
    if match is None:
        yield Line(first)
        return
    yield match["before"]
    yield Line(match["text"])
    yield match["after"]


def _lines(text: str) -> Iterator[Part]:
    """Yield the items of a list, and the paragraphs of a quote; lines that go on are joined."""
    gathered: list[str] = []
    for at, line in enumerate(text.split("\n")):
        sign, words = _sign(line)
        goes_on = gathered and words and not sign.strip(" >")
        if goes_on and not gathered[-1].endswith("  "):
            gathered.append(words)
            continue
        if gathered:
            yield from _gathered(gathered)
            gathered = []
        yield ("\n" if at else "") + sign
        if words:
            gathered.append(words)
    if gathered:
        yield from _gathered(gathered)


def _gathered(lines: list[str]) -> Iterator[Part]:
    yield Line(" ".join(" ".join(lines).split()))
    if lines[-1].endswith("  "):
        yield "  "


def _sign(line: str) -> tuple[str, str]:
    """Return the signs and spaces that a line begins with, and the words behind them."""
    quoted = _QUOTED.match(line)
    at = quoted.end() if quoted else 0
    item = _ITEM.match(line, at)
    at = item.end() if item else at
    heading = re.compile(r"#{1,6} +").match(line, at)
    at = heading.end() if heading else at
    rest = line[at:]
    indent = len(rest) - len(rest.lstrip(" "))
    return line[: at + indent], rest[indent:]


def _table(text: str) -> Iterator[Part]:
    for at, row in enumerate(text.split("\n")):
        if at:
            yield "\n"
        if at == 1:
            yield row
            continue
        for match in _CELL.finditer(row):
            cell, bar = match[1], match[2]
            lead = len(cell) - len(cell.lstrip())
            yield cell[:lead]
            if cell.strip():
                yield Line(cell.strip(), "cell")
                yield cell[len(cell.rstrip()) :]
            yield bar


def _image(text: str) -> Iterator[Part]:
    match = _IMAGE.fullmatch(text.strip())
    if match is None:
        yield text
        return
    yield match["a"]
    yield Line(match["alt"], "image")
    yield match["b"]
    if match["caption"] is not None:
        yield match["c"]
        yield Line(match["caption"], "image")
        yield match["d"]
    yield match["e"]
