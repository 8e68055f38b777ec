"""content/ ↔ Story: the only part that knows how articles lie on disk.

content/articles/2025-07/NAME.tr.md    the original
content/articles/2025-07/NAME.en.md    its translation
content/pages/about.tr.md              pages of the editor's own
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from digest import files, frontmatter
from digest.config import Config
from digest.errors import DigestError, FrontMatterError
from digest.model import Article, Image, Origin, OriginKind, Problem, SegmentMark, Story
from digest.records import record
from digest.store.fields import Fields
from digest.store.writing import FIELDS, article_text, set_fields

__all__ = [
    "ARTICLES", "FIELDS", "PAGES", "REGISTER", "StoryFiles", "article_files", "article_text",
    "group", "page_files", "parse_story", "parted",
    "problem", "read_stories", "read_texts", "set_fields",
]  # fmt: skip

ARTICLES = "content/articles"
PAGES = "content/pages"
REGISTER = "content/imported.yaml"

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@record
class StoryFiles:
    """The files of one story."""

    stem: str
    """Their path without language and ending: `content/articles/2025-07/x`."""
    paths: tuple[tuple[str, str], ...]
    """(language, path) pairs, sorted by language."""


def article_files(root: Path, folder: str = ARTICLES) -> tuple[str, ...]:
    """Return the paths of all Markdown files below a folder, sorted, relative to the site."""
    skip = len(str(root)) + 1
    found = (entry.path[skip:] for entry in files.walk(str(root / folder), ".md"))
    return tuple(sorted(path.replace(os.sep, "/") for path in found))


def page_files(root: Path) -> tuple[str, ...]:
    """Return the paths of the editor's own pages, sorted, relative to the site."""
    return article_files(root, PAGES)


def parted(path: str) -> tuple[str, str]:
    """Return an article's stem and language; where its name says none, that is empty."""
    stem, dot, lang = path.removesuffix(".md").rpartition(".")
    if dot and stem and lang.isascii() and lang.replace("-", "a").isalnum():
        return stem, lang
    return path.removesuffix(".md"), ""


def group(paths: Iterable[str]) -> tuple[StoryFiles, ...]:
    """Put files together that differ in their language alone."""
    stories: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(paths):
        stem, lang = parted(path)
        stories.setdefault(stem, []).append((lang, path))
    return tuple(StoryFiles(stem, tuple(sorted(pairs))) for stem, pairs in stories.items())


