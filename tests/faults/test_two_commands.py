"""Two commands at once: one waits for the other, and both do what they do alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest import files
from digest.cache.target import PUBLISHED
from digest.cli.commands import main
from digest.pipeline import importing, translating
from digest.pipeline.spooling import spool
from tests.faults.fake_services import Fake
from tests.faults.test_build_kills import REPOSITORY, given
from tests.support.sites import CONFIG, TestSite, make_site

DUMP = """{0}

22 Kasım 2025

Belediye meclisi {1} kararı oy birliğiyle aldı.

Karar yarın yayımlanacak.
"""
BUILD, IMPORT, TRANSLATE = ("build",), ("import",), ("translate",)


def started(site: TestSite, words: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "digest", "--site", str(site.root), *words],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def filled(root: Path, fake: Fake, stories: int = 6) -> TestSite:
    url = fake.address("google")
    site = make_site(root, f"{CONFIG}engines: {{google: {{url: '{url}', rps: 10000}}}}\n")
    for number in range(stories):
        site.story(f"s{number}", body=f"{number + 20} sayılı karar yarın yayımlanacak.")
        site.write(f"content/raw/{number}.txt", DUMP.format(f"Meclis {number} toplandı", number))
    return site


def texts(site: TestSite) -> dict[str, bytes]:
    """The content, without the day on which it was imported or translated."""
    return {
        name: b"\n".join(
            line
            for line in data.split(b"\n")
            if not line.startswith((b"imported:", b"translated:"))
        )
        for name, data in given(site).items()
    }


def finished(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    return said


def run(site: TestSite, *words: str) -> None:
    """Run a command in this process."""
    result = CliRunner().invoke(main, ["--site", str(site.root), *words], obj={})
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BUILD, BUILD),
        (BUILD, IMPORT),
        (BUILD, TRANSLATE),
        (TRANSLATE, TRANSLATE),
        (BUILD, ("check",)),
    ],
    ids=lambda words: words[0],
)
def test_both_end_well_and_nothing_is_lost(
    tmp_path: Path, fake: Fake, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    alone, both = filled(tmp_path / "alone", fake), filled(tmp_path / "both", fake)
    fake.delay = 0.01
    for process in [started(both, words) for words in (one, other)]:
        finished(process)
    asked = [text for _, text in fake.asked]
    assert len(asked) == len(set(asked))
    # What the one did not see of the other's work, the next run does.
    for site in (alone, both):
        for words in (IMPORT, other, BUILD):
            run(site, *words)
    assert texts(both) == texts(alone)
    assert both.output().keys() == alone.output().keys()


@pytest.mark.parametrize(
    ("lock", "words", "what"),
    [
        (PUBLISHED.lock, BUILD, "build"),
        (importing.LOCK, IMPORT, "import"),
        (translating.LOCK, TRANSLATE, "translation"),
        (translating.LOCK, ("review", "story"), "translation"),
    ],
)
def test_the_one_that_waits_says_so(
    tmp_path: Path, fake: Fake, lock: str, words: tuple[str, ...], what: str
) -> None:
    site = filled(tmp_path, fake, stories=1)
    site.story("s0", "en", "One.", slug="story", origin="machine")
    with files.lock(site.root / lock):
        process = started(site, words)
        assert process.stdout
        line = process.stdout.readline()
        assert line == f"Another {what} of this site is under way; waiting for it …\n"
        assert process.poll() is None
    finished(process)


def test_what_would_be_sent_is_said_at_once(tmp_path: Path, fake: Fake) -> None:
    site = filled(tmp_path, fake, stories=1)
    with files.lock(site.root / translating.LOCK):
        assert "requests" in finished(started(site, ("translate", "--dry-run")))


@pytest.fixture
def somebody() -> Iterator[int]:
    """The number of a process that is alive."""
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process.pid
        process.kill()


def test_stories_that_another_command_keeps_are_left_alone(tmp_path: Path, somebody: int) -> None:
    at_work, left = tmp_path / f"spool-{somebody}-x", tmp_path / "spool-999999999-x"
    at_work.mkdir()
    left.mkdir()
    with spool(tmp_path):
        assert at_work.exists()
        assert not left.exists()


def test_stories_left_by_a_killed_command_of_our_own_number_are_cleared(tmp_path: Path) -> None:
    """In a container every run may have the same number."""
    left = tmp_path / f"spool-{os.getpid()}-x"
    left.mkdir()
    with spool(tmp_path):
        assert not left.exists()


def test_a_build_that_nobody_listens_to_is_made_and_says_nothing_of_that(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.story("1", title="Vapur")
    for _ in range(2):  # the second has nothing to do
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "digest", "--site", str(site.root), "build"],
            cwd=REPOSITORY,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (1, "")
        assert len(site.output()) > 10
