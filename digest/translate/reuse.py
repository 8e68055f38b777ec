"""The translation memory: a paragraph that another article has is translated already. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from digest.fingerprint import short
from digest.model import Article, Segment, Story
from digest.translate.answers import Answer
from digest.translate.memory import Slot, plan


class Memory:
    """Finds translations of segments in all aligned pairs of one target language.

    Built from the marks alone; an article is read only when a mark points at it.
    """

    def __init__(self, stories: Iterable[Story], target: str) -> None:
        self._pairs: dict[str, list[tuple[Article, Article]]] = {}
        for story in stories:
            version = story.version(target)
            if version is not None and version.origin.kind == "machine":
                for source in {mark.source for mark in version.origin.segments if mark.written}:
                    self._pairs.setdefault(source, []).append((story.original, version))
        self._slots = lru_cache(maxsize=64)(plan)

    def find(self, segment: Segment) -> Answer | None:
        """Return what stands for this very text somewhere, the way a person left it."""
        for original, version in self._pairs.get(short(segment.text), ()):
            for slot in self._slots(original, version):
                if _has(slot, segment):
                    return Answer(slot.texts[0], version.origin.engine)
        return None


def _has(slot: Slot, segment: Segment) -> bool:
    return (
        slot.segment is not None
        and slot.reason in ("", "edited")
        and len(slot.texts) == 1
        and slot.segment.kind == segment.kind
        and (slot.key == "body") == (segment.key == "body")
        and slot.segment.text.split() == segment.text.split()
    )
