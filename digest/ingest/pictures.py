"""Pictures between paragraphs: none comes with a dump, so their captions and credits go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.ingest import captions
from digest.ingest.draft import Row
from digest.ingest.lines import has_sentences

RULE = "inline-picture"
"""The name by which these lines go."""
_LENGTH = 300
_DAY_AND_TIME = re.compile(r"\d{1,2} [^\W\d]+(?: \d{4})?, \d\d:\d\d")


def count(rows: Sequence[Row], n: int) -> int:
    """Return how many rows from one on belong to a picture, by their form or because they come twice.

    A bare sentence that ends in `(Reuters)` is a paragraph unless it is printed twice, as
    captions are.
    """
    row = rows[n]
    if len(row.text) > _LENGTH:
        return 0
    found = captions.caption(row.text)
    if found is None:
        return 0
    if not found.text or captions.is_labelled(row.text):
        return 1
    if not found.credit:  # a picture's own text: `Liman - Sputnik Türkiye`
        return 0 if row.paragraph else 4 if _links(rows[n + 1 : n + 4]) else 1
    same = 1
    while n + same < len(rows) and rows[n + same].line.key == row.line.key:
        same += 1
    if same > 1 and not has_sentences(found.text):
        return same
    return int(captions.has_credit_label(row.text) and not row.paragraph)


def _links(below: Sequence[Row]) -> bool:
    """Say whether the rows below a picture are a link to other news: its section, headline, time."""
    if len(below) < 3 or below[0].match is None or below[0].match.name != "menu":
        return False
    return not below[1].paragraph and _DAY_AND_TIME.fullmatch(below[2].text) is not None
