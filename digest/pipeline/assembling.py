"""Listings → Site, and what keeps stories from being published together."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from digest import files, store
from digest.cache.state import State
from digest.cache.target import PUBLISHED, Target
from digest.config import Config
from digest.errors import DigestError, RenderError
from digest.model import Listing, Problem, Story
from digest.pipeline import reading
from digest.pipeline.site import Site, addresses
from digest.pipeline.spooling import Spool
from digest.plan.addresses import Addresses
from digest.plan.conflicts import conflicts, page_conflicts
from digest.plan.listings import slug_of
from digest.plan.outline import outline
from digest.render.engine import Engine
from digest.render.texts import read_texts

EXAMPLE = "https://digest.example/"
"""The address in the shipped config.yaml: a reminder that the owner has not set one."""

COMPILED = ".cache/templates"

MANY = 50
"""New addresses from which on every story is looked at for one that is in the way."""


def assemble(
    config: Config,
    found: reading.Reading,
    pages: tuple[Story, ...],
    kept: Spool,
    last: State,
    target: Target = PUBLISHED,
) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site without what is in the way of others, and what is wrong with that.

    Where nothing was wrong with them at the `last` build, those that changed are looked at.
    """
    sound = bool(last.get("sound"))
    folders = template_folders(config.root)
    _refuse_links(config.root)
    texts = read_texts(folders, config.languages, config.root / target.cache)
    rows = found.rows
    known = addresses(config, texts)
    held, wrong_pages = page_conflicts(*_page_addresses(config, pages, known), known.reserved())
    wrong: Mapping[str, Problem] = {}
    if found.relisted or not sound:
        suspects = _suspects(found) if sound else rows
        wrong = _in_the_way(config, suspects, known.reserved(), held)
    if wrong:
        rows = {stem: row for stem, row in rows.items() if stem not in wrong}
    stems = {row.id: stem for stem, row in rows.items()}
    order = outline(rows.values())
    compiled = config.root / COMPILED
    site = Site(
        config,
        folders,
        texts,
        tuple(page for page in pages if not any(a.path in wrong_pages for a in page.articles)),
        order,
        found.files,
        stems,
        found.pictures,
        kept,
        found.places,
        compiled,
        target,
        last.get("base", ""),
    )
    return site, (*wrong_pages.values(), *wrong.values())


def prepare(config: Config, target: Target = PUBLISHED) -> None:
    """Put into the cache what a build of many stories asks for: texts, the stories' template."""
    _refuse_links(config.root)
    folders = template_folders(config.root)
    read_texts(folders, config.languages, config.root / target.cache)
    Engine(folders, config.root / COMPILED).prepare("story.html")


