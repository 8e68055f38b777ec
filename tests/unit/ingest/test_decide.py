"""What a text is to those that are there: a version of one of them, the same news elsewhere, or new."""

from __future__ import annotations

import pytest

from digest.ingest.decide import Candidate, decide
from digest.model import Article, Source, Story

WORDS = [f"sözcük{n}" for n in range(100)]
TITLE = "Kuzey limanında vinç operatörleri greve gitti"
ALIKE = "Kuzey limanında vinç operatörleri yarın greve gitti"
OTHER = "Sendika limanda iş bıraktı"


def story(
    title: str = TITLE,
    changed: int = 0,
    date: str = "",
    updated: str = "",
    author: str = "",
    sources: tuple[str, ...] = (),
) -> Story:
    """A story of a hundred words, of which some are others than in the one beside it."""
    body = " ".join([f"başka{n}" for n in range(changed)] + WORDS[changed:])
    article = Article("tr", title, body, author=author)
    names = tuple(map(Source, sources))
    return Story("", (article,), date=date, updated=updated, sources=names)


def there(old: Story, story_id: str = "a1", edited: bool = False) -> Candidate:
    return Candidate(Story(story_id, old.articles, date=old.date, updated=old.updated, sources=old.sources), "a.tr.md", edited)  # fmt: skip


def kind(new: Story, old: Story, edited: bool = False) -> str:
    return decide(new, [there(old, edited=edited)]).kind


def test_a_text_that_shares_nothing_with_others_is_new() -> None:
    found = decide(story(changed=100), [there(story())])
    assert (found.kind, found.of, found.also) == ("new", None, ())


def test_the_same_text_is_there_even_where_it_was_edited() -> None:
    assert kind(story(), story()) == "there"
    assert kind(story(), story(), edited=True) == "there"


def test_a_revision_names_what_it_revises_and_says_when_somebody_edited_that() -> None:
    old = there(story())
    found = decide(story(changed=3), [there(story(changed=100)), old])
    assert (found.kind, found.of) == ("revision", old)
    assert kind(story(changed=3), story(), edited=True) == "edited"


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("2025-07-22T10:01", "2025-07-22T10:02", "there"),
        ("2025-07-22T10:02", "2025-07-22T10:02", "revision"),
        ("2025-07-22T10:02", "2025-07-22T10:02+03:00", "revision"),
        ("2025-07-22T10:02+03:00", "2025-07-22T10:02", "revision"),
        ("2025-07-23", "2025-07-22T10:02", "revision"),
        ("2025-07-21", "2025-07-22T10:02", "there"),
        ("", "2025-07-22", "revision"),
        ("2025-07-22", "", "revision"),
    ],
)
def test_an_earlier_version_to_the_minute_is_no_revision(new: str, old: str, expected: str) -> None:
    assert kind(story(changed=3, date=new), story(date=old)) == expected
    assert kind(story(changed=3, updated=new), story(updated=old)) == expected


def test_the_time_of_an_update_counts_before_that_of_publication() -> None:
    old = story(date="2025-07-20", updated="2025-07-22")
    assert kind(story(changed=3, date="2025-07-21"), old) == "there"
    assert kind(story(changed=3, date="2025-07-20", updated="2025-07-23"), old) == "revision"


@pytest.mark.parametrize(
    ("title", "changed", "expected"),
    [
        (TITLE, 25, "revision"),
        (TITLE, 26, "new"),
        (ALIKE, 20, "revision"),
        (ALIKE, 21, "new"),
        (OTHER, 0, "new"),
    ],
    ids=["same headline", "too little", "headline like it", "less than that needs", "other headline"],
)  # fmt: skip
def test_the_less_alike_the_headlines_the_more_of_the_text_must_be_the_same(
    title: str, changed: int, expected: str
) -> None:
    found = decide(story(title, changed), [there(story())])
    assert found.kind == expected
    assert found.also == (("a1",) if expected == "new" else ())


def test_a_text_signed_by_somebody_else_is_no_revision() -> None:
    old = story(author="Ali Veli")
    assert kind(story(changed=3, author="Ayşe Can"), old) == "new"
    assert kind(story(changed=3, author="Ali Veli"), old) == "revision"
    assert kind(story(changed=3), old) == "revision"


def test_a_text_of_other_papers_is_no_revision() -> None:
    old = story(sources=("AA", "Reuters"))
    assert kind(story(changed=3, sources=("DHA",)), old) == "new"
    assert kind(story(changed=3, sources=("Reuters", "AP")), old) == "revision"
    assert kind(story(changed=3), old) == "revision"


def test_a_new_story_names_those_that_report_the_same_once_each_and_in_order() -> None:
    beside = [
        there(story(OTHER, changed=40), "b2"),
        there(story(OTHER, changed=41), "too-little"),
        there(story(OTHER), "a1"),
        there(story(OTHER), ""),
        there(story(OTHER), "b2"),
    ]
    assert decide(story(), beside).also == ("b2", "a1")
