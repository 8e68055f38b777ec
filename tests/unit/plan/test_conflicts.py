"""Addresses that two want: who has them, and who is in the way."""

from __future__ import annotations

from digest.plan.conflicts import conflicts, page_conflicts
from tests.unit.plan.test_outline import listing


def test_two_stories_with_one_address_name_each_other() -> None:
    rows = (listing("a", slug="x"), listing("b", slug="x"))
    found = conflicts(rows, {"a": "a.tr.md", "b": "b.tr.md"}, frozenset(), {})
    assert set(found) == {"b"}
    assert "a.tr.md" in found["b"].message
    assert "x-2" in found["b"].hint


def test_addresses_that_the_site_needs_are_refused() -> None:
    rows = (listing("a", slug="konu"), listing("b", slug="2025"), listing("c", slug="20255"))
    paths = {row.id: f"{row.id}.tr.md" for row in rows}
    found = conflicts(rows, paths, frozenset({"konu"}), {})
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
    found = conflicts(rows, paths, frozenset({"konu"}), {})
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
    taken, found = page_conflicts(pages, [], frozenset({"konu"}))
    assert taken == {"tr/a/": "1.tr.md", "en/a/": "1.en.md"}
    assert {path: problem.code for path, problem in found.items()} == {
        "2.tr.md": "duplicate-slug",
        "k": "reserved-slug",
        "!": "no-slug",
    }
    assert "1.tr.md" in found["2.tr.md"].message


def test_a_former_address_of_a_page_is_refused_where_another_page_or_the_site_has_it() -> None:
    pages = [("tr/a/", "1.tr.md"), ("tr/b/", "2.tr.md"), ("tr/c/", "3.tr.md")]
    former = [
        ("tr/old/", "1.tr.md"),
        ("tr/a/", "1.tr.md"),  # which it has again
        ("tr/a/", "2.tr.md"),
        ("tr/2025/", "3.tr.md"),
    ]
    taken, found = page_conflicts(pages, former, frozenset())
    assert taken["tr/old/"] == "1.tr.md"
    assert {path: problem.code for path, problem in found.items()} == {
        "2.tr.md": "duplicate-slug",
        "3.tr.md": "reserved-slug",
    }
    assert "1.tr.md" in found["2.tr.md"].message
