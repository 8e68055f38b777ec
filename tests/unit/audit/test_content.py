from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from digest.audit import content_problems
from digest.model import Image, Problem, Story
from tests.unit.audit.examples import article, codes, config, story, write, write_articles


def checked(root: Path, *stories: Story) -> list[Problem]:
    write_articles(root, *stories)
    return list(content_problems(config(root), stories))


def original(**changes: Any) -> Story:
    """Return a story whose original has these changes."""
    return story(article("tr", **changes), article("en"))


def test_a_clean_story_is_no_finding(tmp_path: Path) -> None:
    assert checked(tmp_path, story(topics=("gazze",))) == []


def test_an_undated_story_is_noted(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, story(date=""))
    assert (found.code, found.severity) == ("undated", "note")
    assert found.path == "content/articles/2025-07/a.tr.md"


def test_an_unknown_topic_is_found_with_what_it_may_mean(tmp_path: Path) -> None:
    made = story(topics=("gaze",))
    head = "---\ntitle: x\ntopics: [gaze]\n---\n"
    write(tmp_path, {made.original.path: head + made.original.body})
    (found,) = content_problems(config(tmp_path), (made,))
    assert (found.code, found.line, found.hint) == ("unknown-topic", 3, 'Did you mean "gazze"?')


def test_another_paper_s_story_that_is_not_there_is_found(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, story(also=("ffffffffffff",)))) == ["unknown-story"]


def test_another_paper_s_story_that_is_there_is_no_finding(tmp_path: Path) -> None:
    other = story(article("tr", "b"), article("en", "b"), id="ffffffffffff")
    assert checked(tmp_path, story(also=("ffffffffffff",)), other) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [("title", "<b>x</b>"), ("summary", "AT&amp;T"), ("caption", "[x](https://a.example)")],
)
def test_markup_in_plain_texts_is_found(tmp_path: Path, field: str, text: str) -> None:
    (found,) = checked(tmp_path, original(**{field: text}))
    assert found.code == "markup-in-text"
    assert field in found.message


@pytest.mark.parametrize("text", ["5 < 7 > 3", "A & B", "R&D; sonra", "[sic]"])
def test_signs_that_are_no_markup_are_no_finding(tmp_path: Path, text: str) -> None:
    assert checked(tmp_path, original(title=text)) == []


@pytest.mark.parametrize("mark", ["\ufffd", "\x92"])
def test_characters_that_were_decoded_wrongly_are_found(tmp_path: Path, mark: str) -> None:
    body = article("tr").body.replace("Taraflar", f"Taraflar{mark}")
    found = checked(tmp_path, original(title=f"x{mark}", body=body))
    assert codes(found) == ["broken-character"] * 2
    assert found[1].line == 4


def test_a_picture_without_alt_or_file_is_found_at_its_line(tmp_path: Path) -> None:
    made = original(image=Image("yok.jpg"))
    write(tmp_path, {made.original.path: f"---\nimage: yok.jpg\n---\n{made.original.body}"})
    found = list(content_problems(config(tmp_path), (made,)))
    assert codes(found) == ["missing-picture", "missing-alt"]
    assert {problem.line for problem in found} == {2}


def test_pictures_of_the_text_are_looked_for(tmp_path: Path) -> None:
    write(tmp_path, {"content/articles/2025-07/var.jpg": b""})
    body = article("tr").body + "\n![](var.jpg)\n\n![Kapı](yok.jpg)\n\n![Kapı](var.jpg)\n"
    made = story(article("tr", body=body))
    found = checked(tmp_path, made)
    assert [(p.code, p.line) for p in found] == [("missing-alt", 6), ("missing-picture", 8)]


def two(change: Callable[[Story], Story]) -> tuple[Story, Story]:
    other = story(article("tr", "b"), article("en", "b"), id="ffffffffffff")
    return story(), change(other)


def test_two_stories_with_one_id_are_found(tmp_path: Path) -> None:
    stories = two(lambda other: replace(other, id="0123456789ab"))
    (found,) = checked(tmp_path, *stories)
    assert (found.code, found.path) == ("duplicate-id", "content/articles/2025-07/b.tr.md")
    assert "a.tr.md" in found.message


def test_two_stories_without_an_id_have_not_the_same(tmp_path: Path) -> None:
    stories = two(lambda other: replace(other, id=""))
    assert checked(tmp_path, replace(stories[0], id=""), stories[1]) == []


def with_slug(other: Story, **changes: Any) -> Story:
    return replace(other, articles=(replace(other.original, **changes), *other.articles[1:]))


@pytest.mark.parametrize(
    "changes", [{"slug": "tr-a"}, {"slug": "", "title": "Tr-a"}, {"aliases": ("tr-a",)}]
)
def test_two_stories_with_one_address_are_found(tmp_path: Path, changes: dict[str, Any]) -> None:
    (found,) = checked(tmp_path, *two(lambda other: with_slug(other, **changes)))
    assert (found.code, found.path) == ("duplicate-slug", "content/articles/2025-07/b.tr.md")


def test_a_draft_claims_no_address(tmp_path: Path) -> None:
    stories = two(lambda other: replace(with_slug(other, slug="tr-a"), draft=True))
    assert checked(tmp_path, *stories) == []


def test_the_same_slug_in_two_languages_is_two_addresses(tmp_path: Path) -> None:
    stories = two(lambda other: with_slug(other, slug="en-a"))
    assert checked(tmp_path, *stories) == []
