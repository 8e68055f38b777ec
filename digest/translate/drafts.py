"""A translated article put together from what stands there and what was answered. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from digest import blocks
from digest.blocks.splitting import has_words
from digest.fingerprint import short
from digest.model import Article, Image, Origin, SegmentMark
from digest.records import record
from digest.translate.memory import Slot

BY_HAND = "00000000"
"""What a mark says was written where a person did it, or vouches for it."""

Texts = tuple[str, ...]


@record
class Draft:
    """A translation as it would be written."""

    article: Article
    translated: int
    """How many segments are there, in whatever state."""
    total: int

    @property
    def share(self) -> float:
        """The share of segments that are there, from 0 to 1."""
        return self.translated / self.total if self.total else 1.0


def assemble(
    original: Article, translation: Article, slots: Sequence[Slot], answers: Mapping[int, str]
) -> Draft:
    """Return the translation that the slots make, with `answers` by the slots' places among them.

    `translation` is the one that is there, or an empty one. A segment without an answer keeps
    what stood there, and the mark of that. Where nothing stood, a block is given in the
    original's words, and its mark says that it is pending; a field stays empty.
    """
    settled = [_settled(slot, answers.get(at)) for at, slot in enumerate(slots)]
    marks = tuple(
        mark for slot, (_, mark) in zip(slots, settled, strict=True) if slot.segment and mark
    )
    fields = {slot.key: texts[0] for slot, (texts, _) in zip(slots, settled, strict=True) if texts}
    total = sum(slot.segment is not None for slot in slots)
    article = replace(
        translation,
        title=fields.get("title", ""),
        summary=fields.get("summary", ""),
        caption=fields.get("caption", ""),
        image=_image(original, translation, fields.get("alt", "")),
        body=_body(original, translation, slots, [texts for texts, _ in settled]),
        origin=replace(translation.origin, segments=marks),
    )
    return Draft(article, total - sum(not mark.written for mark in marks), total)


def empty(original: Article, lang: str) -> Article:
    """Return a translation in which there is nothing yet."""
    origin = Origin(kind="machine")
    article = Article(lang=lang, title="", body="", origin=origin)
    return replace(article, author=original.author, credit=original.credit, place=original.place)


def differs(one: Article, other: Article) -> bool:
    """Say whether two versions of a translation differ in more than blank lines."""
    same = replace(one, body="") == replace(other, body="")
    return not same or _texts(one) != _texts(other)


def _texts(article: Article) -> list[str]:
    return [block.text for block in blocks.split(article.body)]


def _settled(slot: Slot, answer: str | None) -> tuple[Texts, SegmentMark | None]:
    """Return what stands for a slot in the end, and its mark."""
    if slot.segment is None:
        return slot.texts, slot.mark
    source = short(slot.segment.text)
    if answer is not None:
        return (answer,), SegmentMark(slot.key, source, short(answer))
    if slot.mark and slot.texts:
        written = slot.mark.written or (BY_HAND if slot.action == "hand" else "")
        return slot.texts, replace(slot.mark, written=written)
    if slot.action != "ask":
        return slot.texts, slot.mark
    stand_in = (slot.segment.text,) if slot.key == "body" else ()
    return stand_in, SegmentMark(slot.key, source, "")


def _image(original: Article, translation: Article, alt: str) -> Image | None:
    if original.image is None:
        return translation.image
    return Image(translation.image.src if translation.image else original.image.src, alt)


def _body(
    original: Article, translation: Article, slots: Sequence[Slot], settled: Sequence[Texts]
) -> str:
    """Return the body: the slots' blocks, and between them the original's blocks without words."""
    standing: dict[int, Texts] = {}
    added: dict[int, list[str]] = {}
    last = -1
    for slot, texts in zip(slots, settled, strict=True):
        if slot.key == "body" and slot.segment:
            last = slot.segment.index
            standing[last] = texts
        elif slot.key == "body":
            added.setdefault(last, []).extend(texts)
    source = _texts(original)
    wordless = [text for at, text in enumerate(source) if at not in standing]
    own = list(_own_wordless(translation, wordless))
    found = added.get(-1, [])
    for at, text in enumerate(source):
        here = standing.get(at, (text,))
        found += [*here, *(one for before, one in own if before in here), *added.get(at, ())]
    return "".join(f"{text}\n\n" for text in found if text)[:-1]


def _own_wordless(translation: Article, known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield rules and pictures that only the translation has, each behind the block before it."""
    before = ""
    for block in blocks.split(translation.body):
        if has_words(block):
            before = block.text
        elif block.text not in known:
            yield before, block.text
