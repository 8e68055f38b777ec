"""The site that is being built: every file that it will have, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from digest import fingerprint, pictures
from digest.cache.snapshot import Stat
from digest.cache.target import PUBLISHED, Target
from digest.config import Config
from digest.errors import RenderError
from digest.model import Frame, Link, Listing, Page, Story
from digest.pipeline import reading
from digest.pipeline.picturing import Size
from digest.pipeline.spooling import Place, Spool
from digest.plan import hosting
from digest.plan.addresses import Addresses, output
from digest.plan.feeds import FeedPlanner, main_feeds
from digest.plan.fixed import FixedPlanner
from digest.plan.listpages import ListPages
from digest.plan.lists import Key, ListPlanner, ListSpec
from digest.plan.outline import Outline
from digest.plan.stories import StoryPlanner
from digest.plan.touching import Touched
from digest.records import record
from digest.render.environment import make_environment, render_page, template_fingerprint
from digest.render.static import static_files
from digest.render.structured import picture
from digest.store import ARTICLES

KEPT = 64
"""Stories that are kept in memory once read: those of the feeds are asked for several times."""


@record
class PlannedFile:
    """A file of the site, before it is made."""

    output: str
    """Path below output/."""
    template: str
    """Name of its template, or empty."""
    signature: str
    """Fingerprint of everything that it is made of, its template and the settings aside."""
    make: Callable[[], bytes]
    key: Key | None = None
    """For a list, what it is one of."""


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
    articles: Mapping[str, Stat]
    """Every article's file."""
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

    @cached_property
    def environment(self) -> Any:
        """The template engine."""
        return make_environment(self.folders, self.compiled, versioned=self.target.versioned)

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
    def _feed_items(self) -> dict[str, Any]:
        return {}

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
        """Read a story by its id; the last few hundred are kept."""
        return lru_cache(maxsize=KEPT)(self._load)

    def story_files(self, story: str, related: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        """Yield the path below output/ and the bytes of each of a story's pages."""
        for page in self.stories.pages(self.load(story), related):
            yield page.output, self._html(page)

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

    def planned(
        self, touched: Touched | None, lists: Mapping[str, Key]
    ) -> tuple[tuple[PlannedFile, ...], dict[str, Key]]:
        """Return every file that no single story has and that may have changed; and other lists.

        The latter are those of the last build's `lists`, by path, of which nothing was touched.
        """
        planner = ListPlanner(self.config, self.addresses, self.outline, self.feeds, touched)
        kept = {path: key for path, key in lists.items() if planner.keeps(key)}
        return tuple(self._files(tuple(planner.specs()), kept)), kept

    def _files(self, specs: Sequence[ListSpec], kept: Mapping[str, Key]) -> Iterator[PlannedFile]:
        pages = ListPages(self.config, self.addresses, self.outline, self.names)
        for planned in pages.planned(specs):
            make = partial(self._made, planned.make, self._html)
            signature = fingerprint.of_text(planned.signature)
            yield PlannedFile(planned.output, planned.template, signature, make, planned.key)
        for page in self.fixed.pages():
            make = partial(self._html, page)
            yield PlannedFile(page.output, page.template, fingerprint.of_value(page), make)
        yield from self.feed_files()
        yield from self._hosting()
        if "sitemap" in self.config.pages:
            from digest.pipeline.sitemapping import sitemap_files

            lists = [(spec.permalink, spec.day) for spec in specs]
            lists += [(path.removesuffix("index.html"), day) for path, (_, _, day) in kept.items()]
            for file in sitemap_files(self.config, self.outline, self.stories, lists):
                yield _planned(file[0], "", *file[1:])

    def feed_files(self, topics: Collection[str] | None = None) -> Iterator[PlannedFile]:
        """Yield the feeds: the only files beside a story's own that hold bodies.

        With `topics`, of the topics' feeds those of these topics alone.
        """
        planner = FeedPlanner(self.config, self.addresses, self.outline, self.stories, self.load)
        for planned in planner.planned(topics):
            make = partial(self._made, planned.make, self._feed)
            yield _planned(planned.output, planned.template, planned.signature, make)

    def copies(self, watched: Mapping[str, Stat]) -> Iterator[PlannedFile]:
        """Yield what is taken over as it is: static files, and pictures with their copies."""
        for name, path in static_files(self.folders).items():
            stat = path.stat()
            signature = f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_size}"
            yield _planned(f"static/{name}", "", signature, path.read_bytes)
        for name in sorted(self.pictures):
            path, signature = self.config.root / name, repr(watched[name])
            permalink = f"images/{name.removeprefix(f'{ARTICLES}/')}"
            yield _planned(permalink, "", signature, path.read_bytes)
            for width in pictures.widths(name, self.pictures[name][0]):
                make = partial(pictures.resized, path, width)
                yield _planned(pictures.copy_name(permalink, width), "", signature, make)

    def _hosting(self) -> Iterator[PlannedFile]:
        """What static hosts read."""
        moved = hosting.redirects(self.stories, self.outline)
        for name, text in (
            (".nojekyll", ""),
            ("_headers", hosting.headers(sorted(static_files(self.folders)))),
            ("_redirects", moved),
        ):
            yield _planned(name, "", text, text.encode)

    def templates(self) -> tuple[str, ...]:
        """Return the names of all templates."""
        return tuple(self.environment.list_templates(extensions=("html",)))

    def template_fingerprint(self, template: str) -> str:
        """Return a fingerprint of a template and of all that it uses."""
        return template_fingerprint(self.environment, template) if template else ""

    def _load(self, story: str) -> Story:
        stem = self.stems[story]
        if stem in self.places:
            return self.kept.read(self.places[stem])
        found = reading.load(self.config, self.articles, self.pictures, stem)
        if found is None:
            raise RenderError(
                "the story changed while the site was built.", path=stem, hint="Build it again."
            )
        return found

    def _html(self, page: Page) -> bytes:
        return render_page(self.environment, page, self.frames, self.texts).encode()

    def _made(self, make: Callable[[], Page], write: Callable[[Page], bytes]) -> bytes:
        return write(make())

    def _feed(self, page: Page) -> bytes:
        from digest import feeds
        from digest.pipeline import feeding
        from digest.render.markdown import to_html

        zone = ZoneInfo(self.config.timezone)
        setting = feeds.Setting(
            page, self.frames, self.texts, to_html, picture, zone, self._feed_items
        )
        return feeding.write(setting, self.config.root / self.target.cache, self.base)


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


def _planned(output: str, template: str, shown: str, make: Callable[[], bytes]) -> PlannedFile:
    """Return a planned file; `shown` changes with everything that it is made of."""
    return PlannedFile(output, template, fingerprint.of_text(shown), make)
