"""The wheel is digest whole: what pip installs from it works away from this repository."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from email.parser import BytesParser
from importlib.metadata import packages_distributions
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
    assert {"digest/py.typed", "digest/model/pages.py", "templates/base.html"} <= package | files(
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


def test_every_library_that_the_package_imports_is_declared_and_the_other_way_round() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonical(re.split("[<=>]", need)[0]) for need in project["dependencies"]}
    brings = packages_distributions()
    imported = {
        canonical(brings[name][0])
        for path in (ROOT / "digest").rglob("*.py")
        for name in imports(path)
        if name not in sys.stdlib_module_names and name != "digest"
    }
    data_alone = {"tzdata"}
    assert imported == declared - data_alone


def imports(path: Path) -> Iterator[str]:
    """The top-level names that a module imports, wherever in it, by `import_module` too."""
    text = path.read_text("utf-8")
    yield from re.findall(r"""import_module\(\s*f?["'](\w+)""", text)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def canonical(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()
