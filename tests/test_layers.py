"""The package's layers, as pyproject.toml declares them from docs: nobody imports upwards."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parent.parent


def test_every_module_imports_only_from_the_layers_below_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    result = cli.lint_imports(no_cache=True)
    assert result == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_contract_covers_the_whole_package() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    layers = next(c for c in rules["importlinter"]["contracts"] if c["type"] == "layers")
    assert layers["containers"] == ["digest"]
    assert layers["exhaustive"] is True
    assert "exhaustive_ignores" not in layers
    assert "ignore_imports" not in layers


def test_no_import_hides_from_the_layers() -> None:
    hidden = []
    for path in sorted((ROOT / "digest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
                hidden.append(f"{path}:{node.lineno}: TYPE_CHECKING hides circles")
            if isinstance(node, ast.ImportFrom) and node.level:
                hidden.append(f"{path}:{node.lineno}: relative import")
    assert hidden == []
