"""The text of article files: written whole, or changed in single fields. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from digest import frontmatter
from digest.errors import FrontMatterError
from digest.model import Article, Source, Story

FIELDS = (
    "id", "lang", "title", "slug", "aliases", "summary", "author", "place", "caption", "credit",
    "image", "alt", "date", "updated", "imported", "topics", "sources", "tags", "also", "draft",
    "origin", "engine", "translated", "status", "segments",
)  # fmt: skip
"""Every front matter field, in the order in which it is written."""

_FENCE = re.compile(r"---[ \t]*\r?")


def article_text(story: Story, article: Article) -> str:
    """Return the text of an article's file: the front matter without empty fields, then the body.

    Fields that the languages share stand in the original alone.
    """
    own = _own_fields(article)
    if article.lang == story.original.lang:
        own |= _shared_fields(story)
    else:
        for name in ("author", "credit", "image"):
            inherited = _own_fields(story.original)[name]
            own[name] = "" if own[name] == inherited else own[name]
    return frontmatter.dump({name: own[name] for name in FIELDS if own.get(name)}, article.body)


def set_fields(text: str, changes: Mapping[str, Any], path: str = "") -> str:
    """Return a file's text with these front matter fields set, and nothing else in it changed.

    A field that is there is replaced where it stands, a new one goes to the end of the front
    matter; None takes a field out. Raises FrontMatterError where there is no reading it, or
    another field would be changed.
    """
    before, _, _ = frontmatter.parse(text, path)
    end_of_line = "\r" if "\r\n" in text[:4096] else ""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    if not _FENCE.fullmatch(lines[0]):
        lines[:0] = [f"---{end_of_line}", f"---{end_of_line}", end_of_line]
    end = next(n for n, line in enumerate(lines) if n and _FENCE.fullmatch(line))
    for name, value in changes.items():
        new = [] if value is None else _field_lines(name, value, end_of_line)
        start, stop = _field_span(lines, name, end)
        lines[start:stop] = new
        end += len(new) - (stop - start)
    changed = mark + "\n".join(lines)
    after, _, _ = frontmatter.parse(changed, path)
    if _without(before, changes) != _without(after, changes):
        raise FrontMatterError(
            f"{', '.join(changes)} cannot be set without changing another field.",
            path=path,
            line=1,
            hint="Are there other line ends in it than its lines'? Write one field a line.",
        )
    return changed


def _without(meta: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in meta.items() if name not in names}


def _own_fields(article: Article) -> dict[str, Any]:
    origin = article.origin
    return {
        "lang": article.lang,
        "title": article.title,
        "slug": article.slug,
        "aliases": list(article.aliases),
        "summary": article.summary,
        "author": article.author,
        "place": article.place,
        "caption": article.caption,
        "credit": article.credit,
        "image": article.image.src if article.image else "",
        "alt": article.image.alt if article.image else "",
        "origin": origin.kind,
        "engine": origin.engine,
        "translated": origin.translated,
        "status": "reviewed" if origin.reviewed else "",
        "segments": [f"{mark.key} {mark.source} {mark.written or '-'}" for mark in origin.segments],
    }


def _shared_fields(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "date": story.date,
        "updated": story.updated,
        "imported": story.imported,
        "topics": list(story.topics),
        "sources": [_source_value(source) for source in story.sources],
        "tags": list(story.tags),
        "also": list(story.also),
        "draft": story.draft,
    }


def _source_value(source: Source) -> str | dict[str, str]:
    return {"name": source.name, "url": source.url} if source.url else source.name


def _field_lines(name: str, value: Any, end_of_line: str) -> list[str]:
    dumped = frontmatter.dump({name: value}, "")
    return [line + end_of_line for line in dumped.split("\n---\n", 1)[0].split("\n")[1:]]


def _field_span(lines: list[str], name: str, end: int) -> tuple[int, int]:
    """Lines of a field and what is indented or listed below it; (end, end) when it is not there."""
    for start in range(1, end):
        if re.match(rf"""["']?{re.escape(name)}["']?[ \t]*:(?=[ \t\r]|\Z)""", lines[start]):
            stop = start + 1
            while stop < end and re.match(r"[ \t]+\S|-[ \t]|[ \t]*\r?\Z", lines[stop]):
                stop += 1
            return start, stop
    return end, end
