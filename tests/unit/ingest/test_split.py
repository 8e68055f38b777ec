"""Where an article of a dump ends and the next begins."""

from __future__ import annotations

import itertools

import pytest

from digest.ingest import items, rules
from digest.ingest.lines import read
from digest.ingest.split import Span, split

RULES = rules.load()
ONE = "Su seviyesi on yılda dört metre düştü ve köyler boşaldı, sonra yağmur başladı."
TWO = "Balıkçılar teknelerini kıyıya çekti ve başka göllere taşınmaya karar verdi."
TEXT = f"{TWO}\n\n{ONE}"
PHOTO = "Köprüde bekleyen araçlar. (Reuters)"
HEADLINE = "Köprü bugün trafiğe kapandı"


def spans(text: str) -> tuple[list[str], tuple[Span, ...]]:
    """Return the line that each article begins with, and the articles."""
    lines = read(text.split("\n"))
    found = items.marks(lines, RULES)
    several, _ = split(lines, found, items.items(lines, found))
    assert several[0].start == 0
    assert several[-1].stop == len(lines)
    assert all(one.stop == other.start for one, other in itertools.pairwise(several))
    first = [
        next(line.text for line in lines[one.start : one.stop] if line.text) for one in several
    ]
    return first, several


def printed_twice(headline: str) -> str:
    """Return an article whose head block stands twice, as most pages print it."""
    head = f"{headline}\n\nAraçlar bekliyor: {headline}. (AA)\n"
    body = "\n\n".join(f"Belediye {n} sayfalık açıklamayı sabah yayımladı." for n in range(3))
    return f"{head}TT\n\n{head}\n{body}\n"


LIMAN, KOPRU = printed_twice("Liman yeniden açıldı"), printed_twice(HEADLINE)


def test_repetition_shows_where_articles_begin_and_which_lines_are_their_headlines() -> None:
    first, several = spans(f"{LIMAN}\n{KOPRU}")
    assert first == ["Liman yeniden açıldı", HEADLINE]
    size = LIMAN.count("\n") + 1
    assert [(one.start, one.title) for one in several] == [(0, 0), (size, size)]
    assert [one.repeats for one in several] == [{5}, {size + 5}]
    assert [(one.last, one.glued, one.numbered) for one in several] == [
        (7, "", False), (size + 7, "", False),
    ]  # fmt: skip


RESULTS = "\n".join(f"Ev {n} Konuk {n}" for n in range(20))


def test_a_paragraph_alone_between_two_head_blocks_is_the_text_of_the_first() -> None:
    headline = "Liman yeniden açıldı"
    short = f"{headline}\nTT\n{headline}\n{ONE}\n"
    assert spans(f"{short}\n{KOPRU}")[0] == [headline, HEADLINE]


def test_a_name_of_the_page_that_comes_twice_begins_no_article_though_it_is_a_sentence() -> None:
    name = "Haberin doğru adresi her gün burada."
    page = f"{name}\nTT\n{name}\n{RESULTS}\n"
    assert len(spans(f"{page}\n{KOPRU}")[1]) == 1


def test_below_a_text_size_widget_an_article_needs_no_paragraph() -> None:
    headline = "Kuzey liginde bu haftanın sonuçları"
    article = f"TT\n{headline}\nMaç başlıyor (AA)\n{headline}\nMaç başlıyor (AA)\n{RESULTS}\n"
    assert spans(f"{article}\n{KOPRU}")[0] == ["TT", HEADLINE]


@pytest.mark.parametrize(
    "above",
    [
        "Yayınlanma: 22 Temmuz 2025 11:47",
        "22 Temmuz 2025 11:47",
        "Ana Sayfa > Gündem",
        "Yayınlanma: 22 Temmuz 2025 11:47\n\nPaylaş",
        "Ana Sayfa > Gündem\nYayınlanma: 22 Temmuz 2025 11:47",
        "Ana Sayfa > Gündem\n\n\n\n",
        "Ana Sayfa > Gündem\n\n\n\n22 Temmuz 2025 11:47\n\n\n",
    ],
)
def test_a_time_or_breadcrumb_above_a_headline_belongs_to_it(above: str) -> None:
    first, several = spans(f"{LIMAN}\n{above}\n{KOPRU}")
    assert first == ["Liman yeniden açıldı", above.partition("\n")[0]]
    assert several[1].start == LIMAN.count("\n") + 1


