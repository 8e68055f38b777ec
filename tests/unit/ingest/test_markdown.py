"""Dumps in Markdown: what their head says, in the words of this site and of other generators."""

from __future__ import annotations

import pytest

from digest.errors import IngestError
from digest.ingest import markdown
from digest.ingest.decode import Text
from digest.ingest.parse import Parsed
from digest.model import Story


def parsed(text: str) -> Parsed | None:
    return markdown.parse(Text(tuple(text.split("\n")), "utf-8"), "x.md", "tr")


def found(text: str) -> Parsed:
    result = parsed(text)
    assert result is not None
    return result


def story(head: str) -> Story:
    (only,) = found(f"---\ntitle: Liman\n{head}\n---\nGemi geldi.").stories
    return only


def accounts(text: str) -> list[str]:
    return [str(entry.fates[0]) for entry in found(text).ledger.entries]


@pytest.mark.parametrize(
    "text",
    ["", "\n \n", "Liman açıldı\n\nGemi geldi.", "Liman açıldı\n\nGemi geldi.\n\n---\n\nSonra gitti.", "#Liman #Gemi\n\nGemi geldi.", "---\nGemi geldi.", "\n---\ntitle: x\n---\nGemi.", "## Liman\n\nGemi."],
)  # fmt: skip
def test_what_has_neither_a_headline_nor_a_closed_head_is_no_markdown(text: str) -> None:
    assert parsed(text) is None


def test_a_first_heading_is_the_headline_and_paragraphs_are_counted() -> None:
    text = "\n#  Liman *yeniden* açıldı ##\n\nGemi geldi.\nYük indi.  \n\n\nSonra gitti.\n"
    (only,) = found(text).stories
    assert (only.original.title, only.original.lang) == ("Liman yeniden açıldı", "tr")
    assert only.id == ""
    assert only.original.body == "Gemi geldi.\nYük indi.\n\n\nSonra gitti.\n"
    assert found(text).ledger.titles == ("Liman yeniden açıldı",)
    assert accounts(text) == [
        "blank", "headline", "blank", "body paragraph 1", "body paragraph 1", "blank", "blank",
        "body paragraph 2", "blank",
    ]  # fmt: skip


def test_the_head_is_accounted_for_as_front_matter_and_the_body_follows_it_at_once() -> None:
    text = "---\ntitle: Liman\n\n---\nGemi geldi.\n\nSonra gitti."
    assert accounts(text) == [
        "front matter", "front matter", "blank", "front matter", "body paragraph 1", "blank",
        "body paragraph 2",
    ]  # fmt: skip
    assert {e.fates[0].article for e in found(text).ledger.entries if e.text} == {1}


def test_a_heading_below_a_head_without_a_title_is_the_headline() -> None:
    text = "---\nauthor: Ali Veli\n---\n# Liman\n\nGemi geldi."
    (only,) = found(text).stories
    assert (only.original.title, only.original.body) == ("Liman", "Gemi geldi.\n")
    assert accounts(text)[:5] == ["front matter"] * 4 + ["blank"]
    (only,) = found("---\n---\n# Liman\nGemi geldi.").stories
    assert (only.original.title, only.original.body) == ("Liman", "Gemi geldi.\n")


def test_every_line_is_in_the_account_with_its_number() -> None:
    text = "\n# Liman\n\nXi Jinping geldi.\nSonra gitti.\n"
    entries = found(text).ledger.entries
    assert [(entry.line, entry.text) for entry in entries] == list(enumerate(text.split("\n"), 1))
    assert found(text).stories[0].original.body == "Xi Jinping geldi.\nSonra gitti.\n"


@pytest.mark.parametrize("text", ["# Liman\n\n \n", "---\ntitle: Liman\n---\n"])
def test_a_headline_without_a_text_is_refused(text: str) -> None:
    with pytest.raises(IngestError) as error:
        parsed(text)
    assert (error.value.message, error.value.line) == ("it has a headline and no text.", 1)


def test_a_head_without_a_title_says_what_to_do() -> None:
    with pytest.raises(IngestError) as error:
        parsed("---\nauthor: Ali\n---\nGemi geldi.")
    assert (error.value.message, error.value.line) == ("its front matter has no title.", 1)
    assert error.value.hint == "Write `title: …` into it, or `# …` as the first line below it."


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("# Liman\n\n \n", "it has a headline and no text.", 1),
        ("---\ntitle: Liman\n---\n", "it has a headline and no text.", 1),
        ("---\nauthor: Ali\n---\nGemi geldi.", "its front matter has no title.", 1),
        ("---\ntitle: [\n---\nGemi geldi.", "", 2),
    ],
)
def test_a_dump_without_headline_or_text_is_refused(text: str, message: str, line: int) -> None:
    with pytest.raises(IngestError) as error:
        parsed(text)
    assert message in error.value.message
    assert error.value.line is not None
    assert error.value.line >= line
    assert error.value.hint or "no text" in message


@pytest.mark.parametrize("name", ["summary", "description", "subtitle", "excerpt", "lead", "Lead"])
def test_a_standfirst_has_many_names(name: str) -> None:
    assert story(f"{name}: Gemi   geldi").original.summary == "Gemi geldi"


