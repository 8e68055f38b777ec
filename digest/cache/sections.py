"""A file of named sections of bytes. Standard library alone, and of that as little as can be.

A line with this format's version, then each section: a header line `name length crc32`, then
its bytes. A file that is damaged or of another version counts as none.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable

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


def load(path: str) -> tuple[Sections, str]:
    """Return a file's sections and a note: empty, or why there is none to go by."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        return {}, f"{path} cannot be read ({error.strerror}); everything is made anew."
    if not data.startswith(VERSION + b"\n"):
        return {}, "The cache was written by another version; everything is made anew."
    try:
        return _sections(data), ""
    except (ValueError, IndexError):
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


def _sections(data: bytes) -> Sections:
    found: Sections = {}
    at = len(VERSION) + 1
    while at < len(data):
        end = data.index(b"\n", at)
        name, length, check = data[at:end].split(b" ")
        at = end + 1
        part = data[at : at + int(length)]
        whole = section(part)
        if len(part) != int(length) or whole.sum != int(check):
            raise ValueError("a section is not what was written")
        found[name.decode()] = whole
        at += int(length)
    return found
