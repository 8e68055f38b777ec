"""Pictures beside articles: how large they are, and which a story shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from digest import pictures
from digest.cache.snapshot import Stat
from digest.cache.state import State
from digest.model import Article, Story
from digest.records import replace

Size = tuple[int, int]
"""Width and height in pixels."""

Pictures = tuple[tuple[str, Size], ...]
"""Paths of a story's pictures, and how large they were when it was read."""


def sizes(root: Path, found: Mapping[str, Stat], last: State) -> dict[str, Size]:
    """Return the sizes of the pictures; those of unchanged ones are known from the last build."""
    known: dict[str, tuple[Stat, Size]] = last.get("pictures", {})
    now: dict[str, tuple[Stat, Size]] = {}
    for path, stat in found.items():
        entry = known.get(path)
        same = entry is not None and entry[0] == stat
        if not same and (root / path).is_symlink():
            continue  # it may lead out of the site; `digest check` says so
        now[path] = entry if entry and same else (stat, pictures.size(root / path))
    if now != known:
        last.put("pictures", now)
    return {path: size for path, (_, size) in now.items()}


def used(story: Story, sizes: Mapping[str, Size]) -> Pictures:
    """Return the pictures that a story's versions name, sorted, and how large they are."""
    paths = {_picture_path(article) for article in story.articles if article.image}
    return tuple((path, sizes.get(path, (0, 0))) for path in sorted(paths))


def _picture_path(article: Article) -> str:
    src = article.image.src if article.image else ""
    return f"{article.path.rsplit('/', 1)[0]}/{src}"


def pictured(article: Article, sizes: Mapping[str, Size]) -> Article:
    """Return the article with its picture's size; without the picture where there is none."""
    if article.image is None:
        return article
    width, height = sizes.get(_picture_path(article), (0, 0))
    if not width:
        return replace(article, image=None)
    copies = pictures.widths(article.image.src, width)
    return replace(article, image=replace(article.image, width=width, height=height, widths=copies))
