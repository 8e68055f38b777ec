"""The head block of one article, as far as repetition shows it, and what speaks for it.

The family of pages that most dumps come from prints

    headline / captions / TT / headline / captions / body

Each sign for and against a head block has a weight; their sum is its score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.ingest import houses, names
from digest.ingest.items import Item
from digest.ingest.printings import alike

WINDOW = 14
"""Items within which a head block ends."""
ABOUT = 4
"""Bylines and dates that may stand between a headline and its caption."""


@dataclass(slots=True)
class Head:
    """The head block of one article, as far as repetition shows it."""

    start: int
    """Index of the item that is the headline."""
    last: int
    """The last item that belongs to the block for certain."""
    repeats: list[int] = field(default_factory=list)
    """Items that print the headline again."""
    score: float = 0.0
    widget: bool = False
    """True when a text-size widget stands in it."""
    glued: str = ""
    """What stands before the headline in its line, where the article above runs into it."""


def above_signature(items: Sequence[Item], at: int) -> int | None:
    """Return the headline above a line that comes twice in a row, where that line is a caption.

    So it is where nothing stands between but who wrote the article, and when, and it is not
    above the headline too.
    """
    line = items[at]
    if at + 1 == len(items) or items[at + 1].key != line.key or line.paragraph or _signs(line):
        return None
    lines = range(at - 1, max(-1, at - 2 - ABOUT), -1)
    above = next((n for n in lines if not _signs(items[n])), at)
    if above >= at - 1 or any(item.key == line.key for item in items[:above][-WINDOW:]):
        return None
    item = items[above]
    fits = item.words > 3 and not (item.paragraph or item.listed or item.credits)
    return above if fits else None


def _signs(item: Item) -> bool:
    return item.about or bool(names.people(item.line.text))


def explore(items: Sequence[Item], start: int) -> Head:
    """Return the head block that begins at an item, with its score."""
    reading = _Reading(items, Head(start, last=start))
    for at in range(start + 1, min(len(items), start + 1 + WINDOW)):
        if not reading.take(at):
            break
    return reading.result()


@dataclass(slots=True)
class _Reading:
    """A head block while its lines are gone through."""

    items: Sequence[Item]
    head: Head
    seen: dict[str, int] = field(default_factory=dict)
    """How often each line came, by its key."""
    between: frozenset[str] = frozenset()
    """What stood above the last printing of the headline."""
    odd: list[int] = field(default_factory=list)
    """Lines since the last one that repetition or form explains."""
    within: list[int] = field(default_factory=list)
    """Such lines with an explained one below them."""
    again: float = 0.0
    """How surely the headline comes again."""
    photos: float = 0.0
    """What captions say for the block."""

    def take(self, at: int) -> bool:
        """Take the next line; say whether the block may go on."""
        item, head = self.items[at], self.head
        if self._body_has_begun(item):
            return False
        repeated = item.key in self.seen
        if item.widget and not head.widget:
            head.widget = True
            self._explained(at - 1)
        likeness = 0.0 if repeated else _printed_again(self.items, head, item)
        if likeness and self._is_headline(likeness):
            self.again = self.again or likeness
            head.repeats.append(at)
            self.between = frozenset(self.seen)
            self._explained(at)
        elif repeated:
            self._repeated(at)
        else:
            self._new(at)
        return True

    def result(self) -> Head:
        """Return the block; where but a sentence comes twice, the headline is above it.

        Where a text-size widget stands between, that is so only below a date or a byline.
        """
        head, items = self.head, self.items
        head.score = self._score()
        if self.photos or head.repeats != [head.last]:
            return head
        if head.widget and not any(one.about for one in items[head.start : head.last]):
            return head
        title = _above_standfirst(items, head.start)
        return head if title is None else Head(title, last=head.last, score=head.score)

    def _explained(self, last: int) -> None:
        """Note the last line that belongs to the block for certain."""
        self.head.last = last
        self.within, self.odd = self.within + self.odd, []

    def _body_has_begun(self, item: Item) -> bool:
        """Say whether what comes again from here on is the body's own."""
        if len(self.odd) > 3 or len(item.line.text) > 600:
            return True
        paragraphs = sum(self.items[other].paragraph for other in self.odd)
        return paragraphs > (0 if self.head.repeats else 1)

    def _is_headline(self, likeness: float) -> bool:
        if self.head.repeats and self.odd:
            return False
        return likeness >= 1.5 or self.head.widget or self.photos > 1

    def _repeated(self, at: int) -> None:
        item, again = self.items[at], bool(self.head.repeats) and not self.items[at].credits
        if again and (item.paragraph or item.key not in self.between):
            return  # the standfirst again, or a first paragraph that is the same; or a refrain
        times = self.seen[item.key]
        confirmed = self.head.widget or self.photos > 1
        confirmed = confirmed or above_signature(self.items, at - 1) == self.head.start
        self.photos += _worth(item, times, confirmed)
        self.seen[item.key] = times + 1
        self._explained(at)

    def _new(self, at: int) -> None:
        item = self.items[at]
        self.seen[item.key] = 1
        if not item.credits:
            if not item.about:  # a date, a byline: what stands in head blocks
                self.odd.append(at)
        elif not self.head.repeats or _comes_again(self.items, at):
            self.photos += 1
            self._explained(at)
        # else perhaps a first paragraph that ends in (Reuters)

    def _score(self) -> float:
        """Weigh what speaks for the block: headlines and captions printed again, the widget."""
        head = self.head
        if not head.repeats and (not self.photos or self.items[head.start].paragraph):
            return head.score  # a text-size widget alone says nothing
        signs = self.again + min(self.photos, 3) + (3 if head.widget else 0)
        return signs + _surroundings(self.items, head) - _doubt(self.items, self.within, signs)


