from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.translate.amounts import amounts
from digest.translate.differing import differences
from digest.translate.figures import figures, localised
from digest.translate.language import language
from digest.translate.numerals import meanings

TR, EN, DE = language("tr"), language("en"), language("de")


def amiss(question: str, answer: str, source: str = "tr", target: str = "en") -> list[str]:
    one, other = language(source), language(target)
    return list(differences(figures(question, one), figures(answer, other), one, other))


def values(text: str, lang: str = "tr") -> list[set[object]]:
    return [set(one.values) for one in amounts(text, language(lang)) if one.sure]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("1.250,5", "1,250.5"),
        ("59 bin", "59,000"),
        ("%20", "20%"),
        ("50 milyar", "50 billion"),
        ("bini aştı", "exceeded 1,000"),
        ("7 bine", "7,000"),
        ("4 kişi", "four people"),
        ("üç kez", "three times"),
        ("bir kişi", "somebody"),
        ("yüzde 20", "20 per cent"),
        ("142 bin kişi", "142 thousand people"),
        ("60 günlük", "60-day"),
        ("11.47", "11:47"),
        ("3. kez", "the 3rd time"),
        ("2-1", "2-1"),
        ("7 Ekim 2023", "October 7, 2023"),
        ("22.07.2025", "22 July 2025"),
        ("22.07.2025 - 11:47", "July 22, 2025, 11:47 a.m."),
        ("100-150 bin", "100,000 to 150,000"),
    ],
)
def test_numbers_are_compared_by_what_they_mean(question: str, answer: str) -> None:
    assert amiss(question, answer) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("59bin", 59_000),
        ("yirmibeş", 25),
        ("on iki", 12),
        ("iki yüz elli bin", 250_000),
        ("ikiyüz", 200),
        ("bin dokuz yüz doksan dokuz", 1999),
        ("2 milyon 300 bin 500", 2_300_500),
        ("iki buçuk milyon", 2_500_000),
        ("3 buçuk", Fraction(7, 2)),
        ("yarım milyon", 500_000),
        ("yirmi birinci", 21),
        ("dördüncü", 4),
        ("dörde", 4),
        ("milyonluk", 1_000_000),
    ],
)
def test_turkish_number_words_are_read(text: str, value: float) -> None:
    assert values(text) == [{Fraction(value)}]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five thousand", 25_000),
        ("two hundred and fifty", 250),
        ("fifteen hundred", 1500),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("two dozen", 24),
        ("$1.5bn", 1_500_000_000),
        ("$50m", 50_000_000),
        ("twenty-first", 21),
    ],
)
def test_english_number_words_are_read(text: str, value: float) -> None:
    assert values(text, "en") == [{Fraction(value)}]


@pytest.mark.parametrize(
    "text", ["ondan", "onlar", "altında", "yüzünden", "bindi", "birlikte", "Muhammed bin Selman"]
)
def test_words_that_look_like_numbers_are_none(text: str) -> None:
    assert values(text) == []


def test_a_sum_does_not_swallow_the_number_behind_it() -> None:
    assert values("5 milyon 2023'te") == [{Fraction(5_000_000)}, {Fraction(2023)}]


def test_metres_are_not_taken_for_millions() -> None:
    assert {Fraction(50), Fraction(50_000_000)} in values("50 m away", "en")


@pytest.mark.parametrize(
    ("raw", "tr", "en"),
    [
        ("1.250", 1250, Fraction(5, 4)),
        ("1,250", Fraction(5, 4), 1250),
        ("3.5", Fraction(7, 2), Fraction(7, 2)),
        ("2,5", Fraction(5, 2), Fraction(5, 2)),
        ("0.125", Fraction(1, 8), Fraction(1, 8)),
        ("1.250.000", 1_250_000, 1_250_000),
        ("12.345.678,90", Fraction("12345678.9"), Fraction("12345678.9")),
    ],
)
def test_separators_are_read_as_the_language_uses_them(raw: str, tr: float, en: float) -> None:
    assert meanings(raw, TR) == {Fraction(tr)}
    assert meanings(raw, EN) == {Fraction(en)}


def test_an_unknown_language_may_mean_either() -> None:
    assert meanings("1.250", DE) == {Fraction(1250), Fraction(5, 4)}


@given(st.integers(0, 10**12))
def test_a_number_copied_from_turkish_is_written_the_english_way(number: int) -> None:
    raw = f"{number:,}".replace(",", ".")
    text = localised(figures(f"{raw} kişi", TR), figures(f"{raw} people", EN), TR, EN)
    assert text == f"{number:,} people"
    assert amiss(f"{raw} kişi", text) == []


def test_decimals_and_percent_signs_are_written_the_english_way() -> None:
    question, answer = "Faiz %20,5, borç 1.250,50 lira.", "Rate %20,5, debt 1.250,50 lira."
    text = localised(figures(question, TR), figures(answer, EN), TR, EN)
    assert text == "Rate 20.5%, debt 1,250.50 lira."


def test_a_time_that_was_copied_stays() -> None:
    text = localised(figures("Saat 11.47'de", TR), figures("At 11.47", EN), TR, EN)
    assert text == "At 11.47"


@given(st.integers(21, 10**9), st.integers(21, 10**9))
def test_a_changed_number_never_passes(one: int, other: int) -> None:
    question = f"{one:,} kişi".replace(",", ".")
    assert bool(amiss(question, f"{other:,} people")) == (one != other)


@pytest.mark.parametrize(
    ("answer", "fine"),
    [("59.000 Menschen", True), ("59 Tausend Menschen", True), ("58.000 Menschen", False),
     ("Menschen", False)],
)  # fmt: skip
def test_of_other_languages_digits_alone_are_read(answer: str, fine: bool) -> None:
    assert (amiss("59 bin kişi", answer, "tr", "de") == []) is fine


def test_small_numbers_may_be_words_in_a_language_that_is_not_known() -> None:
    assert amiss("4 kişi geldi", "Vier Menschen kamen", "tr", "de") == []
    assert amiss("4 kişi geldi", "44 Menschen kamen", "tr", "de") != []


def test_digits_of_other_scripts_are_digits() -> None:
    assert amiss("59.000 kişi", "٥٩٬٠٠٠ شخص", "tr", "ar") == []
    assert amiss("59.000 kişi", "٥٨٬٠٠٠ شخص", "tr", "ar") != []


def test_english_can_be_the_original() -> None:
    assert (
        amiss("Four people, 59,000 houses, May 5", "4 kişi, 59 bin ev, 5 Mayıs", "en", "tr") == []
    )
    assert amiss("Four people", "5 kişi", "en", "tr") != []


def test_a_long_row_of_digits_is_compared_as_it_stands() -> None:
    digits = "9" * 5000
    assert amiss(f"No {digits}", f"No. {digits}") == []
    assert amiss(f"No {digits}", f"No. {digits}1") != []


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_breaks_the_reading(question: str, answer: str) -> None:
    amiss(question, answer)
    amiss(question, answer, "en", "de")
