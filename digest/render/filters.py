"""What templates can call. docs/templates.md describes each for those who write templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from posixpath import normpath
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from digest.model import Article, Block, Frame, Link, ListContent, Teaser
from digest.pictures import copy_name
from digest.render import cldr, dates, headings, structured
from digest.render.metadata import metadata
from digest.render.texts import Texts

_RELATIVE_HREF = re.compile(r'(<a href=")(?![a-z][a-z0-9+.-]*:|/|#)([^"]*)')
_RELATIVE_SRC = re.compile(r'(<img\b[^>]*? src=")(?![a-z][a-z0-9+.-]*:|/)')


def href(permalink: str, root: str) -> str:
    """Return what a link from a page says; `root` leads from that page to the site's root."""
    if permalink.startswith(("http://", "https://")):
        return permalink
    return root + permalink


def markdown(blocks: Iterable[Block], article: Article, root: str) -> Markup:
    """Return blocks of an article as HTML, for a page from which `root` leads to the site's root.

    Pictures that they name lie beside the article; relative links are those of the article's
    own page, also where it is shown on another.
    """
    from digest.render.markdown import is_bare, to_html

    html = "\n".join(
        [
            f"<p>{text}</p>" if is_bare(text) else to_html(text, references)
            for _, text, _, references in blocks
        ]
    )
    if "<img" in html:
        base = f"{root}{picture(article, '')}/"
        html = _RELATIVE_SRC.sub(lambda found: found[1] + base, html)
    if "<a href=" in html:
        own = f"{article.lang}/{article.slug or '_'}/"
        html = _RELATIVE_HREF.sub(lambda found: found[1] + root + _joined(own, found[2]), html)
    return Markup(html)  # noqa: S704  the dialect's output is safe


def _joined(own: str, address: str) -> str:
    """Return where a relative address on the article's own page leads, from the site's root."""
    path, mark, rest = re.split(r"([?#]|$)", address, maxsplit=1)
    slash = "/" if path.endswith("/") else ""
    joined = normpath(own + path).lstrip("./")
    return f"{joined}{slash if joined else ''}{mark}{rest}"


def picture(article: Article, src: str) -> str:
    """Return the address, from the site's root, of a picture that the article names."""
    return quote(structured.picture(article, src))


def srcset(article: Article, root: str) -> str:
    """Return where smaller copies of the article's picture are, as the attribute says it."""
    image = article.image
    if image is None or not image.widths:
        return ""
    return _srcset(root + picture(article, image.src), (*image.widths, image.width))


def thumbnail(teaser: Teaser, root: str) -> Markup:
    """Return the attributes `src` and `srcset` of a teaser's picture."""
    address = f"{root}images/{quote(teaser.image)}"
    if not teaser.sizes:
        return Markup('src="{}"').format(address)
    copies = copy_name(address, teaser.sizes[0]), _srcset(address, teaser.sizes)
    return Markup('src="{}" srcset="{}"').format(*copies)


def _srcset(address: str, sizes: tuple[int, ...]) -> str:
    """Return a picture's copies and itself, whose width is the last."""
    copies = [f"{copy_name(address, width)} {width}w" for width in sizes[:-1]]
    return ", ".join((*copies, f"{address} {sizes[-1]}w"))


def stories(teasers: Iterable[Teaser]) -> list[tuple[Teaser, ...]]:
    """Return the teasers, those of one story in several languages together."""
    return [tuple(found) for _, found in groupby(teasers, key=lambda teaser: teaser.story)]


def in_language(items: Iterable[Link | Teaser], lang: str) -> list[Link | Teaser]:
    """Return the links or teasers that are of this language."""
    return [item for item in items if item.lang == lang]


def on_day(links: Iterable[Link], day: str) -> list[Link]:
    """Return the links to editions of this day."""
    return [link for link in links if link.name == day]


def longer(links: Iterable[Link], shown: int) -> list[Link]:
    """Return the links to editions with more stories than are shown."""
    return [link for link in links if link.count > shown]


def earlier(content: ListContent) -> list[Link]:
    """Return the links to editions of which a front page shows nothing."""
    days = {group.day for group in content.groups}
    return [link for link in content.links if link.name not in days]


def titles(frames: Mapping[str, Frame]) -> list[str]:
    """Return what the site is called, in each language in which it is called otherwise."""
    return list(dict.fromkeys(frame.title for frame in frames.values()))


def topic_of(teaser: Teaser, frame: Frame) -> Link | None:
    """Return the first topic of a teaser, as the language's pages link to it."""
    links = _by_key(frame.topics)
    return next((links[key] for key in teaser.topics if key in links), None)


@lru_cache(maxsize=16)
def _by_key(links: tuple[Link, ...]) -> dict[str, Link]:
    return {link.key: link for link in links}


@lru_cache
def language(code: str, t: Texts) -> str:
    """Return what a language is called in the language of the texts, by CLDR: `Türkçe`."""
    return cldr.of(t.locale).languages.get(code, code)


def site_path(frame: Frame) -> str:
    """Return the path of the site's root on its host: `/`, or `/news/`."""
    return urlsplit(frame.url).path or "/"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "absolute": structured.absolute,
    "calendar": dates.calendar,
    "clock": dates.clock,
    "dated": dates.dated,
    "day": dates.day,
    "described": headings.described,
    "earlier": earlier,
    "engine": structured.engine,
    "full_day": dates.full_day,
    "heading": headings.heading,
    "href": href,
    "in_language": in_language,
    "language": language,
    "languages": headings.languages,
    "longer": longer,
    "markdown": markdown,
    "metadata": metadata,
    "month": dates.month,
    "month_name": dates.month_name,
    "months": headings.months,
    "on_day": on_day,
    "period": dates.period,
    "picture": picture,
    "srcset": srcset,
    "quoted": quote,
    "rfc822": dates.rfc822,
    "since": dates.since,
    "stories": stories,
    "thumbnail": thumbnail,
    "titles": titles,
    "topic_of": topic_of,
    "up_name": headings.up_name,
    "weekday": dates.weekday,
    "when": dates.when,
    "years": headings.years,
}

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "site_path": site_path,
    "weekdays": dates.weekdays,
}
