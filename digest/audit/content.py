"""Stories: what they name that is not there, what two of them claim, what they leave out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from digest import turkish
from digest.audit.catalogue import problem
from digest.audit.fields import field_lines
from digest.config import Config
from digest.model import Article, Problem, Story

Read = Callable[[str], str]
"""Path of a content file → its text."""

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});|\]\(\S+\)")
_BROKEN = re.compile("[\u0080-\u009f\ufffd]")
_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]\n]*)\]\((?P<src>[^\s()<>\"]+)")
_PLAIN_FIELDS = ("title", "summary", "author", "place", "caption", "credit")


def story_problems(config: Config, stories: Iterable[Story], read: Read) -> Iterator[Problem]:
    """Yield what is wrong with each story, and what they dispute."""
    everything = tuple(stories)
    ids = {story.id for story in everything}
    for story in everything:
        path = story.original.path
        if not story.date:
            yield problem("undated", "the article has no date.", path)
        yield from _topics(config, story, read)
        for other in story.also:
            if other not in ids:
                yield _at("unknown-story", f'also names "{other}".', path, "also", read)
        for article in story.articles:
            yield from _texts(article, read)
            yield from _pictures(config.root, article, read)
    yield from _duplicate_ids(everything, read)
    yield from _duplicate_slugs(everything, read)


def link_problems(root: Path) -> Iterator[Problem]:
    """Yield the symbolic links in content/, which nobody follows."""
    for folder, folders, names in os.walk(root / "content"):
        for name in sorted((*folders, *names)):
            path = Path(folder, name)
            if path.is_symlink():
                message = "it is a symbolic link, which is not followed."
                yield problem("unreadable", message, path.relative_to(root).as_posix())


def _topics(config: Config, story: Story, read: Read) -> Iterator[Problem]:
    keys = [topic.key for topic in config.topics]
    for key in story.topics:
        if key not in keys:
            close = get_close_matches(key, keys, 1, 0.6)
            hint = f'Did you mean "{close[0]}"?' if close else ""
            message = f'config.yaml has no topic "{key}".'
            yield _at("unknown-topic", message, story.original.path, "topics", read, hint)


def _texts(article: Article, read: Read) -> Iterator[Problem]:
    """Yield markup in plain texts, and characters that are no text, in all of them."""
    for name in _PLAIN_FIELDS:
        text = getattr(article, name)
        if found := _MARKUP.search(text):
            message = f'the {name} holds markup: "{found[0][:60]}".'
            yield _at("markup-in-text", message, article.path, name, read)
        if found := _BROKEN.search(text):
            message = f"the {name} holds the character U+{ord(found[0]):04X}."
            yield _at("broken-character", message, article.path, name, read)
    if found := _BROKEN.search(article.body):
        line = article.body_line + article.body.count("\n", 0, found.start())
        message = f"the text holds the character U+{ord(found[0]):04X}."
        yield problem("broken-character", message, article.path, line)


def _pictures(root: Path, article: Article, read: Read) -> Iterator[Problem]:
    """Yield pictures that are not beside the article, or that nobody describes."""
    folder = root / article.path.rpartition("/")[0]
    if article.image:
        if not (folder / article.image.src).is_file():
            message = f'there is no picture "{article.image.src}" beside the article.'
            yield _at("missing-picture", message, article.path, "image", read)
        if not article.image.alt:
            message = f'the picture "{article.image.src}" has no alt text.'
            yield _at("missing-alt", message, article.path, "image", read)
    if "![" not in article.body:
        return
    for found in _PICTURE.finditer(article.body):
        line = article.body_line + article.body.count("\n", 0, found.start())
        if not found["alt"].strip():
            message = f'the picture "{found["src"]}" has no alt text.'
            yield problem("missing-alt", message, article.path, line)
        if ":" not in found["src"] and not (folder / found["src"]).is_file():
            message = f'there is no picture "{found["src"]}" beside the article.'
            yield problem("missing-picture", message, article.path, line)


def _duplicate_ids(stories: Iterable[Story], read: Read) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for story in sorted(stories, key=lambda story: story.original.path):
        path = story.original.path
        other = first.setdefault(story.id, path)
        if story.id and other != path:
            yield _at("duplicate-id", f'the id "{story.id}" is that of {other}.', path, "id", read)


def _duplicate_slugs(stories: Iterable[Story], read: Read) -> Iterator[Problem]:
    """Yield articles that want an address which another has, or had and redirects."""
    first: dict[tuple[str, str], str] = {}
    articles = sorted(
        (article for story in stories if not story.draft for article in story.articles),
        key=lambda article: article.path,
    )
    for former in (False, True):
        for article in articles:
            own = article.slug or turkish.slug(article.title)
            for slug in article.aliases if former else (own,):
                other = first.setdefault((article.lang, slug), article.path)
                if slug and other != article.path:
                    name = "aliases" if former else "slug"
                    message = f'the address "{slug}" is that of {other}.'
                    yield _at("duplicate-slug", message, article.path, name, read)


def _at(code: str, message: str, path: str, name: str, read: Read, hint: str = "") -> Problem:
    """Return a finding at the line of a front matter field."""
    return problem(code, message, path, field_lines(read(path)).get(name, 0), hint)
