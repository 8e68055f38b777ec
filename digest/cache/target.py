"""Where a build goes. Standard library alone."""

from __future__ import annotations


class Target:
    """Folders of a build, relative to the site: those of the published site, or of a preview.

    `cache` is where the next build of it finds what it has to know; `versioned` is whether the
    address of a static file changes with its content, so that it can be cached for ever. No
    dataclass: that module alone takes 10 ms to import.
    """

    __slots__ = ("cache", "output", "versioned")

    def __init__(
        self, output: str = "output", cache: str = ".cache", *, versioned: bool = True
    ) -> None:
        self.output = output
        self.cache = cache
        self.versioned = versioned

    @property
    def state(self) -> str:
        """File with what the last build knew."""
        return f"{self.cache}/build"

    @property
    def noted(self) -> str:
        """File with what the last build found and said, and whether it left anything to do."""
        return f"{self.cache}/noted"

    @property
    def unfinished(self) -> str:
        """Lies there while files are moved into place; a build killed then leaves it behind."""
        return f"{self.cache}/unfinished"

    @property
    def lock(self) -> str:
        """Held by the build of it that is under way."""
        return f"{self.cache}/lock"

    @property
    def index(self) -> str:
        """Database of the search index."""
        return f"{self.cache}/search.db"


PUBLISHED = Target()
"""The site that goes to its readers."""
