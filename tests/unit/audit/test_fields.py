from __future__ import annotations

import pytest

from digest.audit.fields import field_lines, field_problems
from digest.store import FIELDS

PATH = "content/articles/2025-07/a.tr.md"


def found(head: str, *, translation: bool = False) -> list[tuple[str, int, str]]:
    text = f"---\n{head}\n---\n\nnobody: reads this\n"
    problems = field_problems(PATH, text, translation=translation)
    return [(problem.message, problem.line, problem.hint) for problem in problems]


def test_known_fields_are_no_finding() -> None:
    assert found("\n".join(f"{name}: x" for name in FIELDS)) == []


@pytest.mark.parametrize(
    ("field", "hint"),
    [("titel", 'Did you mean "title"?'), ("Title", 'Did you mean "title"?'), ("zzz", "Mend its")],
)
def test_a_field_that_nobody_reads_is_found_with_what_it_may_mean(field: str, hint: str) -> None:
    ((message, line, said),) = found(f"title: x\n{field}: y")
    assert f'"{field}"' in message
    assert line == 3
    assert said.startswith(hint)


def test_only_the_top_level_counts() -> None:
    head = """
sources:
  - {name: AP, url: "https://x"}
  - name: Reuters
summary: >
  so: long
# comment: x
"quoted": x
""".strip()
    assert [line for _, line, _ in found(head)] == [8]


def test_fields_of_the_original_are_in_vain_in_a_translation() -> None:
    ((message, line, _),) = found("title: x\ndate: 2025-07-22", translation=True)
    assert '"date"' in message
    assert line == 3


@pytest.mark.parametrize(
    "text", ["", "no front matter: here", "---\nnever: closed", "\ufeff---\na: b\n---\n"]
)
def test_odd_files_are_read(text: str) -> None:
    assert len(field_lines(text)) <= 1
