"""The head block of an article: everything from its headline to its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from digest import turkish
from digest.ingest import captions, dates, meta, names, printings
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import without_address, words
from digest.ingest.split import Span

_FURNITURE = 3
"""Rows known to rules, from which on what stands above a headline is a page's top."""
_CAPTION_LENGTH = 300
_NUMBER = re.compile(r"\d{1,2}\s*[-–.)]\s*")
_CALLINGS = frozenset(
    "yazar yazarı gazeteci gazetecisi akademisyen araştırmacı araştırmacısı siyasetçi diplomat"
    " büyükelçi profesör profesörü uzman uzmanı analist yönetmeni yönetmen muhabir muhabiri"
    " editör editörü tarihçi ekonomist hukukçu avukat şair".split()
)
"""What the line below an author's name ends in."""
_BUTTONS = frozenset(("text-size-widget", "share-widget"))
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
        elif row.match is None and n + 1 == len(rows) and meta.take_place(draft, row):
            n += 1
        elif row.match is None and names.place_and_people(row.text) and meta.take_place(draft, row):
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
    if names.place(row.text) and meta.take_place(draft, row):
        return 1
    if _take_picture_text(draft, rows, n):
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
    if twice and row.paragraph and not span.repeats and row.at < span.last:
        return False  # the standfirst: where the headline stands once, captions do too
    if twice and row.at not in span.repeats and len(row.text) <= _CAPTION_LENGTH:
        meta.keep_caption(draft, row, Caption(row.text, ""))
        return True
    return False


def _take_picture_text(draft: Draft, rows: Sequence[Row], n: int) -> bool:
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
    if _runs_on(rows, n):
        return False
    follows = any(row.paragraph for row in rows[n + 1 :])
    labelled = not text.rstrip(" .").endswith(")")
    return follows and (labelled or text.count(". ") < 2)


def _runs_on(rows: Sequence[Row], n: int) -> bool:
    """Say whether a row stands in the middle of text, with no blank line above or below it."""
    if n == 0 or n + 1 >= len(rows) or rows[n].gap or rows[n + 1].gap:
        return False
    return rows[n - 1].paragraph and rows[n + 1].paragraph


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
    if names.is_outlet(row.text) and words(row.text) < 4:
        below_photo = bool(draft.captions) and not draft.captions[-1].credit
        if below_photo:
            meta.keep_caption(draft, row, Caption("", row.text))
        else:
            draft.add_sources(names.sources(row.text))
            draft.become(row, "sources")
        return 1
    return 0


def _tells_who(text: str) -> bool:
    """Say whether a line below a name tells what its bearer is: `Lübnanlı yazar`."""
    return words(text) <= 9 and turkish.fold(text).rsplit(maxsplit=1)[-1] in _CALLINGS


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
    if len(draft.summary) > 1 or len(row.text) > 600 or _is_report(row):
        return False
    if not draft.summary and _above_break(rows, n):
        return True
    if span.repeats:
        return False
    says = _what_follows(draft, rows, n)
    if says is not None:
        return says
    below = rows[n + 1] if n + 1 < len(rows) else None
    plain = not row.paragraph and words(row.text) > 4 and not row.text.endswith(":")
    bare = not (draft.captions or draft.summary)
    return plain and bare and below is not None and below.paragraph


def _what_follows(draft: Draft, rows: Sequence[Row], n: int) -> bool | None:
    """Say whether the rows below one show that it is a standfirst, or None where they say nothing."""
    row, passed = rows[n], 0
    ahead = [other for other in rows[n + 1 : n + 40] if other.match is None][: _AHEAD + 1]
    for below, next_below in zip_longest(ahead[:_AHEAD], ahead[1:]):
        if below is None:
            break
        if _is_of_head(draft, rows, below):
            return passed < 2 and row.text not in draft.summary
        if _is_report(below):
            return passed == 0
        photo = captions.caption(below.text) or _alternative(below, next_below)
        runs_on = below is rows[n + 1] and _runs_on(rows, n + 1)
        if photo and not passed and (photo.credit or not photo.text) and not runs_on:
            return len(row.text) <= 400 and not draft.captions
        passed += 1
        if below.paragraph and row.paragraph:
            break
    return None


def _is_report(row: Row) -> bool:
    """Say whether a row is a first paragraph with its dateline: `ANKARA (AA) - …`."""
    line = names.dateline(row.text) if row.paragraph else None
    return line is not None and bool(line.agency)


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

    For an advert, or for two buttons or more: share, larger type. Text must follow.
    """
    row = rows[n]
    if not row.paragraph or len(row.text) > 400:
        return False
    below = rows[n + 1 : n + 20]
    text = next((at for at, other in enumerate(below) if other.paragraph), None)
    if text is None:
        return False
    matches = [other.match.name for other in below[:text] if other.match]
    names_alone = all(_is_house(other) for other in below[:text] if not other.match)
    if matches and below[0].line.key.startswith("haberin devamı"):
        return True
    return names_alone and sum(name in _BUTTONS for name in matches) > 1


def _is_house(row: Row) -> bool:
    return names.is_outlet(row.text) or bool(names.people(row.text)) or meta.is_strong(row.text)


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
