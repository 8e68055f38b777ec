"""Raw dumps beside what import makes of them: `dumps/NAME` and `dumps/NAME.expected.md`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digest.errors import IngestError
from digest.ingest import ledger, reading, rules
from digest.ingest.parse import Parsed
from digest.model import Article, Story
from digest.store import article_text

DUMPS = Path(__file__).parent / "dumps"
NAMES = sorted(path.name for path in DUMPS.iterdir() if not path.name.endswith(".expected.md"))
RULES = rules.load(())


def parsed(data: bytes, name: str = "x.txt") -> Parsed:
    return reading.read(data, name, "tr", RULES)


def shown(data: bytes, name: str) -> str:
    """The articles as their files would stand, then the account of every line; or why not."""
    try:
        found = parsed(data, name)
    except IngestError as error:
        return f"{error}\n"
    parts = [article_text(story, story.original) for story in found.stories]
    return "\n\n".join((*parts, ledger.as_text(found.ledger)))


@pytest.mark.parametrize("name", NAMES)
def test_a_dump_becomes_what_stands_beside_it(
    name: str, golden: Callable[[Path, str | bytes], None]
) -> None:
    golden(DUMPS / f"{name}.expected.md", shown((DUMPS / name).read_bytes(), name))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_dump_is_accounted_for_once(name: str) -> None:
    try:
        entries = parsed((DUMPS / name).read_bytes(), name).ledger.entries
    except IngestError:
        return  # what the other test shows
    assert [entry.line for entry in entries] == list(range(1, len(entries) + 1))
    assert all(entry.fates for entry in entries)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "", "TT", "Paylaş", "Başlık burada: “yeni gelişme”", "Bir liman. (AP)",
                "Independent Türkçe, Reuters",
                "Giriş Tarihi: 22.07.2025 - 11:47",
                "Uzun bir paragraf burada başlar ve bir cümle olarak biter.",
                "İlgili Haberler", "# başlık", "---", "<script>alert(1)</script>", "* * *",
                "1. bir",
            ]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=150)
@given(LINES)
def test_for_any_lines_as_many_are_accounted_for_as_came_in(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        found = parsed(text.encode())
    except IngestError:
        return
    assert all(entry.fates for entry in found.ledger.entries)
    for entry in found.ledger.entries:
        for fate in entry.fates:
            assert fate.kind != "dropped" or fate.rule
            assert fate.kind != "repeat" or 0 < fate.of < entry.line
            assert fate.kind != "blank" or not re.sub(r"[\W_]", "", entry.text)


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Limandaki gemiler sabah saatlerinde yola çıktı.",
            "Yetkililer, çalışmaların yıl sonuna kadar süreceğini söyledi.",
            "Bölgede yaşayanlar yeni köprünün açılmasını bekliyor.",
            "Toplantıya 14 ülkeden temsilciler katıldı (Reuters)",
            "Uzmanlara göre göldeki su seviyesi üç metre düştü.",
            "“Bu karar hepimizi şaşırttı” diyen başkan, soruları yanıtsız bıraktı.",
        ]
    ),
    min_size=3,
    max_size=6,
    unique=True,
)


@settings(max_examples=120)
@given(
    body=SENTENCES,
    captions=st.integers(0, 3),
    widget=st.booleans(),
    twice=st.booleans(),
    blanks=st.booleans(),
    sources=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1254"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_the_article_that_was_put_in_comes_out(  # noqa: PLR0917 - hypothesis fills them by name
    body: list[str],
    captions: int,
    widget: bool,
    twice: bool,
    blanks: bool,
    sources: bool,
    encoding: str,
    end: str,
) -> None:
    # Where nothing is repeated, a bare line that ends in an agency cannot be told from a caption.
    assume((captions and twice) or not any(paragraph.endswith("(Reuters)") for paragraph in body))
    headline = "Körfezde yeni dönem: Feribotlar seferde"
    caption = ["Yeni feribot ilk seferinde (AA)"] * captions
    gap = [""] if blanks or not captions else []
    head = [headline, *gap, *caption, *(["TT"] if widget else []), *gap]
    lines = head + (head[: -len(gap) or None] + gap if twice else [])
    for paragraph in body:
        lines += [paragraph, *gap]
    lines += ["Independent Türkçe, Reuters"] if sources else []
    found = parsed(end.join(lines).encode(encoding))
    (story,) = found.stories
    assert story.original.title == headline
    text = story.original.body.replace("\\", "")
    assert [paragraph.strip() for paragraph in text.split("\n\n")] == body
    if sources:
        assert [source.name for source in story.sources] == ["Independent Türkçe", "Reuters"]
    if captions and twice:
        assert (story.original.caption, story.original.credit) == (
            "Yeni feribot ilk seferinde",
            "AA",
        )


def test_the_text_of_a_story_is_that_of_its_file() -> None:
    story = Story("a1", (Article("tr", "B", "x"),))
    assert article_text(story, story.original).endswith("\n\nx\n")
