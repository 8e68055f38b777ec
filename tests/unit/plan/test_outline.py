"""The order of stories, and which ones stand near each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Listing, Teaser
from digest.plan.outline import RELATED, WINDOW, Outline, outline


def listing(
    name: str,
    moment: str = "2025-07-22T20:59:59Z",
    topics: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    *,
    languages: tuple[str, ...] = ("tr", "en"),
    also: tuple[str, ...] = (),
    slug: str = "",
    aliases: tuple[tuple[str, str], ...] = (),
) -> Listing:
    teasers = tuple(
        Teaser(name, lang, name, "", f"{lang}/{slug or name}/", moment[:10], moment, topics,
               False, "", (), ())
        for lang in languages
    )  # fmt: skip
    return Listing.of(
        name, moment, moment[:10], True, "", topics, (), also, teasers, aliases, words, "content"
    )


def ordered(*rows: Listing) -> Outline:
    return outline(rows)


def test_stories_are_in_order_newest_first_and_by_id_within_a_moment() -> None:
    found = ordered(
        listing("a", "2025-01-01"), listing("c", "2025-01-02"), listing("b", "2025-01-02")
    )
    assert [row.id for row in found.rows] == ["c", "b", "a"]


def test_a_neighbour_is_the_next_story_that_has_the_language() -> None:
    found = ordered(
        listing("a", "2025-01-01"),
        listing("b", "2025-01-02", languages=("tr",)),
        listing("c", "2025-01-03"),
    )
    older = found.neighbour("c", "en", 1)
    assert older is not None
    assert older.story == "a"
    newer = found.neighbour("a", "tr", -1)
    assert newer is not None
    assert newer.story == "b"
    assert found.neighbour("c", "tr", -1) is None


def test_related_stories_are_older_and_share_topics_and_headline_words() -> None:
    found = ordered(
        listing("old", "2025-01-01", ("x",), ("liman", "tahil")),
        listing("far", "2025-01-02", ("x",), ("baska",)),
        listing("mid", "2025-01-03", ("x", "y"), ("baska",)),
        listing("now", "2025-01-04", ("x", "y"), ("liman", "tahil")),
        listing("new", "2025-01-05", ("x", "y"), ("liman", "tahil")),
    )
    assert found.related("now") == ("old", "mid")
    assert found.related("old") == ()


def test_the_same_news_elsewhere_is_said_on_both_and_is_not_called_related() -> None:
    found = ordered(
        listing("a", "2025-01-01", ("x",), ("liman",)),
        listing("b", "2025-01-02", ("x",), ("liman",), also=("a", "gone", "b")),
    )
    assert found.also == {"a": ("b",), "b": ("a",)}
    assert found.related("b") == ()


STORIES = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.lists(st.sampled_from("xyz"), unique=True, max_size=2),
        st.lists(st.sampled_from(["liman", "tahil", "vapur"]), unique=True, max_size=2),
    ),
    min_size=1,
    max_size=70,
)


@given(STORIES, st.integers(0, 69))
def test_a_story_can_only_change_what_is_related_to_those_after_it(
    stories: list[tuple[int, list[str], list[str]]], which: int
) -> None:
    rows = [
        listing(f"{n:02}", f"2025-01-{day:02}", tuple(topics), tuple(words))
        for n, (day, topics, words) in enumerate(stories)
    ]
    gone = rows[which % len(rows)]
    there = ordered(*rows)
    without = ordered(*(row for row in rows if row is not gone))
    others = [row.id for row in rows if row is not gone]
    changed = {story for story in others if there.related(story) != without.related(story)}
    assert changed <= there.after([gone])
    assert changed <= without.after([gone])
    assert all(len(there.related(story)) <= RELATED for story in others)
    assert len(there.after([gone])) <= WINDOW * len(gone.topics) + 1
