"""Aligning two texts block by block, in the manner of Gale and Church.

Blocks that stand together are found by kind, by length, and by the numbers and names that
both languages write alike, at the least cost over the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from digest.blocks.stripping import plain
from digest.model import Block
from digest.turkish import words

Bead = tuple[slice, slice]
"""Blocks of the one text and of the other that stand together."""

_BEADS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))
"""How many blocks of each text can stand together, the likeliest first."""

_ALONE = 1.5
"""What it costs that a block has no counterpart."""

_MERGED = 0.6
"""What it costs to add a block to one that has its counterpart."""

_OTHER_KIND = 5.0
"""What it costs to put blocks of two kinds together: more than to leave both alone."""

_BAND = 40
"""How far from the straight way through both texts an alignment may lead, in blocks."""

_MOST = 5000
"""Blocks in all, from which on they are paired as they come."""


class _Traits(NamedTuple):
    """What is compared of a block."""

    kind: str
    length: int
    words: frozenset[str]
    """Its longer words and its numbers, as far as the other text has them too."""


def align(here: Sequence[Block], there: Sequence[Block]) -> Iterator[Bead]:
    """Yield what stands together, in order: each block of either text once."""
    alike = [block.kind for block in here] == [block.kind for block in there]
    if alike or len(here) + len(there) > _MOST:
        yield from _one_by_one(len(here), len(there))
    else:
        yield from _cheapest(*_compared(here, there))


def _one_by_one(here: int, there: int) -> Iterator[Bead]:
    for at in range(max(here, there)):
        yield slice(min(at, here), min(at + 1, here)), slice(min(at, there), min(at + 1, there))


def _compared(here: Sequence[Block], there: Sequence[Block]) -> tuple[list[_Traits], list[_Traits]]:
    texts = [[plain(block.text) for block in side] for side in (here, there)]
    found = [[_telling(text) for text in side] for side in texts]
    shared = frozenset().union(*found[0]) & frozenset().union(*found[1])
    one, other = (
        [
            _Traits(block.kind, len(text), telling & shared)
            for block, text, telling in zip(side, side_texts, side_words, strict=True)
        ]
        for side, side_texts, side_words in zip((here, there), texts, found, strict=True)
    )
    return one, other


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if word.isdigit() or len(word) > 3)


def _cheapest(here: list[_Traits], there: list[_Traits]) -> list[Bead]:
    """Return the beads of least cost, by dynamic programming within a band."""
    ratio = sum(t.length for t in there) / max(1, sum(t.length for t in here)) or 1.0
    cost: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for at, to in _cells(len(here), len(there)):
        for of_here, of_there in _BEADS:
            before = (at - of_here, to - of_there)
            if before not in cost:
                continue
            found = cost[before] + _cost(here[before[0] : at], there[before[1] : to], ratio)
            if found < cost.get((at, to), float("inf")):
                cost[at, to], step[at, to] = found, before
    beads: list[Bead] = []
    end = (len(here), len(there))
    while end != (0, 0):
        start = step[end]
        beads.append((slice(start[0], end[0]), slice(start[1], end[1])))
        end = start
    return beads[::-1]


def _cells(here: int, there: int) -> Iterator[tuple[int, int]]:
    """Yield the points that an alignment may pass, but the first."""
    width = _BAND + there // max(1, here) + here // max(1, there)
    for at in range(here + 1):
        middle = at * there // here if here else there // 2
        low, high = (middle - width, middle + width) if here else (0, there)
        for to in range(max(0, low), min(there, high) + 1):
            if at or to:
                yield at, to


def _cost(here: list[_Traits], there: list[_Traits], ratio: float) -> float:
    if not here or not there:
        return _ALONE
    together = [*here, *there]
    kinds = sum(traits.kind != here[0].kind for traits in together)
    lengths = [sum(traits.length for traits in side) for side in (here, there)]
    strain = abs(log((lengths[1] + 20) / (lengths[0] * ratio + 20)))
    return _OTHER_KIND * kinds + strain + _strangeness(here, there) + _MERGED * (len(together) - 2)


def _strangeness(here: list[_Traits], there: list[_Traits]) -> float:
    """Return 0 for blocks that share all their telling words, 1.5 for those that share none.

    Of several blocks that are to stand with one, each should share some.
    """
    one = frozenset().union(*(traits.words for traits in here))
    other = frozenset().union(*(traits.words for traits in there))
    if not one and not other:
        return 0.75
    several, single = (here, other) if len(here) > 1 else (there, one)
    apart = sum(single.isdisjoint(traits.words) for traits in several) if len(several) > 1 else 0
    return 1.5 * (1 - len(one & other) / len(one | other)) + apart
