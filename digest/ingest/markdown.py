"""Dumps in Markdown: with front matter of ours, Hugo's or Jekyll's, or headings alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from digest import blocks, frontmatter, turkish
from digest.errors import FrontMatterError, IngestError
from digest.ingest.decode import Text
from digest.ingest.ledger import Entry, Fate, Kind, Ledger
from digest.ingest.lines import words
from digest.ingest.parse import Parsed
from digest.model import Article, Problem, Source, Story

_HEADING = re.compile(r"#\s+(?P<title>\S.*?)\s*#*$")
_FENCE = re.compile(r"---[ \t]*$")
_NAMES = {
    "title": ("title", "headline"),
    "summary": ("summary", "description", "subtitle", "excerpt", "lead"),
    "author": ("author", "authors", "byline"),
    "place": ("place", "location"),
    "caption": ("caption",),
    "credit": ("credit",),
    "date": ("date", "pubdate", "published"),
    "updated": ("updated", "lastmod", "last_modified_at", "modified"),
    "tags": ("tags", "keywords", "categories"),
    "sources": ("sources", "source"),
}
"""Our field, and what this site and other generators call it."""


def parse(text: Text, dump: str, lang: str) -> Parsed | None:
    """Return the article of a Markdown file, or None where it is written as other dumps are."""
    lines = text.lines
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    if _FENCE.match(lines[0]) and _closed(lines):
        return _with_front_matter(text, dump, lang)
    heading = _HEADING.match(lines[first].strip())
    if heading is None:
        return None
    title = blocks.plain(heading["title"])
    return _parsed(text, dump, lang, {"title": title}, first, "headline")


def pasted(text: Text, dump: str, lang: str) -> Parsed | None:
    """Return the articles of Markdown that was pasted into a text file, or None where it is none.

    Its first line is a heading of two words or more. Every such heading of the first level with
    a text of its own begins an article.
    """
    lines = text.lines
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None or not _title(lines[first]):
        return None
    titles = {n: title for n, line in enumerate(lines) if (title := _title(line))}
    heads = [n for n, end in pairwise((*titles, len(lines))) if any(map(_says, lines[n:end]))]
    if not heads:
        return None
    stories: list[Story] = []
    entries = [_page_top(n, lines[n]) for n in range(heads[0])]
    for number, (head, end) in enumerate(pairwise((*heads, len(lines))), 1):
        entries += _entries(lines, head, head, end, "headline", number)
        stories.append(_story({"title": titles[head]}, lang, _body(lines[head + 1 : end])))
    return _found(text, dump, stories, entries, ())


def _title(line: str) -> str:
    """Return the headline that a line is in Markdown; hashtags are none."""
    found = _HEADING.match(line.strip())
    if found is None:
        return ""
    title = blocks.plain(found["title"])
    return title if words(title) > 1 and "#" not in title else ""


def _page_top(n: int, line: str) -> Entry:
    """Account for a line above all articles: a heading without a text, as a site's name is."""
    fate = Fate("dropped", rule="page-top") if line.strip() else Fate("blank")
    return Entry(n + 1, line, (fate,))


def _says(line: str) -> bool:
    """Say whether there is text in a line, and it is no heading."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _closed(lines: tuple[str, ...]) -> bool:
    return any(_FENCE.match(line) for line in lines[1:200])


def _with_front_matter(text: Text, dump: str, lang: str) -> Parsed:
    try:
        meta, body, line = frontmatter.parse("\n".join(text.lines) + "\n", dump)
    except FrontMatterError as error:
        raise IngestError(error.message, line=error.line, hint=error.hint) from None
    meta = {turkish.lower(str(name)): value for name, value in meta.items()}
    last = line - 2
    if not _text(meta, "title"):
        rows = body.split("\n")
        heading = _HEADING.match(rows[0].strip())
        if heading is None:
            hint = "Write `title: …` into it, or `# …` as the first line below it."
            raise IngestError("its front matter has no title.", line=1, hint=hint)
        meta["title"] = blocks.plain(heading["title"])
        last += 1
    return _parsed(text, dump, lang, meta, last, "front matter")


def _parsed(
    text: Text, dump: str, lang: str, meta: dict[str, Any], last: int, kind: Kind
) -> Parsed:
    """Make the article whose head is the lines up to `last`, and its account."""
    body = _body(text.lines[last + 1 :])
    if not body.strip():
        raise IngestError("it has a headline and no text.", line=1)
    entries = _entries(text.lines, 0, last, len(text.lines), kind, 1)
    return _found(text, dump, [_story(meta, lang, body)], entries, _problems(meta, dump))


def _found(
    text: Text,
    dump: str,
    stories: Sequence[Story],
    entries: Sequence[Entry],
    problems: tuple[Problem, ...],
) -> Parsed:
    """Return what the dump holds, with the account of its lines."""
    titles = tuple(story.original.title for story in stories)
    ledger = Ledger(dump, text.encoding, text.notes, titles, tuple(entries))
    return Parsed(tuple(stories), ledger, problems)


def _body(lines: Iterable[str]) -> str:
    return "\n".join(turkish.clean(line).rstrip() for line in lines).strip("\n")


def _entries(
    lines: Sequence[str], start: int, last: int, end: int, kind: Kind, number: int
) -> list[Entry]:
    """Account for an article's lines, `start` to `end`; those up to `last` are its head."""
    entries: list[Entry] = []
    paragraph, before = 0, True
    for n in range(start, end):
        line = lines[n]
        if not line.strip():
            fate = Fate("blank")
        elif n <= last:
            fate = Fate(kind, article=number)
        else:
            paragraph += before
            fate = Fate("body", paragraph=paragraph, article=number)
        before = not line.strip() or n <= last
        entries.append(Entry(n + 1, line, (fate,)))
    return entries


def _story(meta: dict[str, Any], lang: str, body: str) -> Story:
    article = Article(
        lang=lang,
        title=_text(meta, "title"),
        body=f"{body}\n",
        summary=_text(meta, "summary"),
        author=", ".join(_list(meta, "author")),
        place=_text(meta, "place"),
        caption=_text(meta, "caption"),
        credit=_text(meta, "credit"),
    )
    return Story(
        id="",
        articles=(article,),
        date=_date(meta, "date"),
        updated=_date(meta, "updated"),
        sources=tuple(_source(item) for item in _list(meta, "sources")),
        tags=tuple(_list(meta, "tags")),
    )


def _problems(meta: dict[str, Any], dump: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "note", "import-doubt", f'its {name} "{value}" is no date, and was left out.', dump, 1
        )
        for name in ("date", "updated")
        if (value := _text(meta, name)) and not _date(meta, name)
    )


def _value(meta: dict[str, Any], field: str) -> Any:
    return next((meta[name] for name in _NAMES[field] if meta.get(name)), None)


def _text(meta: dict[str, Any], field: str) -> str:
    value = _value(meta, field)
    return (
        "" if isinstance(value, (list, dict)) else " ".join(turkish.clean(str(value or "")).split())
    )


def _list(meta: dict[str, Any], field: str) -> list[str]:
    value = _value(meta, field)
    if isinstance(value, str) and field == "tags":
        value = value.split("," if "," in value else None)
    items = value if isinstance(value, list) else [value]
    texts = [item.get("name", "") if isinstance(item, dict) else item for item in items]
    return list(dict.fromkeys(" ".join(str(text).split()) for text in texts if text))


def _source(name: str) -> Source:
    return Source(name)


def _date(meta: dict[str, Any], field: str) -> str:
    return turkish.parse_date(_text(meta, field).replace(" UTC", "Z"))
