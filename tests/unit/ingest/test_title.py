"""Which line is the headline, where none comes twice."""

from __future__ import annotations

import pytest

from digest.ingest import items, rules, title
from digest.ingest.draft import rows
from digest.ingest.lines import read
from tests.unit.ingest import accounts

MENU = """\
Menü    → dropped by menu
Gündem  → dropped by menu
Ekonomi → dropped by menu
Spor    → dropped by menu
Dünya   → dropped by menu
"""
"""What stands for `MENU` in a page."""

PAGES = """
== the first line above the text is the headline
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== below more furniture the line with a byline below it is
MENU
Haftanın en önemli haberleri              → dropped by page-top
Kuzey limanında grev başladı              → headline
Haber: Ali Veli                           → byline
Limanın eski günleri anlatılıyor          → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Limanın eski günleri anlatılıyor
== the line right above the text is where more furniture stands above
MENU
Haftanın en önemli haberleri              → dropped by page-top
Limanın eski günleri anlatılıyor          → dropped by page-top
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== with four lines of furniture the first line is
Menü                                      → dropped by menu
Gündem                                    → dropped by menu
Ekonomi                                   → dropped by menu
Spor                                      → dropped by menu
Kuzey limanında grev başladı              → headline
Limanın eski günleri anlatılıyor          → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Limanın eski günleri anlatılıyor
== the line that the breadcrumb names is
Ana Sayfa > Gündem > Kuzey limanında grev başladı → dropped by breadcrumb
Haftanın en önemli haberleri                      → dropped by page-top
Kuzey limanında grev başladı                      → headline
Limanın eski günleri anlatılıyor                  → body paragraph 1

İşçiler sabah limanın kapısında toplandı.         → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.         → body paragraph 3
= block: ## Limanın eski günleri anlatılıyor
== one or two words are no headline beside longer lines
Örnek Haber                               → dropped by page-top
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== but where no line has more
Liman kapandı                             → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a line in capitals is a headline, not a name
ALİ VELİ İSTİFA                           → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a name is none
Ali Veli                                  → dropped by page-top
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== no caption, list of sources or line of tags is one
Gemiler bekliyor (AA)                     → dropped by page-top
Independent Türkçe, Reuters               → dropped by page-top
#Liman #Grev                              → tags
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a line with a colon at its end is a label
MENU
Haftanın en önemli haberleri:             → dropped by page-top
Liman işçileri grevde                     → headline
Haber: Ali Veli                           → byline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== an item of a list is none
MENU
Kuzey limanında grev başladı              → headline
• Limanın eski günleri anlatılıyor        → standfirst

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a line with a button for subscribers below it is
MENU
Haftanın en önemli haberleri              → dropped by page-top
Kuzey limanında grev başladı              → headline
Abone ol                                  → dropped by subscribe-widget
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a line below the first paragraph is none
Kuzey limanında grev başladı               → headline

İşçiler sabah limanın kapısında toplandı.  → standfirst

Limanın eski günleri anlatılıyor           → caption
Haber: Ali Veli                            → byline

Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 1
Sendika yönetimle akşam yeniden görüşecek. → body paragraph 2
== below one stray sentence there may be one
Bu sayfa sizin için hazırlandı.           → unplaced

Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a sentence is the headline where nothing else can be and longer text follows
Kuzey limanında işçiler greve çıktı.                         → headline

İşçiler sabah limanın kapısında toplandı ve açıkta bekleyen gemilere el salladı. → body paragraph 1
== but not with shorter text below it
Kuzey limanında işçiler sabah erken saatte kapıda toplanıp greve çıktı. → unplaced

İşçiler el ele verdi.                                        → unplaced
== nor with no text below it
Kuzey limanında işçiler greve çıktı. → unplaced

Gemiler açıkta                       → unplaced
== a date above the sentence does not count
23 Temmuz 2025 11:47                                         → date
Kuzey limanında işçiler greve çıktı.                         → headline

İşçiler sabah limanın kapısında toplandı ve açıkta bekleyen gemilere el salladı. → body paragraph 1
== a line that is printed again further down is
MENU
Haftanın en önemli haberleri               → dropped by page-top
Kuzey limanında grev başladı               → headline
Limanın eski günleri                       → standfirst
Kuzey limanında grev başladı | Örnek Haber → repeat of line 7
Liman                                      → body paragraph 1

İşçiler sabah limanın kapısında toplandı.  → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor.  → body paragraph 3
= block: ## Liman
== the line above a photo is
MENU
Haftanın en önemli haberleri              → dropped by page-top
Kuzey limanında grev başladı              → headline
Gemiler bekliyor (AA)                     → caption, credit
Limanın eski günleri anlatılıyor          → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Limanın eski günleri anlatılıyor
== the text that a page has for a picture is none
Menü                                      → dropped by menu
Kuzey limanı - Sputnik Türkiye            → dropped by page-top
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== nor is a dateline
İZMİR (AA) - Kuzey limanında              → dropped by page-top
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
"""


@pytest.mark.parametrize("page", accounts.read(PAGES.replace("MENU\n", MENU)))
def test_which_line_is_the_headline_of_a_page(page: str) -> None:
    accounts.check(page)


RULES = rules.load()
GREV = "Kuzey limanında grev başladı"
BODY = "İşçiler sabah limanın kapısında toplandı."
OTHER = "Limanın eski günleri anlatılıyor"


def score(text: str) -> float:
    """Return what speaks for the first line of a text being the headline."""
    lines = read(text.split("\n"))
    return title._score(rows(lines, items.marks(lines, RULES), 0, len(lines)), 0)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"Liman işçileri grevde\n{BODY}", -0.5),
        (f"Liman grevi\n{BODY}", -2),
        (f"Liman\n{BODY}", -2),
        (f"{GREV}:\n{BODY}", -1),
        *((f"{sign} {GREV}\n{BODY}", -2) for sign in "•-–"),
        (f"{GREV}\n{BODY}\n{BODY}", 0.5),
        (f"{GREV}\n{BODY}\n{f'{BODY}{chr(10)}' * 12}", 2.5),
        (f"{GREV}\nAbone ol\n{BODY}", 0.5),
        (f"{GREV}\nPaylaş\n{BODY}", 0.5),
        (f"{GREV}\nOkuma süresi 2 dk\n{BODY}", 0.5),
        (f"{GREV}\nGündem\n{BODY}", -1),
        (f"{GREV}\n{BODY}\nGündem", 0),
        (f"{GREV}\n{BODY}\nKUZEY limanında grev başladı", 2),
        (f"{GREV}\n{BODY}\n{GREV} - Örnek Haber", 2),
        (f"{GREV}\nHaber: Ali Veli\n{BODY}", 0.5),
        (f"{GREV}\nGemiler bekliyor (AA)\n{BODY}", 0.5),
        (f"{GREV}\nİZMİR (AA) - {BODY}", 2),
        (f"{GREV}\n{OTHER}\n{BODY}", -2),
        (f"{GREV}\n{OTHER}\n{OTHER}\nHaber: Ali Veli\n{BODY}", 0),
        (f"{GREV}\n{OTHER}\n{OTHER}\n{OTHER}\nHaber: Ali Veli\n{BODY}", -2),
        (GREV, -2),
    ],
)
def test_what_stands_around_a_line_speaks_for_it_or_against_it(text: str, more: float) -> None:
    assert score(text) - score(f"{GREV}\n{BODY}") == more
