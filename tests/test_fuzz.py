"""Front matter, settings and answers of any kind: read or refused, and never the end of a run.

    .venv/bin/pytest --soak tests/test_fuzz.py

tries fifty times as many.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest import frontmatter, store
from digest.config import Config
from digest.config.reading import parse
from digest.errors import FrontMatterError
from digest.frontmatter import simple
from digest.frontmatter.loading import load_yaml
from digest.store import FIELDS, StoryFiles
from digest.translate.differing import differences
from digest.translate.fidelity import findings, tidy
from digest.translate.figures import figures
from digest.translate.language import language
from digest.translate.terms import load
from digest.translate.terms import parse as parse_glossary
from tests.support.programs import ROOT
from tests.unit.translate import pairs

SIGNS = st.sampled_from(list("aı1: \n-#'\"[]{},&*!|>%@`?\\~=.\t\u00a0\u2028\ufeff\x85\x00"))
PIECES = st.sampled_from(
    ["\n---\n", "...\n", "? ", "- ", ": ", " #", "<<: ", "!!str ", "&a ", "*a", "|\n  ", ">-\n",
     "''", '"\\x41"',
     "null", "true", "0x1F", "1_000", "1e3", ".inf", "12:30", "2025-07-22", "\r\n", "\r"]
)  # fmt: skip
HEAD = """\
id: 0123456789ab
lang: tr
title: 'Lavrov: “Türkiye bizim partnerimiz”'
slug: lavrov
aliases: [eski, daha-eski]
summary: Moskova’da konuştu, 59 bin kişi - dedi
image: a.jpg
date: 2025-07-22T11:47:00+03:00
topics: [gazze]
sources:
- Reuters
- name: Nature
  url: https://example.org/a?b=c
draft: false
origin: original
"""
SETTINGS = (ROOT / "config.yaml").read_text("utf-8")
GLOSSARY = (ROOT / "glossary.yaml").read_text("utf-8")
CONFIG, _ = parse("topics: [{key: gazze, name: Gazze}]", Path("/site"))
TR, EN, AR = language("tr"), language("en"), language("ar")


@st.composite
def spoilt(draw: st.DrawFn, text: str, most: int = 6) -> str:
    """A text with some of it cut out, doubled, moved or written over."""
    for _ in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        new = draw(st.one_of(SIGNS, PIECES, st.just(""), st.just(text[start:end] * 2), st.text()))
        text = text[:start] + new + text[end:]
    return text


@given(spoilt(HEAD))
def test_the_quick_reader_agrees_with_yaml_or_declines(head: str) -> None:
    found = simple.load(head)
    if found is not None:
        assert found == load_yaml(head), head


@given(spoilt(f"---\n{HEAD}---\n\nGövde.\n\nİki.\n"))
def test_any_article_is_read_or_refused_with_its_line(text: str) -> None:
    assert isinstance(CONFIG, Config)
    path = "content/articles/2025-07/x.tr.md"
    try:
        meta, body, line = frontmatter.parse(text, path)
    except FrontMatterError as caught:
        error = caught
    else:
        error = FrontMatterError(line=1)
        assert text.removeprefix("\ufeff").replace("\r\n", "\n").endswith(body)
        assert line >= 1
        assert isinstance(meta, dict)
    assert 1 <= (error.line or 0) <= text.count("\n") + text.count("\r") + 3
    files = StoryFiles(path.removesuffix(".tr.md"), (("tr", path),))
    story, problems = store.parse_story(files, {path: text}, CONFIG)
    assert (story is None) == bool(problems)
    assert all(one.path == path for one in problems)
    if story:
        again, _ = store.parse_story(
            files, {path: store.article_text(story, story.original)}, CONFIG
        )
        assert again
        for name in ("title", "slug", "summary", "author", "caption", "image", "aliases"):
            assert getattr(again.original, name) == getattr(story.original, name)
        for name in ("date", "sources", "topics", "tags", "draft"):
            assert getattr(again, name) == getattr(story, name)


@given(spoilt(f"---\n{HEAD}---\n\nGövde.\n"), st.sampled_from(FIELDS), st.text(max_size=8))
def test_setting_a_field_gives_that_field_and_keeps_the_body(
    text: str, name: str, value: str
) -> None:
    try:
        before, body, _ = frontmatter.parse(text)
        if any(not isinstance(key, str) for key in before):
            return
        changed = store.set_fields(text, {name: value})
    except FrontMatterError:
        return
    after, left, _ = frontmatter.parse(changed)
    assert after == {**before, name: value}
    assert left.strip() == body.strip()


@given(spoilt(SETTINGS))
def test_any_settings_are_read_or_refused_with_their_line(text: str) -> None:
    config, problems = parse(text, Path("/site"))
    assert (config is None) == bool(problems)
    for problem in problems:
        assert problem.path == "config.yaml"
        assert 1 <= problem.line <= len(text.splitlines()) + 2


KEYS = st.sampled_from(
    "site title url timezone languages topics key name slug words build pages jobs feeds items "
    "translation enabled engines glossary partial google timeout import rules lines check silence "
    "code reason publish tr en".split()
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
    | st.sampled_from(["tr", "en", "google", "https://[", "../x", "1" * 5000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=16,
)  # fmt: skip


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_settings_of_any_shape_are_read_or_refused(settings: dict[str, object]) -> None:
    config, problems = parse(yaml.safe_dump(settings, allow_unicode=True), Path("/site"))
    assert (config is None) == bool(problems)


@given(spoilt(GLOSSARY))
def test_any_glossary_is_read_or_refused(text: str) -> None:
    glossaries, problems = parse_glossary(text, "glossary.yaml", "tr", ("en",))
    assert glossaries.keys() == {"en"}
    assert all(problem.path == "glossary.yaml" for problem in problems)
    list(glossaries["en"].violations("Gazze'de Birleşmiş Milletler", "In Gaza the UN"))


PAIRS = st.sampled_from(pairs.good())
ODD = ["9" * 60, "½", "\u0660", "²", "1\u00a0000", "١٢"]
WORDS = st.sampled_from(ODD) | st.sampled_from(
    "bin milyon yüzde %20 12.5 1.250,5 17:30 buçuk yarım iki üçte dörtte hundred and half twelve "
    "thousand per cent Monday pazartesi XIV 2019-20 1/2 ½ ٣ ۵ 三 1e9 –5 0x10 1 000 000 Ekim'de "
    "quarterly fortnight 7/24 üç dozen".split()
)


@st.composite
def sentences(draw: st.DrawFn, text: str) -> str:
    words = text.split(" ")
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(words)))
        words[at : at + draw(st.integers(0, 2))] = draw(st.lists(WORDS | st.text(), max_size=3))
    return " ".join(words)


@given(st.data())
def test_any_answer_is_judged(data: st.DataObject) -> None:
    here, there = data.draw(st.sampled_from([(TR, EN), (EN, TR), (TR, AR), (AR, EN)]))
    question, answer = data.draw(PAIRS)
    question, answer = data.draw(sentences(question)), data.draw(sentences(answer))
    made = tidy(question, answer, here, there)
    for finding in findings(question, made, here, there):
        assert finding.message
    for message in differences(figures(question, here), figures(made, there), here, there):
        assert message
    glossaries, _ = load(ROOT, "glossary.yaml", "tr", ("en",))
    list(glossaries["en"].violations(question, made))
    glossaries["en"].corrected(question, made)
