"""The file that says which articles were imported: one line each."""

from __future__ import annotations

import pytest

from digest.errors import IngestError
from digest.ingest import register
from digest.ingest.register import Row

PORT = Row("3fa85f6457174562", "3fa85f645717", "aa.txt", "9c1185a5c5e9fc54")
LINE = '3fa85f6457174562: {id: 3fa85f645717, dump: "aa.txt", text: 9c1185a5c5e9fc54}'


def test_a_version_of_an_article_is_one_line_below_what_the_file_is() -> None:
    *head, line, end = register.write([PORT]).split("\n")
    assert (line, end) == (LINE, "")
    assert head
    assert head[0].startswith("# Which articles were imported")
    assert all(comment.startswith("#") for comment in head)


@pytest.mark.parametrize(
    "dump",
    ["aa.txt", "2025/temmuz/şişli.txt", 'liman "grevi".txt', "a\\b.txt", "", "{a: b}, #.txt"],
)
def test_what_is_written_is_read_again(dump: str) -> None:
    row = PORT._replace(dump=dump)
    assert register.read(register.write([row]), "imported.yaml") == {row.key: row}


def test_turkish_letters_stand_as_they_are() -> None:
    assert '"şişli.txt"' in register.write([PORT._replace(dump="şişli.txt")])


def test_lines_are_sorted_by_dump_then_by_story_then_by_version() -> None:
    rows = [
        Row("3" * 16, "a", "aa.txt", "0" * 16),
        Row("4" * 16, "a", "aa.txt", "0" * 16),
        Row("2" * 16, "b", "aa.txt", "0" * 16),
        Row("1" * 16, "a", "bb.txt", "0" * 16),
    ]
    assert register.write(reversed(rows)) == register.write(rows)
    assert list(register.read(register.write(rows), "").values()) == rows


@pytest.mark.parametrize("text", ["", "\n \n", "# a remark\n", "# a remark\n\n"])
def test_empty_lines_and_remarks_name_no_article(text: str) -> None:
    assert register.read(text, "imported.yaml") == {}


def test_lines_below_a_remark_and_an_empty_line_are_read() -> None:
    found = register.read(f"# a remark\n\n{LINE}  \r\n", "imported.yaml")
    assert found == {PORT.key: PORT}


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "3fa85f6457174562: {}",
        f" {LINE}",
        f"{LINE} # seen",
        LINE.replace("3fa85f6457174562", "3FA85F6457174562"),
        LINE.replace("3fa85f6457174562", "3fa85f64571745"),
        LINE.replace("9c1185a5c5e9fc54", "9c1185a5"),
        LINE.replace("id: 3fa85f645717", "id: ../up"),
        LINE.replace("id: 3fa85f645717", f"id: {'a' * 65}"),
        LINE.replace('"aa.txt"', "aa.txt"),
    ],
)
def test_a_damaged_line_is_named_with_its_number(line: str) -> None:
    with pytest.raises(IngestError) as caught:
        register.read(f"{LINE}\n{line}\n", "content/imported.yaml")
    assert (caught.value.path, caught.value.line) == ("content/imported.yaml", 2)
    assert caught.value.hint == "Take the line out, or restore the file from git."


def test_of_a_long_damaged_line_the_beginning_is_quoted() -> None:
    with pytest.raises(IngestError, match=f'"{"x" * 60}" is no line') as caught:
        register.read("x" * 100, "imported.yaml")
    assert caught.value.line == 1
