"""content/ ↔ Story."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import store
from digest.config import Config
from digest.config.reading import parse
from digest.errors import FrontMatterError
from digest.model import Article, Image, Origin, Problem, SegmentMark, Source, Story

ORIGINAL = "content/articles/2025-07/x.tr.md"
ENGLISH = "content/articles/2025-07/x.en.md"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    made, problems = parse("", tmp_path)
    assert made is not None, problems
    return made


def read(config: Config, **texts: str) -> tuple[Story | None, list[str]]:
    """Read a story from its files, given by language; problems as texts."""
    stem = "content/articles/2025-07/x"
    paths = {f"{stem}.{lang}.md": text for lang, text in texts.items()}
    (files,) = store.group(paths)
    story, problems = store.parse_story(files, paths, config)
    return story, [str(problem) for problem in problems]


def test_the_languages_of_a_story_lie_side_by_side_under_one_name() -> None:
    found = store.group(["a/x.tr.md", "a/y.tr.md", "a/x.en.md", "a/z.md"])
    assert [(one.stem, [lang for lang, _ in one.paths]) for one in found] == [
        ("a/x", ["en", "tr"]),
        ("a/y", ["tr"]),
        ("a/z", [""]),
    ]


def test_a_story_has_its_fields_and_a_translation_takes_over_what_it_does_not_say(
    config: Config,
) -> None:
    original = """---
