"""Static files: where they are, and under which addresses they can be cached for ever."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from digest import fingerprint
from digest.errors import RenderError


def static_files(folders: tuple[Path, ...]) -> dict[str, Path]:
    """Return static files by their path below static/, a site's own before the shipped ones."""
    found: dict[str, Path] = {}
    for folder in folders:
        static = folder / "static"
        for path in sorted(static.rglob("*")):
            if path.is_file():
                found.setdefault(path.relative_to(static).as_posix(), path)
    return found


class Assets:
    """Addresses of static files. A new content gives a new address: `static/style.css?v=1f8a…`.

    Without `versioned` it keeps the one that it has.
    """

    def __init__(self, folders: tuple[Path, ...], versioned: bool = True) -> None:
        self.folders = folders
        self.versioned = versioned
        self.addresses: dict[str, str] = {}

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every static file by its path below static/."""
        return static_files(self.folders)

    def __call__(self, name: str) -> str:
        """Return the file's address from the site's root. Raises RenderError when there is none."""
        address = self.addresses.get(name)
        if address is None:
            path = self.files.get(name)
            if path is None:
                raise RenderError(
                    f'there is no static file "{name}".',
                    path="templates/static",
                    hint="Put it there, or take it out of the template.",
                )
            address = f"static/{name}"
            if self.versioned:
                address += f"?v={fingerprint.of_bytes(path.read_bytes())[:8]}"
            self.addresses[name] = address
        return address
