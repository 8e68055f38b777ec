"""The text of an article: its sub-heads and lists, and what of the page stands in it."""

from __future__ import annotations

import pytest

from digest.ingest import body, items
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, rows
from digest.ingest.lines import read
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
== one paragraph is a body
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
== so are one and a list
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
• Ücretler ödensin                        → body paragraph 2
• Vardiyalar kısalsın                     → body paragraph 2
= block: - Ücretler ödensin / - Vardiyalar kısalsın
== the BBC's pages have a text for each picture above its credit
Kuzey limanında grev başladı               → headline
Limandaki vinçler                          → dropped by picture-text
Kaynak, Getty Images                       → credit
Fotoğraf altı yazısı, Gemiler bekliyor     → caption
İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
Grevdeki işçiler                           → dropped by picture-text
Kaynak, Reuters                            → dropped by inline-picture
Fotoğraf altı yazısı, İşçiler kapıda       → dropped by inline-picture
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 2
Kaynak, AFP                                → dropped by inline-picture
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 3
== other pages have none
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Grevdeki işçiler                          → body paragraph 2
Kaynak, Reuters                           → dropped by inline-picture
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Grevdeki işçiler
== a byline at the end is no paragraph of the body, though it has a sentence's form
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
Haber: Ali Veli, Can Su.                  → byline
== a sentence that begins with a day is
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
23 Temmuz 2025 günü döndüler.             → body paragraph 2
== so is a sentence behind the label of an update
Kuzey limanında grev başladı                                 → headline

İşçiler sabah limanın kapısında toplandı.                    → body paragraph 1
Güncelleme: 23 Temmuz 2025 sabahı liman kapıları yeniden açıldı ve gemiler girdi. → body paragraph 2
== one line that a rule knows stays below the first paragraph
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Paylaş                                    → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== a dateline may be an agency alone
Kuzey limanında grev başladı                     → headline

(AA) - İşçiler sabah limanın kapısında toplandı. → sources, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.        → body paragraph 2
== or a city alone
Kuzey limanında grev başladı                      → headline

İZMİR - İşçiler sabah limanın kapısında toplandı. → place, body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.         → body paragraph 2
== a sub-head below a dateline and above a signed paragraph is one
Kuzey limanında grev başladı                           → headline

İZMİR (AA) - İşçiler sabah limanın kapısında toplandı. → place, sources, body paragraph 1
Kapılar kapalı                                         → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. - KARS       → place, body paragraph 3
= block: ## Kapılar kapalı
== a sub-head may begin with a city
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline

İZMİR - Liman kapandı                     → body paragraph 1
İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## İZMİR - Liman kapandı
== dashes of each kind mark a sub-head between paragraphs, unless a sentence goes on
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
– Kapılar kapalı –                         → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
— Limanın bugünü                           → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 5
- Kapılar kapalı:                          → body paragraph 6
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 7
- Kapılar kapalı…                          → body paragraph 8
Yük gemileri komşu limana yöneldi bile.    → body paragraph 9
- Kapılar kapalı                           → body paragraph 10
Limanın dışı                               → body paragraph 11
- Limanın içi                              → body paragraph 12
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 13
= block: ## Kapılar kapalı
= block: ## Limanın bugünü
== not beside what speakers say
Kuzey limanında grev başladı                 → headline

İşçiler sabah limanın kapısında toplandı.    → body paragraph 1
- Kapılar kapalı                             → body paragraph 2
- Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
– Sendika yönetimle akşam yeniden görüşecek. → body paragraph 4
- Limanın bugünü                             → body paragraph 5
Limanda yıllardır böyle bir gün görülmedi.   → body paragraph 6
— Yük gemileri komşu limana yöneldi bile.    → body paragraph 7
- Limanın dünü                               → body paragraph 8
Limanda yıllardır böyle bir gün görülmedi.   → body paragraph 9
== nor below two sentences with a colon
Kuzey limanında grev başladı                      → headline