def _page_addresses(
    config: Config, pages: Iterable[Story], known: Addresses
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the address and the path of each of the editor's pages, and each address it had."""
    if "text" not in config.pages:
        return [], []
    articles = [article for page in pages for article in page.articles]
    return (
        [(known.story(one.lang, slug_of(one)), one.path) for one in articles],
        [(known.story(one.lang, alias), one.path) for one in articles for alias in one.aliases],
    )


def _suspects(found: reading.Reading) -> dict[str, Listing]:
    """Return the stories that the changed listings can be in the way of, or they in theirs."""
    ids = {row.id for row in found.relisted}
    slugs = {one.split("/")[1] for row in found.relisted for one in row.permalinks}
    slugs.update(alias for row in found.relisted for _, alias in row.aliases)
    if len(slugs) > MANY:
        return dict(found.rows)
    rows = found.rows.values()
    near = {row.id for slug in map(str.encode, slugs) for row in rows if slug in row.packed}
    moved = (row for row in rows if row.aliases)
    near |= {row.id for row in moved if any(alias in slugs for _, alias in row.aliases)}
    return {stem: row for stem, row in found.rows.items() if row.id in ids or row.id in near}


def _in_the_way(
    config: Config,
    rows: Mapping[str, Listing],
    reserved: frozenset[str],
    pages: Mapping[str, str],
) -> dict[str, Problem]:
    """Return the stories, by stem, that cannot be published beside the others, and why.

    `pages` are the editor's, by address.
    """
    stems: dict[str, str] = {}
    found: dict[str, Problem] = {}
    for stem in sorted(rows):
        first = stems.setdefault(rows[stem].id, stem)
        if first != stem:
            found[stem] = _double(rows[stem].id, original(config, stem), first)
    paths = {story: original(config, stem) for story, stem in stems.items()}
    wrong = conflicts((rows[stem] for stem in stems.values()), paths, reserved, pages)
    return found | {stems[story]: problem for story, problem in wrong.items()}


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return where templates are looked for: in the site, then where the package has its own."""
    package = Path(__file__).resolve().parents[1]
    shipped = next(f for f in (package / "templates", package.parent / "templates") if f.is_dir())
    own = root / "templates"
    return (own, shipped) if own.is_dir() and own.resolve() != shipped else (shipped,)


def links(root: Path, strays: Iterable[str]) -> Iterator[Problem]:
    """Yield an error for each folder of articles that is a link: its stories would be missing."""
    for path in strays:
        if (root / path).is_symlink():
            message = "it is a symbolic link, which is not followed."
            hint = "Put the folder itself there."
            yield Problem("error", "unreadable", message, path, 0, hint)


def _refuse_links(root: Path) -> None:
    """Raise RenderError for what is a link out of the site below templates/."""
    for folder, folders, names in os.walk(root / "templates"):
        for name in (*folders, *names):
            path = Path(folder, name)
            if path.is_symlink() and not files.inside(root, path):
                shown, hint = str(path.relative_to(root)), "Put what it leads to there."
                raise RenderError("it is a link that leads out of the site.", path=shown, hint=hint)


def unminted(config: Config) -> frozenset[str]:
    """Return the slugs that no new article gets: those of the site's own pages and the editor's.

    Interface texts that are missing are for the build to report; their words are left out.
    """
    known = frozenset({*config.languages, "index", "feed", "404"})
    pages, _ = store.read_stories(config.root, store.page_files(config.root), config)
    for article in (article for page in pages for article in page.articles):
        known |= {slug_of(article), *article.aliases}
    with contextlib.suppress(DigestError):
        texts = read_texts(template_folders(config.root), config.languages)
        known |= addresses(config, texts).reserved()
    return known


def original(config: Config, stem: str) -> str:
    """Return the path of the original of the story with this stem."""
    return f"{stem}.{config.original}.md"


def lost_addresses(site: Site, before: Iterable[Listing]) -> Iterator[Problem]:
    """Yield a warning for each address that a story had `before` and nobody has now."""
    for old in before:
        row = site.outline.by_id.get(old.id)
        if row is None:
            continue
        now = set(row.permalinks)
        now |= {site.addresses.story(lang, alias) for lang, alias in row.aliases}
        for lang, address in zip(old.langs, old.permalinks, strict=True):
            if address not in now and lang in row.langs:
                yield _lost(f"{site.stems[old.id]}.{lang}.md", address)


def example_address(config: Config) -> Iterator[Problem]:
    """Yield a warning while the site's address is the one that the example has."""
    if config.url == EXAMPLE:
        message = f"site.url is still {EXAMPLE}, which feeds and search engines lead to."
        hint = "Write the address that the site will have, or leave it empty."
        yield Problem("warning", "example-url", message, "config.yaml", 0, hint)


def _double(story: str, path: str, first: str) -> Problem:
    message = f"its id {story} is that of {first} too."
    hint = 'Take `id` out of the copy; "digest import" gives it one of its own.'
    return Problem("error", "duplicate-id", message, path, 1, hint)


def _lost(path: str, permalink: str) -> Problem:
    message = f"the address /{permalink} is gone, and links to it lead nowhere."
    slug = permalink.split("/")[1]
    hint = f"To lead readers on, add this line to its front matter: aliases: [{slug}]"
    return Problem("warning", "lost-address", message, path, 1, hint)
