"""Lines that state dates, as pages print them."""

from __future__ import annotations

import pytest

from digest.ingest import dates
from digest.ingest.dates import DateLine, date_line, is_label


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("22 Temmuz 2025 Salı 11:47", "2025-07-22T11:47", ""),
        ("Salı 20 Ekim 2020 14:35", "2020-10-20T14:35", ""),
        ("Pazartesi, 21 Temmuz 2025, 10:00", "2025-07-21T10:00", ""),
        *((f"22.07.2025 {sign} 11:47", "2025-07-22T11:47", "") for sign in "-–—|/"),
        *((f"22.07.2025{sign}11:47", "2025-07-22T11:47", "") for sign in "-–—|/"),
        ("22/07/2025", "2025-07-22", ""),
        ("6 Kasım 20256 Kasım 2025", "2025-11-06", ""),
        ("6 Kasım 20257 Kasım 2025", "2025-11-06", "2025-11-07"),
        ("06.11.20256 Kasım 2025", "2025-11-06", ""),
        ("06.11.202507.11.2025", "2025-11-06", "2025-11-07"),
        ("24/11/2025 - 7:00 CET•Son güncelleme 24/11/2025 - 9:15 CEST", "2025-11-24T07:00", "2025-11-24T09:15"),
        ("06 ŞUBAT 2026", "2026-02-06", ""),
        ("20 Mart 2001", "2001-03-20", ""),
        ("22 Tem 2025 11.47", "2025-07-22T11:47", ""),
        ("2013-06-23 10:47:21", "2013-06-23T10:47", ""),
        ("2025-07-22T11:47:00+03:00", "2025-07-22T11:47+03:00", ""),
        ("Giriş Tarihi: 22.07.2025 11:47 Güncelleme: 22.07.2025 12:03", "2025-07-22T11:47", "2025-07-22T12:03"),
        ("22.07.2025 - Güncelleme : 23.07.2025", "2025-07-22", "2025-07-23"),
        ("22.07.2025 Güncelleme: 23.07.2025 Güncelleme: 24.07.2025", "2025-07-22", "2025-07-23"),
        ("22.07.2025 Güncelleme: 23.07.2025 Yayınlanma: 24.07.2025", "2025-07-22", "2025-07-23"),
        ("22.07.2025 / 22.07.2025", "2025-07-22", ""),
        ("22.07.2025 / 23.07.2025", "2025-07-22", "2025-07-23"),
        ("06.02.2026 13:04:00 / Güncelleme: 06.02.2026 13:09:13", "2026-02-06T13:04", "2026-02-06T13:09"),
        ("Güncelleme Tarihi: Temmuz 22, 2025 11:47", "", "2025-07-22T11:47"),
        ("Oluşturulma Tarihi: Temmuz 22, 2025 10:30", "2025-07-22T10:30", ""),
        ("Haber Güncellenme Tarihi: 22.07.2025 11:50", "", "2025-07-22T11:50"),
        ("14:35 07.04.2021 (güncellendi: 15:10 07.04.2021)", "2021-04-07T14:35", "2021-04-07T15:10"),
        ("12:30 GMT 07.04.2021", "2021-04-07T12:30+00:00", ""),
        ("Yayın: 21 Eylül 2025, 16:25 (TSİ)", "2025-09-21T16:25", ""),
    ],
)  # fmt: skip
def test_dates_and_times_are_read_with_what_they_are_of(
    text: str, published: str, updated: str
) -> None:
    found = date_line(text)
    assert found is not None
    assert (found.published, found.updated, found.rest) == (published, updated, "")


def test_a_byline_beside_a_date_is_left_over() -> None:
    found = date_line("Zehra Aydın, Nuri Akbulut  |22.07.2025 - Güncelleme : 22.07.2025")
    assert found is not None
    assert found.rest == "Zehra Aydın, Nuri Akbulut"
    beside = date_line("Ali Veli|İzmir|22.07.2025 11:47")
    assert beside is not None
    assert beside.rest == "Ali Veli | İzmir"
    assert date_line("Xinhua | 22.07.2025") == DateLine(
        "2025-07-22", "", labelled=False, rest="Xinhua"
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "Bugün", "11:47", "Skor 3-2 bitti", "31.02.2025", "99.99.2025", "22 Brumaire 1799",
        "Yüzde 12.5 arttı", "IP 192.168.2025.1", "22.07.20251", "22.07.2025123", "6 Kasım 20256 elma", "Son güncelleme: 3 saat önce",
        "12:30 GMT 99.99.2021",
    ],
)  # fmt: skip
def test_what_states_no_day_is_no_date(text: str) -> None:
    assert date_line(text) is None


def test_a_date_within_a_sentence_leaves_the_sentence() -> None:
    found = date_line("7 Ekim 2023’ten bu yana süren saldırılar")
    assert found is not None
    assert "saldırılar" in found.rest


