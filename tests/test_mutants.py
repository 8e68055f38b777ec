"""tools/mutants.py: what it changes; and that tests/mutants.yaml speaks of what there is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tools.mutants import EXPLAINED, changed, is_explained, mutants

ROOT = Path(__file__).parents[1]


def explained() -> Iterator[tuple[str, str, str]]:
    """Every module, line and change of which there is a reason; no change stands for all."""
    for module, lines in yaml.safe_load((ROOT / EXPLAINED).read_text("utf-8")).items():
        for line, reasons in lines.items():
            for change in reasons if isinstance(reasons, dict) else ("",):
                yield module, line, change


@pytest.mark.parametrize("module", sorted({module for module, _, _ in explained()}))
def test_each_explanation_is_of_a_line_and_a_change_that_are_there(module: str) -> None:
    source = (ROOT / module).read_text("utf-8")
    lines = [line.strip() for line in source.splitlines()]
    there = {(lines[mutant.line - 1], mutant.change) for mutant in mutants(ast.parse(source))}
    there |= {(line, "") for line, _ in there}
    assert not {(line, change) for name, line, change in explained() if name == module} - there


def test_a_mutant_is_the_module_with_one_thing_changed() -> None:
    module = ast.parse('"""Text."""\nif a < 2 and (not b):\n    c = 7 if d else f"{e}"\n')
    found = {ast.unparse(changed(module, mutant)).split("\n", 1)[1] for mutant in mutants(module)}
    then = "\n    c = 7 if d else f'{e}'"
    assert found == {
        f"if a <= 2 and (not b):{then}",
        f"if a >= 2 and (not b):{then}",
        f"if a < 3 and (not b):{then}",
        f"if a < 1 and (not b):{then}",
        f"if a < 2 or not b:{then}",
        f"if not b:{then}",
        f"if a < 2:{then}",
        f"if a < 2 and b:{then}",
        "if a < 2 and (not b):\n    c = f'{e}'",
        "if a < 2 and (not b):\n    c = 7",
        "if a < 2 and (not b):\n    c = 8 if d else f'{e}'",
        "if a < 2 and (not b):\n    c = 6 if d else f'{e}'",
    }


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ({}, False),
        ({"x": "why"}, True),
        ({"x": {"a to b": "why"}}, True),
        ({"x": {"b to a": "why"}}, False),
        ({"y": "why"}, False),
    ],
)
def test_a_reason_is_that_of_a_line_or_of_a_change_of_it(
    reasons: dict[str, object], said: bool
) -> None:
    assert is_explained("x", "a to b", reasons) is said
