"""Which lines of a dump are headlines, for they are printed twice."""

from __future__ import annotations

import pytest

from digest.ingest import heads, items, rules
from digest.ingest.lines import read

RULES = rules.load()
BODY = "İşçiler sabah limanın kapısında toplandı.\nGemiler açıkta bekliyor ve yük bozuluyor.\n"
GREV = "Kuzey limanında bu sabah grev başladı"
GOL = "Göl kenarındaki köyler artık boşalıyor"
WIDGET = f"{GREV}\nTT\n{GREV}\n{BODY}"
LETTERS = "abcdefghijklmno"


def found(text: str) -> tuple[list[str], list[str]]:
    """Return the headlines of a text, and the lines that may be one."""
    lines = read(text.split("\n"))
    every = items.items(lines, items.marks(lines, RULES))
    certain, doubtful = heads.find(every)
    assert [head.start for head in certain] == sorted({head.start for head in certain})
    return tuple([every[head.start].line.text for head in some] for some in (certain, doubtful))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        (WIDGET, [GREV]),
        (f"{WIDGET}\n\n\n{GOL}\nTT\n{GOL}\n{BODY}", [GREV, GOL]),
        (f"{WIDGET}{GOL}\n{GOL}\n{BODY}", [GREV]),
        (f"{WIDGET}\n{GOL}\n{GOL}\n{BODY}", [GREV, GOL]),
        (f"{WIDGET}\n\n\n{GOL}\n{GOL}\n{BODY}", [GREV, GOL]),
        (f"{GREV}\n{GREV}\n{BODY}\n{GOL}\n{GOL}\n{BODY}", [GREV, GOL]),
        (f"{WIDGET}\n{GOL}\nSu bitti\n{GOL}\n{BODY}", [GREV, GOL]),
        (f"{GREV}\nTT\n{GREV}\n\n\n{GOL}\nTT\n{GOL}\n{BODY}", [GREV]),
        (f"{GREV}\nTT\n{BODY}", []),
        (f"{GREV}\nGemiler (AA)\nGemiler (AA)\n{BODY}", [GREV]),
        (f"{GREV}\nGemiler bekliyor\nGemiler bekliyor\n{BODY}", ["Gemiler bekliyor"]),
        (f"{GREV}\nGemiler (AA)\nTT\nGemiler (AA)\n{BODY}", [GREV]),
        (f"{GREV}\nHaber: Ali Veli\nGemiler (AA)\nGemiler (AA)\n{BODY}", [GREV]),
        (f"{WIDGET}Göl kurudu!\nTT\nGöl kurudu!\n{BODY}", [GREV, "Göl kurudu!"]),
        (f"{GREV}\nSu\nSu\nTT\n{GREV}\n{BODY}", [GREV]),
    ],
)
def test_a_headline_is_printed_twice_or_has_its_caption_printed_twice(
    text: str, headlines: list[str]
) -> None:
    assert found(text)[0] == headlines


@pytest.mark.parametrize(
    ("again", "below", "certain"),
    [
        ("Kuzey limanlarında bu sabah grevler başladı", "TT", True),
        ("Kuzey limanlarında bu sabah grevler başladı", "Gemiler (AA)", True),
        ("Kuzey limanlarında bu sabah grevler başladı", "", False),
        ("Kuzey limanında bu sabah grevler başladı", "", True),
        ("Güney limanında bu sabah grev başladı", "", True),
        ("Güney limanında bu sabah grevler başlıyor", "TT", False),
    ],
)
def test_a_changed_printing_counts_where_a_widget_or_a_photo_confirms_it(
    again: str, below: str, certain: bool
) -> None:
    photo = "Gemiler (AA)" if "AA" in below else ""
    text = f"{GREV}\n{below}\n{again}\n{photo}\n{BODY}"
    assert found(text)[0] == ([GREV] if certain else [])


def test_a_line_that_comes_very_often_is_a_button_or_a_refrain() -> None:
    refrain = "Olay anı böyle görüntülendi"
    times = [
        f"{refrain}\n{refrain}\nKapı {n} kez kapandı ve açıldı.\nGemi {n} gün sonra limandan ayrıldı.\n\n\n"
        for n in range(51)
    ]
    assert set(found(f"{WIDGET}\n\n\n{''.join(times[:50])}")[0]) == {GREV, refrain}
    assert found(f"{WIDGET}\n\n\n{''.join(times)}")[0] == [GREV]
    assert found(f"{WIDGET}\n\n\n{''.join(times)}{GOL}\nTT\n{GOL}\n{BODY}")[0] == [GREV, GOL]


def test_a_sentence_printed_twice_leads_to_the_headline_above_it() -> None:
    sentence = "İşçiler iki aydır ücret alamıyor ve bekliyor."
    assert found(f"{GREV}\n{sentence}\n{sentence}\n{BODY}")[0] == [GREV]
    assert found(f"{GREV}\nHaber: Ali Veli\n{sentence}\n{sentence}\n{BODY}")[0] == [GREV]


def test_between_two_headlines_stands_a_paragraph_or_much_else() -> None:
    def listed(count: int) -> str:
        several = "".join(f"Madde {letter}\n" for letter in LETTERS[:count])
        return f"{GREV}\nTT\n{GREV}\n{several}\n\n{GOL}\nTT\n{GOL}\n{BODY}"

    assert found(listed(14))[0] == [GOL]
    assert found(listed(15))[0] == [GREV, GOL]


def test_of_blocks_that_overlap_the_surer_is_taken() -> None:
    """The standfirst comes twice as well; no article has its head within another's."""
    standfirst = "Gemiler açıkta bekliyor artık"
    text = f"{GREV}\n{standfirst}\nTT\n{GREV}\n{standfirst}\n{BODY}"
    assert found(text) == ([GREV], [])
    assert found(f"{WIDGET}\n\n\n{text.replace(GREV, GOL)}") == ([GREV, GOL], [])


def test_what_is_nearly_enough_is_in_doubt() -> None:
    assert found(f"{WIDGET}{GOL}\n{GOL}\n{BODY}") == ([GREV], [GOL])
    assert found(f"{WIDGET}Göl kurudu\nGöl kurudu\n{BODY}") == ([GREV], [])
    assert found(f"{WIDGET}Göl kurudu!\nGemi (AA)\nGemi (AA)\n{BODY}") == ([GREV], [])


def test_a_widget_asks_for_more_below_it_only_where_a_headline_comes_again_around_it() -> None:
    photo = f"{GREV}\nGemi (AA)\nTT\nGemi (AA)\n{BODY}"
    assert found(f"{photo}{GOL}\n{GOL}\n{BODY}") == ([GREV, GOL], [])


def test_up_to_four_photos_stand_between_a_headline_and_the_widget() -> None:
    photos = "Ada (AA)\nBen (AA)\nCan (AA)\nDal (AA)"
    assert found(f"{GREV}\n{photos}\nTT\n{photos}\n{BODY}")[0] == [GREV]


def test_a_byline_and_a_date_above_a_doubled_caption_are_no_headline() -> None:
    photo = f"Gemi (AA)\nGemi (AA)\n{BODY}"
    assert found(f"{GREV}\nHaber: Ali Veli\n22 Temmuz 2025\n{photo}")[0] == [GREV]
    assert found(f"{GREV}\n22 Temmuz 2025\nGiriş Tarihi\nHaber: Ali Veli\n{photo}")[0] == [GREV]
