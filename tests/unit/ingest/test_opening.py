"""The head block of an article: what its lines are, and which headline is printed."""

from __future__ import annotations

import pytest

from tests.unit.ingest import accounts

PAGES = """
== a labelled date above the headline counts, a bare one among others is the page's
22 Temmuz 2025                            → dropped by page-date
Yayınlanma: 23 Temmuz 2025 11:47          → date

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a bare date counts where it alone stands above the headline
22 Temmuz 2025                            → date

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a place counts right above the headline
İzmir                                     → place

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a place higher up is the page's
İzmir                                     → dropped by page-top
Haftanın olayları                         → dropped by page-top

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== tags and a byline above the headline count
#Liman #Grev                              → tags
Haber: Ali Veli                           → byline
Haftanın olayları                         → dropped by page-top

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== the end of an article above the headline belongs to none
Paylaş                                                       → dropped by share-widget
Facebook                                                     → dropped by share-widget
Göldeki su seviyesi üç metre düştü.                          → unplaced

Kuzey limanında grev başladı                                 → headline
Muhabir: Ali Veli                                            → byline

İşçiler sabah limanın kapısında toplandı. Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 1
Sendika ile liman yönetimi akşam bir kez daha görüşecek. Grev ne kadar sürer belli değil. → body paragraph 2
== a paragraph among a page's furniture is the page's
Paylaş                                                       → dropped by share-widget
Facebook                                                     → dropped by share-widget
Twitter                                                      → dropped by share-widget
Göldeki su seviyesi üç metre düştü.                          → dropped by page-top

Kuzey limanında grev başladı                                 → headline
Muhabir: Ali Veli                                            → byline

İşçiler sabah limanın kapısında toplandı. Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 1
Sendika ile liman yönetimi akşam bir kez daha görüşecek. Grev ne kadar sürer belli değil. → body paragraph 2
== below the headline a name is the author's, and what it does may follow
Limanlar neden hep kışın kapanır          → headline

Ali Veli                                  → byline
Gazeteci yazar                            → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== what does not tell who somebody is, is no byline
Limanlar neden hep kışın kapanır          → headline

Ali Veli                                  → byline
Haftanın sorusu                           → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Haftanın sorusu
== a name that the report is about is no author's
Bakan Veli limanı kapattı                 → headline

Ali Veli                                  → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Ali Veli
== a name that the first paragraphs speak of is no author's
Limanlar neden hep kışın kapanır           → headline

Ali Veli                                   → body paragraph 1

İşçiler sabah limanın kapısında toplandı.  → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
Sendika da Veli'nin sözlerini haklı buldu. → body paragraph 4
= block: ## Ali Veli
== but below a headline that comes twice it is
Bakan Veli limanı kapattı                 → headline
TT                                        → dropped by text-size-widget
Bakan Veli limanı kapattı                 → repeat of line 1

Ali Veli                                  → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a house alone below the headline is the source
Kuzey limanında grev başladı              → headline

Evrensel                                  → sources

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a house below a photo's caption took the photo
Kuzey limanında grev başladı              → headline
İşçiler iki aydır ücret alamıyor          → standfirst
Limanda bekleyen gemiler                  → caption
TT                                        → dropped by text-size-widget
Kuzey limanında grev başladı              → repeat of line 1
İşçiler iki aydır ücret alamıyor          → repeat of line 2
Limanda bekleyen gemiler                  → repeat of line 3
Reuters                                   → credit

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
= caption: Limanda bekleyen gemiler
= credit: Reuters
= sources:
== a house below a caption with its credit is the source
Kuzey limanında grev başladı              → headline
Limanda bekleyen gemiler (AFP)            → caption, credit
TT                                        → dropped by text-size-widget
Kuzey limanında grev başladı              → repeat of line 1
Limanda bekleyen gemiler (AFP)            → repeat of line 2
Reuters                                   → sources

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== within a head block printed twice the unknown line is the standfirst, the next a caption
Kuzey limanında grev başladı              → headline
İşçiler iki aydır ücret alamıyor          → standfirst
Kapıda nöbet tutuluyor                    → caption
TT                                        → dropped by text-size-widget
Kuzey limanında grev başladı              → repeat of line 1
İşçiler iki aydır ücret alamıyor          → repeat of line 2
Kapıda nöbet tutuluyor                    → repeat of line 3

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== labelled sources, a credit, tags and a place may stand between headline and body
Kuzey limanında grev başladı              → headline

Kaynak: Evrensel                          → sources
Fotoğraf: Can Su                          → credit
#Liman #Grev                              → tags
İzmir                                     → place
23 Temmuz 2025 11:47                      → date

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a headline that the first printing cuts is taken from the second
Kuzey limanında grev başladı, gemiler...              → headline
TT                                                    → dropped by text-size-widget
Kuzey limanında grev başladı, gemiler açıkta bekliyor → repeat of line 1

İşçiler sabah limanın kapısında toplandı.             → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.             → body paragraph 2
= title: Kuzey limanında grev başladı, gemiler açıkta bekliyor
== but not from one that is cut further
Kuzey limanında grev başladı, gemiler...  → headline
TT                                        → dropped by text-size-widget
Kuzey limanında grev başladı...           → repeat of line 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
= title: Kuzey limanında grev başladı, gemiler...
== the site's name beside the first printing is no part of the headline
Kuzey limanında grev başladı - Örnek Haber → headline
TT                                         → dropped by text-size-widget
Kuzey limanında grev başladı               → repeat of line 1

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 2
= title: Kuzey limanında grev başladı
== nor beside the second
Kuzey limanında grev başladı               → headline
TT                                         → dropped by text-size-widget
Kuzey limanında grev başladı - Örnek Haber → repeat of line 1

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 2
= title: Kuzey limanında grev başladı
== a web address glued to the headline goes
Kuzey LİMANINDA grev başladıhttps://ornek.example/liman → headline
TT                                                      → dropped by text-size-widget
Kuzey limanında grev başladı                            → repeat of line 1

İşçiler sabah limanın kapısında toplandı.               → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.               → body paragraph 2
= title: Kuzey limanında grev başladı
== a corrected printing does not replace the first
Kuzey limanında grev başladı              → headline
TT                                        → dropped by text-size-widget
Kuzey limanında grevler başladı           → repeat of line 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
= title: Kuzey limanında grev başladı
== the number that a headline has in a bulletin is no part of it
2- KUZEY LİMANINDA GREV BAŞLADI                              → headline

İZMİR (DHA) - İşçiler sabah limanın kapısında toplandı. Gemiler açıkta bekliyor. → place, sources, body paragraph 1
Sendika ile liman yönetimi akşam bir kez daha görüşecek.     → body paragraph 2
= title: KUZEY LİMANINDA GREV BAŞLADI
= place: İzmir
= sources: DHA
== where a caption has its text a bare line of the head block is one more standfirst
Kuzey limanında bu sabah grev başladı     → headline
İşçiler ücret alamıyor                    → standfirst
Gemiler bekliyor (AA)                     → caption, credit
Kapıda nöbet tutuluyor                    → standfirst
TT                                        → dropped by text-size-widget
Kuzey limanında bu sabah grev başladı     → repeat of line 1
İşçiler ücret alamıyor                    → repeat of line 2
Gemiler bekliyor (AA)                     → repeat of line 3
Kapıda nöbet tutuluyor                    → repeat of line 4

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a list of cities above the headline names no place
Adana                                     → dropped by city-list
Ankara                                    → dropped by city-list
Bursa                                     → dropped by city-list
İzmir                                     → dropped by city-list

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
= place:
== the headline is cut with a sign of its own
Kuzey limanında grev başladı, gemiler…                → headline
TT                                                    → dropped by text-size-widget
Kuzey limanında grev başladı, gemiler açıkta bekliyor → repeat of line 1

İşçiler sabah limanın kapısında toplandı.             → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.             → body paragraph 2
= title: Kuzey limanında grev başladı, gemiler açıkta bekliyor
== a long line below a name is text, whatever it ends in
Limanlar neden hep kışın kapanır                             → headline

Ali Veli                                                     → byline
Limanın on yıllık öyküsünü üç ayrı kitapta anlatan tek yazar → standfirst

İşçiler sabah limanın kapısında toplandı.                    → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.                    → body paragraph 2
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_stands_above_and_below_a_headline(page: str) -> None:
    accounts.check(page)
