from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import turkish
from digest.search import words


@pytest.mark.parametrize(
    "text", ["ışık", "Işık", "IŞIK", "isik", "Işık’ın", "IŞIK'TAN", "ıs\u0327ık"]
)
def test_a_reader_who_types_any_of_these_means_one_word(text: str) -> None:
    assert words(text) == {"isik"}


@pytest.mark.parametrize("text", ["Lavrov", "LAVROV'UN", "lavrov’un", "Lavrov`la"])
def test_what_follows_an_apostrophe_is_cut_off(text: str) -> None:
    assert words(text) == {"lavrov"}


@pytest.mark.parametrize(
    "text", ["O’Brien", "O'Brien’ın", "o`brien", "obrien", "Ó’Brien", "O’Brięn"]
)
def test_an_apostrophe_after_one_letter_is_part_of_the_word(text: str) -> None:
    assert words(text) == {"obrien"}


def test_single_letters_are_no_words_but_those_of_other_scripts_are() -> None:
    assert words("o 5 kişi, a house; 国") == {"kisi", "house", "国"}


def test_markdown_and_punctuation_are_no_part_of_words() -> None:
    assert words("**Ateşkes**, “barış” (2025) – F-16… AB-Türkiye\u00a0hattı") == set(
        "ateskes baris 2025 16 ab turkiye hatti".split()
    )


def test_long_words_count_by_their_beginning() -> None:
    assert words("x" * 5000) == {"x" * 30}


plenty = st.text(st.characters(codec="cp1254")) | st.text(st.characters(codec="utf-8"))


@given(plenty)
def test_words_are_those_of_the_turkish_rules(text: str) -> None:
    text = re.sub("['’‘‚‛′ʼ´`＇]", " ", text)
    found = turkish.words(turkish.plain(text))
    expected = {word[:30] for word in found if len(word) > 1 or not word.isascii()}
    assert words(text) == expected


@given(plenty)
def test_a_letter_that_is_not_in_the_code_changes_no_other_word(text: str) -> None:
    assert words(f"{text} ж") == words(text) | {"ж"}
