"""Write a bench site: for digest, or the same stories for another site generator.

python -m bench.corpus 1000 DIR                      a site for digest, all of its pages
python -m bench.corpus 1000 DIR --pages hugo-parity  the same pages as the Hugo site
python -m bench.corpus 1000 DIR --for hugo           the Hugo site
python -m bench.corpus DIR --from-neutral CORPUS     stories from CORPUS/content/*/{tr,en}.md
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from shutil import copytree

import yaml

if not __package__:  # run as a file
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench import invent
from bench.formats import FORMATS, topic_key
from bench.story import LANGUAGES, ZONE, Story, Version
from bench.text import Texts, store

PEER_SITES = Path(__file__).resolve().parent / "peers"

PAGES = {
    "full": None,
    "hugo-parity": ["topic", "feed", "sitemap", "month"],
}
"""Which kinds of page a site of ours makes beside stories and homes; None: all but search.

Hugo's site has stories, homes of 20 a page, all stories of each tag, feeds and a sitemap.
Ours has homes, topics and, in place of the numbered pages, months.
"""

TITLES = {"tr": "Haber Özeti", "en": "News Digest"}


def main(arguments: list[str] | None = None) -> int:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=0)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--for", dest="tool", choices=FORMATS, default="digest")
    parser.add_argument("--pages", choices=PAGES, default="full")
    parser.add_argument("--from-neutral", type=Path, metavar="CORPUS")
    parser.add_argument("--days", type=int, default=730, help="over which stories are spread")
    options = parser.parse_args(arguments)
    if options.from_neutral:
        stories = read_neutral(options.from_neutral)
    else:
        stories = invent.stories(options.count, options.days)
    print(write_site(stories, options.folder, options.tool, options.pages), "stories")
    return 0


def write_site(
    stories: Iterable[Story], folder: Path, tool: str = "digest", pages: str = "full"
) -> int:
    """Write a whole site for `tool` and return its number of stories."""
    folder.mkdir(parents=True, exist_ok=True)
    if (PEER_SITES / tool).is_dir():
        copytree(PEER_SITES / tool, folder, dirs_exist_ok=True)
    topics: dict[Texts, None] = dict.fromkeys(store().topics)
    count = 0
    for story in stories:
        write_story(story, folder, tool)
        topics.update(dict.fromkeys(story.topics))
        count += 1
    if tool == "digest":
        write_config(folder, tuple(topics), pages)
    return count


def write_story(story: Story, folder: Path, tool: str) -> list[Path]:
    """Write one story's files and return their paths."""
    paths = []
    for name, text in FORMATS[tool](story):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def write_config(folder: Path, topics: tuple[Texts, ...], pages: str) -> None:
    """Write a config.yaml with these topics and kinds of page."""
    kinds = PAGES[pages]
    config: dict[str, object] = {
        "site": {"title": TITLES, "url": "https://news.example/"},
        "languages": list(LANGUAGES),
        "topics": [
            {"key": topic_key(topic), "name": dict(zip(LANGUAGES, topic, strict=True))}
            for topic in {topic_key(topic): topic for topic in topics}.values()
        ],
        "build": {"pages": ALL_PAGES if kinds is None else kinds},
    }
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (folder / "config.yaml").write_text(text, encoding="utf-8")


ALL_PAGES = [
    "pair", "front", "edition", "month", "year", "topic", "source", "text", "feed", "sitemap",
]  # fmt: skip
"""Every kind but search, which is measured apart."""


def read_neutral(corpus: Path) -> Iterator[Story]:
    """Yield the stories of a neutral corpus, a folder with tr.md and en.md each."""
    for folder in sorted((corpus / "content").iterdir()):
        yield _neutral_story(folder)


def _neutral_story(folder: Path) -> Story:
    fields, bodies = zip(*(_read(folder / f"{lang}.md") for lang in LANGUAGES), strict=True)
    versions = [
        Version(field["title"], field["slug"], field["summary"], body)
        for field, body in zip(fields, bodies, strict=True)
    ]
    return Story(
        number=int(folder.name),
        date=_date(fields[0]["date"]),
        topics=tuple(zip(fields[0]["tags"], fields[1]["tags"], strict=True)),
        sources=tuple((source["name"], source["url"]) for source in fields[0]["sources"]),
        versions=(versions[0], versions[1]),
    )


def _read(path: Path) -> tuple[dict[str, object], str]:
    _, matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(matter, Loader=loader), body.lstrip("\n")


def _date(value: object) -> datetime:
    found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return found.astimezone(ZONE) if found.tzinfo else found.replace(tzinfo=ZONE)


if __name__ == "__main__":
    sys.exit(main())
