"""One story → what the index keeps of it. Pure, and done where the story has been read."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import NamedTuple

from digest.config import Config
from digest.model import Article, Listing, Story, Teaser
from digest.search.words import words


class SearchRow(NamedTuple):
    """What the index keeps of a story. Lists of words are sorted, and joined by spaces."""

    id: str
    content: str
    """Fingerprint of the story's files."""
    day: int
    """Days since 1 January of the year 1, which is day 1; 1 for a story without any date."""
    record: str
    """JSON of what a result shows: `[dated, [lang, title, summary, permalink, machine], …]`."""
    title: str
    """Words of the headlines, in all languages."""
    lead: str
    """Words of standfirsts, bylines, places, topics, sources and tags that no headline has."""
    body: str
    """All other words of the story, and some that no text has: `_t-gazze` for a topic, `_l-en`
    for a language."""

    def fields(self) -> tuple[list[str], ...]:
        """Return the words of the body, the lead and the headlines."""
        return self.body.split(), self.lead.split(), self.title.split()


def search_row(story: Story, listing: Listing, config: Config) -> SearchRow:
    """Return a story's row; `listing` says which versions are published, and where."""
    published = [(teaser, story.version(teaser.lang)) for teaser in listing.teasers]
    title = words("\n".join(teaser.title for teaser, _ in published))
    lead = words("\n".join(_lead(story, listing, config))) - title
    body = words("\n".join(_body(article) for _, article in published if article))
    body -= title
    body -= lead
    body |= _facets(listing)
    return SearchRow(
        id=listing.id,
        content=listing.content,
        day=_ordinal(listing.day),
        record=_record(listing),
        title=" ".join(sorted(title)),
        lead=" ".join(sorted(lead)),
        body=" ".join(sorted(body)),
    )


def _lead(story: Story, listing: Listing, config: Config) -> list[str]:
    texts = [*listing.sources, *story.tags]
    for teaser in listing.teasers:
        article = story.version(teaser.lang)
        texts += [teaser.summary, *_topics(listing, config, teaser)]
        texts += [article.author, article.place] if article else []
    return texts


def _topics(listing: Listing, config: Config, teaser: Teaser) -> list[str]:
    topics = [config.topic(key) for key in listing.topics]
    return [topic.name(teaser.lang) for topic in topics if topic]


def _body(article: Article) -> str:
    alt = article.image.alt if article.image else ""
    text = _targets().sub("] ", article.body) if "](" in article.body else article.body
    return f"{text}\n{article.caption}\n{article.credit}\n{alt}"


@cache
def _targets() -> re.Pattern[str]:
    """What stands between the brackets of a Markdown link: nobody searches for it."""
    return re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")


def _facets(listing: Listing) -> set[str]:
    topics = {f"_t-{'-'.join(key.split())}" for key in listing.topics}
    return topics | {f"_l-{teaser.lang}" for teaser in listing.teasers}


def _record(listing: Listing) -> str:
    versions = [
        [teaser.lang, teaser.title, teaser.summary, teaser.permalink, int(teaser.machine)]
        for teaser in listing.teasers
    ]
    shown = [int(listing.dated), *versions]
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


def _ordinal(day: str) -> int:
    from datetime import date

    return date.fromisoformat(day).toordinal() if day else 1
