"""Which line is the headline, where no repetition says so: by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from digest import turkish
from digest.ingest import captions, datelines, houses, meta, names, photos, printings
from digest.ingest.draft import Row
from digest.ingest.lines import is_headline, words

_MOST = 300
"""Lines above the body that are looked at for the headline."""
_FEW = 4
"""Lines of page furniture above a headline, up to which the first line is taken for it."""


def choose(rows: Sequence[Row]) -> int | None:
    """Return which row is the headline, or None when there is none with a paragraph below it.

    It stands above the body, so the rows up to the second paragraph are looked at. What
    speaks for a row is that dates, bylines, photos and paragraphs follow it.
    """
    candidates = _candidates(rows)
    if not candidates:
        return _sentence(rows)
    noise = sum(row.match is not None for row in rows[: candidates[0]])
    paths = " ".join(row.text for row in rows[:200] if row.match and row.match.name == "breadcrumb")
    scores = {n: _score(rows, n) + (3 if rows[n].text in paths else 0) for n in candidates}
    if noise <= _FEW:
        scores[candidates[0]] += 2
    return max(candidates, key=lambda n: (scores[n], -n))


def _candidates(rows: Sequence[Row]) -> list[int]:
    """Return the rows that can be a headline, above the body."""
    found: list[int] = []
    length = 0
    last = max((n for n, row in enumerate(rows) if row.paragraph), default=0)
    for n, row in enumerate(rows[:last]):
        if row.paragraph and not _is_caption(row):
            if length and (found or length > 400):
                break
            length += len(row.text)
        elif row.match is None and _fits(row) and not photos.prints_caption(row, rows[n + 1]):
            found.append(n)
            if len(found) == _MOST:
                break
    return [n for n in found if words(rows[n].text) > 2] or found


def _fits(row: Row) -> bool:
    text = row.text
    if not is_headline(text) or _is_caption(row) or meta.is_meta(text):
        return False
    if (line := datelines.dateline(text)) and line.agency:
        return False
    # a name may be in capitals, but more headlines are
    shouted = words(text) > 2 and text == turkish.upper(text)
    return (shouted or not names.people(text)) and not houses.sources(text)


def _is_caption(row: Row) -> bool:
    return captions.caption(row.text) is not None


def _score(rows: Sequence[Row], n: int) -> float:
    """Return what speaks for a row that has others below it."""
    text = rows[n].text
    score = {1: -1.5, 2: -1.5, 3: 0.0}.get(words(text), 0.5) - (1 if text.endswith(":") else 0)
    score -= 2 if text.startswith(("•", "-", "–")) else 0
    if match := rows[n + 1].match:
        score += 0.5 if match.name in ("subscribe-widget", "share-widget", "reading-time") else -1
    if any(_is_repeated(rows[n], row) for row in rows[n + 1 : n + 40]):
        score += 2
    below = [row for row in rows[n + 1 : n + 12] if row.match is None][:6]
    score += sum(0.5 for row in below if row.paragraph)
    for row in below[:3]:
        if meta.is_strong(row.text) or _is_caption(row) or datelines.dateline(row.text):
            score += 2
            break
    if below and below[0].paragraph:
        score += 1.5
    elif below and _fits(below[0]):
        score -= 0.5
    return score


def _is_repeated(row: Row, below: Row) -> bool:
    """Say whether a row comes again, with the site's name at its end or not; a caption is a picture's."""
    again = below.line.key == row.line.key or printings.adds_site(below.text, row.text)
    return again and not _is_caption(below)


def _sentence(rows: Sequence[Row]) -> int | None:
    """Return the first row where it reads as a sentence but is short enough, and text follows."""
    own = (n for n, row in enumerate(rows) if row.match is None and not meta.is_meta(row.text))
    both = list(islice(own, 2))
    if len(both) < 2:
        return None
    at, after = both
    first, second = rows[at], rows[after]
    if not is_headline(first.text) or len(first.text) > 250 or _is_caption(first):
        return None
    return at if second.paragraph and len(second.text) >= len(first.text) * 0.5 else None
