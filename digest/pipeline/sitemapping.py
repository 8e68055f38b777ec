"""Which sitemaps a site has, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from digest.config import Config
from digest.feeds import sitemaps
from digest.feeds.sitemaps import NewsUrl, SitemapUrl
from digest.model import Listing
from digest.plan.outline import Outline
from digest.plan.shelf import grouped
from digest.plan.stories import StoryPlanner

NEWEST = 1000
"""Addresses that the news sitemap is chosen from; a search engine takes no more."""

File = tuple[str, str, Callable[[], bytes]]
"""Path below output/, what changes with everything that stands in the file, and what makes it."""


def sitemap_files(
    config: Config, outline: Outline, stories: StoryPlanner, lists: Iterable[tuple[str, str]]
) -> Iterator[File]:
    """Yield the sitemaps, their index, the news sitemap and robots.txt.

    `lists` are the permalink and the day, month or year of each list. A site without an address has
    robots.txt alone.
    """
    names: list[str] = []
    if config.url:
        yield from _maps(config, outline, stories, lists)
        news = _news(outline)
        titles = dict(config.titles)
        make = partial(sitemaps.news_sitemap, news, titles, config.url, config.timezone)
        yield sitemaps.NEWS, repr(news), make
        names = [sitemaps.INDEX, sitemaps.NEWS]
    yield sitemaps.ROBOTS, "", partial(sitemaps.robots, config.url, names)


def _maps(
    config: Config, outline: Outline, stories: StoryPlanner, lists: Iterable[tuple[str, str]]
) -> Iterator[File]:
    months: dict[str, tuple[list[Listing], list[str]]] = {}
    for month, rows in grouped(outline.rows, 7).items():
        months[month] = rows, []
    for address, day in sorted({("", ""), *lists}):
        months.setdefault(day[:7] if len(day) > 4 else "", ([], []))[1].append(address)
    newest: dict[str, str] = {}
    for month, (rows, pages) in sorted(months.items(), key=lambda item: item[0] or "pages"):
        shown = "|".join([*[row.signature for row in rows], *pages])
        urls = partial(_urls, stories, rows, pages, month)
        if sitemaps.fits(len(pages), [len(row.langs) for row in rows]):
            name = sitemaps.name(month)
            yield name, shown, partial(_whole, urls, config.url)
            newest[name] = max([row.lastmod for row in rows], default="")
            continue
        for name, part in sitemaps.divide(urls()).items():
            yield name, shown, partial(sitemaps.sitemap, part, config.url)
            newest[name] = max(url.lastmod for url in part)
    yield sitemaps.INDEX, repr(newest), partial(sitemaps.sitemap_index, newest, config.url)


def _urls(
    stories: StoryPlanner, rows: Iterable[Listing], lists: Iterable[str], month: str
) -> list[SitemapUrl]:
    urls = [SitemapUrl(address, "", (), month) for address in lists]
    for row in rows:
        alternates = stories.alternates(row)
        urls += [SitemapUrl(t.permalink, row.lastmod, alternates, month) for t in row.teasers]
    return urls


def _whole(urls: Callable[[], list[SitemapUrl]], base: str) -> bytes:
    (part,) = sitemaps.divide(urls()).values()
    return sitemaps.sitemap(part, base)


def _news(outline: Outline) -> list[NewsUrl]:
    newest: list[NewsUrl] = []
    for row in outline.rows:
        if row.dated:
            newest += [NewsUrl(t.permalink, t.lang, t.title, t.time) for t in row.teasers]
        if len(newest) > NEWEST:
            break
    return newest
