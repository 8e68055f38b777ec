"""An article in the making: what its lines gave so far, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from digest import turkish
from digest.ingest import rules
from digest.ingest.captions import Caption
from digest.ingest.ledger import Fate, Kind
from digest.ingest.lines import Line, is_paragraph
from digest.model import Source
from digest.records import record


@record
class Row:
    """One line that is not blank, and what a rule says of it."""

    at: int
    """Its index among the lines of the dump."""
    line: Line
    match: rules.Match | None
    gap: int
    """Blank lines before it."""
    paragraph: bool
    """Whether it reads as a paragraph; False for a line that a rule knows."""

    @property
    def text(self) -> str:
        """The line's clean text."""
        return self.line.text


@dataclass(slots=True)
class Draft:
    """The parts of an article that were found so far."""

    number: int = 1
    """Which article of the dump it is, from 1."""
    subheads: frozenset[int] = frozenset()
    """Lines that a saved page has as sub-heads."""
    caption: int | None = None
    """The line that a saved page has as its photo's caption."""
    picture_texts: bool = False
    """True when the page prints each picture's own text above its credit."""
    title: str = ""
    title_line: int = 0
    summary: list[str] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    date: str = ""
    updated: str = ""
    pending: str = ""
    """`published` or `updated` where a label stands alone and its date follows."""
    place: str = ""
    sources: list[Source] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    """Markdown blocks."""
    fates: dict[int, list[Fate]] = field(default_factory=dict)
    """By index of the line."""
    seen: dict[str, int] = field(default_factory=dict)
    """Keys of the head block's lines, with the number of the line that had it first."""
    doubts: list[int] = field(default_factory=list)
    """Numbers of lines that were kept as body for want of anything that tells what they are."""

    def become(self, row: Row, *kinds: Kind | Literal[""]) -> None:
        """Note what a line became; empty kinds do not count."""
        found = (Fate(kind, article=self.number) for kind in kinds if kind)
        self.fates.setdefault(row.at, []).extend(found)

    def drop(self, row: Row, rule: str = "") -> None:
        """Note that a line goes by a rule; its own unless another is named."""
        name = rule or (row.match.name if row.match else "")
        self.fates.setdefault(row.at, []).append(Fate("dropped", rule=name, article=self.number))

    def repeat(self, row: Row, of: int) -> None:
        """Note that a line prints an earlier one again."""
        self.fates.setdefault(row.at, []).append(Fate("repeat", of=of, article=self.number))

    def add_block(self, block: str, rows: Sequence[Row]) -> None:
        """Add a Markdown block to the body, made of these rows; of invisible signs alone it is none."""
        if not block:
            for row in rows:
                self.drop(row, "control-characters")
            return
        self.body.append(block)
        fate = Fate("body", paragraph=len(self.body), article=self.number)
        for row in rows:
            self.fates.setdefault(row.at, []).append(fate)

    def add_sources(self, sources: Sequence[Source]) -> None:
        """Add sources that are not there yet."""
        known = {turkish.fold(source.name) for source in self.sources}
        self.sources += [source for source in sources if turkish.fold(source.name) not in known]

    def add_author(self, author: str) -> None:
        """Add an author who is not there yet."""
        if author and turkish.fold(author) not in map(turkish.fold, self.authors):
            self.authors.append(author)


def rows(
    lines: Sequence[Line], found: Sequence[rules.Match | None], start: int, stop: int
) -> list[Row]:
    """Return the lines of a span that are not blank."""
    result: list[Row] = []
    gap = 0
    for at in range(start, stop):
        line, match = lines[at], found[at]
        if not line.text:
            gap += not line.part_of
            continue
        result.append(Row(at, line, match, gap, match is None and is_paragraph(line.text)))
        gap = 0
    return result
