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
    pictures: Mapping[str, Stat]
    """Those below content/articles."""
    strays: tuple[str, ...]
    """What is there beside pictures and articles."""
    rest: Mapping[str, Stat]
    """Settings, dumps, templates, the editor's pages; the package's own files."""
    before: Mapping[str, Stat]
    """Everything as the last build found it; nothing where all is to be made again."""
    unchanged: bool = False
    """Whether nothing changed since then, and all went well."""


_PREFIX = f"{store.ARTICLES}/"
_LENGTH = len(_PREFIX)


def is_article(path: str) -> bool:
    """Say whether a path in a site is that of an article."""
    return path[-3:] == ".md" and path[:_LENGTH] == _PREFIX


def inventory(
    found: Mapping[str, Stat], before: Mapping[str, Stat], *, unchanged: bool = False
) -> Inventory:
    """Return the files by what they are for."""
    images: dict[str, Stat] = {}
    strays: list[str] = []
    rest: dict[str, Stat] = {}
    # As `is_article` says; a call for each of so many files would take four times as long.
    for path in [path for path in found if path[-3:] != ".md" or path[:_LENGTH] != _PREFIX]:
        if not path.startswith(_PREFIX):
            rest[path] = found[path]
        elif path.lower().endswith(pictures.ENDINGS):
            images[path] = found[path]
        else:
            strays.append(path)
    return Inventory(found, images, tuple(strays), rest, before, unchanged)
