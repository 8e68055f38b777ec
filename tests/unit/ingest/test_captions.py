"""Captions and credits in the forms that pages print them in."""

from __future__ import annotations

import pytest

from digest.ingest.captions import (
    Caption,
    caption,
    glued_credit,
    has_credit_label,
    is_bbc_credit,
    is_credit,
    is_labelled,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sergey Lavrov. (Reuters arşiv)", Caption("Sergey Lavrov.", "Reuters arşiv")),
        ("İki lider (solda) el sıkıştı (AFP)", Caption("İki lider (solda) el sıkıştı", "AFP")),
        ("Kanal (Columbia Üniversitesi).", Caption("Kanal", "Columbia Üniversitesi")),
        ("Yeni adı X © AA", Caption("Yeni adı X", "AA")),
        ("Gemiler (AA) X", None),
        ("Gemiler (Xinhua)", Caption("Gemiler", "Xinhua")),
        ("Gemiler © TeamX", Caption("Gemiler", "TeamX")),
        ("Gemiler (© TeamX)", Caption("Gemiler", "TeamX")),
        ("Gemiler (© AA) limanda", Caption("Gemiler", "AA")),
        ("Gemiler Fotoğraf：AA", Caption("Gemiler", "AA")),
        ("Ağaç (Fotoğraf: Gülten Soylu)", Caption("Ağaç", "Gülten Soylu")),
        ("Ağaç (Fotoğraf: Nuri (AA))", Caption("Ağaç", "Nuri (AA)")),
        ("Fotoğraf: Mustafa Örnek/AA", Caption("", "Mustafa Örnek/AA")),
        ("Görsel: Pexels", Caption("", "Pexels")),
        ("FOTO: DHA", Caption("", "DHA")),
        ("Bir yük gemisiFotoğraf: M. Örnek/dpa/picture alliance", Caption("Bir yük gemisi", "M. Örnek/dpa/picture alliance")),
        ("Miting alanı | Fotoğraf: AA", Caption("Miting alanı", "AA")),
        ("© AP Photo / Khalil Örnek", Caption("", "AP Photo / Khalil Örnek")),
        ("Liman © AFP", Caption("Liman", "AFP")),
        ("Kaynak, Getty Images", Caption("", "Getty Images")),
        ("Fotoğraf altı yazısı, Gemi iki yıldır bölgede", Caption("Gemi iki yıldır bölgede", "")),
        ("Kutup istasyonu - Sputnik Türkiye, 1920, 07.08.2021", Caption("Kutup istasyonu", "")),
        ("Hesap (X/@ornek)", Caption("Hesap", "X/@ornek")),
        ("Hesap (@ornek)", Caption("Hesap", "@ornek")),
        ("Hesap (ornek.example)", Caption("Hesap", "ornek.example")),
        ("Hesap (ornek/haber)", Caption("Hesap", "ornek/haber")),
        ("Hesap (“Örnek” ajansı)", Caption("Hesap", "“Örnek” ajansı")),
        ("[Liman kapısı (AA)]", Caption("Liman kapısı", "AA")),
        ("[Liman kapısı (AA)", Caption("[Liman kapısı", "AA")),
        ("Sol (x) ve sağ (Nuri (AA))", Caption("Sol (x) ve sağ", "Nuri (AA)")),
        ("Foto: AA (arşiv)", Caption("", "AA (arşiv)")),
        ("Foto: AA).", Caption("", "AA")),
        ("Liman - © AFP", Caption("Liman", "AFP")),
        ("© AP / Multimedya arşivine gidin", Caption("", "AP")),
        ("Liman - Sputnik", Caption("Liman", "")),
        ("Fotoğraf altı: Liman kapısı (AA)", Caption("Liman kapısı", "AA")),
        ("Resimaltı: Liman", Caption("Liman", "")),
        ("Foto: Liman | Foto: AA", Caption("Foto: Liman", "AA")),
        (f"Liman ({'A' * 80})", Caption("Liman", "A" * 80)),
        (f"Liman ({'Aa ' * 8}Aa)", Caption("Liman", "Aa " * 8 + "Aa")),
    ],
)  # fmt: skip
def test_a_caption_is_parted_from_its_credit(text: str, expected: Caption) -> None:
    assert caption(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "(AA)", "Nüfus arttı (12)", "Sürecek (devam ediyor)", "Bir soru (ne oldu?)", "Dosya: Ankara",
        "Liman kapısı (AA)]", "Liman kapısı AA)", "Liman (#)", "Liman (12/5)", "Foto: Ali: Veli", "Liman Foto: devam edecek", "Liman © devam",
        "Liman (Foto: devam)", "Liman (AA!)", "Liman (AA?)", f"Liman ({'A' * 81})", f"Liman ({'Aa ' * 9}Aa)",
        "İçişleri (Bakanlığın yıl sonuna kadar sürmesi beklenen büyük denetim programı kapsamında)", ")", "((", "©",
    ],
)  # fmt: skip
def test_what_names_nobody_is_no_credit(text: str) -> None:
    assert caption(text) is None


def test_a_credit_glued_to_the_caption_below_is_cut_off() -> None:
    line = "© Sputnik / Sergey Örnek / Multimedya arşivine gidinKutup istasyonu"
    assert glued_credit(line, "Kutup istasyonu") == "Sputnik / Sergey Örnek"
    assert glued_credit("Sputnik Kutup istasyonu", "Kutup istasyonu") == ""
    assert glued_credit(line, "") == ""
    assert glued_credit(line, "Başka bir yazı") == ""


def test_some_lines_say_themselves_what_they_are() -> None:
    assert is_labelled("Fotoğraf altı yazısı, Liman")
    assert not is_labelled("Liman")
    assert has_credit_label("Liman © AA")
    assert has_credit_label("Liman | Fotoğraf: AA")
    assert not has_credit_label("Liman (AA)")
    assert is_bbc_credit("Kaynak, AA")
    assert not is_bbc_credit("Kaynak: AA")


def test_a_credit_ends_as_a_name_does() -> None:
    assert is_credit("Xinhua")
    assert not is_credit("Reuters.")
    assert not is_credit("Reuters,")


def test_a_credit_glued_to_its_caption_is_told_by_the_caption_below() -> None:
    assert glued_credit("© XinhuaGemiler bekliyor", "Gemiler bekliyor") == "Xinhua"
