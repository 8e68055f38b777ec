"""What of a dump's lines is no part of an article, and what the others look like."""

from __future__ import annotations

import pytest

from digest.ingest import items, rules
from digest.ingest.lines import read
from tests.unit.ingest import accounts

RULES = rules.load()
ABOVE = "İşçiler sabah limanın kapısında toplandı."
BELOW = "Göldeki köyler artık boşalıyor"


def marks(text: str) -> list[str]:
    """Return the rule that knows each line, or nothing."""
    found = items.marks(read(text.split("\n")), RULES)
    return [match.name if match else "" for match in found]


def listed(text: str) -> list[items.Item]:
    lines = read(text.split("\n"))
    return items.items(lines, items.marks(lines, RULES))


def one(text: str) -> items.Item:
    (item,) = listed(text)
    return item


@pytest.mark.parametrize(
    "line",
    [
        "=====",
        "*****",
        "_____",
        "-----",
        "#####",
        "~~~~~~",
        "* * * * *",
        "- - - - -",
        "─────",
        "━━━━━",
        "═════",
        "•••••",
        "●●●●●",
    ],
)
def test_five_signs_of_a_kind_part_articles(line: str) -> None:
    assert marks(line) == ["separator"]
    assert marks(line[:4]) == [""]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        *((f"{ABOVE}\n\n{rule}\n\n{BELOW}", True) for rule in ("---", "----", "___", "____", "–––", "———")),
        (f"{ABOVE}\n\n***\n\n{BELOW}", False),
        (f"Independent Türkçe, Reuters\n\n---\n\n{BELOW}", True),
        (f"Reuters\n\n---\n\n{BELOW}", False),
        (f"Kapılar kapalı\n\n---\n\n{BELOW}", False),
        (f"{ABOVE[:-1]} ve şunu söyledi:\n\n---\n\n{BELOW}", False),
        (f"{ABOVE}\n---\n\n{BELOW}", False),
        (f"{ABOVE}\n\n---\n{BELOW}", False),
        (f"{ABOVE}\n\n---\n\n{ABOVE}", False),
        (f"{ABOVE}\n\n---\n\nKöyler boşalıyor", False),
        (f"{ABOVE}\n\n---\n\nKöyler bugün boşalıyor", True),
        (f"{ABOVE}\n\n---\n\nGemiler açıkta bekliyor (AA)", False),
        (f"{ABOVE}\n\n\n\n---\n\n\n\n{BELOW}", True),
        (f"{ABOVE}\n\n\n\n\n---\n\n{BELOW}", False),
        (f"{ABOVE}\n\n---\n\n\n\n\n{BELOW}", False),
        (f"{ABOVE} Sendika da şunu söyledi:\n\n---\n\n{BELOW}", False),
        (f"{ABOVE}\n\n---\n\n* * *", False),
        (f"---\n\n{BELOW}", False),
        (f"{ABOVE}\n\n---", False),
    ],
)  # fmt: skip
def test_three_signs_part_articles_between_text_and_a_headline(text: str, parts: bool) -> None:
    assert ("separator" in marks(text)) is parts


def test_a_line_of_glued_buttons_goes_by_the_rule_of_the_first() -> None:
    assert marks("FacebookTwitterLinkedinYazdır") == ["share-widget"]
    assert marks("YazdırReklam") == ["share-widget"]
    assert marks("YazdırLiman") == [""]
    assert marks("yazdırma") == [""]
    assert marks("Yazdır" * 20) == ["share-widget"]
    assert marks("Yazdır" * 20 + "X") == [""]


@pytest.mark.parametrize(
    ("line", "doubled"),
    [
        ("Köyler bugün boşalıyor Köyler bugün boşalıyor", True),
        ("Köyler bugün boşalıyor KÖYLER BUGÜN BOŞALIYOR", True),
        ("Köyler boşalıyor Köyler boşalıyor", False),
        ("Köyler bugün boşalıyor. Köyler bugün boşalıyor.", False),
        ("Köyler bugün boşalıyor! Köyler bugün boşalıyor!", False),
        ("Köyler bugün boşalıyorKöyler bugün boşalıyor", False),
        ("Köyler bugün boşalıyor Köyler dünkü boşalıyor", False),
    ],
)
def test_a_link_to_other_news_holds_its_headline_twice(line: str, doubled: bool) -> None:
    assert marks(line) == ["doubled-headline" if doubled else ""]


def test_four_lines_that_name_a_city_each_are_a_list() -> None:
    cities = "Adana\nAnkara 31°\n\nBursa107.4\nİzmir"
    assert marks(cities) == ["city-list", "weather", "", "city-list", "city-list"]
    assert marks(f"{cities}\n{ABOVE}") == [*marks(cities), ""]
    assert marks("Adana\nAnkara\nBursa") == [""] * 3
    assert marks(f"Adana\nAnkara\n{ABOVE}\nBursa\nİzmir") == [""] * 5
    assert marks("Adana\nAnkara\nBursa\nİzmir\nPaylaş")[-1] == "share-widget"


