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
== a caption with its label is none
Fotoğraf altı: Limanda bekleyen gemiler   → dropped by page-top
Kuzey limanında grev başladı              → headline
İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a place with a dash may begin one
İZMİR - Kuzey limanında grev başladı      → headline
Limanın eski günleri anlatılıyor          → body paragraph 1

İşçiler sabah limanın kapısında toplandı. → body paragraph 2
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 3
= block: ## Limanın eski günleri anlatılıyor
== two words in capitals may be a name
ALİ VELİ                                  → dropped by page-top
Liman kapandı                             → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== a name of three words is none, though a date is below it
Ali Can Veli                              → dropped by page-top
23 Temmuz 2025                            → dropped by page-date
Kuzey limanında grev başladı              → headline

İşçiler sabah limanın kapısında toplandı. → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 2
== the furniture is counted above the first line that may be one
Kuzey limanında grev başladı              → headline
Limanın eski günleri                      → body paragraph 1
MENU
Haftanın en önemli haberleri              → body paragraph 2

İşçiler sabah limanın kapısında toplandı. → body paragraph 3
Gemiler açıkta bekliyor ve yük bozuluyor. → body paragraph 4
== a line of stars is none
* * *                                                        → unplaced
İşçiler sabah limanın kapısında toplandı ve açıkta bekleyen gemilere el salladı. → unplaced
== nor is a line of four sentences
Grev var. Yük var. Gemi yok. Vinç durdu.                     → unplaced

İşçiler sabah limanın kapısında toplandı ve açıkta bekleyen gemilere el salladı. → unplaced
== nor is one that fills three lines of a screen
Kuzey limanında ücretlerini iki aydır alamayan işçilerin greve çıkmasından sonra açıkta bekleyen yük gemilerinin komşu limanlara yönelmesi ve vinçlerin durması üzerine toplanan sendika yönetiminin bakanlıktan acil bir açıklama beklediğini duyurması ve bütün kentin sokaklara dökülmesi → unplaced

İşçiler sabah limanın kapısında toplandı ve açıkta bekleyen gemilere el salladı. Kuzey limanında ücretlerini iki aydır alamayan işçilerin greve çıkmasından sonra açıkta bekleyen yük gemilerinin komşu limanlara yöneldi. Grev sürüyor. → unplaced
== nor is a sentence with its source or photographer in brackets
Bakan, limanın bugün açılacağını söyledi (Reuters).          → unplaced

İşçiler sabah limanın kapısında toplandı ve açıkta bekleyen gemilere el salladı. → unplaced
== nor is one sentence alone
Kuzey limanında işçiler greve çıktı. → unplaced
== a line that a rule knows is none where nothing else can be
Haberin devamı                                               → dropped by advert

Kuzey limanında işçiler greve çıktı.                         → headline
İşçiler sabah limanın kapısında toplandı ve açıkta bekleyen gemilere el salladı. → body paragraph 1
== what the news beside it repeats is not the page's path
MENU
Limanın eski günleri anlatılıyor               → dropped by page-top
İlgili haber: Limanın eski günleri anlatılıyor → dropped by related-news
Kuzey limanında grev başladı                   → headline

İşçiler sabah limanın kapısında toplandı.      → body paragraph 1
Gemiler açıkta bekliyor ve yük bozuluyor.      → body paragraph 2
"""


@pytest.mark.parametrize("page", accounts.read(PAGES.replace("MENU\n", MENU)))
def test_which_line_is_the_headline_of_a_page(page: str) -> None:
    accounts.check(page)


RULES = rules.load()
GREV = "Kuzey limanında grev başladı"
BODY = "İşçiler sabah limanın kapısında toplandı."
OTHER = "Limanın eski günleri anlatılıyor"


SOON = "Gemiler açıkta bekliyor ve yük bozuluyor."
NEWS = "Haftanın en önemli haberleri"
TOP = "Menü\nGündem\nEkonomi\nSpor\nDünya\n"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Örnek haber\n23 Temmuz 2025\n{GREV}\n{BODY}\n{SOON}", GREV),
        (f"ALİ VELİ İSTİFA\nLimanın eski günleri\n{BODY}\n{SOON}", "ALİ VELİ İSTİFA"),
        (f"{TOP}{NEWS}\n{BODY}\nCanlı yayın\nSon durum\nBu sabah\n{GREV}\nHaber: Ali Veli\n{BODY}\n{SOON}", GREV),
        (f"{TOP}{GREV}\n{BODY}\n{SOON}\n{OTHER}\nHaber: Ali Veli\n{BODY}\n{OTHER} - Örnek\n{SOON}", GREV),
        (f"{BODY}\n{SOON}\n{GREV}\n{BODY}\n{SOON}", GREV),
        (GREV + "\nPaylaş" * 12 + f"\n{BODY}\n{SOON}", GREV),
        (f"{'Grev sürüyor. ' * 30}\n{SOON}\n{GREV}\n{BODY}\n{SOON}", None),
        (f"{'Limanda bekleyen gemiler ' * 17}(AA).\n" * 2 + f"{GREV}\n{BODY}\n{SOON}", GREV),
        (f"{GREV}\n{OTHER}", None),
        (f"Limanda işçiler bu sabah greve çıktı.\n{BODY[:-1]}", None),
        (f"Limanda işçiler bu sabah erken saatte greve çıktı.\n{BODY[9:]}", "Limanda işçiler bu sabah erken saatte greve çıktı."),
        (f"Limanda işçiler bu sabah greve çıktı.\n{BODY}\n{SOON}", "Limanda işçiler bu sabah greve çıktı."),
    ],
)  # fmt: skip
def test_the_headline_stands_above_the_second_paragraph(text: str, headline: str | None) -> None:
    lines = read(text.split("\n"))
    own = rows(lines, items.marks(lines, RULES), 0, len(lines))
    at = title.choose(own)
    assert (at if at is None else own[at].text) == headline


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
        (f"{GREV}\n{BODY}\n{BODY}\n{BODY}\n{GREV} - Sputnik Türkiye", 1),
        (f"{GREV}\nHaber: Ali Veli\n{BODY}", 0.5),
        (f"{GREV}\nGemiler bekliyor (AA)\n{BODY}", 0.5),
        (f"{GREV}\nİZMİR (AA) - {BODY}", 2),
        (f"{GREV}\n{OTHER}\n{BODY}", -2),
        (f"{GREV}\n{OTHER}\n{OTHER}\nHaber: Ali Veli\n{BODY}", 0),
        (f"{GREV}\n{OTHER}\n{OTHER}\n{OTHER}\nHaber: Ali Veli\n{BODY}", -2),
        (f"{GREV}\nHaber: Ali Veli\n23 Temmuz 2025\n{BODY}", 0.5),
        (f"{GREV}\n{GREV}\n{BODY}", 0),
    ],
)
def test_what_stands_around_a_line_speaks_for_it_or_against_it(text: str, more: float) -> None:
    assert score(text) - score(f"{GREV}\n{BODY}") == more
