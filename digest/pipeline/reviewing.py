"""`digest review`: a person reads what a machine translated, and stands by it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from digest import files, store
from digest.config import Config
from digest.errors import DigestError
from digest.fingerprint import short
from digest.model import Article, SegmentMark, Story
from digest.pipeline.translate_files import versions
from digest.pipeline.translate_plan import matches
from digest.pipeline.translating import LOCK
from digest.records import record
from digest.translate.drafts import BY_HAND
from digest.translate.memory import Slot, plan


@record
class Part:
    """One segment of a machine translation that awaits review."""

    path: str
    """The translation's file."""
    segment: str
    """`title`, `body-3`."""
    original: str
    translation: str
    changed: bool
    """Whether the original has changed since it was translated."""


def awaiting(config: Config, names: Collection[str] = ()) -> Iterator[Part]:
    """Yield what awaits review: in the translations with these names, or in all of them."""
    stories = _stories(config)
    chosen = (
        [found for name in names for found in _named(stories, name)]
        if names
        else [(story, article) for story in stories for article in story.articles[1:]]
    )
    for story, article in chosen:
        if _is_open(article):
            for slot in plan(story.original, article):
                if slot.segment and _awaits(slot):
                    texts = "\n\n".join(slot.texts)
                    changed = slot.reason in ("changed", "stale")
                    yield Part(article.path, slot.name, slot.segment.text, texts, changed)


def approve(
    config: Config, name: str, waiting: Callable[[], None] = lambda: None
) -> tuple[str, ...]:
    """Mark translations as reviewed, or with NAME:SEGMENT one segment; return their paths.

    A segment that is marked is a person's from then on. With the last one the whole is
    reviewed. What is marked counts as read beside the original as it is now. `waiting` is called
    when a translation is under way and this waits for it. Raises DigestError where there is no
    such translation or segment, nothing stands there yet, or it was changed meanwhile.
    """
    name, _, segment = name.partition(":")
    found = [(s, a) for s, a in _named(_stories(config), name) if a.origin.kind == "machine"]
    if not found:
        hint = "There is nothing to review in what a person wrote."
        raise DigestError(f'no machine has translated "{name}".', hint=hint)
    with files.lock(config.root / LOCK, waiting):
        for story, article in found:
            _approve(config, story.original, article, segment)
    return tuple(article.path for _, article in found)


def overview(parts: Iterable[Part]) -> Iterator[str]:
    """Yield a line for each translation that awaits review."""
    found: dict[str, list[str]] = {}
    for part in parts:
        found.setdefault(part.path, []).append(part.segment + ("*" if part.changed else ""))
    for path, segments in found.items():
        yield f"{path}: {', '.join(segments)}"
    changed = any(segment.endswith("*") for several in found.values() for segment in several)
    if changed:
        yield "* The original has changed since."
    if not found:
        yield "Nothing awaits review."


def side_by_side(parts: Iterable[Part], width: int) -> Iterator[str]:
    """Yield each part in two columns, the original on the left, in lines of at most `width`."""
    column = max(20, (width - 3) // 2)
    path = ""
    for part in parts:
        if part.path != path:
            path = part.path
            yield path
        yield f"-- {part.segment}{', the original has changed since' if part.changed else ''}"
        here, there = (_wrapped(text, column) for text in (part.original, part.translation))
        for left, right in zip_longest(here, there, fillvalue=""):
            yield f"{left:{column}} | {right}".rstrip()
        yield ""


def _wrapped(text: str, width: int) -> list[str]:
    lines = (wrap(line, width) or [""] for line in text.split("\n"))
    return [piece for pieces in lines for piece in pieces]


def _approve(config: Config, original: Article, article: Article, segment: str) -> None:
    slots = plan(original, article)
    chosen = _chosen(slots, segment, article.path)
    left = [slot for slot in slots if slot not in chosen and (_awaits(slot) or _is_missing(slot))]
    whole = not segment or not left
    marks = [
        _approved(slot, slot.mark, segment) if slot in chosen else slot.mark
        for slot in slots
        if slot.segment and slot.mark
    ]
    changes: dict[str, object] = {"status": "reviewed"} if whole else {}
    if marks:
        changes["segments"] = [f"{one.key} {one.source} {one.written or '-'}" for one in marks]
    path = config.root / article.path
    before = path.read_bytes()
    if versions(config, original.path, article.path, article.lang) != (original, article):
        raise _changed(article.path)
    text = files.read_text(path, article.path)
    changed = store.set_fields(text, changes, article.path)
    if changed != text:
        try:
            files.write_atomic(path, changed.encode(), before=before)
        except files.ChangedError:
            raise _changed(article.path) from None


def _changed(path: str) -> DigestError:
    hint = 'Read it again: "digest review --list" shows it.'
    return DigestError("it, or its original, was changed meanwhile.", path=path, hint=hint)


def _chosen(slots: Sequence[Slot], segment: str, path: str) -> list[Slot]:
    """Return the slots to be marked: all, or the named one with those that it was merged with."""
    ours = [slot for slot in slots if slot.segment]
    named = [slot for slot in ours if not segment or slot.name == segment]
    if not named:
        hint = f"It has {', '.join(slot.name for slot in ours)}."
        raise DigestError(f'it has no segment "{segment}".', path=path, hint=hint)
    if missing := [slot.name for slot in named if _is_missing(slot)]:
        hint = "Translate that first: digest translate, or by hand."
        raise DigestError(f"not translated yet: {', '.join(missing)}.", path=path, hint=hint)
    if segment and not any(slot.mark for slot in named):
        hint = "Review it as a whole."
        raise DigestError("it keeps no marks of single segments.", path=path, hint=hint)
    groups = {slot.group for slot in named if slot.group >= 0}
    return [slot for slot in ours if slot in named or slot.group in groups]


def _approved(slot: Slot, mark: SegmentMark, segment: str) -> SegmentMark:
    """Return the mark of a segment that was read beside the original as it is now."""
    source = short(slot.segment.text) if slot.segment else mark.source
    return SegmentMark(mark.key, source, BY_HAND if segment else mark.written)


def _is_missing(slot: Slot) -> bool:
    return slot.reason in ("new", "pending")


def _awaits(slot: Slot) -> bool:
    """Whether nobody has read this beside the original as it is now."""
    return bool(slot.segment and slot.texts) and slot.reason in ("", "changed", "stale")


def _is_open(article: Article) -> bool:
    return article.origin.kind == "machine" and not article.origin.reviewed


def _stories(config: Config) -> tuple[Story, ...]:
    return store.read_stories(config.root, store.article_files(config.root), config)[0]


def _named(stories: Sequence[Story], name: str) -> list[tuple[Story, Article]]:
    """Return the translations that a name means: one by its own slug or file, or all of a story."""
    found = [story for story in stories if matches(story, name)]
    if len(found) > 1:
        paths = ", ".join(story.original.path for story in found)
        raise DigestError(f'several stories are called "{name}".', hint=f"Name one: {paths}.")
    if not found:
        hint = 'Name its slug, id or file; "digest review" lists what awaits review.'
        raise DigestError(f'there is no story "{name}".', hint=hint)
    (story,) = found
    translations = story.articles[1:]
    own = [one for one in translations if name in (one.slug, one.path, one.path.split("/")[-1])]
    return [(story, article) for article in own or translations]
