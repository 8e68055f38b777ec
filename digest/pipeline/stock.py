"""`digest status`: where a site stands, from content/ and the last build's traces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from digest import store
from digest.cache import quick
from digest.cache.target import PUBLISHED
from digest.config import Config
from digest.model import Article, Story
from digest.plan.listings import is_published, listing
from digest.records import record
from digest.translate.memory import plan


@record
class Status:
    """Where a site stands. Drafts count as drafts alone."""

    stories: int
    """Stories that are published; drafts are not among them."""
    drafts: int
    undated: int
    """Stories without a date of their own."""
    unreadable: int
    """Mistakes that keep articles from being read."""
    languages: Mapping[str, int]
    """Stories by language that they are published in."""
    untranslated: int
    """Versions that are not there: a story in a language."""
    pending: int
    """Machine translations that are not complete."""
    stale: int
    """Machine translations whose original has changed since."""
    unreviewed: int
    """Machine translations that nobody has reviewed."""
    last_edition: str
    """YYYY-MM-DD; empty when there is none."""
    last_build: str
    """ISO time in the site's zone; empty when there was none."""
    up_to_date: bool
    """Whether output/ is what a build would make now."""


def status(config: Config) -> Status:
    """Return where the site stands."""
    stories, problems = store.read_stories(config.root, store.article_files(config.root), config)
    shown = [story for story in stories if not story.draft]
    machine = [(s.original, a) for s in shown for a in s.articles if a.origin.kind == "machine"]
    reasons = [_reasons(original, article) for original, article in machine]
    versions = sum(len(story.articles) for story in shown)
    return Status(
        stories=len(shown),
        drafts=len(stories) - len(shown),
        undated=sum(not story.date for story in shown),
        unreadable=sum(problem.severity == "error" for problem in problems),
        languages={lang: _published(shown, lang, config) for lang in config.languages},
        untranslated=len(shown) * len(config.languages) - versions,
        pending=sum(bool(found & {"new", "pending"}) for found in reasons),
        stale=sum(bool(found & {"changed", "stale"}) for found in reasons),
        unreviewed=sum(not article.origin.reviewed for _, article in machine),
        last_edition=max((listing(story, config, "", ()).day for story in shown), default=""),
        last_build=_last_build(config),
        up_to_date=quick.look(str(config.root), quick.BUILD).report is not None,
    )


def summary(found: Status) -> Iterator[str]:
    """Return the lines that say so."""
    languages = ", ".join(f"{lang} {count}" for lang, count in found.languages.items())
    state = "up to date" if found.up_to_date else "not up to date: digest build"
    rows = {
        "Stories": f"{found.stories} ({languages})",
        "Drafts": found.drafts,
        "Undated": found.undated,
        "Unreadable": found.unreadable,
        "Untranslated": found.untranslated,
        "Pending": found.pending,
        "Stale": found.stale,
        "Unreviewed": found.unreviewed,
        "Last edition": found.last_edition or "none",
        "Last build": f"{found.last_build}, {state}" if found.last_build else "none",
    }
    return (f"{name:13} {value}" for name, value in rows.items())


def _published(stories: list[Story], lang: str, config: Config) -> int:
    versions = ((story, story.version(lang)) for story in stories)
    return sum(1 for story, one in versions if one and is_published(one, story, config))


def _reasons(original: Article, article: Article) -> set[str]:
    """Return what is to be said of a translation's segments; nothing where it has no marks."""
    return {slot.reason for slot in plan(original, article)} if article.origin.segments else set()


def _last_build(config: Config) -> str:
    try:
        when = (config.root / PUBLISHED.state).stat().st_mtime
    except OSError:
        return ""
    local = dt.datetime.fromtimestamp(when, ZoneInfo(config.timezone))
    return local.isoformat(timespec="minutes")
