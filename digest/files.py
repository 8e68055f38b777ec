"""Disk: walk folders, write atomically, hold a lock."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from digest.errors import DigestError


def walk(folder: str, suffix: str = "") -> Iterator[os.DirEntry[str]]:
    """Yield the regular files below a folder, in no order, hidden files and symbolic links aside.

    A folder that is not there has no files.
    """
    pending = [folder]
    while pending:
        try:
            entries = os.scandir(pending.pop())
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.endswith(suffix) and entry.is_file(follow_symlinks=False):
                    yield entry


def read_text(path: Path, shown: str = "") -> str:
    """Return a UTF-8 file's text.

    Raises DigestError with the line of the first byte that is not UTF-8.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DigestError(
            f"byte 0x{data[error.start]:02x} is not UTF-8.",
            path=shown or str(path),
            line=data.count(b"\n", 0, error.start) + 1,
            hint="Save the file as UTF-8.",
        ) from None


def write_atomic(path: Path, data: bytes, *, sync: bool = False) -> None:
    """Write a file so that a reader sees the old or the new one; with `sync`, a power cut too.

    Makes the folders above it. Raises OSError where the disk says no; the old file is then
    untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def inside(root: Path, path: Path) -> bool:
    """Return whether a path, symbolic links followed, lies within the folder."""
    return path.resolve().is_relative_to(root.resolve())


@contextlib.contextmanager
def lock(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file while in the block; who has to wait for it calls `waiting` once.

    The system frees the lock of a killed process.
    """
    import fcntl

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
