"""Sitemaps for search engines: an index, one file a month, and a news sitemap; robots.txt.

Which month a page is in never changes, so that a new story touches its own month's file and the
index alone. `base` is the absolute address of the site's root, ending in `/`.
See https://www.sitemaps.org/protocol.html and Google's documentation of news sitemaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from io import BytesIO
from typing import NamedTuple
from zoneinfo import ZoneInfo

from digest.feeds.wire import moment, uri, xml
from digest.model import Alternate

INDEX = "sitemap.xml"
NEWS = "news-sitemap.xml"
ROBOTS = "robots.txt"

_MAX_URLS = 50_000
_MAX_LINKS = 150_000
"""Addresses in one file, versions included: at 300 bytes each, under the limit of 50 MB."""
_NEWS_URLS = 1_000
_NEWS_SPAN = timedelta(days=2)
_PLAIN = re.compile(r"[A-Za-z0-9_/-]*(?:\.xml)?")
_PLAIN_BASE = re.compile(r"https?://[a-z0-9.:/-]+/")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SitemapUrl(NamedTuple):
    """A page in a sitemap."""

    permalink: str
    """Address from the site's root."""
    lastmod: str
    """YYYY-MM-DD or an ISO time with offset; empty when it is not known."""
    alternates: tuple[Alternate, ...] = ()
    """Its versions in every language, itself included, the original first; empty for one alone."""
    month: str = ""
    """YYYY-MM of the story or list; empty for pages that belong to no month."""


class NewsUrl(NamedTuple):
    """A story in the news sitemap. Undated stories have no place in it."""

    permalink: str
    lang: str
    title: str
    published: str
    """YYYY-MM-DD or an ISO time with offset."""


def divide(urls: Iterable[SitemapUrl]) -> dict[str, tuple[SitemapUrl, ...]]:
    """Return the addresses of each sitemap, sorted, by its path from the site's root.

    Those of a month are in `sitemap-YYYY-MM.xml` and those of none in `sitemap-pages.xml`; what
    is too large for one file goes on in `sitemap-YYYY-MM-2.xml`.
    """
    months: dict[str, list[SitemapUrl]] = {}
    for url in urls:
        months.setdefault(url.month, []).append(url)
    return {
        name(month, number): part
        for month in sorted(months, key=lambda month: month or "pages")
        for number, part in enumerate(
            _parts(sorted(months[month], key=lambda url: url.permalink)), 1
        )
    }


def name(month: str, number: int = 1) -> str:
    """Return the path of a month's sitemap; an empty month stands for what has none."""
    return f"sitemap-{month or 'pages'}{f'-{number}' if number > 1 else ''}.xml"


def fits(lists: int, versions: Sequence[int]) -> bool:
    """Return whether all addresses of a month fit into one sitemap.

    `lists` is how many lists there are, `versions` in how many languages each story is.
    """
    links = 2 * lists + sum(n * (n + 2) for n in versions)
    return lists + sum(versions) <= _MAX_URLS and links <= _MAX_LINKS


def sitemap(urls: Iterable[SitemapUrl], base: str) -> bytes:
    """Return one sitemap."""
    space = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    out = BytesIO()  # megabytes, of which there is one copy
    out.write(f'{_HEAD}<urlset xmlns="{_SPACE}" {space}>\n'.encode())
    for url in urls:
        versions = _versions(url.alternates, base) if url.alternates else ""
        modified = f"<lastmod>{url.lastmod}</lastmod>" if url.lastmod else ""
        loc = _loc(url.permalink, base)
        out.write(f"<url><loc>{loc}</loc>{modified}{versions}</url>\n".encode())
    out.write(b"</urlset>\n")
    return out.getvalue()


def sitemap_index(newest: Mapping[str, str], base: str) -> bytes:
    """Return the index of sitemaps; `newest` has each one's latest change, or nothing, by path."""
    entries = "".join(
        f"<sitemap><loc>{_loc(name, base)}</loc>"
        + (f"<lastmod>{when}</lastmod>" if when else "")
        + "</sitemap>\n"
        for name, when in newest.items()
    )
    return f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{entries}</sitemapindex>\n'.encode()


def news_sitemap(
    urls: Iterable[NewsUrl], names: Mapping[str, str], base: str, timezone: str
) -> bytes:
    """Return the stories of the last two days before the newest one, newest first.

    `names` has the publication's name by language; `timezone` (IANA) is that of days without time.
    """
    zone = ZoneInfo(timezone)
    dated = sorted(((moment(url.published, zone), url) for url in urls), reverse=True)
    recent = [url for when, url in dated if when >= dated[0][0] - _NEWS_SPAN][:_NEWS_URLS]
    entries = "".join(_news(url, names[url.lang], base) for url in recent)
    space = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'{_HEAD}<urlset xmlns="{_SPACE}" {space}>\n{entries}</urlset>\n'.encode()


def robots(base: str, sitemaps: Iterable[str]) -> bytes:
    """Return a robots.txt that lets everybody in and, where base is set, names the sitemaps."""
    lines = [f"Sitemap: {uri(name, base)}" for name in sitemaps] if base else []
    return "\n".join(["User-agent: *", "Disallow:", *([""] if lines else []), *lines, ""]).encode()


def _parts(urls: list[SitemapUrl]) -> Iterator[tuple[SitemapUrl, ...]]:
    """Yield a month's addresses in files of a size that search engines take."""
    start = links = 0
    for place, url in enumerate(urls):
        links += len(url.alternates) + 2
        if place - start == _MAX_URLS or links > _MAX_LINKS:
            yield tuple(urls[start:place])
            start, links = place, len(url.alternates) + 2
    yield tuple(urls[start:])


def _versions(alternates: tuple[Alternate, ...], base: str) -> str:
    """Return its versions, and which of them is for everybody else, as the page itself does."""
    links = [(other.lang, other.permalink) for other in alternates]
    if all(lang != "x-default" for lang, _ in links):
        links.append(("x-default", links[0][1]))
    return "".join([f'{_version(lang)}{_loc(link, base)}"/>' for lang, link in links])


def _news(url: NewsUrl, name: str, base: str) -> str:
    return f"""\
<url><loc>{_loc(url.permalink, base)}</loc><news:news>\
<news:publication><news:name>{xml(name)}</news:name>\
<news:language>{xml(url.lang)}</news:language></news:publication>\
<news:publication_date>{xml(url.published)}</news:publication_date>\
<news:title>{xml(url.title)}</news:title></news:news></url>
"""


def _loc(permalink: str, base: str) -> str:
    if _PLAIN.fullmatch(permalink) and _is_plain(base):
        return base + permalink
    return xml(uri(permalink, base))


@cache
def _version(lang: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{xml(lang)}" href="'


@cache
def _is_plain(base: str) -> bool:
    return _PLAIN_BASE.fullmatch(base) is not None
