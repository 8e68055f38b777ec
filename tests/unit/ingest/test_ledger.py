"""The account of a dump, as a table and as JSON."""

from __future__ import annotations

import json

import pytest

from digest.ingest.ledger import Entry, Fate, Ledger, as_json, as_text

TITLE = "Kuzey limanında grev başladı"
ENTRIES = (
    Entry(1, TITLE, (Fate("headline", article=1),)),
    Entry(2, "", (Fate("blank"),)),
    Entry(3, "Fotoğraf: Örnek", (Fate("caption", article=1), Fate("credit", article=1))),
    Entry(4, TITLE, (Fate("repeat", of=1, article=1),)),
)
LEDGER = Ledger("content/raw/aa.txt", "utf-8", (), (TITLE,), ENTRIES)


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        (Fate("repeat", of=3), "repeat of line 3"),
        (Fate("dropped", rule="share-widget"), "dropped by share-widget"),
        (Fate("body", paragraph=2), "body paragraph 2"),
        (Fate("headline", article=1), "headline"),
        (Fate("front matter"), "front matter"),
    ],
)
def test_what_became_of_a_line_is_said_in_words(fate: Fate, said: str) -> None:
    assert str(fate) == said


def test_the_table_has_a_row_a_line_below_the_headlines() -> None:
    assert as_text(LEDGER) == (
        "content/raw/aa.txt (utf-8): 1 article\n"
        f"  1. {TITLE}\n"
        f"1  headline          {TITLE}\n"
        "2  blank\n"
        "3  caption, credit   Fotoğraf: Örnek\n"
        f"4  repeat of line 1  {TITLE}\n"
    )


def test_of_several_articles_each_line_says_whose_it_is() -> None:
    entries = (
        Entry(1, "Liman", (Fate("headline", article=1), Fate("headline", article=2))),
        Entry(2, "", (Fate("blank"),)),
    )
    ledger = Ledger("aa.txt", "cp1254", ("Guessed.", "Mended."), ("Liman", "Grev"), entries)
    assert as_text(ledger) == (
        "aa.txt (cp1254): 2 articles\n  1. Liman\n  2. Grev\n  note: Guessed.\n  note: Mended.\n"
        "1  1+2: headline, headline  Liman\n"
        "2  -: blank\n"
    )


def test_an_empty_dump_has_no_articles_and_no_rows() -> None:
    assert as_text(Ledger("aa.txt", "utf-8", (), (), ())) == "aa.txt (utf-8): 0 articles\n"


def test_line_numbers_stand_below_each_other() -> None:
    entries = tuple(Entry(n, "x", (Fate("unplaced"),)) for n in range(1, 11))
    rows = as_text(Ledger("aa.txt", "utf-8", (), (), entries)).split("\n")
    assert (rows[1], rows[10]) == (" 1  unplaced  x", "10  unplaced  x")


@pytest.mark.parametrize(
    ("width", "row"),
    [(26, "1  body paragraph 1  Liman"), (25, "1  body paragraph 1  Lim…"), (5, "1  b…")],
)
def test_a_row_is_cut_where_it_is_too_wide(width: int, row: str) -> None:
    entries = (Entry(1, "Liman", (Fate("body", paragraph=1),)),)
    shown = as_text(Ledger("aa.txt", "utf-8", (), (), entries), width)
    assert shown.split("\n")[1] == row


def test_a_row_has_at_most_100_characters() -> None:
    entries = (Entry(1, "a" * 1000, (Fate("body", paragraph=1),)),)
    row = as_text(Ledger("aa.txt", "utf-8", (), (), entries)).split("\n")[1]
    assert len(row) == 100


def test_control_characters_are_shown_as_spaces() -> None:
    entries = (Entry(1, "a\x1b[31m\tb", (Fate("unplaced"),)),)
    assert as_text(Ledger("aa.txt", "utf-8", (), (), entries)).endswith("1  unplaced  a [31m b\n")


def test_json_has_all_of_a_dump_and_leaves_out_what_a_fate_has_not() -> None:
    ledger = Ledger("aa.txt", "utf-8", ("Mended.",), (TITLE,), ENTRIES)
    text = as_json([ledger, ledger])
    assert text.endswith("]\n")
    assert TITLE in text
    assert '\n  "dump": "aa.txt"' in text
    first, second = json.loads(text)
    assert first == second
    assert {**first, "lines": first["lines"][2:]} == {
        "dump": "aa.txt",
        "encoding": "utf-8",
        "notes": ["Mended."],
        "articles": [TITLE],
        "lines": [
            {
                "line": 3,
                "text": "Fotoğraf: Örnek",
                "became": [{"kind": "caption", "article": 1}, {"kind": "credit", "article": 1}],
            },
            {"line": 4, "text": TITLE, "became": [{"kind": "repeat", "of": 1, "article": 1}]},
        ],
    }
