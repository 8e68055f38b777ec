"""A site's settings: config.yaml as a typed value. `reading.load` makes one."""

from __future__ import annotations

from pathlib import Path

from digest.records import record

PAGE_KINDS = (
    "pair", "front", "edition", "month", "year", "topic", "source",
    "text", "feed", "search", "sitemap",
)  # fmt: skip
"""Kinds of page that `build.pages` can switch; stories, language homes and 404 are always made."""

ENGINES = ("google", "libretranslate", "mymemory", "deepl")
"""Translation services that `translation.engines` can name."""


@record
class Topic:
    """A subject that stories are filed under."""

    key: str
    """What articles name it by, in every language: `gazze`."""
    names: tuple[tuple[str, str], ...]
    """(language, name) pairs, one for each language of the site."""
    slugs: tuple[tuple[str, str], ...]
    """(language, slug) pairs, made from the names."""
    words: tuple[str, ...]
    """Words of the original's language that select it, matched with their suffixes."""

    def name(self, lang: str) -> str:
        """Return the topic's name in this language."""
        return dict(self.names)[lang]

    def slug(self, lang: str) -> str:
        """Return the last part of the topic's address in this language."""
        return dict(self.slugs)[lang]


@record
class Engine:
    """How one translation service is used."""

    name: str
    """`google`, `libretranslate`, `mymemory` or `deepl`."""
    url: str = ""
    """Where it answers; empty for the service's own address."""
    timeout: float = 10.0
    """Seconds to wait for a connection, and between two reads."""
    deadline: float = 30.0
    """Seconds that one request may take in all."""
    max_chars: int = 0
    """Longest text of one request; 0 for the service's own limit."""
    rps: float = 5.0
    """Requests a second at most."""
    concurrency: int = 4
    """Requests under way at once at most."""


@record
class Translation:
    """What is translated, and by whom."""

    enabled: bool = False
    """Whether `digest build` translates; typing `digest translate` always does."""
    engines: tuple[str, ...] = ("google",)
    """Services in the order in which they are tried."""
    glossary: str = "glossary.yaml"
    """File of terms, relative to the site; empty for none."""
    partial: float = 1.0
    """Share of translated segments from which a translation is published; 1: when all are there."""


@record
class Rule:
    """A named rule by which import drops lines that are no part of an article."""

    name: str
    """What the ledger calls it: `share-widget`."""
    lines: tuple[str, ...] = ()
    """Whole lines, compared without case, accents of quotes or spaces around."""
    starts: tuple[str, ...] = ()
    """Beginnings of lines."""


@record
class Silence:
    """A finding of `digest check` that is not reported."""

    code: str
    reason: str
    path: str = ""
    """Only in this file, or files that match this pattern; empty: everywhere."""


@record
class Config:
    """A site's settings."""

    root: Path
    """The site's folder, absolute."""
    titles: tuple[tuple[str, str], ...]
    """(language, name of the site) pairs."""
    descriptions: tuple[tuple[str, str], ...]
    """(language, what the site is) pairs; empty texts where config.yaml has none."""
    url: str
    """Absolute address of the site's root, ending in `/`; empty when it has none."""
    timezone: str
    """IANA name, for times without an offset and for the day of an edition."""
    languages: tuple[str, ...]
    """The original's first."""
    topics: tuple[Topic, ...] = ()
    pages: frozenset[str] = frozenset(PAGE_KINDS)
    jobs: int = 0
    """Processes that render; 0 for one a processor."""
    feed_items: int = 50
    translation: Translation = Translation()
    engines: tuple[Engine, ...] = ()
    """Settings of the services named in `translation.engines`, in that order."""
    rules: tuple[Rule, ...] = ()
    """Rules of the site's own (`import.rules`), beside the shipped ones."""
    silenced: tuple[Silence, ...] = ()
    """`check.silence`."""
    publish: str = ""
    """Command that `make publish` runs."""
    print: str = ""
    """Fingerprint of the text that was read, a byte order mark aside; empty when none was."""

    @property
    def original(self) -> str:
        """The language that stories are written in."""
        return self.languages[0]

    @property
    def translations(self) -> tuple[str, ...]:
        """The languages that stories are translated into."""
        return self.languages[1:]

    def title(self, lang: str) -> str:
        """Return the site's name in this language."""
        return dict(self.titles)[lang]

    def description(self, lang: str) -> str:
        """Return what the site says of itself in this language, or an empty text."""
        return dict(self.descriptions).get(lang, "")

    def topic(self, key: str) -> Topic | None:
        """Return the topic with this key."""
        return next((topic for topic in self.topics if topic.key == key), None)
