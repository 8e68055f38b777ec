"""When two lines print one headline: cut, corrected, or with the site's name beside it."""

from __future__ import annotations

import pytest

from digest.ingest.printings import adds_site, alike

SAME, NEARLY, PERHAPS, DOUBTFUL, NO = 2.0, 1.5, 1.0, 0.5, 0.0
HEADLINE = "kuzey limanında grev başladı"


@pytest.mark.parametrize(
    ("first", "again", "likeness"),
    [
        (HEADLINE, HEADLINE, SAME),
        ("evet", "evet", SAME),
        (HEADLINE, "kuzey limanında...", SAME),
        ("güney limanı...", HEADLINE, NO),
        ("kuzey li...", HEADLINE, NO),
        (HEADLINE, "grev başladı...", NO),
        *((HEADLINE, f"{HEADLINE} {sign} örnek haber", NEARLY) for sign in "-|›»/•"),
        *((HEADLINE, f"örnek haber {sign} {HEADLINE}", NEARLY) for sign in "-|›»/•:"),
        (HEADLINE, f"{HEADLINE}: örnek gazetesi yeni haberi", NO),
        ("liman açıldı", "liman açıldı - örnek haber", NEARLY),
        ("liman açıld", "liman açıld - örnek haber", NO),
        ("'liman' açıldı", "'liman' açıldı - örnek haber", NEARLY),
        ("- liman açıldı", "- liman açıldı - örnek haber", NO),
        (HEADLINE, 'kuzey limanında "grev" başladı!', NEARLY),
        (HEADLINE, f"{HEADLINE}.", DOUBTFUL),
        (f"{HEADLINE}.", HEADLINE, NEARLY),
        (f"{HEADLINE}.", f"'{HEADLINE}'.", NEARLY),
        (HEADLINE, "kuzey limanında grevler başladı", NEARLY),
        (HEADLINE, "kuzey limanında grevler başladı.", NO),
        (HEADLINE, "kuzey limanlarında grevler başladı", PERHAPS),
        (HEADLINE, "güney limanlarında grevler başladı", NO),
        (f"{HEADLINE}.", "kuzey limanında grevler başladı.", NEARLY),
        (HEADLINE, "akşam boşalan göl kıyısında - örnek haber", NO),
        (HEADLINE, "örnek haber - akşam boşalan göl kıyısında", NO),
        ("liman grevi başladı", "liman grevi başlıyor", PERHAPS),
        ("liman grevi başladı", "gemi grevi başlıyor", NO),
        ("kuzey limanında", "kuzey limanındaki", NO),
        (HEADLINE, "bugün kuzey limanında grev başladı", NEARLY),
        (HEADLINE, "bugün sabah kuzey limanında grev başladı", PERHAPS),
        (HEADLINE, "bugün sabah erken saatte kuzey limanında grev başladı", NO),
        ("3 gemi kuzey limanına geldi", "5 gemi kuzey limanına geldi", NO),
        ("3 gemi kuzey limanına geldi", "3 tekne kuzey limanına geldi", NEARLY),
    ],
)
def test_how_surely_a_line_prints_a_headline_again(first: str, again: str, likeness: float) -> None:
    assert alike(first, again) == likeness


@pytest.mark.parametrize(
    ("long", "adds"),
    [
        ("Kuzey limanında grev başladı - Örnek Haber", True),
        ("Örnek Haber: KUZEY LİMANINDA GREV BAŞLADI", True),
        ("Kuzey limanında grev başladı", False),
        ("Kuzey limanlarında grev başladı", False),
        ("Kuzey limanında grev başladı ve bitti", False),
        ("Kuzey limanında grev", False),
    ],
)
def test_a_site_prints_its_name_beside_a_headline(long: str, adds: bool) -> None:
    assert adds_site(long, "Kuzey limanında grev başladı") is adds


def test_of_ten_words_one_may_be_another_or_up_to_three_where_more_confirms_it() -> None:
    words = "kuzey limanında bu sabah vinç operatörleri ile hamallar greve gitti".split()

    def changed(count: int) -> float:
        return alike(
            " ".join(words), " ".join([*words[:-count], *(f"öteki{n}" for n in range(count))])
        )

    assert [changed(count) for count in (1, 2, 3, 4)] == [1.5, 1.0, 1.0, 0.0]
