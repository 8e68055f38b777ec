"""Letters and endings by which names are told from other words."""

from __future__ import annotations

import re

import pytest

from digest.ingest import forms, houses


@pytest.mark.parametrize("name", ["University of Gaza", "Le Journal de Gaza", "Radio and Sea"])
def test_small_words_within_the_name_of_a_house_are_part_of_it(name: str) -> None:
    assert [source.name for source in houses.sources(f"{name}, Reuters")][-1] == "Reuters"


@pytest.mark.parametrize(
    ("letter", "is_one"), [("A", True), ("İ", True), ("Ñ", True), ("ı", False)]
)
def test_capitals_are_those_of_all_names_in_the_news(letter: str, is_one: bool) -> None:
    assert (re.fullmatch(f"[{forms.UPPER}]", letter) is not None) == is_one


@pytest.mark.parametrize(
    ("word", "has_one"),
    [("Gazze'de", True), ("Veli'nin", True), ("AA’ya", True), ("O'Brien", False), ("Gazze", False)],
)
def test_a_case_ending_behind_an_apostrophe_is_known(word: str, has_one: bool) -> None:
    assert (forms.SUFFIXED.search(word) is not None) == has_one
