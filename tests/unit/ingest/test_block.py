"""What speaks for a headline, and what against it: each sign has its weight."""

from __future__ import annotations

import pytest

from digest.ingest import block, items, rules
from digest.ingest.block import Head
from digest.ingest.lines import read

RULES = rules.load()
GREV = "Kuzey limanında bu sabah grev başladı"
BODY = "İşçiler sabah limanın kapısında toplandı."
TWICE = f"{GREV}\n{GREV}\n{BODY}"
LONG = "uzun " * 61


def explore(text: str, start: int = 0) -> tuple[Head, list[items.Item]]:
    lines = read(text.split("\n"))
    every = items.items(lines, items.marks(lines, RULES))
    return block.explore(every, start), every


def score(text: str, start: int = 0) -> float:
    return explore(text, start)[0].score


PLAIN = score(TWICE)
NONE = -PLAIN


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"{GREV}\nTT\n{GREV}\n{BODY}", 3),
        (f"{GREV}\nTT\nTT\n{GREV}\nTT\n{BODY}", 3),
        (f"{GREV}\nGemi (AA)\n{GREV}\n{BODY}", 1),
        (f"{GREV}\nGemi (AA)\n{GREV}\nGemi (AA)\n{BODY}", 3),
        (f"{GREV}\nGemi (AA)\nLiman (AP)\n{GREV}\nGemi (AA)\nLiman (AP)\n{BODY}", 3),
        (f"{GREV}\nGemi (AA)\nTT\n{GREV}\nGemi (AA)\n{BODY}", 6),
        (f"{GREV}\n{GREV}\nGemi (AA)\n{BODY}", 0),
        (f"{GREV}\n{GREV}\nGemi (AA)\nGemi (AA)\n{BODY}", 3),
        (f"{GREV}\nİşçiler bekliyor\nTT\n{GREV}\nİşçiler bekliyor\n{BODY}", 4.5),
        (f"{GREV}\nHaber: Ali Veli\n{GREV}\n{BODY}", 0),
        (f"{GREV}\n{GREV} - Haber\n{BODY}", -0.5),
    ],
)
def test_widgets_and_photos_speak_for_a_headline(text: str, more: float) -> None:
    assert score(text) - PLAIN == more


@pytest.mark.parametrize(
    ("between", "less"),
    [
        ("İşçiler bekliyor", -0.5),
        ("İşçiler bekliyor\nGemiler açıkta", -2),
        ("İşçiler bekliyor\nGemiler açıkta\nYük ıslandı", -3.5),
        ("İşçiler bekliyor\nGemiler açıkta\nYük ıslandı\nSu yok", NONE),
        (BODY, -0.5),
        (f"{BODY}\n{BODY} Evet.", NONE),
        (f"{LONG}bitti", -2.5),
        (f"{'uzun ' * 119}bitti", -2.5),
        (f"{'uzun ' * 120}bitti", NONE),
    ],
)
def test_lines_between_two_printings_speak_against_it(between: str, less: float) -> None:
    assert score(f"{GREV}\n{between}\n{GREV}\n{BODY} Son.") - PLAIN == less


def test_a_long_standfirst_says_less_against_it_where_a_widget_speaks_for_it() -> None:
    assert score(f"{GREV}\n{LONG}\nTT\n{GREV}\n{BODY}") - PLAIN == 3 - 1


@pytest.mark.parametrize(
    ("headline", "more"),
    [
        ("Kuzey limanında grev başladı", -0.5),
        ("Limanda grev başladı", -1.5),
        ("Limanda grev", -2.5),
        ("Grev", -2.5),
        (f"{GREV}!", -0.5),
        *((f"{GREV}{sign}", -1.5) for sign in ":,"),
        *((f"{sign} {GREV}", -1) for sign in "-–•*"),
        (f"“{GREV}”", -1),
        (f'"{GREV}"', -1),
        (f"“{GREV}” dediler", 0),
        (f"{GREV}” dediler “evet”", 0),
        ("Independent Türkçe, Reuters", -1.5 - 3),
        (f"{LONG}bitti", -2),
    ],
)
def test_how_a_headline_reads_counts(headline: str, more: float) -> None:
    assert score(f"{headline}\n{headline}\n{BODY}") - PLAIN == more


FAR = "Gemiler açıkta bekliyor ve yük bozuluyor."


