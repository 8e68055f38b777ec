from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import DigestError
from digest.translate.answers import FILE, Answer, Answers, question_key


@pytest.fixture
def answers(tmp_path: Path) -> Iterator[Answers]:
    with closing(Answers(tmp_path)) as opened:
        yield opened


def test_answers_outlive_the_process(tmp_path: Path, answers: Answers) -> None:
    answers.add("k", Answer("satır\nsonu", "google"))
    assert Answers(tmp_path).get("k") == Answer("satır\nsonu", "google")
    assert Answers(tmp_path).get("other") is None


def test_the_last_of_several_answers_counts(tmp_path: Path, answers: Answers) -> None:
    answers.add("k", Answer("old", "google"))
    answers.add("k", Answer("new", "deepl"))
    assert Answers(tmp_path).get("k") == Answer("new", "deepl")


def test_an_answer_can_be_taken_back(tmp_path: Path, answers: Answers) -> None:
    answers.add("k", Answer("wrong", "google"))
    answers.take_back("k")
    assert answers.get("k") is None
    assert Answers(tmp_path).get("k") is None


def test_nothing_is_written_twice(tmp_path: Path, answers: Answers) -> None:
    answers.take_back("k")
    for _ in range(2):
        answers.add("k", Answer("right", "google"))
    assert (tmp_path / FILE).read_text().count("\n") == 1


def test_a_line_that_was_cut_off_costs_that_answer_alone(tmp_path: Path, answers: Answers) -> None:
    answers.add("a", Answer("one", "google"))
    answers.add("b", Answer("two", "google"))
    answers.close()
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:-9])
    again = Answers(tmp_path)
    assert again.get("a") == Answer("one", "google")
    assert again.get("b") is None
    again.add("c", Answer("three", "google"))
    again.close()
    last = Answers(tmp_path)
    assert last.get("a") == Answer("one", "google")
    assert last.get("c") == Answer("three", "google")


@given(st.binary(max_size=300))
def test_garbage_is_passed_over(tmp_path_factory: pytest.TempPathFactory, garbage: bytes) -> None:
    root = tmp_path_factory.mktemp("answers")
    (root / ".cache").mkdir()
    (root / FILE).write_bytes(garbage)
    answers = Answers(root)
    answers.add("k", Answer("fine", "google"))
    answers.close()
    assert Answers(root).get("k") == Answer("fine", "google")


def test_a_changed_line_is_not_believed(tmp_path: Path, answers: Answers) -> None:
    answers.add("k", Answer("right", "google"))
    answers.close()
    path = tmp_path / FILE
    path.write_text(path.read_text().replace("right", "wrong"))
    assert Answers(tmp_path).get("k") is None


@pytest.mark.parametrize(
    "line", ["[]", "1", "null", '["1", "k", "google", 5, "x"]', "{}", "[" * 9999]
)
def test_lines_of_another_form_are_passed_over(tmp_path: Path, line: str) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / FILE).write_text(f"{line}\n")
    assert Answers(tmp_path).get("k") is None


def test_answers_of_another_version_are_passed_over(tmp_path: Path, answers: Answers) -> None:
    answers.add("k", Answer("right", "google"))
    answers.close()
    path = tmp_path / FILE
    value = json.loads(path.read_text())
    path.write_text(json.dumps(["0", *value[1:]]))
    assert Answers(tmp_path).get("k") is None


def test_all_can_be_thrown_away(tmp_path: Path, answers: Answers) -> None:
    answers.add("k", Answer("right", "google"))
    answers.forget()
    assert not (tmp_path / FILE).exists()
    assert answers.get("k") is None


def test_a_cache_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way")
    with pytest.raises(DigestError, match="cannot be written"):
        Answers(tmp_path).add("k", Answer("right", "google"))


def test_questions_of_other_languages_are_other_questions() -> None:
    keys = {
        question_key("tr", "en", "a"),
        question_key("tr", "de", "a"),
        question_key("en", "tr", "a"),
    }
    assert len(keys) == 3
