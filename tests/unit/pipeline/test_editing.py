"""What an editor does by hand, made easier."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import store
from digest.errors import DigestError
from digest.fingerprint import short
from digest.model import Story
from digest.pipeline import editing
from digest.translate import memory
from tests.support.sites import TestSite, make_site


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    made = make_site(tmp_path)
    made.story("1", body="Bir.\n\nİki.", slug="haber")
    marks = [f"title {short('Başlık 1')} {short('Headline 1')}"]
    marks += [
        f"body {short(one)} {short(two)}" for one, two in (("Bir.", "One."), ("İki.", "Two."))
    ]
    made.story(
        "1", "en", "One.\n\nTwo.", slug="story", origin="machine", engine="google",
        segments=f"[{', '.join(marks)}]",
    )  # fmt: skip
    return made


def english(site: TestSite) -> Story:
    (story,), problems = store.read_stories(site.root, store.article_files(site.root), site.config)
    assert problems == ()
    return story


def test_a_new_article_is_a_draft_with_an_address_of_its_own(site: TestSite) -> None:
    first = editing.start_article(site.config, "Işık  söndü", "2025-07-22")
    second = editing.start_article(site.config, "Işık söndü", "2025-07-22")
    assert first == "content/articles/2025-07/isik-sondu.tr.md"
    assert second == "content/articles/2025-07/isik-sondu-2.tr.md"
    texts = [(site.root / path).read_text("utf-8") for path in (first, second)]
    assert all("draft: true" in text and "title: Işık söndü" in text for text in texts)
    assert len({text.split("id: ")[1][:12] for text in texts}) == 2
    site.build()
    assert not (site.root / "output/tr/isik-sondu").exists()


@pytest.mark.parametrize("title", ["konu", "2025", "???"])
def test_a_new_article_never_gets_an_address_that_the_site_needs(
    site: TestSite, title: str
) -> None:
    path = editing.start_article(site.config, title, "2025-07-22")
    text = (site.root / path).read_text("utf-8").replace("draft: true\n", "")
    (site.root / path).write_text(text, "utf-8")
    assert site.build().made is not None


@pytest.mark.parametrize("name", ["story", "haber", "1", "id1", "content/articles/2025-07/1.en.md"])
def test_a_translation_is_approved_by_any_of_its_names(site: TestSite, name: str) -> None:
    assert editing.approve(site.config, name) == "content/articles/2025-07/1.en.md"
    assert english(site).articles[1].origin.reviewed
    assert editing.status(site.config).unreviewed == 0


def test_an_approved_segment_is_never_asked_for_again_even_when_its_original_changes(
    site: TestSite,
) -> None:
    editing.approve(site.config, "story:body-2")
    story = english(site)
    assert not story.articles[1].origin.reviewed
    assert [name for _, name, _ in editing.awaiting(site.config)] == ["title", "body-1"]
    site.story("1", body="Bir.\n\nBambaşka.", slug="haber")
    story = english(site)
    slots = memory.plan(story.original, story.articles[1])
    assert {slot.name: slot.action for slot in slots}["body-2"] == "hand"


def test_with_its_last_segment_the_whole_is_approved(site: TestSite) -> None:
    for segment in ("title", "body-1", "body-2"):
        editing.approve(site.config, f"story:{segment}")
    assert english(site).articles[1].origin.reviewed


@pytest.mark.parametrize("name", ["yok", "story:body-9"])
def test_what_is_not_there_is_said_with_what_is(site: TestSite, name: str) -> None:
    with pytest.raises(DigestError) as caught:
        editing.approve(site.config, name)
    assert caught.value.hint


def test_status_counts_what_there_is(site: TestSite) -> None:
    site.story("2", draft="true")
    site.story("3", date="", imported="2025-07-01")
    site.story("1", body="Yeni.\n\nİki.", slug="haber", date="2025-07-23")
    found = editing.status(site.config)
    assert (found.stories, found.drafts, found.undated) == (3, 1, 1)
    assert found.languages == {"tr": 2, "en": 1}
    assert (found.pending, found.unreviewed, found.stale) == (1, 1, 1)
    assert found.last_edition == "2025-07-23"
