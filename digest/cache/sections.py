"""A file of named sections of bytes. Standard library alone, and of that as little as can be.

A line with this format's version, then each section: a header line `name length crc32`, then
its bytes. A large one lies in a file of its own, which is not written again as long as it stays
the same; its header ends with ` apart`. What is damaged or of another version counts as none.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Container, Iterable
from io import BufferedReader
from mmap import ACCESS_READ, mmap

VERSION = b"digest-build 7"
"""Counted up with each change of what any section holds."""


LARGE = 1_000_000
"""Bytes from which a section has a file of its own."""


class Section:
    """A section's bytes, and their sum, which need not be taken again to write them."""

    __slots__ = ("apart", "data", "sum")

    def __init__(self, data: bytes | mmap, sum_: int, *, apart: bool = False) -> None:
        self.data = data
        self.sum = sum_
        self.apart = apart
        """Whether it was read from a file of its own, where it still lies."""


Sections = dict[str, Section]


def section(data: bytes) -> Section:
    """Return new bytes as a section."""
    return Section(data, zlib.crc32(data))


def load(path: str, only: Container[str] | None = None) -> tuple[Sections, str]:
    """Return a file's sections and a note: empty, or why there is none to go by.

    With `only`, the sections with these names alone are read.
    """
    try:
        with open(path, "rb") as file:
            if file.readline() != VERSION + b"\n":
                return {}, "The cache was written by another version; everything is made anew."
            return _sections(file, path, only), ""
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        return {}, f"{path} cannot be read ({error.strerror}); everything is made anew."
    except ValueError:
        return {}, "The cache is damaged; everything is made anew."


def save(path: str, sections: Iterable[tuple[str, Section]]) -> None:
    """Write all sections, by name; the file is the old one or the new one, never half."""
    folder, base = os.path.split(path)
    os.makedirs(folder, exist_ok=True)
    try:
        large = _write(path, sections)
        for name in os.listdir(folder):
            if name.startswith(f"{base}-") and os.path.join(folder, name) not in large:
                os.remove(os.path.join(folder, name))
    except OSError as error:
        error.filename, error.filename2 = path, None
        raise


def _write(path: str, sections: Iterable[tuple[str, Section]]) -> set[str]:
    """Write the file, after the large ones that it names; return these."""
    large: set[str] = set()
    temporary = f"{path}.tmp"  # one build at a time: it takes over what a killed one left
    with open(temporary, "wb") as file:
        file.write(VERSION + b"\n")
        for name, part in sections:
            header = b"%s %d %d" % (name.encode(), len(part.data), part.sum)
            if len(part.data) < LARGE:
                file.write(header + b"\n")
                file.write(part.data)
                continue
            file.write(header + b" apart\n")
            own = _own_file(path, name, part.sum)
            large.add(own)
            if not part.apart:
                with open(f"{own}.tmp", "wb") as other:
                    other.write(part.data)
                os.replace(f"{own}.tmp", own)
    os.replace(temporary, path)
    return large


def _own_file(path: str, name: str, sum_: int) -> str:
    return f"{path}-{name}-{sum_:08x}"


def _sections(file: BufferedReader, path: str, only: Container[str] | None) -> Sections:
    found: Sections = {}
    left = os.fstat(file.fileno()).st_size - file.tell()
    while header := file.readline():
        name, length, check, *apart = header.split()
        size = int(length)
        left -= len(header) + (0 if apart else size)
        if size < 0 or left < 0:
            raise ValueError("a section is longer than the file")
        if only is not None and name.decode() not in only:
            file.seek(0 if apart else size, os.SEEK_CUR)
            continue
        data = _read(_own_file(path, name.decode(), int(check))) if apart else file.read(size)
        whole = Section(data, zlib.crc32(data), apart=bool(apart))
        if whole.sum != int(check):
            raise ValueError("a section is not what was written")
        found[name.decode()] = whole
    return found


def _read(path: str) -> bytes | mmap:
    """Return what is in a file. It is mapped, which takes less than half of the time to read it."""
    try:
        with open(path, "rb") as file:
            try:
                return mmap(file.fileno(), 0, access=ACCESS_READ)
            except OSError:  # not on every file system
                return file.read()
    except FileNotFoundError:
        raise ValueError("a section's file is not there") from None
