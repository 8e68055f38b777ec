"""Where every page of the site lies. Pure.

An address is a folder path from the site's root, ending in `/`, or a file's: `tr/feed.xml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from digest import turkish
from digest.config import Config, Topic
from digest.records import record


@record
class Addresses:
    """Makes addresses from the words that the interface texts give for each language."""

    config: Config
    words: Mapping[str, Mapping[str, str]]
    """Address words by language: `{"tr": {"topic": "konu", …}}`."""

    def home(self, lang: str) -> str:
        """Return the address of a language's front page."""
        return f"{lang}/"

    def story(self, lang: str, slug: str) -> str:
        """Return the address of a story in one language."""
        return f"{lang}/{slug}/"

    def view(self, lang: str) -> str:
        """Return the first part of side-by-side addresses with this translation: `tr-en`."""
        return f"{self.config.original}-{lang}"

    def pair(self, lang: str, slug: str) -> str:
        """Return the address of a story beside its translation; the slug is the original's."""
        return f"{self.view(lang)}/{slug}/"

    def period(self, lang: str, day: str) -> str:
        """Return the address of an edition (`2025-07-22`), a month or a year."""
        return f"{lang}/{day.replace('-', '/')}/"

    def word(self, lang: str, word: str) -> str:
        """Return the address of the page that one word names: `archive`, `search`, `feeds`."""
        return f"{lang}/{self.words[lang][word]}/"

    def topic(self, lang: str, topic: Topic, month: str = "") -> str:
        """Return the address of a topic, or of a month (`2025-07`) of it."""
        return self._sub(self.word(lang, "topic") + topic.slug(lang), month)

    def source(self, lang: str, slug: str, month: str = "") -> str:
        """Return the address of a paper's or agency's stories, or of a month of them."""
        return self._sub(self.word(lang, "source") + slug, month)

    def _sub(self, base: str, month: str) -> str:
        return f"{base}/{month.replace('-', '/')}/" if month else f"{base}/"

    def reserved(self) -> frozenset[str]:
        """Return the last parts of addresses that no story may have; years are reserved too."""
        words = {word for texts in self.words.values() for word in texts.values()}
        return frozenset(words | {"static", "images"} | set(self.config.languages))


@cache
def source_slug(name: str) -> str:
    """Return the part of an address that stands for a paper or agency; empty when there is none."""
    return turkish.slug(name)


def output(permalink: str) -> str:
    """Return the file below output/ that a page with this address is written to."""
    return f"{permalink}index.html" if permalink.endswith("/") or not permalink else permalink
