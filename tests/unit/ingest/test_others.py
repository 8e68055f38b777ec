"""Where an article ends: lists of other news and comments."""

from __future__ import annotations

import pytest

from digest.ingest import draft, lines, others, rules
from digest.ingest.draft import Draft, Row

RULES = rules.load()
P = "Liman işçileri sabah saatlerinde kapıları kapattı ve görüşmelerin yarın süreceğini söyledi."
LONG = f"{P} {P} {P}"
LIST = "İlgili Haberler"
NEWS = ("Gemiler güneye gidiyor", "Fırtına bekleniyor")


def rows(*texts: str) -> list[Row]:
    read = lines.read(texts)
    return draft.rows(read, [RULES.find(line.key) for line in read], 0, len(read))


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("Paylaş", *NEWS), 1),
        ((LIST,), 1),
        ((LIST, *NEWS), 3),
        ((LIST, *NEWS, P), 3),
        ((LIST, *NEWS, LIST, "Grev"), 3),
        ((LIST, *NEWS, "", "Başka bir yazı"), 3),
        ((LIST, "", *NEWS, "", "Başka bir yazı"), 3),
        ((LIST, "", NEWS[0], "", NEWS[1], "", "Fiyatlar arttı"), 4),
        ((LIST, "", NEWS[0], "", NEWS[1], "", P), 2),
        ((LIST, "", NEWS[0], "", "Fırtına bu gece güney kıyılarında bekleniyor", "", P), 3),
        ((LIST, "", NEWS[0], "", "Fırtına bu gece kıyıda bekleniyor", "", P), 2),
        ((LIST, NEWS[0], NEWS[1], "", P), 3),
        ((LIST, "", NEWS[0], "", NEWS[1]), 3),
        ((LIST, "", NEWS[0], "", NEWS[1], "", "Haber: Ali Veli"), 3),
        ((LIST, NEWS[0], "Haber: Ali Veli", NEWS[1]), 2),
        ((LIST, P), 1),
        ((LIST, NEWS[0], "Paylaş", NEWS[1]), 4),
    ],
)
def test_a_line_that_opens_a_list_takes_the_headlines_below_it(
    texts: tuple[str, ...], count: int
) -> None:
    page, making = rows(*texts), Draft()
    assert others.drop(making, page, 0) == count
    assert list(making.fates) == [row.at for row in page[:count]]


def test_a_line_that_opens_a_list_goes_where_no_headline_follows_it() -> None:
    assert others.drop(Draft(), rows(P, "", LIST, P), 1) == 1


def test_headlines_of_a_list_go_by_its_rule_unless_they_have_their_own() -> None:
    page, making = rows(LIST, NEWS[0], "Paylaş"), Draft()
    others.drop(making, page, 0)
    assert [fate.rule for fates in making.fates.values() for fate in fates] == [
        "related-news", "related-news", "share-widget",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "end"),
    [
        ((P, P), (2, "")),
        ((P, LIST, *NEWS), (4, "")),
        ((P, "#Liman #Grev", LIST, *NEWS), (2, "related-news")),
        ((P, "Kaynak: AA", LIST, *NEWS), (2, "related-news")),
        ((P, "Tüm hakları saklıdır.", LIST, *NEWS), (2, "related-news")),
        ((P, "Paylaş", LIST, *NEWS), (5, "")),
        (("#Liman #Grev", P, LIST, *NEWS), (5, "")),
        (("#Liman #Grev", LIST, *NEWS), (4, "")),
        ((P, "#Liman #Grev", P, LIST, *NEWS), (6, "")),
        ((P, "#Liman #Grev", LIST, P, P), (5, "")),
        ((P, "#Liman #Grev", LIST, P, NEWS[0], P), (2, "related-news")),
        ((LONG, LONG, "#Liman #Grev", LIST, P, P), (3, "related-news")),
        ((P, "#Liman #Grev", LIST, f"Bolu {P}", f"Mersin {P}"), (2, "related-news")),
        ((P, "#Liman #Grev", LIST, f"Bolu {P}", P), (5, "")),
        ((P, "#Liman #Grev", LIST, f"Bolu {P.lower()}", f"Bolu {P.lower()}"), (5, "")),
        ((P, "#Liman #Grev", LIST, f"Ali {P}", f"Ali {P}"), (5, "")),
        ((P, "#Liman #Grev", LIST, P, "Paylaş", P), (6, "")),
        (("Haftaya devam", P, "#Liman #Grev", LIST, *NEWS), (3, "related-news")),
        ((P, "#Liman #Grev", "Haftaya devam", LIST, *NEWS), (3, "related-news")),
        ((P, "#Liman #Grev", "Paylaş", LIST, *NEWS), (3, "related-news")),
        ((P, LIST, *NEWS, "Yorumlar", "Misafir"), (4, "comments")),
        ((P, "Reuters", LIST, *NEWS), (5, "")),
        ((P, "AA, Reuters", LIST, *NEWS), (2, "related-news")),
        ((P, "Haber: Ali Veli", LIST, *NEWS), (2, "related-news")),
        ((LONG, "#Liman #Grev", LIST, P, P), (5, "")),
        ((P, P, P, P, "#Liman #Grev", LIST, P, P), (5, "related-news")),
        ((P, "Yorumlar", "Misafir", "Yanıtla"), (1, "comments")),
        ((P, "Yorumlar", "Liman açılsın artık", "12"), (1, "comments")),
        ((P, "Yorumlar", "Liman açılsın artık", "Yorumlar (3)"), (1, "comments")),
        ((P, "Yorumlar", f"Misafir {'a' * 31}"), (1, "comments")),
        ((P, "Yorumlar", f"Misafir {'a' * 32}"), (3, "")),
        ((P, "Yorumlar", "Liman açılsın artık", "3 saat önce"), (1, "comments")),
        ((P, "Yorumlar", "Liman açılsın artık"), (3, "")),
        (("Misafir", P, "Yorumlar", "Liman açılsın artık"), (4, "")),
    ],
)  # fmt: skip
def test_where_an_article_ends(texts: tuple[str, ...], end: tuple[int, str]) -> None:
    assert others.end(rows(*texts), Draft()) == end


def test_a_headline_printed_below_the_text_ends_an_article() -> None:
    page = rows(P, NEWS[0], LIST, *NEWS)
    assert others.end(page, Draft(title_line=1, seen={page[1].line.key: 1})) == (2, "related-news")
    assert others.end(page, Draft(title_line=1, seen={page[1].line.key: 2})) == (5, "")
