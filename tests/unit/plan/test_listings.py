"""What lists know of a story."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.config import Config
from digest.config.reading import parse
from digest.model import Article, Origin, SegmentMark, Story
from digest.plan.listings import (
    EXCERPT,
    excerpt,
    is_published,
    listing,
    moment,
    topic_finder,
    topics_of,
)

TOPICS = """
topics:
  - {key: gazze, name: {tr: Gazze, en: Gaza}, words: [Gazze, Hamas]}
  - {key: ab, name: {tr: AB, en: EU}, words: [AB]}
"""


@pytest.fixture
def config() -> Config:
    made, problems = parse(TOPICS, Path("/site"))
    assert made is not None, problems
    return made


def story(title: str = "Başlık", body: str = "Gövde.", **fields: object) -> Story:
    original = Article("tr", title, body, "baslik", path="content/articles/2025-07/x.tr.md")
    return Story("id", (original,), **fields)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Gazze’de ateşkes", "x", ("gazze",)),
        ("GAZZE'NİN YARASI", "x", ("gazze",)),
        ("Abla kardeş", "AB bir kez geçer.", ()),
        ("Başlık", "AB'nin kararı. AB’ye tepki.", ("ab",)),
        ("Başlık", "Hamas bir, Gazze iki.", ("gazze",)),
        ("Başlık", "Hamas bir kez.", ()),
    ],
)
def test_a_word_in_the_headline_or_twice_in_the_text_selects_a_topic(
    config: Config, title: str, body: str, expected: tuple[str, ...]
) -> None:
    assert topics_of(story(title, body), config, topic_finder(config)) == expected


def test_topics_that_the_front_matter_names_go_before_words(config: Config) -> None:
    found = topics_of(story("Gazze", topics=("ab", "yok")), config, topic_finder(config))
    assert found == ("ab",)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2025-07-22", "2025-07-22T20:59:59Z"),
        ("2025-07-22T11:47:00+03:00", "2025-07-22T08:47:00Z"),
        ("", ""),
    ],
)
def test_a_day_counts_as_its_end_so_that_it_leads_its_edition(when: str, expected: str) -> None:
    assert moment(when, "Europe/Istanbul") == expected


def test_the_edition_is_that_of_the_sites_time_zone(config: Config) -> None:
    row = listing(story(date="2025-07-22T23:30:00+00:00"), config, "", ())
    assert row.day == "2025-07-23"


def test_an_undated_story_is_filed_under_the_day_it_came_in_and_says_so(config: Config) -> None:
    row = listing(story(imported="2025-07-24"), config, "", ())
    assert (row.day, row.dated, row.teasers[0].time) == ("2025-07-24", False, "")


def test_without_a_standfirst_the_first_paragraph_stands_in_shortened_at_a_word() -> None:
    article = Article("tr", "B", "## Ara başlık\n\n" + "**Uzun** bir cümle " * 40)
    text = excerpt(article)
    assert text.startswith("Uzun bir cümle")
    assert text.endswith("…")
    assert len(text) <= EXCERPT + 1
    assert "**" not in text


def test_a_machine_translation_is_published_when_its_share_of_segments_is_there(
    config: Config,
) -> None:
    marks = (SegmentMark("title", "a", "b"), SegmentMark("body", "c", ""))
    original = Article("tr", "B", "x")
    half = Article("en", "H", "y", origin=Origin("machine", segments=marks))
    both = Story("id", (original, half))
    assert is_published(original, both, config)
    assert not is_published(half, both, config)
