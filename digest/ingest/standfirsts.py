"""Standfirsts: what follows a line tells that it is one."""

from __future__ import annotations

from collections.abc import Sequence

from digest.ingest import captions, datelines, dates, houses, meta, names, photos
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import words
from digest.ingest.split import Span

_BUTTONS = frozenset(("text-size-widget", "share-widget", "subscribe-widget"))
_AHEAD = 2
"""Rows within which a date or byline makes what stands above it a standfirst."""


def is_one(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> bool:
    """Say whether an unknown row is a standfirst: something of the head block follows it.

    So is a long line that does not end as a sentence, right above the first paragraph.
    """
    row = rows[n]
    if len(draft.summary) > 1 or len(row.text) > 600 or _is_report(row):
        return False
    if not draft.summary and _above_break(rows, n):
        return True
    if span.repeats:
        return False
    says = _what_follows(draft, rows, n)
    if says is not None:
        return says
    plain = not row.paragraph and words(row.text) > 4 and not row.text.endswith(":")
    bare = not (draft.captions or draft.summary)
    return plain and bare and any(below.paragraph for below in rows[n + 1 : n + 2])


def _what_follows(draft: Draft, rows: Sequence[Row], n: int) -> bool | None:
    """Say whether the rows below one show that it is a standfirst, or None where they say nothing."""
    row = rows[n]
    ahead = [other for other in rows[n + 1 : n + 40] if other.match is None]
    for passed, below in enumerate(ahead[:_AHEAD]):
        if _is_of_head(draft, rows, below):
            return row.text not in draft.summary
        if _is_report(below):
            return not passed
        photo = captions.caption(below.text) or photos.alternative(*ahead[passed : passed + 2])
        runs_on = below is rows[n + 1] and photos.runs_on(rows, n + 1)
        if photo and photo.credit and not passed and not runs_on:
            return len(row.text) <= 400 and not draft.captions
        if below.paragraph and row.paragraph:
            break
    return None


def _is_report(row: Row) -> bool:
    """Say whether a report begins at a row: `ANKARA (AA) - …`, or the dateline alone."""
    return datelines.dateline(row.text) is not None


def _is_of_head(draft: Draft, rows: Sequence[Row], row: Row) -> bool:
    """Say whether a row can stand in a head block alone; a credit comes again with other pictures too."""
    photo = captions.caption(row.text)
    if (
        row.line.key in draft.seen
        and row.text not in draft.summary
        and not (photo and not photo.text)
    ):
        return True
    return meta.is_strong(row.text) and not _in_chronicle(rows, row)


def _above_break(rows: Sequence[Row], n: int) -> bool:
    """Say whether a page breaks off below a paragraph, as pages do below the standfirst.

    For an advert, or for buttons: share, larger type; with the house's or the author's name
    where it is one button. Text must follow.
    """
    row = rows[n]
    if not row.paragraph or len(row.text) > 400:
        return False
    below = rows[n + 1 : n + 20]
    text = next((at for at, other in enumerate(below) if other.paragraph), None)
    if text is None:
        return False
    matches = [other.match.name for other in below[:text] if other.match]
    others = [other for other in below[:text] if not other.match]
    if below[0].line.key.startswith("haberin devamı"):
        return True
    buttons = sum(name in _BUTTONS for name in matches)
    return buttons > 0 and buttons + len(others) > 1 and all(map(_is_house, others))


def _is_house(row: Row) -> bool:
    return houses.is_outlet(row.text) or bool(names.people(row.text)) or meta.is_strong(row.text)


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
