"""Lines that say something of an article: tags, dates and sources, and what they may be mistaken for."""

from __future__ import annotations

import pytest

from digest.ingest import draft, lines, meta, rules
from digest.ingest.captions import Caption
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
        ("#Xi Jinping #SpaceX", ("Xi Jinping", "SpaceX")),
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
        (("Etiketler: Xi Jinping,, SpaceX",), ["Xi Jinping", "SpaceX"], 1),
        (("Etiketler:", "#liman #gemi", "Xi Jinping"), ["liman", "gemi", "Xi Jinping"], 3),
        ((f"Etiketler: {'liman, ' * 60}gemi",), [], 0),
        (("Etiketler", "liman", "#gemi", "liman", "Kuzey Ege Limanları Birliği", "Gemiler dün sabah limana geldi"), ["liman", "gemi", "Kuzey Ege Limanları Birliği"], 5),
        (("Etiketler:", "Ekonomi", "liman"), ["Ekonomi", "liman"], 3),
        (("Etiketler:", "", "liman", "gemi"), ["liman", "gemi"], 3),
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


def test_cities_under_a_label_are_tags_though_a_list_of_them_is_the_pages() -> None:
    read = lines.read(["Etiketler:", "Adana", "Bursa"])
    cities = rules.Match("city-list", anywhere=False)
    making = Draft()
    assert meta.take_tags(making, draft.rows(read, [None, cities, cities], 0, 3), 0) == 3
    assert making.tags == ["Adana", "Bursa"]


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
        (("Güncelleme:", "Güncelleme: 22.07.2025 11:47"), "", "2025-07-22T11:47"),
        (("Güncelleme:", "Yayınlanma: 22.07.2025 11:47 Güncelleme: 23.07.2025"), "2025-07-22T11:47", "2025-07-23"),
        (("22.07.2025 11:47", "Yayınlanma: 22.07.2025 11:47 Güncelleme: 23.07.2025"), "2025-07-22T11:47", "2025-07-23"),
        (("Güncelleme: 22.07.2025 11:47", "Güncelleme: 23.07.2025 10:00"), "", "2025-07-22T11:47"),
    ],
)  # fmt: skip
def test_the_first_date_is_of_publication_and_a_later_one_of_an_update(
    texts: tuple[str, ...], date: str, updated: str
) -> None:
    making = dated(*texts)
    assert (making.date, making.updated, making.pending) == (date, updated, "")
    assert kinds(making) == [["date"]] * len(texts)


@pytest.mark.parametrize("date", ["22.07.2025 11:47", "22.07.2025"])
@pytest.mark.parametrize(
    ("beside", "author", "place", "source", "kind"),
    [
        ("Ali Veli", "Ali Veli", "", "", "byline"),
        ("Muhabir: Ali Veli", "Ali Veli", "", "", "byline"),
        ("Ali Veli, Ayşe Can", "Ali Veli, Ayşe Can", "", "", "byline"),
        ("İzmir", "", "İzmir", "", "place"),
        ("İzmir, Ankara", "", "İzmir/Ankara", "", "place"),
        ("Reuters", "", "", "Reuters", "sources"),
    ],
)
def test_beside_a_date_may_stand_who_wrote_where_and_for_whom(
    beside: str, author: str, place: str, source: str, kind: str, date: str
) -> None:
    making = dated(f"{beside} | {date}")
    assert (", ".join(making.authors), making.place) == (author, place)
    assert "".join(house.name for house in making.sources) == source
    assert kinds(making) == [["date", kind]]


def test_of_two_places_beside_dates_the_first_counts() -> None:
    assert dated("İzmir | 22.07.2025 11:47", "Ankara | 22.07.2025 12:00").place == "İzmir"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Okunma gemi | 22.07.2025 11:47", True),
        ("Bu yazı çok okundu | 22.07.2025 11:47", True),
        ("Bu yazı dün çok okundu | 22.07.2025 11:47", False),
        ("Okunma gemi | 22.07.2025", False),
    ],
)
def test_a_few_stray_words_beside_a_time_are_the_pages(text: str, taken: bool) -> None:
    making = Draft()
    assert meta.take_date(making, rows(text)[0]) == taken
    assert kinds(making) == [["date"]] * taken


