"""What an editor does by hand, made easier: start an article, approve a translation, take stock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from digest import blocks, files, store
from digest.config import Config
from digest.errors import DigestError
from digest.ingest import mint
from digest.model import Article, SegmentMark, Story
from digest.pipeline.assembling import template_folders
from digest.pipeline.site import addresses
from digest.plan.listings import is_published, slug_of
from digest.plan.stories import is_stale
from digest.render.texts import read_texts

APPROVED = "reviewed"
"""Stands for the hash of what the engine wrote once a person has approved a segment: it equals
no hash, so that translation takes the segment for a person's and never asks for it again."""


def start_article(config: Config, title: str, day: str) -> str:
    """Write a draft with this headline and return its path; `day` is YYYY-MM-DD."""
    stories, _ = store.read_stories(config.root, store.article_files(config.root), config)
    words = addresses(config, read_texts(template_folders(config.root), config.languages))
    slugs = {slug for s in stories for a in s.articles for slug in (slug_of(a), *a.aliases)}
    taken = slugs | words.reserved()
    slug = mint.slug(title, f"haber-{day}", lambda one: one in taken or one.isdigit())
    ids = {story.id for story in stories}
    article = Article(config.original, " ".join(title.split()), "…\n", slug)
    key = mint.key(replace(article, body=f"{slug} {day}"))
    story_id = mint.story_id(key, lambda one: one in ids)
    story = Story(story_id, (article,), date=day, imported=day, draft=True)
    path = f"{store.ARTICLES}/{day[:7]}/{slug}.{config.original}.md"
    if (config.root / path).exists():
        raise DigestError("there is such an article already.", path=path, hint="Edit it.")
    files.write_atomic(config.root / path, store.article_text(story, article).encode())
    return path


def approve(config: Config, name: str) -> str:
    """Mark a machine translation as reviewed, or with NAME:SEGMENT one segment; return its path.

    NAME is the slug, id or file of the story or of its translation. Raises DigestError where
    there is no such translation or segment.
    """
    name, _, segment = name.partition(":")
    article, original = _translation(config, name)
    marks = _approved(article, original, segment) if segment else article.origin.segments
    done = not segment or all(mark.written == APPROVED for mark in marks)
    changes: dict[str, object] = {"status": "reviewed"} if done else {}
    if segment:
        changes["segments"] = [f"{m.key} {m.source} {m.written or '-'}" for m in marks]
    path = config.root / article.path
    text = store.set_fields(files.read_text(path, article.path), changes, article.path)
    files.write_atomic(path, text.encode())
    return article.path


def awaiting(config: Config) -> Iterator[tuple[str, str, str]]:
    """Yield path, segment name and both texts of all that awaits review, one below the other."""
    for article, original in _machine(config):
        marks = iter(article.origin.segments)
        for ours, theirs in zip(blocks.segments(original), blocks.segments(article), strict=False):
            mark = next(marks, None)
            if mark is None or mark.written != APPROVED:
                yield article.path, ours.name, f"{ours.text}\n{theirs.text}"


@dataclass(frozen=True, slots=True)
class Status:
    """Where a site stands."""

    stories: int
    drafts: int
    undated: int
    languages: Mapping[str, int]
    """Published versions by language."""
    pending: int
    """Translations that are not complete enough to be published, or not there."""
    unreviewed: int
    """Machine translations that nobody has reviewed."""
    stale: int
    """Translations whose original has changed since."""
    last_edition: str
    """YYYY-MM-DD, or empty."""
    unreadable: int
    """Findings that keep articles from being read."""


def status(config: Config) -> Status:
    """Return where the site stands, from content/ alone."""
    stories, problems = store.read_stories(config.root, store.article_files(config.root), config)
    shown = [story for story in stories if not story.draft]
    versions = [(a, s) for s in shown for a in s.articles if is_published(a, s, config)]
    return Status(
        stories=len(stories),
        drafts=len(stories) - len(shown),
        undated=sum(1 for story in shown if not story.date),
        languages=dict(Counter(article.lang for article, _ in versions)),
        pending=len(shown) * len(config.languages) - len(versions),
        unreviewed=sum(1 for article, _ in versions if _unreviewed(article)),
        stale=sum(1 for article, story in versions if _stale(article, story.original)),
        last_edition=max((story.date[:10] for story in shown if story.date), default=""),
        unreadable=len(problems),
    )


def _unreviewed(article: Article) -> bool:
    return article.origin.kind == "machine" and not article.origin.reviewed


def _stale(article: Article, original: Article) -> bool:
    if article.origin.kind != "machine":
        return False
    marks = tuple(mark for mark in article.origin.segments if mark.key == "body")
    pairs = blocks.pair(blocks.split(original.body), blocks.split(article.body), marks)
    return is_stale(article, original, pairs)


def _machine(config: Config) -> Iterator[tuple[Article, Article]]:
    """Yield the machine translations that nobody has reviewed, with their originals."""
    stories, _ = store.read_stories(config.root, store.article_files(config.root), config)
    for story in stories:
        for article in story.articles:
            if _unreviewed(article):
                yield article, story.original


def _translation(config: Config, name: str) -> tuple[Article, Article]:
    stories, _ = store.read_stories(config.root, store.article_files(config.root), config)
    for story in stories:
        for article in story.articles[1:]:
            stem = article.path.rsplit("/", 1)[-1].split(".")[0]
            known = (article.path, stem, story.id, slug_of(article), slug_of(story.original))
            if name in known and article.origin.kind == "machine":
                return article, story.original
    hint = "digest review --list names those that await review."
    raise DigestError(f'there is no machine translation "{name}".', hint=hint)


def _approved(article: Article, original: Article, segment: str) -> tuple[SegmentMark, ...]:
    names = [one.name for one in blocks.segments(original)]
    marks = article.origin.segments
    if segment not in names or len(names) != len(marks):
        hint = f"Its segments are: {', '.join(names)}."
        raise DigestError(f'there is no segment "{segment}".', path=article.path, hint=hint)
    at = names.index(segment)
    return (*marks[:at], replace(marks[at], written=APPROVED), *marks[at + 1 :])
