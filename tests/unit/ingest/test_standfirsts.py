"""What follows a line tells whether it is a standfirst."""

from __future__ import annotations

import pytest

from digest.ingest import items, reading, standfirsts
from digest.ingest.draft import Draft, rows
from digest.ingest.lines import read
from digest.ingest.split import Span
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
== the second above an advert is none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Haber: Ali Veli                           → byline
Sendika dün nöbet tutmaya başladı.        → body paragraph 1
Haberin devamı                            → dropped by advert
İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== what stands right above a city that opens the report is the standfirst
Kuzey limanında grev başladı                      → headline

İşçiler iki aydır ücret alamıyor.                 → standfirst
İZMİR - İşçiler sabah limanın kapısında toplandı. → place, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.         → body paragraph 2
== a photo one row further down shows none
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → body paragraph 1
Sendika nöbette                           → body paragraph 2

Limanda bekleyen gemiler (AA)             → body paragraph 3

İşçiler sabah limanın kapısında toplandı. → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 5
= block: ## Sendika nöbette
== a byline below a sentence and a short line shows one
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Sendika nöbette                           → caption

Haber: Ali Veli                           → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a short line above buttons is none
Kuzey limanında grev başladı              → headline

Sendika nöbette                           → body paragraph 1
A+                                        → body paragraph 2
A-                                        → body paragraph 3
İşçiler sabah limanın kapısında toplandı. → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 5
== a photo below buttons shows one
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Paylaş                                    → dropped by share-widget
Limanda bekleyen gemiler görülüyor (AA).  → caption, credit
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== so does the headline, printed once more
Liman kapandı                             → headline

Sendika dün nöbet tutmaya başladı.        → standfirst
Liman kapandı                             → repeat of line 1
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== the article is one paragraph
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
== above a dateline that stands alone is the standfirst
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
İZMİR (AA)                                → place, sources
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== below a headline that comes twice, above a button and a byline is the standfirst
Kuzey limanında bu sabah grev başladı     → headline
TT                                        → dropped by text-size-widget
Kuzey limanında bu sabah grev başladı     → repeat of line 1

İşçiler iki aydır ücret alamıyor.         → standfirst
A+                                        → dropped by text-size-widget
Haber: Ali Veli                           → byline
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== above a byline is the standfirst of a chronicle too
Kuzey limanında grev başladı              → headline

Grevin günleri kısaca böyle geçti.        → standfirst
Haber: Ali Veli                           → byline
7 Ekim 2023                               → date
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
8 Ekim 2023                               → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## 8 Ekim 2023
== a date with the author's name is none of a chronicle's
Kuzey limanında grev başladı              → headline

Grevin günleri kısaca böyle geçti.        → standfirst
7 Ekim 2023 Ali Veli                      → date, byline
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
8 Ekim 2023 Can Su                        → body paragraph 3
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


def one(rows_below: str, draft: Draft) -> bool:
    """Say whether the first line of a text is a standfirst of the draft."""
    lines = read(rows_below.split("\n"))
    own = rows(lines, items.marks(lines, accounts.RULES), 0, len(lines))
    return standfirsts.is_one(draft, own, 0, Span(0, len(lines), 0))


WAGES = "İşçiler iki aydır ücret alamıyor."
BODY = "İşçiler sabah limanın kapısında toplandı."


def test_a_first_paragraph_that_repeats_the_standfirst_is_no_second() -> None:
    assert one(f"{WAGES}\nHaber: Ali Veli\n{BODY}", Draft(summary=[BODY]))
    assert not one(f"{WAGES}\nHaber: Ali Veli\n{BODY}", Draft(summary=[WAGES]))


def test_nor_does_it_show_that_the_line_above_it_is_one() -> None:
    seen = {read([WAGES])[0].key: 3}
    assert one(f"Sendika kapıda\n{WAGES}\n{BODY}", Draft(seen=seen))
    assert not one(f"Sendika kapıda\n{WAGES}\n{BODY}", Draft(seen=seen, summary=[WAGES]))


def test_a_line_right_above_the_text_is_one_though_a_byline_stands_in_the_text() -> None:
    """What stands further down than the second row below says nothing of it."""
    assert one(f"{WAGES[:-1]}\n{BODY}\n{BODY}\nHaber: Ali Veli\n{BODY}", Draft())
    assert one(f"Sendika kapıda\nVinçler durdu\nHaber: Ali Veli\n{BODY}", Draft())
    assert not one(f"Sendika kapıda\nVinçler durdu\nYük yok\nHaber: Ali Veli\n{BODY}", Draft())
