"""Items of feeds are kept for the next build, and made again when anything of theirs changed."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from digest.feeds import Setting
from digest.model import FeedItem, StoryContent
from digest.pipeline import feeding
from tests.unit.feeds.examples import content, frame, markdown, page, picture, texts


class Stories:
    """Gives the content of stories, and counts how often it is asked for."""

    def __init__(self) -> None:
        self.read = 0

    def item(self, story: str, signature: str = "1", *, updated: str = "") -> FeedItem:
        def make() -> StoryContent:
            self.read += 1
            return content("tr", updated=updated)

        return FeedItem(f"{story}.tr", make, signature)


@pytest.fixture
def stories() -> Stories:
    return Stories()


def written(cache: Path, *items: FeedItem, base: str = "base", form: str = "xml") -> str:
    made = page("tr", *items, output=f"tr/feed.{form}")
    frames = {lang: frame(lang) for lang in ("tr", "en")}
    zone = ZoneInfo("Europe/Istanbul")
    setting = Setting(made, frames, texts(), markdown, picture, zone, {})
    return feeding.write(setting, cache, base).decode()


def test_a_story_more_is_the_only_one_that_is_read(tmp_path: Path, stories: Stories) -> None:
    a, b = stories.item("a", updated="2025-07-24T09:00:00+03:00"), stories.item("b")
    written(tmp_path, a, b)
    assert stories.read == 2
    more = written(tmp_path, stories.item("c"), stories.item("a"), stories.item("b"))
    assert stories.read == 3
    assert more == written(
        tmp_path / "anew",
        stories.item("c"),
        stories.item("a", updated="2025-07-24T09:00:00+03:00"),
        stories.item("b"),
    )


def test_the_json_feed_takes_the_items_of_the_other(tmp_path: Path, stories: Stories) -> None:
    written(tmp_path, stories.item("a"))
    kept = written(tmp_path, stories.item("a"), form="json")
    assert stories.read == 1
    assert kept == written(tmp_path / "anew", stories.item("a"), form="json")


@pytest.mark.parametrize(("signature", "base"), [("2", "base"), ("1", "other")])
def test_what_changed_is_made_again(
    tmp_path: Path, stories: Stories, signature: str, base: str
) -> None:
    written(tmp_path, stories.item("a"))
    written(tmp_path, stories.item("a", signature), base=base)
    assert stories.read == 2


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, stories: Stories) -> None:
    first = written(tmp_path, stories.item("a"))
    for file in (tmp_path / feeding.FOLDER).iterdir():
        file.write_bytes(file.read_bytes()[:-9] + b"<item/>\n\n")
    assert written(tmp_path, stories.item("a")) == first
    assert stories.read == 2


def test_a_feed_of_more_items_than_are_kept_at_once_is_whole(
    tmp_path: Path, stories: Stories, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.feeds.content.KEPT", 2)
    items = [stories.item(name) for name in "abcde"]
    assert written(tmp_path, *items).count("<item>") == 5
    assert written(tmp_path, *items) == written(tmp_path / "anew", *items)
