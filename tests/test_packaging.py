"""The wheel is digest whole: what pip installs from it works away from this repository."""

from __future__ import annotations

import subprocess
import sys
from email.parser import BytesParser
from pathlib import Path
from zipfile import ZipFile

import pytest

import digest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def files(folder: str) -> set[str]:
    return {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}


def test_the_wheel_has_the_package_and_its_templates_and_nothing_else(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = {name for name in files("digest") if "__pycache__" not in name}
    assert {"digest/py.typed", "digest/model.py", "templates/base.html"} <= package | files(
        "templates"
    )
    assert names == package | {f"digest/{name}" for name in files("templates")}


def test_the_wheel_says_its_version_licence_and_needs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        told = BytesParser().parsebytes(archive.read(metadata))
    assert told["Version"] == digest.__version__
    assert told["License-Expression"] == "MIT"
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert any(need.startswith("jinja2") for need in told.get_all("Requires-Dist", []))


def test_an_editable_install_costs_nothing_at_start(tmp_path: Path) -> None:
    build = "from hatchling.build import build_editable; print(build_editable('{}'))"
    command = [sys.executable, "-c", build.format(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as archive:
        files = [name for name in archive.namelist() if ".dist-info/" not in name]
        assert files == ["_digest.pth"]
        assert archive.read("_digest.pth").decode().splitlines() == [str(ROOT)]
