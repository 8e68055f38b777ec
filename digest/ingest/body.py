"""The body of an article: its blocks, and what of the page stands between and below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from digest import blocks, turkish
from digest.ingest import captions, dates, heads, meta, names
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.ledger import Fate
from digest.ingest.lines import words

_TOGETHER = 3
"""Rows known to rules that must stand together to go from between paragraphs."""
_TRIES = 20
"""Lists of other news that are looked at for the end of an article."""
_TAGS = 30
"""Lines in a row that can be tags."""
_NEAR = 100
"""Rows at the start and the end of what stands below a body, that are looked at closely."""
_BULLET = re.compile(r"(?P<sign>[•●▪‣◦■►▶·])\s*(?P<item>\S.*)$")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?P<item>\S.*)$")
_COMMENT = re.compile(
    r"(?:yanıtla|cevapla|beğen(?: \d+)?|şikayet et|cevap yaz|misafir|anonim|ziyaretçi)\b.*"
)
_INITIALS = re.compile(r"\((?P<who>[A-ZÇĞİÖŞÜ]{2,4}(?:\s?[/,-]\s?[A-ZÇĞİÖŞÜ]{2,4})*)\)")
_DESK_PLACE = re.compile(r"\((?P<place>[^()/]{2,30})/(?P<house>[^()/]{2,30})\)")


def read(draft: Draft, rows: Sequence[Row]) -> None:
    """Read an article from its first paragraph to its end."""
    stop, rule = _end(rows)
    end = _last_paragraph(rows[:stop])
    kept = _between(draft, rows, end + 1)
    if kept:
        kept = _dateline(draft, kept)
    _blocks(draft, kept)
    _below(draft, rows[end + 1 : stop])
    for row in rows[stop:]:
        draft.drop(row, rule)


def drop(draft: Draft, rows: Sequence[Row], n: int) -> int:
    """Drop a row by its rule, with the headlines below it where it opens a list; return how many."""
    row = rows[n]
    draft.drop(row)
    if row.match is None or not row.match.opens:
        return 1
    count = _listed(rows, n + 1)
    for below in rows[n + 1 : n + 1 + count]:
        draft.drop(below, below.match.name if below.match else row.match.name)
    return 1 + count


def _listed(rows: Sequence[Row], start: int) -> int:
    """Return how many headlines of other news begin at a row.

    They end at a paragraph, at a line that says something of the article, and at a blank line
    where the list has none in it. A short line right above a paragraph is its sub-head.
    """
    usual = rows[start + 1].gap if start + 1 < len(rows) else 0
    n = start
    while n < len(rows):
        row = rows[n]
        parted = n > start and row.gap > usual
        if row.paragraph or parted or meta.is_meta(row.text) or (row.match and row.match.opens):
            break
        n += 1
    if n > start and n < len(rows) and rows[n].paragraph:
        last = rows[n - 1]
        n -= bool(last.gap) and words(last.text) < 6
    return n - start


def _end(rows: Sequence[Row]) -> tuple[int, str]:
    """Return the row from which on nothing is the article's, and the rule that says so.

    Comments begin there, or a list of other news behind what ends an article: its sources,
    byline, tags or copyright note.
    """
    signs = [n for n, row in enumerate(rows) if _is_comment_sign(row)]
    over = False
    paragraphs = tried = 0
    for n, row in enumerate(rows):
        if row.paragraph:
            paragraphs, over = paragraphs + 1, False
        elif not paragraphs:
            continue
        elif row.match is None:
            over = over or _ends_article(row)
        elif not row.match.opens:
            over = over or row.match.name == "copyright"
        elif row.match.name == "comments" and signs and signs[-1] > n:
            return n, row.match.name
        elif over and tried < _TRIES:
            tried += 1
            if not _goes_on(rows, n):
                return n, row.match.name
    return len(rows), ""


def _goes_on(rows: Sequence[Row], n: int) -> bool:
    """Say whether the article goes on below a list of other news: paragraph upon paragraph, and many.

    In lists with a sentence below each headline no two paragraphs follow each other.
    """
    after = [row for row in rows[n + 1 :] if row.match is None]
    if not any(one.paragraph and other.paragraph for one, other in pairwise(after)):
        return False
    length = sum(len(row.text) for row in after if row.paragraph)
    return length > 0.5 * sum(len(row.text) for row in rows[:n] if row.paragraph)


def _ends_article(row: Row) -> bool:
    text = row.text
    if len(text) > 300:
        return False
    listed = names.sources(text)
    return bool(
        len(listed) > 1 or names.labelled_sources(text) or meta.hashtags(text) or names.byline(text)
    )


def _is_comment_sign(row: Row) -> bool:
    """Say whether a row stands among comments: an answer button, a time ago."""
    if row.match is not None:
        return row.match.name in ("relative-time", "comments", "counter")
    return len(row.text) < 40 and _COMMENT.fullmatch(row.line.key) is not None


def _last_paragraph(rows: Sequence[Row]) -> int:
    """Return the last row that reads as a paragraph of the body, or -1."""
    for n in range(len(rows) - 1, -1, -1):
        row = rows[n]
        if row.paragraph and not (len(row.text) < 300 and _is_label(row.text)):
            return n
    return -1


def _is_label(text: str) -> bool:
    return bool(names.byline(text) or names.labelled_sources(text) or dates.is_label(text)) or bool(
        (dated := dates.date_line(text)) and dated.labelled and words(dated.rest) < 4
    )


def _between(draft: Draft, rows: Sequence[Row], stop: int) -> list[Row]:
    """Return the rows up to `stop` that are body, having dropped what rules know between them."""
    kept: list[Row] = []
    n = 0
    while n < stop:
        row = rows[n]
        if row.at == draft.caption:
            meta.keep_caption(draft, row, captions.caption(row.text) or Caption(row.text, ""))
            n += 1
        elif row.match is None:
            kept.append(row)
            n += 1
        elif row.match.anywhere or _stand_together(rows, n):
            n += drop(draft, rows, n)
        else:
            kept.append(row)
            n += 1
    return kept


def _stand_together(rows: Sequence[Row], n: int) -> bool:
    start = stop = n
    while start > 0 and rows[start - 1].match and n - start < _TOGETHER:
        start -= 1
    while stop + 1 < len(rows) and rows[stop + 1].match and stop - n < _TOGETHER:
        stop += 1
    return stop - start + 1 >= _TOGETHER


def _dateline(draft: Draft, rows: list[Row]) -> list[Row]:
    """Take the dateline off the first paragraph, unless it states a day that it alone would keep."""
    first = rows[0]
    line = names.dateline(first.text) if first.paragraph else None
    if line is None or not line.rest:
        return rows
    meta.take_dateline(draft, line)
    draft.become(first, "place" if line.place else "", "byline" if line.writer else "")
    draft.become(first, "sources" if line.agency else "")
    if line.day and not draft.date.startswith(dates.day(line.day) or "-"):
        return rows
    changed = first.line._replace(text=line.rest)
    return [Row(first.at, changed, None, first.gap, paragraph=True), *rows[1:]]


def _blocks(draft: Draft, rows: Sequence[Row]) -> None:
    """Make Markdown blocks of the body's rows."""
    n = 0
    while n < len(rows):
        items = _list_items(rows, n)
        if items:
            taken = rows[n : n + len(items)]
            _add(draft, "\n".join(items), taken)
            n += len(items)
            continue
        text = blocks.escape(rows[n].text)
        subhead = rows[n].at in draft.subheads or _is_subhead(rows, n)
        _add(draft, f"## {text}" if subhead and text else text, rows[n : n + 1])
        n += 1


