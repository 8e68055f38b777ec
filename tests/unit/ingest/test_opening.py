"""The head block of an article: what its lines are, and which headline is printed."""

from __future__ import annotations

import pytest

from digest.ingest import items, opening
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, rows
from digest.ingest.lines import read
from digest.ingest.split import Span
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
== an author printed twice right above the date is no caption
Kuzey limanında grev başladı              → headline

Kuzey limanında grev başladı              → repeat of line 1

Ali Veli                                  → byline
Ali Veli                                  → repeat of line 5
22 Temmuz 2025 11:47                      → date

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a name printed twice is the caption where the report is about its bearer
Kuzey limanında grev başladı              → headline

Kuzey limanında grev başladı              → repeat of line 1

Ali Veli                                  → caption
Ali Veli                                  → repeat of line 5
22 Temmuz 2025 11:47                      → date

İşçiler Veli ile limanda sabah toplandı.  → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a name printed twice is the caption where no date stands right below it
Kuzey limanında grev başladı              → headline

Kuzey limanında grev başladı              → repeat of line 1

Ali Veli                                  → caption
Ali Veli                                  → repeat of line 5

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== what is no name and printed twice above the date is the caption
Kuzey limanında grev başladı              → headline

Kuzey limanında grev başladı              → repeat of line 1

Limanın güneyindeki kapı                  → caption
Limanın güneyindeki kapı                  → repeat of line 5
22 Temmuz 2025 11:47                      → date

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== who sent a message is not its author
Ali Veli, [21.10.2025 18:04]              → date

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
== what stands above the headline is gone through line by line
Yayınlanma: 23 Temmuz 2025 11:47          → date
Haber: Ali Veli                           → byline
İstanbul - BİA Haber Merkezi              → place, byline
Haftanın olayları                         → dropped by page-top

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== the whole headline stands right below the cut one
Kuzey limanında grev başladı, gemiler…                → headline
Kuzey limanında grev başladı, gemiler açıkta bekliyor → repeat of line 1
Gemi (AA)                                             → caption, credit
Gemi (AA)                                             → repeat of line 3

İşçiler sabah limanın kapısında toplandı.             → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.             → body paragraph 2
= title: Kuzey limanında grev başladı, gemiler açıkta bekliyor
== the BBC's pages have a text for the picture above its credit
Kuzey limanında grev başladı              → headline
Limandaki vinçler                         → dropped by picture-text
Kaynak, Getty Images                      → credit
Fotoğraf altı yazısı, Gemiler bekliyor    → caption
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a place with its newsroom stands below the headline too
Kuzey limanında grev başladı              → headline
İstanbul - BİA Haber Merkezi              → place, byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== below a photo a name is the author's, though the headline has it
Veli limanda greve gitti                  → headline
Gemiler bekliyor (AA)                     → caption, credit
Ali Veli                                  → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a name that the next line has too is in a photo
Kuzey limanında grev başladı              → headline
Ali Veli                                  → body paragraph 1
Veli kapıda beklerken                     → body paragraph 2

İşçiler sabah limanın kapısında toplandı. → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== a second sentence above a date is standfirst too, a second line is a caption
Kuzey limanında grev başladı              → headline

İşçiler iki aydır ücret alamıyor.         → standfirst
Haber: Ali Veli                           → byline
Sendika dün nöbet tutmaya başladı.        → standfirst
23 Temmuz 2025 11:47                      → date
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== head without anything below
Kuzey limanında bu sabah grev başladı → unplaced
Gemi (AA)                             → unplaced
TT                                    → dropped by text-size-widget
Kuzey limanında bu sabah grev başladı → unplaced
Gemi (AA)                             → unplaced
== a house's name may be of four words, below a photo it is the photo's
Kuzey limanında grev başladı              → headline
Limanın kapısı                            → caption
The New York Times                        → credit
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== elsewhere it is the source
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline
The Wall Street Journal                   → sources
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a house's name does not end a sentence
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline
Bakan inanmadı dedi Washington Post       → standfirst
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a city with its agency is the dateline, and no caption
Kuzey limanında grev başladı              → headline
Ankara (AA)                               → place, sources
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_stands_above_and_below_a_headline(page: str) -> None:
    accounts.check(page)


def known(draft: Draft, *lines: str) -> int:
    """Return how many lines below a headline are taken for what their form or repetition says."""
    clean = read(lines)
    own = rows(clean, items.marks(clean, accounts.RULES), 0, len(clean))
    return opening._known(draft, own, 0, Span(0, len(clean), 0))


def test_a_name_is_the_author_s_with_the_line_below_that_tells_who_that_is() -> None:
    assert known(Draft(), "Ali Veli") == 1
    assert known(Draft(), "Ali Veli", "Lübnanlı yazar") == 2
    assert (
        known(Draft(), "Ali Veli", "Limanın on yıllık öyküsünü üç ayrı kitapta anlatan yazar") == 2
    )
    assert known(Draft(), "Ali Veli", "yazar Can Su") == 1
    assert known(Draft(), "Ali Veli", "Limanda grev", "Lübnanlı yazar") == 1


def test_a_house_below_the_last_photo_took_it_unless_somebody_did() -> None:
    draft = Draft(captions=[Caption("Gemiler", "AA"), Caption("Vinçler", "")])
    assert known(draft, "Evrensel") == 1
    assert (draft.captions[-1], draft.sources) == (Caption("", "Evrensel"), [])
    draft = Draft(captions=[Caption("Vinçler", ""), Caption("Gemiler", "AA")])
    assert known(draft, "Evrensel") == 1
    assert [source.name for source in draft.sources] == ["Evrensel"]


def test_what_was_the_standfirst_is_read_again_below_the_head_block() -> None:
    text = "İşçiler iki aydır ücret alamıyor."
    seen = {read([text])[0].key: 3}
    assert known(Draft(seen=seen), text) == 1
    assert known(Draft(seen=seen, summary=[text]), text) == 1  # the first line is in the block
    assert known(Draft(seen=seen), "", text) == 1
    assert known(Draft(seen=seen, summary=[text]), "", text) == 0


def test_an_address_behind_a_headline_is_none_of_it_unless_it_is_all() -> None:
    assert opening._clean_title("Liman kapandı https://ornek.example/a") == "Liman kapandı"
    assert opening._clean_title("https://ornek.example/a") == "https://ornek.example/a"
