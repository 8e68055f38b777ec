"""Story → its pages: one in each language, one beside each translation, redirects. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from digest import blocks, fingerprint
from digest.config import Config
from digest.model import (
    Alternate,
    Article,
    Link,
    Listing,
    Page,
    Pair,
    Story,
    StoryContent,
    Teaser,
)
from digest.plan.addresses import Addresses, output, source_slug
from digest.plan.outline import Outline
from digest.plan.redirects import redirect
from digest.records import record, replace

T = TypeVar("T")


@record
class StoryPlanner:
    """Makes the pages of stories; holds what they have in common."""

    config: Config
    addresses: Addresses
    outline: Outline
    names: Mapping[str, str]
    """What each language calls itself."""
    feeds: Mapping[str, tuple[Link, ...]]
    """Main feeds by view: `tr`, `en`, `tr-en`."""

    def pages(self, story: Story, related: tuple[str, ...]) -> Iterator[Page]:
        """Yield a story's pages in every language and view, then its redirects."""
        row = self.outline.by_id[story.id]
        split = {a.lang: blocks.split(a.body) for a in story.articles}
        alternates = self.alternates(row)
        contents = {}
        for teaser in row.teasers:
            article = story.version(teaser.lang) or story.original
            content = contents[teaser.lang] = self.content(story, article, related, split)
            yield self._story_page(teaser, content, alternates)
        for teaser in self._paired(row.teasers):
            beside = self._beside(row, contents[teaser.lang], split)
            yield self._pair_page(teaser, beside, row.teasers[0].permalink)
        yield from self.redirects(row)

    def content(
        self,
        story: Story,
        article: Article,
        related: tuple[str, ...] = (),
        split: Mapping[str, tuple[blocks.Block, ...]] | None = None,
        *,
        paired: bool = False,
    ) -> StoryContent:
        """Return what a page or feed item shows of one version; with `paired`, of both."""
        row = self.outline.by_id[story.id]
        lang, original = article.lang, story.original
        bodies = split or {a.lang: blocks.split(a.body) for a in (original, article)}
        machine = article is not original and article.origin.kind == "machine"
        stale = machine and is_stale(article, original, self._pairs(bodies, article, original))
        content = StoryContent(
            story=story,
            article=article,
            original=original,
            blocks=bodies[lang],
            pairs=(),
            day=row.day,
            edition=self._edition(row, lang),
            published=story.date,
            updated=story.updated,
            added="" if story.date else story.imported,
            stale=stale,
            topics=self._topics(row, lang),
            sources=self._sources(story, lang),
            tags=story.tags,
            views=self._views(row, lang),
            previous=self.outline.neighbour(story.id, lang, 1),
            next=self.outline.neighbour(story.id, lang, -1),
            related=self._teasers(related, lang),
            also=self._teasers(self.outline.also.get(story.id, ()), lang),
            pending=pending(article, bodies[lang]) if machine else frozenset(),
        )
        return self._beside(row, content, bodies) if paired else content

    def _beside(
        self, row: Listing, content: StoryContent, bodies: Mapping[str, tuple[blocks.Block, ...]]
    ) -> StoryContent:
        """Return what the side-by-side page shows beside what a translation's own page does."""
        article = content.article
        pairs = self._pairs(bodies, article, content.original)
        if content.pending:
            left = {content.blocks[at] for at in content.pending}
            pairs = tuple(
                pair._replace(translation=()) if left.issuperset(pair.translation) else pair
                for pair in pairs
            )
        return replace(content, pairs=pairs, views=self._views(row, article.lang, paired=True))

    def permalinks(self, row: Listing) -> Iterator[str]:
        """Yield the addresses of a story's pages and redirects, without reading it."""
        own = row.permalinks
        yield from own
        for lang in self._paired(row.langs):
            yield self._pair_address(own[0], lang)
        for page in self.redirects(row):
            yield page.permalink

    def alternates(self, row: Listing) -> tuple[Alternate, ...]:
        """Return a story's versions in every language; nothing when there is one alone."""
        if len(row.langs) < 2:
            return ()
        return tuple([Alternate(teaser.lang, teaser.permalink) for teaser in row.teasers])

    def _story_page(
        self, teaser: Teaser, content: StoryContent, alternates: tuple[Alternate, ...]
    ) -> Page:
        return Page(
            kind="story",
            lang=teaser.lang,
            permalink=teaser.permalink,
            output=output(teaser.permalink),
            template="story.html",
            title=teaser.title,
            description=teaser.summary,
            content=content,
            canonical=teaser.permalink,
            alternates=alternates,
            switch=content.views,
            feeds=self.feeds.get(teaser.lang, ()),
        )

    def _pair_page(self, teaser: Teaser, content: StoryContent, original: str) -> Page:
        """Return the page of a translation beside its original, which lies at `original`."""
        permalink = self._pair_address(original, teaser.lang)
        return Page(
            kind="pair",
            lang=teaser.lang,
            permalink=permalink,
            output=output(permalink),
            template="pair.html",
            title=teaser.title,
            description=teaser.summary,
            content=content,
            canonical=original,
            switch=content.views,
            feeds=self.feeds.get(self.addresses.view(teaser.lang), ()),
            original_lang=content.original.lang,
        )

    def _paired(self, versions: tuple[T, ...]) -> tuple[T, ...]:
        """Return those of a story's versions that have a page beside the original, the first."""
        return versions[1:] if "pair" in self.config.pages else ()

    def _pair_address(self, original: str, lang: str) -> str:
        return self.addresses.pair(lang, original.split("/")[1])

    def _views(self, row: Listing, lang: str, *, paired: bool = False) -> tuple[Link, ...]:
        names, teasers = self.names, row.teasers
        views = [
            Link(names[t.lang], t.permalink, 0, t.lang, t.lang == lang and not paired)
            for t in teasers
        ]
        for other in self._paired(row.langs):
            name = f"{names[teasers[0].lang]} – {names[other]}"
            address = self._pair_address(teasers[0].permalink, other)
            view = self.addresses.view(other)
            views.append(Link(name, address, 0, view, paired and other == lang))
        return tuple(views)

    def _edition(self, row: Listing, lang: str) -> Link | None:
        if "edition" not in self.config.pages or not row.day:
            return None
        return Link(row.day, self.addresses.period(lang, row.day))

    def _topics(self, row: Listing, lang: str) -> tuple[Link, ...]:
        if "topic" not in self.config.pages:
            return ()
        links = self._topic_links
        return tuple([links[lang, key] for key in row.topics if (lang, key) in links])

    @cached_property
    def _topic_links(self) -> dict[tuple[str, str], Link]:
        """Links to every topic, by language and key."""
        return {
            (lang, topic.key): Link(
                topic.name(lang), self.addresses.topic(lang, topic), key=topic.key
            )
            for lang in self.config.languages
            for topic in self.config.topics
        }

    def _sources(self, story: Story, lang: str) -> tuple[Link, ...]:
        links = []
        for source in story.sources:
            slug = source_slug(source.name) if "source" in self.config.pages else ""
            links.append(
                Link(source.name, self.addresses.source(lang, slug) if slug else source.url)
            )
        return tuple(links)

    def _teasers(self, ids: tuple[str, ...], lang: str) -> tuple[Teaser, ...]:
        rows = (self.outline.by_id[story] for story in ids if story in self.outline.by_id)
        return tuple(teaser for row in rows if (teaser := row.teaser(lang)))

    def _pairs(
        self, bodies: Mapping[str, tuple[blocks.Block, ...]], article: Article, original: Article
    ) -> tuple[Pair, ...]:
        marks = tuple(mark for mark in article.origin.segments if mark.key == "body")
        return blocks.pair(bodies[original.lang], bodies[article.lang], marks)

    def redirects(self, row: Listing) -> Iterator[Page]:
        """Yield a page for each address that a story had before."""
        for lang, alias in row.aliases:
            teaser = row.teaser(lang)
            if teaser and teaser.permalink != self.addresses.story(lang, alias):
                yield redirect(
                    self.addresses.story(lang, alias), teaser.permalink, lang, teaser.title
                )
                if lang == self.config.original:
                    for other in self._paired(row.langs):
                        old = self.addresses.pair(other, alias)
                        new = self._pair_address(row.permalinks[0], other)
                        yield redirect(old, new, other, teaser.title)


def pending(article: Article, body: tuple[blocks.Block, ...]) -> frozenset[int]:
    """Return which blocks of a translation stand in the original's words until it is complete."""
    left = {m.source for m in article.origin.segments if m.key == "body" and not m.written}
    if not left:
        return frozenset()
    return frozenset(at for at, block in enumerate(body) if fingerprint.short(block.text) in left)


def is_stale(article: Article, original: Article, pairs: tuple[Pair, ...]) -> bool:
    """Return whether the original has changed since a machine translated it."""
    texts = {"title": original.title, "summary": original.summary, "caption": original.caption}
    plain = (m for m in article.origin.segments if m.key in texts)
    changed = any(fingerprint.short(texts[m.key]) != m.source for m in plain)
    return changed or any(pair.stale for pair in pairs)
