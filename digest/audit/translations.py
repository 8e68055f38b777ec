"""Translations beside their originals: missing, stale, unaligned, unfaithful, or none at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from digest import blocks, fingerprint
from digest.audit import identify
from digest.audit.catalogue import problem
from digest.config import Config
from digest.model import Article, Block, Pair, Problem, Story

Compare = Callable[[str, str, str, str], Iterable[str]]
"""(original's text, its language, translation's text, its language) → what differs in numbers,
each without a full stop."""

_PLAIN_KEYS = ("title", "summary", "caption", "alt")
_BREAK = re.compile(r"\n[ \t]*\n")


def translation_problems(
    config: Config, stories: Iterable[Story], compare: Compare | None
) -> Iterator[Problem]:
    """Yield what is wrong with the languages of each story."""
    for story in stories:
        for article in story.articles:
            yield from _language(article)
        for lang in config.translations:
            translation = story.version(lang)
            if translation is not None:
                yield from _translation(story.original, translation, compare)
            elif config.translation.enabled:
                message = f"the story has no version in {lang}."
                yield problem("untranslated", message, story.original.path)


def _translation(original: Article, article: Article, compare: Compare | None) -> Iterator[Problem]:
    marks = article.origin.segments
    body_marks = tuple(mark for mark in marks if mark.key == "body")
    pairs = blocks.pair(blocks.split(original.body), blocks.split(article.body), body_marks)
    pending = sum(1 for mark in marks if not mark.written)
    if pending:
        message = f"{pending} of {len(marks)} parts are not translated yet."
        yield problem("pending-translation", message, article.path)
    else:
        yield from _alignment(article, pairs)
    yield from _staleness(original, article, pairs)
    if compare is not None:
        yield from _numbers(original, article, pairs, compare)


def _alignment(article: Article, pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    """Yield one finding for all blocks without a counterpart of their own."""
    sides = [(_shown(pair.original), _shown(pair.translation)) for pair in pairs]
    odd = [(own, other) for own, other in sides if len(own) != len(other) or len(own) > 1]
    if not odd:
        return
    alone = sum(len(own) for own, _ in odd)
    added = sum(len(other) for _, other in odd)
    place = next((other[0] for _, other in odd if other), None)
    line = _line(article, place) if place else 0
    message = (
        f"{alone} paragraphs of the original and {added} of the translation have no partner of"
        " their own."
    )
    yield problem("unaligned", message, article.path, line)


def _staleness(original: Article, article: Article, pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    for pair in pairs:
        if pair.stale:
            line = _line(article, pair.translation[0]) if pair.translation else 0
            message = "the original of this paragraph changed after it was translated."
            yield problem("stale-translation", message, article.path, line)
    texts = _plain_texts(original)
    for mark in article.origin.segments:
        if mark.key in texts and fingerprint.short(texts[mark.key]) != mark.source:
            message = f"the original's {mark.key} changed after it was translated."
            yield problem("stale-translation", message, article.path)


def _numbers(
    original: Article, article: Article, pairs: tuple[Pair, ...], compare: Compare
) -> Iterator[Problem]:
    """Yield numbers that differ, but for what a machine wrote and nobody changed.

    Its answers were compared before they were stored, and comparing takes time.
    """
    compared = {mark.written for mark in article.origin.segments}
    own, others = _plain_texts(article), _plain_texts(original)
    for key in _PLAIN_KEYS:
        if own[key] and others[key] and fingerprint.short(own[key]) not in compared:
            for fault in compare(others[key], original.lang, own[key], article.lang):
                yield problem("numbers-differ", f"{key}: {fault}.", article.path)
    for pair in pairs:
        here, there = (blocks.join(side) for side in (pair.original, pair.translation))
        if here and there and (pair.stale or fingerprint.short(there) not in compared):
            for fault in compare(here, original.lang, there, article.lang):
                line = _line(article, pair.translation[0])
                yield problem("numbers-differ", f"{fault}.", article.path, line)


def _language(article: Article) -> Iterator[Problem]:
    """Yield a text, or long paragraphs of it, in another language than its file names."""
    whole = identify.Count(0, identify.count("").hits)
    strange: list[tuple[int, str]] = []
    start = 0
    for paragraph in _BREAK.split(article.body):
        place = article.body.index(paragraph, start)
        start = place + len(paragraph)
        if paragraph.startswith((">", "    ")):
            continue  # what somebody said may stand in the language it was said in
        counted = identify.count(paragraph)
        whole += counted
        found = identify.language(counted)
        if found not in ("", article.lang):
            strange.append((article.body_line + article.body.count("\n", 0, place), found))
    found = identify.language(whole)
    if found not in ("", article.lang):
        message = f'the text reads as "{found}", and the file\'s name says "{article.lang}".'
        yield problem("wrong-language", message, article.path, article.body_line)
        return
    for line, found in strange:
        message = f'this paragraph reads as "{found}", not as "{article.lang}".'
        yield problem("wrong-language", message, article.path, line, "Translate it.")


def _shown(side: tuple[Block, ...]) -> list[Block]:
    return [block for block in side if block.kind != "reference"]


def _plain_texts(article: Article) -> dict[str, str]:
    return {
        "title": article.title,
        "summary": article.summary,
        "caption": article.caption,
        "alt": article.image.alt if article.image else "",
    }


def _line(article: Article, block: Block) -> int:
    return article.body_line + block.line
