"""What does not depend on the stories: frames, and the pages that are always there. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from digest import blocks
from digest.config import Config
from digest.model import (
    Alternate,
    Article,
    Frame,
    Link,
    ListContent,
    Page,
    Story,
    TextContent,
)
from digest.plan.addresses import Addresses, output
from digest.plan.listings import excerpt, slug_of
from digest.plan.redirects import redirect
from digest.records import record


@record
class FixedPlanner:
    """Makes frames and fixed pages."""

    config: Config
    addresses: Addresses
    names: Mapping[str, str]
    """What each language calls itself."""
    directions: Mapping[str, str]
    """`ltr` or `rtl` by language."""
    labels: Mapping[str, Mapping[str, str]]
    """Names of the fixed pages by language: `archive`, `sources`, `search`, `feeds`."""
    feeds: Mapping[str, tuple[Link, ...]]
    """Main feeds by view."""
    texts: tuple[Story, ...]
    """The editor's own pages."""

    def frames(self) -> dict[str, Frame]:
        """Return what every page of each language has around its content."""
        homes = tuple(
            Link(self.names[lang], self.addresses.home(lang), lang=lang)
            for lang in self.config.languages
        )
        return {lang: self._frame(lang, homes) for lang in self.config.languages}

    def _frame(self, lang: str, homes: tuple[Link, ...]) -> Frame:
        pages = self.config.pages
        topics = self.config.topics if "topic" in pages else ()
        dated = bool({"year", "month", "edition"} & pages)
        return Frame(
            lang=lang,
            dir=self.directions[lang],
            title=self.config.title(lang),
            description=self.config.description(lang),
            url=self.config.url,
            home=Link(self.config.title(lang), self.addresses.home(lang)),
            homes=homes,
            topics=tuple(
                Link(t.name(lang), self.addresses.topic(lang, t), key=t.key) for t in topics
            ),
            archive=self._word(lang, "archive") if dated else None,
            sources=self._word(lang, "source", "sources") if "source" in pages else None,
            search=self._word(lang, "search") if "search" in pages else None,
            feeds=self._word(lang, "feeds") if self.feeds else None,
            texts=tuple(
                Link(version.title, self._text_address(version))
                for text in self.texts
                if (version := text.version(lang))
            ),
        )

    def _word(self, lang: str, word: str, label: str = "") -> Link:
        return Link(self.labels[lang][label or word], self.addresses.word(lang, word))

    def pages(self) -> Iterator[Page]:
        """Yield the fixed pages: the editor's own, feeds, search, 404."""
        if "text" in self.config.pages:
            for text in self.texts:
                yield from self._texts(text)
        yield from self.redirects()
        for word, template, there in (
            ("feeds", "feeds.html", bool(self.feeds)),
            ("search", "search.html", "search" in self.config.pages),
        ):
            if there:
                for lang in self.config.languages:
                    yield self._worded(word, template, lang)
        if "search" in self.config.pages:
            yield self._search()
        lang = self.config.original
        yield Page("notfound", lang, "404.html", "404.html", "notfound.html", "404", "", None)

    def _texts(self, text: Story) -> Iterator[Page]:
        links = tuple(
            Link(self.names[a.lang], self._text_address(a), lang=a.lang) for a in text.articles
        )
        for article in text.articles:
            permalink = self._text_address(article)
            yield Page(
                kind="text",
                lang=article.lang,
                permalink=permalink,
                output=output(permalink),
                template="text.html",
                title=article.title,
                description=excerpt(article),
                content=TextContent(article, blocks.split(article.body)),
                canonical=permalink,
                alternates=_alternates(links),
                switch=_current(links, article.lang),
                feeds=self.feeds.get(article.lang, ()),
            )

    def redirects(self) -> Iterator[Page]:
        """Yield a page for each address that one of the editor's pages had before."""
        articles = (article for text in self.texts for article in text.articles)
        for article in articles if "text" in self.config.pages else ():
            new = self._text_address(article)
            for alias in article.aliases:
                old = self.addresses.story(article.lang, alias)
                if old != new:
                    yield redirect(old, new, article.lang, article.title)

    def _text_address(self, article: Article) -> str:
        return self.addresses.story(article.lang, slug_of(article))

    def _worded(self, word: str, template: str, lang: str) -> Page:
        links = tuple(
            Link(self.names[other], self.addresses.word(other, word), lang=other)
            for other in self.config.languages
        )
        permalink = self.addresses.word(lang, word)
        return Page(
            kind=word,
            lang=lang,
            permalink=permalink,
            output=output(permalink),
            template=template,
            title=self.labels[lang][word],
            description="",
            content=self._content(word, lang),
            canonical=permalink,
            alternates=_alternates(links),
            switch=_current(links, lang),
            feeds=self._all_feeds() if word == "feeds" else self.feeds.get(lang, ()),
        )

    def _search(self) -> Page:
        """The search page of all languages, at an address that any reader can guess."""
        links = tuple(
            Link(self.names[lang], self.addresses.word(lang, "search"), lang=lang)
            for lang in self.config.languages
        )
        lang = self.config.original
        return Page(
            kind="search",
            lang=lang,
            permalink="search/",
            output=output("search/"),
            template="search.html",
            title=self.labels[lang]["search"],
            description="",
            content=self._content("search", lang),
            canonical=self.addresses.word(lang, "search"),
            switch=links,
            feeds=self.feeds.get(lang, ()),
        )

    def _content(self, word: str, lang: str) -> ListContent | None:
        if word != "search":
            return None
        topics = self.config.topics if "topic" in self.config.pages else ()
        links = tuple(Link(t.name(lang), self.addresses.topic(lang, t), key=t.key) for t in topics)
        return ListContent("", "", (), (), links, None, None, None, 0)

    def _all_feeds(self) -> tuple[Link, ...]:
        main = [link for links in self.feeds.values() for link in links]
        topics = self.config.topics if "topic" in self.config.pages else ()
        for lang in self.config.languages:
            for topic in topics:
                address = f"{self.addresses.topic(lang, topic)}feed.xml"
                main.append(Link(topic.name(lang), address, lang=lang))
        return tuple(main)


def _alternates(links: tuple[Link, ...]) -> tuple[Alternate, ...]:
    if len(links) < 2:
        return ()
    return tuple(Alternate(link.lang, link.permalink) for link in links)


def _current(links: tuple[Link, ...], lang: str) -> tuple[Link, ...]:
    return tuple(link._replace(current=link.lang == lang) for link in links)
