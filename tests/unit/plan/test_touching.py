"""What a change does not touch is as it was: shown by planning everything beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.config import Config, Topic
from digest.model import Listing, Teaser
from digest.pipeline import staleness
from digest.plan import fronts, lists
from digest.plan.addresses import Addresses
from digest.plan.feeds import FeedPlanner
from digest.plan.listpages import ListPages
from digest.plan.lists import ListPlanner
from digest.plan.outline import Outline, outline
from digest.plan.touching import Touched, touched

LANGS = ("tr", "en", "de")
NAMES = dict.fromkeys(LANGS, "x")
TOPICS = tuple(
    Topic(key, tuple((lang, key) for lang in LANGS), tuple((lang, key) for lang in LANGS), ())
    for key in ("gazze", "barış", "su")
)
CONFIG = Config(
    Path("/site"), tuple(NAMES.items()), (), "https://x.example/", "Europe/Istanbul", LANGS, TOPICS,
    feed_items=3,
)  # fmt: skip
WORDS = {lang: {w: w for w in ("topic", "source", "archive", "search", "feeds")} for lang in LANGS}
ADDRESSES = Addresses(CONFIG, WORDS)

DAYS = ("", "2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01", "2025-02-03", "2026-01-01")


@pytest.fixture(autouse=True)
def _short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "LATEST", 3)
    monkeypatch.setattr(fronts, "FRONT", 3)
    monkeypatch.setattr(fronts, "SHOWN", (3, 2))
    monkeypatch.setattr(fronts, "EARLIER", 1)


def some(values: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    chosen = st.sets(st.sampled_from(values), min_size=least)
    return chosen.map(lambda found: tuple(value for value in values if value in found))


@st.composite
def listing(draw: st.DrawFn, name: str) -> Listing:
    day, title = draw(st.sampled_from(DAYS)), draw(st.sampled_from("ABC"))
    topics = draw(some(("gazze", "barış", "su")))
    sources = draw(some(("Reuters", "REUTERS", "BBC")))
    also = draw(some(("0", "1", "2")))
    langs = ("tr", *draw(some(LANGS[1:])))
    teasers = tuple(
        Teaser(name, lang, title, "", f"{lang}/{name}/", day, day, topics, False, "", (), sources)
        for lang in langs
    )
    words = draw(some(("liman", "tahil")))
    return Listing.of(
        name, day, day, True, "", topics, sources, also, teasers, (), words, draw(st.just("body"))
    )


@st.composite
def change(draw: st.DrawFn) -> tuple[dict[str, Listing], dict[str, Listing]]:
    """Stories before and after a change of some of them, by id."""
    names = [str(number) for number in range(draw(st.integers(1, 9)))]
    before = {name: draw(listing(name)) for name in names if draw(st.booleans())}
    after = dict(before)
    for name in draw(st.sets(st.sampled_from(names), max_size=2)):
        after.pop(name, None)
        if draw(st.booleans()):
            after[name] = draw(listing(name))
    return before, after


def relisted(before: Mapping[str, Listing], after: Mapping[str, Listing]) -> list[Listing]:
    names = sorted(before.keys() | after.keys())
    changed = [name for name in names if before.get(name) != after.get(name)]
    return [row for name in changed for row in (before.get(name), after.get(name)) if row]


def planned(found: Outline, only: Touched | None = None) -> dict[str, str | None]:
    specs = ListPlanner(CONFIG, ADDRESSES, found, {}, only).specs()
    pages = ListPages(CONFIG, ADDRESSES, found, NAMES).planned(specs)
    return {page.output: page.signature for page in pages}


def feeds(found: Outline, topics: frozenset[str] | None = None) -> dict[str, str | None]:
    planner = FeedPlanner(CONFIG, ADDRESSES, found, cast(Any, None), cast(Any, None))
    return {feed.output: feed.signature for feed in planner.planned(topics)}


@given(change())
def test_lists_that_are_kept_are_what_planning_all_of_them_makes(
    stories: tuple[dict[str, Listing], dict[str, Listing]],
) -> None:
    before, after = stories
    old, new = outline(before.values()), outline(after.values())
    known, everything = planned(old), planned(new)
    few = planned(new, touched(relisted(before, after)))
    assert {path: sign or known[path] for path, sign in few.items()} == everything


@given(change(), st.data())
def test_an_edited_body_is_in_no_feed_of_another_topic(
    stories: tuple[dict[str, Listing], dict[str, Listing]], data: st.DataObject
) -> None:
    before, _ = stories
    after = dict(before)
    for name in data.draw(st.sets(st.sampled_from(sorted(before)))) if before else ():
        after[name] = before[name]._replace(content="another body")
    known, everything = feeds(outline(before.values())), feeds(outline(after.values()))
    few = feeds(outline(after.values()), touched(relisted(before, after)).topics)
    assert {**known, **few} == everything


@given(change())
def test_stories_far_from_a_change_show_nothing_of_it(
    stories: tuple[dict[str, Listing], dict[str, Listing]],
) -> None:
    before, after = stories
    changed = relisted(before, after)
    sites = [
        cast(Any, SimpleNamespace(outline=outline(rows.values()), config=CONFIG))
        for rows in stories
    ]
    known = {
        story: staleness.record(sites[0], story, sites[0].outline.related(story))
        for story in before
    }
    stale = [
        staleness.stale_stories(sites[1], known, changed, frozenset(), "", alone=alone)
        for alone in (True, False)
    ]
    assert stale[0] == stale[1]
