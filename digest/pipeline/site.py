"""The site that is being built: what its pages are made of, and the pages of its stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from digest.cache.snapshot import Stat
from digest.cache.target import PUBLISHED, Target
from digest.config import Config
from digest.errors import RenderError
from digest.model import Frame, Link, Listing, Page, Story
from digest.pipeline import reading
from digest.pipeline.picturing import Size
from digest.pipeline.spooling import Place, Spool
from digest.plan.addresses import Addresses, output
from digest.plan.feeds import main_feeds
from digest.plan.fixed import FixedPlanner
from digest.plan.outline import Outline
from digest.plan.stories import StoryPlanner
from digest.records import record
from digest.render.engine import Engine

KEPT = 64
"""Stories that are kept in memory once read: those of the feeds are asked for several times."""


@record
class Site:
    """Everything that pages are made of."""

    config: Config
    folders: tuple[Path, ...]
    """Template folders, the site's own first."""
    texts: Mapping[str, Any]
    """Interface texts by language."""
    pages: tuple[Story, ...]
    """The editor's own pages."""
    outline: Outline
    files: Mapping[str, Stat]
    """State of every file that was found, by path."""
    stems: Mapping[str, str]
    """Every story's stem by id."""
    pictures: Mapping[str, Size]
    """Width and height of every picture, by path."""
    kept: Spool
    """Stories that this build has read."""
    places: Mapping[str, Place]
    """Where these lie in the spool, by stem."""
    compiled: Path | None = None
    """Folder for compiled templates."""
    target: Target = PUBLISHED
    """Where it goes."""
    base: str = ""
    """Fingerprint of the settings, the texts and the program, where the site is built."""
    live: bool = False
    """Whether stories are shown as they lie there now, be it that they changed since."""

    @cached_property
    def engine(self) -> Engine:
        """The template engine."""
        return Engine(self.folders, self.compiled, versioned=self.target.versioned)

    @cached_property
    def addresses(self) -> Addresses:
        """Where each page lies."""
        return addresses(self.config, self.texts)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each language calls itself."""
        return {lang: str(self.texts[lang].language) for lang in self.config.languages}

    @cached_property
    def feeds(self) -> Mapping[str, tuple[Link, ...]]:
        """Main feeds by view."""
        return main_feeds(self.config, self.addresses, self.names)

    @cached_property
    def fixed(self) -> FixedPlanner:
        """Makes frames and fixed pages."""
        labels = {
            lang: {
                word: str(getattr(self.texts[lang].nav, word))
                for word in ("archive", "sources", "search", "feeds")
            }
            for lang in self.config.languages
        }
        directions = {lang: str(self.texts[lang].dir) for lang in self.config.languages}
        return FixedPlanner(
            self.config, self.addresses, self.names, directions, labels, self.feeds, self.pages
        )

    @cached_property
    def frames(self) -> dict[str, Frame]:
        """What every page of each language has around its content."""
        return self.fixed.frames()

    @cached_property
    def stories(self) -> StoryPlanner:
        """Makes the pages of stories."""
        return StoryPlanner(self.config, self.addresses, self.outline, self.names, self.feeds)

    @cached_property
    def load(self) -> Callable[[str], Story]:
        """Read a story by its id; those read last are kept."""
        return lru_cache(maxsize=KEPT)(self._load)

    def story_files(self, story: str, related: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        """Yield the path below output/ and the bytes of each of a story's pages."""
        for page in self.stories.pages(self.load(story), related):
            yield page.output, self.html(page)

    def html(self, page: Page) -> bytes:
        """Return a page as its template makes it."""
        return self.engine.render(page, self.frames, self.texts).encode()

    def story_outputs(self, story: str) -> tuple[str, ...]:
        """Return the paths below output/ of a story's pages."""
        found = self._story_outputs.get(story)
        if found is None:
            found = self._story_outputs[story] = self.outputs_of(self.outline.by_id[story])
        return found

    def outputs_of(self, row: Listing) -> tuple[str, ...]:
        """Return the paths below output/ of the pages of a story with this listing."""
        return tuple(map(output, self.stories.permalinks(row)))

    @cached_property
    def _story_outputs(self) -> dict[str, tuple[str, ...]]:
        return {}

    def templates(self) -> tuple[str, ...]:
        """Return the names of all templates."""
        names = self.engine.sources.names
        return tuple(sorted(name for name in names if name.endswith(".html")))

    def template_fingerprint(self, template: str) -> str:
        """Return a fingerprint of a template and of all that it uses."""
        return self.engine.fingerprint(template) if template else ""

    def _load(self, story: str) -> Story:
        stem = self.stems[story]
        if stem in self.places:
            return self.kept.read(self.places[stem])
        found, content = reading.load(self.config, self.files, self.pictures, stem)
        if found is None or not (self.live or content == self.outline.by_id[story].content):
            raise RenderError(
                "the story changed while the site was built.", path=stem, hint="Build it again."
            )
        return found


def addresses(config: Config, texts: Mapping[str, Any]) -> Addresses:
    """Return where each page lies, by the address words of the interface texts."""
    words = ("topic", "source", "archive", "search", "feeds")
    return Addresses(
        config,
        {
            lang: {word: str(getattr(texts[lang].paths, word)) for word in words}
            for lang in config.languages
        },
    )
