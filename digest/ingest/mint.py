"""Ids, keys and slugs: given once, at import. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from digest import fingerprint, turkish
from digest.model import Article, Story

_SLUG_LENGTH = 80


def key(article: Article) -> str:
    """Return 16 hex digits that stand for headline and body, in whatever case, quotes and spaces."""
    return fingerprint.of_text(f"{turkish.fold(article.title)}\n{turkish.fold(article.body)}")[:16]


def story_print(story: Story) -> str:
    """Return 16 hex digits that change when somebody edits the text of an article's file.

    Dates, topics, slugs and pictures are not text.
    """
    article = story.original
    body = "\n".join(line.rstrip() for line in article.body.strip().split("\n"))
    parts = (
        article.title, article.summary, article.author, article.place, article.caption,
        article.credit, body, tuple((source.name, source.url) for source in story.sources),
        tuple(story.tags),
    )  # fmt: skip
    return fingerprint.of_value(parts)[:16]


def with_identity(story: Story, story_id: str, slug: str, day: str, also: tuple[str, ...]) -> Story:
    """Return a story with what import mints."""
    article = replace(story.original, slug=slug)
    return replace(story, id=story_id, articles=(article,), imported=day, also=also)


def story_id(text_key: str, taken: Callable[[str], bool]) -> str:
    """Return an id of 12 hex digits made of a text's key that no other story has."""
    for salt in count():
        candidate = text_key if salt == 0 else fingerprint.of_text(f"{text_key} {salt}")
        if not taken(candidate[:12]):
            return candidate[:12]
    raise AssertionError("there is always another number")


def slug(title: str, fallback: str, taken: Callable[[str], bool]) -> str:
    """Return a slug for a headline that nobody has, with `-2`, `-3` … where it must be another.

    `fallback` stands in for a headline without a letter or digit that ASCII can show. Years
    are the archive's.
    """
    base = turkish.slug(title, _SLUG_LENGTH) or fallback
    if not taken(base) and not re.fullmatch(r"\d{4}", base):
        return base
    for number in count(2):
        ending = f"-{number}"
        candidate = base[: _SLUG_LENGTH - len(ending)].rstrip("-") + ending
        if not taken(candidate):
            return candidate
    raise AssertionError("there is always another number")
