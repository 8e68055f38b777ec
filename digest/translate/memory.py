"""What of an article must be asked for, decided from the aligned pair of files alone. Pure.

A translation's marks say, for each segment, from which text it was made and what the service
wrote. So this knows which segments are new or changed in the original, and which a person has
edited, merged, split, added or removed in the translation; a person's are never asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from digest import blocks
from digest.fingerprint import short
from digest.model import Article, Segment, SegmentMark
from digest.records import record
from digest.translate.alignment import Place, paired, places

Action = Literal["keep", "ask", "hand"]
"""Keep what stands there; ask a service; leave it to the person whose words these are."""

Reason = Literal[
    "", "new", "changed", "pending", "again",
    "edited", "stale", "merged", "added", "removed", "orphaned",
]  # fmt: skip
"""Why: nothing to say; four reasons to ask; what a person did. `stale`: edited, and the
original has changed since. `orphaned`: edited, and the original has it no more."""

_FIELDS = ("title", "summary", "caption", "alt")


@record
class Slot:
    """One segment of the original and what stands for it in the translation."""

    segment: Segment | None
    """None where only the translation has something: a person's addition."""
    mark: SegmentMark | None
    """What the translation remembers of it; None when nothing was written yet, or by a person."""
    texts: tuple[str, ...]
    """Plain text or Markdown blocks that stand in the translation; one, if nobody changed that."""
    action: Action
    reason: Reason = ""
    group: int = -1
    """Slots whose blocks a person merged or split share a number; -1 for all others."""

    @property
    def name(self) -> str:
        """How a person names it: `title`, `body-3`."""
        return self.segment.name if self.segment else self.key

    @property
    def key(self) -> str:
        """`title`, `summary`, `caption`, `alt` or `body`."""
        return self.segment.key if self.segment else self.mark.key if self.mark else "body"


def protection(translation: Article) -> str:
    """Return why nothing of a translation may be asked for, or nothing when it may."""
    origin = translation.origin
    if origin.kind != "machine":
        return "a person translated it"
    if origin.reviewed:
        return "a person reviewed it"
    return "" if origin.segments else "it does not say what a service wrote (segments)"


def plan(
    original: Article, translation: Article | None, again: Collection[str] = ()
) -> tuple[Slot, ...]:
    """Return what stands where and what is to be done, in the order of the original.

    `again` names segments to ask for again whatever stands there; `*` names all of them.
    """
    segments = blocks.segments(original)
    if translation is None:
        return tuple(Slot(segment, None, (), "ask", "new") for segment in segments)
    theirs = blocks.segments(translation)
    if not again and (kept := _all_kept(segments, theirs, translation.origin.segments)):
        return kept
    if protection(translation) and not translation.origin.segments:
        slots = list(_side_by_side(original, translation, segments))
    else:
        slots = [*_fields(segments, translation), *_body(segments, theirs, translation)]
    if protection(translation):
        slots = [replace(slot, action="hand") if slot.action == "ask" else slot for slot in slots]
    chosen = {slot.group for slot in slots if slot.group >= 0 and _named(slot, again)}
    return tuple(
        replace(slot, action="ask", reason="again")
        if slot.segment and (_named(slot, again) or slot.group in chosen)
        else slot
        for slot in slots
    )


def _side_by_side(
    original: Article, translation: Article, segments: Sequence[Segment]
) -> Iterator[Slot]:
    """Yield what stands together in a translation that says nothing of how it was made."""
    by_index = {segment.index: segment for segment in segments if segment.key == "body"}
    for segment in segments:
        text = field(translation, segment.key) if segment.key != "body" else ""
        if text:
            yield Slot(segment, None, (text,), "hand")
    index = 0
    for pair in blocks.pair(blocks.split(original.body), blocks.split(translation.body)):
        here = [by_index[at] for at in range(index, index + len(pair.original)) if at in by_index]
        texts = tuple(block.text for block in pair.translation)
        if here:
            yield Slot(here[0] if len(here) == 1 else _merged(here), None, texts, "hand")
        index += len(pair.original)


def _merged(segments: Sequence[Segment]) -> Segment:
    return replace(segments[0], text="\n\n".join(segment.text for segment in segments))


