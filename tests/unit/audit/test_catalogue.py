from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.audit import CHECKS, problem
from digest.audit.stages import STAGES

ROOT = Path(__file__).parents[3]
DOCS = (ROOT / "docs" / "checks.md").read_text("utf-8")
TESTS = {path.name: path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py")}


def reported() -> Iterator[tuple[str, str]]:
    """Yield every code that the package gives to a finding, with its place."""
    for path in sorted((ROOT / "digest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = {"Problem": 1, "problem": 0, "Finding": 0, "_finding": 0}.get(name)
            if place is not None and len(node.args) > place:
                value = getattr(node.args[place], "value", None)
                if isinstance(value, str):
                    yield value, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_code_that_is_reported_is_in_the_catalogue() -> None:
    others = "digest/translate/"  # its findings are of answers, and never leave it
    codes = {code: place for code, place in reported() if not place.startswith(others)}
    assert {code: place for code, place in codes.items() if code not in CHECKS} == {}


@pytest.mark.parametrize("code", CHECKS)
def test_the_docs_explain_every_code(code: str) -> None:
    check = CHECKS[code]
    row = f"| `{code}` | {check.severity} | {check.meaning} | {check.remedy} |"
    assert DOCS.count(row) == 1


def test_the_docs_explain_no_code_that_is_gone() -> None:
    assert set(re.findall(r"^\| `([\w-]+)` \|", DOCS, re.MULTILINE)) == set(CHECKS)


@pytest.mark.parametrize("code", sorted(set(CHECKS) - set(STAGES) - {"glossary"}))
def test_every_check_has_a_test_that_triggers_it(code: str) -> None:
    others = (text for name, text in TESTS.items() if name != "test_catalogue.py")
    assert any(f'"{code}"' in text for text in others)


@pytest.mark.parametrize("code", CHECKS)
def test_meaning_and_remedy_are_sentences(code: str) -> None:
    check = CHECKS[code]
    assert check.meaning.endswith((".", ")."))
    assert check.remedy.endswith(".")
    assert "|" not in check.meaning + check.remedy


def test_a_finding_bears_its_remedy_unless_there_is_a_better_hint() -> None:
    assert problem("undated", "x").hint == CHECKS["undated"].remedy
    assert problem("undated", "x", hint="Look.").hint == "Look."
