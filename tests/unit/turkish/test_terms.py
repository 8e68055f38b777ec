from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.turkish import find, finder, fold, suffix_of


def places(term: str, text: str) -> list[str]:
    return [text[start:end] for start, end in find(term, text)]


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("Erdoğan", "Erdoğan Erdoğan'ın Erdoğan’ın ERDOĞAN'A erdoğan Erdoğanlar Erdoğan'dı"),
        ("Bakan", "Bakanı Bakanları Bakanlara bakanlığın bakanlığına Bakan’dan bakandır"),
        ("kitap", "kitap kitabı kitaba kitapları kitabımızdakilerden kitapmış"),
        ("çocuk", "çocuğu çocuklar ÇOCUĞUN çocuğuyla çocuktu"),
        ("şehir", "şehri şehrin şehirde şehirlerinden şehrindeki"),
        ("hak", "hak hakkı haklar hakkında hakları"),
        ("renk", "rengi renkler renkli"),
        ("su", "suyu suyun su sularına"),
        ("saat", "saati saatler saatlik"),
        ("ışık", "ışık Işık IŞIK Işık'ın ışığı ışıklar"),
        ("İstanbul", "İSTANBUL'DA istanbul'da İstanbul’dakilerden İstanbullu İstanbul'unki"),
        ("Türkiye", "Türkiye'nin Türkiye’nin Türkiye’ye Türkiyeli TÜRKİYE'YLE"),
        ("Filistin", "Filistinli Filistinlilerin Filistin’deydi"),
        ("hükümet", "hükümetinin hükümetçe hükümetse hükümetleriyken hükümetiyle"),
        ("AB", "AB AB'ye AB’nin AB'DEN AB'dekiler"),
        ("ABD", "ABD'li ABD’nin ABD'ydi"),
        ("IDF", "IDF IDF'ye IDF’nin"),
        ("DSÖ", "DSÖ'nün DSÖ"),
        ("NATO", "NATO'nun Nato'nun NATO"),
        ("UNESCO", "Unesco’ya UNESCO'da"),
        ("2023", "2023 2023'ten 2023’te"),
        ("F-16", "F-16 F-16'lar F-16’ların"),
        ("Google", "Google'a Google’ın Google'da"),
        ("Kur'an", "Kur'an Kur’an'ın Kur'an'da"),
    ],
)
def test_a_word_is_found_with_its_suffixes(term: str, forms: str) -> None:
    assert places(term, forms) == forms.split()


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("AB", "abla ABla ab ABye Abdi ab'ye"),
        ("kar", "karar kararı Karabağ karşı akar karmaşa kar'ar"),
        ("Türk", "Türkiye Türkiye’nin Türkan"),
        ("Rus", "Rusya Rusya'nın"),
        ("gaz", "Gazze gazi gazete"),
        ("Alman", "Almanya almanak"),
        ("ada", "adam adamın aday Kanada"),
        ("at", "adı ada"),
        ("SOL", "sol solda Sol'a"),
        ("İHA", "iha ihale ihanet"),
        ("2023", "12023 20234 2023te"),
        ("sınır", "sinir siniri"),
        ("Lavrov", "Lavro avLavrov Lavrovski"),
        ("", "her şey"),
        ("…", "…"),
    ],
)
def test_a_bare_prefix_is_not_the_word(term: str, text: str) -> None:
    assert places(term, text) == []


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        (
            "Dışişleri Bakanı",
            ["Dışişleri Bakanı", "Dışişleri Bakanları'nın", "Dışişleri Bakanları’nın",
             "Dışişleri Bakanı'yla", "Dışişleri Bakanına", "DIŞİŞLERİ BAKANI'NDAN",
             "Dışişleri Bakanlarının"],
        ),
        (
            "Gazze Şeridi",
            ["Gazze Şeridi", "Gazze Şeridi'ne", "Gazze Şeridi’ndeki", "Gazze Şeridi'ndekilere",
             "Gazze\nŞeridinde", "GAZZE  ŞERİDİ’YLE"],
        ),
        ("Merkez Bankası", ["Merkez Bankası'nın", "Merkez Bankaları", "Merkez Bankasınca"]),
        ("Dışişleri Bakanlığı", ["Dışişleri Bakanlıkları", "Dışişleri Bakanlığı’nda"]),
        ("Dünya Sağlık Örgütü", ["Dünya Sağlık Örgütü'nün", "Dünya Sağlık Örgütleri"]),
        ("Birleşmiş Milletler", ["Birleşmiş Milletler'den", "Birleşmiş Milletlerin"]),
        ("Times of Israel", ["Times of Israel'e", "Times of Israel’in"]),
        ("Deyr el-Belah", ["Deyr el-Belah", "Deyr el–Belah’ta"]),
        ("AB Komisyonu", ["AB Komisyonu'nun", "AB Komisyonundan"]),
    ],
)  # fmt: skip
def test_the_last_word_of_a_term_takes_the_suffixes(term: str, forms: list[str]) -> None:
    assert places(term, "; ".join(forms)) == forms


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Dışişleri Bakanı", "Dışişleri Bakanlığı, Dışişleri, Bakanı; İçişleri Bakanı"),
        ("Gazze Şeridi", "Gazze'nin Şeridi, Gazze. Şeridi, Gazze"),
        ("AB Komisyonu", "ab komisyonu"),
    ],
)
def test_other_words_of_a_term_must_stand_as_they_are(term: str, text: str) -> None:
    assert places(term, text) == []


