"""A story of a feed as one item, with its whole text as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from digest.blocks import plain, split
from digest.feeds.wire import absolute, clean, html, moment, uri
from digest.model import Article, Block, FeedItem, Frame, Link, Page, StoryContent

Render = Callable[[str, str], str]
"""A Markdown block and the absolute address that it stands at → safe HTML."""
Texts = Mapping[str, Any]
"""Language → its interface texts, keys as attributes."""

_SUMMARY = 300
"""Characters of a summary that is taken from the body."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an item needs beside the story."""

    page: Page
    """The feed's own page."""
    frames: Mapping[str, Frame]
    texts: Texts
    render: Render
    zone: tzinfo
    """The site's time zone, for stories that are dated by the day alone."""

    @property
    def frame(self) -> Frame:
        """The frame of the feed's language."""
        return self.frames[self.page.lang]

    @property
    def t(self) -> Any:
        """The interface texts of the feed's language."""
        return self.texts[self.page.lang]

    def block(self, lang: str, inner: str) -> str:
        """Wrap HTML with its language and direction."""
        return f'<div lang="{html(lang)}" dir="{self.frames[lang].dir}">{inner}</div>'


@dataclass(frozen=True, slots=True)
class Item:
    """One story as every feed format writes it out. Texts are plain, addresses absolute."""

    guid: str
    link: str
    title: str
    summary: str
    html: str
    """The whole text, its language on the root element."""
    lang: str
    author: str
    published: datetime
    """When it was published; when it came in, for an undated story."""
    updated: datetime | None
    subjects: tuple[str, ...]
    """Names of its topics, then its tags."""
    source: Link | None
    """The first paper or agency that it comes from, with an absolute address."""
    image: str
    """Address of its picture, or empty."""


def item(entry: FeedItem, setting: Setting) -> Item:
    """Return the item for one story."""
    content = entry.content
    link = _link(content, setting)
    picture = content.article.image or content.original.image
    sources = _sources(content, setting)
    return Item(
        guid=entry.guid,
        link=link,
        title=" / ".join(_texts(content, lambda article: article.title)),
        summary=" / ".join(_texts(content, _summary)),
        html=_html(content, setting, link),
        lang=setting.page.lang,
        author=content.article.author or content.original.author,
        published=moment(content.published or content.added or content.day, setting.zone),
        updated=moment(content.updated, setting.zone) if content.updated else None,
        subjects=(*(topic.name for topic in content.topics), *content.tags),
        source=next((source for source in sources if source.permalink), None),
        image=uri(picture.src, link) if picture else "",
    )


def _texts(content: StoryContent, field: Callable[[Article], str]) -> list[str]:
    """Return a plain text of the story; original first, then translation, when side by side."""
    versions = [content.original, content.article] if content.pairs else [content.article]
    return [text for version in versions if (text := field(version))]


def _link(content: StoryContent, setting: Setting) -> str:
    current = next(view for view in content.views if view.current)
    return uri(current.permalink, setting.frame.url)


def _summary(article: Article) -> str:
    """Return the standfirst, or the start of the first paragraph, or else the headline."""
    if article.summary:
        return article.summary
    paragraphs = (block.text for block in split(article.body) if block.kind == "paragraph")
    text = " ".join(plain(next(paragraphs, "")).split())
    if len(text) <= _SUMMARY:
        return text or article.title
    return text[: _SUMMARY - 1].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"


def _sources(content: StoryContent, setting: Setting) -> tuple[Link, ...]:
    """Return the sources with absolute addresses: of the report where it is known, else here."""
    reports = {source.name: source.url for source in content.story.sources}
    return tuple(
        Link(source.name, uri(address, setting.frame.url) if address else "")
        for source in content.sources
        for address in [reports.get(source.name) or source.permalink]
    )


def _html(content: StoryContent, setting: Setting, link: str) -> str:
    parts = (
        _notice(content, setting),
        _standfirst(content, setting),
        _picture(content, setting, link),
        _body(content, setting, link),
        _undated(content, setting),
        _credits(content, setting),
    )
    return setting.block(setting.page.lang, "".join(parts))


def _notice(content: StoryContent, setting: Setting) -> str:
    """Say that it is a translation, and where the original is."""
    origin, original = content.article.origin, content.original
    if content.article.lang == original.lang:
        return ""
    texts = setting.t.feed
    machine = texts.reviewed if origin.reviewed else texts.machine
    label = machine if origin.kind == "machine" else texts.human
    stale = f" {html(setting.t.translation.stale)}" if content.stale else ""
    address = html(uri(content.views[0].permalink, setting.frame.url))
    lang = html(original.lang)
    link = f'<a href="{address}" hreflang="{lang}" lang="{lang}">{html(original.title)}</a>'
    return f"<p><em>{html(label)}{stale} {html(texts.original)} {link}</em></p>"


def _standfirst(content: StoryContent, setting: Setting) -> str:
    return _in_languages(
        content, setting, lambda article: article.summary, "<p><strong>{}</strong></p>"
    )


def _in_languages(
    content: StoryContent, setting: Setting, field: Callable[[Article], str], form: str
) -> str:
    """Return a plain text as HTML; both versions' texts, each with its language, side by side."""
    article, original = content.article, content.original
    own = form.format(html(field(article))) if field(article) else ""
    if not content.pairs:
        return own
    other = form.format(html(field(original))) if field(original) else ""
    return (setting.block(original.lang, other) if other else "") + (
        setting.block(article.lang, own) if own else ""
    )


def _picture(content: StoryContent, setting: Setting, link: str) -> str:
    """Return the picture with caption and credit; the caption alone where there is none."""
    image = content.article.image or content.original.image
    credit = content.article.credit or content.original.credit
    caption = _in_languages(content, setting, lambda article: article.caption, "<p>{}</p>")
    if credit:
        caption += f"<p><small>{setting.t.story.photo(credit=clean(credit))}</small></p>"
    if not image:
        return caption
    shown = f'<img src="{html(uri(image.src, link))}" alt="{html(image.alt)}">'
    return f"<figure>{shown}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _body(content: StoryContent, setting: Setting, link: str) -> str:
    if not content.pairs:
        return _blocks(content.blocks, setting, link)
    return "".join(
        setting.block(version.lang, _blocks(part, setting, link))
        for pair in content.pairs
        for version, part in (
            (content.original, pair.original),
            (content.article, pair.translation),
        )
        if part
    )


def _blocks(body: Iterable[Block], setting: Setting, link: str) -> str:
    return "".join(absolute(setting.render(block.text, link), link) for block in body)


def _undated(content: StoryContent, setting: Setting) -> str:
    text = html(setting.t.feed.undated)
    return "" if content.published else f"<p><small>{text}</small></p>"


def _credits(content: StoryContent, setting: Setting) -> str:
    names = ", ".join(
        f'<a href="{html(source.permalink)}">{html(source.name)}</a>'
        if source.permalink
        else html(source.name)
        for source in _sources(content, setting)
    )
    return f"<p><small>{html(setting.t.story.sources)}: {names}</small></p>" if names else ""
