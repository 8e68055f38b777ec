from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from digest.translate.answers import Answer, Answers
from digest.translate.doubts import Doubts

SAME = Answer("The weather in the mountain villages stayed mild.", "google")


@pytest.fixture
def answers(tmp_path: Path) -> Iterator[Answers]:
    with closing(Answers(tmp_path)) as opened:
        yield opened


def test_what_is_believed_is_kept(answers: Answers) -> None:
    assert Doubts(answers).believes("a", "Dağ köylerinde hava ılık.", SAME)
    assert answers.get("a") == SAME


def test_an_answer_to_two_texts_is_kept_for_neither(answers: Answers) -> None:
    doubts = Doubts(answers)
    doubts.believes("a", "Dağ köylerinde hava ılık.", SAME)
    assert not doubts.any([SAME.text])
    assert not doubts.believes("b", "Taraflar bir karar verecek.", SAME)
    assert doubts.any(["another", SAME.text])
    assert not doubts.any(["another"])
    assert answers.get("a") is answers.get("b") is None


def test_texts_that_are_alike_may_have_one_answer_until_another_has_it(answers: Answers) -> None:
    doubts = Doubts(answers)
    assert doubts.believes("a", "Dağ köylerinde hava ılık.", SAME)
    assert doubts.believes("b", "Dağ köylerinde HAVA ılık!", SAME)
    assert not doubts.believes("c", "Taraflar bir karar verecek.", SAME)
    assert answers.get("a") is answers.get("b") is None
    assert not doubts.believes("a", "Dağ köylerinde hava ılık.", SAME)
    assert answers.get("a") is None


def test_short_texts_may_have_one_answer(answers: Answers) -> None:
    doubts = Doubts(answers)
    short = Answer("a" * 29, "google")
    assert doubts.believes("a", "Evet.", short)
    assert doubts.believes("b", "Öyle.", short)
    long = Answer("a" * 30, "google")
    assert doubts.believes("a", "Evet.", long)
    assert not doubts.believes("b", "Öyle.", long)
