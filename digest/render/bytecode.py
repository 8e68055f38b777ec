"""Jinja2's compiled templates on disk, so that a short run does not compile them again."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from digest import remembered
from digest.render import compiled


class DiskCache(BytecodeCache):
    """Keeps compiled templates in a folder, which may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if there is sound code for this very source."""
        code = remembered.recalled(self._path(bucket), _key(bucket))
        if isinstance(code, CodeType):
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code, whole or not at all; a disk that refuses costs time and nothing else."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
        remembered.keep(self._path(bucket), _key(bucket), bucket.code)

    def _path(self, bucket: Bucket) -> str:
        return f"{self.folder}/{bucket.key}.template"


def _key(bucket: Bucket) -> str:
    return f"{bucket.checksum} {compiled.REVISION}"
