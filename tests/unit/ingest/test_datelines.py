"""Datelines: what a report opens with, and lines of a place and people."""

from __future__ import annotations

import pytest

from digest.ingest import datelines
from digest.ingest.datelines import Dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ANKARA (AA) - Metin.", Dateline("Ankara", "AA", "", "Metin.")),
        ("ANKARA(AA)- Metin", Dateline("Ankara", "AA", "", "Metin")),
        ("İSTANBUL, (DHA) - Metin", Dateline("İstanbul", "DHA", "", "Metin")),
        ("İSTANBUL, DHA- Metin", Dateline("İstanbul", "DHA", "", "Metin")),
        ("XİAMEN (AA) - Metin", Dateline("Xiamen", "AA", "", "Metin")),
        ("TEL AVİV (AA) – Metin", Dateline("Tel Aviv", "AA", "", "Metin")),
        ("GAZZE/ANKARA (AA) - Metin", Dateline("Gazze/Ankara", "AA", "", "Metin")),
        ("GAZZE (AA) - MUHAMMED ECE - Metin", Dateline("Gazze", "AA", "", "Metin", "Muhammed Ece")),
        ("Ali VELİ/ BURSA, (DHA) - Metin", Dateline("Bursa", "DHA", "", "Metin", "Ali Veli")),
        (
            "Stockholm, 17 Temmuz (Hibya) - Metin",
            Dateline("Stockholm", "Hibya", "17 Temmuz", "Metin"),
        ),
        ("LONDRA - Metin burada", Dateline("Londra", "", "", "Metin burada")),
        ("(DHA) - Metin", Dateline("", "DHA", "", "Metin")),
        ("Ankara/AA", Dateline("Ankara", "AA", "", "")),
        ("KUZEY/ANKARA (AA) - Metin", Dateline("Kuzey/Ankara", "AA", "", "Metin")),
        ("ANKARA (A.A.) - Metin", Dateline("Ankara", "AA", "", "Metin")),
        ("ANKARA (AA)", Dateline("Ankara", "AA", "", "")),
        ("ANKARA, 3 Mart, AA - Metin", Dateline("Ankara", "AA", "3 Mart", "Metin")),
        ("Bon, 17 Mart 2025 (DPA) - Metin", Dateline("Bon", "DPA", "17 Mart 2025", "Metin")),
        ("Londra (Reuters) Metin", Dateline("Londra", "Reuters", "", "Metin")),
        ("Kuzey Kutbu (Reuters) – Metin", Dateline("Kuzey Kutbu", "Reuters", "", "Metin")),
        (
            "Can Ak - Ayşe Su/ANKARA, (DHA) Metin",
            Dateline("Ankara", "DHA", "", "Metin", "Can Ak, Ayşe Su"),
        ),
        ("GAZZE (AA) - HATTI - Metin", Dateline("Gazze", "AA", "", "HATTI - Metin")),
        ("BBC - Metin", Dateline("", "BBC", "", "Metin")),
        ("(ANKARA) - Metin", Dateline("Ankara", "", "", "Metin")),
        ("ANKARA – “Metin” dedi", Dateline("Ankara", "", "", "“Metin” dedi")),
        ("ANKARA - metin", None),
        ("KBB - Metin", None),
        ("(ERDOĞAN) - Metin", None),
        ("Kuzey Kutbu (Reuters) Metin", None),
        ("Kuzey kutbu (Reuters) – Metin", None),
        ("2. ORDU (AA) - Metin", None),
        ("KUZEY 2 (AA) - Metin", None),
        ("KUZEY'DE (AA) - Metin", None),
        ("BÜYÜK “KUZEY” (AA) - Metin", None),
        ("KUZEY KUTBU (AA) Metin", Dateline("Kuzey Kutbu", "AA", "", "Metin")),
        ("ANKARA (Haberler.com) - Metin", Dateline("Ankara", "Haberler.com", "", "Metin")),
        ("BÜYÜK MENDERES OVASI KUZEY UCU (AA) - Metin", None),
        (
            "BÜYÜK MENDERES OVASI KUZEYİ (AA) - Metin",
            Dateline("Büyük Menderes Ovası Kuzeyi", "AA", "", "Metin"),
        ),
        ("ERDOĞAN - Metin", None),
        ("ANKARA-ŞAM HATTI yeniden açıldı", None),
        ("Ankara - Metin", None),
        ("Hamas (AFP) kaynaklarına göre", None),
        ("ABD Başkanı Donald Trump (AP) konuştu", None),
        ("BM Güvenlik Konseyi (BMGK) - Metin", None),
        ("Gaziantep'te (İHA) yangın çıktı", None),
    ],
)
def test_a_dateline_is_taken_apart(text: str, expected: Dateline | None) -> None:
    assert datelines.dateline(text) == expected


def test_the_text_after_a_dateline_is_kept_however_long_it_is() -> None:
    text = "Uzun bir cümle. " * 200
    for opening in ("ANKARA (AA) - ", "AA - ", "BBC - ", "ANKARA - ", "ANKARA (AA) - ALİ VELİ - "):
        found = datelines.dateline(f"{opening}{text}")
        assert found
        assert found.rest == text


def test_a_dateline_stands_at_the_beginning() -> None:
    assert datelines.dateline(f"{'ANKARA ' * 60}(AA) - Metin") is None
    assert datelines.dateline("Dün ANKARA - Metin") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("İstanbul - BİA Haber Merkezi", ("İstanbul", "", "BİA Haber Merkezi")),
        ("İstanbul - Ali Veli", ("İstanbul", "", "Ali Veli")),
        ("İstanbul: Ali Veli", ("İstanbul", "", "Ali Veli")),
        ("İstanbul - Reuters", None),
        ("Kahire: Kuzey Ege Ajansı", ("Kahire", "Kuzey Ege Ajansı", "")),
        ("Kahire: Şarku’l Avsat", ("Kahire", "Şarku’l Avsat", "")),
        ("İstanbul: dün yağmur yağdı", None),
        ("Dün - Ali Veli", None),
        ("İstanbul", None),
        ("İstanbul - " + "Ali Veli, " * 10 + "Ali Veli", None),
    ],
)
def test_a_line_of_a_place_and_people_is_taken_apart(
    text: str, expected: tuple[str, str, str] | None
) -> None:
    found = datelines.place_and_people(text)
    assert (found and (found.place, found.agency, found.writer)) == expected
    assert found is None or (found.day, found.rest) == ("", "")


@pytest.mark.parametrize(
    ("text", "writer", "rest"),
    [
        ("ALİ VELİ - Bakan geldi", "Ali Veli", "Bakan geldi"),
        ("Ali Veli – 3 kişi", "Ali Veli", "3 kişi"),
        ("Ali Veli geldi - gitti", "", "Ali Veli geldi - gitti"),
        ("Bakan geldi", "", "Bakan geldi"),
        ("Tel Aviv - Metin", "", "Tel Aviv - Metin"),
    ],
)
def test_a_writer_named_before_the_text_is_taken_off(text: str, writer: str, rest: str) -> None:
    assert datelines.writer_then(text) == (writer, rest)
