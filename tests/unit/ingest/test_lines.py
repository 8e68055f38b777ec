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


@pytest.mark.parametrize(
    "text",
    [
        "Kuzey limanı kapandı.",
        "Kuzey limanı bugün kapandı!",
        "Liman kapandı. Gemiler bekliyor",
        "Liman mı kapandı? Gemiler bekliyor",
        "Bakan “Gemiler geldi.” “Sonra gitti” dedi",
        f"{'kısa ' * 20}{'uzun' * 16}",
        "x" * 301,
        "Kuzey limanının kapandığını “gazeteden öğrendik.”",
        "Köylüler evlerine hemen döndü. İHA",
    ],
)
def test_sentences_and_long_texts_are_paragraphs(text: str) -> None:
    assert lines.is_paragraph(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Liman kapandı.",
        "Kuzey limanı kapandı!",
        "Kuzey limanı bugün neden kapandı?",
        "Bakan bugün şunları söyledi:",
        "Kuzey limanı bugün kapandı",
        "Prof. Ali Veli ve A. Örnek limana geldi",
        f"{'kısa ' * 19}{'uzun' * 20}",
        "kısa " * 31 + "kısa",
        "x" * 300,
    ],
)
def test_what_is_short_and_no_sentence_is_none(text: str) -> None:
    assert not lines.is_paragraph(text)


FULL = "Gemi geldi. "


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("Kuzey limanı kapandı", True),
        ("Kuzey limanı kapandı. Gemiler bekliyor. Yük bozuluyor", True),
        ("Kuzey limanı kapandı. Gemiler bekliyor. Yük bozuluyor. Gıda yok", False),
        ("*** !!! ***", False),
        (f"{FULL}{'x' * 238}", True),
        (f"{FULL}{'x' * 239}", True),
        (f"{FULL}X{'x' * 237}", True),
        (f"{FULL}X{'x' * 238}", False),
        ("x" * 1000, True),
        ("x" * 1001, False),
        (f"{'x' * 300}.", False),
    ],
)
def test_a_headline_is_short_or_long_without_an_end_in_it(text: str, can: bool) -> None:
    assert lines.is_headline(text) is can


@pytest.mark.parametrize(
    "text",
    [
        "Liman (bugün) kapandı.”)",
        "Liman kapandı…",
        "Bakan şunu söyledi:",
        "Gemiler bekliyor;",
    ],
)
def test_quotes_and_brackets_may_close_behind_a_sentence(text: str) -> None:
    assert lines.ends_sentence(text)
    assert not lines.ends_sentence(f"{text} ve")


def test_full_stops_behind_titles_and_initials_end_no_sentence() -> None:
    for name in ("Dr", "Prof", "Doç", "Av", "Sn", "A"):
        assert not lines.has_sentences(f"Toplantıya {name}. Örnek de katıldı")
    assert lines.has_sentences("Toplantı bugün bitti. Örnek de katıldı")
    assert lines.has_sentences("Toplantıya kim geldi? “Örnek de katıldı” dedi")
    assert not lines.has_sentences("Toplantı bugün bitti. örnek de katıldı")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Liman açıldı https://ornek.example/liman", "Liman açıldı"),
        ("Liman açıldıhttp://ornek.example/liman", "Liman açıldı"),
        ("Liman açıldı www.ornek.example", "Liman açıldı"),
        ("https://ornek.example adresinde liman haberi", "https://ornek.example adresinde liman haberi"),
        ("Liman açıldı ", "Liman açıldı "),
    ],
)  # fmt: skip
def test_a_web_address_at_the_end_is_cut_off(text: str, bare: str) -> None:
    assert lines.without_address(text) == bare


def test_words_are_counted_by_the_spaces_between_them() -> None:
    assert [lines.words(text) for text in ("", "liman", "liman açıldı")] == [0, 1, 2]


def test_a_very_long_line_has_no_key_to_be_compared_by() -> None:
    at_most, longer = lines.read(["x" * lines.LONGEST, "x" * (lines.LONGEST + 1)])
    assert (at_most.key, longer.key) == ("x" * lines.LONGEST, "")
    assert longer.text == longer.raw