id: abc123
title: Başlık
author: Ayşe Kaya
credit: AP
image: x.jpg
alt: Bir liman
date: 2025-07-22 11:47
sources: [Reuters, {name: Nature, url: 'https://example.org/a'}, Reuters]
topics: [gazze]
aliases: eski-adres
---
Gövde."""
    marks = "segments: [title a b, body c -]"
    english = f"---\ntitle: Headline\nalt: A harbour\norigin: machine\n{marks}\n---\nBody."
    story, problems = read(config, tr=original, en=english)
    assert problems == []
    assert story is not None
    assert story.date == "2025-07-22T11:47:00+03:00"
    assert story.sources == (Source("Reuters"), Source("Nature", "https://example.org/a"))
    assert story.original.aliases == ("eski-adres",)
    version = story.version("en")
    assert version is not None
    assert (version.author, version.credit) == ("Ayşe Kaya", "AP")
    assert version.image == Image("x.jpg", "A harbour")
    assert version.origin.segments == (SegmentMark("title", "a", "b"), SegmentMark("body", "c", ""))


def test_what_is_written_is_read_back(config: Config) -> None:
    original = Article(
        "tr", "Başlık: “bir” # iki", "Gövde.\n", "baslik", ("eski",), "Özet", "Ad Soyad", "Ankara",
        "Altyazı", "AP", Image("a.png", "alt"), path=ORIGINAL, body_line=27,
    )  # fmt: skip
    machine = Origin("machine", True, "google", "2025-07-23", (SegmentMark("title", "0a", "1b"),))
    english = Article(
        "en", "Headline", "Body.\n", "headline", author="Ad Soyad", credit="AP",
        image=Image("a.png", ""), origin=machine, path=ENGLISH, body_line=12,
    )  # fmt: skip
    story = Story(
        "0123456789ab", (original, english), "2025-07-22", "2025-07-23", "2025-07-24",
        ("gazze",), (Source("A", "https://a.org"),), ("etiket",), ("ffff",), True,
    )  # fmt: skip
    texts = {article.lang: store.article_text(story, article) for article in (original, english)}
    back, problems = read(config, **texts)
    assert problems == []
    assert back == story


def test_a_translation_repeats_nothing_that_the_languages_share() -> None:
    original = Article("tr", "B", "x", credit="AP", path=ORIGINAL)
    english = Article("en", "H", "y", credit="AP", path=ENGLISH, origin=Origin("human"))
    story = Story("a1", (original, english), date="2025-07-22")
    assert (
        store.article_text(story, english) == "---\nlang: en\ntitle: H\norigin: human\n---\n\ny\n"
    )


@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("title: ''", "the article has no headline"),
        ("title: [a]", "title is a list"),
        ("title: x\ndate: dün", 'x.tr.md:3: date "dün" is not a date'),
        ("title: x\ndate: 2025-02-30", "is not a date"),
        ("title: x\ndate: 0001-01-01T00:00", "is not a date"),
        ("title: x\nslug: Büyük", 'slug "Büyük" cannot be part of an address'),
        ("title: x\nslug: ../../etc", "cannot be part of an address"),
        ("title: x\naliases: [a, ../b]", "cannot be part of an address"),
        ("title: x\nimage: ../x.jpg", "is not a file beside the article"),
        ("title: x\nimage: /etc/passwd", "is not a file beside the article"),
        ("title: x\nimage: https://example.org/x.jpg", "is not a file beside the article"),
        ("title: x\ndraft: maybe", 'draft is "maybe"'),
        ("title: x\norigin: google", 'origin is "google"'),
        ("title: x\nstatus: done", 'status is "done"'),
        ("title: x\nsources: [{url: a}]", "a source without a name"),
        ("title: x\nsources: [{name: a, url: 'javascript:x'}]", "is no web address"),
        ("title: x\nid: a/b", "is not letters and digits"),
        ("title: x\nlang: en", 'lang is "en", and the file\'s name says "tr"'),
        ("title: x\ntags: {a: b}", "tags is not a list of words"),
    ],
)
def test_a_mistake_names_its_file_line_and_remedy(config: Config, field: str, part: str) -> None:
    story, problems = read(config, tr=f"---\n{field}\n---\nGövde.")
    assert story is None
    assert any(part in problem for problem in problems), problems
    assert all(problem.startswith(f"{ORIGINAL}:") for problem in problems)


def test_all_mistakes_of_a_file_are_reported_together(config: Config) -> None:
    _, problems = read(config, tr="---\ndate: x\nupdated: y\nslug: Z\n---\n")
    assert len(problems) == 4


def test_a_translation_that_cannot_be_read_is_left_out_and_reported(config: Config) -> None:
    story, problems = read(config, tr="---\ntitle: x\n---\n", en="---\ntitle: [\n---\n")
    assert story is not None
    assert [article.lang for article in story.articles] == ["tr"]
    assert len(problems) == 1


def test_a_translation_without_its_original_says_which_file_is_missing(config: Config) -> None:
    story, problems = read(config, en="---\ntitle: x\n---\n")
    assert story is None
    assert ORIGINAL in problems[0]


def test_a_translation_beside_a_broken_original_is_not_called_an_orphan(config: Config) -> None:
    _, problems = read(config, tr="---\ntitle: [\n---\n", en="---\ntitle: x\n---\n")
    assert len(problems) == 1
    assert "YAML" in problems[0]


def test_a_draft_translation_is_left_out_alone(config: Config) -> None:
    story, problems = read(
        config, tr="---\ntitle: x\n---\n", en="---\ntitle: y\ndraft: true\n---\n"
    )
    assert problems == []
    assert story is not None
    assert len(story.articles) == 1


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("x.tur.md", 'language "tur" is not in config.yaml (tr, en). Did you mean "tr"?'),
        ("x.md", "does not say its language. Name it x.tr.md"),
    ],
)
def test_a_name_without_a_known_language_is_a_mistake(
    config: Config, tmp_path: Path, name: str, part: str
) -> None:
    folder = tmp_path / store.ARTICLES
    folder.mkdir(parents=True)
    (folder / name).write_text("---\ntitle: x\n---\n", "utf-8")
    stories, problems = store.read_stories(tmp_path, store.article_files(tmp_path), config)
    assert stories == ()
    assert part in str(problems[0])


def test_bytes_that_are_not_utf8_name_their_line(config: Config, tmp_path: Path) -> None:
    path = tmp_path / ORIGINAL
    path.parent.mkdir(parents=True)
    path.write_bytes(b"---\ntitle: x\n---\n\xfeey\n")
    stories, (problem,) = store.read_stories(tmp_path, [ORIGINAL], config)
    assert stories == ()
    assert problem == Problem(
        "error", "encoding", "byte 0xfe is not UTF-8.", ORIGINAL, 4, "Save the file as UTF-8."
    )


def test_control_characters_never_reach_a_headline(config: Config) -> None:
    story, _ = read(config, tr='---\ntitle: "a\\0b\\u2028c\\x07"\n---\n')
    assert story is not None
    assert story.original.title == "a b c"


def test_hidden_files_and_links_are_no_articles(config: Config, tmp_path: Path) -> None:
    folder = tmp_path / store.ARTICLES
    folder.mkdir(parents=True)
    (folder / "a.tr.md").write_text("x", "utf-8")
    (folder / ".b.tr.md").write_text("x", "utf-8")
    (folder / "c.tr.md").symlink_to(folder / "a.tr.md")
    assert store.article_files(tmp_path) == (f"{store.ARTICLES}/a.tr.md",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: x  # note\n---\n\nBody\n", "---\ntitle: x  # note\nid: a1\n---\n\nBody\n"),
        ("---\nid: old\ntitle: x\n---\nB", "---\nid: a1\ntitle: x\n---\nB"),
        ("---\r\ntitle: x\r\n---\r\nB\r\n", "---\r\ntitle: x\r\nid: a1\r\n---\r\nB\r\n"),
        ("Just text\n", "---\nid: a1\n---\n\nJust text\n"),
        ("---\n---\nB", "---\nid: a1\n---\nB"),
        ("\ufeff---\na: b\n---\n", "\ufeff---\na: b\nid: a1\n---\n"),
    ],
)
def test_setting_a_field_changes_nothing_else(before: str, after: str) -> None:
    assert store.set_fields(before, {"id": "a1"}) == after


def test_a_field_whose_name_begins_like_another_is_another() -> None:
    before = "---\nsources:sources: [a]\n---\n"
    assert store.set_fields(before, {"sources": "b"}) == (
        "---\nsources:sources: [a]\nsources: b\n---\n"
    )


def test_a_field_is_not_set_where_that_would_take_another_one_out() -> None:
    for end in ("\r", "\x85", "\u2028"):  # YAML ends a line here, an editor may show none
        with pytest.raises(FrontMatterError, match="tags cannot be set without changing another"):
            store.set_fields(f"---\ntags: a{end}sources: [b]\n---\n", {"tags": "c"}, "x.tr.md")


def test_a_field_that_spans_lines_is_replaced_whole() -> None:
    before = "---\nsources:\n- a\n- name: b\n  url: c\ntitle: x\n---\n"
    assert store.set_fields(before, {"sources": None}) == "---\ntitle: x\n---\n"
    assert store.set_fields(before, {"sources": ["d"]}) == "---\nsources: [d]\ntitle: x\n---\n"
