"""What the two processes of `digest serve` say to each other."""

from __future__ import annotations

from digest.model import Problem
from digest.records import record


@record
class Wanted:
    """An edit, and what is being looked at."""

    changed: tuple[str, ...] = ()
    """Files that were changed, relative to the site; none for the first build."""
    open: tuple[str, ...] = ()
    """Files of the site, below its folder, that browsers show."""


@record
class Shown:
    """Something that a browser can see is there, and the rest is still to come."""


@record
class Built:
    """What came of an edit."""

    changed: tuple[str, ...]
    problems: tuple[Problem, ...]
    base: str
    """Path of the site's address; empty when config.yaml cannot be read."""
    stories: int = 0
    pages: int = 0
    """Files that were made again."""
    total: int = 0
    """Files that the site has."""
    seconds: float = 0.0
    published: bool = False
    """Whether the site is as the content says."""