@pytest.mark.parametrize(
    "above",
    [
        "22 Temmuz 2025",
        "Paylaş",
        "Ana Sayfa > Gündem\nİlgili Haberler",
        "Ana Sayfa > Gündem\n\n\n\n\n",
        "22 Temmuz 2025 11:47\nBunu söyleyen Ali Veli sonra sustu.",
        "Liman hakkında son söz 22 Temmuz 2025 11:47",
    ],
)
def test_what_else_stands_above_a_headline_belongs_to_the_article_above(above: str) -> None:
    assert spans(f"{LIMAN}\n{above}\n{KOPRU}")[0] == ["Liman yeniden açıldı", HEADLINE]


@pytest.mark.parametrize(
    ("above", "alone"),
    [
        (f"Göl bu yıl kuruyor\n\n{ONE}\n\n{TWO}", True),
        (f"Göl bu yıl kuruyor\n\n{TWO * 3} {TWO}", True),
        (f"Göl bu yıl kuruyor\n\n{ONE}\n\n*****\n", True),
        (f"Göl kuruyor\n\nKöyler bu yıl boşalıyor\n\n{ONE}\n\n{TWO}", True),
        (f"{ONE}\n\n{TWO}\n\nKöylüler şehirlere yerleşti ve geri dönmedi.", True),
        (f"{ONE}\n\n{TWO}", False),
        (f"Göl bu yıl kuruyor\n\n{'Uzun ' * 47}bitti.", True),
        (f"Göl bu yıl kuruyor\n\n{'Uzun ' * 46}bitti bu.", False),
        (f"Göl bu yıl kuruyor\n\n{'Uzun ' * 46}bitti bun.", False),
        (f"Göl bu yıl kuruyor\n\nBalıkçılar kıyıda bekliyor. (AA)\n\n{ONE}", False),
        (f"Göl bu yıl kuruyor\n\n{ONE}", False),
        (f"Göl bu yıl kuruyor\n\n{ONE}\n*****", False),
        (f"Göl bu yıl kuruyor\n\n{ONE}\n=====", True),
        (f"Göl bu yıl kuruyor\n\n{ONE}\n─────", True),
        (f"Göl bu yıl kuruyor\n\n{ONE}\n---", False),
        (f"Göl bu yıl kuruyor\n\n{ONE}\n*****\n\n*****", False),
        ("Göl bu yıl kuruyor\n\n\n*****\n", False),
        (f"Göl kuruyor\n\n{ONE}", False),
        (f"Göl kuruyor\n\n{ONE}\n\n{TWO}", False),
        (f"Göl kuruyor artık\n\n{ONE}\n\n{TWO}", True),
        (f"{'Uzun söz bitti. ' * 20}\n\n{ONE}\n\n{TWO}", False),
        (f"{ONE}\n\n{TWO * 3} {TWO}", False),
        (f"{ONE}\n\n{TWO}\n\nKısa satır burada", False),
        ("Göl bu yıl kuruyor\n\nKöyler de boşalıyor\n\n*****\n", False),
        ("Paylaş\n", False),
    ],
)
def test_what_stands_above_the_first_certain_headline_is_an_article_if_it_can_be(
    above: str, alone: bool
) -> None:
    first, several = spans(f"{above}\n\n{LIMAN}")
    assert len(first) == (2 if alone else 1)
    if alone:
        assert (first[1], several[0].title) == ("Liman yeniden açıldı", None)
        assert (several[0].repeats, several[0].last) == (frozenset(), 0)
        assert (several[0].glued, several[0].numbered) == ("", False)


