"""Compiled templates on disk, so that a short run does not compile them again.

A file holds a hash before the code, of the code and of all that it depends on: what is old,
cut short or garbled is not read.
"""

from __future__ import annotations

import contextlib
import marshal
import sys
from hashlib import blake2b
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from digest import __version__, files
from digest.render.speed import REVISION

_SEAL = 32


class DiskCache(BytecodeCache):
    """Keeps compiled templates in a folder, which may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if there is sound code for this very source."""
        try:
            data = self._path(bucket).read_bytes()
        except OSError:
            return
        seal, code = data[:_SEAL], data[_SEAL:]
        if seal == _seal(bucket, code):
            bucket.code = marshal.loads(code)  # noqa: S302  our own file, its hash checked

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code, whole or not at all; a disk that refuses costs time and nothing else."""
        code = marshal.dumps(bucket.code)
        with contextlib.suppress(OSError):
            files.write_atomic(self._path(bucket), _seal(bucket, code) + code)

    def clear(self) -> None:
        """Delete every compiled template."""
        for path in self.folder.glob("*.template"):
            path.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.template"


def _seal(bucket: Bucket, code: bytes) -> bytes:
    """Hash the code with all that it depends on: source, template engine, Python, ourselves."""
    parts = (bucket.checksum, jinja2.__version__, sys.version, __version__, REVISION)
    return blake2b("\0".join(parts).encode() + code, digest_size=_SEAL).digest()
