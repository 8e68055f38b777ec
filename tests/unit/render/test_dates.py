"""Days and times as readers see them."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from babel import localedata
from babel.dates import format_date

from digest.model import Period
from digest.render import dates
from digest.render.texts import Texts
from tests.unit.render.examples import texts

TR, EN = texts()["tr"], texts()["en"]
NOON = "2025-07-22T11:47:00+03:00"


def other(locale: str, **patterns: str) -> Texts:
    return cast(Texts, SimpleNamespace(locale=locale, patterns=SimpleNamespace(**patterns)))


def test_days_are_written_as_each_language_writes_them() -> None:
    assert (dates.day(NOON, TR), dates.day(NOON, EN)) == ("22 Temmuz 2025", "22 July 2025")
    assert dates.full_day(NOON, TR) == "22 Temmuz 2025 Salı"
    assert dates.full_day(NOON, EN) == "Tuesday 22 July 2025"
    assert (dates.weekday(NOON, TR), dates.weekday(NOON, EN)) == ("Salı", "Tuesday")


def test_months_and_years_are_named_by_their_length() -> None:
    values = ("2025", "2025-07", "2025-07-22", "Arşiv", "")
    assert [dates.period(value, TR) for value in values] == [
        "2025", "Temmuz 2025", "22 Temmuz 2025", "Arşiv", "",
    ]  # fmt: skip
    assert dates.month_name("2025-07", EN) == "July"
    assert dates.month("2025-07-22", EN) == "July 2025"


@pytest.mark.parametrize("locale", ["tr", "en_GB", "de", "ar", "fa", "ru", "ja"])
@pytest.mark.parametrize(
    "pattern", ["d MMMM y", "EEEE d MMMM y", "dd/MMMM, y", "LLLL", "EEEEEE", "d MMM yy", "'gün' d"]
)
@pytest.mark.parametrize("day", ["0987-02-03", "2024-02-29", "2025-12-31"])
def test_plain_patterns_give_what_babel_gives(locale: str, pattern: str, day: str) -> None:
    localedata._cache.clear()  # see cldr.py: it mixes languages up
    expected = format_date(date.fromisoformat(day), pattern, locale=locale)
    assert dates.day(day, other(locale, day=pattern)) == expected


def test_any_language_that_cldr_knows_will_do() -> None:
    assert dates.day("2025-07-22", other("de_DE", day="d. MMMM y")) == "22. Juli 2025"
    assert dates.day("2025-07-22", other("ar", day="d MMMM y")) == "22 يوليو 2025"


def test_a_time_is_shown_in_the_offset_that_it_carries() -> None:
    assert dates.when(NOON, TR) == "22 Temmuz 2025, 11:47"
    assert dates.when("2025-07-22", TR) == "22 Temmuz 2025"
    assert (dates.clock(NOON), dates.clock("2025-07-22")) == ("11:47", "")


def test_a_later_day_is_told_in_full_and_a_later_hour_by_the_hour() -> None:
    assert dates.since("2025-07-22T13:05:00+03:00", NOON, EN) == "13:05"
    assert dates.since("2025-07-23T13:05:00+03:00", NOON, EN) == "23 July 2025, 13:05"
    assert dates.since("2025-07-22", "2025-07-22", EN) == "22 July 2025"


def test_rss_gets_its_dates_with_the_offset() -> None:
    assert dates.rfc822(NOON) == "Tue, 22 Jul 2025 11:47:00 +0300"
    assert dates.rfc822("2025-07-22") == "Tue, 22 Jul 2025 00:00:00 +0000"


@pytest.mark.parametrize(
    ("locale", "first"), [("tr_TR", "Pazartesi"), ("en_GB", "Monday"), ("en_US", "Sunday")]
)
def test_weeks_begin_on_the_day_that_the_language_begins_them(locale: str, first: str) -> None:
    week = dates.weekdays(other(locale))
    assert week[0][1] == first
    assert len({name for _, name in week}) == 7


def test_a_calendar_has_every_day_of_its_month_once_in_weeks_of_seven() -> None:
    known = Period("2025-02-14", 3, "tr/2025/02/14/")
    weeks = dates.calendar((known,), TR)
    cells: list[Any] = [cell for week in weeks for cell in week]
    assert {len(week) for week in weeks} == {7}
    assert [cell.day[8:] for cell in cells if cell] == [f"{n:02}" for n in range(1, 29)]
    assert [cell for cell in cells if cell and cell.permalink] == [known]
    assert weeks[0][:5] == (None,) * 5  # 1 February 2025 was a Saturday


def test_a_calendar_of_a_leap_year_s_february_has_its_last_day() -> None:
    cells = [cell for week in dates.calendar((Period("2024-02-01", 1, ""),), EN) for cell in week]
    assert sum(cell is not None for cell in cells) == 29
