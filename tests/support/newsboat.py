"""Newsboat, a feed reader, as a reader's machine runs it."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.support.programs import need


def subscribed(folder: Path, feeds: Iterable[Path]) -> list[dict[str, Any]]:
    """Let newsboat read these feeds, twice; return the items that it keeps, newest first.

    `folder` is where it keeps them.
    """
    newsboat = need("newsboat")
    (folder / "config").touch()
    (folder / "urls").write_text("\n".join(f"file://{feed}" for feed in feeds))
    files = [
        f"-{name}{folder / file}"
        for name, file in zip("uCc", ("urls", "config", "db"), strict=True)
    ]
    for _ in range(2):
        subprocess.run([newsboat, *files, "-x", "reload"], check=True, timeout=60)
    with closing(sqlite3.connect(folder / "db")) as cache:
        cache.row_factory = sqlite3.Row
        rows = cache.execute("select * from rss_item order by pubDate desc, guid")
        return [dict(row) for row in rows]
