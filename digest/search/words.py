"""Text → the words that it can be found by. static/search.js does the same: change both."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest import turkish

LONGEST = 30
"""Letters of a word that count."""


def words(text: str) -> set[str]:
    """Return the folded words of a text: `Lavrov’un IŞIĞI` gives lavrov and isigi.

    What follows an apostrophe is cut off, but for O’Brien and L’Équipe, which are one word.
    A single ASCII letter or digit is none.
    """
    return set(" ".join(map(_words, set(text.split()))).split())


@lru_cache(maxsize=1 << 15)
def _words(chunk: str) -> str:
    folded = turkish.words(_elided().sub(r"\1", chunk))
    return " ".join(word[:LONGEST] for word in folded if len(word) > 1 or not word.isascii())


@cache
def _elided() -> re.Pattern[str]:
    return re.compile("(?<![^\\W_])([^\\W_])['\u2019](?=[^\\W_])")
