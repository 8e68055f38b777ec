"""Where a build goes. Standard library alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """Folders of a build, relative to the site: those of the published site, or of a preview."""

    output: str = "output"
    cache: str = ".cache"
    """What the next build of it has to know lies here."""
    versioned: bool = True
    """Whether the address of a static file changes with its content, so that it can be cached."""

    @property
    def state(self) -> str:
        """File with what the last build knew."""
        return f"{self.cache}/build"

    @property
    def unfinished(self) -> str:
        """Lies there while files are moved into place; a build killed then leaves it behind."""
        return f"{self.cache}/unfinished"

    @property
    def index(self) -> str:
        """Database of the search index."""
        return f"{self.cache}/search.db"


PUBLISHED = Target()
"""The site that goes to its readers."""
