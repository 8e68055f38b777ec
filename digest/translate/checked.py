"""Which articles were found to keep to the glossary, so that a run need not look again.

One file in .cache/: the glossary's fingerprint, then one hash an article. Another glossary, or a
file that cannot be read, and all are looked at.
"""

from __future__ import annotations

from pathlib import Path

from digest import files, fingerprint
from digest.model import Article

FILE = ".cache/terms-checked"


class Checked:
    """The articles that need not be looked at, by the texts that they had."""

    def __init__(self, root: Path, glossary: str) -> None:
        self._path = root / FILE
        self._glossary = glossary
        self._before = self._read()
        self._now: set[str] = set()

    def key(self, original: Article, translation: Article) -> str:
        """Return a hash of all that a check of these two looks at."""
        parts = [
            text
            for article in (original, translation)
            for text in (article.title, article.summary, article.caption, article.body)
        ]
        alts = [article.image.alt for article in (original, translation) if article.image]
        return fingerprint.of_text("\0".join((translation.lang, *parts, *alts)))

    def knows(self, key: str) -> bool:
        """Say whether an article with these texts is known to be in order."""
        if key in self._before:
            self._now.add(key)
            return True
        return False

    def add(self, key: str) -> None:
        """Note that an article is in order."""
        self._now.add(key)

    def save(self, *, all_seen: bool) -> None:
        """Write what is known, if it has changed; without what was not seen again, if all was."""
        known = self._now if all_seen else self._now | self._before
        if known != self._before:
            text = "\n".join((self._glossary, *sorted(known)))
            files.write_atomic(self._path, f"{text}\n".encode())

    def _read(self) -> set[str]:
        try:
            first, *rest = self._path.read_text("ascii").split("\n")
        except (OSError, UnicodeDecodeError):
            return set()
        return set(filter(None, rest)) if first == self._glossary else set()