@pytest.mark.parametrize(
    "text",
    [
        "7 Ekim 2023’ten bu yana süren saldırılar yeniden başladı",
        "Gemi limanda (22.07.2025 11:47)",
        "Kuzey limanında gemi bekliyor 22.07.2025",
        "Kuzey limanında grev başladı",
    ],
)
def test_a_date_within_other_words_is_none_of_the_article(text: str) -> None:
    making = Draft()
    assert not meta.take_date(making, rows(text)[0])
    assert (making.date, making.fates) == ("", {})


def test_a_role_below_the_byline_may_say_where_it_was_written() -> None:
    making = Draft()
    page = rows(
        "Bildirdiği yer, İzmir", "Unvan, BBC Türkçe", "Unvan, Ankara", "Bildirdiği yer, Ankara"
    )
    assert all(meta.take_byline(making, row) for row in page)
    assert (making.place, kinds(making)) == (
        "İzmir",
        [["place"], ["byline"], ["byline"], ["place"]],
    )
    bare = Draft()
    assert meta.take_byline(bare, rows("Unvan, İzmir")[0])
    assert (bare.place, kinds(bare)) == ("", [["byline"]])


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


def test_a_line_without_a_label_names_no_sources() -> None:
    making = Draft()
    assert not meta.take_sources(making, rows("AA, Reuters")[0])
    assert (making.sources, making.fates) == ([], {})


def test_a_newsroom_is_no_author_beside_one_who_is_named() -> None:
    making = Draft(authors=["Ali Veli"])
    meta.take_sources(making, rows("Kaynak: Haber Merkezi")[0])
    assert making.authors == ["Ali Veli"]


@pytest.mark.parametrize(
    ("text", "strong", "says"),
    [
        ("22.07.2025 11:47", True, True),
        ("22.07.2025 11:47 Ali Veli", True, True),
        ("22.07.2025 11:47 Okunma gemi", False, False),
        ("İzmir | 5 Kasım 2025", True, True),
        ("Yayınlanma:", True, True),
        ("Haber: Ali Veli", True, True),
        ("İzmir", True, True),
        ("Unvan, BBC Türkçe", True, True),
        ("#Hamas #Gazze", False, True),
        ("Fotoğraf: Zehra Aydın", False, True),
        ("Kaynak: Reuters", False, True),
        ("Bekleyen gemiler (AA)", False, False),
        ("Kuzey limanında grev başladı", False, False),
        ("Uzun " * 100, False, False),
    ],
)
def test_what_says_something_of_an_article_and_stands_in_head_blocks(
    text: str, strong: bool, says: bool
) -> None:
    assert (meta.is_strong(text), meta.is_meta(text)) == (strong, says)


@pytest.mark.parametrize(
    ("text", "author", "place", "sources", "expected"),
    [
        ("Muhabir: Ali Veli", "Ali Veli", "", [], ["byline"]),
        ("Haber-Kamera: Hakan KAYA / EDİRNE, (DHA)", "Hakan Kaya", "Edirne", ["DHA"], ["byline", "place", "sources"]),
        ("Haber: Hakan KAYA/ EDİRNE, (DHA) - Su bitti", "", "", [], []),
        ("Haber: EDİRNE (DHA)", "", "", [], []),
        ("Kuzey limanında grev başladı", "", "", [], []),
    ],
)  # fmt: skip
def test_a_labelled_byline_may_have_its_place_and_agency(
    text: str, author: str, place: str, sources: list[str], expected: list[str]
) -> None:
    making = Draft()
    assert meta.take_byline(making, rows(text)[0]) == bool(expected)
    assert (", ".join(making.authors), making.place) == (author, place)
    assert [s.name for s in making.sources] == sources
    assert kinds(making) == [expected] * bool(expected)


