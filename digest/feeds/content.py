"""A story of a feed as one item, whatever the feed's format."""

from __future__ import annotations

from datetime import datetime

from digest.blocks import plain, split
from digest.feeds.markup import picture_address, version_texts, whole_text
from digest.feeds.setting import Setting
from digest.feeds.wire import moment, uri
from digest.model import Article, FeedItem, Link, StoryContent
from digest.records import record

KEPT = 400
"""Items that are kept for the next feed, the latest made."""
_SUMMARY = 300
"""Characters of a summary that is taken from the body."""


@record
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
    """Return the item for one story; the same story's in another feed is the same."""
    found: Item | None = setting.items.get(entry.guid)
    if found is None:
        found = _item(entry, setting)
        keep(found, setting)
    return found


def keep(made: Item, setting: Setting) -> None:
    """Keep an item for the feeds that come next."""
    setting.items[made.guid] = made
    if len(setting.items) > KEPT:
        del setting.items[next(iter(setting.items))]


def _item(entry: FeedItem, setting: Setting) -> Item:
    content = entry.content
    sources = _sources(content, setting)
    return Item(
        guid=entry.guid,
        link=_link(content, setting),
        title=" / ".join(version_texts(content, lambda article: article.title)),
        summary=" / ".join(version_texts(content, _summary)),
        html=whole_text(content, setting, sources),
        lang=setting.page.lang,
        author=content.article.author or content.original.author,
        published=moment(content.published or content.added or content.day, setting.zone),
        updated=moment(content.updated, setting.zone) if content.updated else None,
        subjects=(*(topic.name for topic in content.topics), *content.tags),
        source=next((source for source in sources if source.permalink), None),
        image=picture_address(content, setting),
    )


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
