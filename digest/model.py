"""The types that cross stages. All are frozen; what holds several things holds tuples.

The fields of `Article` and `Story` bear the front matter's names: in print, `title` is the
headline, `summary` the standfirst and `author` the byline.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from digest import fingerprint

OriginKind = Literal["original", "machine", "human"]
"""Who wrote a text: the publisher, a translation service, or a person who translated it."""

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that belongs to a story."""

    src: str
    """Path of the file, relative to the folder of the article that names it."""
    alt: str = ""
    """What the picture shows, in the article's language, for those who do not see it."""
    width: int = 0
    """Pixels, so that the page keeps its place free; 0 where it is not known."""
    height: int = 0
    widths: tuple[int, ...] = ()
    """Widths in pixels of the smaller copies that the site has: `x-480w.jpg` of `x.jpg`."""


@dataclass(frozen=True, slots=True)
class Source:
    """A paper or agency that a story comes from."""

    name: str
    """As printed: `Independent Türkçe`."""
    url: str = ""
    """Address of the original report, http or https, or empty."""


@dataclass(frozen=True, slots=True)
class SegmentMark:
    """What a translation remembers of one segment."""

    key: str
    """`title`, `summary`, `caption`, `alt` or `body`.

    Body marks stand in the order of the original's blocks.
    """
    source: str
    """`fingerprint.short` of the original's segment when it was translated."""
    written: str
    """`fingerprint.short` of what the engine wrote; empty while the segment is pending."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from."""

    kind: OriginKind = "original"
    """Who wrote it."""
    reviewed: bool = False
    """True when a person has read a machine translation and stands by it (`status: reviewed`)."""
    engine: str = ""
    """Name of the translation service, for machine translations."""
    translated: str = ""
    """YYYY-MM-DD on which it was last translated, for machine translations."""
    segments: tuple[SegmentMark, ...] = ()
    """One mark a segment, for machine translations."""


@dataclass(frozen=True, slots=True)
class Article:
    """One language's text of a story."""

    lang: str
    """Language code as in config.yaml: `tr`."""
    title: str
    """Headline, plain text."""
    body: str
    """Markdown in the house dialect (see docs), blocks separated by blank lines."""
    slug: str = ""
    """Last part of the address: ASCII, lower case, at most 80 characters. Empty until minted."""
    aliases: tuple[str, ...] = ()
    """Slugs that the article had before; each becomes a redirect page."""
    summary: str = ""
    """Standfirst, plain text."""
    author: str = ""
    """Byline, plain text."""
    place: str = ""
    """Dateline place: `Ankara`."""
    caption: str = ""
    """Caption of the story's photo, with or without a picture, plain text."""
    credit: str = ""
    """Who took the photo: `Reuters arşiv`."""
    image: Image | None = None
    """The story's picture."""
    origin: Origin = Origin()
    """Who wrote this text."""
    path: str = ""
    """File in the site, relative and with forward slashes: `content/articles/2025-07/x.tr.md`."""
    body_line: int = 1
    """Line of the file on which the body starts, from 1."""


@dataclass(frozen=True, slots=True)
class Story:
    """One piece of news: an id, its versions, and what they share."""

    id: str
    """Minted once, 12 hex digits; empty for a file that a person wrote and nobody has imported."""
    articles: tuple[Article, ...]
    """The original first, then translations in the order of the config's languages."""
    date: str = ""
    """When it was published: YYYY-MM-DD or an ISO time with offset; empty when not stated."""
    updated: str = ""
    """When it was last changed, in the same forms."""
    imported: str = ""
    """YYYY-MM-DD on which it came in."""
    topics: tuple[str, ...] = ()
    """Keys of topics in config.yaml."""
    sources: tuple[Source, ...] = ()
    """Papers and agencies named at the end of the story."""
    tags: tuple[str, ...] = ()
    """Free words, shown and searched, without pages of their own."""
    also: tuple[str, ...] = ()
    """Ids of stories in which other papers report the same."""
    draft: bool = False
    """True while it is not to be published."""

    @property
    def original(self) -> Article:
        """The version that the others are translated from."""
        return self.articles[0]

    def version(self, lang: str) -> Article | None:
        """Return the version in this language, if there is one."""
        for article in self.articles:
            if article.lang == lang:
                return article
        return None


BlockKind = Literal[
    "paragraph", "heading", "quote", "list", "table", "image", "code", "rule", "reference"
]
"""`reference` is a link definition (`[name]: address`): it shows nothing by itself."""


class Block(NamedTuple):
    """One top-level block of an article's body."""

    kind: BlockKind
    text: str
    """Its Markdown source, without blank lines around it."""
    line: int = 0
    """Line within the body on which it starts, from 0."""
    references: str = ""
    """The body's link definitions, one a line, if the block may use them."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One unit of translation."""

    key: str
    """`title`, `summary`, `caption`, `alt` or `body`."""
    index: int
    """Which body block, from 0; 0 for the other keys."""
    text: str
    """Markdown for `body`, else plain text."""
    kind: BlockKind = "paragraph"
    """What kind of block it is; `paragraph` for plain texts."""

    @property
    def name(self) -> str:
        """How a person names it: `title`, `body-3` (from 1)."""
        return f"body-{self.index + 1}" if self.key == "body" else self.key


