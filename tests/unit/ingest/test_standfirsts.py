"""What follows a line tells whether it is a standfirst."""

from __future__ import annotations

import pytest

from digest.ingest import reading
from tests.unit.ingest import accounts

PAGES = """
== a sentence above a byline is the standfirst
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Haber: Ali Veli                           → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== two rows may be, with a date below both
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor          → standfirst
Sendika kapıda nöbet tutuyor              → caption
23 Temmuz 2025 11:47                      → date

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== with three rows between headline and date the body has begun
Kuzey limanında grev başladı              → headline

Ücret yok                                 → body paragraph 1
Sendika nöbette                           → body paragraph 2
Gemiler bekliyor                          → body paragraph 3
23 Temmuz 2025 11:47                      → body paragraph 4

İşçiler sabah limanın kapısında toplandı. → body paragraph 5
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 6
== a line right above the first paragraph is none where a date follows further down
Kuzey limanında grev başladı              → dropped by page-top

İşçiler iki aydır ücret alamıyor          → headline
Sendika dün nöbet tutmaya başladı.        → body paragraph 1
Gemiler bekliyor                          → body paragraph 2
Yük bozuluyor                             → body paragraph 3
Haber: Ali Veli                           → body paragraph 4

İşçiler sabah limanın kapısında toplandı. → body paragraph 5
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 6
== two paragraphs with a date below them are the body
Kuzey limanında grev başladı              → headline

Sendika dün nöbet tutmaya başladı.        → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
Limanda                                   → body paragraph 3
Haber: Ali Veli                           → body paragraph 4

İşçiler sabah limanın kapısında toplandı. → body paragraph 5
== a line that comes again with the photo shows what stands above it
Kuzey limanında grev başladı              → headline
Gemiler bekliyor (AA)                     → caption, credit
İşçiler iki aydır ücret alamıyor.         → standfirst
Gemiler bekliyor (AA)                     → repeat of line 2

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a date below two paragraphs says nothing
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 2
Haber: Ali Veli                            → body paragraph 3

Sendika yönetimle akşam yeniden görüşecek. → body paragraph 4
= block: ## Haber: Ali Veli
== of several dates none shows a standfirst: the report is a chronicle
Kuzey limanında grev başladı              → headline

Grevin günleri kısaca böyle geçti.        → body paragraph 1
7 Ekim 2023                               → body paragraph 2
İşçiler sabah limanın kapısında toplandı. → body paragraph 3
8 Ekim 2023                               → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 5
= block: ## 7 Ekim 2023
= block: ## 8 Ekim 2023
== one date does
Kuzey limanında grev başladı              → headline

Grevin günleri kısaca böyle geçti.        → standfirst
7 Ekim 2023                               → date
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== what stands right above the dateline is the standfirst
Kuzey limanında grev başladı                           → headline

İşçiler iki aydır ücret alamıyor.                      → standfirst
İZMİR (AA) - İşçiler sabah limanın kapısında toplandı. → place, sources, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.              → body paragraph 2
== what stands one higher is not
Kuzey limanında grev başladı                           → headline

Sendika bugün:                                         → body paragraph 1
Gemiler bekliyor                                       → body paragraph 2
İZMİR (AA) - İşçiler sabah limanın kapısında toplandı. → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor.              → body paragraph 4
== a first paragraph with its dateline is none
Kuzey limanında grev başladı                           → headline

İZMİR (AA) - İşçiler sabah limanın kapısında toplandı. → place, sources, body paragraph 1
Haber: Ali Veli                                        → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.              → body paragraph 3
= block: ## Haber: Ali Veli
== what stands above a photo is
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst

Limanda bekleyen gemiler (AA)             → caption, credit

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== but not where the photo's line runs on as text
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
Limanda bekleyen gemiler (AA)             → body paragraph 2
İşçiler sabah limanın kapısında toplandı. → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== nor where a photo stood above it
Kuzey limanında grev başladı              → headline

Kıyıdaki vinçler (AP)                     → caption, credit

İşçiler iki aydır ücret alamıyor.         → body paragraph 1

Limanda bekleyen gemiler (AA)             → body paragraph 2

İşçiler sabah limanın kapısında toplandı. → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== a line that is no sentence above the first paragraph is
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor          → standfirst

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== of four words it is a sub-head
Kuzey limanında grev başladı              → headline

İşçiler ücret alamıyor artık              → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## İşçiler ücret alamıyor artık
== with a colon it announces what follows
Kuzey limanında grev başladı              → headline

İşçiler sabah limanda şunu söyledi:       → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== below a caption it is a sub-head
Kuzey limanında grev başladı              → headline

Limanda bekleyen gemiler (AA)             → caption, credit

İşçiler iki aydır ücret alamıyor          → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## İşçiler iki aydır ücret alamıyor
== below a standfirst it is one
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Haber: Ali Veli                           → byline

Sendika kapıda nöbet tutmaya başladı      → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Sendika kapıda nöbet tutmaya başladı
== above another line it is none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor          → body paragraph 1

Sendika nöbette                           → body paragraph 2

İşçiler sabah limanın kapısında toplandı. → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== a headline that comes twice leaves no guesses below it
Kuzey limanında grev başladı              → headline
TT                                        → dropped by text-size-widget
Kuzey limanında grev başladı              → repeat of line 1

İşçiler iki aydır ücret alamıyor          → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## İşçiler iki aydır ücret alamıyor
== above buttons for the size of text and the house is the standfirst
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Paylaş                                    → dropped by share-widget
Evrensel                                  → sources
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== above the author's name and a button too
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Paylaş                                    → dropped by share-widget
Ali Veli                                  → byline
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== above two buttons too
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
A+                                        → dropped by text-size-widget
A-                                        → dropped by text-size-widget
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== above one button is none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
Paylaş                                    → body paragraph 2
İşçiler sabah limanın kapısında toplandı. → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== above buttons and a sub-head is none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
A+                                        → body paragraph 2
A-                                        → body paragraph 3
Grevin ilk günü                           → body paragraph 4
İşçiler sabah limanın kapısında toplandı. → body paragraph 5
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 6
== above menus is none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
Gündem                                    → body paragraph 2
Ekonomi                                   → body paragraph 3
İşçiler sabah limanın kapısında toplandı. → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 5
== above an advert is the standfirst
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Haberin devamı                            → dropped by advert
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== above another advert is none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
Reklam                                    → dropped by advert
İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== the third is none
Kuzey limanında grev başladı               → headline

İşçiler iki aydır ücret alamıyor.          → standfirst
Haber: Ali Veli                            → byline
Sendika dün nöbet tutmaya başladı.         → standfirst
23 Temmuz 2025 11:47                       → date
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 1
İzmir                                      → body paragraph 2
İşçiler sabah limanın kapısında toplandı.  → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 4
= block: ## İzmir
== above the house and the author without a button is none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
Evrensel                                  → body paragraph 2
Ali Veli                                  → body paragraph 3
İşçiler sabah limanın kapısında toplandı. → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 5
== above a button for subscribers and the house is the standfirst
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Abone ol                                  → dropped by subscribe-widget
Evrensel                                  → sources
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a credit alone that comes again shows none
Kuzey limanında grev başladı              → headline
Fotoğraf: Can Su                          → credit

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
Fotoğraf: Can Su                          → dropped by inline-picture
İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== a short line and a sentence may be above a byline
Kuzey limanında grev başladı              → headline

Sendika nöbette                           → standfirst
İşçiler iki aydır ücret alamıyor.         → standfirst
Haber: Ali Veli                           → byline
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a caption without credit shows none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1

Fotoğraf altı: Limanda bekleyen gemiler   → dropped by inline-picture

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== a picture's own text above its caption shows one
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst

Limanda bekleyen gemiler                  → caption
Limanda bekleyen gemiler (AA)             → repeat of line 5, credit

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== two dates with labels are no chronicle
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Yayınlanma: 7 Ekim 2023                   → date
Güncelleme: 8 Ekim 2023                   → date
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_stands_between_headline_and_text_is_a_standfirst_or_the_body(page: str) -> None:
    accounts.check(page)


@pytest.mark.parametrize(
    ("below", "longest"),
    [("Haber: Ali Veli", 600), ("\nGemiler bekliyor (AA)\n", 400), ("A+\nA-", 400)],
)
def test_a_standfirst_is_no_longer_than_it_may_be(below: str, longest: int) -> None:
    end = "\nGemiler bekliyor ve yük bozuluyor.\nİşçiler limanın kapısında toplandı.\n"
    for length in (longest, longest + 1):
        text = f"{'Grev sürüyor. ' * 60}"[: length - 6] + "durdu."
        page = f"Kuzey limanında bu sabah grev başladı\n\n{text}\n{below}\n{end}"
        (story,) = reading.read(page.encode(), "", "tr", accounts.RULES).stories
        assert story.original.summary == (text if length == longest else "")
