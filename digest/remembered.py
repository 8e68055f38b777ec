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
from hashlib import blake2b

_SUM = 16


def value(path: str, key: str, make: Callable[[], object]) -> object:
    """Return what `make` gives, or gave for the same key: plain values.

    It is made again by other versions of the libraries, and of the module that `make` is in. It is
    kept where the path's folder is there and can be written to.
    """
    code = os.stat(make.__code__.co_filename)
    full = f"{key}\n{code.st_mtime_ns} {code.st_size}\n{environment()}"
    try:
        with open(path, "rb") as file:
            found = file.read()
    except OSError:
        found = b""
    if found and found[:_SUM] == _sum(found[_SUM:]):
        known: tuple[str, object] = marshal.loads(found[_SUM:])  # noqa: S302 - its sum was checked
        if known[0] == full:
            return known[1]
    made = make()
    data = marshal.dumps((full, made))  # type: ignore[arg-type]  # plain values
    if os.path.isdir(os.path.dirname(path)):
        _write(path, _sum(data) + data)
    return made


def environment() -> str:
    """Return what stands for the versions of Python and of every library in use."""
    names = [sys.version]
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):
            names += sorted(name for name in os.listdir(folder) if name.endswith("-info"))
    return "\n".join(names)


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()


def _write(path: str, data: bytes) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108  pathlib takes 5 ms to import