def read_stories(
    root: Path, paths: Iterable[str], config: Config
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return the stories that these files hold.

    And what is wrong with those that cannot be read.
    """
    stories: list[Story] = []
    problems: list[Problem] = []
    for story_files in group(paths):
        texts, unread = read_texts(root, story_files)
        story, found = parse_story(story_files, texts, config)
        stories += [story] if story else []
        problems += (*unread, *found)
    return tuple(stories), tuple(problems)


def read_texts(root: Path, story: StoryFiles) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the text of each of a story's files by path; those that cannot be read as problems."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for _, path in story.paths:
        try:
            texts[path] = files.read_text(f"{root}/{path}", path, follow=False)
        except DigestError as error:
            problems.append(problem("encoding", error))
        except OSError as error:
            problems.append(problem("unreadable", files.explained(error, root)))
    return texts, tuple(problems)


def parse_story(
    story: StoryFiles, texts: Mapping[str, str], config: Config
) -> tuple[Story | None, tuple[Problem, ...]]:
    """Return the story that these files hold, and all that is wrong with them.

    A translation that cannot be read, or that is a draft, is left out; where the original
    cannot be read there is no story.
    """
    problems: list[Problem] = []
    read: dict[str, tuple[Fields, str, int]] = {}
    for lang, path in story.paths:
        try:
            _check_language(lang, path, config)
            if path in texts:
                meta, body, line = frontmatter.parse(texts[path], path)
                read[lang] = Fields(meta, path, texts[path]), body, line
        except DigestError as error:
            problems.append(problem("front-matter", error))
    if config.original not in read:
        if all(lang != config.original for lang, _ in story.paths):
            problems += [_orphan(fields.path, story.stem, config) for fields, _, _ in read.values()]
        return None, tuple(problems)
    original = _article(config.original, *read[config.original])
    articles = [original]
    for lang in config.translations:
        if lang in read:
            version = _article(lang, *read[lang], original)
            problems += read[lang][0].problems
            if not read[lang][0].problems and not read[lang][0].flag("draft"):
                articles.append(version)
    fields = read[config.original][0]
    found = _story(fields, tuple(articles), config)
    return (None if fields.problems else found), (*problems, *fields.problems)


def problem(code: str, error: DigestError) -> Problem:
    """Return an error as a finding, so that all of a run's can be reported together."""
    return Problem(
        "error", code, error.message, error.path or "", error.line or 0, error.hint or ""
    )


def _check_language(lang: str, path: str, config: Config) -> None:
    if lang in config.languages:
        return
    known = ", ".join(config.languages)
    if not lang:
        raise FrontMatterError(
            "the file's name does not say its language.",
            path=path,
            hint=f"Name it {Path(path).stem}.{config.original}.md (config.yaml has {known}).",
        )
    import difflib  # takes 2 ms, and is seldom needed

    close = difflib.get_close_matches(lang, config.languages, 1, 0.5)
    raise FrontMatterError(
        f'language "{lang}" is not in config.yaml ({known}).',
        path=path,
        hint=f'Did you mean "{close[0]}"?' if close else f"Name it *.{config.original}.md.",
    )


def _orphan(path: str, stem: str, config: Config) -> Problem:
    message = f"a translation without its original, {stem}.{config.original}.md."
    hint = "Put the original beside it under the same name, or take the translation away."
    return Problem("error", "no-original", message, path, 0, hint)


def _article(
    lang: str, fields: Fields, body: str, line: int, original: Article | None = None
) -> Article:
    title = fields.text("title")
    if not title:
        fields.wrong("title", "the article has no headline.", "Add `title: …` to its front matter.")
    said = fields.text("lang")
    if said and said != lang:
        message = f'lang is "{said}", and the file\'s name says "{lang}".'
        fields.wrong("lang", message, "Make them agree.")
    return Article(
        lang=lang,
        title=title,
        body=body,
        slug=fields.slug(fields.text("slug")),
        aliases=tuple(fields.slug(alias, "aliases") for alias in fields.texts("aliases")),
        summary=fields.text("summary"),
        author=fields.text("author") or (original.author if original else ""),
        place=fields.text("place"),
        caption=fields.text("caption"),
        credit=fields.text("credit") or (original.credit if original else ""),
        image=_image(fields, original),
        origin=_origin(fields, original is not None),
        path=fields.path,
        body_line=line,
    )


def _image(fields: Fields, original: Article | None) -> Image | None:
    src = fields.text("image")
    if src.startswith("/") or ".." in src.split("/") or re.search(r"[:\\]", src):
        hint = "Put the picture beside the article and write its name."
        fields.wrong("image", f'image "{src[:100]}" is not a file beside the article.', hint)
        src = ""
    if not src and original and original.image:
        src = original.image.src
    return Image(src, fields.text("alt")) if src else None


def _origin(fields: Fields, translation: bool) -> Origin:
    kinds: tuple[OriginKind, ...] = ("human", "machine") if translation else ("original",)
    said = fields.text("origin")
    if said and said not in kinds:
        fields.wrong("origin", f'origin is "{said}".', f"Write {' or '.join(kinds)}.")
    status = fields.text("status")
    if status not in ("", "reviewed"):
        fields.wrong("status", f'status is "{status}".', "Write reviewed, or leave it out.")
    return Origin(
        kind=next((kind for kind in kinds if kind == said), kinds[0]),
        reviewed=status == "reviewed",
        engine=fields.text("engine"),
        translated=fields.text("translated"),
        segments=tuple(_mark(item, fields) for item in fields.texts("segments", unique=False)),
    )


def _mark(item: str, fields: Fields) -> SegmentMark:
    parts = item.split(" ")
    if len(parts) != 3:
        hint = "Leave this field to digest translate."
        fields.wrong("segments", f'segments holds "{item[:60]}".', hint)
        return SegmentMark("", "", "")
    return SegmentMark(parts[0], parts[1], "" if parts[2] == "-" else parts[2])


def _story(fields: Fields, articles: tuple[Article, ...], config: Config) -> Story:
    story_id = fields.text("id")
    if story_id and not _ID.fullmatch(story_id):
        hint = "Take the field out; digest import gives the article an id."
        fields.wrong("id", f'id "{story_id[:70]}" is not letters and digits.', hint)
    return Story(
        id=story_id,
        articles=articles,
        date=fields.time("date", config.timezone),
        updated=fields.time("updated", config.timezone),
        imported=fields.time("imported", config.timezone)[:10],
        topics=fields.texts("topics"),
        sources=fields.sources(),
        tags=fields.texts("tags"),
        also=fields.texts("also"),
        draft=fields.flag("draft"),
    )
