"""Compiled templates on disk: old, cut and garbled ones are not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest.render import compiled as code
from digest.render.engine import Engine


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "x.html").write_text("{{ 1 + 1 }} eggs", encoding="utf-8")
    return tmp_path


def made(site: Path) -> str:
    engine = Engine((site / "templates",), site / "compiled")
    return str(engine.jinja.get_template("x.html").render())


def compiled(site: Path) -> Path:
    (found,) = (site / "compiled").iterdir()
    return found


def test_what_was_compiled_is_used_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made(site) == "2 eggs"
    monkeypatch.setattr("jinja2.Environment.compile", lambda *_: pytest.fail("compiled again"))
    assert made(site) == "2 eggs"


def test_a_changed_template_is_compiled_again_into_the_same_file(site: Path) -> None:
    made(site)
    (site / "templates" / "x.html").write_text("ham", encoding="utf-8")
    assert made(site) == "ham"
    assert compiled(site).is_file()


@pytest.mark.parametrize("cut", [0, 1, 31, 32, 40, -1])
def test_a_file_cut_short_is_compiled_again(site: Path, cut: int) -> None:
    made(site)
    path = compiled(site)
    path.write_bytes(path.read_bytes()[:cut])
    assert made(site) == "2 eggs"


def test_a_garbled_file_is_compiled_again(site: Path) -> None:
    made(site)
    path = compiled(site)
    data = bytearray(path.read_bytes())
    data[-5] ^= 255
    path.write_bytes(bytes(data))
    assert made(site) == "2 eggs"


def test_code_of_another_version_is_not_used(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(site)
    before = compiled(site).read_bytes()
    monkeypatch.setattr(code, "REVISION", "other")
    assert made(site) == "2 eggs"
    assert compiled(site).read_bytes() != before


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(site: Path) -> None:
    (site / "compiled").write_text("a file where the folder should be", encoding="utf-8")
    assert made(site) == "2 eggs"


def test_nothing_is_left_lying_beside_the_compiled_templates(site: Path) -> None:
    made(site)
    assert [name for name in os.listdir(site / "compiled") if not name.endswith(".template")] == []
