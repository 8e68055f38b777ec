"""Captions and credits between a headline and the first paragraph."""

from __future__ import annotations

import pytest

from digest import turkish
from digest.ingest import draft, lines, meta, photos, rules
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.split import Span

RULES = rules.load()
HEADLINE = "İşçiler bu sabah greve başladı"
GEMI = "Kuzey limanında bekleyen gemiler"
CREDITED = f"{GEMI} (AA)"
P = "Liman işçileri sabah saatlerinde kapıları kapattı ve görüşmelerin yarın süreceğini söyledi."
TWO = f"Gemiler dün geldi. Liman doldu. {GEMI} bu sabah ayrıldı"
"""A text of three sentences."""
ALONE = Span(0, 9)
"""An article whose headline stands once."""
TWICE = Span(0, 9, 0, repeats=frozenset({6}), last=8)
"""One whose head block is printed twice."""


def rows(*texts: str) -> list[Row]:
    read = lines.read(texts)
    return draft.rows(read, [RULES.find(line.key) for line in read], 0, len(read))


def take(
    texts: tuple[str, ...], n: int = 0, span: Span = ALONE, making: Draft | None = None
) -> tuple[str, str] | None:
    """Return the caption and credit that a row below the headline is taken for, or None."""
    making, page = making or Draft(), rows(HEADLINE, *texts)
    if not photos.take(making, page, n + 1, span):
        assert making.fates == {}
        return None
    kinds = [fate.kind for fate in making.fates[page[n + 1].at] if fate.kind != "repeat"]
    found = making.captions[-1]
    assert kinds == ["caption"] * bool(found.text) + ["credit"] * bool(found.credit)
    return found.text, found.credit


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((CREDITED, P), (GEMI, "AA")),
        ((f"{GEMI} Fotoğraf: Zehra Aydın", P), (GEMI, "Zehra Aydın")),
        ((CREDITED, "Limanda su yok", P), (GEMI, "AA")),
        ((CREDITED,), None),
        ((CREDITED, "Limanda su yok"), None),
        ((GEMI, P), None),
        ((f"{TWO} (AA)", P), None),
        ((f"Gemiler dün geldi. {GEMI} (AA)", P), ("Gemiler dün geldi. " + GEMI, "AA")),
        ((f"{TWO} Fotoğraf: Zehra Aydın", P), (TWO, "Zehra Aydın")),
        ((f"{'x' * 295} (AA)", P), ("x" * 295, "AA")),
        ((f"{'x' * 296} (AA)", P), None),
        ((f"Gemiler dün geldi. {GEMI} (AA)",), None),
        (("Fotoğraf: Zehra Aydın", P), None),
    ],
)
def test_one_caption_below_a_headline_is_known_by_its_credit(
    texts: tuple[str, ...], found: tuple[str, str] | None
) -> None:
    assert take(texts) == found


def test_a_paragraph_with_an_agency_behind_it_is_no_caption_in_the_middle_of_text() -> None:
    text = f"Gemiler dün geldi. {GEMI} (AA)"
    assert take((P, text, P), 1) is None
    assert take((P, "", text, P), 1) is not None
    assert take((P, text, "", P), 1) is not None
    assert take(("Limanda su yok", text, P), 1) == take((text, P), 0) is not None
    assert take((P, text, "Limanda su yok", P), 1) is not None


def test_where_the_headline_came_twice_a_line_that_comes_once_is_no_caption() -> None:
    repeats = frozenset({6})
    assert take((CREDITED, P), 0, Span(0, 9, 0, repeats, last=0)) is None
    assert take((CREDITED, CREDITED, P), 0, Span(0, 9, 0, repeats, last=0)) == (GEMI, "AA")
    assert take((CREDITED, P), 0, Span(0, 9, 0, repeats, last=1)) == (GEMI, "AA")


