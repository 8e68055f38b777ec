"""When two lines are printings of one headline: it may be cut, corrected, or bear the site's name."""

from __future__ import annotations

import re
from functools import lru_cache

from digest import turkish

_DIGIT = re.compile(r"\d")


def alike(one: str, other: str) -> float:
    """Return how surely two keys are printings of one headline: 2 the same, 1.5 nearly, 1 perhaps, 0 no."""
    if one == other:
        return 2.0
    short, long = sorted((one, other), key=len)
    if len(short) < 12 or (not short[0].isalnum() and short[0] not in "\"'"):
        return 0.0
    if short.endswith("...") and long.startswith(short.rstrip(". ")):
        return 2.0
    if long.startswith(short) and long[len(short) :].lstrip()[:1] in tuple("-|›»/•"):
        return 1.5
    if long.endswith(short) and long[: -len(short)].rstrip()[-1:] in tuple("-|›»/•:"):
        return 1.5
    return _alike_words(one, other)


def adds_site(long: str, short: str) -> bool:
    """Say whether a text is a headline with the name of the site at its end or start."""
    one, other = turkish.fold(long), turkish.fold(short)
    return (one.startswith(other) or one.endswith(other)) and alike(one, other) == 1.5


def _alike_words(one: str, other: str) -> float:
    """Compare word by word; texts that differ in their numbers alone are two."""
    from rapidfuzz.distance import LCSseq

    first, second = _bare_words(one), _bare_words(other)
    longest = max(len(first), len(second))
    if longest < 3 or abs(len(first) - len(second)) > longest * 0.3 + 1:
        return 0.0
    changed = longest - LCSseq.similarity(first, second)
    if not changed:
        return 0.5 if other.endswith(".") and not one.endswith(".") else 1.5
    if other.endswith(".") and not one.endswith("."):
        return 0.0
    if changed <= max(1, longest * 0.15):
        likeness = 1.5 if longest > 3 else 1.0
    else:
        likeness = 1.0 if changed <= max(2, longest * 0.34) and longest > 3 else 0.0
    return 0.0 if likeness and _digits_aside(one) == _digits_aside(other) else likeness


def _digits_aside(key: str) -> str:
    return _DIGIT.sub("0", key)


@lru_cache(maxsize=256)
def _bare_words(key: str) -> tuple[str, ...]:
    return tuple(word.strip("\"'.,:;!?()-") for word in key.split())
