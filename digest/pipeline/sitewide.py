"""Every file that no single story has: lists, fixed pages, feeds, what hosts read, copies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from digest import fingerprint, pictures
from digest.cache.snapshot import Stat
from digest.model import Page
from digest.pipeline.site import Site
from digest.plan import hosting
from digest.plan.feeds import FeedPlanner
from digest.plan.listpages import ListPages
from digest.plan.lists import Key, ListPlanner, ListSpec
from digest.plan.touching import Touched
from digest.records import record
from digest.render.static import static_files
from digest.render.structured import picture
from digest.store import ARTICLES


@record
class PlannedFile:
    """A file of the site, before it is made."""

    output: str
    """Path below output/."""
    template: str
    """Name of its template, or empty."""
    signature: str
    """Fingerprint of everything that it is made of, its template and the settings aside."""
    make: Callable[[], bytes]
    key: Key | None = None
    """Kind, subject and day of a list; None for any other file."""


def planned(
    site: Site, touched: Touched | None, lists: Mapping[str, Key]
) -> tuple[tuple[PlannedFile, ...], dict[str, Key]]:
    """Return every file that may have changed, copies aside; and the lists that have not.

    The latter are those of the last build's `lists`, by path, of which nothing was touched.
    """
    planner = ListPlanner(site.config, site.addresses, site.outline, site.feeds, touched)
    kept = {path: key for path, key in lists.items() if planner.keeps(key)}
    return tuple(_files(site, tuple(planner.specs()), kept)), kept


def _files(site: Site, specs: Sequence[ListSpec], kept: Mapping[str, Key]) -> Iterator[PlannedFile]:
    pages = ListPages(site.config, site.addresses, site.outline, site.names)
    for one in pages.planned(specs):
        make = partial(_made, one.make, site.html)
        yield _planned(one.output, one.signature, make, one.template, one.key)
    for page in site.fixed.pages():
        make = partial(site.html, page)
        yield PlannedFile(page.output, page.template, fingerprint.of_value(page), make)
    yield from feed_files(site)
    yield from _hosting(site)
    if "sitemap" in site.config.pages:
        from digest.pipeline.sitemapping import sitemap_files

        lists = [(spec.permalink, spec.day) for spec in specs]
        lists += [(path.removesuffix("index.html"), day) for path, (_, _, day) in kept.items()]
        for file in sitemap_files(site.config, site.outline, site.stories, lists):
            yield _planned(*file)


def feed_files(site: Site, topics: Collection[str] | None = None) -> Iterator[PlannedFile]:
    """Yield the feeds: the only files beside a story's own that hold bodies.

    With `topics`, of the topics' feeds those of these topics alone.
    """
    planner = FeedPlanner(site.config, site.addresses, site.outline, site.stories, site.load)
    write = partial(_feed, site, {})
    for feed in planner.planned(topics):
        yield _planned(feed.output, feed.signature, partial(_made, feed.make, write))


def copies(site: Site, watched: Mapping[str, Stat]) -> Iterator[PlannedFile]:
    """Yield what is taken over as it is: static files, and pictures with their copies."""
    for name, path in static_files(site.folders).items():
        stat = path.stat()
        signature = f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_size}"
        yield _planned(f"static/{name}", signature, path.read_bytes)
    for name in sorted(site.pictures):
        path, signature = site.config.root / name, repr(watched[name])
        permalink = f"images/{name.removeprefix(f'{ARTICLES}/')}"
        yield _planned(permalink, signature, path.read_bytes)
        for width in pictures.widths(name, site.pictures[name][0]):
            make = partial(pictures.resized, path, width)
            yield _planned(pictures.copy_name(permalink, width), signature, make)


def _hosting(site: Site) -> Iterator[PlannedFile]:
    """What static hosts read."""
    moved = (row for row in site.outline.rows if row.aliases)
    pages = [page for row in moved for page in site.stories.redirects(row)]
    redirects = hosting.redirects((*pages, *site.fixed.redirects()))
    for name, text in (
        (".nojekyll", ""),
        ("_headers", hosting.headers(sorted(static_files(site.folders)))),
        ("_redirects", redirects),
    ):
        yield _planned(name, text, text.encode)


def _planned(
    output: str,
    shown: str,
    make: Callable[[], bytes],
    template: str = "",
    key: Key | None = None,
) -> PlannedFile:
    """Return a planned file; `shown` changes with everything that it is made of."""
    return PlannedFile(output, template, fingerprint.of_text(shown), make, key)


def _made(make: Callable[[], Page], write: Callable[[Page], bytes]) -> bytes:
    return write(make())


def _feed(site: Site, items: dict[str, Any], page: Page) -> bytes:
    """Return a feed; the site's feeds share their `items`, since many hold the same."""
    from digest import feeds
    from digest.pipeline import feeding
    from digest.render.markdown import to_html

    zone = ZoneInfo(site.config.timezone)
    setting = feeds.Setting(page, site.frames, site.texts, to_html, picture, zone, items)
    return feeding.write(setting, site.config.root / site.target.cache, site.base)
