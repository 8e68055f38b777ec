"""A dump's lines to spans of one article each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from digest.ingest import datelines, dates, heads, names, rules
from digest.ingest.block import Head
from digest.ingest.items import Item, is_rule, is_separator
from digest.ingest.lines import Line, is_headline
from digest.records import record, replace

_NUMBERED = re.compile(r"\d{1,2}\s*[-–.)]\s*\S")
_ENOUGH_TEXT = 120
"""Characters of paragraphs that an article has at least, before another is taken to begin unrepeated."""


@record
class Span:
    """The lines of one article: indices, the second excluded."""

    start: int
    stop: int
    title: int | None = None
    """The line that is the headline, where repetition or what follows shows it."""
    repeats: frozenset[int] = frozenset()
    """Lines that print the headline again."""
    last: int = 0
    """The last line that repetition makes part of the head block."""
    glued: str = ""
    """What stands before the headline in its line: the end of the article above."""
    numbered: bool = False
    """True when the headline has its number in a bulletin before it."""

    def moved(self, by: int) -> Span:
        """Return the same among lines that so many others stand above."""
        title = None if self.title is None else self.title + by
        repeats = frozenset(at + by for at in self.repeats)
        return replace(
            self,
            start=self.start + by,
            stop=self.stop + by,
            title=title,
            repeats=repeats,
            last=self.last + by,
        )


def split(
    lines: Sequence[Line], found: Sequence[rules.Match | None], items: Sequence[Item]
) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """Return the articles of a dump, and the lines that may begin one for all that can be told.

    What stands before the first certain headline is a span of its own where it can be an
    article, and belongs to the first article otherwise. Spans cover all lines.
    """
    certain, doubtful = heads.find(items)
    starts = {head.start: head for head in certain}
    for at in _plain_starts(lines, items, certain):
        starts[at] = Head(at, last=at)
    ordered = [head for head in map(starts.get, sorted(starts)) if head]
    ordered = [
        head
        for head, below in zip_longest(ordered, ordered[1:])
        if head and (below is None or _holds_text(items, head, below))
    ]
    if ordered and not _stands_alone(lines, items, ordered[0].start):
        first_line = 0
    else:
        first_line = _first_line(lines, found, items, ordered[0]) if ordered else len(lines)
    spans: list[Span] = []
    if first_line:
        spans.append(Span(0, first_line))
    cuts = [
        first_line,
        *(_first_line(lines, found, items, head) for head in ordered[1:]),
        len(lines),
    ]
    for n, head in enumerate(ordered):
        spans.append(
            Span(
                cuts[n],
                cuts[n + 1],
                items[head.start].at,
                frozenset(items[at].at for at in head.repeats),
                items[head.last].at,
                head.glued,
                _in_bulletin(items, head.start),
            )
        )
    return tuple(spans), tuple(items[head.start].line.number for head in doubtful)


def _holds_text(items: Sequence[Item], head: Head, below: Head) -> bool:
    """Say whether a paragraph stands between a head block and the next: without, it is the page's name."""
    between = range(head.last + 1, below.start)
    return bool(items[head.start].widget) or any(items[at].paragraph for at in between)


def _first_line(
    lines: Sequence[Line], found: Sequence[rules.Match | None], items: Sequence[Item], head: Head
) -> int:
    """Return the line that an article begins with: its headline, or a date or breadcrumb above it."""
    start = items[head.start].at
    at = start - 1
    while at >= 0 and start - at < 6:
        match, text = found[at], lines[at].text
        dated = dates.date_line(text)
        if (match and match.name == "breadcrumb") or (dated and dated.labelled and not dated.rest):
            start = at
        elif text and not (match and not match.opens):
            break
        at -= 1
    return start


def _stands_alone(lines: Sequence[Line], all_items: Sequence[Item], stop: int) -> bool:
    """Say whether what stands above the first certain head is an article itself: a headline and text.

    One paragraph is enough where a line of signs parts them.
    """
    items = all_items[:stop]
    first = next((at for at, item in enumerate(items) if item.headline and item.words > 2), None)
    if first is None or (items[first].paragraph and len(items) < 3):
        return False
    texts = [item for item in items[first + 1 :] if item.paragraph and not item.caption]
    if len(texts) > 1 or sum(len(item.line.text) for item in texts) > 2 * _ENOUGH_TEXT:
        return True
    return bool(texts) and _separated(lines, items[-1].at, all_items[stop].at)


