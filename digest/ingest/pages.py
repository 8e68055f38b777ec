"""Saved pages: every line that a reader sees is in the account, and trafilatura says which are the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from itertools import pairwise
from typing import Any

from digest import blocks, turkish
from digest.errors import IngestError
from digest.ingest import meta as meta_lines
from digest.ingest import parse as parser
from digest.ingest.decode import Text, decode
from digest.ingest.page_lines import PageLine, page_lines
from digest.ingest.page_meta import PageMeta, page_meta
from digest.ingest.parse import Hints, Parsed
from digest.ingest.rules import Rules
from digest.model import Source, Story

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes within which a page names its charset."""


def is_page(data: bytes) -> bool:
    """Say whether bytes are a page's source, whatever the file is called."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))


def parse(data: bytes, dump: str, lang: str, known: Rules) -> Parsed:
    """Return the article of a saved page. Raises IngestError where there is no page in it."""
    if dump.lower().endswith((".mhtml", ".mht")):
        data = _mhtml(data)
    charset = _CHARSET.search(data[:_HEAD])
    text = decode(data, charset[1].decode("ascii") if charset else "")
    tree = _tree("\n".join(text.lines))
    lines, meta = page_lines(tree), page_meta(tree)
    seen = Text(tuple(_shown(line) for line in lines), text.encoding, text.notes)
    hints = _hints(lines, meta, _article_lines(tree, lines))
    parsed = parser.parse(seen, dump, lang, known, hints)
    return replace(parsed, stories=tuple(_with_meta(story, meta) for story in parsed.stories))


def _mhtml(data: bytes) -> bytes:
    """Return the HTML part of a page saved with all that belongs to it."""
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise IngestError("there is no page in it.", hint="Save the page again, as HTML.")


def _tree(source: str) -> Any:
    from trafilatura import load_html

    tree = load_html(source)
    if tree is None:
        raise IngestError("there is no page in it.", hint="Save the page again, as HTML.")
    return tree


def _article_lines(tree: Any, lines: Sequence[PageLine]) -> frozenset[int]:
    """Return which lines are the article's, as trafilatura sees it."""
    from trafilatura import extract

    text = extract(tree, include_comments=False, include_tables=True, favor_recall=True) or ""
    keys = {turkish.fold(line.lstrip("-• ")) for line in text.split("\n")}
    whole = turkish.fold(text.replace("|", " "))  # between the cells of a table
    own = [turkish.fold(line.text) for line in lines]
    found = {n for n, key in enumerate(own) if key in keys or _runs_in(key, whole)}
    for n, pair in enumerate(pairwise(own)):  # a sub-head glued to its paragraph, a short cell
        if _runs_in(" ".join(pair), whole):
            found.update(at for at in (n, n + 1) if lines[at].role != "caption")
    return frozenset(found)


def _runs_in(key: str, whole: str) -> bool:
    """Say whether a text holds another that is too long to be in it by chance."""
    return len(key) > 40 and key in whole


def _hints(lines: Sequence[PageLine], meta: PageMeta, article: frozenset[int]) -> Hints:
    """Return what the page's elements and metadata say of its lines."""
    title = _title(lines, meta)
    if article <= {title}:  # nothing but a headline was found: any line may be the article's
        article = frozenset(range(len(lines)))
    last = max(article, default=0)
    stated = [n for n in range(title or 0, last) if meta_lines.is_strong(lines[n].text)]
    kept = {*article, *stated}
    captions: list[int] = []
    if title is not None:
        captions = [n for n in range(title + 1, last) if lines[n].role == "caption"][:1]
        kept.update(captions, range(title, min((n for n in article if n > title), default=title)))
    outside = frozenset(n for n, line in enumerate(lines) if n not in kept or line.furniture)
    return Hints(
        title=title,
        outside=outside,
        subheads=frozenset(n for n in article if lines[n].role == "heading"),
        caption=next(iter(captions), None),
    )


def _title(lines: Sequence[PageLine], meta: PageMeta) -> int | None:
    """Return the line that is the headline: the heading that the metadata names, or the first one."""
    key = turkish.fold(meta.title)
    headings = [n for n, line in enumerate(lines) if line.role == "title"]
    named = [n for n, line in enumerate(lines) if turkish.fold(line.text) == key]
    best = [n for n in named if n in headings] or named
    starts = [n for n in headings if key.startswith(turkish.fold(lines[n].text))]
    return next(iter(best or starts or headings), None)


def _shown(line: PageLine) -> str:
    return f"• {line.text}" if line.role == "item" and not line.furniture else line.text


def _with_meta(story: Story, meta: PageMeta) -> Story:
    """Return the story with what the page states where its lines do not say it."""
    article = story.original
    first = turkish.fold(blocks.plain(article.body[:2000]))
    summary = meta.summary if not meta.summary.endswith(("...", "…")) else ""
    if turkish.fold(summary)[:60] in first:
        summary = ""
    sources = (Source(meta.site, meta.url),) if meta.site else ()
    return replace(
        story,
        articles=(
            replace(
                article, summary=article.summary or summary, author=article.author or meta.author
            ),
        ),
        date=meta.date or story.date,
        updated=_later(meta.updated, meta.date) or story.updated,
        tags=story.tags or meta.tags,
        sources=story.sources or sources,
    )


def _later(updated: str, published: str) -> str:
    return updated if updated != published else ""
