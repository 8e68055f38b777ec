"""Which lists the site has: front pages, editions, archives, topics and sources. Pure.

Nothing here is numbered by page: a list that would grow without bound shows its newest
stories and leads to the months, so that a new story touches a handful of pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from digest.config import Config
from digest.model import Link, Listing, Period
from digest.plan import fronts
from digest.plan.addresses import Addresses
from digest.plan.outline import Outline
from digest.plan.shelf import Shelf, dated, shelved
from digest.plan.touching import Touched
from digest.records import record

LATEST = 50
"""Stories on the page of a topic or source; the rest is in its months."""

_LENGTHS = {"year": 4, "month": 7, "edition": 10}
"""Characters of a day that name each stretch of time."""


Key = tuple[str, str, str]
"""Kind, subject and day of a list, as in `ListSpec`."""


@record
class ListSpec:
    """One list, before its page is made. The same list in two languages has one `key`."""

    kind: str
    lang: str
    permalink: str
    rows: Sequence[Listing] = ()
    """The stories that it shows, newest first."""
    subject: str = ""
    """Key of the topic or slug of the source; empty for others."""
    day: str = ""
    name: str = ""
    periods: tuple[Period, ...] = ()
    links: tuple[Link, ...] = ()
    older: Link | None = None
    newer: Link | None = None
    up: Link | None = None
    feeds: tuple[Link, ...] = ()
    count: int = 0

    @property
    def key(self) -> Key:
        """What makes two lists the same but for their language."""
        return self.kind, self.subject, self.day


@record
class ListPlanner:
    """Says which lists there are."""

    config: Config
    addresses: Addresses
    outline: Outline
    feeds: Mapping[str, tuple[Link, ...]]
    """Main feeds by view."""
    touched: Touched | None = None
    """What may have changed since the last build; None: everything."""

    def specs(self) -> Iterator[ListSpec]:
        """Yield every list of the site that may have changed."""
        pages = self.config.pages
        shelves = self._shelves
        if "front" in pages:
            yield self._front(shelves)
        for lang, shelf in shelves.items():
            yield self._home(lang, shelf)
            for kind in _LENGTHS:
                if kind in pages:
                    yield from self._periods(kind, lang, shelf)
            if {"year", "month", "edition"} & pages:
                yield self._archive(lang, shelf)
            if "topic" in pages:
                yield from self._topics(lang, shelf)
            if "source" in pages:
                yield from self._sources(lang, shelf)

    def keeps(self, key: Key) -> bool:
        """Return whether nothing that was touched can have changed this list of the last build."""
        kind, subject, day = key
        if self.touched is None:
            return False
        if kind in _LENGTHS:
            return day not in self._near[kind]
        if kind == "topic":
            return subject not in self.touched.topics
        return kind == "source" and subject not in self.touched.sources

    @cached_property
    def _shelves(self) -> dict[str, Shelf]:
        return shelved(self.outline, self.config.languages)

    @cached_property
    def _near(self) -> dict[str, frozenset[str]]:
        """Years, months and days that may have changed, where not everything may have."""
        shelves, touched = self._shelves.values(), self.touched
        return {
            kind: touched.near((_groups(kind, shelf) for shelf in shelves), length)
            for kind, length in _LENGTHS.items()
            if touched
        }

    def _front(self, shelves: Mapping[str, Shelf]) -> ListSpec:
        feeds = tuple(dict.fromkeys(link for links in self.feeds.values() for link in links))
        rows = fronts.leading(self.outline.rows)
        links = tuple(
            link for lang, shelf in shelves.items() for link in self._editions(lang, shelf, rows)
        )
        lang = self.config.original
        return ListSpec(kind="front", lang=lang, permalink="", rows=rows, links=links, feeds=feeds)

    def _home(self, lang: str, shelf: Shelf) -> ListSpec:
        rows, feeds = fronts.leading(shelf.rows), self.feeds.get(lang, ())
        permalink, links = self.addresses.home(lang), self._editions(lang, shelf, rows)
        return ListSpec(
            kind="home", lang=lang, permalink=permalink, rows=rows, links=links, feeds=feeds
        )

    def _editions(self, lang: str, shelf: Shelf, shown: Sequence[Listing]) -> tuple[Link, ...]:
        if "edition" not in self.config.pages:
            return ()
        return tuple(fronts.editions(lang, shelf, shown, self.addresses))

    def _periods(self, kind: str, lang: str, shelf: Shelf) -> Iterator[ListSpec]:
        groups = _groups(kind, shelf)
        names = sorted(groups)
        for n, name in enumerate(names):
            if self.keeps((kind, "", name)):
                continue
            yield ListSpec(
                kind=kind,
                lang=lang,
                permalink=self.addresses.period(lang, name),
                rows=() if kind == "year" else groups[name],
                day=name,
                periods=self._inner(kind, lang, name, shelf),
                older=self._period_link(lang, names[n - 1]) if n else None,
                newer=self._period_link(lang, names[n + 1]) if n + 1 < len(names) else None,
                up=self._up(lang, name),
                feeds=self.feeds.get(lang, ()),
                count=len(groups[name]),
            )

    def _inner(self, kind: str, lang: str, name: str, shelf: Shelf) -> tuple[Period, ...]:
        """The months of a year and their days, the days of a month."""
        if kind == "edition":
            return ()
        months = shelf.months_of(name) if kind == "year" else []
        days = [day for month in [m for m, _ in months] or [name] for day in shelf.days_of(month)]
        linked = {7: "month" in self.config.pages, 10: "edition" in self.config.pages}
        return tuple(
            Period(day, count, self.addresses.period(lang, day) if linked[len(day)] else "")
            for day, count in (*months, *days)
        )

    def _period_link(self, lang: str, name: str) -> Link:
        return Link(name, self.addresses.period(lang, name))

    def _up(self, lang: str, name: str) -> Link:
        for outer, part in (("month", name[:7]), ("year", name[:4])):
            if outer in self.config.pages and part != name:
                return self._period_link(lang, part)
        return Link("", self.addresses.word(lang, "archive"))

    def _archive(self, lang: str, shelf: Shelf) -> ListSpec:
        years = shelf.years if "year" in self.config.pages else {}
        months = shelf.months if "month" in self.config.pages else {}
        groups = {**years, **months} or shelf.days
        return ListSpec(
            kind="archive",
            lang=lang,
            permalink=self.addresses.word(lang, "archive"),
            periods=tuple(
                Period(name, len(groups[name]), self.addresses.period(lang, name))
                for name in sorted(groups, reverse=True)
            ),
            feeds=self.feeds.get(lang, ()),
            count=len(shelf.rows),
        )

    def _topics(self, lang: str, shelf: Shelf) -> Iterator[ListSpec]:
        links = []
        for topic in self.config.topics:
            name, permalink = topic.name(lang), self.addresses.topic(lang, topic)
            rows = shelf.topics.get(topic.key, [])
            links.append(Link(name, permalink, len(rows), key=topic.key))
            feeds = self.feeds.get(lang, ())
            if "feed" in self.config.pages and self.config.url:
                feeds = (Link(name, f"{permalink}feed.xml", lang=lang), *feeds)
            if not self.keeps(("topic", topic.key, "")):
                yield from self._subject("topic", lang, topic.key, links[-1], rows, feeds)
        yield self._index("topics", "topic", lang, links)

    def _sources(self, lang: str, shelf: Shelf) -> Iterator[ListSpec]:
        links = []
        for slug, name in sorted(shelf.names.items()):
            rows = shelf.sources[slug]
            links.append(Link(name, self.addresses.source(lang, slug), len(rows)))
            if not self.keeps(("source", slug, "")):
                feeds = self.feeds.get(lang, ())
                yield from self._subject("source", lang, slug, links[-1], rows, feeds)
        yield self._index("sources", "source", lang, links)

    def _index(self, kind: str, word: str, lang: str, links: list[Link]) -> ListSpec:
        return ListSpec(
            kind=kind,
            lang=lang,
            permalink=self.addresses.word(lang, word),
            links=tuple(links),
            feeds=self.feeds.get(lang, ()),
            count=len(links),
        )

    def _subject(
        self,
        kind: str,
        lang: str,
        subject: str,
        link: Link,
        rows: Sequence[Listing],
        feeds: tuple[Link, ...],
    ) -> Iterator[ListSpec]:
        """A topic or source: its newest stories, and its months where it has more."""
        months = dated(rows, 7) if len(rows) > LATEST else {}
        names = sorted(months)
        address = {month: _month(link.permalink, month) for month in names}
        yield ListSpec(
            kind=kind, lang=lang, permalink=link.permalink, rows=rows[:LATEST], subject=subject,
            name=link.name, feeds=feeds, count=len(rows),
            periods=tuple(Period(m, len(months[m]), address[m]) for m in reversed(names)),
            up=Link("", self.addresses.word(lang, kind)),
        )  # fmt: skip
        for n, month in enumerate(names):
            older, newer = names[n - 1] if n else "", (*names, "")[n + 1]
            yield ListSpec(
                kind=kind, lang=lang, permalink=address[month], rows=months[month],
                subject=subject, day=month, name=link.name, feeds=feeds, count=len(months[month]),
                older=Link(older, address[older]) if older else None,
                newer=Link(newer, address[newer]) if newer else None,
                up=Link(link.name, link.permalink),
            )  # fmt: skip


def _groups(kind: str, shelf: Shelf) -> dict[str, list[Listing]]:
    return {"year": shelf.years, "month": shelf.months, "edition": shelf.days}[kind]


def _month(permalink: str, month: str) -> str:
    return f"{permalink}{month.replace('-', '/')}/"
