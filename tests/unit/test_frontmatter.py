"""Text ↔ (metadata, body)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import frontmatter
from digest.errors import FrontMatterError
from digest.frontmatter import simple
from digest.frontmatter.loading import load_yaml


def test_a_file_is_its_fields_its_body_and_where_the_body_starts() -> None:
    text = "---\ntitle: Bir\ntags: [a, b]\n---\n\n\nGövde.\n"
    assert frontmatter.parse(text) == ({"title": "Bir", "tags": ["a", "b"]}, "Gövde.\n", 7)


def test_a_file_without_front_matter_is_all_body() -> None:
    assert frontmatter.parse("Başlık\n\n---\n") == ({}, "Başlık\n\n---\n", 1)


def test_a_rule_inside_the_body_does_not_end_it() -> None:
    meta, body, _ = frontmatter.parse("---\na: b\n---\nx\n\n---\n\ny: z\n---\n")
    assert meta == {"a": "b"}
    assert body == "x\n\n---\n\ny: z\n---\n"


@pytest.mark.parametrize(
    "value",
    [
        "no",
        "yes",
        "on",
        "off",
        "2025-07-22",
        "2025-07-22 11:47",
        "11:47",
        "0755",
        "12e4",
        "3.50",
        "1",
    ],
)
def test_a_value_stays_the_text_that_stands_there(value: str) -> None:
    assert frontmatter.parse(f"---\na: {value}\n---\n")[0] == {"a": value}


def test_true_and_false_alone_are_no_texts() -> None:
    assert frontmatter.parse("---\na: true\nb: false\nc: yes\n---\n")[0] == {
        "a": True,
        "b": False,
        "c": "yes",
    }


def test_windows_line_ends_and_a_byte_order_mark_are_read_like_any_others() -> None:
    assert frontmatter.parse("\ufeff---\r\na: b\r\n---\r\nx\r\n")[:2] == ({"a": "b"}, "x\n")


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("---\na: b\n", 1, "does not end"),
        ("---", 1, "does not end"),
        ("---\na: [\n---\n", 3, "no valid YAML"),
        ("---\na: b: c\n---\n", 2, "no valid YAML"),
        ("---\n- a\n---\n", 2, "is a list, not fields"),
        ("---\na: 1\na: 2\n---\n", 3, '"a" is given twice'),
        ("---\na: &x [1]\nb: *x\n---\n", 3, "aliases"),
        ("---\na: !!python/object/apply:os.system [ls]\n---\n", 2, "no valid YAML"),
        ("---\n? [a]\n: b\n---\n", 2, "no valid YAML"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, line: int, part: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        frontmatter.parse(text, "x.md")
    assert caught.value.path == "x.md"
    assert caught.value.line == line
    assert part in str(caught.value)


@pytest.mark.parametrize(
    "head",
    ["a: " + "[" * 100_000, "- " * 100_000, "? " * 100_000, "a: " + "{a: " * 600, "[{" * 400],
)
def test_deep_nesting_that_would_end_the_process_is_refused(head: str) -> None:
    with pytest.raises(FrontMatterError):
        frontmatter.parse(f"---\n{head}\n---\n")


def test_ten_megabytes_of_front_matter_are_refused() -> None:
    with pytest.raises(FrontMatterError, match="256 KiB"):
        frontmatter.parse("---\n" + "a: b\n" * 2_000_000 + "---\n")


def test_lists_of_words_stand_on_one_line_and_fields_in_the_order_given() -> None:
    text = frontmatter.dump({"title": "a: b", "tags": ["x", "y"], "date": "2025-07-22"}, "Gövde\n")
    assert text == "---\ntitle: 'a: b'\ntags: [x, y]\ndate: 2025-07-22\n---\n\nGövde\n"


VALUES = st.text(alphabet="aığ1 :#'\"-,[]{}&*!|>%@`?.(“~\u00a0\u2028\t", max_size=8)
WORDS = st.sampled_from(["null", "True", "no", "2025-07-22", "a: b", "it''s", "- a", "[a, b]", ""])
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["a", "b", "true"]), VALUES | WORDS),
    st.builds("{}:".format, st.sampled_from(["a", "b", "c"])),
    st.builds("- {}".format, VALUES | WORDS),
    st.builds("- name: {}".format, VALUES | WORDS),
    st.builds("  url: {}".format, VALUES | WORDS),
    st.builds("a: [{}]".format, VALUES),
    VALUES,
)


@settings(max_examples=1500)
@given(st.lists(LINES, min_size=1, max_size=5))
def test_the_quick_reader_gives_what_yaml_gives_or_nothing(lines: list[str]) -> None:
    head = "\n".join(lines) + "\n"
    found = simple.load(head)
    if found is not None:
        assert found == load_yaml(head), head


def test_what_digest_writes_is_read_by_the_quick_reader() -> None:
    meta = {
        "id": "0123456789ab",
        "title": "Lavrov: “Türkiye bizim partnerimiz”, 'dedi'",
        "date": "2025-07-22T11:47:00+03:00",
        "topics": ["gazze", "orta-dogu"],
        "sources": ["Independent Türkçe", {"name": "Nature", "url": "https://example.org/a?b=c"}],
        "segments": ["title 3fa2b1c4 9c0d11aa", "body 1e5 -"],
    }
    text = frontmatter.dump(meta, "x")
    head = text.removeprefix("---\n").split("---\n", 1)[0]
    assert frontmatter.parse(text)[0] == meta
    assert simple.load(head.replace("segments: [title 3fa2b1c4 9c0d11aa, body 1e5 -]\n", "")) == {
        key: value for key, value in meta.items() if key != "segments"
    }


@given(
    st.dictionaries(
        st.sampled_from(["title", "summary", "tags"]),
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])),
        min_size=1,
    ),
    st.text(alphabet="ab\n-: #ığ"),
)
def test_what_is_written_is_read_back(meta: dict[str, str], body: str) -> None:
    read, text, _ = frontmatter.parse(frontmatter.dump(meta, body))
    assert read == meta
    assert text.strip("\n") == body.strip("\n")
