"""Listings in the state: all come back, and a year of which nothing changed is left as it lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.cache import sections, state
from digest.model import Listing, Teaser
from digest.pipeline.kept_listings import recall, remember


def row(name: str, day: str, title: str = "A", content: str = "body") -> Listing:
    teaser = Teaser(name, "tr", title, "", f"tr/{name}/", day, day, ("su",), False, "", (), ())
    moment = f"{day}T00:00:00Z"
    return Listing.of(
        name, moment, day, True, "", ("su",), ("AA",), (), (teaser,), (), ("gemi",), content
    )


def shelf(*rows: Listing) -> dict[str, Listing]:
    return {f"content/articles/{one.id}": one for one in rows}


def saved(rows: dict[str, Listing], path: Path) -> state.State:
    made = state.State()
    remember(rows, made)
    made.save(str(path))
    return state.load(str(path))[0]


THREE = shelf(row("c", "2026-01-02"), row("b", "2025-12-31"), row("a", "2025-01-01"))


def test_listings_come_back_in_their_order(tmp_path: Path) -> None:
    found = recall(saved(THREE, tmp_path / "build"))
    assert list(found.items()) == list(THREE.items())
    assert recall(state.State()) == {}


def test_a_years_last_story_leaves_nothing_behind(tmp_path: Path) -> None:
    last = saved(THREE, tmp_path / "build")
    left = shelf(*list(THREE.values())[1:])
    remember(left, last, [THREE["content/articles/c"]])
    assert list(recall(last).items()) == list(left.items())
    remember({}, last, list(left.values()))
    assert recall(last) == {}


def test_an_edit_changes_fingerprints_alone(tmp_path: Path) -> None:
    last = saved(THREE, tmp_path / "build")
    edited = {**THREE, "content/articles/a": row("a", "2025-01-01", content="other")}
    remember(edited, last, ())
    assert recall(last) == edited


def test_a_new_story_writes_its_own_year_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "LARGE", 1)
    last = saved(THREE, tmp_path / "build")
    before = {path.name for path in tmp_path.glob("build-rows-*")}
    new = row("d", "2026-02-03")
    remember(shelf(new, *THREE.values()), last, [new])
    last.save(str(tmp_path / "build"))
    after = {path.name for path in tmp_path.glob("build-rows-*")}
    assert {name[:15] for name in before} == {"build-rows-2025", "build-rows-2026"}
    assert {name[:15] for name in before - after} == {"build-rows-2026"}
    assert {name[:15] for name in after - before} == {"build-rows-2026"}
