"""Lines as the parser sees them: paragraphs broken at a fixed width, sentences, headlines."""

from __future__ import annotations

import pytest

from digest.ingest import lines

WRAPPED = [
    "Gölde kuraklık",
    "",
    "Bu satır elli karakterden daha uzun olsun diye yazıldı ve",
    "sonra devam eder ki bir paragraf olduğu hemen anlaşılsın,",
    "ve böylece son satır da öteki satırlar kadar uzun oluyor.",
    "",
    "İkinci paragraf da aynı biçimde elli karakterden uzundur,",
    "sonra devam eder ki bir paragraf olduğu hemen anlaşılsın.",
    "Uzmanlar geliyor",
    "Üçüncü paragraf da aynı biçimde elli karakterden uzundur,",
    "sonra devam eder ki bir paragraf olduğu",
    "hemen anlaşılsın diye.",
]


def test_of_paragraphs_broken_at_a_fixed_width_no_word_is_lost() -> None:
    found = lines.read(WRAPPED)
    assert " ".join(line.text for line in found if line.text).split() == " ".join(WRAPPED).split()
    assert [line.number for line in found] == list(range(1, len(WRAPPED) + 1))
    assert [line.part_of for line in found] == [0, 0, 0, 3, 3, 0, 0, 7, 0, 0, 10, 0]


def test_a_paragraph_that_ends_as_wide_as_it_is_stays_whole() -> None:
    found = lines.read(WRAPPED)
    assert found[2].text == " ".join(WRAPPED[2:5])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Köylüler uyarıldı ve evlerine döndü. - KARS", True),
        ("Köylüler evlerine döndü. İHA", True),
        ("Körfezde yeni dönem: Feribotlar seferde", False),
        ("Yeni başkan AKP", False),
    ],
)
def test_what_an_agency_signs_is_a_paragraph_all_the_same(text: str, is_one: bool) -> None:
    assert lines.is_paragraph(text) is is_one
