from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import blocks
from digest.model import BlockKind, Segment
from digest.translate.markup import parse, shape, write
from digest.translate.segments import Refused, questions, translated


def anything(text: str) -> bool:
    return True


def loud(text: str) -> str:
    return text.upper()


def body(text: str, kind: BlockKind = "paragraph") -> Segment:
    return Segment("body", 0, text, kind)


@pytest.mark.parametrize(
    ("kind", "text", "sent", "expected"),
    [
        ("paragraph", "geldi", ["geldi"], "GELDI"),
        ("paragraph", "bir\nsatır", ["bir satır"], "BIR SATIR"),
        ("paragraph", "bir  \nsatır", ["bir\nsatır"], "BIR  \nSATIR"),
        ("paragraph", "**çok** iyi", ["[çok] iyi"], "**ÇOK** IYI"),
        ("paragraph", "_çok_ iyi", ["[çok] iyi"], "_ÇOK_ IYI"),
        ("paragraph", "a [b](https://x.y/z_(1)) c", ["a [b] c"], "A [B](https://x.y/z_(1)) C"),
        ("paragraph", "[b][ad] c", ["[b] c"], "[B][ad] C"),
        ("paragraph", "**a *b* c**", ["[a {b} c]"], "**A *B* C**"),
        ("paragraph", "[a](u) [b](v)", ["[a] {b}"], "[A](u) [B](v)"),
        ("paragraph", "1\\. Ordu", ["1. Ordu"], "1\\. ORDU"),
        ("paragraph", "&lt;b&gt; &amp; c", ["<b> & c"], "<B> & C"),
        ("paragraph", "[a] b [c](u)", ["[a] b {c}"], "\\[A\\] B [C](u)"),
        ("heading", "## Başlık ##", ["Başlık"], "## BAŞLIK ##"),
        ("heading", "Başlık\n---", ["Başlık"], "BAŞLIK\n---"),
        ("list", "- a\n- b", ["a\nb"], "- A\n- B"),
        ("list", "1. a\n    - b\n2. c", ["a\nb\nc"], "1. A\n    - B\n2. C"),
        ("list", "- a\n  ve b\n- c", ["a ve b\nc"], "- A VE B\n- C"),
        ("quote", "> a\n> b\n>\n> c", ["a b\nc"], "> A B\n>\n> C"),
        (
            "table",
            "| a | b |\n|---|---|\n| c | 5 |",
            ["a\nb\nc"],
            "| A | B |\n|---|---|\n| C | 5 |",
        ),
        ("image", '![a](x.jpg "b")', ["a\nb"], '![A](x.jpg "B")'),
        ("image", "![a](x.jpg)", ["a"], "![A](x.jpg)"),
    ],
)
def test_markdown_keeps_its_signs_and_services_see_words(
    kind: BlockKind, text: str, sent: list[str], expected: str
) -> None:
    assert list(questions(body(text, kind), anything)) == sent
    assert translated(body(text, kind), loud, anything) == expected


@pytest.mark.parametrize(
    ("kind", "text"), [("code", "    kod"), ("rule", "---"), ("reference", "[a]: https://x.y")]
)
def test_blocks_without_words_stay(kind: BlockKind, text: str) -> None:
    assert questions(body(text, kind), anything) == ()
    assert translated(body(text, kind), loud, anything) == text.strip("\n")


def test_a_headline_is_plain_text_and_stays_plain() -> None:
    segment = Segment("title", 0, "1. *Ordu* <b> & [a](b)")
    assert translated(segment, loud, anything) == "1. *ORDU* <B> & [A](B)"