def _all_kept(
    ours: Sequence[Segment], theirs: Sequence[Segment], marks: Sequence[SegmentMark]
) -> tuple[Slot, ...]:
    """Return the slots of a translation in which nothing has changed; none if anything has.

    Nearly all translations are like that, and comparing them is much quicker than aligning.
    """
    if not len(ours) == len(theirs) == len(marks):
        return ()
    slots = []
    for segment, standing, mark in zip(ours, theirs, marks, strict=True):
        if not (
            segment.key == standing.key == mark.key
            and mark.source == short(segment.text)
            and mark.written == short(standing.text)
        ):
            return ()
        slots.append(Slot(segment, mark, (standing.text,), "keep"))
    return tuple(slots)


def _named(slot: Slot, again: Collection[str]) -> bool:
    return "*" in again or slot.name in again


def _fields(segments: Sequence[Segment], translation: Article) -> Iterator[Slot]:
    """Yield the slots of the headline, standfirst, caption and description of the picture."""
    ours = {segment.key: segment for segment in segments if segment.key != "body"}
    marks = {mark.key: mark for mark in translation.origin.segments}
    for key in _FIELDS:
        segment, mark, text = ours.get(key), marks.get(key), field(translation, key)
        texts = (text,) if text else ()
        if segment:
            yield _field(segment, mark, texts)
        elif text and (mark is None or short(text) != mark.written):
            reason: Reason = "orphaned" if mark else "added"
            yield Slot(None, SegmentMark(key, "", ""), texts, "hand", reason)


def field(article: Article, key: str) -> str:
    """Return the plain text that a segment's key stands for."""
    alt = article.image.alt if article.image else ""
    known = {"title": article.title, "summary": article.summary, "caption": article.caption}
    return known.get(key, alt)


def _field(segment: Segment, mark: SegmentMark | None, texts: tuple[str, ...]) -> Slot:
    if mark is None:
        return Slot(segment, None, texts, "hand" if texts else "ask", "edited" if texts else "new")
    if not texts:
        return (
            Slot(segment, mark, (), "hand", "removed") if mark.written else _pending(segment, mark)
        )
    return _judged(segment, mark, texts, same=short(texts[0]) == (mark.written or mark.source))


def _pending(segment: Segment, mark: SegmentMark) -> Slot:
    return Slot(segment, mark, (), "ask", "pending")


def _judged(segment: Segment, mark: SegmentMark, texts: tuple[str, ...], *, same: bool) -> Slot:
    """Return the slot of one segment that has one counterpart, edited or the `same` as written."""
    changed = mark.source != short(segment.text)
    if not same:
        return Slot(segment, mark, texts, "hand", "stale" if changed else "edited")
    if not mark.written:
        return _pending(segment, mark)
    return Slot(segment, mark, texts, "ask" if changed else "keep", "changed" if changed else "")


def _body(
    segments: Sequence[Segment], theirs: Sequence[Segment], translation: Article
) -> Iterator[Slot]:
    """Yield the slots of the body's blocks that have words."""
    ours = [segment for segment in segments if segment.key == "body"]
    texts = [one.text for one in theirs if one.key == "body"]
    marks = [mark for mark in translation.origin.segments if mark.key == "body"]
    sources = paired([mark.source for mark in marks], [short(one.text) for one in ours])
    standing, added = places(marks, texts, {mark: ours[at].text for mark, at in sources.items()})
    mark_of = {at: mark for mark, at in sources.items()}
    yield from _additions(texts, added.get(-1, ()))
    for at, segment in enumerate(ours):
        mark = mark_of.get(at)
        if mark is None:
            yield Slot(segment, None, (), "ask", "new")
        else:
            yield _placed(segment, marks[mark], standing[mark])
            yield from _additions(texts, added.get(mark, ()))
    for mark in range(len(marks)):
        if mark not in sources:
            if standing[mark].state in ("edited", "merged"):
                for text in standing[mark].texts:
                    yield Slot(None, None, (text,), "hand", "orphaned")
            yield from _additions(texts, added.get(mark, ()))


def _additions(theirs: Sequence[str], indexes: Sequence[int]) -> Iterator[Slot]:
    for at in indexes:
        yield Slot(None, None, (theirs[at],), "hand", "added")


def _placed(segment: Segment, mark: SegmentMark, place: Place) -> Slot:
    if place.state in ("same", "edited"):
        return _judged(segment, mark, place.texts, same=place.state == "same")
    changed = mark.source != short(segment.text)
    reason: Reason = "stale" if changed else "removed" if place.state == "removed" else "merged"
    return Slot(segment, mark, place.texts, "hand", reason, place.group)
