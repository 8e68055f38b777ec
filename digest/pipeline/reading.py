"""content/ → listings, reading again only what has changed since the last build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest import fingerprint, store
from digest.cache.snapshot import Stat
from digest.cache.state import State
from digest.config import Config
from digest.model import Listing, Problem, Story, Teaser
from digest.pipeline import picturing
from digest.pipeline.picturing import Pictures, Size
from digest.pipeline.spooling import Place, Spool
from digest.plan import listings
from digest.render import pool

Files = tuple[tuple[str, str, Stat], ...]
"""(language, path, state) of each of a story's files."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which stories are published beside those that are neither drafts nor ahead of their date."""

    drafts: bool = False
    now: str = ""
    """ISO time; stories dated later are left out. Empty: no date hides a story."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is published, and what is wrong with the rest."""

    rows: Mapping[str, Listing]
    """Listings by stem: the story's path without language and ending."""
    signatures: Mapping[str, str]
    """Fingerprints of listings without their content, by id."""
    files: Mapping[str, Files]
    """Every story's files by stem, those of unpublished stories too."""
    problems: tuple[Problem, ...]
    relisted: tuple[Listing, ...]
    """Listings, as they were and as they are now, that changed in more than their content."""
    places: Mapping[str, Place]
    """Where the stories that were read lie in the spool, by stem."""
    pictures: Mapping[str, Size]
    """Size of every picture below content/articles, by path; (0, 0) for what is none."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was made of one story's files."""

    stem: str
    content: str
    """Fingerprint of the files' bytes."""
    row: Listing | None
    """None for a story that is not published."""
    problems: tuple[Problem, ...]
    pictures: Pictures = ()
    place: Place | None = None


def read(
    config: Config,
    found: Mapping[str, Stat],
    last: State,
    choice: Choice,
    jobs: int,
    kept: Spool,
) -> Reading:
    """Return the listings of all stories; `found` is the state of the site's files.

    What the last build read of unchanged files is taken from its state, and what this one
    reads is put there, and into the spool. A story with a problem is read again in every build.
    """
    files = _stories(found)
    sizes = picturing.sizes(config.root, found, last)
    known: dict[str, tuple[Files, str, Pictures]] = last.get("files", {})
    old: dict[str, tuple[str, Any]] = last.get("rows", {})
    reader = _Reader(config, sizes, choice, listings.topic_finder(config), kept)
    reads = _read_all(reader, files, _changed(files, sizes, known), jobs)
    gone = sorted(known.keys() - files.keys())
    new_files = {stem: entry for stem, entry in known.items() if stem in files}
    rows = {stem: entry for stem, entry in old.items() if stem in files}
    relisted = [unpacked(old[stem], "") for stem in gone if stem in old]
    for item in reads:
        packed = _packed(item.row)
        if packed != old.get(item.stem):
            relisted += [unpacked(entry, "") for entry in (old.get(item.stem), packed) if entry]
            rows.pop(item.stem, None)
            rows |= {item.stem: packed} if packed else {}
        new_files.pop(item.stem, None)
        if not item.problems:
            new_files[item.stem] = (files[item.stem], item.content, item.pictures)
    if reads or gone:
        last.put("files", new_files)
    if relisted:
        last.put("rows", rows)
    contents = {stem: content for stem, (_, content, _) in new_files.items()}
    contents |= {item.stem: item.content for item in reads}
    return Reading(
        rows={stem: unpacked(entry, contents[stem]) for stem, entry in rows.items()},
        signatures={entry[1][0]: entry[0] for entry in rows.values()},
        files=files,
        problems=tuple(problem for item in reads for problem in item.problems),
        relisted=tuple(relisted),
        places={item.stem: item.place for item in reads if item.place},
        pictures=sizes,
    )


