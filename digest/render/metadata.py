"""What a page says of itself to machines: its addresses, feeds, previews and NewsArticle.

HTML is written here, and not by a template, since every page has some twenty of these lines.
All of them are absolute, so a site without an address has none.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from digest.model import Frame, Link, Page, StoryContent
from digest.render.speed import escaped
from digest.render.structured import absolute, news_article, picture
from digest.render.texts import Texts


def metadata(page: Page, frame: Frame, t: Texts, title: str, description: str) -> Markup:
    """Return the elements of the page's head, or nothing when the site has no address."""
    if not frame.url or page.kind == "notfound":
        return Markup()
    lines = [
        *_addresses(page, frame),
        _feeds(page.feeds, frame.url, frame.title),
        *_preview(page, frame, title, description),
        f'<meta property="og:locale" content="{t.locale}">',
    ]
    if isinstance(page.content, StoryContent):
        lines += _story(page, page.content, frame)
    return Markup("\n".join(filter(None, lines)))  # noqa: S704  each value is escaped


def _addresses(page: Page, frame: Frame) -> list[str]:
    lines = []
    if page.canonical or page.kind == "front":
        lines.append(f'<link rel="canonical" href="{escaped(absolute(page.canonical, frame))}">')
    lines += [_alternate(o.lang, absolute(o.permalink, frame)) for o in page.alternates]
    if page.alternates and all(other.lang != "x-default" for other in page.alternates):
        lines.append(_alternate("x-default", absolute(page.alternates[0].permalink, frame)))
    return lines


def _alternate(lang: str, address: str) -> str:
    return f'<link rel="alternate" hreflang="{escaped(lang)}" href="{escaped(address)}">'


@lru_cache(maxsize=256)
def _feeds(feeds: tuple[Link, ...], url: str, title: str) -> str:
    lines = []
    for feed in feeds:
        form = "feed+json" if feed.permalink.endswith(".json") else "rss+xml"
        name = f"{title}: {feed.name}" if feed.name else title
        lines.append(
            f'<link rel="alternate" type="application/{form}" title="{escaped(name)}"'
            f' href="{escaped(url + feed.permalink)}">'
        )
    return "\n".join(lines)


def _preview(page: Page, frame: Frame, title: str, description: str) -> list[str]:
    """Return OpenGraph's elements, from which a link to the page gets its preview elsewhere."""
    kind = "article" if isinstance(page.content, StoryContent) else "website"
    lines = [
        f'<meta property="og:type" content="{kind}">',
        f'<meta property="og:site_name" content="{escaped(frame.title)}">',
        f'<meta property="og:title" content="{escaped(title or frame.title)}">',
        f'<meta property="og:url" content="{escaped(absolute(page.permalink, frame))}">',
    ]
    if description:
        lines.append(f'<meta property="og:description" content="{escaped(description)}">')
    return lines


def _story(page: Page, content: StoryContent, frame: Frame) -> list[str]:
    lines = []
    if content.published:
        lines.append(_property("article:published_time", content.published))
    if content.updated:
        lines.append(_property("article:modified_time", content.updated))
    image = content.article.image
    if image:
        lines.append(_property("og:image", absolute(picture(content.article, image.src), frame)))
        lines.append(_property("og:image:alt", image.alt) if image.alt else "")
    if page.kind == "story":
        lines.append(
            f'<script type="application/ld+json">{news_article(page, content, frame)}</script>'
        )
    return lines


def _property(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{escaped(value)}">'
