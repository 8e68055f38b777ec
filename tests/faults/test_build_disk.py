"""A disk that says no: it is said what, where and what to do, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest.cli import run
from digest.pipeline import publishing
from digest.render import pool
from tests.faults.test_build_kills import files, given
from tests.support.sites import TestSite, make_site

Digest = Callable[..., tuple[int, str]]


@pytest.fixture
def digest(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Digest:
    """Run a command of `digest` in this process; return its exit code and what it says."""

    def call(site: TestSite, *words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["digest", "--site", str(site.root), *words])
        with pytest.raises(SystemExit) as ended:
            run()
        return int(ended.value.code or 0), capsys.readouterr().err

    return call


def filled(root: Path) -> TestSite:
    site = make_site(root)
    for name in "abc":
        site.story(name, body="Belediye.\n\nVapur.")
    return site


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    return filled(tmp_path / "site")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    allowed = shutil.which("mount") and not os.geteuid()
    if not allowed or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("left", [0, 30_000, 150_000, 400_000])
def test_a_full_disk_leaves_the_site_as_it_was(
    small_disk: Path, tmp_path: Path, digest: Digest, left: int
) -> None:
    site, clean = filled(small_disk / "site"), filled(tmp_path / "clean")
    assert digest(site, "build")[0] == 0
    for each in (site, clean):
        for name in "abcdefghijkl":
            each.story(name, body="Belediye. " * 500)
    before, content = site.output(), given(site)
    filler = small_disk / "filler"
    with filler.open("wb") as file:
        free = shutil.disk_usage(small_disk).free
        file.write(b"x" * max(0, free - left))
    code, said = digest(site, "build")
    assert code == 1
    assert "disk is full" in said or "disk full" in said
    assert "oom" in said
    assert site.output() == before
    assert given(site) == content
    filler.unlink()
    assert digest(site, "build")[0] == 0
    assert digest(clean, "build")[0] == 0
    assert site.output() == clean.output()


def test_an_output_folder_that_cannot_be_written_is_named(
    small_disk: Path, tmp_path: Path, digest: Digest
) -> None:
    site = filled(tmp_path / "site")
    (site.root / "output").symlink_to(small_disk / "www")
    (small_disk / "www").mkdir()
    assert digest(site, "build")[0] == 0
    before = site.output()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    site.story("d")
    code, said = digest(site, "build")
    assert code == 1
    assert "read-only" in said
    assert str(small_disk) in said
    assert site.output() == before
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert digest(site, "build")[0] == 0
    clean = filled(tmp_path / "clean")
    clean.story("d")
    clean.build()
    assert site.output() == clean.output()


def a_file(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", "utf-8")


def a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    (path / "x").mkdir(parents=True)


def a_link_to_nowhere(path: Path) -> None:
    a_file(path)
    path.unlink()
    path.symlink_to("/nowhere/at/all")


@pytest.mark.parametrize(
    ("name", "put"),
    [
        (".cache", a_file),
        (".cache/build", a_folder),
        (".cache/noted", a_folder),
        (".cache/lock", a_folder),
        (".cache/feeds", a_file),
        (".cache/unfinished", a_folder),
        (".cache/search.db", a_folder),
        ("output", a_file),
        ("output", a_link_to_nowhere),
        ("output/tr", a_file),
        ("output/index.html", a_folder),
        ("output.staging", a_file),
        ("content", a_file),
        ("content/articles", a_file),
        ("content/pages", a_file),
        ("config.yaml", a_folder),
        ("templates", a_file),
    ],
)
def test_what_lies_in_the_way_is_named_and_left_alone(
    site: TestSite, digest: Digest, name: str, put: Callable[[Path], None]
) -> None:
    assert digest(site, "build")[0] == 0
    before = site.output()
    put(site.root / name)
    there, content = files(site.root), given(site)
    if name != "content" and not name.startswith("content/art"):
        site.story("a", body="Anders.")
        content = given(site)
    code, said = digest(site, "build")
    assert code in (1, 2)
    last = said.strip().split("\n")[-1]
    assert f"{name}: " in last
    assert last.endswith((".", "?"))
    assert "Traceback" not in said
    assert given(site) == content
    if not name.startswith("output"):
        assert site.output() == before
    assert os.path.lexists(site.root / name)
    assert there.keys() - files(site.root).keys() <= {".cache/unfinished"}


@pytest.mark.parametrize("folder", ["", "tr/"])
def test_a_folder_that_digest_did_not_fill_is_left_alone(
    site: TestSite, digest: Digest, folder: str
) -> None:
    site.write(f"output/{folder}mine.html", "mine")
    code, said = digest(site, "build")
    assert code == 1
    assert f'output: it holds files that digest did not make ("{folder}mine.html").' in said
    assert files(site.root / "output").keys() == {f"{folder}mine.html"}


def test_a_site_without_its_mark_is_known_by_its_files(site: TestSite, digest: Digest) -> None:
    assert digest(site, "build")[0] == 0
    before = site.output()
    site.story("a", body="Anders.")
    (site.root / "output/.digest").unlink()
    site.write("output/mine.html", "mine")
    code, said = digest(site, "build")
    assert (code, 'it holds files that digest did not make ("mine.html").' in said) == (1, True)
    (site.root / "output/mine.html").unlink()
    assert digest(site, "build")[0] == 0
    assert site.output().keys() >= before.keys()


def test_the_next_build_mends_what_was_in_the_way(
    site: TestSite, tmp_path: Path, digest: Digest
) -> None:
    assert digest(site, "build")[0] == 0
    clean = filled(tmp_path / "clean")
    for each in (site, clean):
        each.story("a", body="Anders.")
    clean.build()
    for name in ("build", "noted", "search.db", "unfinished"):
        a_folder(site.root / ".cache" / name)
        assert digest(site, "build")[0] == 1
        shutil.rmtree(site.root / ".cache" / name)
    assert digest(site, "build")[0] == 0
    assert site.output() == clean.output()


def test_a_worker_that_dies_leaves_the_site_as_it_was(
    site: TestSite, tmp_path: Path, digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert digest(site, "build")[0] == 0
    before = site.output()
    site.story("d")
    stage, parent = publishing.stage, os.getpid()

    def dying(folder: Path, output: str, data: bytes) -> None:
        if os.getpid() != parent and "id" not in output:
            os.kill(os.getpid(), signal.SIGKILL)
        stage(folder, output, data)

    with monkeypatch.context() as patch:
        patch.setattr(pool, "WORTH", 1)
        patch.setattr(publishing, "stage", dying)
        code, said = digest(site, "build", "--jobs", "2")
    assert code == 1
    assert "a process that renders pages died (signal 9)" in said
    assert "build.jobs: 1" in said
    assert site.output() == before
    assert digest(site, "build")[0] == 0
    clean = filled(tmp_path / "clean")
    clean.story("d")
    clean.build()
    assert site.output() == clean.output()
