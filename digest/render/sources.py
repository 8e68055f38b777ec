"""Templates as they lie on disk: which there are, what each says, and which others it uses."""

from __future__ import annotations

import os
import re
from functools import cached_property
from pathlib import Path

from digest import files
from digest.errors import RenderError

_QUOTED = re.compile(r"""["']([^"'\s{}]+)["']""")
_CHOSEN = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\s(?![^%]*[\"'])")


def quoted(source: str) -> set[str]:
    """Return all that a template has in quotes."""
    return set(_QUOTED.findall(source))


class Sources:
    """The templates of these folders, the site's own first. They are read once."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders
        self._texts: dict[str, str] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of all templates."""
        return frozenset(
            os.path.relpath(os.path.join(folder, name), top).replace(os.sep, "/")
            for top in self.folders
            for folder, _, names in os.walk(top)
            for name in names
            if name.endswith((".html", ".xml"))
        )

    def path(self, name: str) -> Path | None:
        """Return the file of a template, or None where there is none."""
        parts = [part for part in name.split("/") if part]  # `/a.html` is a.html, as to Jinja2
        if ".." in parts or not parts:
            return None
        paths = (folder.joinpath(*parts) for folder in self.folders)
        return next((path for path in paths if path.is_file()), None)

    def text(self, name: str) -> str:
        """Return what a template says.

        Raises RenderError when there is no such template, DigestError when it is not UTF-8.
        """
        text = self._texts.get(name)
        if text is None:
            path = self.path(name)
            if path is None:
                raise RenderError(
                    f'there is no template "{name}".',
                    path="templates",
                    hint="Restore it, or put one there.",
                )
            text = self._texts[name] = files.read_text(path, f"templates/{name}")
        return text

    def references(self, name: str) -> tuple[str, ...]:
        """Return the names of all templates that this one uses, at any depth, itself first.

        Whatever a template quotes that is a template's name counts; one that chooses another
        by a variable is taken to use every template. Raises RenderError when one is missing.
        """
        found: dict[str, None] = {}
        waiting = [name]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = None
                text = self.text(name)
                used = self.names if _CHOSEN.search(text) else self.names & quoted(text)
                waiting += sorted(used)
        return tuple(found)
