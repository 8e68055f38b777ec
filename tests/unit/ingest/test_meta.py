"""Lines that say something of an article: tags, dates and sources, and what they may be mistaken for."""

from __future__ import annotations

import pytest

from digest.ingest import draft, lines, meta, rules
from digest.ingest.draft import Draft, Row

RULES = rules.load()


def rows(*texts: str) -> list[Row]:
    read = lines.read(texts)
    return draft.rows(read, [RULES.find(line.key) for line in read], 0, len(read))


def kinds(making: Draft) -> list[list[str]]:
    return [[fate.kind for fate in making.fates[at]] for at in sorted(making.fates)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#Hamas #Gazze", ("Hamas", "Gazze")),
        ("#Hakan Fidan#Suriye", ("Hakan Fidan", "Suriye")),
        ("#Hamas, #Gazze;", ("Hamas", "Gazze")),
        ("#Kuzey Ege Limanları Birliği", ("Kuzey Ege Limanları Birliği",)),
        ("#Kuzey Ege Limanları Gemi Birliği", ()),
        ("# Başlık burada duruyor ve uzuyor", ()),
        ("#Hamas #Gazze.", ()), ("#Hamas?", ()), ("#Hamas!", ()), ("#Hamas:", ()),
        ("#", ()), ("##", ()), ("#“Hamas", ()),
        ("#" + "x" * 59, ("x" * 59,)), ("#" + "x" * 60, ()),
        ("Hamas #Gazze", ()),
        ("#Gazze " * 60, ()),
    ],
)  # fmt: skip
def test_hashtags_are_a_line_of_short_names_alone(text: str, tags: tuple[str, ...]) -> None:
    assert meta.hashtags(text) == tags


@pytest.mark.parametrize(
    ("texts", "tags", "taken"),
    [
        (("#Hamas #Gazze", "Gemi"), ["Hamas", "Gazze"], 1),
        (("Etiketler: liman, gemi | göl", "yük"), ["liman", "gemi", "göl"], 1),
        (("Etiketler: #liman #gemi",), ["liman", "gemi"], 1),
        (("Etiketler", "liman", "#gemi", "liman", "Kuzey Ege Limanları Birliği", "Gemiler dün sabah limana geldi"), ["liman", "gemi", "Kuzey Ege Limanları Birliği"], 5),
        (("Etiketler:", "", "liman", "", "gemi", "", "", "göl"), ["liman", "gemi"], 3),
        (("Etiketler:", "liman", "Gemi geldi gitti.", "göl"), ["liman"], 2),
        (("Etiketler:", "liman", "Paylaş", "göl"), ["liman"], 2),
        (("Liman", "gemi"), [], 0),
    ],
)  # fmt: skip
def test_tags_stand_on_one_line_or_under_their_label(
    texts: tuple[str, ...], tags: list[str], taken: int
) -> None:
    making = Draft()
    assert meta.take_tags(making, rows(*texts), 0) == taken
    assert making.tags == tags
    assert kinds(making) == [["tags"]] * taken


def dated(*texts: str) -> Draft:
    making = Draft()
    for row in rows(*texts):
        assert meta.take_date(making, row), row.text
    return making


@pytest.mark.parametrize(
    ("texts", "date", "updated"),
    [
        (("22.07.2025 11:47", "23.07.2025 10:00"), "2025-07-22T11:47", "2025-07-23T10:00"),
        (("22.07.2025 11:47", "21.07.2025 10:00"), "2025-07-22T11:47", ""),
        (("22.07.2025 11:47", "22.07.2025 11:47"), "2025-07-22T11:47", ""),
        (("Güncelleme:", "22.07.2025 11:47"), "", "2025-07-22T11:47"),
        (("Yayınlanma:", "22.07.2025 11:47", "Güncelleme:", "23.07.2025"), "2025-07-22T11:47", "2025-07-23"),
        (("22.07.2025 11:47", "Güncelleme: 16:10"), "2025-07-22T11:47", "2025-07-22T16:10"),
    ],
)  # fmt: skip
def test_the_first_date_is_of_publication_and_a_later_one_of_an_update(
    texts: tuple[str, ...], date: str, updated: str
) -> None:
    making = dated(*texts)
    assert (making.date, making.updated, making.pending) == (date, updated, "")


def test_beside_a_date_may_stand_who_wrote_where_and_for_whom() -> None:
    signed = dated("Ali Veli | 22.07.2025 11:47")
    assert (signed.authors, kinds(signed)) == (["Ali Veli"], [["date", "byline"]])
    placed = dated("İzmir | 22.07.2025 11:47")
    assert (placed.place, kinds(placed)) == ("İzmir", [["date", "place"]])
    housed = dated("Reuters | 22.07.2025 11:47")
    assert ([s.name for s in housed.sources], kinds(housed)) == (["Reuters"], [["date", "sources"]])
    assert kinds(dated("Okunma gemi | 22.07.2025 11:47")) == [["date"]]


@pytest.mark.parametrize(
    "text",
    [
        "7 Ekim 2023’ten bu yana süren saldırılar yeniden başladı",
        "Gemi limanda (22.07.2025 11:47)",
        "Kuzey limanında gemi bekliyor 22.07.2025",
    ],
)
def test_a_date_within_other_words_is_none_of_the_article(text: str) -> None:
    making = Draft()
    assert not meta.take_date(making, rows(text)[0])
    assert (making.date, making.fates) == ("", {})


def test_a_role_below_the_byline_may_say_where_it_was_written() -> None:
    making = Draft()
    first, second = rows("Bildirdiği yer, İzmir", "Unvan, BBC Türkçe")
    assert meta.take_byline(making, first)
    assert meta.take_byline(making, second)
    assert (making.place, kinds(making)) == ("İzmir", [["place"], ["byline"]])


@pytest.mark.parametrize(
    ("text", "sources", "authors", "credit", "expected"),
    [
        ("Kaynak: AA, Reuters", ["AA", "Reuters"], [], [], ["sources"]),
        ("Kaynak: Getty Images, Alamy", [], [], ["Getty Images, Alamy"], ["credit"]),
        ("Kaynak: Getty Images, AA", ["Getty Images", "AA"], [], [], ["sources"]),
        ("Kaynak: Ali Veli, AA", ["AA"], ["Ali Veli"], [], ["sources", "byline"]),
        ("Kaynak: Haber Merkezi", [], ["Haber Merkezi"], [], ["byline"]),
        ("Kaynak: Ali Veli, Haber Merkezi", [], ["Ali Veli"], [], ["byline"]),
    ],
)
def test_labelled_sources_are_houses_people_or_those_of_the_photo(
    text: str, sources: list[str], authors: list[str], credit: list[str], expected: list[str]
) -> None:
    making = Draft()
    assert meta.take_sources(making, rows(text)[0])
    assert ([s.name for s in making.sources], making.authors) == (sources, authors)
    assert ([c.credit for c in making.captions], kinds(making)) == (credit, [expected])


def test_a_newsroom_is_no_author_beside_one_who_is_named() -> None:
    making = Draft(authors=["Ali Veli"])
    meta.take_sources(making, rows("Kaynak: Haber Merkezi")[0])
    assert making.authors == ["Ali Veli"]