def _changed(
    files: Mapping[str, Files],
    sizes: Mapping[str, Size],
    known: Mapping[str, tuple[Files, str, Pictures]],
) -> list[str]:
    """Return the stems of the stories whose files or pictures are not what they were, sorted."""
    return sorted(
        stem
        for stem, versions in files.items()
        if stem not in known
        or known[stem][0] != versions
        or any(sizes.get(path, (0, 0)) != size for path, size in known[stem][2])
    )


_TEASERS = Listing._fields.index("teasers")


def load(config: Config, files: Files, sizes: Mapping[str, Size], stem: str) -> Story | None:
    """Return one story, read from its files; None when it cannot be read."""
    return _parse(config, files, sizes, stem)[0]


def unpacked(packed: tuple[str, Any], content: str) -> Listing:
    """Return a listing from the form that the build's state has it in, with its content."""
    values = packed[1]
    teasers = tuple([tuple.__new__(Teaser, teaser) for teaser in values[_TEASERS]])
    return tuple.__new__(Listing, (*values[:_TEASERS], teasers, *values[_TEASERS + 1 :], content))


def _stories(found: Mapping[str, Stat]) -> dict[str, Files]:
    prefix = f"{store.ARTICLES}/"
    files: dict[str, list[tuple[str, str, Stat]]] = {}
    for path, stat in found.items():
        if path.endswith(".md") and path.startswith(prefix):
            stem, lang = store.parted(path)
            files.setdefault(stem, []).append((lang, path, stat))
    return {stem: tuple(sorted(versions)) for stem, versions in files.items()}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads stories, and remembers what reading any of them takes."""

    config: Config
    sizes: Mapping[str, Size]
    choice: Choice
    find: listings.Finder
    kept: Spool

    def read(self, files: Files, stem: str) -> _Read:
        """Return what is made of one story's files."""
        config = self.config
        story, problems, content, used = _parse(config, files, self.sizes, stem)
        if story is None or not _chosen(story, self.choice, config):
            return _Read(stem, content, None, problems)
        if not story.id:
            path = story.original.path
            hint = 'Run "digest import", which gives it one.'
            problem = Problem("error", "no-id", "the article has no id.", path, 1, hint)
            return _Read(stem, content, None, (*problems, problem))
        topics = listings.topics_of(story, config, self.find)
        row = listings.listing(story, config, content, topics)
        return _Read(stem, content, row, problems, used, self.kept.write(story))


def _read_all(
    reader: _Reader, files: Mapping[str, Files], stems: Sequence[str], jobs: int
) -> list[_Read]:
    def work(share: Sequence[str], progress: Callable[[int], None]) -> list[_Read]:
        reads = []
        for stem in share:
            reads.append(reader.read(files[stem], stem))
            progress(1)
        return reads

    return [item for reads in pool.run(work, stems, jobs) for item in reads]


def _parse(
    config: Config, files: Files, sizes: Mapping[str, Size], stem: str
) -> tuple[Story | None, tuple[Problem, ...], str, Pictures]:
    story_files = store.StoryFiles(stem, tuple((lang, path) for lang, path, _ in files))
    texts, unread = store.read_texts(config.root, story_files)
    story, problems = store.parse_story(story_files, texts, config)
    parts = [f"{path}\0{text}" for path, text in texts.items()]
    used = picturing.used(story, sizes) if story else ()
    if story and used:
        parts.append(repr(used))
        story = replace(story, articles=tuple(picturing.pictured(a, sizes) for a in story.articles))
    return story, (*unread, *problems), fingerprint.of_text("\0".join(parts)), used


def _chosen(story: Story, choice: Choice, config: Config) -> bool:
    if story.draft and not choice.drafts:
        return False
    if not choice.now or not story.date:
        return True
    return listings.moment(story.date, config.timezone, start=True) <= choice.now


def _packed(row: Listing | None) -> tuple[str, Any] | None:
    """A listing without its content as plain values, after its signature."""
    if row is None:
        return None
    teasers = tuple(tuple(teaser) for teaser in row.teasers)
    return listings.signature(row), tuple(row._replace(teasers=teasers)[:-1])  # type: ignore[arg-type]  # plain values on purpose
