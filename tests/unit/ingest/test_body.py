"""The text of an article: its sub-heads and lists, and what of the page stands in it."""

from __future__ import annotations

import pytest

from tests.unit.ingest import accounts

PAGES = """
== bullets of one sign are a list
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
• Ücretler ödensin                        → body paragraph 2
• Vardiyalar kısalsın                     → body paragraph 2
▪ Kapılar açılsın                         → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
= block: - Ücretler ödensin / - Vardiyalar kısalsın
== one bullet is no list
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
• Ücretler ödensin                        → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== numbers from one on are a list
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
1. Ücretler ödensin                       → body paragraph 2
2) Vardiyalar kısalsın                    → body paragraph 2
4. Kapılar açılsın                        → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
= block: 1. Ücretler ödensin / 2. Vardiyalar kısalsın
== numbers from two on are none
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
2. Vardiyalar kısalsın                    → body paragraph 2
3. Kapılar açılsın                        → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== dashes are a list below a colon
Kuzey limanında grev başladı              → headline

İşçiler sabah limanda şunu söyledi:       → body paragraph 1
- Ücretler ödensin                        → body paragraph 2
– Vardiyalar kısalsın                     → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: - Ücretler ödensin / - Vardiyalar kısalsın
== elsewhere they are none
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
- Ücretler ödensin                        → body paragraph 2
– Vardiyalar kısalsın                     → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== a list may be the end of the article
Kuzey limanında grev başladı                 → headline

İşçiler sabah limanın kapısında toplandı.    → body paragraph 1
Sendikanın istekleri kısaca şöyle sıralandı. → body paragraph 2
• Ücretler ödensin                           → body paragraph 3
• Vardiyalar kısalsın                        → body paragraph 3
Reuters                                      → sources
= block: - Ücretler ödensin / - Vardiyalar kısalsın
== a short line between paragraphs is a sub-head
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Kapılar kapalı                            → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Kapılar kapalı
== so is one marked with dashes
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
- Kapılar kapalı -                         → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
-Limanın bugünü                            → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 5
= block: ## Kapılar kapalı
= block: ## Limanın bugünü
== of two lines none is
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Kapılar kapalı                            → body paragraph 2
Limanın bugünü                            → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== of two with dashes none is
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
- Kapılar kapalı                          → body paragraph 2
- Limanın bugünü                          → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== nor what a speaker says behind dashes
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
- Kapılar neden kapalı?                    → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
- Kapılar kapalı,                          → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 5
- Kapılar kapalı;                          → body paragraph 6
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 7
== below a colon neither is one
Kuzey limanında grev başladı               → headline

İşçiler sabah limanda şunu söyledi:        → body paragraph 1
Kapılar kapalı                             → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
Sendika da akşam şunu söyledi:             → body paragraph 4
- Limanın bugünü                           → body paragraph 5
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 6
== what ends as part of a sentence is none
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
Kapılar kapalı,                            → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
Kapılar kapalı;                            → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 5
Kapılar kapalı…                            → body paragraph 6
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 7
Kapılar kapalı.                            → body paragraph 8
Yük gemileri komşu limana yöneldi bile.    → body paragraph 9
== what begins with a bracket or half a quote is none
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
(Kapılar kapalı)                           → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
“Kapılar kapalı                            → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 5
“Kapılar kapalı”                           → body paragraph 6
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 7
= block: ## “Kapılar kapalı”
== a caption between paragraphs is none
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Kapılar kapalı (AA)                       → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== long lines are none
Kuzey limanında grev başladı                                 → headline

İşçiler sabah limanın kapısında toplandı.                    → body paragraph 1
bir iki üç dört beş altı yedi sekiz dokuz on bir iki üç dört → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.                    → body paragraph 3
bir iki üç dört beş altı yedi sekiz dokuz on bir iki üç dört beş → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek.                   → body paragraph 5
= block: ## bir iki üç dört beş altı yedi sekiz dokuz on bir iki üç dört
== a place or an agency may be behind the last sentence
Kuzey limanında grev başladı                     → headline

İşçiler sabah limanın kapısında toplandı.        → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. - KARS → place, body paragraph 2
= place: Kars
== an agency too
Kuzey limanında grev başladı                  → headline

İşçiler sabah limanın kapısında toplandı.     → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. İHA → sources, body paragraph 2
= sources: İHA
== not behind a dash
Kuzey limanında grev başladı                    → headline

İşçiler sabah limanın kapısında toplandı.       → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. - İHA → body paragraph 2
= sources:
== the dateline's place stays
Kuzey limanında grev başladı                            → headline

ANKARA (AA) - İşçiler sabah limanın kapısında toplandı. → place, sources, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. KARS          → place, body paragraph 2
= place: Ankara
== other words in capitals sign nothing
Kuzey limanında grev başladı                   → headline

İşçiler sabah limanın kapısında toplandı.      → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. GREV → body paragraph 2
= place:
= sources:
== a dateline is taken off the first paragraph
Kuzey limanında grev başladı                                 → headline

İZMİR (AA) Ali Veli - İşçiler sabah limanın kapısında toplandı. → place, byline, sources, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.                    → body paragraph 2
= place: İzmir
= sources: AA
== but a day that is stated nowhere else stays
Kuzey limanında grev başladı                                 → headline

İZMİR, 23 Temmuz (AA) - İşçiler sabah limanın kapısında toplandı. → place, sources, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.                    → body paragraph 2
== three lines that rules know go from between paragraphs
Kuzey limanında grev başladı               → headline

Sendika yönetimle akşam yeniden görüşecek. → body paragraph 1
İşçiler sabah limanın kapısında toplandı.  → body paragraph 2
Paylaş                                     → dropped by share-widget
Facebook                                   → dropped by share-widget
Twitter                                    → dropped by share-widget
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
== two stay
Kuzey limanında grev başladı               → headline

Sendika yönetimle akşam yeniden görüşecek. → body paragraph 1
İşçiler sabah limanın kapısında toplandı.  → body paragraph 2
Paylaş                                     → body paragraph 3
Facebook                                   → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 5
== an advert goes wherever it stands
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Reklam                                    → dropped by advert
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a label at the end is no paragraph of the body
Kuzey limanında grev başladı                    → headline

İşçiler sabah limanın kapısında toplandı.       → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.       → body paragraph 2
Kaynak: Evrensel, Reuters ve Birgün gazeteleri. → sources
Son güncelleme: 23 Temmuz 2025 saat 11.47.      → date
== lines that rules know go only where three stand together
Kuzey limanında grev başladı               → headline

Sendika yönetimle akşam yeniden görüşecek. → body paragraph 1
İşçiler sabah limanın kapısında toplandı.  → body paragraph 2
Paylaş                                     → body paragraph 3
Facebook                                   → body paragraph 4
Kapılar kapalı                             → body paragraph 5
Twitter                                    → body paragraph 6
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 7
== a question or a sub-head above a short line
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Kapılar neden kapalı?                     → body paragraph 2
Sendikanın yanıtı                         → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
= block: ## Sendikanın yanıtı
== below a line of stars a sub-head is one
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
* * *                                     → body paragraph 2
Kapılar kapalı                            → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
= block: ## Kapılar kapalı
== the first line of the text may be a sub-head
Kuzey limanında grev başladı              → headline

Kapılar kapalı                            → body paragraph 1
İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Kapılar kapalı
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_stands_in_the_text(page: str) -> None:
    accounts.check(page)
