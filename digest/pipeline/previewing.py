"""Single pages of a site that is being edited, before the rest of it is brought up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from digest.config import Config
from digest.errors import DigestError
from digest.model import Listing
from digest.pipeline.assembling import template_folders
from digest.pipeline.site import Site
from digest.plan import listings
from digest.plan.addresses import output
from digest.plan.listpages import ListPages
from digest.plan.lists import ListPlanner
from digest.plan.outline import outline
from digest.render.static import static_files
from digest.render.texts import read_texts
from digest.store import ARTICLES, parted

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
            yield page.output, site.html(page)


def edited(site: Site, changed: Collection[str], wanted: Collection[str]) -> dict[str, bytes]:
    """Return what `pages` would, with the changed articles and templates as they are now.

    All else is taken from the site as it was. Pages of an article that cannot be read are left
    out, and nothing is returned where something else has changed: building the site says more.
    Raises DigestError where a page cannot be made.
    """
    if not all(map(_is_early, changed)):
        return {}
    fresh = replace(site, places={}, live=True)
    ids = {stem: story for story, stem in site.stems.items()}
    rows = dict(site.outline.by_id)
    left = set(wanted)
    for story in {ids.get(parted(path)[0], "") for path in changed} & rows.keys():
        if new := _listing(fresh, rows[story]):
            rows[story] = new
        else:
            left.difference_update(site.story_outputs(story))
    other = replace(fresh, outline=outline(rows.values()))
    if any(path.startswith(TEMPLATES) for path in changed):
        other = replace(other, texts=read_texts(site.folders, site.config.languages))
    else:
        vars(other)["engine"] = site.engine  # the same templates, compiled already
    return dict(pages(other, left))


def copied(config: Config, changed: Collection[str]) -> dict[str, bytes]:
    """Return the static files among the changed ones, by path below output/."""
    names = {path.removeprefix(STATIC) for path in changed if path.startswith(STATIC)}
    found: Mapping[str, Path] = static_files(template_folders(config.root)) if names else {}
    return {f"static/{name}": found[name].read_bytes() for name in names if name in found}


def _is_early(path: str) -> bool:
    return path.startswith((f"{ARTICLES}/", TEMPLATES))


def _listing(site: Site, old: Listing) -> Listing | None:
    """Return a story's listing as it is now; None when something is wrong with the story."""
    try:
        story = site.load(old.id)
    except (DigestError, OSError):
        return None
    topics = listings.topics_of(story, site.config, listings.topic_finder(site.config))
    new = listings.listing(story, site.config, "", topics)
    return new if new.id == old.id and len(new.langs) >= len(old.langs) else None


def _stories(site: Site, wanted: Collection[str]) -> Iterator[str]:
    """Yield the ids of the stories that have a page among the wanted ones."""
    slugs = {name.split("/")[1] for name in wanted if name.count("/") == 2}
    for row in site.outline.rows:
        if any(address.split("/")[1] in slugs for address in row.permalinks):
            yield row.id
