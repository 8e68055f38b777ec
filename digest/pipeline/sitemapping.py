"""Which sitemaps a site has, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from digest.config import Config
from digest.feeds import sitemaps
from digest.feeds.sitemaps import NewsUrl, SitemapUrl
from digest.plan.lists import ListSpec
from digest.plan.outline import Outline
from digest.plan.stories import StoryPlanner

NEWEST = 1000
"""Addresses that the news sitemap is chosen from; a search engine takes no more."""

File = tuple[str, str, Callable[[], bytes]]
"""Path below output/, what changes with everything that stands in the file, and what makes it."""


def sitemap_files(
    config: Config, outline: Outline, stories: StoryPlanner, specs: Iterable[ListSpec]
) -> Iterator[File]:
    """Yield the sitemaps, their index, the news sitemap and robots.txt.

    A site without an address has robots.txt alone.
    """
    names: list[str] = []
    if config.url:
        yield from _maps(config, outline, [*_story_urls(outline, stories), *_list_urls(specs)])
        news = _news(outline)
        titles = dict(config.titles)
        make = partial(sitemaps.news_sitemap, news, titles, config.url, config.timezone)
        yield sitemaps.NEWS, repr(news), make
        names = [sitemaps.INDEX, sitemaps.NEWS]
    yield sitemaps.ROBOTS, "", partial(sitemaps.robots, config.url, names)


def _maps(config: Config, outline: Outline, urls: list[SitemapUrl]) -> Iterator[File]:
    parts = sitemaps.divide(urls)
    years: dict[str, list[str]] = {}
    for row in outline.rows:
        years.setdefault(row.day[:4], []).append(row.signature)
    for name, part in parts.items():
        shown = "|".join((str(len(part)), *years.get(name[8:12], ())))
        yield name, shown, partial(sitemaps.sitemap, part, config.url)
    newest = {name: max(url.lastmod for url in part) for name, part in parts.items()}
    yield sitemaps.INDEX, repr(newest), partial(sitemaps.sitemap_index, newest, config.url)


def _story_urls(outline: Outline, stories: StoryPlanner) -> Iterator[SitemapUrl]:
    for row in outline.rows:
        alternates = stories.alternates(row)
        lastmod = row.shown.updated or row.teasers[0].time
        for teaser in row.teasers:
            yield SitemapUrl(teaser.permalink, lastmod, alternates, row.day[:4])


def _list_urls(specs: Iterable[ListSpec]) -> Iterator[SitemapUrl]:
    for spec in specs:
        if spec.kind != "front":
            yield SitemapUrl(spec.permalink, "", (), spec.day[:4])
    yield SitemapUrl("", "", (), "")


def _news(outline: Outline) -> list[NewsUrl]:
    newest: list[NewsUrl] = []
    for row in outline.rows:
        if row.dated:
            newest += [NewsUrl(t.permalink, t.lang, t.title, t.time) for t in row.teasers]
        if len(newest) > NEWEST:
            break
    return newest
