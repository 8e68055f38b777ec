"""What stands below an article: sources, bylines, tags, dates, and the page's own."""

from __future__ import annotations

import pytest

from tests.unit.ingest import accounts

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
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_stands_below_the_last_paragraph(page: str) -> None:
    accounts.check(page)
