"""The words of search-words.js are those of digest/search/words.py; and its forms of words."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from digest.search import words

SCRIPT = Path(__file__).parents[2] / "templates" / "static" / "search-words.js"

LETTERS = "".join(
    chr(code)
    for start, end in (
        (0x20, 0x17F), (0x18F, 0x192), (0x1C4, 0x24F), (0x1E00, 0x1EFF), (0x2000, 0x206F),
        (0x300, 0x36F),
        (0x370, 0x3FF), (0x400, 0x4FF), (0x5D0, 0x5EA), (0x621, 0x652), (0xFB00, 0xFB06),
        (0x2100, 0x214F), (0x2150, 0x218F), (0x3041, 0x30FE), (0xFF01, 0xFF5E), (0x4E00, 0x4E40),
        (0x1F110, 0x1F129),
    )
    for code in range(start, end + 1)
)  # fmt: skip
"""Letters, marks and signs of what a Turkish paper may print, and then some."""

TURKISH = "abcçdefgğhıijklmnoöprsştuüvyzâîûIİŞĞÇÖÜ'’   .,-"

ONE = (
    # query, text: one word, or a form of it
    ("lavrovun", "Lavrov"), ("Lavrov'un", "LAVROV’LA"), ("bakanlar", "Bakan"), ("bakanı", "bakan"),
    ("bakan", "Bakanlarının"), ("bakanın", "bakanlar"), ("kitap", "kitabı"), ("araba", "arabası"),
    ("çocuk", "çocuğunun"), ("mektubu", "mektuplar"), ("ateşkesi", "ateşkesten"), ("ışık", "ışığı"),
    ("görüşmelerinde", "görüşme"), ("seçimleri", "seçim"), ("okullarımız", "okul"),
    ("evlerinden", "evleri"), ("saatler", "saat"), ("harfleri", "harf"), ("Gazze", "Gazze'deki"),
    ("ankaradaki", "Ankara"), ("meclisindeki", "meclis"), ("yasağın", "yasak"),
    ("kitabın", "kitaplar"),
    ("tutukludur", "tutuklu"), ("ceasefires", "ceasefire"), ("talks", "talk"), ("talked", "talks"),
    ("countries", "country"), ("making", "makes"), ("planned", "plan"), ("killings", "killing"),
    ("wars", "war"),
    ("make", "making"), ("taxes", "tax"), ("Israel's", "israel"),
)  # fmt: skip

TWO = (
    # query, text: two words
    ("gaza", "gaz"), ("Türkiye", "Türk"), ("Rusya", "Rus"), ("Romanya", "roman"), ("Putin", "put"),
    ("ekonomi", "ekonomu"), ("ab", "abla"), ("kar ", "karar"), ("news", "new"), ("press", "pres"),
    ("İran", "İra"), ("bakanlık", "bakan"), ("Sudan", "su"), ("inşa ", "insan"), ("kar ", "kart"),
    ("Suriye", "sur"), ("milletvekili", "mill"), ("pazar", "pazı"),
)  # fmt: skip


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Tab:
    page = chromium.new_page()
    page.add_script_tag(path=SCRIPT)
    return page


def matches(tab: Tab, query: str, text: str) -> int:
    script = "({words, asked, matches}, [a, b]) => matches(asked(a)[0], words(b)[0])"
    found: int = tab.evaluate_handle("searchWords").evaluate(script, [query, text])
    return found


def same(tab: Tab, texts: list[str]) -> None:
    found = tab.evaluate("texts => texts.map(searchWords.words)", texts)
    for text, there in zip(texts, found, strict=True):
        assert set(there) == words(text), ascii(text)


def test_thousands_of_texts_have_the_same_words_in_browser_and_build(tab: Tab) -> None:
    draw = random.Random(7)
    same(tab, ["".join(draw.choices(LETTERS, k=draw.randint(1, 12))) for _ in range(6000)])
    same(tab, ["".join(draw.choices(TURKISH, k=draw.randint(1, 40))) for _ in range(6000)])


def test_every_letter_has_the_same_words_in_browser_and_build(tab: Tab) -> None:
    same(tab, [f"a{letter}b {letter} 'x{letter}" for letter in LETTERS])


@pytest.mark.parametrize(
    "text",
    ["Işık’ın", "ı\u015f\u0131k", "IS\u0327IK", "O’Brien'ın", "İ\u0307stanbul", "a\u00adb", "ΣΑΣ"],
)
def test_words_that_are_hard_to_fold_are_the_same(tab: Tab, text: str) -> None:
    same(tab, [text])


@pytest.mark.parametrize(("query", "text"), ONE)
def test_forms_of_one_word_match_either_way(tab: Tab, query: str, text: str) -> None:
    assert matches(tab, query, text) == 2
    assert matches(tab, text, query) == 2


@pytest.mark.parametrize(("query", "text"), TWO)
def test_words_that_only_look_alike_do_not_match(tab: Tab, query: str, text: str) -> None:
    assert matches(tab, query, text) == 0


def test_what_is_being_typed_matches_as_a_beginning(tab: Tab) -> None:
    assert matches(tab, "bakanl", "bakanlık") == 1
    assert matches(tab, "bakanl ", "bakanlık") == 0
    assert matches(tab, "ba", "bakan") == 0
