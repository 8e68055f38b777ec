"""Which blocks of a translation belong to which of its marks, and these to which of the original.

Hashes are compared, in order first; what has moved is found by its hash, and what is left
between two that are equal was changed where it stood. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

from digest import blocks
from digest.fingerprint import short
from digest.model import SegmentMark
from digest.records import record


@record
class Place:
    """What stands in the translation for one mark."""

    texts: tuple[str, ...]
    state: Literal["same", "edited", "removed", "merged"]
    group: int = -1


def paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return which of the old hashes became which of the new: equal ones first, moved ones too.

    What is left between two equal ones is taken to have been changed in place, in its order.
    """
    found = dict(_equal(old, new))
    fixed = sorted(found.items())
    left = [at for at in range(len(new)) if at not in set(found.values())]
    for at, value in enumerate(old):
        moved = next((to for to in left if at not in found and new[to] == value), None)
        if moved is not None:
            found[at] = moved
            left.remove(moved)
    for (low, low_new), (high, high_new) in _gaps(fixed, len(old), len(new)):
        ours = [at for at in range(low, high) if at not in found]
        theirs = [to for to in range(low_new, high_new) if to in left]
        found |= dict(zip(ours, theirs, strict=False))
    return found


def _equal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    for at, to, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from zip(range(at, at + size), range(to, to + size), strict=True)


def _gaps(
    fixed: Sequence[tuple[int, int]], old: int, new: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield what lies between the pairs: (first old, first new), (end of old, end of new)."""
    low = (0, 0)
    for at, to in [*fixed, (old, new)]:
        if at > low[0] or to > low[1]:
            yield low, (at, to)
        low = (at + 1, to + 1)


def places(
    marks: Sequence[SegmentMark], theirs: Sequence[str], known: Mapping[int, str]
) -> tuple[dict[int, Place], dict[int, list[int]]]:
    """Return what stands for each mark, and which blocks a person added behind it (-1: in front).

    `known` are the original's texts, as far as they are still there: they help to tell which of
    several blocks that a person rearranged belongs to what.
    """
    expected = [mark.written or mark.source for mark in marks]
    hashes = [short(text) for text in theirs]
    found = dict(_equal(expected, hashes))
    fixed = sorted(found.items())
    free = set(range(len(theirs))) - set(found.values())
    for mark, value in enumerate(expected):
        moved = min((to for to in free if mark not in found and hashes[to] == value), default=None)
        if moved is not None:
            found[mark] = moved
            free.discard(moved)
    standing = {mark: Place((theirs[to],), "same") for mark, to in found.items()}
    added: dict[int, list[int]] = {}
    for (low, low_new), (high, high_new) in _gaps(fixed, len(marks), len(theirs)):
        ours = [mark for mark in range(low, high) if mark not in found]
        blocks_here = [to for to in range(low_new, high_new) if to in free]
        for used, to in _regrouped(ours, blocks_here, theirs, known):
            if not used:
                added.setdefault(max((m for m in found if m < high), default=-1), []).extend(to)
            found |= dict.fromkeys(used, -1)
            standing |= _shared(used, tuple(theirs[at] for at in to))
    return standing, added


def _shared(marks: Sequence[int], texts: tuple[str, ...]) -> dict[int, Place]:
    """Return what stands for marks that share these blocks: all with the first of them."""
    if len(marks) == len(texts) == 1:
        return {marks[0]: Place(texts, "edited")}
    if not texts:
        return {mark: Place((), "removed") for mark in marks}
    rest = {mark: Place((), "merged", marks[0]) for mark in marks[1:]}
    return {mark: Place(texts, "merged", mark) for mark in marks[:1]} | rest


def _regrouped(
    marks: Sequence[int], indexes: Sequence[int], theirs: Sequence[str], known: Mapping[int, str]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield which marks and blocks belong together where a person changed their number."""
    if len(marks) == len(indexes):
        yield from (([mark], [to]) for mark, to in zip(marks, indexes, strict=True))
    elif not marks or not indexes or any(mark not in known for mark in marks):
        yield (marks, indexes)
    else:
        one = [block for mark in marks for block in blocks.split(known[mark])[:1]]
        other = [block for to in indexes for block in blocks.split(theirs[to])[:1]]
        at = to = 0
        for pair in blocks.pair(one, other):
            sizes = len(pair.original), len(pair.translation)
            yield marks[at : at + sizes[0]], indexes[to : to + sizes[1]]
            at, to = at + sizes[0], to + sizes[1]
