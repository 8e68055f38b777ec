"""Translations to disk: atomically, and never over what somebody wrote meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import Any

from digest import files, frontmatter, store
from digest.config import Config
from digest.errors import DigestError
from digest.fingerprint import of_bytes
from digest.ingest import mint
from digest.model import Article, Story
from digest.pipeline.translate_plan import Work
from digest.records import record

_CHANGED = "it was changed while it was being translated; run again"


@record
class Written:
    """A file that was written, and what it takes to undo that."""

    path: str
    slug: str
    stamp: str
    """The file's fingerprint."""
    before: bytes | None
    """What stood there; None where there was no file."""


class Slugs:
    """Addresses that the stories of each language have."""

    def __init__(self, config: Config, stories: Iterable[Story]) -> None:
        self._config = config
        self._taken: dict[str, set[str]] = {lang: set() for lang in config.languages}
        for story in stories:
            for article in story.articles:
                self._taken.setdefault(article.lang, set()).update((article.slug, *article.aliases))

    def minted(self, article: Article, fallback: str) -> str:
        """Return the slug of an article, made of its headline unless it has one."""
        if article.slug:
            return article.slug
        taken = self._taken[article.lang] | self._reserved
        slug = mint.slug(article.title, fallback, taken.__contains__)
        self._taken[article.lang].add(slug)
        return slug

    def free(self, lang: str, slug: str) -> None:
        """Give an address back."""
        self._taken[lang].discard(slug)

    @cached_property
    def _reserved(self) -> frozenset[str]:
        """Addresses that the site needs for itself."""
        from digest.pipeline.assembling import unminted

        return unminted(self._config)


def write(config: Config, work: Work, article: Article) -> Written | str:
    """Write a translation; return what was done, or why the file was left as it is.

    Raises DigestError where the disk says no.
    """
    path = config.root / work.path
    before = path.read_bytes() if path.is_file() else None
    now = versions(config, work.story.original.path, work.path, work.translation.lang)
    if now != (work.story.original, work.there) or (before is not None and work.there is None):
        return _CHANGED
    if not files.inside(config.root, path):
        return "it is, or its folder is, a link that leads out of the site"
    if work.there is None:
        text = store.article_text(work.story, article)
    else:
        text = _changed(files.read_text(path, work.path), work.there, article)
    data = text.encode()
    with _disk(work.path):
        try:
            files.write_atomic(path, data, sync=True, before=before)
        except files.ChangedError:
            return _CHANGED
    return Written(work.path, article.slug, of_bytes(data), before)


def take_back(config: Config, written: Written) -> bool:
    """Undo `write`; say whether that could be: not where somebody changed the file meanwhile.

    Raises DigestError where the disk says no.
    """
    path = config.root / written.path
    with _disk(written.path):
        now = path.read_bytes() if path.is_file() else b""
        if of_bytes(now) != written.stamp:
            return False
        if written.before is None:
            path.unlink()
            return True
        try:
            files.write_atomic(path, written.before, sync=True, before=now)
        except files.ChangedError:
            return False
    return True


@contextmanager
def _disk(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DigestError(f"cannot be written: {reason}.", path=path) from None


def versions(
    config: Config, original: str, translation: str, lang: str
) -> tuple[Article | None, Article | None]:
    """Return a story's original and translation, by their paths, as they are at this moment."""
    there = [path for path in (original, translation) if (config.root / path).exists()]
    stories, _ = store.read_stories(config.root, there, config)
    return (stories[0].original, stories[0].version(lang)) if stories else (None, None)


def _changed(text: str, old: Article, new: Article) -> str:
    """Return the text of a translation's file with what changed, and all else as it was."""
    ours, theirs = fields(new), fields(old)
    changes = {name: value or None for name, value in ours.items() if value != theirs[name]}
    text = store.set_fields(text, changes, old.path) if changes else text
    if new.body.strip("\n") == old.body.strip("\n"):
        return text
    _, body, _ = frontmatter.parse(text, old.path)
    unix = text.replace("\r\n", "\n")
    return f"{unix[: len(unix) - len(body)]}{new.body.strip(chr(10))}\n"


def fields(article: Article) -> dict[str, Any]:
    """Return the front matter fields that a translation run writes, as the file has them."""
    origin = article.origin
    return {
        "title": article.title,
        "slug": article.slug,
        "summary": article.summary,
        "caption": article.caption,
        "alt": article.image.alt if article.image else "",
        "engine": origin.engine,
        "translated": origin.translated,
        "status": "reviewed" if origin.reviewed else "",
        "segments": [f"{one.key} {one.source} {one.written or '-'}" for one in origin.segments],
    }


def finished(article: Article, engines: Iterable[str], day: str) -> Article:
    """Return a translation that services have just changed, saying so."""
    known = dict.fromkeys(filter(None, article.origin.engine.split(", ")))
    known |= dict.fromkeys(name for several in engines for name in several.split(", ") if name)
    origin = replace(article.origin, engine=", ".join(known), translated=day, reviewed=False)
    return replace(article, origin=origin)