def _plain_starts(
    lines: Sequence[Line], items: Sequence[Item], certain: Sequence[Head]
) -> list[int]:
    """Return items that begin an article though no headline comes again there."""
    starts: list[int] = []
    taken = {at for head in certain for at in range(head.start, head.last + 1)}
    begins = {head.start for head in certain}
    length = gap = 0
    for at, item in enumerate(items):
        if at in begins:
            length = gap = 0
        elif at not in taken and (
            (length and _can_start(item) and _begins(lines, items, at, gap, length))
            or _in_bulletin(items, at)
        ):
            starts.append(at)
            length = gap = 0
        else:
            gap = max(gap, item.gap if length else 0)
        length += len(item.line.text) if item.paragraph else 0
    return starts


def _can_start(item: Item) -> bool:
    return (
        is_headline(item.line.text)
        and not item.listed
        and item.words > 2
        and not item.paragraph
        and item.caption is None
        and not item.about
        and not item.line.text.endswith((":", ";", ","))
        and not item.line.text.startswith(("-", "–", "•", "*"))
    )


def _begins(lines: Sequence[Line], items: Sequence[Item], at: int, gap: int, length: int) -> bool:
    """Say whether the article above ends here: by what stands before the headline, or after it.

    `gap` is the widest in that article, `length` that of its paragraphs.
    """
    item, before = items[at], items[at - 1]
    below = items[at + 1 : at + 4]
    if not _has_text(items, at) or names.people(item.line.text) or item.sources:
        return False
    apart = item.gap >= 3 and item.gap > gap and length > _ENOUGH_TEXT / 2
    parted = _separated(lines, before.at, item.at)
    enough = length > _ENOUGH_TEXT / (2 if parted else 1)
    if below[0].listed or not (enough or before.sources or apart):
        return False
    if below[0].widget or _opens_report(below):
        return True
    under = below[0].paragraph or _credited(below[0])
    if not under and not ((apart or before.sources) and _is_standfirst(below)):
        return False
    return before.sources or apart or parted


def _is_standfirst(below: Sequence[Item]) -> bool:
    """Say whether a headline's standfirst stands below it, with the first paragraph below that."""
    first, *rest = below
    return rest[0].paragraph and first.words > 3 and max(first.gap, rest[0].gap) < 3


def _in_bulletin(items: Sequence[Item], at: int) -> bool:
    """Say whether an item is a numbered headline with who reported it below: `2- TEPEDEN KAYA KOPTU`."""
    if not _NUMBERED.match(items[at].line.text) or not items[at].headline or at + 1 >= len(items):
        return False
    if dates.date_line(items[at].line.text):
        return False
    below = items[at + 1].line.text
    return bool(names.labelled(below)) or bool((line := datelines.dateline(below)) and line.agency)


def _credited(item: Item) -> bool:
    return item.caption is not None and bool(item.caption.credit)


def _opens_report(below: Sequence[Item]) -> bool:
    """Say whether a dateline, or a line with the time of publication, follows a headline."""
    for item in below:
        line = datelines.dateline(item.line.text)
        if line and line.agency and line.rest:
            return True
        dated = dates.date_line(item.line.text)
        if dated and dated.labelled and len(dated.rest) < 60:
            return True
        if item.paragraph:
            return False
    return False


def _separated(lines: Sequence[Line], above: int, below: int) -> bool:
    """Say whether a line of signs parts two lines.

    Stars, which part the sections of a column too, and few signs need something blank above them.
    """
    between = lines[above + 1 : below]
    signs = [n for n, line in enumerate(between) if is_separator(line) or is_rule(line)]
    if not signs:
        return False
    first = between[signs[0]]
    return signs[0] > 0 or (is_separator(first) and not first.text.startswith("*"))


def _has_text(items: Sequence[Item], at: int) -> bool:
    """Say whether enough paragraphs follow before anything that looks like the next headline."""
    length = paragraphs = 0
    for item in items[at + 1 : at + 12]:
        if item.paragraph:
            paragraphs += 1
            length += len(item.line.text)
        elif paragraphs:
            break
    return paragraphs > 1 or length > _ENOUGH_TEXT / 2
