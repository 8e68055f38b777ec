"""Where an article ends: lists of other news and comments, which go by the rule that opens them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.ingest import houses, meta, names
from digest.ingest.draft import Draft, Row
from digest.ingest.lines import words

_TRIES = 20
"""Lists of other news that are looked at for the end of an article."""
_COMMENT = re.compile(
    r"(?:yanıtla|cevapla|beğen(?: \d+)?|şikayet et|cevap yaz|misafir|anonim|ziyaretçi)\b.*"
)


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


def end(rows: Sequence[Row], draft: Draft) -> tuple[int, str]:
    """Return the row from which on nothing is the article's, and the rule that says so.

    Comments begin there, or a list of other news behind what ends an article: its sources,
    byline, tags or copyright note, or its headline, printed as a picture's text.
    """
    signs = [n for n, row in enumerate(rows) if _is_comment_sign(row)]
    begun = over = False
    tried = 0
    for n, row in enumerate(rows):
        if row.paragraph:
            begun, over = True, False
        elif not begun:
            continue
        elif row.match is None:
            over = over or _ends_article(row) or draft.seen.get(row.line.key) == draft.title_line
        elif not row.match.opens:
            over = over or row.match.name == "copyright"
        elif row.match.name == "comments" and signs[-1] > n:
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
    if all(_is_teaser(row) for row in after if row.paragraph):
        return False
    if not any(one.paragraph and other.paragraph for one, other in pairwise(after)):
        return False
    length = sum(len(row.text) for row in after if row.paragraph)
    return length > 0.5 * sum(len(row.text) for row in rows[:n] if row.paragraph)


def _is_teaser(row: Row) -> bool:
    """Say whether a paragraph is other news, with place and headline before it: `Bolu Yola kaya düştü …`."""
    place, _, rest = row.text.partition(" ")
    return bool(names.place(place)) and rest[:1].isupper()


def _ends_article(row: Row) -> bool:
    text = row.text
    listed = houses.sources(text)
    return bool(
        len(listed) > 1
        or houses.labelled_sources(text)
        or meta.hashtags(text)
        or names.byline(text)
    )


def _is_comment_sign(row: Row) -> bool:
    """Say whether a row stands among comments: an answer button, a time ago."""
    if row.match is not None:
        return row.match.name in ("relative-time", "comments", "counter")
    return len(row.text) < 40 and _COMMENT.fullmatch(row.line.key) is not None
