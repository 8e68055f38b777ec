"""Which feeds the site has, and what stands in them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from itertools import islice

from digest.config import Config
from digest.model import FeedContent, FeedItem, Link, Listing, Page, Story, StoryContent
from digest.plan.addresses import Addresses
from digest.plan.listpages import Planned
from digest.plan.outline import Outline
from digest.plan.stories import StoryPlanner
from digest.records import record

TOPIC_ITEMS = 20
"""Items of a topic's feed at most: there are many of them, and each holds whole texts."""

KEPT = 400
"""Stories that are kept for the next feed."""

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


@record
class FeedPlanner:
    """Makes the feeds."""

    config: Config
    addresses: Addresses
    outline: Outline
    stories: StoryPlanner
    load: Callable[[str], Story]
    """Reads a story by its id."""

    def planned(self, topics: Collection[str] | None = None) -> Iterator[Planned]:
        """Yield the feeds of the site; of topics, with `topics`, the feeds of these alone."""
        if "feed" not in self.config.pages or not self.config.url:
            return
        for lang in self.config.languages:
            newest = _newest(self.outline.rows, lang, self.config.feed_items)
            yield from self._main(lang, "", lang, newest)
            if lang != self.config.original and "pair" in self.config.pages:
                view = self.addresses.view(lang)
                yield from self._main(lang, self.config.original, view, newest)
            if "topic" in self.config.pages:
                yield from self._topics(lang, topics)

    def _main(
        self, lang: str, original: str, view: str, rows: tuple[Listing, ...]
    ) -> Iterator[Planned]:
        home = "" if original else self.addresses.home(lang)
        for form in FORMATS:
            yield self._planned(lang, original, f"{view}/feed.{form}", home, "", rows)

    def _topics(self, lang: str, topics: Collection[str] | None) -> Iterator[Planned]:
        items = min(TOPIC_ITEMS, self.config.feed_items)
        for topic in self.config.topics:
            if topics is not None and topic.key not in topics:
                continue
            filed = (self.outline.rows[n] for n in self.outline.by_topic.get(topic.key, ()))
            newest = _newest(filed, lang, items)
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
                    tuple(self._item(row, lang, view, paired) for row in rows),
                ),
                original_lang=original,
            )

        parts = (_signature(row) for row in rows)
        return Planned(permalink, "", "|".join([*parts, name, home]), make)

    def _item(self, row: Listing, lang: str, view: str, paired: bool) -> FeedItem:
        make = partial(self._content, row.id, lang, paired)
        return FeedItem(f"{row.id}.{view}", make, _signature(row))

    @cached_property
    def _content(self) -> Callable[[str, str, bool], StoryContent]:
        """Read a story; the latest are kept, since topics' feeds hold many of the same."""

        @lru_cache(maxsize=KEPT)
        def made(story_id: str, lang: str, paired: bool) -> StoryContent:
            story = self.load(story_id)
            article = story.version(lang) or story.original
            return self.stories.content(story, article, paired=paired)

        return made


def _signature(row: Listing) -> str:
    return row.content + row.signature


def _newest(rows: Iterable[Listing], lang: str, items: int) -> tuple[Listing, ...]:
    """Return the newest dated stories in a language; `rows` are newest first."""
    return tuple(islice((row for row in rows if row.day and lang in row.langs), items))