class Pair(NamedTuple):
    """What stands side by side: usually one block and its translation."""

    original: tuple[Block, ...]
    """None, one or several blocks of the original."""
    translation: tuple[Block, ...]
    """None, one or several blocks of the translation."""
    stale: bool = False
    """True when the original changed after it was translated."""


class Teaser(NamedTuple):
    """A story in one language, as lists show it.

    A named tuple, since a build makes tens of thousands.
    """

    story: str
    """The story's id."""
    lang: str
    title: str
    summary: str
    """Standfirst, or the start of the body's first paragraph when there is none; plain text."""
    permalink: str
    """Folder address from the site's root: `tr/ateskes-gorusmeleri/`."""
    day: str
    """YYYY-MM-DD in the site's time zone."""
    time: str
    """`date` as an ISO time with offset or YYYY-MM-DD, empty when the story is undated."""
    topics: tuple[str, ...]
    """Keys of topics."""
    machine: bool
    """True for a machine translation that nobody has reviewed."""
    image: str
    """Path of the picture from content/articles/, or empty."""
    sizes: tuple[int, ...]
    """Its width in pixels after those of its smaller copies; empty where it has none."""
    sources: tuple[str, ...]
    """Names of its sources, for lists that show where a story comes from."""


class Shown(NamedTuple):
    """The part of a listing that is kept packed until it is asked for."""

    teasers: tuple[Teaser, ...]
    """One a language that it is published in, the original first."""
    words: tuple[str, ...]
    """Folded stems of the headline, for related stories."""


class Listing(NamedTuple):
    """What lists, neighbours and feeds know of a story: everything but its bodies.

    A site has tens of thousands in memory, and a build looks into few: what orders them is at
    hand, and the rest is packed. `Listing.of` makes one.
    """

    id: str
    moment: str
    """Sort key: UTC time as `YYYY-MM-DDTHH:MM:SSZ`. Ties are broken by id."""
    day: str
    """YYYY-MM-DD of its edition in the site's time zone."""
    dated: bool
    """False when `day` is the day it was imported."""
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    """Names of its sources."""
    also: tuple[str, ...]
    """Ids of stories in which other papers report the same."""
    langs: tuple[str, ...]
    """Languages that it is published in, the original's first."""
    aliases: tuple[tuple[str, str], ...]
    """Former (language, slug) pairs."""
    lastmod: str
    """`updated`, else `date`, in ISO form; empty when the story has neither."""
    packed: bytes
    """`Shown`, by marshal."""
    signature: str
    """Fingerprint of all of this and of `Shown`: of all that other pages show of the story."""
    content: str
    """Fingerprint of the story's files: changes with every edit of any version."""

    @classmethod
    def of(  # noqa: PLR0913, PLR0917  the fields
        cls, id: str, moment: str, day: str, dated: bool, updated: str,  # noqa: A002
        topics: tuple[str, ...], sources: tuple[str, ...], also: tuple[str, ...],
        teasers: tuple[Teaser, ...], aliases: tuple[tuple[str, str], ...],
        words: tuple[str, ...], content: str,
    ) -> Listing:  # fmt: skip
        """Return a listing; the fields are those of `Listing` and `Shown`."""
        plain = tuple([tuple(teaser) for teaser in teasers])
        packed = marshal.dumps((plain, words), _STABLE)  # type: ignore[arg-type]  # plain values
        langs = tuple([teaser.lang for teaser in teasers])
        lastmod = updated or teasers[0].time
        order = id, moment, day, dated, topics, sources, also, langs, aliases, lastmod
        signature = fingerprint.of_bytes(marshal.dumps(order, _STABLE) + packed)
        return cls(*order, packed, signature, content)

    @property
    def shown(self) -> Shown:
        """What is packed."""
        return _unpacked(self.packed)

    @property
    def teasers(self) -> tuple[Teaser, ...]:
        """One a language that it is published in, the original first."""
        return _unpacked(self.packed).teasers

    def teaser(self, lang: str) -> Teaser | None:
        """Return the teaser in this language, if it is published in it."""
        if lang not in self.langs:
            return None
        return _unpacked(self.packed).teasers[self.langs.index(lang)]


_STABLE = 2
"""Version of marshal's format in which equal values have equal bytes."""


@lru_cache(maxsize=2048)
def _unpacked(packed: bytes) -> Shown:
    plain, words = marshal.loads(packed)  # noqa: S302 - `of` wrote it
    return Shown(tuple([tuple.__new__(Teaser, teaser) for teaser in plain]), words)


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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class TextContent:
    """What a page of the editor's own shows: about, for instance."""

    article: Article
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One story in a feed."""

    guid: str
    """`ID.tr`, `ID.tr-en`: never changes."""
    content: StoryContent


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person should know of, and can mend."""

    severity: Severity
    code: str
    """Short name, documented in docs/checks.md: `dead-link`."""
    message: str
    path: str = ""
    line: int = 0
    """From 1; 0 when it concerns the whole file."""
    hint: str = ""

    def __str__(self) -> str:
        """`path:line: message Hint`, leaving out what is not known."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} {self.hint}" if self.hint else text
