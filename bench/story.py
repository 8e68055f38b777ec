"""The neutral form of a bench story, before it is written for any site generator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from unicodedata import normalize

from bench.text import Texts

LANGUAGES = ("tr", "en")
"""The original's first; the order of every pair of texts in the bench."""

ZONE = timezone(timedelta(hours=3))
"""Istanbul's."""


@dataclass(frozen=True, slots=True)
class Version:
    """One language's text of a story."""

    title: str
    slug: str
    summary: str
    body: str
    """Markdown."""


@dataclass(frozen=True, slots=True)
class Story:
    """One piece of news with its two versions."""

    number: int
    """Unique in its corpus; names its files."""
    date: datetime
    """In `ZONE`."""
    topics: tuple[Texts, ...]
    sources: tuple[tuple[str, str], ...]
    """(name, address) pairs."""
    versions: tuple[Version, Version]
    """In the order of `LANGUAGES`."""


def slugify(text: str) -> str:
    """Return ASCII letters, digits and hyphens, at most 70."""
    plain = normalize("NFKD", text.replace("ı", "i")).encode("ascii", "ignore").decode().lower()
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    return "-".join(words)[:70].strip("-")
