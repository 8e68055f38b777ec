from __future__ import annotations

import json

import pytest

from digest.audit import as_json, as_text, problem
from digest.audit.report import heard, sorted_problems
from digest.config import Silence

ONE = problem("dead-link", 'the link "x" leads to nothing.', "content/articles/a.tr.md", 4)
OTHER = problem("undated", "the article has no date.", "content/articles/b.tr.md")


def test_findings_stand_in_the_order_of_their_places_each_once() -> None:
    third = problem("dead-link", "x", "content/articles/a.tr.md", 12)
    assert sorted_problems([OTHER, third, ONE, ONE]) == (ONE, third, OTHER)


def test_the_text_names_severity_place_what_and_what_to_do() -> None:
    first, second, last = as_text([ONE, OTHER]).split("\n")
    assert first == (
        'error: content/articles/a.tr.md:4: the link "x" leads to nothing. '
        "Mend its address, or take the link out. [dead-link]"
    )
    assert second.startswith("note: content/articles/b.tr.md: the article has no date.")
    assert last == "1 error, 1 note found."


def test_the_text_of_a_clean_site_says_so() -> None:
    assert as_text([]) == "Nothing found."


def test_several_of_a_kind_are_counted() -> None:
    assert as_text([ONE, ONE]).endswith("2 errors found.")


def test_json_has_every_part() -> None:
    (found,) = json.loads(as_json([ONE]))
    assert found == {
        "severity": "error",
        "code": "dead-link",
        "path": "content/articles/a.tr.md",
        "line": 4,
        "message": 'the link "x" leads to nothing.',
        "hint": "Mend its address, or take the link out.",
    }


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        (Silence("dead-link", "known"), (OTHER,)),
        (Silence("dead-link", "known", "content/articles/a.*"), (OTHER,)),
        (Silence("dead-link", "known", "content/articles/b.*"), (ONE, OTHER)),
        (Silence("undated", "known", "content/articles/b.tr.md"), (ONE,)),
        (Silence("other", "known"), (ONE, OTHER)),
    ],
)
def test_what_the_config_silences_is_not_reported(rule: Silence, left: tuple[object, ...]) -> None:
    assert heard((ONE, OTHER), (rule,)) == left
