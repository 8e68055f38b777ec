"""A translation run killed at any moment: nothing is half written, and no answer is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from digest.translate.answers import Answers, question_key
from tests.faults.fake_services import Fake
from tests.faults.translation_sites import ARTICLES, Site

REPOSITORY = Path(__file__).parents[2]
CONCURRENCY = 4
IN_HAND = CONCURRENCY + 1 + CONCURRENCY // 4
"""Answers that a run may have and not have kept: it has so many threads, each with one."""


def _fill(site: Site) -> None:
    for number in range(8):
        body = [f"{1000 * number + at} sayılı karar yarın yayımlanacak." for at in range(1, 9)]
        site.write(f"a{number}", "\n\n".join(body), title=f"Karar {number + 50} yayımlandı")


def _files(site: Site) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((site.root / ARTICLES).iterdir())}


def _process(site: Site, fake: Fake) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.faults.translate_process"]
    return subprocess.Popen(
        [*command, str(site.root), fake.url, str(CONCURRENCY)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )


def _saved(site: Site) -> set[str]:
    """Return the texts whose answers a new run would find: kept, or in a finished article."""
    kept = Answers(site.root)
    texts = {
        text
        for article in (story.original for story in site.stories())
        for text in [article.title, *article.body.strip().split("\n\n")]
    }
    done = {
        text
        for story in site.stories()
        if story.version("en")
        for text in [story.original.title, *story.original.body.strip().split("\n\n")]
    }
    return done | {text for text in texts if kept.get(question_key("tr", "en", text))}


def test_killed_runs_end_in_the_same_files_and_ask_for_nothing_twice(
    site: Site, fake: Fake, tmp_path: Path, rounds: int
) -> None:
    _fill(site)
    whole = Site(tmp_path / "whole", fake)
    _fill(whole)
    assert whole.run().complete
    expected = _files(whole)
    fake.delay = 0.02
    chance = random.Random(2026)
    for _ in range(rounds):
        fake.asked.clear()
        fake.answered.clear()
        before = _saved(site)
        process = _process(site, fake)
        wanted = chance.randrange(1, 12)
        while len(fake.asked) < wanted and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        ended = process.wait() == 0
        time.sleep(0.05)
        assert not before & {text for _, text in fake.asked}
        lost = set(fake.answered) - _saved(site)
        assert len(lost) <= IN_HAND
        assert not any(text.startswith(b"---") is False for text in _files(site).values() if text)
        if ended:
            _restart(site)
    fake.delay = 0.0
    assert site.run().complete
    assert {
        name: data for name, data in _files(site).items() if not name.startswith(".")
    } == expected


def _restart(site: Site) -> None:
    """Begin anew, with nothing translated: the run came to its end before it was killed."""
    for path in (site.root / ARTICLES).glob("*.en.md"):
        path.unlink()
