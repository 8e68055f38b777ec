"""content/ → output/: what a build does once everything is imported and translated."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from digest import files, fingerprint, remembered, store
from digest.cache import quick, snapshot, state
from digest.cache.target import PUBLISHED, Target
from digest.config import Config
from digest.errors import DigestError
from digest.model import Listing, Problem
from digest.pipeline import assembling, kept_listings, publishing, reading, rendering
from digest.pipeline.inventory import Inventory, inventory
from digest.pipeline.making import Progress
from digest.pipeline.site import Site
from digest.pipeline.spooling import Spool, spool
from digest.records import record, replace
from digest.render import pool

_SETTINGS = "config.yaml"


@record
class Options:
    """What a build is asked for."""

    choice: reading.Choice = reading.Choice()
    keep_going: bool = False
    """Publish what can be published, and leave broken articles out."""
    jobs: int = 0
    """Processes; 0 for what the config says."""
    stages: bool = True
    """Import and translate before."""
    name: str = ""
    """Stands for the command's options: a build with others is another build."""
    target: Target = PUBLISHED
    ready: Callable[[Site], None] = lambda _site: None
    """Called once all is read and sound, before anything is made."""


@record
class Report:
    """What a build did."""

    problems: tuple[Problem, ...]
    stories: int
    made: rendering.Rendering | None
    """None when nothing was published."""
    watched: Mapping[str, snapshot.Stat]
    """State of every file that it depended on."""
    mark: str = ""
    """Name of what the state knows of them."""
    note: str = ""
    """What is worth saying and is no problem."""


def update(
    config: Config,
    options: Options,
    seen: quick.Findings | None = None,
    progress: Progress = lambda _done, _total: None,
) -> Report:
    """Make the site from what is in content/. `seen` is what was found on disk just before.

    Raises DigestError where output/ cannot be used, and ConfigError where interface texts
    cannot.
    """
    root, target = config.root, options.target
    publishing.check(root, target)
    for name in (target.state, target.noted, target.unfinished):
        if (root / name).is_dir():  # found out before anything is published
            hint = "Remove it."
            raise DigestError("a folder lies where a file is to be.", path=name, hint=hint)
    before = _before(config, options, seen or quick.look(str(root), target=target))
    with spool(root / target.cache) as kept:
        return _update(config, options, before, kept, progress)


@record
class _Before:
    """What there was before the build."""

    lying: Inventory
    missing: frozenset[str]
    """Files that are no longer in output/."""
    last: state.State
    """What the last build knew; nothing when everything is stale."""
    whole: str
    """Why everything is stale, or empty."""
    note: str
    rows: tuple[Listing, ...]
    """Listings of the last build where everything is stale."""


def _before(config: Config, options: Options, seen: quick.Findings) -> _Before:
    root = config.root
    # What is as the last build found it had settled then.
    watched = seen.watched if seen.unchanged else snapshot.settle(seen.watched, f"{root}/")
    last, note = state.load(str(root / options.target.state))
    if not _as_read(config):  # its state is not that of the settings that pages are made with
        watched = {**watched, _SETTINGS: snapshot.UNSURE}
    settled = watched is seen.watched
    known = seen.known if seen.mark == last.get("mark", "") else last.get("watched", {})
    lying = inventory(watched, known, unchanged=seen.unchanged and settled)
    hashes = _hashes(config, lying.rest, last)
    base = fingerprint.of_value((config.print, hashes, remembered.environment(), options.choice))
    whole = _whole(root / options.target.unfinished, last, base, note)
    rows = tuple(kept_listings.recall(last).values()) if whole else ()
    if whole:
        last, lying = state.State(), replace(lying, before={}, unchanged=False)
    if not lying.unchanged and watched != lying.before:
        last.put("mark", os.urandom(8).hex())
        last.put("watched", watched)
    last.put("base", base)
    last.put("hashes", {name: (watched[name], hashed) for name, hashed in hashes.items()})
    return _Before(lying, seen.missing, last, whole, note, rows)


def _update(
    config: Config, options: Options, before: _Before, kept: Spool, progress: Progress
) -> Report:
    last, whole, lying = before.last, before.whole, before.lying
    jobs = options.jobs or config.jobs
    ahead = partial(assembling.prepare, config, options.target)
    run = partial(pool.run, jobs=jobs, meanwhile=ahead)
    found = reading.read(config, lying, last, options.choice, kept, run)
    pages, wrong_pages = store.read_stories(config.root, store.page_files(config.root), config)
    sound = bool(last.get("sound"))
    site, in_the_way = assembling.assemble(config, found, pages, kept, last, options.target)
    if sound != (not in_the_way):
        last.put("sound", not in_the_way)
    problems = (
        *found.problems,
        *wrong_pages,
        *in_the_way,
        *assembling.links(config.root, lying.strays),
        *assembling.lost_addresses(site, before.rows if whole else found.relisted),
        *assembling.example_address(config),
    )
    stories = len(site.outline.rows)
    if not options.keep_going and any(p.severity == "error" for p in problems):
        return Report(problems, stories, None, lying.everything, note=before.note)
    options.ready(site)
    sound = sound and not in_the_way
    job = rendering.Job(
        site, found, last, lying, whole, before.missing, sound, jobs, options.keep_going
    )
    made = rendering.render(job, progress)
    published = made if made.total else None
    everything = (*problems, *made.problems)
    mark = last.get("mark")
    return Report(everything, stories, published, lying.everything, mark, before.note)


def _hashes(config: Config, rest: Mapping[str, snapshot.Stat], last: state.State) -> dict[str, str]:
    """Return fingerprints of the files that everything depends on, by name.

    Program, interface texts, the editor's pages. Those of files that have not
    changed are known from the last build.
    """
    known: dict[str, tuple[snapshot.Stat, str]] = last.get("hashes", {})
    hashes: dict[str, str] = {}
    for name in sorted(rest):
        if name.endswith(".py") or "templates/i18n/" in name or name.startswith(f"{store.PAGES}/"):
            entry = known.get(name)
            if entry is None or entry[0] != rest[name]:
                entry = rest[name], fingerprint.of_bytes((config.root / name).read_bytes())
            hashes[name] = entry[1]
    return hashes


def _as_read(config: Config) -> bool:
    """Whether config.yaml still holds what the settings were read from."""
    try:
        text = files.read_text(config.root / _SETTINGS)
    except (DigestError, OSError):
        return False
    return fingerprint.of_text(text) == config.print


def _whole(unfinished: Path, last: state.State, base: str, note: str) -> str:
    """Why everything has to be made again, or nothing."""
    if unfinished.exists():
        return "the last build was interrupted"
    if note:
        return "the cache could not be used"
    if last.get("base") is None:
        return "it is the first build"
    return "" if last.get("base") == base else "the settings or the program changed"
