"""What a change does not touch is as it was: shown by planning everything beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random
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
from digest.plan.listpages import ListPages, Planned
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


def some(random: Random, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in values if random.random() < 0.4)


def listing(name: str, random: Random) -> Listing:
    day, title = random.choice(DAYS), random.choice("ABC")
    topics = some(random, ("gazze", "barış", "su"))
    sources = some(random, ("Reuters", "REUTERS", "BBC"))
    langs = ("tr", *some(random, LANGS[1:]))
    teasers = tuple(
        Teaser(name, lang, title, "", f"{lang}/{name}/", day, day, topics, False, "", (), sources)
        for lang in langs
    )
    also, words = some(random, ("0", "1", "2")), some(random, ("liman", "tahil"))
    return Listing.of(name, day, day, True, "", topics, sources, also, teasers, (), words, "body")


POOL = {name: [listing(name, Random(f"{name}{n}")) for n in range(60)] for name in "012345678"}

STORIES = st.dictionaries(st.sampled_from("012345678"), st.integers(0, 59))


@st.composite
def change(draw: st.DrawFn) -> tuple[dict[str, Listing], dict[str, Listing]]:
    """Stories before and after a change of some of them, by id."""
    before = {name: POOL[name][n] for name, n in draw(STORIES).items()}
    after = dict(before)
    for name in draw(st.sets(st.sampled_from("012345678"), max_size=2)):
        after.pop(name, None)
        if draw(st.booleans()):
            after[name] = POOL[name][draw(st.integers(0, 59))]
    return before, after


def relisted(before: Mapping[str, Listing], after: Mapping[str, Listing]) -> list[Listing]:
    names = sorted(before.keys() | after.keys())
    changed = [name for name in names if before.get(name) != after.get(name)]
    return [row for name in changed for row in (before.get(name), after.get(name)) if row]


def planned(found: Outline, only: Touched | None = None) -> list[Planned]:
    specs = ListPlanner(CONFIG, ADDRESSES, found, {}, only).specs()
    return list(ListPages(CONFIG, ADDRESSES, found, NAMES).planned(specs))


def feeds(found: Outline, topics: frozenset[str] | None = None) -> dict[str, str]:
    planner = FeedPlanner(CONFIG, ADDRESSES, found, cast(Any, None), cast(Any, None))
    return {feed.output: feed.signature for feed in planner.planned(topics)}


@given(change())
def test_lists_that_are_kept_are_what_planning_all_of_them_makes(
    stories: tuple[dict[str, Listing], dict[str, Listing]],
) -> None:
    before, after = stories
    old, new = outline(before.values()), outline(after.values())
    changed = touched(relisted(before, after))
    keeps = ListPlanner(CONFIG, ADDRESSES, new, {}, changed).keeps
    kept = [page for page in planned(old) if page.key and keeps(page.key)]
    few = planned(new, changed)
    found = {page.output: page.signature for page in (*kept, *few)}
    assert found == {page.output: page.signature for page in planned(new)}
    assert len(found) == len(kept) + len(few)


def test_lists_that_nothing_touches_are_not_planned() -> None:
    def row(name: str, day: str, topic: str, source: str) -> Listing:
        teaser = Teaser(name, "tr", "A", "", f"tr/{name}/", day, day, (topic,), False, "", (), ())
        return Listing.of(
            name, day, day, True, "", (topic,), (source,), (), (teaser,), (), (), "body"
        )

    old = [row(str(n), f"202{n}-01-01", "gazze", "BBC") for n in range(4)]
    new = row("9", "2025-02-03", "su", "Reuters")
    everything = {page.output for page in planned(outline([*old, new]))}
    few = {page.output for page in planned(outline([*old, new]), touched([new]))}
    left = (path for path in everything - few if path.startswith("tr/"))
    assert {path.removeprefix("tr/").removesuffix("/index.html") for path in left} == {
        "topic/gazze", "topic/gazze/2020/01", "topic/gazze/2021/01", "topic/gazze/2022/01",
        "topic/gazze/2023/01", "topic/barış", "source/bbc", "source/bbc/2020/01",
        "source/bbc/2021/01", "source/bbc/2022/01", "source/bbc/2023/01",
        *("2020", "2020/01", "2020/01/01", "2021", "2021/01", "2021/01/01", "2022", "2022/01",
          "2022/01/01"),
    }  # fmt: skip


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
