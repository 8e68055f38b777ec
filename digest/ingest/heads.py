"""Finding where articles begin: a head block is printed twice, and what confirms it.

The repetition is the signal. A headline is taken from a score of `ENOUGH` on: what has less
stays body.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from digest.ingest import captions
from digest.ingest.block import ABOUT, WINDOW, Head, above_signature, explore
from digest.ingest.items import Item
from digest.ingest.printings import alike

ENOUGH = 4.0
_OFTEN = 100
"""Lines alike in a dump, from which on they are a button or a refrain."""
_EDGE = 10
"""Characters at the start or end that two printings of a headline share."""


def find(items: Sequence[Item]) -> tuple[list[Head], list[Head]]:
    """Return the heads of all articles, in order, and those that there was too little to say for.

    Where head blocks would overlap, the one with the higher score is taken.
    """
    found = sorted(
        (explore(items, start) for start in _starts(items)),
        key=lambda head: (not head.repeats, -head.score, head.start),
    )
    widgets = any(head.widget and head.repeats for head in found)
    taken: set[int] = set()
    heads: list[Head] = []
    doubtful: list[Head] = []
    for head in found:
        if not taken.isdisjoint(range(head.start, head.last + 1)) or not _apart(items, head, heads):
            continue
        bare = widgets and not head.widget and head.last == head.start + 1
        if head.score - (1 if bare else 0) >= ENOUGH:
            insort(heads, head, key=attrgetter("start"))
        elif head.score >= ENOUGH - 1.5 and head.repeats:
            doubtful.append(head)
        else:
            continue
        taken.update(range(head.start, head.last + 1))
    return heads, sorted(doubtful, key=attrgetter("start"))


def _apart(items: Sequence[Item], head: Head, heads: Sequence[Head]) -> bool:
    """Say whether a paragraph stands between a head block and those beside it: an article has one."""
    at = bisect(heads, head.start, key=attrgetter("start"))
    beside = (*heads[at - 1 : at], head, *heads[at : at + 1])
    return all(_text_between(items, first, second) for first, second in pairwise(beside))


def _text_between(items: Sequence[Item], first: Head, second: Head) -> bool:
    between = range(first.last + 1, second.start)
    return len(between) > WINDOW or any(items[at].paragraph for at in between)


def _starts(items: Sequence[Item]) -> Iterable[int]:
    """Return the items that may be a headline, for something below repeats or a widget follows."""
    found: set[int] = set()
    again: dict[int, int] = {}
    often = _refrains(items)
    recent: deque[tuple[int, str, str, str]] = deque(maxlen=WINDOW)
    for at, item in enumerate(items):
        if item.widget:
            found.update(n for n in range(max(0, at - 5), at) if not items[n].credits)
        key = item.key
        if not key or key in often:
            continue
        start, end = key[:_EDGE], key[-_EDGE:]
        for other, other_key, other_start, other_end in recent:
            if other_key == key:
                again.setdefault(other, at)
                found.update(_above_caption(items, other) if at - other == 1 else (other,))
            elif (other_start == start or other_end == end) and other not in found:
                if alike(other_key, key):
                    found.add(other)
        recent.append((at, key, start, end))
    signed = {at: above for at in found if (above := above_signature(items, at)) is not None}
    others = often.union(items[at].key for at in signed)
    able = {at for at in found.union(signed.values()) if items[at].headline}
    able = {at for at in able if items[at].key not in others and not _is_picture_text(items, at)}
    able -= {at for at in able if _below_another(items, at, able, again)}
    return sorted(at for at in able if not _below_headline(items, at, able))


def _is_picture_text(items: Sequence[Item], at: int) -> bool:
    """Say whether the line below is the same as a photo's caption."""
    return at + 1 < len(items) and captions.repeats(items[at + 1].caption, items[at].key)


def _above_caption(items: Sequence[Item], at: int) -> Iterable[int]:
    """Return a caption that comes twice and the two lines above it, bylines and dates not counted."""
    yield at
    left = 2
    for above in range(at - 1, -1, -1)[: ABOUT + left]:
        left -= not items[above].about
        yield above
        if not left:
            break


def _below_headline(items: Sequence[Item], at: int, able: Collection[int]) -> bool:
    """Say whether a line is a byline or a date, and what may be the headline stands above it."""
    lines = range(at, -1, -1)[: ABOUT + 1]
    above = next((n for n in lines if not items[n].about), at)
    return above != at and above in able


def _below_another(
    items: Sequence[Item], at: int, able: Collection[int], again: Mapping[int, int]
) -> bool:
    """Say whether a line stands below a headline of three words or more both times that they come.

    A longer standfirst would pass for the headline: it reads more like one.
    """
    if at - 1 not in able or at not in again or again.get(at - 1) != again[at] - 1:
        return False
    above = items[at - 1]
    return above.words > 2 and not (above.about or above.credits)


def _refrains(items: Sequence[Item]) -> frozenset[str]:
    """Return the keys of lines that come so often that none of them is a headline."""
    counts = Counter(item.key for item in items)
    return frozenset(key for key, count in counts.items() if count > _OFTEN)
