"""Import held to its account of any dump: pieces of real shapes, mixed, cut and spoilt at random.

    .venv/bin/pytest --soak tests/test_import_fuzz.py

goes on for ten minutes; without --soak it is one batch.
"""

from __future__ import annotations

import html
import re
import time
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import frontmatter, turkish
from digest.errors import IngestError
from digest.ingest import reading, rules
from digest.ingest.parse import Parsed
from digest.store import article_text

SOAK = 600
"""Seconds that the long run takes."""
RULES = rules.load(())
DUMPS = Path(__file__).parent / "dumps"
TEXTS = [
    path.read_text("utf-8", "replace").split("\n")
    for path in sorted(DUMPS.glob("*.txt"))
    if not path.name.startswith("bytes-")
]
LINES = sorted({line for text in TEXTS for line in text if line})
JUNK = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(["", " ", "TT", "---", "=====", "* * * * *", "-", "(AA)", "#", "©", "1-"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)  # fmt: skip


@st.composite
def mixtures(draw: st.DrawFn) -> list[str]:
    """Draw pieces of one to three dumps, with lines doubled, lost, moved, glued and put in."""
    lines: list[str] = []
    for text in draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3)):
        start = draw(st.integers(0, len(text) - 1)) if draw(st.booleans()) else 0
        lines += text[start : draw(st.integers(start, len(text)))] or text
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 6)):
            case 0:
                lines.insert(at, lines[at])
            case 1 if len(lines) > 1:
                del lines[at]
            case 2:
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case 3:
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case 4:
                lines.insert(at, draw(JUNK))
            case 5:
                lines[at:at] = [""] * draw(st.integers(1, 4))
            case _:
                lines = [line for line in lines if line] or [""]
    return lines


@st.composite
def dumps(draw: st.DrawFn) -> bytes:
    """Draw a dump: a mixture in any encoding, perhaps cut or with foreign bytes in it."""
    text = draw(st.sampled_from(["\n", "\n", "\r\n"])).join(draw(mixtures()))
    if draw(st.integers(0, 9)) == 0:
        text = normalize("NFD", text)
    encoding = draw(st.sampled_from(["utf-8"] * 4 + ["utf-8-sig", "utf-16", "utf-16-le", "cp1254"]))
    data = text.encode(encoding, "replace")
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=6)) + data[at + draw(st.integers(0, 3)) :]
    return data


def read(data: bytes, name: str) -> Parsed | None:
    try:
        return reading.read(data, name, "tr", RULES)
    except IngestError:
        return None


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", turkish.clean(html.unescape(text.replace("\\", ""))))


def hold(data: bytes, name: str) -> None:
    """Hold import to what is always so."""
    found = read(data, name)
    if found is None:
        return
    bodies = [re.split(r"\n{2,}", story.original.body) for story in found.stories]
    for number, entry in enumerate(found.ledger.entries, 1):
        assert entry.line == number
        assert entry.fates
        for fate in entry.fates:
            assert fate.kind != "dropped" or fate.rule
            assert fate.kind != "repeat" or 0 < fate.of < number
            assert fate.kind != "blank" or not words(entry.text)
            assert fate.kind == "blank" or fate.article <= len(bodies)
        if all(fate.kind == "body" for fate in entry.fates) and "&" not in entry.text:
            own = {(fate.article, fate.paragraph) for fate in entry.fates}
            kept = [word for a, p in own for word in words(bodies[a - 1][p - 1])]
            assert not set(words(entry.text)) - set(kept), entry.text
    for story in found.stories:
        assert story.original.title.strip()
        assert story.original.body.strip()
        fields, _, _ = frontmatter.parse(article_text(story, story.original), "x.tr.md")
        assert fields["title"] == story.original.title
    again = read(data, name)
    assert again is not None
    assert again.stories == found.stories


@settings(max_examples=200)
@given(dumps(), st.sampled_from(["x.txt", "x.txt", "x.md"]))
def texts(data: bytes, name: str) -> None:
    hold(data, name)


@settings(max_examples=40)
@given(mixtures(), st.sampled_from(["p", "div", "li", "h2", "td"]), st.booleans())
def pages(lines: list[str], element: str, escaped: bool) -> None:
    inner = [html.escape(line) if escaped else line for line in lines]
    body = "".join(f"<{element}>{line}</{element}>\n" for line in inner)
    page = (
        f"<html><head><title>{inner[0]}</title></head><body><article>{body}</article></body></html>"
    )
    hold(page.encode("utf-8", "replace"), "x.html")


@pytest.mark.timeout(SOAK)
@pytest.mark.parametrize("batch", [texts, pages])
def test_whatever_comes_in_every_line_is_accounted_for_and_none_of_the_body_is_lost(
    batch: object, request: pytest.FixtureRequest
) -> None:
    assert callable(batch)
    end = time.monotonic() + (SOAK / 2 if request.config.getoption("--soak") else 0)
    while True:
        batch()
        if time.monotonic() >= end:
            break