def _add(draft: Draft, block: str, rows: Sequence[Row]) -> None:
    if not block:
        for row in rows:
            draft.drop(row, "control-characters")
        return
    draft.body.append(block)
    for row in rows:
        draft.fates.setdefault(row.at, []).append(
            Fate("body", paragraph=len(draft.body), article=draft.number)
        )


def _list_items(rows: Sequence[Row], n: int) -> list[str]:
    """Return the Markdown items of the list that begins at a row; fewer than two are none."""
    if first := _BULLET.match(rows[n].text):
        found = _run(rows, n, _BULLET, lambda match, _: match["sign"] == first["sign"])
        items = [f"- {blocks.escape(match['item'])}" for match in found]
    elif (start := _NUMBER.match(rows[n].text)) and int(start["number"]) == 1:
        found = _run(rows, n, _NUMBER, lambda match, count: int(match["number"]) == count)
        items = [f"{match['number']}. {blocks.escape(match['item'])}" for match in found]
    else:
        return []
    return items if len(items) > 1 else []


def _run(
    rows: Sequence[Row], n: int, form: re.Pattern[str], fits: Callable[[re.Match[str], int], bool]
) -> list[re.Match[str]]:
    """Return the matches of the rows from one on that have a form and continue its list."""
    run: list[re.Match[str]] = []
    while n < len(rows) and (match := form.match(rows[n].text)) and fits(match, len(run) + 1):
        run.append(match)
        n += 1
    return run


