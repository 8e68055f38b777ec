"""Lines that are made of names: people and places, papers."""

from __future__ import annotations

import pytest

from digest.ingest import houses, names
from digest.model import Source


@pytest.mark.parametrize(
    "text",
    [
        "Zayed Hediyye",
        "Dr. Halim Örnek",
        "Prof. Dr. Ali Arslan",
        "HAŞMET ÖRNEK",
        "Abdullah bin Zayed el-Nahyan",
        "Ali B. Can",
    ],
)
def test_a_persons_name_is_known_by_its_form(text: str) -> None:
    assert names.is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Şaşırtıcı belgeler",
        "Ankara",
        "GÖREV GÜCÜ DETAYLARI SIZDI",
        "Independent Türkçe",
        "Ali'nin Evi",
        "T24 Haber",
        "",
        "Tel Aviv",
    ],
)
def test_what_reads_otherwise_is_no_persons_name(text: str) -> None:
    assert not names.is_person(text)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Muhabir: Alper Örnek", "Alper Örnek"),
        ("Haber: Ali VELİ - Kamera: Can CAN", "Ali Veli"),
        ("Dr. Halim Örnek Independent Türkçe için yazdı", "Dr. Halim Örnek"),
        ("Ayşe Can yazdı", "Ayşe Can"),
        ("Yazan, Ayşe Can", "Ayşe Can"),
        ("(İŞÇİ-SENDİKA SERVİSİ)", "İŞÇİ-SENDİKA SERVİSİ"),
        ("BİA Haber Merkezi", "BİA Haber Merkezi"),
        ("Haber: Polis üç kişiyi gözaltına aldı.", ""),
        ("Haber: polis geldi", ""),
        ("Bu mektubu bize o yazdı", ""),
        ("Kaynak: Haber Merkezi", ""),
        ("Editör: " + "çok uzun " * 40, ""),
    ],
)
def test_a_byline_is_what_its_label_names(text: str, author: str) -> None:
    assert names.byline(text) == author


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
        ("Independent Türkçe, Reuters.", ""),
        ("Hamas'ın lideri, dedi", ""),
        ("Gazze, savaş ve barış", ""),
        ("Bundan sonra ne olacak?", ""),
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
        ("Kaynak: https://www.reuters.example/a", (Source("reuters.example", "https://www.reuters.example/a"),)),
        ("Kaynak: javascript:alert(1)", (Source("javascript:alert(1)"),)),
        ("Kaynaklar, olayın doğrulandığını söylüyor.", ()),
        ("Kaynak: bakanlıktan üst düzey bir yetkili bunu söyledi dün akşam.", ()),
    ],
)  # fmt: skip
def test_labelled_sources_keep_their_addresses(text: str, found: tuple[Source, ...]) -> None:
    assert houses.labelled_sources(text) == found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ankara", "Ankara"),
        ("İSTANBUL / ANKARA", "İstanbul/Ankara"),
        ("Tel Aviv", "Tel Aviv"),
        ("Bağ evi", ""),
        ("", ""),
    ],
)
def test_a_place_is_a_city_that_is_known(text: str, place: str) -> None:
    assert names.place(text) == place
