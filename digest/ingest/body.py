"""The body of an article: its blocks, and what of the page stands between and below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from digest import blocks
from digest.ingest import below, captions, datelines, dates, houses, meta, names, others, pictures
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import SIGNED, words

_TOGETHER = 3
"""Rows known to rules that must stand together to go from between paragraphs."""
_BULLET = re.compile(r"(?P<sign>[•●▪‣◦■►▶·])\s*(?P<item>\S.*)$")
_ITEM = re.compile(r"[-–—]\s+(?P<item>\S.*)$")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?P<item>\S.*)$")

_DASHED = re.compile(r"[-–—]\s?(?P<text>[^\s-].*?)\s?[-–—]?$")


def read(draft: Draft, rows: Sequence[Row]) -> None:
    """Read an article from its first paragraph to its end."""
    stop, rule = others.end(rows, draft)
    end = _last_paragraph(rows[:stop])
    end += len(_list_items(rows[:stop], end + 1)) if end < stop - 1 else 0
    kept = _between(draft, rows, end + 1)
    if kept:
        kept = _signed(draft, _dateline(draft, kept))
    _blocks(draft, kept)
    below.read(draft, rows[end + 1 : stop])
    for row in rows[stop:]:
        draft.drop(row, rule)


def _last_paragraph(rows: Sequence[Row]) -> int:
    """Return the last row that reads as a paragraph of the body, or -1."""
    last = (n for n in reversed(range(len(rows))) if rows[n].paragraph and not _is_label(rows[n]))
    return next(last, -1)


def _is_label(row: Row) -> bool:
    """Say whether a row has a sentence's form and states who, whence or when behind a label."""
    text = row.text
    if len(text) > 300:
        return False
    dated = dates.date_line(text)
    on = dated is not None and dated.labelled and words(dated.rest) < 4
    return on or bool(names.byline(text) or houses.labelled_sources(text))


def _between(draft: Draft, rows: Sequence[Row], stop: int) -> list[Row]:
    """Return the rows up to `stop` that are body, having dropped what rules know between them.

    What a line announces is the article's own: `Kurlar şöyle:`, and `Dolar: 42,45` below it.
    """
    kept: list[Row] = []
    announced = False
    n = 0
    while n < stop:
        row = rows[n]
        announced = announced if row.match else row.text.endswith(":")
        if row.at == draft.caption:
            meta.keep_caption(draft, row, captions.caption(row.text) or Caption(row.text, ""))
            n += 1
        elif draft.picture_texts and n + 1 < stop and _is_picture_text(row, rows[n + 1]):
            draft.drop(row, "picture-text")
            n += 1
        elif shown := min(stop - n, pictures.count(rows, n)) if row.match is None else 0:
            for picture in rows[n : n + shown]:
                draft.drop(picture, pictures.RULE)
            n += shown
        elif row.match is None:
            kept.append(row)
            n += 1
        elif row.match.anywhere or (_stand_together(rows, n) and not announced):
            n += others.drop(draft, rows, n)
        else:
            kept.append(row)
            n += 1
    return kept


def _is_picture_text(row: Row, below: Row) -> bool:
    return not row.paragraph and captions.is_bbc_credit(below.text)


def _stand_together(rows: Sequence[Row], n: int) -> bool:
    """Say whether a row is one of three at least that rules know; a paragraph follows them."""
    starts = range(max(0, n - _TOGETHER + 1), n + 1)
    return any(all(row.match for row in rows[at : at + _TOGETHER]) for at in starts)


def _dateline(draft: Draft, rows: list[Row]) -> list[Row]:
    """Take the dateline off the first paragraph, unless it states a day that it alone would keep."""
    first = rows[0]
    line = datelines.dateline(first.text) if first.paragraph else None
    if line is None or not line.rest:
        return rows
    meta.take_dateline(draft, line)
    draft.become(first, "place" if line.place else "", "byline" if line.writer else "")
    draft.become(first, "sources" if line.agency else "")
    if line.day and not draft.date.startswith(dates.day(line.day) or "-"):
        return rows
    changed = first.line._replace(text=line.rest)
    return [Row(first.at, changed, None, first.gap, paragraph=True), *rows[1:]]


def _signed(draft: Draft, rows: list[Row]) -> list[Row]:
    """Take off the last paragraph what an agency signed it with: `… uyarıldı. - KARS`, `… dedi. İHA`."""
    last = rows[-1]
    found = SIGNED.search(last.text)
    if found is None:
        return rows
    where = names.place(found["name"])
    house = () if where or found["dash"] else houses.sources(found["name"])
    if not where and not house:
        return rows
    draft.place = draft.place or where
    draft.add_sources(house)
    draft.become(last, "place" if where else "sources")
    changed = last.line._replace(text=last.text[: found.start()])
    return [*rows[:-1], Row(last.at, changed, None, last.gap, paragraph=True)]


def _blocks(draft: Draft, rows: Sequence[Row]) -> None:
    """Make Markdown blocks of the body's rows."""
    n = 0
    while n < len(rows):
        items = _list_items(rows, n)
        if items:
            taken = rows[n : n + len(items)]
            draft.add_block("\n".join(items), taken)
            n += len(items)
            continue
        text, subhead = rows[n].text, rows[n].at in draft.subheads
        if not subhead and (bare := _dashed(rows, n)):
            text, subhead = bare, True
        text, subhead = blocks.escape(text), subhead or _is_subhead(rows, n)
        draft.add_block(f"## {text}" if subhead and text else text, rows[n : n + 1])
        n += 1


def _list_items(rows: Sequence[Row], n: int) -> list[str]:
    """Return the Markdown items of the list that begins at a row; fewer than two are none."""
    if first := _BULLET.match(rows[n].text):
        found = _run(rows, n, _BULLET, lambda match, _: match["sign"] == first["sign"])
        items = [f"- {blocks.escape(match['item'])}" for match in found]
    elif _NUMBER.match(rows[n].text):
        found = _run(rows, n, _NUMBER, lambda match, count: int(match["number"]) == count)
        items = [f"{match['number']}. {blocks.escape(match['item'])}" for match in found]
    elif n and rows[n - 1].text.endswith(":"):
        items = [f"- {blocks.escape(m['item'])}" for m in _run(rows, n, _ITEM, lambda *_: True)]
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
    if n + 1 >= len(rows) or not _is_text(rows[n + 1]):
        return False
    if n and not _is_text(rows[n - 1]) and any(char.isalnum() for char in rows[n - 1].text):
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


def _dashed(rows: Sequence[Row], n: int) -> str:
    """Return the sub-head that agencies mark with dashes: `- Kaçak avcılığa 40 ekip`, `-Uzmanlar gelecek-`.

    It stands alone between paragraphs: of two or more such lines each is an item of a list, and
    below a colon it is what was announced.
    """
    found = _DASHED.match(rows[n].text)
    if not found or len(rows[n].text) > 110 or rows[n].paragraph:
        return ""
    if n + 1 >= len(rows) or n == 0 or found["text"].endswith((",", ";", ":", "?", "…")):
        return ""
    above, below = rows[n - 1], rows[n + 1]
    if not (above.paragraph and below.paragraph) or above.text.endswith(":"):
        return ""
    return (
        "" if any(row.text.startswith(("-", "–", "—")) for row in (above, below)) else found["text"]
    )


def _is_text(row: Row) -> bool:
    return row.paragraph or captions.caption(row.text) is not None or row.text.endswith((":", "?"))
