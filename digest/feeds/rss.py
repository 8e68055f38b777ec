"""RSS 2.0 with full text: a shape in which the W3C feed validator finds nothing to report."""

from __future__ import annotations

from typing import cast

from digest.feeds.content import Item, item
from digest.feeds.setting import Setting
from digest.feeds.wire import cdata, rfc822, rfc3339, sparing_html, uri, xml
from digest.model import FeedContent

STYLE = "static/feed.css"
"""Style sheet that makes a feed readable in a browser, from the site's root."""
ICON = "static/feed.png"
"""The feed's picture, 144 × 144 pixels (the most that RSS 2.0 allows), from the site's root."""
_DOCS = "https://www.rssboard.org/rss-specification"
_TTL = 60
"""Minutes that a reader may wait before it asks again."""


def rss(setting: Setting) -> bytes:
    """Return the feed of the setting's page, whose content is a FeedContent."""
    content = cast(FeedContent, setting.page.content)
    entries = [item(entry, setting) for entry in content.items]
    text = "".join((_head(setting, entries), *map(_item, entries), "</channel>\n</rss>\n"))
    return text.encode()


def title(setting: Setting) -> str:
    """Return the feed's title: the site's, with the topic or that it is in two languages."""
    name = cast(FeedContent, setting.page.content).name
    text = setting.frame.title
    if setting.page.original_lang:
        text = str(setting.t.feed.bilingual).format(title=text)
    return f"{text}: {name}" if name else text


def description(setting: Setting) -> str:
    """Return what the feed says of itself."""
    return setting.page.description or setting.frame.description or title(setting)


def home(setting: Setting) -> str:
    """Return the absolute address of the page that the feed belongs to."""
    return uri(setting.frame.url + cast(FeedContent, setting.page.content).home)


def _head(setting: Setting, items: list[Item]) -> str:
    page, link, name = setting.page, xml(home(setting)), xml(title(setting))
    address = xml(uri(setting.frame.url + page.permalink))
    newest = max((entry.updated or entry.published for entry in items), default=None)
    built = f"<lastBuildDate>{rfc822(newest)}</lastBuildDate>\n" if newest else ""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/css" href="{xml(page.root + STYLE)}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="{xml(page.lang)}">
<channel>
<title>{name}</title>
<link>{link}</link>
<description>{xml(description(setting))}</description>
<atom:link rel="self" type="application/rss+xml" href="{address}" \
title="{xml(setting.t.feed.subscribe)}"/>
<language>{xml(page.lang)}</language>
{built}<docs>{_DOCS}</docs>
<generator>digest</generator>
<ttl>{_TTL}</ttl>
<image>
<url>{xml(uri(setting.frame.url + ICON))}</url>
<title>{name}</title>
<link>{link}</link>
<width>144</width>
<height>144</height>
</image>
"""


def _item(entry: Item) -> str:
    """Return one item; its description is plain text, which RSS wants as HTML, so escaped twice."""
    lines = [
        f"<title>{xml(entry.title)}</title>",
        f"<link>{xml(entry.link)}</link>",
        f'<guid isPermaLink="false">{xml(entry.guid)}</guid>',
        f"<pubDate>{rfc822(entry.published)}</pubDate>",
        f"<dc:language>{xml(entry.lang)}</dc:language>",
        *(f"<category>{xml(subject)}</category>" for subject in entry.subjects if subject.strip()),
    ]
    if entry.author:
        lines.append(f"<dc:creator>{xml(entry.author)}</dc:creator>")
    if entry.updated:
        lines.append(f"<atom:updated>{rfc3339(entry.updated)}</atom:updated>")
    if entry.source:
        address = xml(entry.source.permalink)
        lines.append(f'<source url="{address}">{xml(entry.source.name)}</source>')
    lines.append(f"<description>{xml(sparing_html(entry.summary))}</description>")
    lines.append(f"<content:encoded>{cdata(entry.html)}</content:encoded>")
    return "<item>\n" + "\n".join(lines) + "\n</item>\n"
