"""What a slow library made, kept on disk until anything that it was made of changes.

A file holds one value, and is worth no more than the time to make it again: one that is
damaged, or made by another version of anything, counts as none. Standard library alone, and of
that as little as can be.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Callable

from digest import fingerprint

_SUM = 32


def value(path: str, key: str, make: Callable[[], object]) -> object:
    """Return what `make` gives, or gave for the same key: plain values.

    It is made again by other versions of the libraries, and of the module that `make` is in. It is
    kept where the path's folder is there and can be written to.
    """
    code = os.stat(make.__code__.co_filename)
    full = f"{key}\n{code.st_mtime_ns} {code.st_size}"
    found = recalled(path, full)
    if found is None:
        found = make()
        keep(path, full, found)
    return found


def recalled(path: str, key: str) -> object:
    """Return what was kept for this key, by the same versions of Python and libraries; or None."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    if not data or data[:_SUM] != _sum(data[_SUM:]):
        return None
    known: tuple[str, object] = marshal.loads(data[_SUM:])  # noqa: S302 - its sum was checked
    return known[1] if known[0] == f"{key}\n{environment()}" else None


def keep(path: str, key: str, value: object) -> None:
    """Keep a plain value, or code, where the path's folder is there and can be written to."""
    if os.path.isdir(os.path.dirname(path)):
        data = marshal.dumps((f"{key}\n{environment()}", value))  # type: ignore[arg-type]
        _write(path, _sum(data) + data)


def environment() -> str:
    """Return what stands for the versions of Python and of every library in use."""
    names = [sys.version]
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):
            names += sorted(name for name in os.listdir(folder) if name.endswith("-info"))
    return "\n".join(names)


def _sum(data: bytes) -> bytes:
    return fingerprint.of_bytes(data).encode()


def _write(path: str, data: bytes) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108  pathlib takes 5 ms to import
