from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.search.numbers import SPAN, slots
from digest.search.postings import gap, line, lists, slot, with_number, without_number
from tests.unit.search.conftest import decode

numbers = st.builds(
    lambda day, slot: day * SPAN + slot,
    st.integers(1, 3_652_059) | st.integers(739_000, 739_005),
    st.integers(0, SPAN - 1) | st.integers(0, 99),
)


def test_a_list_is_short_text_that_has_no_tab_or_line_break() -> None:
    text = ""
    for number in (739_000 * SPAN + 5, 739_000 * SPAN + 31, 739_001 * SPAN, 739_040 * SPAN + 32):
        text = with_number(text, number)
    assert text == "617 `@!'@!E_"
    assert text.isprintable()


@given(st.lists(numbers, unique=True, max_size=40))
def test_what_is_put_into_a_list_can_be_read_from_it_in_order(found: list[int]) -> None:
    text = ""
    for number in found:
        text = with_number(text, number)
    assert list(decode(text)) == sorted(found, key=lambda n: (-(n // SPAN), n))


@given(st.lists(numbers, unique=True, min_size=1, max_size=20), st.randoms())
def test_a_story_that_goes_leaves_no_trace(found: list[int], random: object) -> None:
    *rest, last = found
    text = ""
    for number in rest:
        text = with_number(text, number)
    assert without_number(with_number(text, last), last) == text
    for number in rest:
        text = without_number(text, number)
    assert text == ""


def test_a_story_that_is_in_a_list_already_is_not_put_there_twice() -> None:
    once = with_number("", 739_000 * SPAN + 70)
    assert with_number(once, 739_000 * SPAN + 70) == once


def test_a_new_story_changes_the_beginning_of_a_list_alone() -> None:
    text = ""
    for day in range(739_000, 739_100):
        text = with_number(text, day * SPAN)
    assert with_number(text, 739_105 * SPAN).endswith(text[5:])


@given(st.lists(st.text("@AZ ", max_size=3), min_size=3, max_size=3).filter(any))
def test_a_line_gives_back_its_lists(found: list[str]) -> None:
    assert lists(line("isik", found)) == found


def test_a_word_that_stands_nowhere_has_no_line() -> None:
    assert line("isik", ["", "", ""]) == ""
    assert lists("") == ["", "", ""]


def test_digits_of_days_and_slots_are_never_mistaken_for_each_other() -> None:
    assert {len(slot(number)) for number in range(32)} == {1}
    assert {len(slot(number)) for number in range(32, 1024)} == {2}
    assert all("@" <= char <= "~" for number in range(5000) for char in slot(number))
    assert all(" " <= char <= "?" for days in range(5000) for char in gap(days))


@given(st.sets(st.text("0123456789abcdef", min_size=12, max_size=12), max_size=60), st.randoms())
def test_slots_do_not_depend_on_the_order_of_stories(ids: set[str], random: object) -> None:
    given_slots = slots(ids)
    assert slots(sorted(ids, reverse=True)) == given_slots
    assert len(set(given_slots.values())) == len(ids)


def test_hardly_any_story_gets_another_slot_when_one_comes_in() -> None:
    ids = [f"{number * 2654435761 % 16**12:012x}" for number in range(40)]
    moved = 0
    for count in range(1, len(ids)):
        before, after = slots(ids[:count]), slots(ids[: count + 1])
        moved += sum(before[name] != after[name] for name in before)
    assert moved < len(ids)


def test_the_first_stories_of_a_day_have_one_letter_each() -> None:
    ids = [f"{number * 2654435761 % 16**12:012x}" for number in range(14)]
    assert sum(len(slot(place)) for place in slots(ids).values()) <= 20
