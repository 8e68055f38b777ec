"""The process that builds: what open pages show comes first, then everything else.

It gets a `Wanted` for each edit and answers with a `Shown` for every step that changed what a
browser can see, and with one `Built` at the end. A `Wanted` that comes while it is at work ends
that work: both edits are then built together. Where files keep changing, only for some seconds.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import math
import signal
import time
from collections.abc import Mapping
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from zoneinfo import ZoneInfo

from digest import files, store
from digest.cache import quick
from digest.cache.target import Target
from digest.config import Config
from digest.config.reading import load
from digest.errors import DigestError
from digest.pipeline import building, previewing, publishing
from digest.pipeline.reading import Choice
from digest.pipeline.site import Site
from digest.pipeline.updating import Options
from digest.serve.locating import base_path
from digest.serve.messages import Built, Shown, Wanted

TARGET = Target(output=".cache/serve/site", cache=".cache/serve", versioned=False)
"""Drafts must never lie in output/: somebody would publish them. Static files keep their
addresses, so that a change of styles is a change of no page."""

EARLY = f"{TARGET.cache}/early"
"""Lies there while something is shown that no finished build has vouched for."""

PATIENCE = 5.0
"""Seconds from when work was first given up for another edit until it no longer is."""


class _Superseded(Exception):  # noqa: N818 - no error: there is something newer to build
    """Another edit has come while one was being built."""


def run(root: Path, pipe: Connection) -> None:
    """Build whatever the pipe wants, until it wants nothing. For a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process says when to end
    builder = Builder(root, pipe)
    try:
        while wanted := pipe.recv():
            builder.build(wanted)
    except (_Ended, EOFError, ConnectionError):
        return


class _Ended(Exception):  # noqa: N818 - no error: Ctrl-C
    """Nothing is wanted any more."""


class Builder:
    """Builds a site again and again."""

    def __init__(self, root: Path, pipe: Connection) -> None:
        self._root = root
        self._folder = root / TARGET.output
        self._note = root / EARLY
        self._pipe = pipe
        self._site: Site | None = None
        """The site as it was read last."""
        self._since: set[str] = set()
        """Files that were changed since then."""
        self._early: set[str] = set()
        """Files that were put there beforehand, and that no finished build has vouched for."""
        self._more: list[Wanted] = []
        """Edits that have come while one was being built."""
        self._until = math.inf
        """When they have to wait until it is, on the monotonic clock."""

    def build(self, wanted: Wanted) -> None:
        """Bring the site up to date, and answer; again for edits that had to wait for that."""
        self._until_built(wanted)
        while self._more:
            self._until_built(self._taken())

    def _until_built(self, wanted: Wanted) -> None:
        start = time.monotonic()
        self._until = math.inf
        while True:
            try:
                built = self._build(wanted)
                break
            except _Superseded:
                self._until = min(self._until, time.monotonic() + PATIENCE)
                wanted = self._taken(wanted)
        self._pipe.send(replace(built, seconds=time.monotonic() - start))

    def _taken(self, *wanted: Wanted) -> Wanted:
        """Return these edits and all that have come since as one."""
        together = (*wanted, *self._more)
        self._more.clear()
        names = (name for one in together for name in one.changed)
        return Wanted(tuple(dict.fromkeys(names)), together[-1].open)

    def _build(self, wanted: Wanted) -> Built:
        config, problems = load(self._root)
        if config is None:
            return Built(wanted.changed, problems, "")
        # Text goes to a translation service when somebody says so, and not at every edit.
        config = replace(config, translation=replace(config.translation, enabled=False))
        empty = Built(wanted.changed, (), base_path(config.url))
        try:
            return self._built(config, wanted, empty)
        except (DigestError, OSError) as error:
            told = files.explained(error, self._root) if isinstance(error, OSError) else error
            return replace(empty, problems=(store.problem("build", told),))

    def _built(self, config: Config, wanted: Wanted, empty: Built) -> Built:
        doubtful = frozenset(self._early)
        if self._site is None and self._note.exists():  # of a preview that was ended
            (self._root / TARGET.unfinished).touch()
        self._since.update(wanted.changed)
        self._begin(config, wanted)

        def ready(site: Site) -> None:
            self._site = site
            self._since.clear()
            self._show(dict(previewing.pages(site, wanted.open)))

        day = dt.datetime.now(ZoneInfo(config.timezone)).date().isoformat()
        options = Options(Choice(drafts=True), name="serve", target=TARGET, ready=ready)
        done = building.build(config, options, self._seen(doubtful), day, self._progress)
        made = done.updated.made
        if made:
            self._early -= doubtful | made.reasons.keys()
            if not self._early:
                self._note.unlink(missing_ok=True)
        return replace(
            empty,
            problems=done.problems,
            stories=done.updated.stories,
            pages=len(made.reasons) if made else 0,
            total=made.total if made else 0,
            published=done.published,
        )

    def _begin(self, config: Config, wanted: Wanted) -> None:
        """Show what can be told from the site as it was, without reading all of it again."""
        self._show(previewing.copied(config, wanted.changed))
        if self._site is None or not wanted.open:
            return
        with contextlib.suppress(DigestError):  # building it all says more of what is wrong
            self._show(previewing.edited(self._site, self._since, wanted.open))

    def _seen(self, doubtful: frozenset[str]) -> quick.Findings | None:
        """What is on disk. Nobody else changes our folder: only look whether it is there."""
        if not (self._folder / publishing.MARK).exists():
            return None
        return quick.Findings(quick.watched(str(self._root)), doubtful, None)

    def _show(self, made: Mapping[str, bytes]) -> None:
        """Put files where the server finds them, and say so if that changes anything."""
        if not (self._folder / publishing.MARK).exists():
            return
        new = {name: data for name, data in made.items() if not self._has(name, data)}
        if new:
            self._note.touch()
        for name, data in new.items():
            self._early.add(name)
            files.write_atomic(self._folder / name, data)
        if new:
            self._pipe.send(Shown())

    def _has(self, name: str, data: bytes) -> bool:
        try:
            return (self._folder / name).read_bytes() == data
        except OSError:
            return False

    def _progress(self, _done: int, _total: int) -> None:
        while self._pipe.poll():
            more: Wanted | None = self._pipe.recv()
            if more is None:
                raise _Ended
            self._more.append(more)
        if self._more and time.monotonic() < self._until:
            raise _Superseded
