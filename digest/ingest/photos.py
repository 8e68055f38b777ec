"""Captions and credits of a head block: which of its lines they are."""

from __future__ import annotations

from collections.abc import Sequence

from digest import turkish
from digest.ingest import captions, houses, meta
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import words
from digest.ingest.split import Span

_CAPTION_LENGTH = 300


def take(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> bool:
    """Take a caption from below the headline: by its credit, or because it is printed twice."""
    row = rows[n]
    below = next((other for other in rows[n + 1 : n + 3] if other.match is None), None)
    twice = below is not None and below.line.key == row.line.key != ""
    found = captions.caption(row.text)
    if row.at == draft.caption:
        meta.keep_caption(draft, row, found or Caption(row.text, ""))
        return True
    if below and (credit := captions.glued_credit(row.text, _bare(below))):
        meta.keep_caption(draft, row, Caption("", credit))
        return True
    if below and not row.paragraph and prints_caption(row, below):
        meta.keep_caption(draft, row, Caption(row.text, ""))
        return True
    if (
        found
        and found.text
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
    if row.paragraph and not span.repeats and row.at < span.last:
        return False  # the standfirst: where the headline stands once, captions do too
    if twice and row.at not in span.repeats and len(row.text) <= _CAPTION_LENGTH:
        meta.keep_caption(draft, row, Caption(row.text, ""))
        return True
    return False


def take_text(draft: Draft, rows: Sequence[Row], n: int) -> bool:
    """Take what the BBC's pages print above a photo's credit: the picture's own text."""
    below = rows[n + 1] if n + 1 < len(rows) else None
    if below is None or not captions.is_bbc_credit(below.text) or rows[n].paragraph:
        return False
    draft.drop(rows[n], "picture-text")
    draft.picture_texts = True
    return True


def _is_picture_text(draft: Draft, rows: Sequence[Row], n: int) -> bool:
    """Say whether a line stands above or below the name of the house that took the photo."""
    below = rows[n + 1] if n + 1 < len(rows) else None
    if below and below.match is None and houses.is_outlet(below.text) and words(below.text) < 5:
        return not houses.is_outlet(rows[n].text)
    above = rows[n - 1].line.key
    return bool(draft.captions) and turkish.fold(draft.captions[-1].credit) == above != ""


def _bare(row: Row) -> str:
    found = captions.caption(row.text)
    return found.text if found else row.text


def prints_caption(row: Row, below: Row) -> bool:
    """Say whether the row below is this one with a credit: the picture's own text, then its caption."""
    return captions.repeats(captions.caption(below.text), row.line.key)


def _is_single_caption(draft: Draft, rows: Sequence[Row], n: int, span: Span) -> bool:
    """Say whether a line with a credit, printed once below the headline, is a caption.

    Where the headline came twice its captions did too: such a line is then a paragraph.
    """
    text = rows[n].text
    if span.repeats or any(kept.text for kept in draft.captions) or len(text) > _CAPTION_LENGTH:
        return False
    if runs_on(rows, n):
        return False
    follows = any(row.paragraph for row in rows[n + 1 :])
    labelled = not text.rstrip(" .").endswith(")")
    return follows and (labelled or text.count(". ") < 2)


def runs_on(rows: Sequence[Row], n: int) -> bool:
    """Say whether a row stands in the middle of text, with no blank line above or below it."""
    if n + 1 >= len(rows) or rows[n].gap or rows[n + 1].gap:
        return False
    return rows[n - 1].paragraph and rows[n + 1].paragraph


def alternative(row: Row, below: Row | None = None) -> Caption | None:
    """Return the caption in the row below one that prints the picture's own text."""
    return captions.caption(below.text) if below and prints_caption(row, below) else None
