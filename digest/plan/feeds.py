"""Which feeds the site has, and what stands in them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from digest.config import Config
from digest.model import FeedContent, FeedItem, Link, Listing, Page, Story
from digest.plan.addresses import Addresses
from digest.plan.listpages import Planned
from digest.plan.outline import Outline
from digest.plan.stories import StoryPlanner

TOPIC_ITEMS = 20
"""Items of a topic's feed at most: there are many of them, and each holds whole texts."""

KEPT = 400
"""Items that are kept for the next feed."""

FORMATS = ("xml", "json")


def main_feeds(
    config: Config, addresses: Addresses, names: dict[str, str]
) -> dict[str, tuple[Link, ...]]:
    """Return the feeds of each view, `tr`, `en`, `tr-en`; none while the site has no address."""
    if "feed" not in config.pages or not config.url:
        return {}
    views = dict(names)
    if "pair" in config.pages:
        for lang in config.translations:
            views[addresses.view(lang)] = f"{names[config.original]} – {names[lang]}"
    return {
        view: tuple(Link(name, f"{view}/feed.{form}", lang=view) for form in FORMATS)
        for view, name in views.items()
    }


@dataclass(frozen=True)
class FeedPlanner:
    """Makes the feeds."""

    config: Config
    addresses: Addresses
    outline: Outline
    stories: StoryPlanner
    load: Callable[[str], Story]
    """Reads a story by its id."""

    def planned(self) -> Iterator[Planned]:
        """Yield every feed of the site."""
        if "feed" not in self.config.pages or not self.config.url:
            return
        for lang in self.config.languages:
            rows = tuple(row for row in self.outline.in_language(lang) if row.day)
            newest = rows[: self.config.feed_items]
            yield from self._main(lang, "", lang, newest)
            if lang != self.config.original and "pair" in self.config.pages:
                yield from self._main(lang, self.config.original, self.addresses.view(lang), newest)
            if "topic" in self.config.pages:
                yield from self._topics(lang)

    def _main(
        self, lang: str, original: str, view: str, rows: tuple[Listing, ...]
    ) -> Iterator[Planned]:
        home = "" if original else self.addresses.home(lang)
        for form in FORMATS:
            yield self._planned(lang, original, f"{view}/feed.{form}", home, "", rows)

    def _topics(self, lang: str) -> Iterator[Planned]:
        items = min(TOPIC_ITEMS, self.config.feed_items)
        for topic in self.config.topics:
            places = self.outline.by_topic.get(topic.key, [])
            rows = (self.outline.rows[n] for n in places)
            newest = tuple(islice((row for row in rows if row.day and row.teaser(lang)), items))
            home = self.addresses.topic(lang, topic)
            name = topic.name(lang)
            yield self._planned(lang, "", f"{home}feed.xml", home, name, newest)

    def _planned(
        self, lang: str, original: str, permalink: str, home: str, name: str,
        rows: tuple[Listing, ...],
    ) -> Planned:  # fmt: skip
        view = self.addresses.view(lang) if original else lang

        paired = bool(original)

        def make() -> Page:
            return Page(
                kind="feed",
                lang=lang,
                permalink=permalink,
                output=permalink,
                template="",
                title=name,
                description="",
                content=FeedContent(
                    name,
                    home,
                    tuple(self._item(row.id, lang, view, paired) for row in rows),
                ),
                original_lang=original,
            )

        parts = [row.content + self.outline.signatures[row.id] for row in rows]
        also = [
            self.outline.signatures[i] for row in rows for i in self.outline.also.get(row.id, ())
        ]
        return Planned(permalink, "", "|".join([*parts, *also, name, home]), make)

    @cached_property
    def _item(self) -> Callable[[str, str, str, bool], FeedItem]:
        """Make an item; the latest are kept, since topics' feeds hold many of the same stories."""

        @lru_cache(maxsize=KEPT)
        def made(story_id: str, lang: str, view: str, paired: bool) -> FeedItem:
            story = self.load(story_id)
            article = story.version(lang) or story.original
            content = self.stories.content(story, article, paired=paired)
            return FeedItem(f"{story_id}.{view}", content)

        return made