def _is_subhead(rows: Sequence[Row], n: int) -> bool:
    """Say whether a short line between paragraphs is a sub-head: no sentence, nor what one announces."""
    text = rows[n].text
    if n + 1 >= len(rows) or not _is_text(rows[n + 1]) or (n and not _is_text(rows[n - 1])):
        return False
    if len(text) > 110 or words(text) > 14 or rows[n].paragraph or rows[n].match:
        return False
    if (
        text.endswith((".", ",", ";", ":", "…"))
        or text[0] in "-–—•*#>|([…"
        or (not text[0].isalnum() and text[-1].isalnum())
    ):
        return False
    return not (n and rows[n - 1].text.endswith(":")) and captions.caption(text) is None


def _is_text(row: Row) -> bool:
    return row.paragraph or captions.caption(row.text) is not None or row.text.endswith((":", "?"))


def _below(draft: Draft, rows: Sequence[Row]) -> None:
    """Account for the rows below the last paragraph: sources, bylines, tags, dates, and the page's own."""
    n = 0
    while n < len(rows):
        row = rows[n]
        if row.match:
            n += drop(draft, rows, n)
        elif _NEAR < n < len(rows) - _NEAR:
            _keep_unknown(draft, row)
            n += 1
        elif taken := meta.take_tags(draft, rows, n) or _small_tags(draft, rows, n):
            n += taken
        else:
            if not _known_below(draft, row):
                _keep_unknown(draft, row)
            n += 1


def _keep_unknown(draft: Draft, row: Row) -> None:
    """Keep a line as body for want of anything that says what it is."""
    _add(draft, blocks.escape(row.text), [row])
    draft.doubts.append(row.line.number)


def _small_tags(draft: Draft, rows: Sequence[Row], n: int) -> int:
    """Take two or more short lines in small letters: no headline and no sentence looks so."""
    count = 0
    for row in rows[n : n + _TAGS + 1]:
        if (
            row.match
            or row.text[0] != turkish.lower(row.text[0])
            or not row.text[0].isalpha()
            or words(row.text) > 3
        ):
            break
        count += 1
    if not 2 <= count <= _TAGS:
        return 0
    for row in rows[n : n + count]:
        draft.tags += [row.text] if row.text not in draft.tags else []
        draft.become(row, "tags")
    return count


def _known_below(draft: Draft, row: Row) -> bool:
    """Take a row below the body that says where the report is from, or prints the headline again."""
    if meta.take_sources(draft, row) or _take_signature(draft, row) or meta.take_byline(draft, row):
        return True
    dated = dates.date_line(row.text)
    if dated and dated.labelled and meta.take_date(draft, row):
        return True
    if found := names.sources(row.text):
        draft.add_sources(found)
        draft.become(row, "sources")
        return True
    if where := names.place(row.text):
        draft.place = draft.place or where
        draft.become(row, "place")
        return True
    title = blocks.plain(draft.title) and draft.title
    if heads.adds_site(row.text, title):
        draft.repeat(row, draft.title_line)
        return True
    return False


def _take_signature(draft: Draft, row: Row) -> bool:
    """Take what is signed in brackets: `(DHA)`, `(İzmir/EVRENSEL)`, `(AS)`."""
    text = row.text
    if not (text.startswith("(") and text.endswith(")")):
        return False
    if found := names.sources(text.strip("() ")):
        draft.add_sources(found)
        draft.become(row, "sources")
        return True
    if (signed := _DESK_PLACE.fullmatch(text)) and names.place(signed["place"]):
        draft.place = draft.place or names.place(signed["place"])
        draft.add_sources(
            names.sources(signed["house"].capitalize()) or names.sources(signed["house"])
        )
        draft.become(row, "place", "sources")
        return True
    signed = _INITIALS.fullmatch(text)
    if (signed or names.is_desk(text)) and draft.authors:
        draft.drop(row, "desk-signature")
    elif signed:
        draft.add_author(signed["who"])
        draft.become(row, "byline")
    return bool(signed) or (names.is_desk(text) and bool(draft.authors))
