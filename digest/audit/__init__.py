"""What is wrong with content, and with the site that was built from it: `digest check`.

- catalogue.py: every code, what it means and what to do
- content.py, fields.py, translations.py, identify.py: checks of stories and their files
- pages.py reads a built page; links.py, languages.py, feeds.py, jsonfeeds.py and sitemaps.py
  judge it; built.py goes through a whole site, spreading.py in several processes
- findings.py: from a built file to the content that it comes from; report.py: text and JSON
- external.py: links to other sites; remembering.py: what need not be compared again
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from digest import files, store
from digest.audit.built import site_findings
from digest.audit.catalogue import CHECKS, problem
from digest.audit.content import Read, link_problems, story_problems
from digest.audit.external import unanswered
from digest.audit.fields import field_problems
from digest.audit.findings import Finding, located
from digest.audit.links import Gathered
from digest.audit.remembering import InOrder, key
from digest.audit.report import as_json, as_text, heard, misspelt, sorted_problems
from digest.audit.site import BuiltSite
from digest.audit.spreading import Spread, in_one
from digest.audit.stages import Check
from digest.audit.translations import Compare, translation_problems
from digest.config import Config
from digest.errors import DigestError
from digest.model import Problem, Story
from digest.records import record

__all__ = [
    "CHECKS", "BuiltSite", "Check", "Compare", "Options", "Spread", "as_json", "as_text",
    "content_problems", "problem", "run", "site_problems",
]  # fmt: skip

_KEPT = 64
"""Content files that are kept in memory: findings come file by file."""


@record
class Options:
    """What the checks are given to work with."""

    compare: Compare | None = None
    """Says how the numbers of two texts differ; None: they are not compared."""
    spread: Spread = in_one
    """Gives long work to several processes."""
    external: bool = False
    """Whether links to other sites are asked for: only then the network is used."""


PLAIN = Options()
"""Numbers are not compared, nothing is spread, no other site is asked."""


def run(
    config: Config,
    stories: Iterable[Story],
    site: BuiltSite | None,
    given: Iterable[Problem] = (),
    options: Options = PLAIN,
) -> tuple[Problem, ...]:
    """Return everything that is wrong, in the order of its places, without what is silenced.

    `stories` are all of the site's, drafts too; `site` is None where nothing was built; `given`
    is what other parts found: unreadable files, violations of the glossary.
    """
    everything = tuple(stories)
    found = [*given, *misspelt(config.silenced, CHECKS)]
    told = {(one.code, one.path) for one in found}
    content = content_problems(config, everything, options)
    found += (one for one in content if (one.code, one.path) not in told)
    if site is not None:
        places = {(one.code, one.path, one.line) for one in found}
        built = site_problems(config, everything, site, options)
        found += (one for one in built if (one.code, one.path, one.line) not in places)
    return sorted_problems(heard(found, config.silenced))


def content_problems(
    config: Config, stories: tuple[Story, ...], options: Options = PLAIN
) -> Iterator[Problem]:
    """Yield what is wrong with content."""
    read = _reader(config)
    for path in (*store.article_files(config.root), *store.page_files(config.root)):
        translation = path.endswith(tuple(f".{lang}.md" for lang in config.translations))
        yield from field_problems(path, read(path), translation=translation)
    yield from link_problems(config.root)
    yield from story_problems(config, stories, read)

    in_order = InOrder(config) if options.compare else None

    def judge(
        share: Sequence[Story], finished: Callable[[int], None]
    ) -> list[tuple[str, tuple[Problem, ...]]]:
        found = [
            (key(story), tuple(translation_problems(config, [story], options.compare)))
            for story in share
        ]
        finished(len(share))
        return found

    fresh = [story for story in stories if in_order is None or not in_order.knows(story)]
    for judged in options.spread(judge, fresh):
        for _, problems in judged:
            yield from problems
        if in_order is not None:
            in_order.add(name for name, problems in judged if not problems)
    if in_order is not None:
        in_order.save()


def site_problems(
    config: Config, stories: tuple[Story, ...], site: BuiltSite, options: Options = PLAIN
) -> Iterator[Problem]:
    """Yield what is wrong with a built site, at the content that it comes from."""
    machine = {
        article.path
        for story in stories
        for article in story.articles
        if article.origin.kind == "machine" and not article.origin.reviewed
    }
    found, gathered = site_findings(site, config.languages, machine, options.spread)
    if options.external:
        found = (*found, *_external(gathered))
    yield from located(found, site.sources, _reader(config))


def _external(gathered: Gathered) -> Iterator[Finding]:
    """Yield the links to other sites that do not answer."""
    for address, fault in unanswered(gathered.external).items():
        message = f'the link "{address}" is dead: {fault}.'
        for output, reference in gathered.external[address]:
            yield Finding("dead-external", output, message, reference.line, reference.address)


def _reader(config: Config) -> Read:
    """Return a function that reads content files; one that is not text counts as empty."""

    @lru_cache(maxsize=_KEPT)
    def read(path: str) -> str:
        try:
            return files.read_text(config.root / path, path)
        except (DigestError, OSError):
            return ""

    return read
