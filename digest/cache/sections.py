"""A file of named sections of bytes. Standard library alone, and of that as little as can be.

A line with this format's version, then each section: a header line `name length crc32`, then
its bytes. A file that is damaged or of another version counts as none.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Container, Iterable
from io import BufferedReader

VERSION = b"digest-build 3"
"""Counted up with each change of what any section holds."""


class Section:
    """A section's bytes, and their sum, which need not be taken again to write them."""

    __slots__ = ("data", "sum")

    def __init__(self, data: bytes, sum_: int) -> None:
        self.data = data
        self.sum = sum_


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
            return _sections(file, only), ""
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        return {}, f"{path} cannot be read ({error.strerror}); everything is made anew."
    except ValueError:
        return {}, "The cache is damaged; everything is made anew."


def save(path: str, sections: Iterable[tuple[str, Section]]) -> None:
    """Write all sections, by name; the file is the old one or the new one, never half."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    temporary = f"{path}.tmp"  # one build at a time: it takes over what a killed one left
    try:
        with open(temporary, "wb") as file:
            file.write(VERSION + b"\n")
            for name, part in sections:
                file.write(b"%s %d %d\n" % (name.encode(), len(part.data), part.sum))
                file.write(part.data)
        os.replace(temporary, path)
    except OSError as error:
        error.filename, error.filename2 = path, None
        raise


def _sections(file: BufferedReader, only: Container[str] | None) -> Sections:
    found: Sections = {}
    left = os.fstat(file.fileno()).st_size - file.tell()
    while header := file.readline():
        name, length, check = header.split(b" ")
        size = int(length)
        left -= len(header) + size
        if size < 0 or left < 0:
            raise ValueError("a section is longer than the file")
        if only is not None and name.decode() not in only:
            file.seek(size, os.SEEK_CUR)
            continue
        whole = section(file.read(size))
        if whole.sum != int(check):
            raise ValueError("a section is not what was written")
        found[name.decode()] = whole
    return found
