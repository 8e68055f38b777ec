"""How like two texts are, by the words that they share in the same order."""

from __future__ import annotations

import pytest

from digest.ingest.similar import likeness, marks, words

TEXT = tuple(f"sözcük{n}" for n in range(100))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (TEXT, TEXT, 1.0),
        (TEXT, TEXT[:50], 1.0),
        (TEXT[:50], TEXT[25:75], 0.5),
        (TEXT[:50], TEXT[50:], 0.0),
        (TEXT[:2], TEXT[:2][::-1], 0.5),
        ((), (), 1.0),
        ((), TEXT, 0.0),
        (TEXT[:1], TEXT[1:2], 0.0),
    ],
)
def test_likeness_is_what_the_longer_text_has_of_the_shorter_in_its_order(
    one: tuple[str, ...], other: tuple[str, ...], share: float
) -> None:
    assert likeness(one, other) == likeness(other, one) == share


def test_a_few_words_that_stand_in_a_long_text_are_not_like_it() -> None:
    assert likeness(TEXT[:24], TEXT) == 0.0
    assert likeness(TEXT[:25], TEXT) == 1.0
    assert likeness(TEXT[:12], TEXT[:24]) == 1.0
    assert likeness(TEXT[:12], TEXT[:25]) == 0.0


def test_texts_that_share_much_share_marks_and_others_none() -> None:
    assert len(marks(TEXT)) == 16
    assert set(marks(TEXT)) & set(marks(("yeni", *TEXT[3:], "son")))
    assert not set(marks(TEXT[:50])) & set(marks(TEXT[50:]))
    assert not set(marks(TEXT)) & set(marks(TEXT[::-1]))


def test_marks_stand_for_the_text_and_not_for_how_often_it_says_a_thing() -> None:
    """A hashed run of words counts once: a text that repeats itself has the marks of its one turn."""
    assert marks(TEXT[:30]) == marks(TEXT[:30])
    assert len(marks(("ya", "hep", "ya", "hiç") * 10)) == 4


def test_a_text_of_few_words_has_no_marks() -> None:
    assert marks(TEXT[:24]) == ()
    assert marks(TEXT[:25])


def test_a_long_text_is_compared_by_its_beginning() -> None:
    assert len(words("bir " * 6000)) == 5000
    assert len(words("a " * 10_001)) == 10_000


def test_texts_share_marks_where_runs_of_four_words_are_the_same_also_the_last() -> None:
    assert len(marks(TEXT[:13] * 2)) == 13
    ends = {marks((*TEXT[:24], f"son{n}")) for n in range(100)}
    assert len(ends) > 1
