from __future__ import annotations

import pytest

from digest.audit.identify import count, language
from tests.unit.audit.examples import TEXT

OTHERS = {
    "de": (
        "Der Minister sagte, dass die Gespräche weitergehen und dass es in dieser Woche eine neue "
        "Erklärung geben wird. Zwischen den Parteien gibt es noch keine Einigung, aber man "
        "brauche dafür mehr Zeit, und es wurde zu einem neuen Treffen eingeladen."
    ),
    "fr": (
        "Le ministre a dit que les discussions se poursuivaient et qu'il y aurait une nouvelle "
        "déclaration dans la semaine. Il n'y a pas encore d'accord entre les parties, mais il "
        "faut plus de temps pour cela, et une invitation a été envoyée pour une réunion."
    ),
}
NAMES = "Ankara İstanbul Moskova Bakü Erivan Doha Kahire Gazze Refah Tel Aviv Beyrut Şam " * 4


@pytest.mark.parametrize(("lang", "text"), [*TEXT.items(), *OTHERS.items()])
def test_a_paragraph_is_told_by_its_frequent_words(lang: str, text: str) -> None:
    assert language(count(text)) == lang


@pytest.mark.parametrize("text", ["", "TT", "Gazze", TEXT["tr"][:60], NAMES])
def test_what_is_too_short_or_has_no_such_words_is_not_told(text: str) -> None:
    assert language(count(text)) == ""


def test_capitals_are_no_other_language() -> None:
    assert language(count(TEXT["tr"].replace("i", "İ").replace("ı", "I").upper())) in ("", "tr")


def test_a_text_of_two_languages_in_equal_parts_is_not_told() -> None:
    assert language(count(f"{TEXT['en']} {OTHERS['de']}")) == ""


def test_counts_add_up() -> None:
    parts = TEXT["tr"].split(". ")
    assert count(parts[0]) + count(parts[1]) == count(TEXT["tr"])
