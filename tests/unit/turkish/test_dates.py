from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.turkish import MONTHS, parse_date, upper


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("22 Temmuz 2025 Salı 11:47", "2025-07-22T11:47"),
        ("Salı 20 Ekim 2020 14:35", "2020-10-20T14:35"),
        ("22.07.2025 - 11:47", "2025-07-22T11:47"),
        ("22/07/2025", "2025-07-22"),
        ("2025-07-22 11:47", "2025-07-22T11:47"),
        ("22.07.2025, 11.47", "2025-07-22T11:47"),
        ("22 Tem 2025", "2025-07-22"),
        ("Temmuz 22, 2025", "2025-07-22"),
        ("20 Mart 2001", "2001-03-20"),
        ("2025-07-22T11:47:05+03:00", "2025-07-22T11:47+03:00"),
        ("2025-07-22T11:47+0300", "2025-07-22T11:47+03:00"),
        ("2025-07-22T08:47:00.123Z", "2025-07-22T08:47+00:00"),
        ("22 TEMMUZ 2025, SALI - 11:47", "2025-07-22T11:47"),
        ("29 EKIM 2023 Pazar", "2023-10-29"),
        ("Pazartesi, 3 Mart 2025", "2025-03-03"),
        ("1 Mart 2025 Cumartesi 9:05", "2025-03-01T09:05"),
        ("22 Temmuz 2025 | 11:47", "2025-07-22T11:47"),
        ("22 Temmuz 2025 (11:47)", "2025-07-22T11:47"),
        ("22 Temmuz 2025, saat 11.47", "2025-07-22T11:47"),
        ("22.07.2025 - 11:47:33", "2025-07-22T11:47"),
        ("22\u00a0Temmuz\u00a02025", "2025-07-22"),
        ("29 Şubat 2024", "2024-02-29"),
        ("  22-07-2025 ", "2025-07-22"),
    ],
)
def test_dates_as_pages_print_them_are_read(text: str, date: str) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Salı",
        "2025",
        "11:47",
        "Temmuz 2025",
        "29 Şubat 2025",
        "31 Nisan 2025",
        "32.01.2024",
        "22.13.2025",
        "22 Temmuz 2025 25:00",
        "22 Temmuz 2025 11:61",
        "22 Temmuz 2025'te",
        "7 Ekim 2023’ten bu yana",
        "Giriş Tarihi: 22.07.2025",
        "22 Foo 2025",
        "22.07/2025",
        "22 Temmuz 2025 günü açıklandı",
        "Toplantı 22 Temmuz 2025",
        "0022-07-22",
        "٢٢ Temmuz 2025",
        "1.250,5",
        "1" * 10_000,
    ],
)
def test_what_is_not_a_date_and_nothing_else_yields_nothing(text: str) -> None:
    assert parse_date(text) == ""


def test_every_month_is_known_whole_short_and_in_capitals() -> None:
    for number, month in enumerate(MONTHS, 1):
        for name in (month, month[:3], upper(month)):
            assert parse_date(f"9 {name} 2025") == f"2025-{number:02}-09"


@given(st.text(alphabet="0123456789 .:/-,TtZ+salıocakmartemuz'", max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = parse_date(text)
    assert found == "" or parse_date(found) == found
