"""The head block of an article: everything from its headline to its first paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from digest import turkish
from digest.ingest import captions, dates, heads, meta, names
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import without_address, words
from digest.ingest.split import Span

_FURNITURE = 3
"""Rows known to rules, from which on what stands above a headline is a page's top."""
_CAPTION_LENGTH = 300
_AHEAD = 4
"""Rows within which a date, byline or photo makes what stands above it a standfirst."""


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
        if dated and (dated.labelled or len(rows) == 1) and meta.take_date(draft, row):
            n += 1
        elif row.match is None and meta.take_place(draft, row):
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
    printings = [first, *(row for row in rows[n + 1 :] if row.at in span.repeats)]
    draft.title = _clean_title(first.text)
    for row in printings[1:]:
        other = _clean_title(row.text)
        if draft.title.endswith(("...", "…")) and len(other) > len(draft.title):
            draft.title = other
        elif heads.adds_site(draft.title, other) or without_address(first.text) != first.text:
            draft.title = other
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
        elif row.at <= span.last or _stands_first(draft, rows, n, span):
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
    if _take_caption(draft, rows, n, span) or meta.take_place(draft, row):
        return 1
    if meta.take_credit(draft, row) or meta.take_sources(draft, row):
        return 1
    if taken := meta.take_tags(draft, rows, n):
        return taken
    return _take_name(draft, rows, n, span)


def _take_caption(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> bool:
    """Take a caption: by its credit, or because it is printed twice."""
    row = rows[n]
    below = next((other for other in rows[n + 1 : n + 3] if other.match is None), None)
    twice = below is not None and below.line.key == row.line.key != ""
    found = captions.caption(row.text)
    if row.at == draft.caption:
        meta.keep_caption(draft, row, found or Caption(row.text, ""))
        return True
    if (
        below
        and found
        and not found.text
        and (credit := captions.glued_credit(row.text, _bare(below)))
    ):
        meta.keep_caption(draft, row, Caption("", credit))
        return True
    if below and not row.paragraph and _prints_caption(row, below):
        meta.keep_caption(draft, row, Caption(row.text, ""))
        return True
    if (
        found
        and found.credit
        and any(turkish.fold(c.text) == turkish.fold(found.text) for c in draft.captions)
    ):
        draft.repeat(row, draft.seen[turkish.fold(found.text)])
        meta.keep_caption(draft, row, Caption("", found.credit))
        return True
    if (
        found
        and found.text
        and (twice or row.at <= span.last or _is_single_caption(draft, rows, n, span))
    ):
        meta.keep_caption(draft, row, found)
        return True
    if found is None and not row.paragraph and _is_picture_text(draft, rows, n):
        meta.keep_caption(draft, row, Caption(row.text, ""))
        return True
    if twice and row.at not in span.repeats and len(row.text) <= _CAPTION_LENGTH:
        meta.keep_caption(draft, row, Caption(row.text, ""))
        return True
    return False


def _is_picture_text(draft: Draft, rows: Sequence[Row], n: int) -> bool:
    """Say whether a line stands above or below the name of the house that took the photo."""
    below = rows[n + 1] if n + 1 < len(rows) else None
    if below and below.match is None and names.is_outlet(below.text) and words(below.text) < 4:
        return not names.is_outlet(rows[n].text)
    above = rows[n - 1].line.key if n else ""
    return bool(draft.captions) and turkish.fold(draft.captions[-1].credit) == above != ""


def _bare(row: Row) -> str:
    found = captions.caption(row.text)
    return found.text if found else row.text


def _prints_caption(row: Row, below: Row) -> bool:
    """Say whether the row below is this one with a credit: the picture's own text, then its caption."""
    found = captions.caption(below.text)
    return found is not None and bool(found.text) and turkish.fold(found.text) == row.line.key


def _is_single_caption(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> bool:
    """Say whether a line with a credit, printed once below the headline, is a caption.

    Where the headline came twice its captions did too: such a line is then a paragraph.
    """
    text = rows[n].text
    if span.repeats or any(kept.text for kept in draft.captions) or len(text) > _CAPTION_LENGTH:
        return False
    follows = any(row.paragraph for row in rows[n + 1 :])
    labelled = not text.rstrip(" .").endswith(")")
    return follows and (labelled or text.count(". ") < 2)


def _take_name(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> int:
    """Take a line that is a person's name, or an outlet's, between headline and body."""
    row = rows[n]
    if author := names.people(row.text):
        if not (span.repeats or draft.captions) and _is_subject(author, rows, n):
            return 0
        draft.add_author(author)
        draft.become(row, "byline")
        return 1
    if names.is_outlet(row.text) and words(row.text) < 4:
        below_photo = bool(draft.captions) and not draft.captions[-1].credit
        if below_photo:
            meta.keep_caption(draft, row, Caption("", row.text))
        else:
            draft.add_sources(names.sources(row.text))
            draft.become(row, "sources")
        return 1
    return 0


def _is_subject(name: str, rows: Sequence[Row], n: int) -> bool:
    """Say whether a name is of one whom the report is about: then the line is a photo's caption."""
    last = turkish.fold(name.rsplit(maxsplit=1)[-1])
    around = [row.line.key for row in (*rows[:n], *rows[n + 1 : n + 5])]
    return any(last in key.replace("'", " ").split() for key in around)


def _stands_first(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> bool:
    """Say whether an unknown row is a standfirst: something of the head block follows it.

    So is a long line that does not end as a sentence, right above the first paragraph.
    """
    row = rows[n]
    if span.repeats or len(draft.summary) > 1 or len(row.text) > 600:
        return False
    passed = 0
    ahead = [other for other in rows[n + 1 : n + 40] if other.match is None][: _AHEAD + 1]
    for below, next_below in zip_longest(ahead[:_AHEAD], ahead[1:]):
        if below is None:
            break
        again = below.line.key in draft.seen and below.text not in draft.summary
        if again or (meta.is_strong(below.text) and not _in_chronicle(rows, below)):
            return passed < 2 and row.text not in draft.summary
        line = names.dateline(below.text) if below.paragraph else None
        if line and line.agency:
            return passed == 0
        photo = captions.caption(below.text) or _alternative(below, next_below)
        if photo and not passed and (photo.credit or not photo.text):
            return len(row.text) <= 400 and not draft.captions
        passed += 1
        if below.paragraph and row.paragraph:
            break
    following = rows[n + 1] if n + 1 < len(rows) else None
    plain = not row.paragraph and words(row.text) > 4 and not row.text.endswith(":")
    return plain and not draft.summary and following is not None and following.paragraph


def _alternative(row: Row, below: Row | None) -> Caption | None:
    """Return the caption in the row below one that prints the picture's own text."""
    return captions.caption(below.text) if below and _prints_caption(row, below) else None


def _in_chronicle(rows: Sequence[Row], row: Row) -> bool:
    """Say whether a date is one of several that part a report: `7 Ekim 2023`, and what happened then."""
    bare = [
        other
        for other in rows
        if len(other.text) < 60
        and (d := dates.date_line(other.text))
        and not (d.labelled or d.rest)
    ]
    return row in bare and len(bare) > 1


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