def test_what_stands_above_is_asked_of_the_first_headline_of_several() -> None:
    assert spans(f"Paylaş\n\n{LIMAN}\n{KOPRU}")[0] == ["Paylaş", HEADLINE]
    above = f"Göl bu yıl kuruyor\n\n{ONE}\n\n{TWO}\n\n"
    found = ["Göl bu yıl kuruyor", "Liman yeniden açıldı", HEADLINE]
    assert spans(f"{above}{LIMAN}\n{KOPRU}")[0] == found


PAGE = "Örnek sitesinin günlük haberleri"
PHOTOS = f"{PAGE}\nRıhtım bugün açık (AA)\n{PAGE}\nRıhtım bugün açık (AA)"


@pytest.mark.parametrize(
    ("above", "alone"),
    [
        (PHOTOS, False),
        (f"{PHOTOS}\nKısa bir satır", False),
        (f"{PHOTOS}\n{ONE}", True),
        (PHOTOS.replace("(AA)", "(AA)."), False),
    ],
)
def test_a_headline_without_a_text_below_it_is_the_pages_name(above: str, alone: bool) -> None:
    assert len(spans(f"{above}\n\n{LIMAN}\n{KOPRU}")[1]) == 2 + alone


ABOVE = """\
Liman yeniden açıldı

Rıhtımda bekleyen gemiler sabah yükünü boşalttı ve akşam denize açıldı.

Liman yönetimi çalışmaların gelecek yıl biteceğini gazetecilere anlattı.

Vinçlerin onarımı için ayrılan para bu hafta ödendi ve işçiler geri döndü.

"""


def after(headline: str, before: str = ABOVE) -> bool:
    """Say whether another article is found to begin below an article, with a headline like this."""
    first, _ = spans(f"{before}{headline}\n")
    assert first[0] == "Liman yeniden açıldı"
    return len(first) > 1


@pytest.mark.parametrize(
    "below",
    [
        f"\n\n{HEADLINE}\n\n{TEXT}",
        f"*****\n\n{HEADLINE}\n\n{TEXT}",
        f"Independent Türkçe, Reuters\n\n{HEADLINE}\n\n{TEXT}",
        f"{HEADLINE}\n\nANKARA (AA) - {TEXT}",
        f"{HEADLINE}\n\nYayınlanma: 22 Temmuz 2025 11:47\n\n{TEXT}",
        f"{HEADLINE}\n\nGüncelleme: 22 Temmuz 2025 11:47\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\n{PHOTO}\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\nSürücüler saatlerce yolda bekledi\n\n{TEXT}",
        f"Independent Türkçe, Reuters\n\n{HEADLINE}\n\nSürücüler saatlerce yolda bekledi\n\n{TEXT}",
        f"\n\nKöprü bugün kapandı\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\n\nSürücüler saatlerce yolda bekledi\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\nKöprü dün gece kapandı.\n\nYol da açık değil artık.",
        f"---\n\n{HEADLINE}\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\n{TEXT}\n\nİlgili Haberler\nGöl bu yıl kuruyor",
        f"{HEADLINE}\n\nANKARA (AA) - {TWO * 50}",
        f"\n\n{HEADLINE}\n\nBekleyen araçlar (Reuters)\n\n{TEXT}",
        f"{HEADLINE}\n\nSürücüler bekledi\n\nYol kapalı\n\nANKARA (AA) - {TEXT}",
        f"2- {HEADLINE}\n\nANKARA (AA) - {TWO}",
        f"2) {HEADLINE}\n\nHaber: Ali VELİ\n\n{TWO}",
    ],
)
def test_a_headline_that_comes_once_begins_an_article_where_enough_says_so(below: str) -> None:
    assert after(below)


