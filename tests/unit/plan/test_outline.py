"""The order of stories, and which ones stand near each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Listing, Teaser
from digest.plan.outline import RELATED, WINDOW, Outline, conflicts, outline, page_conflicts


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


def test_two_stories_with_one_address_name_each_other() -> None:
    rows = (listing("a", slug="x"), listing("b", slug="x"))
    found = conflicts(rows, {"a": "a.tr.md", "b": "b.tr.md"}, frozenset())
    assert set(found) == {"b"}
    assert "a.tr.md" in found["b"].message
    assert "x-2" in found["b"].hint


def test_addresses_that_the_site_needs_are_refused() -> None:
    rows = (listing("a", slug="konu"), listing("b", slug="2025"), listing("c", slug="20255"))
    paths = {row.id: f"{row.id}.tr.md" for row in rows}
    found = conflicts(rows, paths, frozenset({"konu"}))
    assert {story: problem.code for story, problem in found.items()} == {
        "a": "reserved-slug",
        "b": "reserved-slug",
    }


def test_a_former_address_is_refused_where_another_story_or_the_site_has_it() -> None:
    rows = (
        listing("a", aliases=(("tr", "z"), ("tr", "a"), ("tr", "old"))),
        listing("b", aliases=(("tr", "konu"),)),
        listing("c", aliases=(("en", "2025"),)),
        listing("d", aliases=(("tr", "old"),)),
        listing("e", aliases=(("en", "old"), ("en", "old"))),
        listing("f", aliases=(("en", "z"),), languages=("tr",)),  # which leads nowhere
        listing("z"),
    )
    paths = {row.id: f"{row.id}.tr.md" for row in rows}
    found = conflicts(rows, paths, frozenset({"konu"}))
    assert {story: problem.code for story, problem in found.items()} == {
        "a": "duplicate-slug",
        "b": "reserved-slug",
        "c": "reserved-slug",
    }
    assert "z.tr.md" in found["a"].message


def test_a_page_of_the_editors_has_its_address_before_any_story() -> None:
    rows = (listing("a", slug="about"), listing("b", aliases=(("tr", "about"),)))
    paths = {row.id: f"{row.id}.tr.md" for row in rows}
    found = conflicts(rows, paths, frozenset(), {"tr/about/": "content/pages/about.tr.md"})
    assert {story: problem.code for story, problem in found.items()} == {
        "a": "duplicate-slug",
        "b": "duplicate-slug",
    }
    assert "content/pages/about.tr.md" in found["a"].message


def test_of_two_pages_with_one_address_the_second_is_in_the_way() -> None:
    pages = [
        ("tr/a/", "1.tr.md"),
        ("tr/a/", "2.tr.md"),
        ("en/a/", "1.en.md"),
        ("tr/konu/", "k"),
        ("tr//", "!"),
    ]
    taken, found = page_conflicts(pages, frozenset({"konu"}))
    assert taken == {"tr/a/": "1.tr.md", "en/a/": "1.en.md"}
    assert {path: problem.code for path, problem in found.items()} == {
        "2.tr.md": "duplicate-slug",
        "k": "reserved-slug",
        "!": "no-slug",
    }
    assert "1.tr.md" in found["2.tr.md"].message
