"""An import killed at any moment: the next one ends in the same files, and makes no duplicate."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from digest import files
from digest.pipeline import importing
from digest.pipeline.import_placing import ANNOUNCED
from digest.pipeline.importing import import_dumps
from tests.support import news
from tests.support.sites import TestSite, make_site

REPOSITORY = Path(__file__).parents[2]
DAY = "2025-11-22"
BATCH = 4


def fill(site: TestSite, dumps: int = 16) -> None:
    """Write dumps with one to four articles each, some of them in two dumps, some revised."""
    chance = random.Random(11)
    earlier: list[news.News] = []
    for number in range(dumps):
        articles = [news.news(chance) for _ in range(chance.randint(1, 4))]
        if earlier and number % 3 == 0:
            articles.append(chance.choice(earlier))
        if earlier and number % 4 == 0:
            old = chance.choice(earlier)
            articles.append(news.News(old.title, (*old.body, "Gelişme sonradan eklendi.")))
        earlier += articles
        form = news.shape(chance)
        text = "\n".join(news.page(articles, form, chance))
        site.write(f"content/raw/{number:03}.txt", text)
    site.write("content/articles/2025-01/el.tr.md", "---\ntitle: El yazısı\n---\n\nGövde.\n")


def content(site: TestSite) -> dict[str, bytes]:
    folder = site.root / "content"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def started(site: TestSite) -> subprocess.Popen[bytes]:
    """Start an import in a process of its own, and wait until it is at work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.import_process", str(site.root), str(BATCH)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"started\n"
    return process


def test_killed_imports_end_in_the_same_files_without_a_duplicate(
    tmp_path: Path, rounds: int
) -> None:
    whole = make_site(tmp_path / "whole")
    fill(whole)
    start = time.perf_counter()
    with started(whole) as process:
        assert process.wait() == 0
    length = time.perf_counter() - start
    expected = content(whole)
    assert sum(name.startswith("articles/") for name in expected) > 30

    chance = random.Random(5)
    interrupted = 0
    for number in range(rounds):
        site = make_site(tmp_path / f"killed-{number}")
        fill(site)
        for _ in range(chance.randint(1, 2)):
            with started(site) as process:
                time.sleep(chance.uniform(0, length))
                process.send_signal(signal.SIGKILL)
                interrupted += process.wait() == -signal.SIGKILL
        with started(site) as process:
            assert process.wait() == 0
        assert content(site) == expected, f"round {number}"
    assert interrupted > rounds / 3, "the imports were over before they were killed"


class _KilledError(BaseException):
    """The process ends here."""


REVISED = """\
Kuzey limanında vinç operatörleri greve gitti

Sendikaya göre {0} operatörün 395'i sabah vardiyasında iş başı yapmadı.

Liman yönetimi ise yükleme ve boşaltmanın üç iskelede sürdüğünü savunuyor.

Taraflar arasındaki son görüşmede ücret artışında uzlaşma sağlanamamıştı.
"""


@pytest.mark.parametrize("written", [False, True], ids=["before it was written", "after"])
def test_a_revision_after_one_that_an_import_was_killed_with_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: bool
) -> None:
    site = make_site(tmp_path)
    site.write("content/raw/a.txt", REVISED.format(420))
    (path,) = import_dumps(site.config, day=DAY).added
    site.write("content/raw/b.txt", REVISED.format(430))
    write = files.write_atomic

    def killed(file: Path, data: bytes, **rest: Any) -> None:
        if written:
            write(file, data, **rest)
        raise _KilledError

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_atomic", killed)
        with pytest.raises(_KilledError):
            import_dumps(site.config, day=DAY)
    assert ("430" in (site.root / path).read_text("utf-8")) == written
    (site.root / "content/raw/b.txt").unlink()
    import_dumps(site.config, day=DAY)
    site.write("content/raw/c.txt", REVISED.format(440))
    report = import_dumps(site.config, day=DAY)
    assert (report.updated, report.problems) == ((path,), ())
    assert "440" in (site.root / path).read_text("utf-8")
    left = site.root / ANNOUNCED
    assert len(left.read_text("ascii").splitlines() if left.exists() else []) <= 1


class _FullDiskError(OSError):
    """No space left on the device."""


@pytest.mark.parametrize("after", [0, 1, 7, 20])
def test_an_import_onto_a_full_disk_is_completed_when_there_is_space(
    tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", BATCH)
    whole, site = make_site(tmp_path / "whole"), make_site(tmp_path / "full")
    for each in (whole, site):
        fill(each)
    import_dumps(whole.config, day=DAY)

    written = 0
    write = files.write_atomic

    def full(path: Path, data: bytes, **rest: Any) -> None:
        nonlocal written
        written += 1
        if written > after:
            raise _FullDiskError(28, "No space left on device", str(path))
        write(path, data, **rest)

    with monkeypatch.context() as patch:
        patch.setattr("digest.files.write_atomic", full)
        with pytest.raises(_FullDiskError):
            import_dumps(site.config, day=DAY)
    import_dumps(site.config, day=DAY)
    assert content(site) == content(whole)
