"""What a dump holds, by its name or by what it begins with."""

from __future__ import annotations

import pytest

from digest.errors import IngestError
from digest.ingest import reading, rules
from digest.ingest.parse import Parsed

RULES = rules.load()
FIRST = "Gemiler dün sabah limana geldi ve bütün gün boyunca yük boşalttı."
SECOND = "Liman yönetimi, seferlerin yıl sonuna kadar süreceğini söyledi."
PAGE = f"<div><h1>Liman yeniden açıldı</h1><p>{FIRST}</p><p>{SECOND}</p></div>"
HEADED = f"# Liman yeniden açıldı\n\n{FIRST}\n\n## Gemiler\n\n{SECOND}\n"
PASTED = f"Liman yeniden açıldı\n\n{FIRST}\n\n{SECOND}\n"


def read(text: str, name: str) -> Parsed:
    return reading.read(text.encode(), name, "tr", RULES)


@pytest.mark.parametrize("ending", ["html", "htm", "xhtml", "HTML"])
def test_a_saved_page_is_known_by_its_name(ending: str) -> None:
    (story,) = read(PAGE, f"liman.{ending}").stories
    assert (story.original.title, story.original.body) == ("Liman yeniden açıldı", f"{FIRST}\n\n{SECOND}\n")  # fmt: skip


@pytest.mark.parametrize("ending", ["mhtml", "mht", "Mht"])
def test_so_is_one_that_is_saved_with_all_that_belongs_to_it(ending: str) -> None:
    head = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    (story,) = read(f"{head}Content-Transfer-Encoding: 8bit\n\n{PAGE}", f"a.{ending}").stories
    assert story.original.body == f"{FIRST}\n\n{SECOND}\n"


def test_a_page_is_known_by_how_it_begins_where_its_name_says_nothing() -> None:
    (story,) = read(f"<!doctype html>{PAGE}", "liman.txt").stories
    assert story.original.body == f"{FIRST}\n\n{SECOND}\n"


@pytest.mark.parametrize("ending", ["md", "markdown", "MD"])
def test_markdown_is_known_by_its_name(ending: str) -> None:
    (story,) = read(HEADED, f"liman.{ending}").stories
    assert story.original.body == f"{FIRST}\n\n## Gemiler\n\n{SECOND}\n"


@pytest.mark.parametrize("name", ["liman.txt", "liman.md", "liman"])
def test_all_else_is_text(name: str) -> None:
    (story,) = read(PASTED, name).stories
    assert (story.original.title, story.original.body) == ("Liman yeniden açıldı", f"{FIRST}\n\n{SECOND}\n")  # fmt: skip


def test_only_a_file_of_markdown_has_front_matter() -> None:
    headed = f"---\ntitle: Göl\n---\n{PASTED}"
    assert [read(headed, name).stories[0].original.title for name in ("a.txt", "a.md")] == [
        "Liman yeniden açıldı", "Göl",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name", "message", "line"),
    [
        (bytes(range(256)) * 10, "liman.txt", "this is no text.", None),
        (b"---\nauthor: Ali\n---\nGemi geldi.", "liman.md", "its front matter has no title.", 1),
    ],
)
def test_what_cannot_be_read_is_said_with_the_dumps_name(
    data: bytes, name: str, message: str, line: int | None
) -> None:
    with pytest.raises(IngestError) as error:
        reading.read(data, name, "tr", RULES)
    found = error.value
    assert (found.message, found.path, found.line) == (message, name, line)
    assert found.hint
