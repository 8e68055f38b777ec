"""Make a search index of bench stories, change it, and print what that cost, as JSON.

python -m bench.search_index 10000 FOLDER --vocabulary wide
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bench import corpus, invent, story
from bench.formats import topic_key
from bench.story import LANGUAGES
from bench.text import store
from digest import fingerprint
from digest.config import Config, Topic
from digest.model import Article, Listing, Source, Story, Teaser
from digest.search import SearchRow, open_database, search_row, update

RARE = 40
"""Words a version, of 200,000 invented ones, that stories of the wide vocabulary have besides."""

CONFIG = Config(
    root=Path(),
    titles=(),
    descriptions=(),
    url="",
    timezone="Europe/Istanbul",
    languages=LANGUAGES,
    topics=tuple(
        Topic(topic_key(names), tuple(zip(LANGUAGES, names, strict=True)), (), ())
        for names in store().topics
    ),
)


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vocabulary", choices=("narrow", "wide"), default="narrow")
    parser.add_argument("--neutral", type=Path, help="a neutral corpus in place of our stories")
    options = parser.parse_args()
    if options.neutral:
        found: Iterable[story.Story] = corpus.read_neutral(options.neutral)
    else:
        found = invent.stories(options.count)
    stories = map(_widened, found) if options.vocabulary == "wide" else found
    print(json.dumps(measured(stories, options.count // 2, options.folder)))


def measured(stories: Iterable[story.Story], middle: int, folder: Path) -> dict[str, float]:
    """Make the index below `folder`/output; return seconds, bytes and numbers of files."""
    index = _Index(folder)
    reading = _Clock()
    kept: dict[str, story.Story] = {}

    def rows() -> Iterator[SearchRow]:
        for item in stories:
            kept["last"] = item
            if item.number == middle:
                kept["middle"] = item
            made = parsed(item)
            with reading:
                row = search_row(*made, CONFIG)
            yield row

    start = time.process_time()
    others = _Clock()
    count = index.update(others.outside(rows()))
    whole = time.process_time() - start - others.seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    files = [path for path in (folder / "output").rglob("*") if path.is_file()]
    edited = _with_body(kept["middle"], "Düzeltme: bakanlık bugünkü açıklamasını değiştirdi.")
    new = replace(kept["last"], number=kept["last"].number + 1)
    return {
        "row": reading.seconds / reading.times * 1000,
        "whole": whole,
        "peak": peak,
        "files": count,
        "words": sum(path.stat().st_size for path in files if path.suffix == ".txt"),
        "records": sum(path.stat().st_size for path in files if path.parent.name == "days"),
        "cache": (folder / "search.db").stat().st_size,
        **index.timed("edit", edited),
        **index.timed("new", new),
    }


class _Index:
    """An index that is kept as a build keeps it."""

    def __init__(self, folder: Path) -> None:
        self.output = folder / "output"
        self.cache = folder / "search.db"

    def update(self, rows: Iterable[SearchRow]) -> int:
        """Bring it up to date; return how many files were written."""
        count = 0
        with open_database(self.cache) as database:
            for path, data in update(database, rows, (), self._read):
                count += 1
                file = self.output / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data or b"")
            database.commit()
        return count

    def timed(self, name: str, item: story.Story) -> dict[str, float]:
        """Put in a story; return the time it took, reading of articles aside."""
        made = parsed(item)
        start = time.perf_counter()
        count = self.update([search_row(*made, CONFIG)])
        return {f"{name} seconds": time.perf_counter() - start, f"{name} files": count}

    def _read(self, path: str) -> bytes | None:
        file = self.output / path
        return file.read_bytes() if file.exists() else None


class _Clock:
    """Adds up the processor's time."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.times = 0
        self._start = 0.0

    def __enter__(self) -> None:
        self._start = time.process_time()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.process_time() - self._start
        self.times += 1

    def outside(self, rows: Iterator[SearchRow]) -> Iterator[SearchRow]:
        """Yield rows; their making counts."""
        while True:
            with self:
                row = next(rows, None)
            if row is None:
                return
            yield row


def parsed(item: story.Story) -> tuple[Story, Listing]:
    """Return a bench story as digest reads it."""
    name, day = f"{item.number:012x}", f"{item.date:%Y-%m-%d}"
    articles = tuple(
        Article(lang, version.title, version.body, version.slug, summary=version.summary)
        for lang, version in zip(LANGUAGES, item.versions, strict=True)
    )
    topics = tuple(topic_key(topic) for topic in item.topics)
    names = tuple(source for source, _ in item.sources)
    teasers = tuple(
        Teaser(
            name,
            a.lang,
            a.title,
            a.summary,
            f"{a.lang}/{a.slug}/",
            day,
            day,
            topics,
            False,
            "",
            (),
            names,
        )
        for a in articles
    )
    content = fingerprint.of_text("".join(version.body for version in item.versions))
    listing = Listing.of(name, day, day, True, "", topics, names, (), teasers, (), (), content)
    return Story(
        name, articles, day, sources=tuple(Source(*pair) for pair in item.sources)
    ), listing


def _with_body(item: story.Story, sentence: str) -> story.Story:
    first, second = item.versions
    return replace(item, versions=(replace(first, body=f"{first.body}\n{sentence}\n"), second))


def _widened(item: story.Story) -> story.Story:
    """Add words as rare as most words of real news are."""
    draw = random.Random(item.number)
    for _ in item.versions:
        numbers = (int(200_000 ** draw.random()) for _ in range(RARE))
        item = _with_body(item, " ".join(map(_invented, numbers)))
        item = replace(item, versions=(item.versions[1], item.versions[0]))
    return item


def _invented(number: int) -> str:
    """Return word `number` of an invented language."""
    letters = "bcdfghjklmnprstvyz", "aeiou"
    syllables = []
    number = number * 2_654_435_761 % 90**4
    while number:
        number, place = divmod(number, 90)
        syllables.append(letters[0][place // 5] + letters[1][place % 5])
    return "".join(syllables)


if __name__ == "__main__":
    main()