def test_an_article_has_one_caption_with_a_credit_unless_others_come_twice() -> None:
    kept = [Caption("Yükü bekleyen vinçler", "")]
    assert take((CREDITED, P), making=Draft(captions=[*kept])) is None
    assert take((CREDITED, CREDITED, P), making=Draft(captions=[*kept])) == (GEMI, "AA")
    assert take((CREDITED, P), making=Draft(captions=[Caption("", "AFP")])) == (GEMI, "AA")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((GEMI, GEMI, P), (GEMI, "")),
        ((GEMI, "TT", GEMI, P), (GEMI, "")),
        ((GEMI, "TT", "TT", GEMI, P), None),
        ((GEMI, "Limanda su yok", GEMI, P), None),
        ((GEMI, turkish.upper(GEMI), P), (GEMI, "")),
        (("x" * 300, "x" * 300), ("x" * 300, "")),
        (("x" * 301, "x" * 301), None),
        (("uzun " * 250, "uzun " * 250), None),
        (("uzun " * 250 + "(AA)", "kısa " * 250 + "(AA)"), None),
    ],
)
def test_a_line_that_comes_twice_is_a_caption(
    texts: tuple[str, ...], found: tuple[str, str] | None
) -> None:
    assert take(texts) == found


def test_a_headline_that_comes_twice_is_no_caption() -> None:
    assert take((GEMI, GEMI, P), span=Span(0, 9, 0, repeats=frozenset({1}))) is None


def test_a_sentence_that_comes_twice_within_a_head_block_is_the_standfirst() -> None:
    within, below = Span(0, 9, last=2), Span(0, 9, last=1)
    assert take((P, P, "Gemi"), span=within) is None
    assert take((P, P, "Gemi"), span=below) == (P, "")
    assert take((P, P, "Gemi"), span=TWICE) == (P, "")
    assert take((GEMI, GEMI, "Gemi"), span=within) == (GEMI, "")


def test_a_pictures_own_text_above_its_caption_is_one_caption_with_it() -> None:
    making = Draft()
    assert take((GEMI, CREDITED, P), making=making) == (GEMI, "")
    assert take((GEMI, CREDITED, P), 1, making=making) == ("", "AA")
    assert [fate.of for fate in making.fates[2]] == [2, 0]
    assert take((P, f"{P} (AA)", P)) is None
    assert take((GEMI, "Fotoğraf: Zehra Aydın", P)) is None
    assert take((GEMI, "Yükü bekleyen vinçler (AA)", P)) is None


def test_a_caption_whose_text_another_had_adds_its_credit_alone() -> None:
    making = Draft(captions=[Caption(GEMI, ""), Caption("Vinç", "")])
    making.seen[turkish.fold(GEMI)] = 7
    assert take((CREDITED, P), span=TWICE, making=making) == ("", "AA")
    assert making.fates[1][0].of == 7
    bare = Draft(captions=[Caption(GEMI, "")], seen={turkish.fold(GEMI): 7})
    assert take((f"{GEMI} - Sputnik Türkiye", P), span=TWICE, making=bare) == (GEMI, "")
    assert take(("Fotoğraf: Zehra Aydın", P), making=Draft(captions=[Caption("", "AFP")])) is None
    other = Draft(captions=[Caption("Vinç", "")])
    assert take((CREDITED, P), span=TWICE, making=other) == (GEMI, "AA")


def test_a_credit_that_is_glued_to_the_caption_below_it_is_the_credit_alone() -> None:
    glued = f"© AP Photo / Khalil Hamra{GEMI}"
    assert take((glued, GEMI, P)) == ("", "AP Photo / Khalil Hamra")
    assert take((glued, CREDITED, P)) == ("", "AP Photo / Khalil Hamra")
    long = f"{GEMI} üç gündür rıhtımda sıra bekliyor ve yükünü boşaltamıyor"
    assert take((f"© AP Photo / Khalil Hamra{long}", long, P)) == ("", "AP Photo / Khalil Hamra")
    assert take((glued, "Fotoğraf: Zehra Aydın", P)) is None
    assert take((glued, P)) is None
    assert take((glued,)) is None