@pytest.mark.parametrize(
    ("text", "place", "author", "sources", "date", "expected"),
    [
        ("İzmir", "İzmir", "", [], "", ["place"]),
        ("ANKARA (AA)", "Ankara", "", ["AA"], "", ["place", "sources"]),
        ("ANKARA, 17 Mart 2025 (AA)", "Ankara", "", ["AA"], "2025-03-17", ["place", "sources"]),
        ("ANKARA, 17 Mart (AA)", "Ankara", "", ["AA"], "", ["place", "sources"]),
        ("İstanbul - BİA Haber Merkezi", "İstanbul", "BİA Haber Merkezi", [], "", ["place", "byline"]),
        ("Kahire: Reuters", "Kahire", "", ["Reuters"], "", ["place", "sources"]),
        ("Ali VELİ/ (DHA)", "", "Ali Veli", ["DHA"], "", ["byline", "sources"]),
        ("Ali VELİ (AA)", "", "", [], "", []),
        ("ANKARA (AA) - Su bitti.", "", "", [], "", []),
        ("Kuzey limanında grev başladı", "", "", [], "", []),
    ],
)  # fmt: skip
def test_a_place_or_a_dateline_may_stand_on_a_line_of_its_own(
    text: str, place: str, author: str, sources: list[str], date: str, expected: list[str]
) -> None:
    making, (row,) = Draft(), rows(text)
    assert meta.take_place(making, row) == bool(expected)
    assert (making.place, ", ".join(making.authors), making.date) == (place, author, date)
    assert [s.name for s in making.sources] == sources
    assert kinds(making) == [expected] * bool(expected)


def test_what_is_known_of_place_and_date_stays() -> None:
    making = Draft(place="İzmir", date="2025-07-22")
    assert not meta.take_place(making, rows("Ankara")[0])
    assert meta.take_place(making, rows("ANKARA, 17 Mart 2025 (AA)")[0])
    assert (making.place, making.date) == ("İzmir", "2025-07-22")


def test_a_place_that_comes_again_is_known() -> None:
    making, (_, row) = Draft(), rows("Grev", "İzmir")
    meta.take_place(making, row)
    assert making.seen == {row.line.key: 2}


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Fotoğraf: Zehra Aydın", "Zehra Aydın"),
        ("Kaynak, Getty Images", "Getty Images"),
        ("Bekleyen gemiler (AA)", ""),
        ("Fotoğraf altı yazısı:", ""),
        ("Bekleyen gemiler - Sputnik Türkiye", ""),
        ("Kuzey limanında grev başladı", ""),
    ],
)
def test_a_credit_may_stand_alone(text: str, credit: str) -> None:
    making = Draft()
    assert meta.take_credit(making, rows(text)[0]) == bool(credit)
    assert [c.credit for c in making.captions] == [credit] * bool(credit)
    assert kinds(making) == [["credit"]] * bool(credit)


def test_a_caption_is_kept_with_its_credit_and_known_where_it_comes_again() -> None:
    making, (_, row, bare) = Draft(), rows("Grev", "Bekleyen gemiler (AA)", "Bekleyen gemiler")
    meta.keep_caption(making, row, Caption("Bekleyen gemiler", "AA"))
    meta.keep_caption(making, bare, Caption("Bekleyen gemiler", ""))
    assert kinds(making) == [["caption", "credit"], ["caption"]]
    assert making.seen == {row.line.key: 2, bare.line.key: 2}


@pytest.mark.parametrize(
    "house",
    [
        "Getty Images", "Getty", "iStock", "Shutterstock", "Depo Photos", "DepoPhotos", "Alamy",
        "Unsplash", "Pixabay", "Pexels", "EPA", "EPA-EFE", "PA Media", "Picture Alliance", "Imago",
        "Wikimedia Commons", "Wikimedia", "NurPhoto", "Anadolu Images", "GETTY IMAGES",
    ],
)  # fmt: skip
def test_a_house_that_has_photos_alone_is_the_photos_source(house: str) -> None:
    making = Draft()
    assert meta.take_sources(making, rows(f"Kaynak: {house}")[0])
    assert ([c.credit for c in making.captions], making.sources) == ([house], [])
