"""Disk: walk folders, write atomically, hold a lock; what a disk that says no means."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import EllipsisType

from digest.errors import DigestError


def walk(folder: str, suffix: str = "") -> Iterator[os.DirEntry[str]]:
    """Yield the regular files below a folder, in no order, hidden files and symbolic links aside.

    What is not there, or is no folder, has no files.
    """
    pending = [folder]
    while pending:
        try:
            entries = os.scandir(pending.pop())
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.endswith(suffix) and entry.is_file(follow_symlinks=False):
                    yield entry


def read_text(path: Path | str, shown: str = "", *, follow: bool = True) -> str:
    """Return a UTF-8 file's text.

    Raises DigestError with the line of the first byte that is not UTF-8, and OSError where
    there is no reading it; without `follow`, for a symbolic link too.
    """
    data = _content(path, 0 if follow else os.O_NOFOLLOW).removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise DigestError(
            f"byte 0x{data[error.start]:02x} is not UTF-8.",
            path=shown or str(path),
            line=data.count(b"\n", 0, error.start) + 1,
            hint="Save the file as UTF-8.",
        ) from None


def _content(path: Path | str, flags: int) -> bytes:
    """Return what a file holds. To `open` it takes half as long again, and a build reads many."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | flags)
    try:
        parts = []
        while part := os.read(file, 1 << 16):
            parts.append(part)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        os.close(file)
    return b"".join(parts)


def remove_folder(folder: Path) -> None:
    """Delete a folder and what is in it, as far as that can be done. A link to one stays."""
    if folder.is_symlink() or not folder.is_dir():
        return
    try:
        for inner in folder.iterdir():
            if inner.is_dir() and not inner.is_symlink():
                inner.rmdir()
            else:
                inner.unlink()
        folder.rmdir()
    except OSError:
        import shutil  # takes 3 ms to import, and is seldom needed: for folders that hold others

        shutil.rmtree(folder, ignore_errors=True)


class ChangedError(Exception):
    """A file that was to be replaced is not as it was when it was read."""


def write_atomic(
    path: Path, data: bytes, *, sync: bool = False, before: bytes | EllipsisType | None = ...
) -> None:
    """Write a file so that a reader sees the old or the new one; with `sync`, a power cut too.

    Makes the folders above it. `before` is what must still stand there when the new one is put
    into its place, None for no file. Raises ChangedError where something else does, and OSError
    where the disk says no; the old file is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        # One that was left by a killed process may be the same file as its target: see _add.
        temporary.unlink(missing_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        if before is None:
            _add(temporary, path)
        elif before is ... or _bytes(path) == before:
            temporary.replace(path)
        else:
            raise ChangedError(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None
        raise


def _add(temporary: Path, path: Path) -> None:
    """Move a file to where there is none."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise ChangedError(path) from None
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise ChangedError(path) from None
        temporary.replace(path)
    else:
        temporary.unlink()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def lives(pid: str) -> bool:
    """Say whether a process with this number may be alive, so that what it wrote is in use."""
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError):
        return False
    except (OSError, OverflowError):
        return True
    return True


def inside(root: Path, path: Path) -> bool:
    """Return whether a path, symbolic links followed, lies within the folder."""
    return path.resolve().is_relative_to(root.resolve())


def refuse_outside(root: Path, path: str) -> None:
    """Raise DigestError where the folder that a file is to be written to leads out of the site."""
    folder = (root / path).parent
    if folder.is_symlink() and not inside(root, folder):
        hint = "Put the folder itself there."
        shown = path.rpartition("/")[0]
        raise DigestError("it is a link that leads out of the site.", path=shown, hint=hint)


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


_AGAIN = "Nothing is lost: run it again afterwards."
_SAID: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full.", f"Make room. {_AGAIN}"),
    errno.EDQUOT: ("your share of the disk is used up.", f"Make room. {_AGAIN}"),
    errno.EROFS: ("it cannot be written: the disk is read-only.", f"Allow writing. {_AGAIN}"),
    errno.EACCES: ("permission is denied.", f"Allow it, or run as its owner. {_AGAIN}"),
    errno.EPERM: ("permission is denied.", f"Allow it, or run as its owner. {_AGAIN}"),
    errno.EISDIR: ("a folder lies where a file is to be.", "Move it elsewhere."),
    errno.ENOTDIR: ("a file lies where a folder is to be.", "Move it elsewhere."),
    errno.EEXIST: ("a file lies where a folder is to be.", "Move it elsewhere."),
    errno.ENOENT: ("it is not there any more.", _AGAIN),
    errno.ELOOP: ("it is a symbolic link, which is not followed.", "Put the file itself there."),
}


def explained(error: OSError, root: Path) -> DigestError:
    """Return what the disk said, as an error that names the path below `root` and the remedy."""
    reason = (error.strerror or type(error).__name__).lower()
    message, hint = _SAID.get(error.errno or 0, (f"the system says: {reason}.", _AGAIN))
    name = error.filename2 or error.filename
    path = Path(os.fsdecode(name)) if isinstance(name, (str, bytes, os.PathLike)) else None
    if path and error.errno in (errno.ENOTDIR, errno.EEXIST):
        # The system names what was asked for, and not the part of its path that is in the way.
        path = next((p for p in (*reversed(path.parents), path) if _in_the_way(p)), path)
    if path and path.is_relative_to(root):
        path = path.relative_to(root)
    return DigestError(message, path=str(path) if path else None, hint=hint)


def _in_the_way(path: Path) -> bool:
    return os.path.lexists(path) and not path.is_dir()
