"""What is wrong with content and with the site that was built from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from digest import audit, store
from digest.cache import quick, state
from digest.cache.target import PUBLISHED
from digest.config import Config
from digest.model import Problem, Story
from digest.pipeline import assembling, publishing, reading
from digest.pipeline.inventory import inventory
from digest.pipeline.spooling import spool
from digest.plan.addresses import output
from digest.render import pool


def check(config: Config, *, built: bool = True, external: bool = False) -> tuple[Problem, ...]:
    """Return everything that is wrong, without what config.yaml silences.

    `built` is whether output/ is looked at too. Only with `external` the network is used.
    """
    stories, unread = store.read_stories(config.root, store.article_files(config.root), config)
    given = [*unread, *assembling.example_address(config), *_terms(config, stories)]
    site = None
    if built and (config.root / PUBLISHED.output / publishing.MARK).exists():
        site, in_the_way = _built(config)
        given += in_the_way
    options = audit.Options(compare, _processes(config), external)
    return audit.run(config, stories, site, given, options)


def compare(original: str, source: str, translation: str, target: str) -> Iterator[str]:
    """Yield how the numbers of a translation differ from those of its original."""
    from digest.translate.differing import differences
    from digest.translate.figures import figures
    from digest.translate.language import language

    here, there = language(source), language(target)
    return differences(figures(original, here), figures(translation, there), here, there)


def _processes(config: Config) -> Callable[..., Any]:
    return partial(pool.run, jobs=config.jobs)


def _built(config: Config) -> tuple[audit.BuiltSite, tuple[Problem, ...]]:
    """The built site, with the content files that each page was made from."""
    lying = inventory(quick.watched(str(config.root)), before={})
    with spool(config.root / PUBLISHED.cache) as kept:
        last = state.State()
        found = reading.read(config, lying, last, reading.Choice(), kept, _processes(config))
        pages, _ = store.read_stories(config.root, store.page_files(config.root), config)
        site, in_the_way = assembling.assemble(config, found, pages, kept, last)
    sources: dict[str, tuple[str, ...]] = {}
    for row in site.outline.rows:
        paths = dict(reading.story_files(config, found.files, site.stems[row.id]))
        for permalink in site.stories.permalinks(row):
            view = permalink.split("/", 1)[0]
            named = tuple(paths[lang] for lang in (view, *view.split("-")) if lang in paths)
            sources[output(permalink)] = tuple(dict.fromkeys(named))
    folder = config.root / PUBLISHED.output
    return audit.BuiltSite(folder, config.url, sources), in_the_way


def _terms(config: Config, stories: tuple[Story, ...]) -> tuple[Problem, ...]:
    """Translations that are stale, pending, or against the glossary, as translation sees them."""
    from digest.pipeline.translating import status

    report = status(config, stories)
    return (*report.violations, *report.problems)
