"""A built site, as the checks see it: its files, and where an address on one of them leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from digest import files

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class Target(NamedTuple):
    """Where an address leads within the site."""

    file: str
    """Path below output/, or empty when there is no such file."""
    fragment: str
    """What follows the #."""


@dataclass(frozen=True)
class BuiltSite:
    """The folder that was built, and what its files were made from."""

    folder: Path
    """output/."""
    url: str = ""
    """Absolute address of the site's root, ending in `/`; empty when it has none."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Content files by the path below output/ of the page that they made: `tr/x/index.html`."""

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of all files below the folder."""
        start = len(str(self.folder)) + 1
        return frozenset(entry.path[start:] for entry in files.walk(str(self.folder)))

    @cached_property
    def root_path(self) -> str:
        """Path of the site's root on its host: `/`, or `/news/`."""
        return urlsplit(self.url).path or "/"

    def read(self, output: str) -> bytes:
        """Return a file's bytes; none when a build has just removed it."""
        try:
            return (self.folder / output).read_bytes()
        except FileNotFoundError:
            return b""

    def target(self, output: str, address: str) -> Target | None:
        """Return where an address that stands in a file leads; None when it leaves the site."""
        to_root = "../" * output.count("/")
        if to_root and address.startswith(to_root) and "." not in address[len(to_root) :]:
            permalink: str | None = address[len(to_root) :]
        elif address.startswith("#"):
            return Target(output, unquote(address[1:]))
        else:
            permalink = self._permalink(output, address)
        return None if permalink is None else self._target(permalink)

    def is_known(self, to_root: str, address: str) -> bool:
        """Say quickly whether an address is one that was found to lead to a file.

        `to_root` is the relative way from its page to the root: links to the same pages stand
        on all others.
        """
        return address.startswith(to_root) and address[len(to_root) :] in self._sound

    def _target(self, permalink: str) -> Target:
        """Look an address up; most are the same on every page."""
        found = self._known.get(permalink)
        if found is None:
            path, _, fragment = permalink.partition("#")
            found = Target(self.file(path.partition("?")[0]), unquote(fragment))
            self._known[permalink] = found
            if found.file and not fragment:
                self._sound.add(permalink)
        return found

    @cached_property
    def _sound(self) -> set[str]:
        return set()

    @cached_property
    def _known(self) -> dict[str, Target]:
        return {}

    def file(self, permalink: str) -> str:
        """Return the file that a host sends for an address from the root, or nothing."""
        path = unquote(permalink) if "%" in permalink else permalink
        if not path or path.endswith("/"):
            path += "index.html"
        if path in self.files:
            return path
        folder = f"{path}/index.html"
        return folder if folder in self.files else ""

    def _permalink(self, output: str, address: str) -> str | None:
        """Return the address from the site's root; `..` first when that is outside the site."""
        if self.url and address.startswith(self.url):
            return address[len(self.url) :]
        if _SCHEME.match(address):
            return None
        if address.startswith("/"):
            inside = address.startswith(self.root_path)
            return address[len(self.root_path) :] if inside else f"..{address}"
        return _joined(output, address)


def _joined(output: str, address: str) -> str:
    folders = output.split("/")[:-1]
    while address.startswith("../"):
        if not folders:
            return address
        folders.pop()
        address = address[3:]
    path, mark, rest = re.split(r"([?#]|$)", address, maxsplit=1)
    if path.startswith(".") or "/." in path:
        slash = "/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else ""
        path = normpath("/".join((*folders, path)))
        path = "" if path == "." else path + slash
    else:
        path = "/".join((*folders, path))
    return f"{path}{mark}{rest}"
