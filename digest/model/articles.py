"""Stories, their articles, and the blocks and segments of these.

The fields of `Article` and `Story` bear the front matter's names: in print, `title` is the
headline, `summary` the standfirst and `author` the byline.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from digest.records import record

OriginKind = Literal["original", "machine", "human"]
"""Who wrote a text: the publisher, a translation service, or a person who translated it."""


@record
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


@record
class Source:
    """A paper or agency that a story comes from."""

    name: str
    """As printed: `Independent Türkçe`."""
    url: str = ""
    """Address of the original report, http or https, or empty."""


@record
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


@record
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


@record
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


@record
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


@record
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