def test_words_are_found_in_text_pasted_in_two_part_letters() -> None:
    text = normalize("NFD", "Bugün Işığı gördü, Şeridi'ne, TÜRKİYE’NİN")
    assert [normalize("NFC", found) for found in places("ışık", text)] == ["Işığı"]
    assert [normalize("NFC", found) for found in places("Türkiye", text)] == ["TÜRKİYE’NİN"]


def test_invisible_characters_within_a_name_do_not_hide_it() -> None:
    assert places("Gazze Şeridi", "Gaz\u200bze\u00a0Şeri\u00addi’ne") == [
        "Gaz\u200bze\u00a0Şeri\u00addi’ne"
    ]


def test_quotes_and_markup_around_a_name_are_no_part_of_it() -> None:
    text = "‘İstanbul’da’ **İstanbul** _İstanbul_ 'İstanbul' (İstanbul)."
    assert places("İstanbul", text) == ["İstanbul’da"] + ["İstanbul"] * 4


def test_of_terms_that_start_at_one_place_the_longest_is_found() -> None:
    find_all = finder(["Gazze", "Gazze Şeridi", "Şeridi", "kent"])
    text = "Gazze Şeridi’nde, Gazze'de ve kentte"
    found = [(text[start:end], term) for start, end, term in find_all(text)]
    assert found == [
        ("Gazze Şeridi’nde", "Gazze Şeridi"),
        ("Gazze'de", "Gazze"),
        ("kentte", "kent"),
    ]


def test_of_words_that_could_be_meant_the_longest_is_found() -> None:
    find_all = finder(["kitap", "kitaplık"])
    assert [term for _, _, term in find_all("kitaplığı kitapları")] == ["kitaplık", "kitap"]


def test_a_finder_of_no_terms_finds_nothing() -> None:
    assert finder([])("Gazze") == ()


@pytest.mark.parametrize(
    ("term", "found", "suffix"),
    [
        ("Erdoğan", "Erdoğan", ""),
        ("Erdoğan", "Erdoğan’ın", "ın"),
        ("Erdoğan", "ERDOĞAN'IN", "ın"),
        ("kitap", "kitabı", "ı"),
        ("çocuk", "çocuklarına", "larına"),
        ("Dışişleri Bakanı", "Dışişleri Bakanları'nın", "larının"),
        ("Dışişleri Bakanı", "Dışişleri Bakanı'yla", "yla"),
        ("Gazze Şeridi", "Gazze Şeridi’ndeki", "ndeki"),
        ("Gazze Şeridi", "Gazze", ""),
        ("ABD", "ABD'nin", "nin"),
    ],
)
def test_the_suffix_of_what_was_found_is_told(term: str, found: str, suffix: str) -> None:
    assert suffix_of(term, found) == suffix


LETTERS = st.text(alphabet="abcçdeıikğnİIş'’- \u0327", max_size=25)


@given(st.lists(LETTERS, max_size=5), LETTERS)
def test_any_text_can_be_searched_for_any_terms(terms: list[str], text: str) -> None:
    found = finder(terms)(text)
    ends = [0, *(end for _, end, _ in found)]
    for before, (start, end, term) in zip(ends, found, strict=False):
        assert before <= start < end <= len(text)
        assert term in terms
        assert fold(text[start:end]).endswith(suffix_of(term, text[start:end]).strip("'"))


@given(st.text(alphabet="abcçdeıikğnş", min_size=1, max_size=8))
def test_every_word_is_found_as_it_stands(word: str) -> None:
    assert find(word, f"“{word}”, 7") == ((1, 1 + len(word)),)
