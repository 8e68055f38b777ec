"""The path of a request → the file that answers it, as a static host finds it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from digest import files
from digest.records import record

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".xsl": "text/xsl; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
"""Types by ending: the same on every machine, as those that Python guesses are not."""

FEEDS = {
    "feed.xml": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}

NOT_FOUND = "404.html"


@record
class Place:
    """What answers a request."""

    status: int
    """200, 302 or 404."""
    path: str = ""
    """File below the site's folder; empty for a redirect."""
    location: str = ""
    """Where a redirect leads."""


def base_path(url: str) -> str:
    """Return the path of the site's address, `/` or `/news/`: the site is served below it."""
    return urlsplit(url).path if url else "/"


def locate(folder: Path, base: str, target: str) -> Place:
    """Return what answers the path of a request, `target`, where the site lies below `base`.

    Nothing outside the folder is ever named, whatever the path or a symbolic link says.
    """
    try:
        return _locate(folder, base, target)
    except OSError:  # a name that no file can have
        return Place(404, NOT_FOUND)


def content_type(path: str) -> str:
    """Return the type of a file's content."""
    name = path.rpartition("/")[2]
    return FEEDS.get(name) or TYPES.get(Path(name).suffix.lower(), "application/octet-stream")


def _locate(folder: Path, base: str, target: str) -> Place:
    path, mark, query = target.partition("?")
    if base != "/" and path in ("/", base.rstrip("/")):
        return Place(302, location=f"{base}{mark}{query}")
    name = _name(path.removeprefix(base)) if path.startswith(base) else None
    if name is None or not files.inside(folder, folder / name):
        return Place(404, NOT_FOUND)
    if (folder / name).is_dir():
        if path.endswith("/"):
            name = f"{name}/index.html" if name else "index.html"
        else:
            return Place(302, location=f"{path}/{mark}{query}")
    elif path.endswith("/"):
        return Place(404, NOT_FOUND)
    found = (folder / name).is_file() and files.inside(folder, folder / name)
    return Place(200, name) if found else Place(404, NOT_FOUND)


def _name(path: str) -> str | None:
    """Return the path below the folder; None when no file of the site can have it."""
    try:
        name = unquote(path.partition("#")[0], errors="strict").removesuffix("/")
    except UnicodeDecodeError:
        return None
    parts = name.split("/") if name else []
    if any(part.startswith(".") or not part or "\\" in part or "\0" in part for part in parts):
        return None
    return name
