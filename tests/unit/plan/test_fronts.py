"""Which stories a front page shows, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.config.reading import parse
from digest.model import Listing
from digest.plan.addresses import Addresses
from digest.plan.fronts import EARLIER, FRONT, SHOWN
from digest.plan.lists import ListPlanner, ListSpec
from digest.plan.outline import outline
from tests.unit.plan.test_outline import listing

WORDS = {"archive": "archive", "topic": "topic", "source": "source"}


def planned_fronts(*rows: Listing, config: str = "") -> dict[str, ListSpec]:
    """Plan a site of these stories; return its front page and homes by address."""
    made, problems = parse(config, Path("/site"))
    assert made is not None, problems
    addresses = Addresses(made, dict.fromkeys(made.languages, WORDS))
    planner = ListPlanner(made, addresses, outline(rows), {})
    return {spec.permalink: spec for spec in planner.specs() if spec.kind in ("front", "home")}


def stories(*counts: int, languages: tuple[str, ...] = ("tr", "en")) -> list[Listing]:
    """So many stories on 31 July, on the 30th, and so on."""
    return [
        listing(f"{31 - n}-{at:02}", f"2025-07-{31 - n:02}T{at:02}:00:00Z", languages=languages)
        for n, count in enumerate(counts)
        for at in range(count)
    ]


def shown(spec: ListSpec) -> list[int]:
    """Return how many stories of each day there are, newest first."""
    days = [row.day for row in spec.rows]
    return [days.count(day) for day in dict.fromkeys(days)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((), []),
        ((9, 5, 4, 3), [9, 5]),
        ((60, 40, 30), list(SHOWN)),
        ((2, 3, 20, 8), [2, 3, 6, 6]),
        ((1,) * 20, [1] * FRONT),
        ((3,), [3]),
    ],
    ids=["none", "usual", "much", "a slow weekend", "one a day", "a new site"],
)
def test_a_front_page_shows_the_newest_two_editions_and_more_where_those_are_short(
    counts: tuple[int, ...], expected: list[int]
) -> None:
    planned = planned_fronts(*stories(*counts))
    assert [shown(planned[address]) for address in ("", "tr/", "en/")] == [expected] * 3


def test_what_is_shown_of_an_edition_is_its_newest() -> None:
    assert [row.id for row in planned_fronts(*stories(20))["tr/"].rows][:2] == ["31-19", "31-18"]


def test_a_home_leads_to_the_editions_it_shows_and_to_some_before_them() -> None:
    links = planned_fronts(*stories(14, 8, *[2] * 20))["tr/"].links
    assert [link[:3] for link in links[:3]] == [
        ("2025-07-31", "tr/2025/07/31/", 14),
        ("2025-07-30", "tr/2025/07/30/", 8),
        ("2025-07-29", "tr/2025/07/29/", 2),
    ]
    assert len(links) == 2 + EARLIER


def test_the_front_page_leads_to_each_language_s_own_editions() -> None:
    rows = [*stories(6, 6), *stories(0, 0, 1, languages=("tr",)), *stories(0, 0, 0, 2)]
    links = planned_fronts(*rows)[""].links
    assert [(link.lang, link.name[8:], link.count) for link in links] == [
        ("tr", "31", 6), ("tr", "30", 6), ("tr", "29", 1), ("tr", "28", 2),
        ("en", "31", 6), ("en", "30", 6), ("en", "28", 2),
    ]  # fmt: skip


def test_without_pages_of_editions_nothing_leads_to_them() -> None:
    planned = planned_fronts(*stories(9, 9, 9), config="build: {pages: [front, month]}")
    assert [spec.links for spec in planned.values()] == [(), (), ()]
