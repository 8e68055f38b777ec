"""content/articles/ as import sees it.

Read for the index, written once an article is decided on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from digest import files, frontmatter, store, turkish
from digest.config import Config
from digest.errors import DigestError
from digest.ingest import mint, similar
from digest.model import Source, Story
from digest.pipeline import import_files
from digest.pipeline.import_index import Index, Known


def refresh(config: Config, index: Index) -> tuple[str, ...]:
    """Bring the index up to date with content/; give files that a person wrote an id.

    And return them.
    """
    root, ending = config.root, f".{config.original}.md"
    old = index.states()
    present: set[str] = set()
    for folder in (store.ARTICLES, store.PAGES):
        for path in store.article_files(root, folder):
            if not path.endswith(ending):
                continue
            present.add(path)
            state = import_files.state(root / path)
            if old.get(path) != state:
                known = _known(config, path, page=folder == store.PAGES)
                index.put(known, state)
    index.remove(set(old) - present)
    written = [known.path for known in index.without_id()]
    return tuple(path for path in written if _give_id(config, index, path))


def _known(config: Config, path: str, *, page: bool) -> Known:
    """Read a file for the index. One that cannot be read has nothing but its path.

    Build reports it.
    """
    story = read(config, path)
    if story is None:
        return Known(path, "?", "", "")
    if page:
        slug = story.original.slug or Path(path).name.removesuffix(f".{config.original}.md")
        return Known(path, "?", "", "", (slug, *story.original.aliases))
    return known_story(story, path)


def known_story(story: Story, path: str) -> Known:
    """Return what the index keeps of a story."""
    article = story.original
    return Known(
        path=path,
        id=story.id,
        headline=turkish.fold(article.title),
        print=mint.story_print(story),
        slugs=(article.slug, *article.aliases),
        marks=similar.marks(similar.words(article.body)),
    )


def read(config: Config, path: str) -> Story | None:
    """Return the story of an original's file, or None when there is no reading it."""
    try:
        text = files.read_text(config.root / path, path)
    except (DigestError, OSError):
        return None
    return _story(config, path, text)


def _story(config: Config, path: str, text: str) -> Story | None:
    stem = path.removesuffix(f".{config.original}.md")
    story, _ = store.parse_story(
        store.StoryFiles(stem, ((config.original, path),)), {path: text}, config
    )
    return story


def write(config: Config, story: Story, path: str) -> Story:
    """Write a new article; return it as it will be read.

    Raises DigestError where its folder is a link that leads out of the site.
    """
    text = store.article_text(story, story.original)
    files.refuse_outside(config.root, path)
    files.write_atomic(config.root / path, text.encode())
    return _story(config, path, text) or story


def revise(
    config: Config, story: Story, path: str, old: Story, announce: Callable[[Story], None]
) -> Story:
    """Write a revised text into an article's file; what is not text stays as it is there.

    Return it as it will be read; `announce` is told of it before it is written. Raises
    ChangedError where the file is not that of the `old` story any more.
    """
    data = (config.root / path).read_bytes()
    article, before = story.original, files.read_text(config.root / path, path)
    if _story(config, path, before) != old:
        raise files.ChangedError(path)
    changes: dict[str, Any] = {
        "title": article.title,
        "summary": article.summary or None,
        "author": article.author or None,
        "place": article.place or None,
        "caption": article.caption or None,
        "credit": article.credit or None,
        "sources": _sources(story.sources) or None,
        "tags": list(story.tags) or None,
    }
    if story.date and not old.date:
        changes["date"] = story.date
    if story.updated:
        changes["updated"] = story.updated
    text = store.set_fields(before, changes, path)
    _, _, line = frontmatter.parse(text, path)
    head = "\n".join(text.split("\n")[: line - 1])
    text = f"{head}\n{article.body.strip()}\n"
    written = _story(config, path, text) or replace(story, id=old.id)
    announce(written)
    files.write_atomic(config.root / path, text.encode(), before=data)
    return written


def _sources(sources: tuple[Source, ...]) -> list[str | dict[str, str]]:
    return [{"name": s.name, "url": s.url} if s.url else s.name for s in sources]


def _give_id(config: Config, index: Index, path: str) -> bool:
    """Give the file of a person's an id, and change nothing else in it."""
    data = (config.root / path).read_bytes()
    text = data.decode()
    story = _story(config, path, text)
    if story is None or story.id:
        return False
    story_id = mint.story_id(mint.key(story.original), lambda taken: index.by_id(taken) is not None)
    changed = store.set_fields(text, {"id": story_id}, path)
    try:
        files.write_atomic(config.root / path, changed.encode(), before=data)
    except files.ChangedError:
        return False  # its author is at work; the next import gives it one
    index.put(
        known_story(replace(story, id=story_id), path), import_files.state(config.root / path)
    )
    return True


def candidates(index: Index, story: Story) -> Iterator[Known]:
    """Yield the articles that may be another form of a new one: by headline.

    Then by shared runs of words.
    """
    seen: set[str] = set()
    text = similar.words(story.original.body)
    headline = turkish.fold(story.original.title)
    for found in (*index.by_headline(headline)[:8], *index.by_marks(similar.marks(text))):
        if found.path not in seen:
            seen.add(found.path)
            yield found