def test_addresses_of_links_are_never_sent() -> None:
    assert "secret" not in "".join(questions(body("a [b](https://x.y/secret) c"), anything))


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace("[", ""),
        lambda text: text.replace("]", ""),
        lambda text: text.replace("[", "[["),
        lambda text: text.replace("[", "").replace("]", "") + "][",
        lambda text: text + "]",
    ],
)
def test_markup_that_is_lost_is_asked_for_in_pieces(broken: Callable[[str], str]) -> None:
    asked: list[str] = []

    def ask(text: str) -> str:
        asked.append(text)
        return broken(text).upper()

    text = "Önce geldi. Bakan [Lavrov](u) dedi. Sonra gitti."
    found = translated(body(text), lambda one: ask(one) if "[" in one else loud(one), anything)
    assert shape(parse(found)) == shape(parse(text))
    assert asked == ["Önce geldi. Bakan [Lavrov] dedi. Sonra gitti."]


def test_spans_that_change_places_take_their_addresses_along() -> None:
    found = translated(body("[a](u) [b](v)"), lambda text: "{B} [A]", anything)
    assert found == "[B](v) [A](u)"


def test_spaces_within_markup_go_outside() -> None:
    assert translated(body("a **b** c"), lambda text: "A[ B ]C", anything) == "A **B** C"


def test_lines_that_do_not_come_back_as_many_are_asked_for_one_by_one() -> None:
    asked: list[str] = []

    def ask(text: str) -> str:
        asked.append(text)
        return text.replace("\n", " ").upper()

    assert translated(body("- a\n- b", "list"), ask, anything) == "- A\n- B"
    assert asked == ["a\nb", "a", "b"]


def test_a_list_whose_lines_are_refused_together_is_asked_for_one_by_one() -> None:
    def ask(text: str) -> str:
        if "\n" in text:
            raise Refused("no good")
        return text.upper()

    assert translated(body("- a\n- b", "list"), ask, anything) == "- A\n- B"


def test_a_refusal_of_a_line_is_passed_on() -> None:
    def ask(text: str) -> str:
        raise Refused("no good")

    with pytest.raises(Refused):
        translated(body("**a** b"), ask, anything)


def test_more_spans_than_brackets_are_asked_for_in_pieces() -> None:
    text = " ".join(f"**a{number}**" for number in range(12))
    assert translated(body(text), loud, anything) == text.upper()


def asked_for(
    text: str,
    fits: int = 1000,
    kind: BlockKind = "paragraph",
    answer: Callable[[str], str] = str.upper,
) -> tuple[list[str], str]:
    """Return the texts that were asked for, and the block as it was put together again."""
    asked: list[str] = []

    def ask(one: str) -> str:
        asked.append(one)
        return answer(one)

    return asked, translated(body(text, kind), ask, lambda one: len(one) <= fits)


def test_a_list_that_is_too_long_to_be_sent_at_once_is_asked_for_line_by_line() -> None:
    asked, found = asked_for("- bir iki\n- üç dört", 12, "list")
    assert (asked, found) == (["bir iki", "üç dört"], "- BIR IKI\n- ÜÇ DÖRT")
    assert asked_for("- bir iki\n- üç dört", 15, "list")[0] == ["bir iki\nüç dört"]


def test_a_list_with_a_line_that_no_brackets_are_left_for_is_asked_for_line_by_line() -> None:
    text = "- bir [x] {y} ⟦z⟧ ⟨a⟩ ⦅b⦆ 【c】 〔d〕 ⟪e⟫ **f**\n- iki"
    asked, found = asked_for(text, kind="list")
    assert asked == ["bir [x] {y} ⟦z⟧ ⟨a⟩ ⦅b⦆ 【c】 〔d〕 ⟪e⟫", "f", "iki"]
    assert found == "- BIR \\[X\\] {Y} ⟦Z⟧ ⟨A⟩ ⦅B⦆ 【C】 〔D〕 ⟪E⟫ **F**\n- IKI"


def test_a_text_that_is_too_long_is_sent_in_pieces_and_figures_among_them_are_not() -> None:
    asked, found = asked_for("Bir geldi. 12 345. Sonra gitti.", 11)
    assert (asked, found) == (["Bir geldi.", "Sonra", "gitti."], "BIR GELDI. 12 345. SONRA GITTI.")


