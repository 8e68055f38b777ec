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
FIRST, SECOND = BODY.rstrip("\n").split("\n")
SOURCED = "Bakan, limanın bugün açılacağını söyledi (Reuters)."
LONG = "Sendika dün nöbet tutmaya başladı. " * 6 + "Son."
STAMP = "Güncelleme: 23.07.2025"
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
        (f"{GREV}\n{GOL}\n{GOL} (AA)\nHaber: Ali Veli\n{BODY}", []),
        (f"{GREV}\n{GOL}\n{GOL}\nHaber: Ali Veli\n{BODY}", [GOL]),
        (f"{GREV}\nAyşe Demirtaş\nAyşe Demirtaş\nHaber: Ali Veli\n{BODY}", []),
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


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        (f"Haftanın en önemli haberleri\n{GREV}\nİşçiler bekliyor\nGemi (AA)\nGemi (AA)\n{BODY}", [GREV]),
        (f"{GOL}\nLiman neden kapandı?\n{SOURCED}\n{SOURCED}\n{FIRST}", [GOL]),
        (f"{GREV}\n22 Temmuz 2025\nGiriş Tarihi\nHaber: Ali Veli\n{STAMP}\nGemi (AA)\nGemi (AA)\n{BODY}", [GREV]),
        (f"{GREV}\nBekleyiş\n22 Temmuz 2025\nGiriş Tarihi\nHaber: Ali Veli\n{STAMP}\nGemi (AA)\nGemi (AA)\n{BODY}", [GREV]),
        (f"7 Ekim 2023\n7 Ekim 2023\n{FIRST}", ["7 Ekim 2023"]),
        (f"{LONG}\n\n\n\n7 Ekim 2023\n7 Ekim 2023\n{FIRST}", ["7 Ekim 2023"]),
        (f"Liman kapandı\n22 Temmuz 2025\nHaber: Ali Veli\nGemi (AA)\nGemi (AA)\n{BODY}", ["Liman kapandı"]),
        (f"Liman kapandı\n22 Temmuz 2025\nGiriş Tarihi\n{STAMP}\nHaber: Ali Veli, Can Su\nGemi (AA)\nGemi (AA)\n{BODY}", ["Liman kapandı"]),
        (f"{GREV}\nReuters\nGemi (AA)\nGemi (AA)\n{BODY}", [GREV]),
        (f"Reuters\nGemi (AA)\nGemi (AA)\n{BODY}", ["Reuters"]),
        (f"{GREV}\n© AP Photo / Can Su\n{GREV}.\n{FIRST}", [GREV]),
        (f"{GREV}\nAli Can\n22 Temmuz 2025\nLimanda bekleyenler\nLimanda bekleyenler\n{FIRST}", [GREV]),
        (f"{GREV}\nHaber: Ali Can\nLimanda bekleyenler\nLimanda bekleyenler\nTT\nLimanda bekleyenler\n{FIRST}", [GREV]),
        (f"{LONG}\n\n\n{GREV}\n22 Temmuz 2025\nLimanda bekleyenler\nLimanda bekleyenler\n{FIRST}", [GREV]),
        (f"Örnek Haber\n22 Temmuz 2025\n{GREV}\n{GREV}\n{FIRST}", [GREV]),
        (f"Örnek Haber Sitesi\n22 Temmuz 2025\n{GREV}\n{GREV}\n{FIRST}", [GREV]),
        (f"{LONG}\n22 Temmuz 2025\n{GREV}\n{GREV}\n{FIRST}", [GREV]),
        (f"Su bitti mi?\n{GREV}\nGemi (AA)\nTT\nSu bitti mi?\n{GREV}\nGemi (AA)\n{FIRST}", ["Su bitti mi?"]),
        (f"Su bugün bitti mi?\n{GREV}\nGemi (AA)\nTT\nSu bugün bitti mi?\n{GREV}\nGemi (AA)\n{FIRST}", ["Su bugün bitti mi?"]),
        (f"Su bitti\n{GREV}\nGemi (AA)\nTT\nSu bitti\n{GREV}\nGemi (AA)\n{FIRST}", [GREV]),
        (f"Reuters, AFP, AA\n{GREV}\nGemi (AA)\nTT\nReuters, AFP, AA\n{GREV}\nGemi (AA)\n{FIRST}", [GREV]),
        (f"Gemi su aldı (AA)\n{GREV}\nGemi (AA)\nTT\nGemi su aldı (AA)\n{GREV}\nGemi (AA)\n{FIRST}", [GREV]),
        (f"Su bitti. Yol dar. Kar çok yağdı. Okul yok.\n{GREV}\nGemi (AA)\nTT\nSu bitti. Yol dar. Kar çok yağdı. Okul yok.\n{GREV}\nGemi (AA)\n{FIRST}", [GREV]),
        (f"Su bitti mi?\n{GREV}\nGemi (AA)\nTT\n{GREV}\nSu bitti mi?\nGemi (AA)\n{FIRST}", [GREV]),
        (f"KUZEY LİMANINDA GREV VAR\nKuzey limanında grev başladı\n{FIRST}", ["KUZEY LİMANINDA GREV VAR"]),
    ],
)  # fmt: skip
def test_the_headline_stands_above_what_is_printed_twice(text: str, headlines: list[str]) -> None:
    assert found(text) == (headlines, [])


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n{LONG}\n{FIRST}",
        f"* * *\n© AP Photo / Can Su\nGemiler bekliyor (AA)\n{FIRST}",
        f"Liman grevi\n{SOURCED}\nVinçler durdu\n{SOURCED}\n{FIRST}",
        f"Liman işçileri grevde\n{STAMP}\n{STAMP}\n{FIRST}",
        f"{GREV}\n22 Temmuz 2025\nGiriş Tarihi\nHaber: Ali Veli\n{STAMP}\n{STAMP}\n{BODY}",
        f"Vinçler durdu ve kapılar kapandı.\n{STAMP}\nTT\n{STAMP}\n{FIRST}",
        f"{GREV}\nAli Can yazdı\nAli Veli, Can Su\nHaber: Ali Veli\nHaber: Ali Veli\n{FIRST}",
        f"{GREV}\nAli Can yazdı\nAli Veli, Can Su\n22 Temmuz 2025\nHaber: Ali Veli\nHaber: Ali Veli\n{FIRST}",
        "22 Temmuz 2025\n22 Temmuz 2025",
        f"{GREV}\nReuters, AFP\nReuters, AFP\n{BODY}",
    ],
)
def test_a_paragraph_a_date_or_a_photo_printed_twice_makes_no_headline(text: str) -> None:
    assert found(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (f"Ali Veli / İZMİR\nYorumlar\nSu bitti!\nTT\nSu bitti!\n{FIRST}", ["Su bitti!"]),
        (f"İlgili haberler\n{GREV} - Örnek Haber\n{GREV}\n{FIRST}\n{GREV}\n{SECOND}", [f"{GREV} - Örnek Haber"]),
        (f"{LONG}\nİşçiler sabah limanda şunu söyledi:\nSu bitti!\n\nİşçiler sabah limanda şunu söyledi:\n{FIRST}\nİşçiler sabah limanda şunu söyledi:\n{FIRST}", ["İşçiler sabah limanda şunu söyledi:"]),
        (f"{SOURCED}\nLiman işçileri grevde\nReuters\nLiman işçileri grevde\nİzmir\nReuters\n{FIRST}\n{FIRST}\n{SECOND}", ["Liman işçileri grevde", FIRST]),
        (f"İşçiler el ele verdi.\n{FIRST}\n{FIRST}\nTT\nGemiler bekliyor", [FIRST]),
    ],
)  # fmt: skip
def test_no_line_of_a_block_in_doubt_is_in_doubt_again(text: str, doubtful: list[str]) -> None:
    assert found(text) == ([], doubtful)


def test_below_blocks_of_which_too_little_is_said_others_are_found() -> None:
    text = f"{FIRST}\nANKARA\n{GREV}\nGörüş | Liman ve biz\n\n\n{GOL}\nANKARA\nAA\n{SOURCED}"
    assert found(text) == ([GOL], [])
