"""How like two texts are, and which ones are worth comparing."""

from __future__ import annotations

from functools import lru_cache
from heapq import nsmallest
from zlib import crc32

from digest import turkish

NEAR = 0.6
"""Share of the shorter text's words that stand in the other in the same order, for the same news."""
_SHINGLE = 4
_MARKS = 16
_CHARACTERS = 20_000
"""Characters from a text's start that are compared."""
_ENOUGH = 25
"""Words below which texts are too short to say."""


@lru_cache(maxsize=64)  # a new text is compared with several others, and then kept
def words(body: str) -> tuple[str, ...]:
    """Return the words of a body that are compared."""
    return turkish.words(body[:_CHARACTERS])


def marks(text: tuple[str, ...]) -> tuple[int, ...]:
    """Return numbers of which two texts share some when they share much.

    They are the smallest hashes of all runs of four words: the same runs are picked in both,
    so that one look at who has these numbers finds the candidates among any number of texts.
    """
    if len(text) < _ENOUGH:
        return ()
    runs = {" ".join(text[at : at + _SHINGLE]) for at in range(len(text) - _SHINGLE + 1)}
    return tuple(nsmallest(_MARKS, {crc32(run.encode()) for run in runs}))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return the share of the shorter text's words that stand in the other, in the same order."""
    if one == other:
        return 1.0
    shorter = min(len(one), len(other))
    if shorter < _ENOUGH and shorter < 0.5 * max(len(one), len(other)):
        return 0.0
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(one, other) / shorter
