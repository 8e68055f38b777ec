"""The head block of an article: everything from its headline to its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest import turkish
from digest.ingest import (
    datelines,
    dates,
    houses,
    messages,
    meta,
    names,
    photos,
    printings,
    standfirsts,
)
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import without_address, words
from digest.ingest.split import Span

_FURNITURE = 3
"""Rows known to rules, from which on what stands above a headline is a page's top."""
_NUMBER = re.compile(r"\d{1,2}\s*[-–.)]\s*")
_CALLINGS = frozenset(
    "yazar yazarı gazeteci gazetecisi akademisyen araştırmacı araştırmacısı siyasetçi diplomat"
    " büyükelçi profesör profesörü uzman uzmanı analist yönetmeni yönetmen muhabir muhabiri"
    " editör editörü tarihçi ekonomist hukukçu avukat şair".split()
)
"""What the line below an author's name ends in."""


def above(draft: Draft, rows: Sequence[Row]) -> None:
    """Account for the rows above the headline: dates are kept, the rest is the page's.

    Where there is a paragraph among them they may be the end of an article whose beginning
    is missing: then they belong to none, and are reported.
    """
    torn = any(row.paragraph for row in rows) and sum(bool(row.match) for row in rows) < _FURNITURE
    n = 0
    while n < len(rows):
        row = rows[n]
        dated = dates.date_line(row.text, draft.date)
        if dated and messages.is_sent(row.text):
            draft.date = dated.published
            draft.become(row, "date")
            n += 1
        elif dated and (dated.labelled or len(rows) == 1) and meta.take_date(draft, row):
            n += 1
        elif row.match is None and n + 1 == len(rows) and meta.take_place(draft, row):
            n += 1
        elif (
            row.match is None
            and datelines.place_and_people(row.text)
            and meta.take_place(draft, row)
        ):
            n += 1
        elif taken := meta.take_tags(draft, rows, n):
            n += taken
        elif row.match is None and meta.take_byline(draft, row):
            n += 1
        else:
            if row.match or not torn:
                draft.drop(row, "" if row.match else "page-date" if dated else "page-top")
            n += 1


def headline(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> None:
    """Take the headline: the first printing, or the one that a page's own additions are not glued to."""
    first = rows[n]
    printed = [first, *(row for row in rows[n + 1 :] if row.at in span.repeats)]
    draft.title = _clean_title(first.text)
    for row in printed[1:]:
        other = _clean_title(row.text)
        if draft.title.endswith(("...", "…")) and len(other) > len(draft.title):
            draft.title = other
        elif printings.adds_site(draft.title, other) or without_address(first.text) != first.text:
            draft.title = other
    if span.numbered:
        draft.title = _NUMBER.sub("", draft.title)
    draft.title_line = first.line.number
    draft.become(first, "headline")
    draft.seen[first.line.key] = draft.seen[turkish.fold(draft.title)] = first.line.number


def read(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> int:
    """Read the rows below the headline; return the row that the body begins with."""
    while n < len(rows):
        row = rows[n]
        if row.at in span.repeats:
            draft.repeat(row, draft.title_line)
            n += 1
        elif row.match:
            draft.drop(row)
            n += 1
        elif taken := _known(draft, rows, n, span):
            n += taken
        elif row.at <= span.last or standfirsts.is_one(draft, rows, n, span):
            _take_unknown(draft, row)
            n += 1
        else:
            break
    return n


def _known(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> int:
    """Take a row whose form or repetition says what it is; return how many rows were taken."""
    row = rows[n]
    of = draft.seen.get(row.line.key)
    if of and (row.at <= span.last or row.text not in draft.summary):
        draft.repeat(row, of)
        return 1
    if meta.take_date(draft, row) or meta.take_byline(draft, row):
        return 1
    if meta.take_place(draft, row):
        return 1
    if photos.take_text(draft, rows, n):
        return 1
    if _is_dated_byline(rows, n) and (taken := _take_name(draft, rows, n, span)):
        draft.seen[row.line.key] = row.line.number
        return taken
    if photos.take(draft, rows, n, span):
        return 1
    if meta.take_credit(draft, row) or meta.take_sources(draft, row):
        return 1
    if taken := meta.take_tags(draft, rows, n):
        return taken
    return _take_name(draft, rows, n, span)


def _is_dated_byline(rows: Sequence[Row], n: int) -> bool:
    """Say whether a row is an author's name, printed once or more right above a date."""
    row, author = rows[n], names.people(rows[n].text)
    below = next((other.text for other in rows[n:] if other.line.key != row.line.key), "")
    return bool(author and dates.date_line(below)) and not _is_subject(author, rows, n)


def _take_name(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> int:
    """Take a line that is a person's name, or an outlet's, between headline and body."""
    row = rows[n]
    if author := names.people(row.text):
        if not (span.repeats or draft.captions) and _is_subject(author, rows, n):
            return 0
        draft.add_author(author)
        draft.become(row, "byline")
        if n + 1 < len(rows) and _tells_who(rows[n + 1].text):
            draft.become(rows[n + 1], "byline")
            return 2
        return 1
    if houses.is_outlet(row.text) and words(row.text) < 5:
        below_photo = bool(draft.captions) and not draft.captions[-1].credit
        if below_photo:
            meta.keep_caption(draft, row, Caption("", row.text))
        else:
            draft.add_sources(houses.sources(row.text))
            draft.become(row, "sources")
        return 1
    return 0


def _tells_who(text: str) -> bool:
    """Say whether a line below a name tells what its bearer is: `Lübnanlı yazar`."""
    return words(text) <= 9 and turkish.fold(text).rsplit(maxsplit=1)[-1] in _CALLINGS


def _is_subject(name: str, rows: Sequence[Row], n: int) -> bool:
    """Say whether a name is of one whom the report is about: then the line is a photo's caption."""
    last = turkish.fold(name.rsplit(maxsplit=1)[-1])
    own = rows[n].line.key
    around = [row.line.key for row in (*rows[:n], *rows[n + 1 : n + 5]) if row.line.key != own]
    return any(last in key.replace("'", " ").split() for key in around)


def _take_unknown(draft: Draft, row: Row) -> None:
    """Take a line of the head block that nothing names: the standfirst, then a caption without credit."""
    if draft.summary and not row.paragraph and not any(kept.text for kept in draft.captions):
        meta.keep_caption(draft, row, Caption(row.text, ""))
        return
    draft.summary.append(row.text)
    draft.seen.setdefault(row.line.key, row.line.number)
    draft.become(row, "standfirst")


def _clean_title(text: str) -> str:
    return without_address(text) or text
