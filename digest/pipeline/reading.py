"""content/ → listings, reading again only what has changed since the last build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from digest import fingerprint, store
from digest.cache.snapshot import Stat
from digest.cache.state import State
from digest.config import Config
from digest.model import Listing, Problem, Story
from digest.pipeline import kept_listings, picturing
from digest.pipeline.inventory import Inventory, is_article
from digest.pipeline.picturing import Pictures, Size
from digest.pipeline.spooling import Place, Spool
from digest.plan import listings
from digest.records import record, replace
from digest.render import pool

Files = tuple[tuple[str, str], ...]
"""(language, path) of each of a story's files, sorted."""


@record
class Choice:
    """Which stories are published beside those that are neither drafts nor ahead of their date."""

    drafts: bool = False
    now: str = ""
    """ISO time; stories dated later are left out. Empty: no date hides a story."""


@record
class Reading:
    """All that is published, and what is wrong with the rest."""

    rows: Mapping[str, Listing]
    """Listings by stem, newest first; a stem is the story's path without language and ending."""
    files: Mapping[str, Stat]
    """State of every file that was found, by path."""
    problems: tuple[Problem, ...]
    relisted: tuple[Listing, ...]
    """Listings, as they were and as they are now, that changed in more than their content."""
    places: Mapping[str, Place]
    """Where the stories that were read lie in the spool, by stem."""
    pictures: Mapping[str, Size]
    """Size of every picture below content/articles, by path; (0, 0) for what is none."""


@record
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


Run = Callable[[pool.Work[str, list[_Read]], Sequence[str]], list[list[_Read]]]
"""Gives what the work makes of each share of the stems: `pool.run`."""


def read(
    config: Config,
    lying: Inventory,
    last: State,
    choice: Choice,
    kept: Spool,
    run: Run,
) -> Reading:
    """Return the listings of all stories, which `run` has several processes read.

    What the last build read of unchanged files is taken from its state, and what this one
    reads is put there, and into the spool. A story with a problem is read again in every build.
    """
    sizes = picturing.sizes(config.root, lying.pictures, last)
    old = kept_listings.recall(last)
    if lying.unchanged and old:
        return Reading(old, lying.everything, (), (), {}, sizes)
    others = {*_repictured(last.get("pictured", {}), sizes), *_gone(lying)}
    there, before = lying.everything, lying.before
    differ = [path for path, stat in there.items() if before.get(path) != stat]
    changed = {path for path in (*differ, *last.get("unsound", ())) if path in there}
    files = _files(config, there, filter(is_article, changed), others)
    reader = _Reader(config, sizes, choice, listings.topic_finder(config), kept)
    reads = _read_all(reader, files, run)
    rows, relisted = _listed(old, files, reads)
    if files:
        _note_read(last, files, reads)
        kept_listings.remember(rows, last, relisted if old else None)
    return Reading(
        rows=rows,
        files=lying.everything,
        problems=tuple(problem for item in reads for problem in item.problems),
        relisted=relisted,
        places={item.stem: item.place for item in reads if item.place},
        pictures=sizes,
    )


def _listed(
    old: Mapping[str, Listing], files: Mapping[str, Files], reads: Iterable[_Read]
) -> tuple[dict[str, Listing], tuple[Listing, ...]]:
    """Return all listings, newest first, and those that changed, as they were and as they are."""
    rows = dict(old)
    relisted = [rows.pop(stem) for stem in files if stem in rows and not files[stem]]
    for item in reads:
        relisted += _enter(item, rows)
    if relisted:
        rows = dict(sorted(rows.items(), key=_newest, reverse=True))
    return rows, tuple(relisted)


def _note_read(last: State, files: Mapping[str, Files], reads: Iterable[_Read]) -> None:
    """Put into the state which files are to be read again, and whose pictures are whose."""
    unsound = (path for item in reads if item.problems for _, path in files[item.stem])
    pictured: dict[str, Pictures] = last.get("pictured", {})
    pictured = {stem: used for stem, used in pictured.items() if stem not in files}
    pictured |= {item.stem: item.pictures for item in reads if item.pictures and not item.problems}
    last.put("unsound", tuple(unsound))
    last.put("pictured", pictured)


def _enter(item: _Read, rows: dict[str, Listing]) -> list[Listing]:
    """Put a listing among the others; return it as it was and as it is, where that differs."""
    before = rows.pop(item.stem, None) if item.row is None else rows.get(item.stem)
    if item.row:
        rows[item.stem] = item.row
    if (before and before.signature) == (item.row and item.row.signature):
        return []
    return [row for row in (before, item.row) if row]


def _gone(lying: Inventory) -> Iterator[str]:
    """Yield the stems of the articles' files that are no longer there."""
    for path in [path for path in lying.before if path not in lying.everything]:
        if is_article(path):
            yield store.parted(path)[0]


def _files(
    config: Config, articles: Mapping[str, Stat], changed: Iterable[str], others: Iterable[str]
) -> dict[str, Files]:
    """Return the files, by stem, of the stories that are not what they were; of gone ones, none.

    `changed` are articles' paths, `others` stems. A file in a language that config.yaml does not
    have is a problem, and so changed in every build.
    """
    found: dict[str, set[tuple[str, str]]] = {stem: set() for stem in others}
    for path in changed:
        stem, lang = store.parted(path)
        found.setdefault(stem, set()).add((lang, path))
    for stem, files in found.items():
        files.update(story_files(config, articles, stem))
    return {stem: tuple(sorted(found[stem])) for stem in sorted(found)}


def story_files(config: Config, articles: Mapping[str, Stat], stem: str) -> Files:
    """Return the files that a story has in the languages of the site."""
    paths = ((lang, f"{stem}.{lang}.md") for lang in config.languages)
    return tuple(sorted((lang, path) for lang, path in paths if path in articles))


def _repictured(pictured: Mapping[str, Pictures], sizes: Mapping[str, Size]) -> Iterator[str]:
    """Yield the stems of the stories whose pictures are not what they were."""
    for stem, used in pictured.items():
        if any(sizes.get(path, (0, 0)) != size for path, size in used):
            yield stem


def _newest(item: tuple[str, Listing]) -> tuple[str, str]:
    return item[1].moment, item[1].id


def load(
    config: Config, articles: Mapping[str, Stat], sizes: Mapping[str, Size], stem: str
) -> tuple[Story | None, str]:
    """Return one story, read from its files, and their fingerprint; None if it cannot be read."""
    story, _, content, _ = _parse(config, story_files(config, articles, stem), sizes, stem)
    return story, content


@record
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


def _read_all(reader: _Reader, files: Mapping[str, Files], run: Run) -> list[_Read]:
    def work(share: Sequence[str], progress: Callable[[int], None]) -> list[_Read]:
        reads = []
        for stem in share:
            reads.append(reader.read(files[stem], stem))
            progress(1)
        reader.kept.flush()
        return reads

    stems = [stem for stem, versions in files.items() if versions]
    return [item for reads in run(work, stems) for item in reads]


def _parse(
    config: Config, files: Files, sizes: Mapping[str, Size], stem: str
) -> tuple[Story | None, tuple[Problem, ...], str, Pictures]:
    story_files = store.StoryFiles(stem, files)
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