@pytest.mark.parametrize(
    "below",
    [
        f"\n{HEADLINE}\n\n{TEXT}",
        f"{HEADLINE}\n\n{TEXT}",
        f"{HEADLINE}\n\n22 Temmuz 2025\n\n{TEXT}",
        f"{HEADLINE}\n\n{TWO}\n\nANKARA (AA) - {ONE}",
        f"{HEADLINE}\n\nANKARA (AA)\n\n{TEXT}",
        f"{HEADLINE}\n\n{PHOTO}\n\n{TEXT}",
        f"*****\n\n{HEADLINE}\n\nSürücüler saatlerce yolda bekledi\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\nSürücüler saatlerce bekledi\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\nSürücüler saatlerce yolda bekledi\n\n\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\n\n\nSürücüler saatlerce yolda bekledi\n\n{TEXT}",
        f"2- {HEADLINE}\n\n{TEXT}",
        f"2- {HEADLINE}",
        f"22.07.2025 10:00\n\nANKARA (AA) - {TEXT}",
        f"\n\nBİA Haber Merkezi, Ankara\n\n22 Temmuz 2025, Salı\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\nKöprü bugün kapandı dedi.",
        f"\n\n{HEADLINE}\n\nKısa satır\n\nBir satır",
        *(f"\n\n{HEADLINE}{sign}\n\n{TEXT}" for sign in ":;,"),
        *(f"\n\nKöprü bugün kapandı{sign}\n\n{TEXT}" for sign in ":;,"),
        f"\n\n♥ ♥ ♥\n\n{TEXT}",
        f"2- Köprü kapandı. Araçlar bekledi. Yol uzadı. Polis geldi.\n\nHaber: Ali VELİ\n\n{TWO}",
        f"*****\n\n{HEADLINE}\n\nKöprüde araçlar - Sputnik Türkiye\n\n{TEXT}",
        f"{HEADLINE}\n\nANKARA - {TEXT}",
        f"{HEADLINE}\n\n22 Temmuz 2025 11:47 sularında köprüye gelen bakan uzun uzun konuştu ve akşam geri gitti\n\n{TEXT}",
        f"{HEADLINE}\n\nSürücüler bekledi\n\nYol kapalı\n\nSu yok\n\nANKARA (AA) - {TEXT}",
        f"{HEADLINE}\n\nİlgili Haberler\nGöl bu yıl kuruyor\nANKARA (AA) - {TEXT}",
        f"\n\nIndependent Türkçe, Reuters, AP\n\n{TEXT}",
        f"\n\nİlgili Haberler\n{HEADLINE}\n\n{TEXT}",
        f"\n\nİlgili Haberler\n{HEADLINE}\n\n{ONE} {TWO} {ONE}",
        f"\n\nKöprüde bugün bekleyen araçlar (Reuters)\n\n{TEXT}",
        *(f"\n\n{sign} {HEADLINE}\n\n{TEXT}" for sign in "-–•*"),
        f"\n\n{HEADLINE}\n\nSürücüler saatlerce yolda bekledi\n\nKısa bir satır burada\n\n{TEXT}",
        f"\n\n{HEADLINE}\n\nSürücüler saatlerce yolda bekledi",
        f"\n\nKöprü kapandı\n\n{TEXT}",
        f"\n\nAhmet Ali Örnek\n\n{TEXT}",
        f"\n\nKöprüden geçen araçların sayısı bu yıl azaldı.\n\n{TEXT}",
        f"\n\n{PHOTO}\n\n{TEXT}",
    ],
)
def test_less_is_a_part_of_the_article_above(below: str) -> None:
    assert not after(below)


@pytest.mark.parametrize(
    ("length", "below", "found"),
    [
        (60, f"\n\n{HEADLINE}\n\n{TEXT}", False),
        (61, f"\n\n{HEADLINE}\n\n{TEXT}", True),
        (60, f"*****\n\n{HEADLINE}\n\n{TEXT}", False),
        (61, f"*****\n\n{HEADLINE}\n\n{TEXT}", True),
        (120, f"{HEADLINE}\n\nANKARA (AA) - {TEXT}", False),
        (121, f"{HEADLINE}\n\nANKARA (AA) - {TEXT}", True),
        (30, f"Independent Türkçe, Reuters\n\n{HEADLINE}\n\n{TEXT}", True),
        (30, f"2- {HEADLINE}\n\nANKARA (AA) - {TWO}", True),
        (30, f"2- {HEADLINE}\n\nANKARA - {TWO}", False),
    ],
)
def test_the_article_above_has_to_have_text_enough(length: int, below: str, found: bool) -> None:
    words = "Su gitti " * 20
    text = f"{words[: length - 1].rstrip()}"
    text += "x" * (length - 1 - len(text)) + "."
    twice = "Liman yeniden açıldı\n\nTT\n\nLiman yeniden açıldı"
    assert after(below, f"{twice}\n\n{text}\n\n") is found


