"""What lies in a site, by what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from digest import pictures, store
from digest.cache.snapshot import Stat
from digest.records import record


@record
class Inventory:
    """The state of every file that a build depends on, by path."""

    everything: Mapping[str, Stat]
    articles: Mapping[str, Stat]
    """Markdown files below content/articles."""
    pictures: Mapping[str, Stat]
    """Pictures there."""
    strays: tuple[str, ...]
    """What else is there."""
    rest: Mapping[str, Stat]
    """Settings, dumps, templates, the editor's pages; the package's own files."""
    before: Mapping[str, Stat]
    """Everything as the last build found it; nothing where all is to be made again."""
    unchanged: bool = False
    """Whether nothing changed since then, and all went well."""


_PREFIX = f"{store.ARTICLES}/"


def is_article(path: str) -> bool:
    """Say whether a path in a site is that of an article."""
    return path.endswith(".md") and path.startswith(_PREFIX)


def inventory(
    found: Mapping[str, Stat], before: Mapping[str, Stat], *, unchanged: bool = False
) -> Inventory:
    """Return the files by what they are for."""
    articles = {path: stat for path, stat in found.items() if is_article(path)}
    images: dict[str, Stat] = {}
    strays: list[str] = []
    rest: dict[str, Stat] = {}
    for path in [path for path in found if path not in articles]:
        if not path.startswith(_PREFIX):
            rest[path] = found[path]
        elif path.lower().endswith(pictures.ENDINGS):
            images[path] = found[path]
        else:
            strays.append(path)
    return Inventory(found, articles, images, tuple(strays), rest, before, unchanged)
