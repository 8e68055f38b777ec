"""What stands below the last paragraph: sources, bylines, tags, dates, and the page's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest import blocks, turkish
from digest.ingest import datelines, dates, houses, meta, names, others, printings
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import words
from digest.model import Source

_TAGS = 30
"""Lines in a row that can be tags."""
_NEAR = 100
"""Rows at the start and the end of what stands below a body, that are looked at closely."""
_INITIALS = re.compile(r"\((?P<who>[A-ZÇĞİÖŞÜ]{2,4}(?:\s?[/,-]\s?[A-ZÇĞİÖŞÜ]{2,4})*)\)")
_TOPICS = re.compile(r"(?:[A-ZÇĞİÖŞÜ]\S* ){1,8}Haberler(?:i)?")
"""`Kars Sarıkamış Haberler`: a site's links to what it has on the subjects."""
_DESK_PLACE = re.compile(r"\((?P<place>[^()/]{2,30})/(?P<house>[^()/]{2,30})\)")


def read(draft: Draft, rows: Sequence[Row]) -> None:
    """Account for the rows below the last paragraph: sources, bylines, tags, dates, and the page's own."""
    n = 0
    while n < len(rows):
        row = rows[n]
        if row.match:
            n += others.drop(draft, rows, n)
        elif n + 1 < len(rows) and _is_other_news(row, rows[n + 1]):
            draft.drop(row, "doubled-headline")
            draft.drop(rows[n + 1], "doubled-headline")
            n += 2
        elif _TOPICS.fullmatch(row.text):
            draft.drop(row, "page-bottom")
            n += 1
        elif _NEAR < n < len(rows) - _NEAR:
            _keep_unknown(draft, row)
            n += 1
        elif taken := meta.take_tags(draft, rows, n) or _bare_tags(draft, rows, n):
            n += taken
        else:
            if not _known(draft, row):
                _keep_unknown(draft, row)
            n += 1


def _is_other_news(row: Row, below: Row) -> bool:
    """Say whether two lines are a link to other news: its picture's text and its headline."""
    return row.line.key == below.line.key and words(row.text) > 2 and not row.paragraph


def _keep_unknown(draft: Draft, row: Row) -> None:
    """Keep a line as body for want of anything that says what it is."""
    draft.add_block(blocks.escape(row.text), [row])
    draft.doubts.append(row.line.number)


def _bare_tags(draft: Draft, rows: Sequence[Row], n: int) -> int:
    """Take two or more short lines that no label announces: in small letters, or the last of all.

    No headline and no sentence looks so; a list that the last paragraph announces does.
    """
    above = rows[n - 1]
    if above.line.number in draft.doubts and _is_tag(above.text):
        return 0  # these lines begin above, and all together they are none
    count = 0
    for row in rows[n : n + _TAGS + 1]:
        if row.match or not _is_tag(row.text):
            break
        count += 1
    run = rows[n : n + count]
    if not 2 <= count <= _TAGS or (draft.body and draft.body[-1].endswith(":")):
        return 0
    small = all(row.text[0] == turkish.lower(row.text[0]) for row in run)
    last = all(_says_whence(row) for row in rows[n + count :] if not row.match)
    if not small and (not last or any(_says_whence(row) for row in run)):
        return 0
    for row in run:
        draft.tags += [row.text] if row.text not in draft.tags else []
        draft.become(row, "tags")
    return count


def _is_tag(text: str) -> bool:
    return text[0].isalnum() and text[-1].isalnum() and words(text) <= 3 and len(text) < 40


def _says_whence(row: Row) -> bool:
    """Say whether a line is one that `_known` would take for sources, a byline or a date."""
    text = row.text
    return bool(
        houses.sources(text)
        or names.people(text)
        or datelines.place_and_people(text)
        or (meta.is_strong(text) and not names.place(text))
        or houses.labelled_sources(text)
        or text.startswith("(")
    )


def _known(draft: Draft, row: Row) -> bool:
    """Take a row below the body that says where the report is from, or prints the headline again."""
    if meta.take_sources(draft, row) or _take_signature(draft, row) or meta.take_byline(draft, row):
        return True
    if row.line.key in map(turkish.fold, draft.authors):
        draft.become(row, "byline")
        return True
    if draft.seen.get(row.line.key) == draft.title_line:
        draft.repeat(row, draft.title_line)
        return True
    if datelines.place_and_people(row.text) and meta.take_place(draft, row):
        return True
    dated = dates.date_line(row.text)
    if dated and dated.labelled and meta.take_date(draft, row):
        return True
    if found := houses.sources(row.text):
        draft.add_sources(found)
        draft.become(row, "sources")
        return True
    if where := names.place(row.text):
        draft.place = draft.place or where
        draft.become(row, "place")
        return True
    if printings.adds_site(row.text, draft.title):
        draft.repeat(row, draft.title_line)
        return True
    return False


def _take_signature(draft: Draft, row: Row) -> bool:
    """Take what is signed in brackets: `(DHA)`, `(İzmir/EVRENSEL)`, `(AS)`, `(AS, BK)`, `(AA, BK)`."""
    text = row.text
    if not text.startswith("("):
        return False
    signed = _INITIALS.fullmatch(text)
    parts = re.split(r"\s?[/,-]\s?", signed["who"]) if signed else []
    agencies = [part for part in parts if houses.is_outlet(part)]
    editors = [part for part in parts if part not in agencies]
    if agencies and all(len(part) == 2 for part in editors):
        draft.add_sources([Source(part) for part in agencies])
        draft.become(row, "sources")
        if editors and not draft.authors:
            draft.add_author(", ".join(editors))
            draft.become(row, "byline")
        return True
    if (agencies or not signed) and (found := houses.sources(text.strip("() "))):
        draft.add_sources(found)
        draft.become(row, "sources")
        return True
    if (desk := _DESK_PLACE.fullmatch(text)) and names.place(desk["place"]):
        draft.place = draft.place or names.place(desk["place"])
        draft.add_sources(houses.sources(names.capitalised(desk["house"])))
        draft.become(row, "place", "sources")
        return True
    if not signed and not names.is_desk(text):
        return False
    if draft.authors:
        draft.drop(row, "desk-signature")
        return True
    if signed:
        draft.add_author(signed["who"])
        draft.become(row, "byline")
    return bool(signed)
