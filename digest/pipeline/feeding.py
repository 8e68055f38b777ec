"""A feed → its bytes. Its items are kept in .cache/feeds: the next build makes those that changed.

A story more changes a dozen feeds by one item each, out of twenty or fifty that hold whole texts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from digest import feeds, files, fingerprint
from digest.cache import state
from digest.feeds.content import Item, keep
from digest.model import FeedContent, Link

FOLDER = "feeds"
"""Where items are kept, below the build's cache."""


def write(setting: feeds.Setting, cache: Path, base: str) -> bytes:
    """Return the feed of the setting's page.

    `base` stands for the settings, the texts and the program: items made with others are not
    taken.
    """
    page = setting.page
    make: Callable[[feeds.Setting], bytes] = (
        feeds.json_feed if page.output.endswith(".json") else feeds.rss
    )
    entries = cast(FeedContent, page.content).items
    name = page.output.rpartition(".")[0]  # the formats of a feed have the same items
    path = str(cache / FOLDER / fingerprint.of_text(name)[:16])
    last, _ = state.load(path)
    known: dict[str, Any] = last.get("items", {})
    signatures = {entry.guid: fingerprint.of_text(f"{base}|{entry.signature}") for entry in entries}
    for guid, signature in signatures.items():
        if guid in known and guid not in setting.items and known[guid][0] == signature:
            keep(_item(known[guid][1]), setting)
    data = make(setting)
    made = {
        guid: (signature, _plain(setting.items[guid]))
        for guid, signature in signatures.items()
        if guid in setting.items  # of a feed of very many, the latest
    }
    if made != known:
        last.put("items", made)
        last.save(path)
    return data


def forget(cache: Path) -> None:
    """Take away what is kept of all feeds, those that the site no longer has too."""
    files.remove_folder(cache / FOLDER)


def _plain(item: Item) -> dict[str, Any]:
    """Return an item's fields as plain values."""
    fields: dict[str, Any] = {name: getattr(item, name) for name in Item.__match_args__}
    fields["published"] = item.published.isoformat()
    fields["updated"] = item.updated.isoformat() if item.updated else None
    fields["source"] = tuple(item.source) if item.source else None
    return fields


def _item(plain: dict[str, Any]) -> Item:
    updated, source = plain["updated"], plain["source"]
    fields = plain | {
        "published": datetime.fromisoformat(plain["published"]),
        "updated": datetime.fromisoformat(updated) if updated else None,
        "source": Link(*source) if source else None,
    }
    return Item(**fields)
