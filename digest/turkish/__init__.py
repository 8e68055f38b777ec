"""Turkish in software: case, comparison keys, order, slugs, words with suffixes, and dates.

Pure and quick to import. `case` and `dates` know single texts; `terms` finds names with
their suffixes, by `stems`, the forms that words take, and `suffixes`, what can follow.
"""

from __future__ import annotations

from digest.turkish.case import clean, fold, lower, plain, slug, sort_key, upper, words
from digest.turkish.dates import MONTHS, parse_date
from digest.turkish.terms import find, finder, suffix_of

__all__ = [
    "MONTHS",
    "clean",
    "find",
    "finder",
    "fold",
    "lower",
    "parse_date",
    "plain",
    "slug",
    "sort_key",
    "suffix_of",
    "upper",
    "words",
]
