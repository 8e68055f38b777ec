"""The Makefile and the tools behind it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NAMES = ["plain", "with spaces", "with#odd$signs"]


def make(folder: Path, *arguments: str) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    answer = subprocess.run(
        ["make", *arguments], cwd=folder, env=clean, check=True, capture_output=True, text=True
    )
    return answer.stdout


def test_make_alone_lists_every_target() -> None:
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets is not None
    listed = re.findall(r"^  make (\w+) +\w", make(ROOT), re.MULTILINE)
    assert sorted(listed) == sorted(targets[1].split())


@pytest.fixture(params=NAMES)
def checkout(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder whose .venv looks finished to make."""
    folder = tmp_path / str(request.param)
    for path in ("requirements", "tools", ".venv/bin"):
        (folder / path).mkdir(parents=True)
    for path in ("Makefile", "pyproject.toml", "tools/environment.py"):
        shutil.copy(ROOT / path, folder / path)
    for path in ("requirements/run.txt", "requirements/build.txt", ".venv/bin/python"):
        (folder / path).touch()
    program = "import runpy; print(runpy.run_path('tools/environment.py')['HOME'], end='')"
    home = subprocess.check_output([sys.executable, "-c", program], cwd=folder, text=True)
    (folder / ".venv" / "home.mk").write_text(home)
    (folder / ".venv" / "run.stamp").touch()
    return folder


def test_where_nothing_changed_nothing_is_set_up_again(checkout: Path) -> None:
    assert make(checkout, "-n", "build").split() == [".venv/bin/digest", "build"]


def test_a_venv_that_was_moved_is_made_anew(checkout: Path) -> None:
    moved = checkout.rename(checkout.with_name("elsewhere"))
    assert "tools/environment.py run" in make(moved, "-n", "build")


def test_a_venv_whose_python_is_gone_is_made_anew(checkout: Path) -> None:
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python")
    assert "tools/environment.py run" in make(checkout, "-n", "build")


def test_a_new_lock_is_installed(checkout: Path) -> None:
    stamp = checkout / ".venv" / "run.stamp"
    os.utime(stamp, (1, 1))
    assert "tools/environment.py run" in make(checkout, "-n", "build")


def test_a_python_without_ensurepip_is_told_which_package_brings_it(tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError")
    (tmp_path / "tools").mkdir()
    script = shutil.copy(ROOT / "tools" / "environment.py", tmp_path / "tools")
    answer = subprocess.run(
        [sys.executable, script, "run"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert f"apt-get install python{version}-venv" in answer.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_locks_hash_everything_and_name_no_index_and_no_path() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert [lock.stem for lock in locks] == ["build", "maintain", "run", "test"]
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert not re.search(r"://|index-url|find-links|file:|^/", text, re.MULTILINE), lock
        pins = re.findall(r"^[a-z0-9][\w.-]*==.*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 0, lock
    for lock in sorted((ROOT / "tools").glob("*/package-lock.json")):
        assert '"resolved"' not in lock.read_text(encoding="utf-8"), lock
