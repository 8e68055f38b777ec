"""Pages, and what stands in each kind of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from digest.model.articles import Article, Block, Pair, Story
from digest.model.listings import Teaser
from digest.records import record


class Link(NamedTuple):
    """A link within the site, or to a source."""

    name: str
    """What is shown, in the page's language."""
    permalink: str
    """Folder address from the site's root, or an absolute http(s) address."""
    count: int = 0  # type: ignore[assignment]  # a number, and not the method of tuples
    """How many stories are behind it, where that is known."""
    lang: str = ""
    """Language of what it leads to, where it is not the page's."""
    current: bool = False
    """True for the entry that stands for the page itself."""
    key: str = ""
    """Key of the topic that it leads to; empty for anything else."""


@record
class StoryContent:
    """What a story page shows; the side-by-side page too."""

    story: Story
    """Ids, dates and what the languages share."""
    article: Article
    """The version that the page is in; on a side-by-side page the translation."""
    original: Article
    """The original; the same object as `article` on the original's own page."""
    blocks: tuple[Block, ...]
    """The body of `article`."""
    pairs: tuple[Pair, ...]
    """Aligned blocks; empty but on side-by-side pages."""
    day: str
    """YYYY-MM-DD of the edition."""
    edition: Link | None
    """The day's edition."""
    published: str
    """ISO time or day of publication; empty when it is not known."""
    updated: str
    added: str
    """YYYY-MM-DD on which it came in; set only when `published` is empty."""
    stale: bool
    """True when the original is newer than this translation."""
    topics: tuple[Link, ...]
    sources: tuple[Link, ...]
    """`permalink` leads to the source's own archive here, or to the report elsewhere."""
    tags: tuple[str, ...]
    views: tuple[Link, ...]
    """The versions of this story: each language, then each side-by-side view.

    `current` is set for this page's.
    """
    previous: Teaser | None
    """The story before it in time."""
    next: Teaser | None
    """The story after it in time."""
    related: tuple[Teaser, ...]
    also: tuple[Teaser, ...]
    """The same news in other papers."""
    pending: frozenset[int] = frozenset()
    """Places among `blocks` of what is not translated yet, and stands in the original's words."""


class Group(NamedTuple):
    """Stories of one day (or of one topic) within a list."""

    day: str
    """YYYY-MM-DD, or empty."""
    link: Link | None
    """Where all of its stories are listed; on front pages with their number."""
    teasers: tuple[Teaser, ...]
    """Newest first.

    On the bilingual front page the languages' teasers of one story follow each other.
    """


class Period(NamedTuple):
    """A stretch of time in an archive, with its number of stories."""

    day: str
    """`2025`, `2025-07` or `2025-07-22`."""
    count: int  # type: ignore[assignment]  # a number, and not the method of tuples
    permalink: str
    """Empty when nothing was published in it."""


@record
class ListContent:
    """What front pages, editions, archives, topics and sources show."""

    day: str
    """`2025-07-22`, `2025-07`, `2025` for an edition or archive; else empty."""
    name: str
    """Name of the topic or source; else empty."""
    groups: tuple[Group, ...]
    """Newest first."""
    periods: tuple[Period, ...]
    """Years, months or days of an archive."""
    links: tuple[Link, ...]
    """Topics or sources of an index page.

    Of a front page the editions that it shows stories of and some before them, newest first;
    `name` is the day.
    """
    newer: Link | None
    """The next edition or archive in time."""
    older: Link | None
    up: Link | None
    """The archive that this one is part of."""
    count: int
    """How many stories there are in all."""


@record
class TextContent:
    """What a page of the editor's own shows: about, for instance."""

    article: Article
    blocks: tuple[Block, ...]


@record
class FeedItem:
    """One story in a feed."""

    guid: str
    """`ID.tr`, `ID.tr-en`: never changes."""
    make: Callable[[], StoryContent]
    """Reads the story."""
    signature: str = ""
    """Changes with everything of which the content is made; empty when that is not known."""

    @cached_property
    def content(self) -> StoryContent:
        """The story, read once."""
        return self.make()


@record
class FeedContent:
    """What a feed holds."""

    name: str
    """Name of the topic, or empty for a main feed."""
    home: str
    """Permalink of the page that the feed belongs to."""
    items: tuple[FeedItem, ...]
    """Newest first."""


class Alternate(NamedTuple):
    """A version of a page in another language, for hreflang."""

    lang: str
    permalink: str


@record
class Page:
    """One file of the site. It holds everything that its template may see."""

    kind: str
    """`story`, `pair`; `front`, `home`, `edition`, `month`, `year`, `archive`, `topic`, `topics`,
    `source`, `sources`; `text`, `feeds`, `search`, `redirect`, `notfound`, `feed`."""
    lang: str
    """Language of the page; the translation's on a side-by-side page."""
    permalink: str
    """Address from the site's root: `tr/x/`, `` for the front page, `tr/feed.xml`."""
    output: str
    """File below output/: `tr/x/index.html`."""
    template: str
    """Template that renders it: `story.html`."""
    title: str
    """Plain text for the title element; empty on the front pages."""
    description: str
    """Plain text for search engines and previews."""
    content: object
    """StoryContent, ListContent, TextContent, FeedContent or None, by kind."""
    canonical: str = ""
    """Permalink of the page that search engines should show; empty: none is named."""
    alternates: tuple[Alternate, ...] = ()
    """Versions in every language, this one included; empty when there is one alone."""
    switch: tuple[Link, ...] = ()
    """Where the reader gets the same in another language or view; `current` set for this page."""
    feeds: tuple[Link, ...] = ()
    """Feeds that readers of this page can subscribe to, nearest first."""
    original_lang: str = ""
    """On a side-by-side page, the original's language."""

    @property
    def root(self) -> str:
        """Relative way from this page to the site's root: `../../`, or `./`."""
        return "../" * self.permalink.count("/") or "./"


@record
class Frame:
    """What every page of one language has around its content.

    Nothing in it changes when a story comes in.
    """

    lang: str
    dir: str
    """`ltr` or `rtl`."""
    title: str
    """Name of the site."""
    description: str
    """What the site says of itself, or empty."""
    url: str
    """Absolute address of the site's root, ending in `/`; empty when it has none."""
    home: Link
    """The language's home."""
    homes: tuple[Link, ...]
    """The home of every language, `lang` set."""
    topics: tuple[Link, ...]
    """Every topic, in the order of config.yaml."""
    archive: Link | None
    sources: Link | None
    search: Link | None
    feeds: Link | None
    """The page that explains and lists the feeds."""
    texts: tuple[Link, ...]
    """The editor's own pages: about."""
