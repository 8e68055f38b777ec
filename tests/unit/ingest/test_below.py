"""What stands below an article: sources, bylines, tags, dates, and the page's own."""

from __future__ import annotations

import pytest

from digest.ingest import below, draft, lines, rules
from digest.ingest.draft import Draft, Row
from tests.unit.ingest import accounts

RULES = rules.load()

PAGES = """
== sources, a byline, tags and a date stand below the text
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Independent Türkçe, Reuters               → sources
Haber: Ali Veli                           → byline
Güncelleme: 23 Temmuz 2025 11:47          → date
#Liman #Grev                              → tags
= sources: Independent Türkçe, Reuters
= author: Ali Veli
= updated: 2025-07-23T11:47
= tags: Liman, Grev
== a bare date below the text says nothing of the article
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

23 Temmuz 2025                            → body paragraph 3
= date:
== the author's name comes again
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Ali VELİ                                  → byline
== the headline comes again, with the site's name or without
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 2

KUZEY LİMANINDA GREV BAŞLADI               → repeat of line 1
Kuzey limanında grev başladı - Örnek Haber → repeat of line 1
== a place and who wrote there
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

İzmir                                     → place
= place: İzmir
== a place below does not replace that of the dateline
Kuzey limanında grev başladı                            → headline

ANKARA (AA) - İşçiler sabah limanın kapısında toplandı. → place, sources, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.               → body paragraph 2

İzmir                                                   → place
= place: Ankara
== a house alone is the source
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Reuters                                   → sources
= sources: Reuters
== an agency signs in brackets
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(DHA)                                     → sources
= sources: DHA
== so do a place and a house
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(İzmir/EVRENSEL)                          → place, sources
= sources: Evrensel
= place: İzmir
== that place does not replace the dateline's
Kuzey limanında grev başladı                            → headline

ANKARA (AA) - İşçiler sabah limanın kapısında toplandı. → place, sources, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.               → body paragraph 2

(İzmir/EVRENSEL)                                        → place, sources
= place: Ankara
== initials are the author's where nobody else is named
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AS)                                      → byline
= author: AS
== and a desk's where somebody is
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AS)                                      → dropped by desk-signature
= author: Ali Veli
== the initials of several are theirs, not sources
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AS, BK)                                  → byline
= author: AS, BK
= sources:
== and a desk's where somebody is, too
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AS, BK)                                  → dropped by desk-signature
= author: Ali Veli
= sources:
== beside agencies they are not sources either
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AA, DHA / BK, EC)                        → sources, byline
= author: BK, EC
= sources: AA, DHA
== nor where somebody else wrote it
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AA, BK)                                  → sources
= author: Ali Veli
= sources: AA
== three letters beside an agency are a house
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AA, BKM)                                 → sources
= author:
= sources: AA, BKM
== agencies in brackets are sources
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(AA, DHA)                                 → sources
= author:
= sources: AA, DHA
== a remark in brackets is no signature
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

(sürecek)                                 → body paragraph 3
== short lines in small letters are tags
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

liman                                     → tags
grev                                      → tags
toplu iş sözleşmesi                       → tags
Haftaya devam edeceğiz dediler            → body paragraph 3
= tags: liman, grev, toplu iş sözleşmesi
== with capitals they are where nothing follows
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Liman                                     → tags
Grev                                      → tags
Liman                                     → tags
= tags: Liman, Grev
== or sources alone
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Liman                                     → tags
Grev                                      → tags
Paylaş                                    → dropped by share-widget
Kaynak: Evrensel                          → sources
= tags: Liman, Grev
= sources: Evrensel
== before another line they are kept
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Liman                                     → body paragraph 3
Grev                                      → body paragraph 4
Haftaya devam edeceğiz dediler            → body paragraph 5
= tags:
== so is one alone
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

liman                                     → body paragraph 3
= tags:
== and what has more words than a tag
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

liman ve grev üzerine                     → body paragraph 3
toplu iş sözleşmesi görüşmeleri           → body paragraph 4
= tags:
== and what begins or ends with a sign
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

liman!                                    → body paragraph 3
“grev                                     → body paragraph 4
= tags:
== names and houses are no tags
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Liman                                     → body paragraph 3
Reuters                                   → sources
= tags:
== a name among them is no tag
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Liman                                     → body paragraph 3
Ali Veli                                  → body paragraph 4
= tags:
== a list that the text announces is none of tags
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
Sendikanın istekleri şunlar:              → body paragraph 3

zam                                       → body paragraph 4
izin                                      → body paragraph 5
= tags:
== a link to other news is its picture's text and its headline
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Göldeki köyler boşalıyor                  → dropped by doubled-headline
Göldeki köyler boşalıyor                  → dropped by doubled-headline
Kaynak: Evrensel                          → sources
== two words that come twice are no such link
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Köyler boşalıyor!                         → body paragraph 3
Köyler boşalıyor!                         → body paragraph 4
== a site's links to its subjects go
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2

Kars Sarıkamış Haberleri                  → dropped by page-bottom
Kaynak: Evrensel                          → sources
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_stands_below_the_last_paragraph(page: str) -> None:
    accounts.check(page)


def rows(*texts: str) -> list[Row]:
    read = lines.read(texts)
    return draft.rows(read, [RULES.find(line.key) for line in read], 0, len(read))


@pytest.mark.parametrize(
    ("at", "kind"), [(0, "sources"), (100, "sources"), (101, "body"), (102, "body"), (103, "sources"), (202, "sources")]
)  # fmt: skip
def test_of_very_many_lines_the_first_and_the_last_hundred_are_looked_at(
    at: int, kind: str
) -> None:
    texts = [f"“Satır {n}" for n in range(203)]
    texts[at] = "Kaynak: Evrensel"
    making = Draft()
    below.read(making, rows(*texts))
    assert making.fates[at][0].kind == kind


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (tuple(f"liman{n}" for n in range(30)), 30),
        (tuple(f"liman{n}" for n in range(31)), 0),
        (("l" * 39, "grev"), 2),
        (("l" * 40, "grev"), 0),
        (("liman", "Grev"), 2),
        (("zam", "“grev"), 0),
        (("Liman", "Grev", "Kahire: Reuters"), 0),
        (("Liman", "Grev", "Paylaş"), 2),
        (("Liman", "Grev", "AA, Reuters."), 0),
        (("Liman", "Grev", "Independent Türkçe, AA, Reuters"), 2),
        (("Liman", "Grev", "Ali Veli ve Ayşe Can"), 2),
        (("Liman", "Grev", "İstanbul - BİA Haber Merkezi"), 2),
        (("Liman", "Grev", "Yayınlanma: 22 Temmuz 2025 11:47"), 2),
        (("Liman", "Grev", "Muhabir: Ali Can Veli"), 2),
        (("Liman", "Grev", "Kaynak: Evrensel, Yeni Asır"), 2),
        (("Liman", "Grev", "(AS)"), 2),
        (("Liman", "Grev", "(AS)", "Haftaya devam edeceğiz dediler"), 0),
        (("Liman", "grev", "zam", "Haftaya devam edeceğiz dediler"), 0),
        (("Liman", "22.07.2025 11:47"), 0),
        (("Liman", "Haber: Ali Veli"), 0),
        (("Liman", "Kaynak: Evrensel"), 0),
        (("Liman", "Ankara"), 2),
    ],
)
def test_short_lines_are_tags_where_nothing_but_the_reports_origin_follows(
    texts: tuple[str, ...], count: int
) -> None:
    making = Draft(body=["Gemiler geldi."])
    below.read(making, rows(*texts))
    assert making.tags == list(texts[:count])


@pytest.mark.parametrize("above", ["Reuters", "Haftaya devam edeceğiz dediler"])
def test_tags_may_stand_below_sources_or_text(above: str) -> None:
    making = Draft()
    below.read(making, rows(above, "liman", "grev"))
    assert making.tags == ["liman", "grev"]


@pytest.mark.parametrize(
    ("text", "authors", "became", "place", "author", "source"),
    [
        ("AA, DHA", "", ["sources"], "", "", "AA, DHA"),
        ("İstanbul - BİA Haber Merkezi", "", ["place", "byline"], "İstanbul", "BİA Haber Merkezi", ""),
        ("Kahire: Reuters", "", ["place", "sources"], "Kahire", "", "Reuters"),
        ("(Xinhua)", "", ["sources"], "", "", "Xinhua"),
        ("(İzmir/DHA)", "", ["place", "sources"], "İzmir", "", "DHA"),
        ("(İzmir/YENİ ASIR)", "", ["place", "sources"], "İzmir", "", "Yeni Asır"),
        ("(Grev/EVRENSEL)", "", ["body"], "", "", ""),
        ("(Haber Merkezi)", "", ["byline"], "", "Haber Merkezi", ""),
        ("(Haber Merkezi)", "Ali Veli", ["dropped"], "", "Ali Veli", ""),
        ("Haber Merkezi", "Ali Veli", ["byline"], "", "Ali Veli, Haber Merkezi", ""),
        ("(AS)", "Ali Veli", ["dropped"], "", "Ali Veli", ""),
        ("(sürecek)", "Ali Veli", ["body"], "", "Ali Veli", ""),
    ],
)  # fmt: skip
def test_a_report_is_signed_below_it(
    text: str, authors: str, became: list[str], place: str, author: str, source: str
) -> None:
    making = Draft(authors=[authors] * bool(authors))
    below.read(making, rows(text))
    assert [fate.kind for fate in making.fates[0]] == became
    assert (making.place, ", ".join(making.authors)) == (place, author)
    assert ", ".join(house.name for house in making.sources) == source


def test_a_long_line_that_comes_twice_is_text() -> None:
    making, text = Draft(), "uzun " * 250
    below.read(making, rows(f"{text}bir", f"{text}iki", "Kısa bir satır", "Kısa bir satır"))
    assert [fates[0].kind for fates in making.fates.values()] == ["body", "body", "dropped", "dropped"]  # fmt: skip
    assert making.doubts == [1, 2]


def test_a_sentence_that_comes_twice_is_text() -> None:
    making, text = Draft(), "Gemiler dün limana geldi ve gitti."
    below.read(making, rows(text, text))
    assert len(making.body) == 2