@pytest.mark.parametrize("answer", ["[A {C}] B D", "[{A}] B C D", "[] B {C} D", "[ ] B {C} D"])
def test_spans_that_come_back_within_each_other_or_empty_are_asked_for_in_pieces(
    answer: str,
) -> None:
    text = "**a** b *c* d"
    asked, found = asked_for(text, answer=lambda one: answer if "[" in one else one.upper())
    assert (asked, found) == (["[a] b {c} d", "a", "b", "c", "d"], "**A** B *C* D")


def test_pieces_stand_apart_as_they_did_and_figures_are_not_sent() -> None:
    text = "Önce **5** geldi. Sonra 7 gitti [x](u)."
    asked, found = asked_for(text, answer=lambda one: one.replace("[", "").upper())
    assert asked[1:] == ["Önce", "geldi.", "Sonra 7 gitti", "x"]
    assert found == "ÖNCE **5** GELDI. SONRA 7 GITTI [X](u)."


def test_spans_with_a_space_between_keep_one() -> None:
    _, found = asked_for("**a** *b* c", answer=lambda one: one.replace("[", "").upper())
    assert found == "**A** *B* C"


def test_an_answer_keeps_its_first_and_last_letters() -> None:
    assert asked_for("SpaceX")[1] == "SPACEX"
    assert asked_for("Xi geldi")[1] == "XI GELDI"


def test_signs_that_an_answer_brings_along_are_no_markup() -> None:
    _, found = asked_for("**a** b", answer=lambda one: "[A*] *B")
    assert found == "**A\\*** \\*B"


def test_words_of_a_picture_are_plain_and_cannot_end_it() -> None:
    asked, found = asked_for('![a *b*](x.jpg "c")', kind="image", answer=lambda _: 'A [B]\n"C"')
    assert (asked, found) == (["a *b*\nc"], '![A (B)](x.jpg "”C”")')


def test_a_pipe_outside_a_table_is_left_alone() -> None:
    assert asked_for("a | **b**")[1] == "A | **B**"


def test_code_and_bare_addresses_stay() -> None:
    text = "a `x_y` b <https://x.y/z> c"
    keeps = translated(body(text), lambda one: one.replace("a", "A").replace("b", "B"), anything)
    assert keeps == "A `x_y` B <https://x.y/z> c"
    assert translated(body(text), loud, anything) == "A `x_y` B <https://x.y/z> C"


def test_a_pipe_in_a_cell_is_escaped() -> None:
    found = translated(
        body("| a | b |\n|---|---|\n| c | d |", "table"),
        lambda text: text.replace("c", "c|e"),
        anything,
    )
    assert found.endswith("| c\\|e | d |")


_MARKED = st.recursive(
    st.text(alphabet="abcş *_`[]()<&1.#>-", min_size=1, max_size=12),
    lambda inner: st.one_of(
        inner.map(lambda text: f"**{text}**"),
        inner.map(lambda text: f"[{text}](https://x.y/z)"),
        st.tuples(inner, inner).map(" ".join),
    ),
    max_leaves=6,
)


@given(_MARKED)
def test_what_is_taken_apart_is_put_together_again(text: str) -> None:
    nodes = parse(text)
    assert shape(parse(write(nodes))) == shape(nodes)


@given(_MARKED)
def test_an_echo_has_the_markup_of_the_question(text: str) -> None:
    for block in blocks.split(text):
        if block.kind == "paragraph":
            found = translated(body(block.text), lambda one: one, anything)
            assert shape(parse(found)) == shape(parse(" ".join(block.text.split())))


@given(st.text(max_size=200))
def test_no_answer_breaks_a_block(answer: str) -> None:
    found = translated(body("Bakan **çok** iyi."), lambda text: answer or "x", anything)
    assert len(blocks.split(found)) <= 1