def test_lines_keep_what_was_sent_beside_what_is_compared() -> None:
    (line,) = lines.read(["  Kuzey\u00a0 LİMANI\u200b "], 7)
    assert (line.number, line.raw) == (7, "  Kuzey\u00a0 LİMANI\u200b ")
    assert (line.text, line.key) == ("Kuzey LİMANI", "kuzey limanı")


def joined(text: list[str]) -> bool:
    """Say whether any of these lines are read as one paragraph."""
    return any(line.part_of for line in lines.read(text))


def test_lines_are_joined_only_where_nearly_all_are_broken_at_one_width() -> None:
    assert joined(WRAPPED)
    assert not joined([*WRAPPED, "x" * 121])  # one that wide was not broken
    assert not joined([*WRAPPED, WRAPPED[0], WRAPPED[0]])  # a headline that comes twice
    assert not joined([line[:45] for line in WRAPPED])
    assert not joined([line.capitalize() for line in WRAPPED])
    assert not joined([line and f"{line.rstrip('.,')}." for line in WRAPPED])
    assert not joined(WRAPPED[:6])  # two breaks may be chance
    assert not joined([])


def test_what_wraps_ends_at_a_blank_line_and_at_a_short_line() -> None:
    found = lines.read(WRAPPED)
    assert [line.text for line in found if line.text] == [
        "Gölde kuraklık",
        " ".join(WRAPPED[2:5]),
        " ".join(WRAPPED[6:8]),
        "Uzmanlar geliyor",
        " ".join(WRAPPED[9:11]),
        "hemen anlaşılsın diye.",
    ]
    whole = found[2]
    assert (whole.number, whole.raw, whole.key) == (3, WRAPPED[2], whole.text.lower())


def test_a_sentence_may_end_with_a_line_in_the_middle_of_a_paragraph() -> None:
    full = "Bu satır elli karakterden uzundur ve bir cümleyi bitirir."
    more = "Sonra paragraf sürer ve yine elli karakterden uzun olur,"
    for last in ("ama sonunda biter.", "Köyler yeniden kuruldu ve köylüler evlerine döndüler.."):
        found = lines.read([*WRAPPED, "", full, more, full, last])
        assert [line.part_of for line in found[-4:]] == [0, 14, 14, 14]
    found = lines.read([*WRAPPED, "", full, more, full, "Uzmanlar geliyor"])
    assert [line.part_of for line in found[-4:]] == [0, 14, 14, 0]


def test_blank_lines_and_wide_headlines_do_not_hide_the_width() -> None:
    apart = [line for one in WRAPPED for line in ([one] if one else ["", ""])]
    assert joined(apart)
    assert joined(["Elli karakterden daha uzun bir başlık da satıra sığar mı", "", *WRAPPED])


def test_a_very_long_paragraph_of_joined_lines_has_no_key() -> None:
    several = [line for _ in range(6) for line in (WRAPPED[2], WRAPPED[3], WRAPPED[6], WRAPPED[3])]
    found = lines.read([*WRAPPED, "", *several])
    assert len(found[len(WRAPPED) + 1].text) > lines.LONGEST
    assert [found[n].key == "" for n in (2, len(WRAPPED) + 1)] == [False, True]
    assert all(not line.key for line in found if line.part_of)


WIDE = [
    "işçiler sabah erkenden limanın kapısında toplandı ve akşama kadar",
    "açıkta bekleyen gemilere bakarak yöneticilerin gelmesini bekledi ve",
    "sendika adına konuşan yönetici ücretlerin iki aydır ödenmediğini ve",
]


def test_a_blank_line_ends_a_paragraph_of_full_lines_though_no_sentence_ends_there() -> None:
    found = [line.text for line in lines.read([*WIDE, "", *WIDE, "", *WIDE])]
    joined = " ".join(WIDE)
    assert found == [joined, "", "", "", joined, "", "", "", joined, "", ""]


def test_short_lines_among_a_few_wide_ones_are_not_joined() -> None:
    verses = [
        WIDE[0],
        *(f"{word} gider limandan uzağa" for word in "gemi martı yük kuş yel su".split()),
    ]
    verses += [
        WIDE[1],
        *(f"{word} kalır bu limanda" for word in "gemi martı yük kuş yel su".split()),
    ]
    assert [line.text for line in lines.read(verses)] == verses