@pytest.mark.parametrize(
    ("above", "more"),
    [
        ("Menü yazısı", 0),
        ("Bir satır\nİki satır\nÜç satır", 0),
        ("Bir satır\nİki satır\nÜç satır\nDört satır", -2),
        ("Bir satır\nİki satır\nÜç satır\nDört satır\n", -1.5),
        ("Bir satır\nİki satır\nÜç satır\nDört satır\n\n", 0),
        ("Bir satır\n\nİki satır\n\nÜç satır\n\nDört satır\n", -1.5),
        ("Bir satır\n\n\nİki satır\n\n\nÜç satır\n\n\nDört satır\n\n", -1.5),
        ("Bir satır\n\n\nİki satır\n\n\nÜç satır\n\n\nDört satır\n\n\n", 0),
        (FAR, -2),
        (f"{FAR}\n", -1.5),
        (f"{FAR}\n\n", 0),
        (f"{FAR}\nIndependent Türkçe, Reuters", 0),
        ("İlgili haberler\nBir satır", -3),
    ],
)
def test_what_stands_above_a_headline_counts(above: str, more: float) -> None:
    text = f"{above}\n{TWICE}"
    start = [item.line.text for item in explore(text)[1]].index(GREV)
    assert score(text, start) - PLAIN == more


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ("", -3),
        ("Bir satır\nİki satır\nÜç satır\n", 0),
        ("Bir satır\nİki satır\nÜç satır\nDört satır\n", -3),
    ],
)
def test_a_paragraph_has_to_follow_soon(below: str, more: float) -> None:
    assert score(f"{GREV}\n{GREV}\n{below}{BODY if below else ''}") - PLAIN == more


@pytest.mark.parametrize(
    ("title", "glued"),
    [
        (f"Ali gitti. {GREV}", "Ali gitti."),
        (f"“Ali gitti” {GREV}", "“Ali gitti”"),
        (f"Independent Türkçe{GREV}", "Independent Türkçe"),
        (f"Ali gitti {GREV}", ""),
    ],
)
def test_the_end_of_the_article_above_may_be_glued_to_a_headline(title: str, glued: str) -> None:
    head, _ = explore(f"{title}\n{GREV}\n{BODY}")
    assert (head.glued, head.repeats) == (glued, [1] if glued else [])


def test_what_is_glued_has_to_leave_a_headline_of_some_length() -> None:
    assert explore(f"Ali gitti. Liman kapan\nLiman kapan\n{BODY}")[0].glued == ""
    assert explore(f"Ali gitti. Liman kapalı\nLiman kapalı\n{BODY}")[0].glued == "Ali gitti."


def test_a_head_block_ends_with_the_last_line_that_comes_again() -> None:
    text = (
        f"{GREV}\nSu bitti artık\nGemi (AA)\nTT\n{GREV}\nSu bitti artık\nGemi (AA)\n{BODY}\n{FAR}"
    )
    head, every = explore(text)
    assert (head.repeats, head.last, head.widget) == ([3], 5, True)
    assert every[head.last].line.text == "Gemi (AA)"


def test_a_line_of_the_body_that_is_the_headline_again_is_no_printing_of_it() -> None:
    text = f"{GREV}\nTT\n{GREV}\n{BODY}\n{GREV}\n{FAR}"
    assert explore(text)[0].repeats == [1]
    assert explore(f"{GREV}\nTT\n{GREV}\nSu bitti\n{GREV}\n{FAR}")[0].repeats == [1]


def test_a_head_block_ends_within_fourteen_lines() -> None:
    photos = [
        f"{name} (AA)" for name in "Ada Ben Can Dal Ela Fil Göl Han Işık Jale Kuş Lale".split()
    ]
    for count, again in ((12, [14]), (13, [])):
        between = "\n".join([*photos, "Ay (AA)", "Su (AA)"][: count + 1])
        assert explore(f"{GREV}\n{between}\n{GREV}\n{BODY}")[0].repeats == again


SENTENCE = "İşçiler iki aydır ücret alamıyor ve bekliyor."


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        (GREV, GREV),
        (f"{GREV}\nHaber: Ali Veli", GREV),
        (f"{GREV}\nHaber: Ali Veli\n22 Temmuz 2025\nReuters", GREV),
        ("Liman kapandı", SENTENCE),
        (f"{GREV}.", SENTENCE),
        ("Gemiler limanda bekliyor (AA)", SENTENCE),
        ("Independent Türkçe, Reuters", SENTENCE),
        (f"İlgili haberler\n{GREV}", SENTENCE),
    ],
)
def test_where_but_a_sentence_comes_twice_the_headline_is_above_it(
    above: str, headline: str
) -> None:
    text = f"{above}\n{SENTENCE}\n{SENTENCE}\n{BODY}"
    start = [item.line.text for item in explore(text)[1]].index(SENTENCE)
    head, every = explore(text, start)
    assert every[head.start].line.text == headline
