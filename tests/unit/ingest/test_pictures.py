"""Lines of pictures between paragraphs, which go with their credits."""

from __future__ import annotations

import pytest

from digest.ingest import draft, lines, pictures, rules
from digest.ingest.draft import Row
from tests.unit.ingest import accounts

RULES = rules.load()
CAPTION = "Kuzey limanında bekleyen gemiler (AA)"
PARAGRAPH = (
    "Liman işçileri sabah saatlerinde kapıları kapattı ve görüşmelerin yarın süreceğini söyledi."
)


def rows(*texts: str) -> list[Row]:
    read = lines.read(texts)
    return draft.rows(read, [RULES.find(line.key) for line in read], 0, len(read))


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("Fotoğraf: Zehra Aydın",), 1),
        (("Gemiler dün geldi. Limanda bekliyorlar | Fotoğraf: Zehra Aydın",), 0),
        (("Kaynak, Getty Images",), 1),
        (("Fotoğraf altı yazısı, Gemiler dün limana geldi ve bekledi.",), 1),
        (("Kuzey limanında grev başladı",), 0),
        ((PARAGRAPH,), 0),
        ((CAPTION, PARAGRAPH), 0),
        ((CAPTION, CAPTION, PARAGRAPH), 2),
        ((CAPTION, CAPTION, CAPTION), 3),
        ((CAPTION, PARAGRAPH, CAPTION), 0),
        (("Kuzey limanında bekleyen gemiler | Fotoğraf: Zehra Aydın", PARAGRAPH), 1),
        ((f"{PARAGRAPH} Gemiler bekliyor. (AA)",) * 2, 0),
        (("Liman - Sputnik Türkiye", PARAGRAPH), 1),
        (("Gemiler geldi. Liman açıldı - Sputnik Türkiye", PARAGRAPH), 0),
        (("Liman - Sputnik Türkiye", "Ekonomi", "Grev bitti", "22 Temmuz 2025, 11:47"), 4),
        (("Liman - Sputnik Türkiye", "Ekonomi", "Grev bitti", "22 Temmuz, 11:47"), 4),
        (("Liman - Sputnik Türkiye", "Ekonomi", "Grev bitti", "Dün"), 1),
        (("Liman - Sputnik Türkiye", "Ekonomi", PARAGRAPH, "22 Temmuz 2025, 11:47"), 1),
        (("Liman - Sputnik Türkiye", "Grevde", "Grev bitti", "22 Temmuz 2025, 11:47"), 1),
        (("Liman - Sputnik Türkiye", "Paylaş", "Grev bitti", "22 Temmuz 2025, 11:47"), 1),
        (("Liman - Sputnik Türkiye", "Ekonomi", "Grev bitti"), 1),
    ],
)
def test_how_many_lines_belong_to_a_picture(texts: tuple[str, ...], count: int) -> None:
    assert pictures.count(rows(*texts), 0) == count


def test_lines_are_counted_from_the_one_that_is_asked_for() -> None:
    page = rows(PARAGRAPH, CAPTION, CAPTION, PARAGRAPH)
    assert [pictures.count(page, n) for n in range(4)] == [0, 2, 0, 0]


@pytest.mark.parametrize(("length", "count"), [(300, 1), (301, 0)])
def test_a_line_of_more_than_300_characters_is_no_picture(length: int, count: int) -> None:
    caption = " | Fotoğraf: Zehra Aydın"
    text = "gemiler ve liman ".ljust(length - len(caption), "x") + caption
    assert pictures.count(rows(text), 0) == count


def test_lines_of_a_picture_between_paragraphs_go_by_its_rule() -> None:
    page = f"""
Kuzey limanında grev başladı → headline

{PARAGRAPH} → body paragraph 1
Fotoğraf: Zehra Aydın        → dropped by inline-picture
Sendika ile liman yönetimi akşam bir kez daha görüşecek. → body paragraph 2
"""
    accounts.check(page[1:])