İşçiler sabah toplandı. Akşam da şunu söylediler: → body paragraph 1
- Kapılar kapalı                                  → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.         → body paragraph 3
== below a question or a caption a sub-head is one, above a colon's end none
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → body paragraph 1
Paylaş                                     → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
- Paylaş                                   → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 5
Kapılar kapalı:                            → body paragraph 6
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 7
Grev sürüyor mu?                           → body paragraph 8
Kapılar kapalı                             → body paragraph 9
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 10
Limandaki vinçler (AA)                     → body paragraph 11
Kapılar kapalı                             → body paragraph 12
Limanda yıllardır böyle bir gün görülmedi. → body paragraph 13
= block: ## Paylaş
= block: ## Kapılar kapalı
= block: ## Kapılar kapalı
== a sub-head may begin with any letter
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
X hesabı kapandı                          → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## X hesabı kapandı
== the first line of a text may be one, whatever its end is
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline

Kapılar kapalı                            → body paragraph 1
İşçiler sabah limanın kapısında toplandı. → body paragraph 2
• Ücretler ödensin                        → body paragraph 3
• Vardiyalar kısalsın                     → body paragraph 3
= block: ## Kapılar kapalı
= block: - Ücretler ödensin / - Vardiyalar kısalsın
== also a colon
Kuzey limanında grev başladı                → headline
Haber: Ali Veli                             → byline

Kapılar kapalı                              → body paragraph 1
İşçiler sabah limanın kapısında toplandı.   → body paragraph 2
Sendika akşam toplandı. Sonra şunu söyledi: → body paragraph 3
= block: ## Kapılar kapalı
== but no line with a dash
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline

- Kapılar kapalı                          → body paragraph 1
İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== nor is a sentence with one
Kuzey limanında grev başladı                → headline

İşçiler sabah limanın kapısında toplandı.   → body paragraph 1
- Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
Sendika yönetimle akşam yeniden görüşecek.  → body paragraph 3
== nor is a line with one above a picture alone
Kuzey limanında grev başladı                    → headline

İşçiler sabah limanın kapısında toplandı.       → body paragraph 1
- Kapılar kapalı                                → body paragraph 2
Fotoğraf altı yazısı, Gemiler limanda bekliyor. → dropped by inline-picture
== long lines of few words are none either
Kuzey limanında grev başladı                                 → headline

İşçiler sabah limanın kapısında toplandı.                    → body paragraph 1
Afyonkarahisarlılaştıramadıklarımızdanmışsınızcasına Çekoslovakyalılaştıramadıklarımızdanmışsınız muvaffakiyetsizleştiricileştiriverenler → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.                    → body paragraph 3
- Afyonkarahisarlılaştıramadıklarımızdanmışsınızcasına Çekoslovakyalılaştıramadıklarımızdanmışsınız muvaffakiyetsizleştiricileştiriverenler → body paragraph 4
Sendika yönetimle akşam yeniden görüşecek.                   → body paragraph 5
== above a line that announces a list one is
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Kapılar kapalı                            → body paragraph 2
Sendika bugün şunları istedi:             → body paragraph 3
- Ücretler ödensin                        → body paragraph 4
- Vardiyalar kısalsın                     → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 5
= block: ## Kapılar kapalı
= block: - Ücretler ödensin / - Vardiyalar kısalsın
== dashes at the text's start are no list, though its end has a colon
Kuzey limanında grev başladı                → headline
Haber: Ali Veli                             → byline

- Ücretler ödensin                          → body paragraph 1
- Vardiyalar kısalsın                       → body paragraph 2
İşçiler sabah limanın kapısında toplandı.   → body paragraph 3
Sendika akşam toplandı. Sonra şunu söyledi: → body paragraph 4
== a headline with nothing but short lines is no article
Kuzey limanında bu sabah grev başladı → unplaced
TT                                    → dropped by text-size-widget
Kuzey limanında bu sabah grev başladı → unplaced

Kapılar kapalı                        → unplaced
Vinçler durdu                         → unplaced
== a list alone is a body
Kuzey limanında bu sabah grev başladı → headline
TT                                    → dropped by text-size-widget
Kuzey limanında bu sabah grev başladı → repeat of line 1