def test_buttons_for_the_size_of_text_follow_a_headline_or_its_photo() -> None:
    """Where enough stands above: they may be the first headline's own otherwise."""
    floors = ("ocak", "mart", "mayıs", "temmuz", "eylül", "kasım")
    lines = (f"Limanın {word} rıhtımı onarıldı ve gemilere açıldı.\n\n" for word in floors)
    above = ABOVE + "".join(lines)
    for below, found in (
        (f"{HEADLINE}\n\nTT\n\n{TEXT}", True),
        (f"{HEADLINE}\n\n{PHOTO}\n\nTT\n\n{TEXT}", True),
        (f"{HEADLINE}\n\n{TEXT}", False),
        (f"{HEADLINE}\n\n{PHOTO}\n\n{TEXT}", False),
    ):
        assert after(below, above) is found


def test_a_headline_printed_again_below_its_standfirst_begins_no_article() -> None:
    head = f"{HEADLINE}\n\n{ONE} {TWO}\n\nTT\n\n{HEADLINE}"
    for photo in ("", f"\n\n{PHOTO}"):
        _, several = spans(f"{head}{photo}\n\nANKARA (AA) - {TEXT}")
        assert [one.title for one in several] == [0]


def test_sources_without_a_text_above_them_end_no_article() -> None:
    assert len(spans(f"Independent Türkçe, Reuters\n\n{HEADLINE}\n\n{TEXT}\n\n{TEXT}")[1]) == 1


def test_the_gap_above_the_first_paragraph_is_none_of_the_articles() -> None:
    above = ABOVE.replace("\n\n", "\n\n\n\n\n\n", 1)
    assert after(f"\n\n{HEADLINE}\n\n{TEXT}", above)


@pytest.mark.parametrize(("length", "found"), [(60, False), (61, True)])
def test_the_article_below_has_to_have_text_too(length: int, found: bool) -> None:
    text = f"{'Su gitti ' * 6}{'x' * (length - 55)}."
    assert len(text) == length
    assert after(f"\n\n{HEADLINE}\n\n{text}") is found


def test_a_gap_parts_articles_where_it_is_the_widest() -> None:
    wide = "\n" * 4
    above = f"Liman yeniden açıldı\n\n{ONE}{wide}{TWO}{wide}{ONE}\n\n"
    assert not after(f"\n\n{HEADLINE}\n\n{TEXT}", above)
    assert after(f"\n\n\n\n{HEADLINE}\n\n{TEXT}", above)


def test_the_text_below_ends_where_another_headline_may_stand() -> None:
    short = "Sürücüler köprüde saatlerce bekledi dedi."
    assert not after(f"\n\n{HEADLINE}\n\n{short}\n\nBir başka ara başlık\n\n{TEXT}")
    assert after(f"\n\n{HEADLINE}\n\n{short}\n\n{short}\n\nBir başka ara başlık\n\n{TEXT}")
    assert after(f"\n\n{HEADLINE}\n\n{TWO}\n\nBir başka ara başlık\n\n{TEXT}")


def test_headlines_of_a_bulletin_bear_their_numbers() -> None:
    bulletin = "\n\n".join(
        f"{n}- {HEADLINE} {word}\n\nANKARA (AA) - {TEXT}"
        for n, word in enumerate(("dün", "hemen", "artık"), 1)
    )
    first, several = spans(f"{bulletin}\n")
    assert [line[:2] for line in first] == ["1-", "2-", "3-"]
    assert all(one.numbered for one in several)


def test_a_span_moves_with_all_that_it_says() -> None:
    span = Span(1, 6, 2, frozenset({3, 4}), 4, glued="x", numbered=True)
    assert span.moved(10) == Span(11, 16, 12, frozenset({13, 14}), 14, glued="x", numbered=True)
    assert Span(0, 3).moved(2) == Span(2, 5, None, frozenset(), 2)
