"""An article in the making: its lines with what stands between them, and what they became."""

from __future__ import annotations

from digest.ingest import draft, lines, rules
from digest.ingest.draft import Draft, Row
from digest.ingest.ledger import Fate
from digest.model import Source


def rows(*texts: str) -> list[Row]:
    read = lines.read(texts)
    return draft.rows(read, [None] * len(read), 0, len(read))


def test_rows_know_the_blank_lines_above_them() -> None:
    found = rows("Liman", "", "", "Gemi", "Yük", "", "Göl", "")
    assert [(row.text, row.at, row.gap) for row in found] == [
        ("Liman", 0, 0),
        ("Gemi", 3, 2),
        ("Yük", 4, 0),
        ("Göl", 6, 1),
    ]


def test_only_lines_that_no_rule_knows_read_as_paragraphs() -> None:
    read = lines.read(["Gemiler dün geldi ve gitti.", "Gemiler dün geldi ve gitti.", "Liman"])
    found = draft.rows(read, [None, rules.Match("menu", anywhere=True), None], 0, 3)
    assert [row.paragraph for row in found] == [True, False, False]


def test_each_line_is_noted_with_what_became_of_it() -> None:
    making, (one, two) = Draft(2), rows("Liman (AA)", "Gemi")
    making.become(one, "caption", "", "credit")
    making.repeat(one, 7)
    making.drop(two, "picture-text")
    making.add_block("", [two])
    making.add_block("Gemi", [one, two])
    assert making.fates == {
        0: [
            Fate("caption", article=2),
            Fate("credit", article=2),
            Fate("repeat", of=7, article=2),
            Fate("body", paragraph=1, article=2),
        ],
        1: [
            Fate("dropped", rule="picture-text", article=2),
            Fate("dropped", rule="control-characters", article=2),
            Fate("body", paragraph=1, article=2),
        ],
    }
    assert making.body == ["Gemi"]


def test_authors_and_sources_are_there_once_whatever_their_case() -> None:
    making = Draft()
    for author in ("Ali Veli", "ALİ VELİ", "", "Ayşe Can"):
        making.add_author(author)
    making.add_sources([Source("Reuters"), Source("AA")])
    making.add_sources([Source("REUTERS"), Source("DHA")])
    assert making.authors == ["Ali Veli", "Ayşe Can"]
    assert [source.name for source in making.sources] == ["Reuters", "AA", "DHA"]


def test_a_line_goes_by_its_own_rule_unless_another_is_named() -> None:
    read = lines.read(["Ana Sayfa"])
    (row,) = draft.rows(read, [rules.Match("menu", anywhere=True)], 0, 1)
    making = Draft()
    making.drop(row)
    making.drop(row, "page-top")
    assert making.fates[0] == [
        Fate("dropped", rule="menu", article=1),
        Fate("dropped", rule="page-top", article=1),
    ]


def test_an_article_in_the_making_has_nothing_yet() -> None:
    making = Draft()
    assert (making.title, making.title_line, making.date, making.updated) == ("", 0, "", "")
    assert (making.pending, making.place, making.picture_texts) == ("", "", False)
