from __future__ import annotations

import random
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.blocks import join, normal, references, segments, split
from digest.model import Article, Image
from digest.render import dialect

PIECES = [
    "a", "ışık ", "Şu", " ", "  ", "    ", "\t", "\n", "\n\n", "\n", "\n\n", "*", "**", "_", "`",
    "[x](http://a.b/c)", "![i](a.jpg)", "[", "]", "#", "# ", "## ", "> ", ">", "- ", "+ ", "1. ",
    "* ", "---", "===", "= ", "***", "|", "a|b", "-|-", "\\", "&", "&lt;", "<b>", "<http://x>",
    "'in", "1", ":", "\u00a0", "“b”",
]  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def kinds(body: str) -> list[str]:
    return [block.kind for block in split(body)]


def texts(body: str) -> list[str]:
    return [block.text for block in split(body)]


BODY = dedent("""\
    İlk paragraf
    iki satır.

    ## Ara başlık
    Altındaki paragraf.

    > Bir söz
    >
    > ve devamı

    > ve yine

    - bir

    - iki

        içinde

    * üç
    - dört

    Başlık
    ------

    a | b
    --|--
    1 | 2

    ![Resim](a.jpg "Altyazı")

        kod

        daha kod
    ***
    Son
    """)


def test_a_body_falls_into_its_blocks() -> None:
    assert [(block.kind, block.line) for block in split(BODY)] == [
        ("paragraph", 0), ("heading", 3), ("paragraph", 4), ("quote", 6), ("list", 12),
        ("heading", 21), ("table", 24), ("image", 28), ("code", 30), ("rule", 33),
        ("paragraph", 34),
    ]  # fmt: skip


def test_a_block_is_its_lines_without_blank_lines_around() -> None:
    assert texts("\n\n  a\n\n\nb\nc  \n\n\n") == ["  a", "b\nc  "]


def test_a_loose_list_is_one_block() -> None:
    body = "- bir\n\n- iki\n\n    içinde\n\n1. üç"
    assert texts(body) == [body]


def test_a_paragraph_behind_a_list_is_not_in_it() -> None:
    assert texts("- bir\n\niki\n\n- üç") == ["- bir", "iki", "- üç"]


def test_indented_lines_are_code_but_behind_a_list() -> None:
    assert kinds("    kod") == ["code"]
    assert kinds("- bir\n\n    kod değil") == ["list"]


def test_text_and_picture_in_one_paragraph_are_a_paragraph() -> None:
    assert kinds("![a](b.jpg)") == ["image"]
    assert kinds("![a](b.jpg)\n*altyazı*") == ["paragraph"]
    assert kinds("![a\\](b.jpg)") == ["paragraph"]


def test_a_fence_is_no_code() -> None:
    assert kinds("```\na\n```") == ["paragraph"]


@pytest.mark.parametrize("body", ["", "\n", "  \n\t\n", "\u00a0", "\r\n\r\n", "\x00\x07"])
def test_nothing_makes_no_blocks(body: str) -> None:
    assert split(body) == ()
    assert join(()) == ""


def test_line_breaks_of_all_systems_part_blocks() -> None:
    assert texts("a\r\n\r\nb\r\rc") == ["a", "b", "c"]


def test_odd_characters_do_not_part_lines() -> None:
    assert texts("a\x85b\x0cc\u2028d\x00e") == ["a b c\u2028de"]


def test_joining_blocks_makes_the_body_again() -> None:
    assert join(split("a\n\n\n\n## b\nc\n")) == "a\n\n## b\n\nc\n"


def test_link_definitions_are_blocks_that_show_nothing() -> None:
    body = "[aa][x] var\n\nyok\n\n[x]: http://x.y\n[z]: http://z\n"
    assert kinds(body) == ["paragraph", "paragraph", "reference"]
    assert references(body) == "[x]: http://x.y\n[z]: http://z"
    assert [block.references for block in split(body)] == [
        "[x]: http://x.y\n[z]: http://z", "", "[x]: http://x.y\n[z]: http://z",
    ]  # fmt: skip
    assert join(split(body)) == body


def test_link_definitions_amid_a_list_stay_in_it() -> None:
    body = "- a\n\n[x]: http://x\n\n- b [x]\n\n[x]"
    assert kinds(body) == ["list", "paragraph"]
    assert split(body)[1].references == "[x]: http://x"


def one_by_one(body: str) -> str:
    html = (dialect.parse(block.text, block.references) for block in split(body))
    return "\n".join(filter(None, html))


def test_blocks_add_up_to_the_body() -> None:
    assert one_by_one(BODY) == dialect.parse(BODY)


@settings(max_examples=300, deadline=None)
@given(BODIES)
def test_any_bodys_blocks_add_up_to_it(body: str) -> None:
    assert one_by_one(body) == dialect.parse(normal(body))


def test_thousands_of_bodies_with_link_definitions_add_up_too() -> None:
    chance = random.Random(7)
    pieces = [*PIECES, "\n[a]: http://x\n", "[a]", "[b][a]"]
    for _ in range(1500):
        body = "".join(chance.choices(pieces, k=10))
        assert one_by_one(body) == dialect.parse(normal(body)), repr(body)


@given(BODIES)
def test_splitting_what_was_joined_gives_the_same_blocks(body: str) -> None:
    assert texts(join(split(body))) == texts(body)


@given(BODIES)
def test_no_line_with_text_is_lost(body: str) -> None:
    lines = [line for line in normal(body).split("\n") if line.strip()]
    kept = [line for text in texts(body) for line in text.split("\n") if line.strip()]
    assert kept == lines


@given(BODIES)
def test_a_block_tells_on_which_line_it_starts(body: str) -> None:
    lines = normal(body).split("\n")
    for block in split(body):
        assert lines[block.line] == block.text.split("\n")[0]


def test_segments_are_what_is_translated() -> None:
    article = Article(
        lang="tr",
        title="Başlık",
        summary="",
        caption="Altyazı",
        image=Image("a.jpg", "Bir liman"),
        body="Bir\n\n***\n\n    kod\n\n![](a.jpg)\n\n![Liman](b.jpg)\n\n…\n\n## Ara\n\n[a]: http://b\n",
    )
    assert [(segment.name, segment.text, segment.kind) for segment in segments(article)] == [
        ("title", "Başlık", "paragraph"),
        ("caption", "Altyazı", "paragraph"),
        ("alt", "Bir liman", "paragraph"),
        ("body-1", "Bir", "paragraph"),
        ("body-5", "![Liman](b.jpg)", "image"),
        ("body-7", "## Ara", "heading"),
    ]
