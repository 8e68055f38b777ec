"""Finding where articles begin: a head block is printed twice, and what confirms it.

The family of pages that most dumps come from prints

    headline / captions / TT / headline / captions / body

The repetition is the signal. Each sign for and against it has a weight, and a headline is
taken from `ENOUGH` on: what has less stays body.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from digest import turkish
from digest.ingest import names
from digest.ingest.items import Item
from digest.ingest.lines import has_sentences

ENOUGH = 4.0
WINDOW = 14
"""Items within which a head block ends."""
_NO_DIGITS = {ord(digit): "0" for digit in "123456789"}
_EDGE = 10
"""Characters at the start or end that two printings of a headline share."""


@dataclass(slots=True)
class Head:
    """The head block of one article, as far as repetition shows it."""

    start: int
    """Index of the item that is the headline."""
    repeats: list[int] = field(default_factory=list)
    """Items that print the headline again."""
    last: int = 0
    """The last item that belongs to the block for certain."""
    score: float = 0.0
    widget: bool = False
    """True when a text-size widget stands in it."""
    glued: str = ""
    """What stands before the headline in its line, where the article above runs into it."""


def find(items: Sequence[Item]) -> tuple[list[Head], list[Head]]:
    """Return the heads of all articles, in order, and those that there was too little to say for.

    Where head blocks would overlap, the one with the higher score is taken.
    """
    found = sorted(
        (_explore(items, start) for start in _starts(items)),
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
    for first, second in ((one, head) for one in heads[max(0, at - 1) : at]):
        if not _text_between(items, first, second):
            return False
    return all(_text_between(items, head, second) for second in heads[at : at + 1])


def _text_between(items: Sequence[Item], first: Head, second: Head) -> bool:
    between = range(first.last + 1, second.start)
    return len(between) > WINDOW or any(items[at].paragraph for at in between)


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
    if len(one) <= len(other) or alike(one, other) != 1.5:
        return False
    return one.startswith(other) or one.endswith(other)


def _alike_words(one: str, other: str) -> float:
    """Compare word by word; texts that differ in their numbers alone are two."""
    from rapidfuzz.distance import LCSseq

    first, second = _bare_words(one), _bare_words(other)
    longest = max(len(first), len(second))
    if longest < 3 or abs(len(first) - len(second)) > longest * 0.3 + 1:
        return 0.0
    changed = longest - LCSseq.similarity(first, second)
    if not one.endswith(".") and other.endswith("."):
        return 0.5 if changed == 0 else 0.0
    if changed and one.translate(_NO_DIGITS) == other.translate(_NO_DIGITS):
        return 0.0
    if changed <= max(1, longest * 0.15):
        return 1.5 if longest > 3 or not changed else 1.0
    return 1.0 if changed <= max(2, longest * 0.34) and longest > 3 else 0.0


@lru_cache(maxsize=256)
def _bare_words(key: str) -> tuple[str, ...]:
    return tuple(word.strip("\"'.,:;!?()-") for word in key.split())


def _starts(items: Sequence[Item]) -> Iterable[int]:
    """Return the items that may be a headline, for something below repeats or a widget follows."""
    found: set[int] = set()
    recent: deque[tuple[int, str, str, str]] = deque(maxlen=WINDOW)
    for at, item in enumerate(items):
        if item.widget:
            found.update(range(max(0, at - 5), at))
        key = item.key
        if not key:
            continue
        start, end = key[:_EDGE], key[-_EDGE:]
        for other, other_key, other_start, other_end in recent:
            if other_key == key:
                found.update(range(max(0, other - 2), other + 1) if at - other == 1 else (other,))
            elif (other_start == start or other_end == end) and other not in found:
                likeness = alike(other_key, key)
                if likeness >= 1.5 or (likeness and _confirmed(items, other, at)):
                    found.add(other)
        recent.append((at, key, start, end))
    return sorted(at for at in found if items[at].headline)


def _confirmed(items: Sequence[Item], start: int, stop: int) -> bool:
    """Say whether a text-size widget or a caption stands between two items."""
    return any(items[at].widget or _credits(items[at]) for at in range(start + 1, stop + 1))


def _explore(items: Sequence[Item], start: int) -> Head:
    """Return the head block that begins at an item, with its score."""
    head = Head(start, last=start)
    seen: dict[str, int] = {}
    first: frozenset[str] = frozenset()  # what stood between the two printings of the headline
    odd: list[int] = []  # lines since the last one that repetition or form explains
    within: list[int] = []  # such lines with an explained one below them
    again = photos = 0.0
    for at in range(start + 1, min(len(items), start + 1 + WINDOW)):
        item = items[at]
        repeated = item.key in seen
        if len(odd) > 3 or (len(item.line.text) > 600 and not repeated):
            break
        if sum(items[other].paragraph for other in odd) > (0 if head.repeats else 1):
            break  # the body has begun: what comes again from here on is the body's own
        if item.widget and not head.widget:
            head.widget = True
            head.last = max(head.last, at - 1)
            within, odd = within + odd, []
        likeness = 0.0 if repeated else _printed_again(items, head, item)
        if (
            likeness
            and not (head.repeats and odd)
            and (likeness >= 1.5 or head.widget or photos > 1)
        ):
            again = again or likeness
            head.repeats.append(at)
            first = first or frozenset(seen)
        elif (
            repeated
            and head.repeats
            and not _credits(item)
            and (item.paragraph or item.key not in first)
        ):
            continue  # the standfirst again, or a first paragraph that is the same; or a refrain
        elif repeated:
            photos += _worth(item, seen[item.key], head.widget or photos > 1)
            seen[item.key] += 1
        else:
            seen[item.key] = 1
            if not _credits(item):
                odd.append(at)
                continue
            if head.repeats and not _comes_again(items, at):
                continue  # perhaps a first paragraph that ends in (Reuters)
            photos += 1
        head.last = at
        within, odd = within + odd, []
    head.score = _score(items, head, again, photos, within)
    return head


def _score(
    items: Sequence[Item], head: Head, again: float, photos: float, within: list[int]
) -> float:
    """Weigh what speaks for a head block: headlines and captions printed again, the widget."""
    if not head.repeats and (not photos or items[head.start].paragraph):
        return head.score  # a text-size widget alone says nothing
    signs = again + min(photos, 3) + (3 if head.widget else 0)
    return signs + _surroundings(items, head) - _doubt(items, within, signs)


def _printed_again(items: Sequence[Item], head: Head, item: Item) -> float:
    """Return how surely an item prints the headline again; note what is glued to the first printing."""
    if not item.key or _credits(item):
        return 0.0
    title = items[head.start]
    text, other = title.line.text, item.line.text
    if len(other) >= 12 and text.endswith(other) and (glued := text[: -len(other)].strip()):
        if names.sources(glued) or glued.endswith((".", "”", '"')):
            head.glued = glued
            return 1.5
    likeness = alike(title.key, item.key)
    return 0.0 if likeness < 2 and title.paragraph and item.paragraph else likeness


def _worth(item: Item, times: int, confirmed: bool) -> float:
    """Return what it says for a head block that a line in it comes again."""
    if times > 1:
        return 0.5
    return 2.0 if confirmed or _credits(item) else 0.0


def _credits(item: Item) -> bool:
    """Say whether a line is a caption with its credit; of several sentences it is a paragraph."""
    found = item.caption
    return found is not None and bool(found.credit) and not has_sentences(found.text)


def _comes_again(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].key == items[at].key


def _surroundings(items: Sequence[Item], head: Head) -> float:
    """Weigh what stands before and after a head block, and how its headline reads."""
    item = items[head.start]
    score = 0.0
    above = items[: head.start]
    if len(above) < 4 and not any(other.paragraph for other in above):
        score += 2
    elif items[head.start - 1].sources or item.gap >= max(2, _usual_gap(items, head.start) + 1):
        score += 2
    elif item.gap:
        score += 0.5
    score += {1: -1.5, 2: -1.5, 3: -0.5, 4: 0.5}.get(item.words, 1)
    text = item.line.text
    score += -1 if text.endswith((".", ":", ",")) else 0 if text.endswith("!") else 0.5
    score -= 3 if item.sources else 2 if item.paragraph and len(text) > 120 else 0
    if text[0] in "-–•*" or (text[0] in "\"“'‘" and text[-1] in "\"”'’"):
        score -= 1
    after = next((other for other in items[head.last + 1 : head.last + 5] if other.paragraph), None)
    score += 1 if after else -2
    return score - (3 if item.listed else 0) - (2 if _credits(item) else 0)


def _doubt(items: Sequence[Item], within: list[int], signs: float) -> float:
    """Weigh the lines within a block that nothing explains; one may be the standfirst."""
    if not within:
        return 0.0
    long = sum(len(items[at].line.text) > 300 for at in within)
    return 0.5 + 1.5 * (len(within) - 1) + (0.5 if signs > 3 else 2) * long


def _usual_gap(items: Sequence[Item], at: int) -> int:
    gaps = sorted(item.gap for item in items[max(1, at - 12) : at])
    return gaps[len(gaps) // 2] if gaps else 0
