"""A build killed at any moment: no edit is lost, no page is half there, the next one mends all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.faults.build_process import build
from tests.support.sites import CONFIG, TestSite, make_site

REPOSITORY = Path(__file__).parents[2]
DUMP = (
    "{0}\n\n{0}\n\nBelediye meclisi {1} kararı oy birliğiyle aldı.\n\nKarar yarın yayımlanacak.\n"
)
LIST = '{% extends "base.html" %}{% block main %}<h1>Liste</h1>{% endblock %}'
Files = Mapping[str, bytes]


def versions(folder: Path) -> Iterator[TestSite]:
    """Sites that differ as the days of one do: stories come, go and change; so does the rest."""
    for number in range(5):
        site = make_site(folder / str(number))
        for name in "abcdef"[: 3 + number % 4]:
            title = f"{name} haberi {number if name in 'bc' else ''}".strip()
            site.story(name, body=f"Belediye {number // 2}.\n\nVapur.", title=title)
            if name in "ac":
                site.story(name, "en", body=f"Boat {number}.", slug=f"boat-{name}")
        site.write("content/pages/a.tr.md", "---\ntitle: Sayfa\n---\nMetin.\n")
        if number % 2:
            site.write("templates/list.html", LIST)
        if number == 3:
            site.write("config.yaml", CONFIG.replace("vapur", "liman"))
        if number > 1:
            site.write(f"content/raw/{number}.txt", DUMP.format("Meclis toplandı", number))
        yield site


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def given(site: TestSite) -> dict[str, bytes]:
    """What people write: content, settings and templates."""
    return {
        name: data
        for name, data in files(site.root).items()
        if not name.startswith((".cache/", "output"))
    }


def turn_into(site: TestSite, wanted: Files) -> None:
    """Edit a site until it holds these files, and leave those alone that it holds already."""
    there = given(site)
    for name in there.keys() - wanted.keys():
        (site.root / name).unlink()
    for name, data in wanted.items():
        if there.get(name) != data or name.startswith("content/raw/"):
            site.write(name, data)


class Builder:
    """A process that builds, and is killed while it does."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.build_process"],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def build(self, site: TestSite, *, jobs: int = 1, changes: int = 0, seconds: float = 0) -> int:
        """Build; kill it after so many changes on disk, or seconds. Return how it ended."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{site.root} {jobs} {changes} {seconds}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    one = Builder()
    yield one
    one.close()


class Days:
    """A site that goes from one version to another, and what each of them looks like when built."""

    def __init__(self, folder: Path) -> None:
        self.site = make_site(folder / "site")
        self.start: list[Files] = []
        self.built: list[Files] = []
        self.content: list[Files] = []
        for whole in versions(folder / "versions"):
            self.start.append(given(whole))
            assert build(whole.root).published
            self.built.append(whole.output())
            self.content.append(given(whole))
        self.now = 0

    def turn(self, version: int) -> tuple[Files, Files]:
        """Go to another version; return what output/ held, and what it has to hold in the end."""
        before = self.site.output() if (self.site.root / "output").exists() else {}
        self.now = version
        turn_into(self.site, self.start[version])
        return before, self.built[version]

    def nothing_is_half_written(self, before: Files, after: Files) -> None:
        """Each file of output/ is the old or the new one, whatever happened; no edit is lost."""
        output = self.site.root / "output"
        for name, data in files(output).items() if output.exists() else ():
            assert data in (before.get(name), after.get(name)), name
        for name, data in given(self.site).items():
            if not name.endswith(".tmp"):  # an import's, cleared by the next one
                assert data in (
                    self.start[self.now].get(name),
                    self.content[self.now].get(name),
                ) or (name == "content/imported.yaml"), name
        assert self.start[self.now].keys() <= given(self.site).keys()

    def all_is_well(self, builder: Builder) -> None:
        """One more build, and it is as if there had never been another one."""
        assert builder.build(self.site) == 0
        assert self.site.output() == self.built[self.now]
        assert given(self.site) == self.content[self.now]
        left = sorted(path.name for path in self.site.root.iterdir())
        assert left in (
            [".cache", "config.yaml", "content", "output"],
            [".cache", "config.yaml", "content", "output", "templates"],
        )
        cache = {path.name for path in (self.site.root / ".cache").iterdir()}
        assert not {name for name in cache if name.startswith(("spool", "unfinished"))}


def test_a_killed_build_is_made_good_by_the_next(
    tmp_path: Path, rounds: int, builder: Builder
) -> None:
    days = Days(tmp_path)
    days.turn(0)
    start = time.perf_counter()
    assert builder.build(days.site, jobs=2) == 0
    length = time.perf_counter() - start
    chance = random.Random(7)
    killed = 0
    for number in range(rounds):
        was = days.now
        before, after = days.turn((was + chance.randint(1, 4)) % 5)
        if number % 3 == 0:  # at any moment
            ended = builder.build(days.site, jobs=2, seconds=chance.uniform(0, length))
        elif number % 3 == 1:  # at one of the changes that it makes on disk
            ended = builder.build(days.site, changes=chance.randint(1, 250))
        else:  # while files are moved into place
            ended = builder.build(days.site, changes=-chance.randint(1, 40))
        killed += ended == -signal.SIGKILL
        days.nothing_is_half_written(before, after)
        if chance.random() < 0.4:  # what was edited is taken back
            days.turn(was)
        days.all_is_well(builder)
    assert killed > rounds / 3, "the builds were over before they were killed"
