from __future__ import annotations

import sys
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.turkish import clean, fold, lower, plain, slug, sort_key, upper, words


@pytest.mark.parametrize(
    ("text", "small", "capital"),
    [
        ("İ", "i", "İ"),
        ("I", "ı", "I"),
        ("i", "i", "İ"),
        ("ı", "ı", "I"),
        ("IŞIK", "ışık", "IŞIK"),
        ("Işık", "ışık", "IŞIK"),
        ("İstanbul’da", "istanbul’da", "İSTANBUL’DA"),
        ("I\u0307zmir", "izmir", "I\u0307ZMİR"),
    ],
)
def test_case_follows_turkish_rules(text: str, small: str, capital: str) -> None:
    assert lower(text) == small
    assert upper(text) == capital


def test_lowering_makes_one_letter_of_one_letter() -> None:
    assert len(lower("İ")) == 1


def test_cleaning_composes_letters_that_were_pasted_in_two_parts() -> None:
    assert clean("s\u0327ehir") == "şehir"
    assert clean(normalize("NFD", "Işığı İğdır çöl")) == "Işığı İğdır çöl"


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u2003", "\u3000"])
def test_cleaning_turns_odd_spaces_into_spaces(space: str) -> None:
    assert clean(f"59{space}bin") == "59 bin"


@pytest.mark.parametrize("char", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"])
def test_cleaning_takes_invisible_characters_out(char: str) -> None:
    assert clean(f"Gaz{char}ze") == "Gazze"


def test_cleaning_composes_what_an_invisible_character_kept_apart() -> None:
    assert clean("s\u200b\u0327ehir") == "şehir"


def test_cleaning_keeps_lines_spaces_and_joined_emoji() -> None:
    family = "👨\u200d👩\u200d👧"
    assert clean(f" a  b\n\n{family}\u00a0") == f" a  b\n\n{family} "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye’nin", "TÜRKİYE'NİN"),
        ("“Lavrov” dedi", '"lavrov"  DEDİ'),
        ("a – b…", "A - b..."),
        ("Hamas`la", "Hamas‘la"),
        ("\u200bIşık\u00a0 ", "ışık"),
    ],
)
def test_texts_that_a_reader_takes_for_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_keeps_dotted_and_dotless_apart() -> None:
    assert fold("sınır") != fold("sinir")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_cleaning_and_folding_twice_change_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)
    assert is_normalized("NFC", clean(text))


def test_what_unicode_takes_apart_is_folded_at_once() -> None:
    """All 17,000 such letters and signs, and each after an i, beside marks that it may take up."""
    apart = [c for c in map(chr, range(sys.maxunicode + 1)) if normalize("NFKD", c) != c]
    for text in (*apart, *(f"i\u0307{char}\u0307\u0327" for char in apart), "i\u0307\u0307"):
        assert fold(fold(text)) == fold(text), ascii(text)
        assert plain(plain(text)) == plain(text), ascii(text)
    assert [plain(text) for text in ("🄐", "🄘", "ŉ", "ǣ", "Ǿ")] == ["(a)", "(i)", "'n", "ae", "o"]


@pytest.mark.parametrize("typed", ["isik", "ışık", "IŞIK", "Işık", "Işık'ın", "ISIK", "işik"])
def test_what_readers_type_for_one_word_is_one_word(typed: str) -> None:
    assert words(typed) == ("isik",)


@pytest.mark.parametrize("typed", ["ığdır", "igdir", "Iğdır", "IĞDIR", "Iğdır’da"])
def test_a_town_is_found_however_it_is_typed(typed: str) -> None:
    assert words(typed) == ("igdir",)


def test_plain_keeps_apostrophes_and_other_scripts() -> None:
    assert plain("Türkiye’nin Əliyev Москва") == "turkiye'nin eliyev москва"
    assert plain("Kâmil Şûrâ Straße Ødegård") == "kamil sura strasse odegard"


def test_words_leave_signs_and_suffixes_behind() -> None:
    text = "“Hamas’la bağlantı” koptu: IDF'ye 1.250 soru_işareti… 'tek'"
    assert words(text) == (
        "hamas", "baglanti", "koptu", "idf", "1", "250", "soru", "isareti", "tek",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Türkiye’nin", "turkiyenin"),
        ("Türkiye'nin", "turkiyenin"),
        ("ığdır Işığı", "igdir-isigi"),
        ("iğdır", "igdir"),
        ("İstanbul", "istanbul"),
        ("Istanbul", "istanbul"),
        ("ş ı İ ğ ç ö ü â î û", "s-i-i-g-c-o-u-a-i-u"),
        ("ŞIĞÇÖÜÂÎÛ", "sigcouaiu"),
        ("Ateşkes: Hamas’la bağlantı koptu", "ateskes-hamasla-baglanti-koptu"),
        ("../../etc/passwd", "etc-passwd"),
        ("%20'lik “artış” — 1.250,5", "20lik-artis-1-250-5"),
        ("s\u0327ehir", "sehir"),
        ("---", ""),
        ("غزة", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_slugs_are_what_a_turkish_reader_would_type(text: str, address: str) -> None:
    assert slug(text) == address


def test_a_long_slug_is_cut_between_words() -> None:
    assert slug("bir iki üç", 9) == "bir-iki"
    assert slug("bir iki üç", 10) == "bir-iki-uc"
    assert slug("bir iki üç", 7) == "bir-iki"
    assert slug("bir iki üç", 6) == "bir"
    assert slug("birikiüç", 5) == "birik"


@given(st.text(max_size=60), st.integers(0, 50))
def test_a_slug_is_short_ascii_and_stable(text: str, limit: int) -> None:
    found = slug(text, limit)
    assert len(found) <= limit
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert found == found.strip("-")
    assert "--" not in found
    assert slug(found, limit) == found
    assert bool(found) == bool(limit and slug(text))


def test_the_alphabet_is_in_its_order() -> None:
    alphabet = list("abcçdefgğhıijklmnoöpqrsştuüvwxyz")
    assert sorted(set(alphabet), key=sort_key) == alphabet
    assert sorted(map(upper, set(alphabet)), key=sort_key) == list(map(upper, alphabet))


def test_names_sort_as_in_a_turkish_dictionary() -> None:
    names = [
        "1 Mayıs", "Çankırı", "Cumhuriyet", "Dünya", "Iğdır", "ışık", "İran", "İzmir", "kar",
        "kâr", "kara", "Şam", "Suriye", "Zonguldak",
    ]  # fmt: skip
    expected = [
        "1 Mayıs", "Cumhuriyet", "Çankırı", "Dünya", "Iğdır", "ışık", "İran", "İzmir", "kar",
        "kâr", "kara", "Suriye", "Şam", "Zonguldak",
    ]  # fmt: skip
    assert sorted(names, key=sort_key) == expected


def test_quotes_do_not_move_a_title() -> None:
    assert sorted(["c", "“b”", "a"], key=sort_key) == ["a", "“b”", "c"]


@given(st.text(max_size=8), st.text(max_size=8))
def test_two_different_texts_never_tie(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)
