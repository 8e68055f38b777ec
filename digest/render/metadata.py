"""What a page says of itself to machines: its addresses, feeds, previews and NewsArticle.

HTML is written here, and not by a template, since every page has some twenty of these lines.
All of them are absolute, so a site without an address has none.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from digest.model import Alternate, Frame, Link, Page, StoryContent
from digest.render.compiled import escaped
from digest.render.structured import absolute, news_article, picture
from digest.render.texts import Texts


def metadata(page: Page, frame: Frame, t: Texts, title: str) -> Markup:
    """Return the elements of the page's head, or nothing when the site has no address.

    What the page says of itself is not among them: one element says it to all, in base.html.
    """
    if not frame.url or page.kind == "notfound":
        return Markup()
    content = page.content if isinstance(page.content, StoryContent) else None
    lines = [
        _addresses(page, frame),
        _feeds(page.feeds, frame.url, frame.title),
        f'<meta property="og:type" content="{"article" if content else "website"}">',
        f'<meta property="og:site_name" content="{escaped(frame.title)}">',
        f'<meta property="og:title" content="{escaped(title or frame.title)}">',
        f'<meta property="og:url" content="{_address(page.permalink, frame)}">',
        f'<meta property="og:locale" content="{t.locale}">',
    ]
    if content:
        lines += _story(page, content, frame)
    return Markup("\n".join(filter(None, lines)))  # noqa: S704  each value is escaped


def _addresses(page: Page, frame: Frame) -> str:
    lines = ""
    if page.canonical or page.kind == "front":
        lines = f'<link rel="canonical" href="{_address(page.canonical, frame)}">\n'
    if page.alternates:
        lines += _alternates(page.alternates, frame)
    return lines[:-1]


def _alternates(alternates: tuple[Alternate, ...], frame: Frame) -> str:
    found = [(other.lang, other.permalink) for other in alternates]
    if all(lang != "x-default" for lang, _ in found):
        found.append(("x-default", found[0][1]))
    return "".join(
        f'<link rel="alternate" hreflang="{escaped(lang)}" href="{_address(permalink, frame)}">\n'
        for lang, permalink in found
    )


def _address(permalink: str, frame: Frame) -> str:
    return escaped(absolute(permalink, frame))


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
