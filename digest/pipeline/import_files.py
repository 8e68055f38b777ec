"""content/raw/ on disk: which dumps there are, and how one comes in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from digest import files, turkish
from digest.model import Problem

RAW = "content/raw"
_IGNORED = frozenset(("readme.md", "readme.txt", "thumbs.db", "desktop.ini"))
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht")


def dumps(root: Path) -> tuple[str, ...]:
    """Return the paths of all dumps, sorted, relative to the site."""
    skip = len(str(root)) + 1
    paths = (entry.path[skip:].replace(os.sep, "/") for entry in files.walk(str(root / RAW)))
    return tuple(sorted(path for path in paths if path.rpartition("/")[2].lower() not in _IGNORED))


def state(path: Path) -> str:
    """Return a text that changes when a file does; one for all files that are gone.

    Who copies or unpacks a file may set the time of its change, but not that of its state's.
    """
    try:
        stat = path.stat()
    except FileNotFoundError:
        return "gone"
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"


def copy_in(root: Path, given: Iterable[Path]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Copy files into content/raw/; return where they are, and which could not be read.

    A file that lies there already is left where it is, and so is one with the same bytes.
    """
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for path in given:
        try:
            for file in _files(path):
                found[_copied(root, file)] = None
        except OSError as error:
            message = f"it cannot be read: {error.strerror or error}."
            problems.append(Problem("error", "import-unread", message, str(path)))
    return tuple(found), tuple(problems)


def _files(path: Path) -> list[Path]:
    """Return the file, or all files of a folder."""
    if path.is_dir():
        return sorted(Path(entry.path) for entry in files.walk(str(path)))
    return [path]


def _copied(root: Path, path: Path) -> str:
    raw = root / RAW
    if path.resolve().is_relative_to(raw.resolve()):
        return f"{RAW}/{path.resolve().relative_to(raw.resolve()).as_posix()}"
    data = path.read_bytes()
    for there in dumps(root):
        other = root / there
        if other.stat().st_size == len(data) and other.read_bytes() == data:
            return there
    name = _free(raw, _safe(path.name))
    files.write_atomic(raw / name, data)
    return f"{RAW}/{name}"


def _safe(name: str) -> str:
    """Return a file name of plain letters that ends as dumps do."""
    stem, ending = os.path.splitext(name)
    if _SAFE.fullmatch(name) and ending.lower() in _ENDINGS and name.lower() not in _IGNORED:
        return name
    known = ending.lower() if ending.lower() in _ENDINGS else ".txt"
    return f"{turkish.slug(stem if known == ending.lower() else name) or 'dump'}{known}"


def _free(raw: Path, name: str) -> str:
    stem, ending = os.path.splitext(name)
    number = 1
    while (raw / name).exists() or name.lower() in _IGNORED:
        number += 1
        name = f"{stem}-{number}{ending}"
    return name


def clear_leftovers(root: Path) -> None:
    """Remove the half-written files of an import that was killed: `.NAME.PID.tmp`."""
    folders = [root / "content", root / RAW]
    articles = root / "content/articles"
    folders += (
        [Path(entry.path) for entry in os.scandir(articles) if entry.is_dir()]
        if articles.is_dir()
        else []
    )
    for folder in folders:
        if not folder.is_dir():
            continue
        for entry in os.scandir(folder):
            parts = entry.name.split(".")
            ours = entry.name.startswith(".") and parts[-1] == "tmp" and parts[-2].isdigit()
            if ours and not files.lives(parts[-2]):
                Path(entry.path).unlink(missing_ok=True)


def below_raw(dump: str) -> str:
    """Return a dump's path below content/raw/, as the register names it."""
    return dump.removeprefix(f"{RAW}/")