def test_an_update_that_states_its_time_alone_is_of_the_day_of_publication() -> None:
    assert date_line("Güncelleme: 16:10", "2022-08-31T13:15") == DateLine(
        "", "2022-08-31T16:10", labelled=True, rest=""
    )
    assert date_line("Güncelleme: 16:10") is None
    assert date_line("Güncelleme: 16:10 Ali Veli", "2022-08-31") is None
    assert date_line("Saat 16:10", "2022-08-31") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Giriş Tarihi:", "published"), ("Yayınlanma", "published"), ("Son Güncelleme:", "updated"),
        ("Güncelleme Tarihi", "updated"), ("Tarihi han", ""), ("Giriş ücretsiz", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_label_whose_date_stands_elsewhere_is_known(text: str, label: str) -> None:
    assert is_label(text) == label


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("22.07.2025 11:47 | 23.07.2025 12:03", "2025-07-22T11:47", "2025-07-23T12:03"),
        ("22.07.2025 11:47 | 21.07.2025 12:03", "2025-07-22T11:47", ""),
        (
            "22.07.2025 | Güncelleme: 23.07.2025 | Haber: 24.07.2025 | 25.07.2025",
            "2025-07-22",
            "2025-07-23",
        ),
    ],
)
def test_of_dates_without_a_label_a_later_one_is_an_update(
    text: str, published: str, updated: str
) -> None:
    found = date_line(text)
    assert found is not None
    assert (found.published, found.updated) == (published, updated)


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("22.07.2025", False),
        ("22.07.2025 11:47", True),
        ("Yayınlanma: 22.07.2025", True),
        ("Güncelleme: 22.07.2025", True),
    ],
)
def test_a_date_is_labelled_where_a_label_or_a_time_stands_with_it(
    text: str, labelled: bool
) -> None:
    found = date_line(text)
    assert found is not None
    assert found.labelled is labelled


@pytest.mark.parametrize(("length", "known"), [(220, True), (221, False)])
def test_a_line_of_more_than_220_characters_states_no_date(length: int, known: bool) -> None:
    assert (date_line("22.07.2025 ".ljust(length, "x")) is not None) is known


def test_an_update_without_a_digit_or_a_real_time_is_none() -> None:
    assert date_line("Güncelleme", "2022-08-31") is None
    assert date_line("Güncelleme 3", "2022-08-31") is None
    assert date_line("Güncelleme: 27:90", "2022-08-31") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("22 Temmuz 2025 11:47", "2025-07-22"), ("22 Temmuz 2025", "2025-07-22"), ("Bugün", "")],
)
def test_the_day_of_a_dateline_has_no_time(text: str, day: str) -> None:
    assert dates.day(text) == day


@pytest.mark.parametrize(
    "day", "Pazartesi Salı Çarşamba Perşembe Cumartesi Cuma Pazar PAZARTESİ SALI pazar".split()
)
@pytest.mark.parametrize(
    "form", ["{} 22 Temmuz 2025 11:47", "{}, 22.07.2025, 11:47", "22 Temmuz 2025 {} 11:47", "22 Temmuz 2025, {} 11:47", "11:47 - {}, 22 Temmuz 2025"]
)  # fmt: skip
def test_the_day_of_the_week_is_part_of_a_date(form: str, day: str) -> None:
    assert date_line(form.format(day)) == DateLine("2025-07-22T11:47", "", labelled=True, rest="")


@pytest.mark.parametrize(("length", "label"), [(40, "published"), (41, "")])
def test_a_label_is_short(length: int, label: str) -> None:
    assert is_label("Yayınlanma".ljust(length, ".")) == label


def test_a_label_may_name_the_zone_and_no_time() -> None:
    assert is_label("Yayınlanma Saati (GMT+3):") == "published"
    assert is_label("Yayınlanma 11:47") == ""


@pytest.mark.parametrize(
    "label",
    [
        "Giriş", "Giriş Tarihi", "Yayın", "Yayınlanma Zamanı", "Yayım Tarihi", "Yayımlanma", "Eklenme", "Eklendi",
        "Oluşturulma Tarihi", "Haber Tarihi", "Kayıt", "Published", "Tarih", "İlk Yayın", "Created",
    ],
)  # fmt: skip
def test_publication_has_many_labels(label: str) -> None:
    assert is_label(f"{label}:") == "published"
    found = date_line(f"{label}: 22.07.2025")
    assert found == DateLine("2025-07-22", "", labelled=True, rest="")


@pytest.mark.parametrize(
    "label",
    [
        "Güncelleme", "Güncellenme Tarihi", "Son Güncelleme", "Güncellendi", "Düzenleme", "Updated",
        "Last update", "Değiştirilme Tarihi", "Haberin Güncelleme Saati",
    ],
)  # fmt: skip
def test_so_has_an_update(label: str) -> None:
    assert is_label(f"{label}:") == "updated"
    found = date_line(f"{label}: 22.07.2025")
    assert found == DateLine("", "2025-07-22", labelled=True, rest="")
