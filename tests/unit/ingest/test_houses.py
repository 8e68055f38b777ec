"""Papers, agencies and broadcasters, with a label before them and without."""

from __future__ import annotations

import pytest

from digest.ingest import houses
from digest.model import Source


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Independent Türkçe, Times of Israel, Reuters",
            "Independent Türkçe|Times of Israel|Reuters",
        ),
        ("Independent Türkçe,  Times of Israel", "Independent Türkçe|Times of Israel"),
        ("Independent Türkçe ve Reuters", "Independent Türkçe|Reuters"),
        ("Reuters - AFP", "Reuters|AFP"),
        ("T24, bianet", "T24|bianet"),
        ("Yerel Bir Gazete, Bilinmeyen Dergi", "Yerel Bir Gazete|Bilinmeyen Dergi"),
        ("Reuters", "Reuters"),
        ("Sahil Gazetesi", "Sahil Gazetesi"),
        ("Ali Veli", ""),
        ("Maç Sonucu | Trabzonspor", ""),
        ("Trabzonspor | Reuters", "Trabzonspor|Reuters"),
        ("Independent Türkçe, Reuters.", ""),
        ("Hamas'ın lideri, dedi", ""),
        ("Gazze, savaş ve barış", ""),
        ("Bundan sonra ne olacak?", ""),
        ('AA, Liman Dergisi"', ""),
        ("AA, Kuzey“Liman”", ""),
        ("\xa0", ""),
    ],
)
def test_sources_are_names_without_a_verb_or_full_stop(text: str, found: str) -> None:
    assert "|".join(source.name for source in houses.sources(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kaynak: Reuters, AP", (Source("Reuters"), Source("AP"))),
        ("Kaynak: aa", (Source("AA"),)),
        ("Kaynaklar: bianet", (Source("bianet"),)),
        ("Kaynak: Reuters (https://reuters.example/a)", (Source("Reuters", "https://reuters.example/a"),)),
        ("Kaynak: X - https://x.example/liman", (Source("X", "https://x.example/liman"),)),
        ("Kaynak: https://www.reuters.example/a", (Source("reuters.example", "https://www.reuters.example/a"),)),
        ("Kaynak: javascript:alert(1)", (Source("javascript:alert(1)"),)),
        ("Kaynaklar, olayın doğrulandığını söylüyor.", ()),
        ("Kaynak: bakanlıktan üst düzey bir yetkili bunu söyledi dün akşam.", ()),
    ],
)  # fmt: skip
def test_labelled_sources_keep_their_addresses(text: str, found: tuple[Source, ...]) -> None:
    assert houses.labelled_sources(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AA, Reuters:", ""), ("AA, Reuters!", ""), ("AA, Reuters?", ""),
        ("AA, DHA, AP, AFP, Reuters, BBC, CNN, NTV", "AA|DHA|AP|AFP|Reuters|BBC|CNN|NTV"),
        ("AA, DHA, AP, AFP, Reuters, BBC, CNN, NTV, TRT", ""),
        ("AA, Reuters, AA", "AA|Reuters"),
        ("DW,AFP/CÖ,HT", "DW|AFP"),
        ("DW,AFP,rtr,KNA/BÜ,JD", "DW|AFP|rtr|KNA"),
        ("DW / EŞ, DPA", "DW|DPA"),
        ("DW / DPA, CÖ", "DW|DPA"),
        ("DW / CÖŞ, DPA", "DW|DPA"),
        ("DW / AA", "DW|AA"),
        ("AA / Reuters", "AA|Reuters"),
        ("Liman / Gemi, CÖ", "Liman|Gemi|CÖ"),
        ("AA, Kanal 24", "AA|Kanal 24"),
        ("AA, of Israel", ""),
        ("AA, Journal of Ege", "AA|Journal of Ege"),
        ("AA, Radyo 3FM", "AA|Radyo 3FM"),
        ("AA, FOX", "AA|FOX"),
        ("AA, Kuzey limanında grev", ""),
        ("AA, Hamas'ın Lideri", ""),
        ("AA, Kuzey Ege Limanları Deniz Haberleri Dergisi", "AA|Kuzey Ege Limanları Deniz Haberleri Dergisi"),
        ("AA, Yeni Kuzey Ege Limanları Deniz Haberleri Dergisi", ""),
        ("AA, “Liman” Dergisi", ""),
        ('AA, Kuzey "Liman" Dergisi', ""),
        ("AA, ornekhaber.com", "AA|ornekhaber.com"),
        ("AA, Ali Veli", "AA|Ali Veli"),
        ("AA, " + "Uzunca" * 9, ""),
        ("AA, " + "Uzunca" * 40, ""),
        (", ".join(f"{name} Ege Limanları Deniz Haberleri Gazetesi" for name in "Ada Ben Can Dal Efe".split()), ""),
    ],
)  # fmt: skip
def test_a_list_of_houses_leaves_out_the_editors_who_signed_it(text: str, found: str) -> None:
    assert "|".join(source.name for source in houses.sources(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kaynak: anka", "ANKA"), ("Kaynak: Anka", "Anka"), ("Kaynak: (aa)", "AA"), ("Kaynak: bianet", "bianet"),
        ("Kaynak: Milliyet (AA)", "Milliyet (AA)"), ("Kaynak: (AA", "(AA"), ("Kaynak: liman", "liman"),
        ("Kaynak: gök", "gök"),
        ("Kaynak: AA / Güncel", "AA"), ("Kaynak: Güncel", "Güncel"), ("Kaynak: Liman / Spor", "Liman|Spor"),
        ("Kaynak: AA, Reuters", "AA|Reuters"), ("Haber Kaynağı AA", ""),
        ("Kaynak: Üst düzey bir yetkili söyledi.", "Üst düzey bir yetkili söyledi"),
        ("Kaynak: Üst düzey bir yetkili bunu söyledi.", "Üst düzey bir yetkili bunu söyledi"),
        ("Kaynak: Kuzey Ege Limanları Deniz Ticaret Odası Bürosu", "Kuzey Ege Limanları Deniz Ticaret Odası Bürosu"),
        ("Kaynak: dünya", "dünya"), ("Kaynak: hibya", "hibya"),
        ("Kaynak: Adının açıklanmasını istemeyen üst düzey bir yetkili.", ""),
        ("Kaynak: AA" + ", Reuters" * 40, ""),
    ],
)  # fmt: skip
def test_labelled_sources_are_houses_as_they_write_themselves(text: str, found: str) -> None:
    assert "|".join(source.name for source in houses.labelled_sources(text)) == found


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("AA", True, True), ("FOX", True, True), ("(Reuters)", True, False), ("bianet", True, True), ("A.A.", False, True),
        ("Kıyı Gazetesi", True, False), ("Kuzey Times", True, False), ("ornekhaber.com.tr", True, False),
        ("Ankara", False, False), ("Gazetesi kapandı", False, False),
    ],
)  # fmt: skip
def test_houses_are_known_or_say_so_and_agencies_are_known(
    text: str, outlet: bool, agency: bool
) -> None:
    assert (houses.is_outlet(text), houses.is_agency(text)) == (outlet, agency)
