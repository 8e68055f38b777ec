"""Files made aside are moved into output/, each atomically, and what the site no longer has goes.

`output/.digest` says that the folder is ours to clear. While files are moved, the note
`.cache/unfinished` lies there: a build that finds it takes nothing in output/ for granted.
A preview has folders of its own for both, hence the argument `output`.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from digest import files
from digest.cache import state
from digest.cache.target import Target
from digest.errors import DigestError

MARK = ".digest"
_MARK_TEXT = b"Made by digest from content/ and templates/. What is changed here is lost.\n"


def check(root: Path, target: Target) -> None:
    """Raise DigestError when output/ holds files that digest did not make.

    Where its mark is gone, those of the last build are known by their names.
    """
    output = target.output
    folder = root / output
    if os.path.lexists(folder) and not folder.is_dir():
        what = "a link to nowhere" if folder.is_symlink() else "a file"
        hint = "Move it elsewhere."
        raise DigestError(f"{what} lies where the site's folder is to be.", path=output, hint=hint)
    if (folder / MARK).exists() or not folder.exists():
        return
    last, _ = state.load(str(root / target.state))
    links = {path.name for path in folder.iterdir() if path.is_symlink()}
    strangers = sorted(present(root, output).union(links) - set(last.get("outputs", ())))
    if strangers:
        raise DigestError(
            f'it holds files that digest did not make ("{strangers[0]}").',
            path=output,
            hint="Move them elsewhere; static files of your own go to templates/static/.",
        )


@contextlib.contextmanager
def staging(root: Path, output: str) -> Iterator[Path]:
    """Give an empty folder on the file system of output/.

    It, and what is written beside it, is gone afterwards.
    """
    target = Path(os.path.realpath(root / output))
    base = target.with_name(f"{target.name}.staging")
    files.remove_folder(base)
    (base / "site").mkdir(parents=True)
    try:
        yield base / "site"
    finally:
        files.remove_folder(base)


def stage(folder: Path, output: str, data: bytes) -> None:
    """Write one file below the staging folder."""
    path = f"{folder}/{output}"
    inner = os.path.dirname(path)
    try:
        os.mkdir(inner)  # noqa: PTH102  quicker; nearly every page has a folder of its own
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(inner, exist_ok=True)
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
    except OSError as error:
        error.filename = path
        raise
    finally:
        os.close(file)


def publish(root: Path, output: str, folder: Path, orphans: Collection[str]) -> tuple[int, int]:
    """Move what was staged into output/, and take the orphans away.

    Return how many of the files were there already, and how many orphans.
    """
    target = root / output
    target.mkdir(parents=True, exist_ok=True)
    if not (target / MARK).exists():
        # From where nobody looks: a kill leaves nothing in output/ that would pass for a stranger.
        stage(folder.parent, MARK, _MARK_TEXT)
        os.replace(folder.parent / MARK, target / MARK)
    _refuse_folders(folder, target, root)
    same = _merge(str(folder), str(target))
    return same, _remove(target, orphans)


def present(root: Path, output: str) -> set[str]:
    """Return the paths of all files in output/, the mark aside."""
    base = str(root / output)
    found: set[str] = set()
    for folder, _, names in os.walk(base):
        below = folder[len(base) + 1 :]
        found.update(f"{below}/{name}" if below else name for name in names)
    return found - {MARK}


def _refuse_folders(folder: Path, target: Path, root: Path) -> None:
    """Raise DigestError where a folder lies in place of a file, or the other way round.

    A link to a folder is none: it could lead out of output/.
    """
    for base, folders, names in os.walk(folder):
        here = f"{target}{base[len(str(folder)) :]}"
        if not os.path.exists(here):
            folders.clear()
            continue
        wrong = [n for n in names if os.path.isdir(f"{here}/{n}")]
        wrong += [n for n in folders if _in_the_way(f"{here}/{n}")]
        if wrong:
            path = os.path.relpath(f"{here}/{wrong[0]}", root)
            raise DigestError(
                "something else lies where a page is to be.", path=path, hint="Remove it."
            )


def _in_the_way(path: str) -> bool:
    """Whether there is anything but a folder; a link to one could lead out of output/."""
    try:
        return not stat.S_ISDIR(os.lstat(path).st_mode)
    except FileNotFoundError:
        return False


def _merge(source: str, target: str) -> int:
    """Move a folder's files to where they belong, whole folders where nothing is there yet.

    Return how many were there already.
    """
    same = 0
    with os.scandir(source) as entries:
        for entry in entries:
            there = f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if os.path.isdir(there):
                    same += _merge(entry.path, there)
                    os.rmdir(entry.path)  # noqa: PTH106  quicker
                else:
                    os.rename(entry.path, there)
            elif _same(entry.path, there):
                os.unlink(entry.path)  # noqa: PTH108  quicker
                same += 1
            else:
                os.replace(entry.path, there)
    return same


def _same(one: str, other: str) -> bool:
    try:
        if os.stat(one).st_size != os.stat(other).st_size:
            return False
        with open(one, "rb") as a, open(other, "rb") as b:
            return a.read() == b.read()
    except FileNotFoundError:
        return False


def _remove(target: Path, orphans: Iterable[str]) -> int:
    removed = 0
    for name in orphans:
        path = target / name
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()
            removed += 1
        _remove_empty(path.parent, target)
    return removed


def _remove_empty(folder: Path, target: Path) -> None:
    """Take a folder below the target away, and those above it, as long as nothing is in them."""
    while folder != target:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = folder.parent