def test_five_cities_in_one_line_are_a_list() -> None:
    assert marks("Adana Ankara Bursa, İzmir | Eskişehir") == ["city-list"]
    assert marks("Adana Ankara Bursa Diyarbakır Limanlar") == [""]
    assert marks("Diyarbakır Eskişehir Gaziantep Kastamonu") == [""]
    assert marks("Adana Ankara Bursa İzmir Sivas") == [""]  # so short, it may be a headline


def test_blank_lines_and_buttons_between_items_are_noted() -> None:
    first, second, third = listed(f"{BELOW}\n\n\nTT\n{BELOW}\nPaylaş\n{ABOVE}")
    assert listed(f"{BELOW}\nTT\nPaylaş\n{ABOVE}")[1].widget
    assert [(item.at, item.gap, item.widget) for item in (first, second, third)] == [
        (0, 0, False), (4, 2, True), (6, 0, False),
    ]  # fmt: skip


def test_a_list_of_other_news_ends_at_a_long_paragraph() -> None:
    def ends(paragraph: str) -> bool:
        opened, *_, last = listed(f"İlgili haberler\n{BELOW}\n{paragraph}\n{BELOW}")
        assert opened.listed
        return not last.listed

    assert not ends(ABOVE)
    assert ends(f"{ABOVE} {'Grev var. ' * 16}")
    assert not ends("Limanlardakilerin " * 13)
    assert not listed(BELOW)[0].listed


@pytest.mark.parametrize(
    "text",
    [
        "22 Temmuz 2025",
        "Güncelleme: 22 Temmuz 2025 11:47",
        "22 Temmuz 2025 Ali Veli",
        "Yayınlanma Tarihi",
        "Haber: Ali Veli",
        "Reuters",
        "Independent Türkçe, Reuters",
    ],
)
def test_some_lines_are_about_the_article(text: str) -> None:
    assert one(text).about


@pytest.mark.parametrize("text", [BELOW, ABOVE, "Ali Veli", "22 Temmuz 2025 günü limanda"])
def test_others_are_not(text: str) -> None:
    assert not one(text).about


def test_sources_are_two_or_have_a_label() -> None:
    assert one("Independent Türkçe, Reuters").sources
    assert one("Kaynak: Reuters").sources
    assert not one("Reuters").sources


def test_a_line_with_its_photographer_is_a_caption_if_it_is_one_sentence() -> None:
    assert one("Gemiler bekliyor. (AA)").credits
    assert not one("Gemiler bekliyor. Liman kapalı. (AA)").credits
    assert one("Gemiler bekliyor. Liman kapalı. (AA)").caption
    assert not one("Fotoğraf altı: Gemiler bekliyor").credits
    assert not one(BELOW).credits


@pytest.mark.parametrize(
    ("text", "able"),
    [
        ("Ayşe Demirtaş", False), ("AYŞE DEMİRTAŞ", True), ("Ayşe Demirtaş, Ali Veli", False),
        ("Ayşe Demirtaş ile Ali Veli konuştu", True), ("Göldeki köyler", True),
    ],
)  # fmt: skip
def test_who_wrote_is_no_headline_unless_in_capitals(text: str, able: bool) -> None:
    assert one(text).headline is able


def test_signs_alone_can_be_a_headline_and_are_compared_like_one() -> None:
    assert one("???").headline
    assert not one("!!").headline
    assert one(BELOW).headline
    assert one("Liman KAPANDIhttps://ornek.example/a").key == "liman kapandı"


def test_what_is_longer_than_1200_characters_is_body_whatever_it_looks_like() -> None:
    for text in ("x" * 1201, "?!" * 700, "Gemiler bekliyor " * 80 + "(AA)", "Reuters, " * 150):
        item = one(text)
        assert (item.key, item.headline, item.caption, item.about) == ("", False, None, False)


def test_an_address_behind_a_headline_does_not_count_where_printings_are_compared() -> None:
    assert one("Liman KAPANDI www.ornek.example/a").key == "liman kapandı"
    assert one("Liman KAPANDI").key == "liman kapandı"


def test_a_line_of_many_sentences_is_no_headline() -> None:
    assert not one("Grev var. Yük var. Gemi yok. Vinç durdu.").headline


def test_a_sentence_with_a_byline_s_words_is_about_the_article_only_where_it_is_no_paragraph() -> (
    None
):
    assert one("Haber: Ali Veli").about
    assert one("Haber: Ali Veli / İzmir").about
    assert not one("Ali Veli Independent Türkçe için yazdı.").about


def test_three_dashes_are_a_rule_and_stars_are_none() -> None:
    assert [items.is_rule(read([text])[0]) for text in ("---", "———", "***")] == [True, True, False]


PAGES = """
== a line of signs between paragraphs goes
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
* * * * *                                 → dropped by separator
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== so does a link to other news
Kuzey limanında grev başladı                  → headline

İşçiler sabah limanın kapısında toplandı.     → body paragraph 1
Köyler bugün boşalıyor Köyler bugün boşalıyor → dropped by doubled-headline
Gemiler açıkta bekliyor ve yük bozuluyor.     → body paragraph 2
== a line of cities stays, for a report may list them
Kuzey limanında grev başladı              → headline

Grevin sürdüğü kentler açıklandı.         → body paragraph 1
Adana Ankara Bursa, İzmir | Eskişehir     → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_becomes_of_such_lines_between_paragraphs(page: str) -> None:
    accounts.check(page)
