"""`digest new`: an article's file, ready to be written in."""

from __future__ import annotations

from collections.abc import Iterator

from digest import files, store
from digest.config import Config
from digest.errors import DigestError
from digest.ingest import mint
from digest.model import Article, Story
from digest.pipeline.assembling import unminted
from digest.plan.listings import slug_of

PLACEHOLDER = "…"
"""Stands where the text is to be written."""


def start_article(config: Config, title: str, day: str) -> str:
    """Write a draft with this headline, dated `day` (YYYY-MM-DD), and return its path.

    Id and slug are ones that nobody has. Raises DigestError for a headline without a letter.
    """
    title = " ".join(title.split())
    if not any(map(str.isalnum, title)):
        hint = 'Write it in quotes: digest new "Liman açıldı".'
        raise DigestError(f'"{title}" is no headline.', hint=hint)
    stories, _ = store.read_stories(config.root, store.article_files(config.root), config)
    folder = f"{store.ARTICLES}/{day[:7]}"
    taken = {*_slugs(stories), *unminted(config)}
    ids = {story.id for story in stories}
    article = Article(config.original, title, PLACEHOLDER)
    # Of the path's surroundings too: two articles may begin with one headline.
    story_id = mint.story_id(mint.key(Article("", title, f"{folder} {len(ids)}")), ids.__contains__)

    def is_taken(slug: str) -> bool:
        return slug in taken or (config.root / _path(folder, slug, config)).exists()

    slug = mint.slug(title, story_id, is_taken)
    article = Article(config.original, title, PLACEHOLDER, slug)
    story = Story(story_id, (article,), date=day, imported=day, draft=True)
    path = _path(folder, slug, config)
    files.refuse_outside(config.root, path)
    files.write_atomic(config.root / path, store.article_text(story, article).encode())
    return path


def _path(folder: str, slug: str, config: Config) -> str:
    return f"{folder}/{slug}.{config.original}.md"


def _slugs(stories: tuple[Story, ...]) -> Iterator[str]:
    """Yield every slug that an article has, or had."""
    for story in stories:
        for article in story.articles:
            yield slug_of(article)
            yield from article.aliases