• Ücretler ödensin                    → body paragraph 1
• Vardiyalar kısalsın                 → body paragraph 1
= block: - Ücretler ödensin / - Vardiyalar kısalsın
== a line of copyright between paragraphs stays
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
© 2025 Örnek Haber                        → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
== a line known alone below three and a sub-head stays
Kuzey limanında grev başladı               → headline

Sendika yönetimle akşam yeniden görüşecek. → body paragraph 1
İşçiler sabah limanın kapısında toplandı.  → body paragraph 2
Paylaş                                     → dropped by share-widget
Facebook                                   → dropped by share-widget
Twitter                                    → dropped by share-widget
Kapılar kapalı                             → body paragraph 3
Paylaş                                     → body paragraph 4
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 5
== so do more of them where the line above announces them
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemilerin sırası şöyle:                   → body paragraph 2
Facebook                                  → body paragraph 3
Twitter                                   → body paragraph 4
Instagram                                 → body paragraph 5
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 6
== a line of copyright between paragraphs stays too
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
© Copyright Örnek Haber                   → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
"""


@pytest.mark.parametrize("page", accounts.read(PAGES))
def test_what_stands_in_the_text(page: str) -> None:
    accounts.check(page)


FIRST = "İşçiler sabah limanın kapısında toplandı."
LAST = "Gemiler açıkta bekliyor ve yük bozuluyor."


def filled(draft: Draft, *lines: str) -> Draft:
    """Read lines as the text of an article in the making."""
    clean = read(lines)
    body.read(draft, rows(clean, items.marks(clean, accounts.RULES), 0, len(clean)))
    return draft


@pytest.mark.parametrize(
    ("date", "dateline", "text"),
    [
        ("2025-07-23T11:47", "İZMİR, 23 Temmuz 2025 (AA) - ", FIRST),
        ("2025-07-22T11:47", "İZMİR, 23 Temmuz 2025 (AA) - ", f"İZMİR, 23 Temmuz 2025 (AA) - {FIRST}"),
        ("", "İZMİR, 23 Temmuz 2025 (AA) - ", FIRST),
        ("2025-07-23T11:47", "İZMİR, 23 Temmuz (AA) - ", f"İZMİR, 23 Temmuz (AA) - {FIRST}"),
        ("2025-07-23T11:47", "İZMİR (AA) - ", FIRST),
        ("", "İZMİR (AA) - ", FIRST),
        ("", "(AA) - ", FIRST),
        ("", "İZMİR - ", FIRST),
    ],
)  # fmt: skip
def test_a_dateline_goes_unless_it_states_another_day_than_the_page(
    date: str, dateline: str, text: str
) -> None:
    assert filled(Draft(date=date), dateline + FIRST, LAST).body == [text, LAST]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Kapılar kapalı", Caption("Kapılar kapalı", "")),
        ("Kapılar kapalı (AA)", Caption("Kapılar kapalı", "AA")),
    ],
)
def test_the_caption_of_a_saved_page_may_stand_in_its_text(line: str, caption: Caption) -> None:
    draft = filled(Draft(caption=1), FIRST, line, LAST)
    assert (draft.captions, draft.body) == ([caption], [FIRST, LAST])


def test_what_a_saved_page_has_as_a_sub_head_stays_as_it_stands() -> None:
    lines = (FIRST, "- Kapılar kapalı", LAST)
    assert filled(Draft(subheads=frozenset({1})), *lines).body[1] == r"## \- Kapılar kapalı"
    assert filled(Draft(), *lines).body[1] == "## Kapılar kapalı"


@pytest.mark.parametrize(
    "line",
    [
        "23 Temmuz 2025 günü döndüler.",
        "Güncelleme: 23 Temmuz 2025 11:47 liman kapıları yeniden açıldı.",
    ],
)
def test_a_last_sentence_with_a_day_is_no_line_in_doubt(line: str) -> None:
    draft = filled(Draft(), FIRST, line)
    assert (draft.body, draft.doubts) == ([FIRST, line], [])