@pytest.mark.parametrize(
    ("texts", "n", "found"),
    [
        ((GEMI, "Reuters", P), 0, (GEMI, "")),
        ((GEMI, "Reuters"), 0, (GEMI, "")),
        ((GEMI, "Demirören Haber Ajansı", P), 0, (GEMI, "")),
        ((GEMI, "Dünya", P), 0, None),
        (("Fotoğraf: Zehra Aydın", "Reuters", P), 0, None),
        ((GEMI, "Kuzey Ege Haber Ajansı", P), 0, (GEMI, "")),
        ((GEMI, "Kuzey Ege Liman Haber Ajansı", P), 0, None),
        ((GEMI, "Zehra Aydın", P), 0, None),
        (("AFP", "Reuters", P), 0, None),
        ((P, "Reuters", P), 0, None),
        ((GEMI,), 0, None),
    ],
)
def test_a_line_above_the_name_of_a_house_is_the_caption_of_its_photo(
    texts: tuple[str, ...], n: int, found: tuple[str, str] | None
) -> None:
    assert take(texts, n) == found


def test_a_line_below_the_credit_of_a_photo_is_its_caption() -> None:
    texts = ("Fotoğraf: Zehra Aydın", "Zehra Aydın", GEMI, P)
    credit = Caption("", "Zehra Aydın")
    assert take(texts, 2, making=Draft(captions=[credit])) == (GEMI, "")
    assert take(texts, 2, making=Draft(captions=[credit, Caption("", "AFP")])) is None
    assert take(texts, 2) is None
    assert take(("uzun " * 250, GEMI, P), 1, making=Draft(captions=[Caption("Vinç", "")])) is None
    assert take(texts[2:], 0, making=Draft(captions=[Caption("Vinç", "")])) is None


def test_the_caption_that_a_page_names_is_taken_whatever_it_reads_like() -> None:
    assert take((GEMI, P), making=Draft(caption=1)) == (GEMI, "")
    assert take((CREDITED, P), making=Draft(caption=1)) == (GEMI, "AA")
    assert take((P, P), making=Draft(caption=1)) == (P, "")
    assert take((GEMI, P), making=Draft(caption=2)) is None


@pytest.mark.parametrize(
    ("texts", "taken"),
    [
        ((GEMI, "Kaynak, Getty Images", P), True),
        ((GEMI, "Kaynak, Getty Images"), True),
        ((GEMI, "Fotoğraf: Zehra Aydın"), False),
        ((P, "Kaynak, Getty Images"), False),
        ((GEMI,), False),
    ],
)
def test_what_the_bbc_prints_above_a_credit_is_the_pictures_own_text(
    texts: tuple[str, ...], taken: bool
) -> None:
    making = Draft()
    assert photos.take_text(making, rows(*texts), 0) == taken == making.picture_texts
    assert [fate.rule for fates in making.fates.values() for fate in fates] == ["picture-text"] * taken  # fmt: skip
    assert not photos.take_text(making, rows("Kaynak, Getty Images", GEMI), 1)


def test_a_credit_in_the_row_below_is_a_captions_where_it_has_the_same_text() -> None:
    page = rows(GEMI, CREDITED)
    assert photos.alternative(page[0], page[1]) == Caption(GEMI, "AA")
    assert photos.alternative(page[1], page[0]) is None
    assert photos.alternative(page[1], None) is None
    assert photos.alternative(*rows("uzun " * 250, "Fotoğraf: Zehra Aydın")) is None


def test_a_caption_is_remembered_for_its_next_printing() -> None:
    making, page = Draft(), rows("Grev başladı", GEMI)
    meta.keep_caption(making, page[1], Caption(GEMI, ""))
    assert making.seen == {turkish.fold(GEMI): 2}
