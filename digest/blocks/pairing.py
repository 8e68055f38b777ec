"""Pairing the blocks of an original with those of its translation, for reading side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from digest import fingerprint
from digest.blocks.aligning import Bead, align
from digest.blocks.splitting import has_words
from digest.model import Block, Pair, SegmentMark


def pair(
    original: Sequence[Block], translation: Sequence[Block], marks: Sequence[SegmentMark] = ()
) -> tuple[Pair, ...]:
    """Return the blocks of both sides, paired. Each block is in one pair, in its order.

    A pair is usually one block and its translation; what a person merged, split, added or
    left out makes pairs of several to one, or with an empty side. `marks` are those of the
    translation: they tell which text each of its blocks was made from. A pair is stale when
    the original no longer says that; without marks nothing is known to be stale. Link
    definitions, which show nothing, go with the block before them.
    """
    known = [mark.source for mark in marks if mark.key == "body"]
    if _is_one_to_one(original, translation, known):
        return tuple([Pair((a,), (b,)) for a, b in zip(original, translation, strict=True)])
    here, there = _Side(original), _Side(translation)
    traced = bool(known) and len(known) == len(there.worded)
    anchors = list(_anchors(here, there, known)) if traced else []
    fresh = {at for at, _ in anchors} if traced else here.those_of(set(known))
    settled = {to for _, to in anchors} if traced else there.worded
    open_here = set(here.worded) - fresh if known else set()
    open_there = set(there.worded) - set(settled)
    return tuple(
        Pair(
            here.blocks(at),
            there.blocks(to),
            not open_here.isdisjoint(_indexes(at)) or not open_there.isdisjoint(_indexes(to)),
        )
        for at, to in _beads(here.heads, there.heads, anchors)
    )


def _is_one_to_one(
    original: Sequence[Block], translation: Sequence[Block], known: list[str]
) -> bool:
    """Say whether each block stands with the one in its place, and none is stale.

    It is so for most texts, and quicker to see than to find out.
    """
    kinds = [block.kind for block in original]
    if "reference" in kinds or kinds != [block.kind for block in translation]:
        return False
    if not known:
        return True
    worded = [has_words(block) for block in original]
    return worded == [has_words(block) for block in translation] and known == [
        fingerprint.short(block.text) for block, said in zip(original, worded, strict=True) if said
    ]


class _Side:
    """The blocks of one language, each with the link definitions that follow it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.units: list[tuple[Block, ...]] = []
        for block in blocks:
            if self.units and "reference" in (block.kind, _head(self.units[-1]).kind):
                self.units[-1] += (block,)
            else:
                self.units.append((block,))
        self.heads = [_head(unit) for unit in self.units]
        """The block of each unit that shows something."""
        self.worded = [at for at, head in enumerate(self.heads) if has_words(head)]
        """Which units are translated, and so have marks."""

    def blocks(self, at: slice) -> tuple[Block, ...]:
        """Return the blocks of these units."""
        return tuple(chain.from_iterable(self.units[at]))

    def hashes(self) -> list[str]:
        """Return the fingerprints of what is translated."""
        return [fingerprint.short(self.heads[at].text) for at in self.worded]

    def those_of(self, known: set[str]) -> set[int]:
        """Return which units have one of these fingerprints."""
        return {at for at, found in zip(self.worded, self.hashes(), strict=True) if found in known}


def _head(unit: tuple[Block, ...]) -> Block:
    """Return the block of a unit that shows something, if one does."""
    return next((block for block in unit if block.kind != "reference"), unit[0])


def _anchors(here: _Side, there: _Side, known: list[str]) -> Iterator[tuple[int, int]]:
    """Yield which unit of the original is still the text that a unit of the translation is of."""
    from difflib import SequenceMatcher  # takes 2 ms, and most builds pair few blocks

    matcher = SequenceMatcher(None, here.hashes(), known, autojunk=False)
    for first, first_there, size in matcher.get_matching_blocks():
        for offset in range(size):
            yield here.worded[first + offset], there.worded[first_there + offset]


def _beads(
    here: Sequence[Block], there: Sequence[Block], anchors: Sequence[tuple[int, int]]
) -> Iterator[Bead]:
    """Yield what stands together: at the anchors one and one, between them as it aligns best."""
    at = to = 0
    for anchor, anchor_there in [*anchors, (len(here), len(there))]:
        for bead, bead_there in align(here[at:anchor], there[to:anchor_there]):
            yield _moved(bead, at), _moved(bead_there, to)
        if anchor < len(here) or anchor_there < len(there):
            yield slice(anchor, anchor + 1), slice(anchor_there, anchor_there + 1)
        at, to = anchor + 1, anchor_there + 1


def _moved(part: slice, by: int) -> slice:
    return slice(part.start + by, part.stop + by)


def _indexes(part: slice) -> range:
    return range(part.start, part.stop)
