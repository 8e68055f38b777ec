from __future__ import annotations

import random
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.blocks import escape, normal, plain, split
from digest.render.markdown import to_html

SIGNS = [
    "a", "ı", "Ş", "söz", " ", "  ", "    ", "\n", "\t", "*", "**", "***", "_", "__", "`", "``",
    "[", "]", "(", ")", "](", "](http://a.b)", "![", "!", "#", "# ", ">", "> ", "- ", "+ ", "1. ",
    "1986. ", "* ", "---", "===", "|", "a|b", "\\", "&", "&lt;", "&amp;", "&#60;", "<", "<b>",
    "<http://x>", "<a@b.c>", "'", '"', ".", ":", "[a]: http://x", "[a]", "\u00a0", "{", "}",
    "javascript:", "\x02", "\x03", "klzzwxh:0000", "wzxhzdk:0",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join) | st.text(max_size=30)


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def collapsed(text: str) -> str:
    return " ".join(normal(text).split())


def prints_literally(text: str) -> bool:
    read = Reader(to_html(escape(text)))
    return collapsed(read.text) == collapsed(text) and set(read.tags) <= {"p"}


@pytest.mark.parametrize(
    "text",
    [
        "* yıldız", "_alt_", "1. madde", "# başlık", "> söz", "[köşeli](http://a.b)", "`kod`",
        "<b>kalın</b>", "<script>alert(1)</script>", "javascript:alert(1)", "***", "---", "___",
        "- - -", "===", "    dört boşluk", "a|b\n-|-", "Başlık\n------", "&lt;b&gt; &amp;", "\\*",
        "\\\\", "\\", "[Not]: Yalan", "**kalın** ve *eğik*", "![a](b.jpg)", "<http://a.b>",
        "+ artı", "- eksi", "a_b_c ve _d_", "12\\. 13. 14.", "`", "``a`", "C:\\_yol_\\[a]",
        "https://a.b/c_d_e?f=*g*&h=1",
    ],
)  # fmt: skip
def test_signs_of_markdown_print_literally(text: str) -> None:
    assert prints_literally(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_prints_literally(text: str) -> None:
    assert prints_literally(text), escape(text)


def test_thousands_of_texts_of_signs_print_literally() -> None:
    chance = random.Random(11)
    for _ in range(1200):
        text = "".join(chance.choices(SIGNS, k=8))
        assert prints_literally(text), repr(text)
        assert plain(escape(text)) == collapsed(text), repr(text)


@pytest.mark.parametrize(
    "text",
    [
        "Türkiye’nin “kırmızı çizgisi” – 1.250,5 (AP)",
        "2 * 3 * 4 = 24",
        "dosya_adi_1 ve DOSYA_ADI",
        "5 < 7 > 3 & <b> AT&T",
        "[köşeli] ayraç (ve bu) [...]",
        "tek * yıldız, tek _ çizgi, tek ` im",
        "*dipnot",
        "#Hamas #Gazze".replace("#H", "H"),
        "10.10.2023 günü, 3.5 puan; saat 11.47",
        "2023. 1. Lig",
        "-5 derece, +90 212, 1.",
        "C:\\Kullanıcılar\\Ad",
        "a | b",
        "adres: ad@alan.org, https://a.b/c_d",
    ],
)
def test_what_prints_as_it_is_is_left_as_it_is(text: str) -> None:
    expected = text.replace("2023. ", "2023\\. ", 1)
    assert escape(text) == expected


@given(TEXTS)
def test_an_escaped_text_is_one_paragraph(text: str) -> None:
    assert [block.kind for block in split(escape(text))] == ["paragraph"] * bool(collapsed(text))


def test_line_breaks_become_spaces() -> None:
    assert escape(" bir\niki\r\n\tüç ") == "bir iki üç"


def test_no_break_spaces_within_stay() -> None:
    assert escape("59\u00a0bin") == "59\u00a0bin"