def _above_standfirst(items: Sequence[Item], at: int) -> int | None:
    """Return the headline above a sentence that comes twice, as some sites print the standfirst."""
    if not (items[at].paragraph and items[at].line.text.endswith(".")):
        return None
    lines = reversed(range(max(0, at - 4), at))
    above = next((n for n in lines if not items[n].about), None)
    if above is None or items[above].words < 3:
        return None
    item = items[above]
    return None if item.paragraph or item.listed or item.caption else above


def _printed_again(items: Sequence[Item], head: Head, item: Item) -> float:
    """Return how surely an item prints the headline again; note what is glued to the first printing."""
    if not item.key or item.credits:
        return 0.0
    title = items[head.start]
    text, other = title.line.text, item.line.text
    if len(other) >= 12 and text.endswith(other) and (glued := text[: -len(other)].strip()):
        if houses.sources(glued) or glued.endswith((".", "”", '"')):
            head.glued = glued
            return 1.5
    likeness = alike(title.key, item.key)
    return 0.0 if likeness < 2 and title.paragraph and item.paragraph else likeness


def _worth(item: Item, times: int, confirmed: bool) -> float:
    """Return what it says for a head block that a line in it comes again."""
    if times > 1:
        return 0.5
    return 2.0 if confirmed or item.credits else 0.0


def _comes_again(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].key == items[at].key


def _surroundings(items: Sequence[Item], head: Head) -> float:
    """Weigh what stands before and after a head block, and how its headline reads."""
    item = items[head.start]
    score = 0.0
    if head.start < 4 and not any(other.paragraph for other in items[: head.start]):
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
    return score - (3 if item.listed else 0) - (2 if item.credits else 0)


def _doubt(items: Sequence[Item], within: list[int], signs: float) -> float:
    """Weigh the lines within a block that nothing explains; one may be the standfirst."""
    if not within:
        return 0.0
    long = sum(len(items[at].line.text) > 300 for at in within)
    return 0.5 + 1.5 * (len(within) - 1) + (0.5 if signs > 3 else 2) * long


def _usual_gap(items: Sequence[Item], at: int) -> int:
    gaps = sorted(item.gap for item in items[max(1, at - 12) : at])
    return gaps[len(gaps) // 2] if gaps else 0
