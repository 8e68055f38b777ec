"""Single pages of a site that is being edited, before the rest of it is brought up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from digest.config import Config
from digest.model import Listing
from digest.pipeline import reading
from digest.pipeline.assembling import template_folders
from digest.pipeline.site import Site
from digest.plan import listings
from digest.plan.addresses import output
from digest.plan.listpages import ListPages
from digest.plan.lists import ListPlanner
from digest.plan.outline import outline
from digest.render.environment import render_page
from digest.render.static import static_files
from digest.render.texts import read_texts
from digest.store import ARTICLES

TEMPLATES = "templates/"
STATIC = "templates/static/"


def pages(site: Site, wanted: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the path below output/ and the bytes of those of the site's pages that are wanted.

    Raises DigestError where one cannot be made.
    """
    left = set(wanted)
    for story in _stories(site, left):
        for name, data in site.story_files(story, site.outline.related(story)):
            if name in left:
                left.discard(name)
                yield name, data
    if not left:
        return
    specs = tuple(ListPlanner(site.config, site.addresses, site.outline, site.feeds).specs())
    keys = {spec.key for spec in specs if output(spec.permalink) in left}
    lists = ListPages(site.config, site.addresses, site.outline, site.names)
    found = [one.make() for one in lists.planned(spec for spec in specs if spec.key in keys)]
    for page in (*found, *site.fixed.pages()):
        if page.output in left:
            html = render_page(site.environment, page, site.frames, site.texts)
            yield page.output, html.encode()


def revised(site: Site, changed: Collection[str]) -> Site | None:
    """Return a site with its templates and stories as they are now, as far as they were changed.

    A story with a version that cannot be read, or that the site did not have, is left as it
    was: building the site says more of it. None when anything else has changed. Raises
    DigestError where interface texts cannot be read.
    """
    if not all(map(_is_early, changed)):
        return None
    stems = {path: stem for stem, found in site.files.items() for _, path, _ in found}
    ids = {stem: story for story, stem in site.stems.items()}
    rows, signatures = dict(site.outline.by_id), dict(site.outline.signatures)
    for stem in {stems[path] for path in changed if path in stems}:
        old = rows.get(ids.get(stem, ""))
        new = _listing(site, stem) if old else None
        if old and new and new.id == old.id and len(new.teasers) >= len(old.teasers):
            rows[new.id], signatures[new.id] = new, listings.signature(new)
    other = replace(site, outline=outline(rows.values(), signatures), places={})
    if any(path.startswith(TEMPLATES) for path in changed):
        return replace(other, texts=read_texts(site.folders, site.config.languages))
    vars(other)["environment"] = site.environment  # the same templates, compiled already
    return other


def copied(config: Config, changed: Collection[str]) -> dict[str, bytes]:
    """Return the static files among the changed ones, by path below output/."""
    names = {path.removeprefix(STATIC) for path in changed if path.startswith(STATIC)}
    found: Mapping[str, Path] = static_files(template_folders(config.root)) if names else {}
    return {f"static/{name}": found[name].read_bytes() for name in names if name in found}


def _is_early(path: str) -> bool:
    return path.startswith((f"{ARTICLES}/", TEMPLATES))


def _listing(site: Site, stem: str) -> Listing | None:
    story = reading.load(site.config, site.files[stem], stem)
    if story is None:
        return None
    topics = listings.topics_of(story, site.config, listings.topic_finder(site.config))
    return listings.listing(story, site.config, "", topics)


def _stories(site: Site, wanted: Collection[str]) -> Iterator[str]:
    """Yield the ids of the stories that have a page among the wanted ones."""
    slugs = {name.split("/")[1] for name in wanted if name.count("/") == 2}
    for row in site.outline.rows:
        if any(teaser.permalink.split("/")[1] in slugs for teaser in row.teasers):
            yield row.id