@pytest.mark.parametrize("name", ["author", "authors", "byline"])
@pytest.mark.parametrize(
    ("value", "author"),
    [("Ali Veli", "Ali Veli"), ("[Ali Veli, Ayşe Can, Ali Veli]", "Ali Veli, Ayşe Can"), ("[{name: Ali Veli}, {x: y}]", "Ali Veli")],
)  # fmt: skip
def test_authors_are_a_name_or_a_list_of_names(name: str, value: str, author: str) -> None:
    assert story(f"{name}: {value}").original.author == author


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        ("tags: [liman, gemi]", ("liman", "gemi")),
        ("keywords: liman kapısı, gemi", ("liman kapısı", "gemi")),
        ("categories: liman gemi", ("liman", "gemi")),
        ("tags: []\nkeywords: liman", ("liman",)),
        ("", ()),
    ],
)
def test_tags_are_a_list_or_words_with_commas_or_spaces(head: str, tags: tuple[str, ...]) -> None:
    assert story(head).tags == tags


@pytest.mark.parametrize("name", ["source", "sources"])
def test_sources_are_names_whole(name: str) -> None:
    assert [s.name for s in story(f"{name}: Independent Türkçe").sources] == ["Independent Türkçe"]
    assert [s.name for s in story(f"{name}: [AA, Reuters]").sources] == ["AA", "Reuters"]


def test_places_and_photos_keep_their_names() -> None:
    original = story("location: İzmir\ncaption: Gemi\ncredit: AA").original
    assert (original.place, original.caption, original.credit) == ("İzmir", "Gemi", "AA")
    assert story("place: İzmir\nlead: [a, b]\ncaption: {a: b}").original.place == "İzmir"
    assert story("lead: [a, b]\ncaption: {a: b}").original.summary == ""


@pytest.mark.parametrize(
    ("field", "names"),
    [("date", "date pubDate published"), ("updated", "updated lastmod last_modified_at modified")],
)
def test_dates_are_found_under_the_names_of_other_generators(field: str, names: str) -> None:
    for name in names.split():
        only = story(f"{name}: 2025-07-22 11:47:00 UTC")
        assert {"date": only.date, "updated": only.updated}[field] == "2025-07-22T11:47+00:00"
        assert found(f"---\ntitle: Liman\n{name}: 2025-07-22\n---\nGemi geldi.").problems == ()


def test_a_date_that_is_none_is_left_out_and_said() -> None:
    result = found("---\ntitle: Liman\ndate: dün\nlastmod: bugün\n---\nGemi geldi.")
    assert (result.stories[0].date, result.stories[0].updated) == ("", "")
    assert [(p.severity, p.code, p.message, p.path, p.line) for p in result.problems] == [
        ("note", "import-doubt", 'its date "dün" is no date, and was left out.', "x.md", 1),
        ("note", "import-doubt", 'its updated "bugün" is no date, and was left out.', "x.md", 1),
    ]


@pytest.mark.parametrize("name", ["title", "headline", "Title"])
def test_a_headline_has_two_names(name: str) -> None:
    (only,) = found(f"---\n{name}: Liman\n---\nGemi geldi.").stories
    assert only.original.title == "Liman"


def test_a_head_may_be_long() -> None:
    many = "\n".join(f"- gemi {n}" for n in range(190))
    assert len(story(f"tags:\n{many}").tags) == 190


def pasted(*lines: str) -> Parsed | None:
    return markdown.pasted(Text(lines, "utf-8"), "x.txt", "tr")


@pytest.mark.parametrize(
    "text",
    ["", "Liman açıldı\n\n# Gemi geldi\n\nYük indi.", "#Liman açıldı\n\nGemi geldi.", "# Liman\n\nGemi geldi.", "# Liman açıldı # Gemi\n\nGemi geldi.", "## Liman açıldı\n\nGemi geldi.", "# Liman açıldı\n\n# Gemi geldi\n\n"],
)  # fmt: skip
def test_a_text_that_begins_otherwise_is_read_as_other_dumps_are(text: str) -> None:
    assert pasted(*text.split("\n")) is None


def test_each_first_heading_of_pasted_markdown_with_a_text_begins_an_article() -> None:
    result = pasted(
        "", "# Haber sitesi", " ## Gündem", "# Liman *yeniden* açıldı", "", "Gemi geldi.", "", "## Yük", "",
        "İndi.", "# Hava güzel", "Güneş açtı.", "", "# İki söz", "# Tek", "", "Son.",
    )  # fmt: skip
    assert result is not None
    assert [(s.original.title, s.original.body) for s in result.stories] == [
        ("Liman yeniden açıldı", "Gemi geldi.\n\n## Yük\n\nİndi.\n"),
        ("Hava güzel", "Güneş açtı.\n"),
        ("İki söz", "# Tek\n\nSon.\n"),
    ]
    assert result.ledger.titles == ("Liman yeniden açıldı", "Hava güzel", "İki söz")
    assert [(e.line, str(e.fates[0]), e.fates[0].article) for e in result.ledger.entries] == [
        (1, "blank", 0), (2, "dropped by page-top", 0), (3, "dropped by page-top", 0), (4, "headline", 1),
        (5, "blank", 0), (6, "body paragraph 1", 1), (7, "blank", 0), (8, "body paragraph 2", 1),
        (9, "blank", 0), (10, "body paragraph 3", 1), (11, "headline", 2),
        (12, "body paragraph 1", 2), (13, "blank", 0), (14, "headline", 3),
        (15, "body paragraph 1", 3), (16, "blank", 0), (17, "body paragraph 2", 3),
    ]  # fmt: skip


def test_a_heading_without_a_text_between_articles_stays_in_the_one_above() -> None:
    result = pasted("# Liman açıldı", "Gemi geldi.", "# Ayrıca okuyun", "# Hava güzel", "Güneş.")
    assert result is not None
    assert [s.original.body for s in result.stories] == [
        "Gemi geldi.\n# Ayrıca okuyun\n",
        "Güneş.\n",
    ]
