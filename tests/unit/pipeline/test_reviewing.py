"""`digest review`: what a person has read is never asked for again, and says so."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from digest import files, store
from digest.errors import DigestError
from digest.fingerprint import short
from digest.model import Article, Story
from digest.pipeline import translating
from digest.pipeline.reviewing import Part, approve, awaiting, overview, side_by_side
from digest.translate.memory import plan
from tests.support import saving
from tests.support.sites import TestSite, make_site

PATH = "content/articles/2025-07/1.en.md"
HERE = ("Bir.", "İki.", "Üç.")
THERE = ("One.", "Two.", "Three.")


def translate(
    site: TestSite, name: str = "1", *, body: str = "\n\n".join(THERE), **more: str
) -> None:
    """Write a machine translation whose marks say that the service wrote THERE."""
    pairs = zip(HERE, THERE, strict=True)
    title = f"title {short(f'Başlık {name}')} {short(f'Headline {name}')}"
    marks = [title, *(f"body {short(one)} {short(two)}" for one, two in pairs)]
    fields = {"slug": f"story-{name}", "origin": "machine", "segments": f"[{', '.join(marks)}]"}
    site.story(name, "en", body, **{**fields, **more})


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "site")
    site.story("1", body="\n\n".join(HERE), slug="haber-1")
    translate(site)
    return site


def story(site: TestSite, number: int = 0) -> Story:
    return store.read_stories(site.root, store.article_files(site.root), site.config)[0][number]


def english(site: TestSite) -> Article:
    found = story(site).version("en")
    assert found
    return found


def actions(site: TestSite) -> dict[str, tuple[str, str]]:
    """Return what translation would do with each segment, and why."""
    slots = plan(story(site).original, english(site))
    return {slot.name: (slot.action, slot.reason) for slot in slots}


def open_parts(site: TestSite, *names: str) -> list[str]:
    return [part.segment for part in awaiting(site.config, names)]


@pytest.mark.parametrize(
    "name", ["story-1", "haber-1", "1", "id1", PATH, "1.en.md", "1.tr.md", f"./{PATH}"]
)
def test_a_translation_is_approved_by_any_of_its_names(site: TestSite, name: str) -> None:
    assert approve(site.config, name) == (PATH,)
    assert english(site).origin.reviewed
    assert open_parts(site) == []


def test_nothing_else_in_the_file_changes(site: TestSite) -> None:
    path = site.root / PATH
    before = path.read_text("utf-8").replace("---\n", "---\n# a remark\n", 1)
    path.write_text(before, "utf-8")
    approve(site.config, "story-1")
    approve(site.config, "story-1")
    assert path.read_text("utf-8") == before.replace("]\n---", "]\nstatus: reviewed\n---")


def test_a_reviewed_translation_is_not_labelled_on_its_page(site: TestSite) -> None:
    site.build()
    before = site.page("en/story-1/")
    approve(site.config, "story-1")
    site.build()
    assert site.page("en/story-1/") != before


def test_an_approved_segment_is_a_persons_from_then_on(site: TestSite) -> None:
    approve(site.config, "story-1:body-2")
    assert not english(site).origin.reviewed
    assert actions(site)["body-2"] == ("hand", "edited")
    assert open_parts(site) == ["title", "body-1", "body-3"]
    site.story("1", body="Bir.\n\nBambaşka.\n\nÜç.", slug="haber-1")
    assert actions(site)["body-2"] == ("hand", "stale")
    assert actions(site)["body-1"] == ("keep", "")
    assert open_parts(site) == ["title", "body-1", "body-2", "body-3"]


def test_all_approved_segments_keep_their_places(site: TestSite) -> None:
    for name in ("body-1", "body-2", "body-3"):
        approve(site.config, f"story-1:{name}")
    assert set(actions(site).values()) == {("keep", ""), ("hand", "edited")}
    site.story("1", body="Bir.\n\nÜç.\n\nDört.", slug="haber-1")
    assert actions(site)["body-1"] == ("hand", "edited")
    assert actions(site)["body-3"][0] == "ask"


def test_with_the_last_segment_the_whole_is_reviewed(site: TestSite) -> None:
    for name in ("title", "body-3", "body-1"):
        approve(site.config, f"story-1:{name}")
        assert not english(site).origin.reviewed
    approve(site.config, "story-1:body-2")
    assert english(site).origin.reviewed


def test_what_a_person_edited_awaits_no_review(site: TestSite) -> None:
    translate(site, body="One.\n\nNot two.\n\nThree.")
    assert open_parts(site) == ["title", "body-1", "body-3"]


def test_what_was_read_beside_the_new_original_is_stale_no_more(site: TestSite) -> None:
    site.story("1", body="Bir.\n\nBambaşka.\n\nÜç.", slug="haber-1")
    assert [part.segment for part in awaiting(site.config) if part.changed] == ["body-2"]
    approve(site.config, "story-1")
    assert set(actions(site).values()) == {("keep", "")}
    site.story("1", body="Bir.\n\nYine başka.\n\nÜç.", slug="haber-1")
    assert actions(site)["body-2"] == ("hand", "changed")


def test_blocks_that_a_person_merged_are_approved_together(site: TestSite) -> None:
    translate(site, body="One and two.\n\nThree.")
    approve(site.config, "story-1:title")
    approve(site.config, "story-1:body-3")
    assert english(site).origin.reviewed  # the merged ones are a person's words already


def test_what_is_not_translated_yet_cannot_be_approved(site: TestSite) -> None:
    marks = f"[title {short('Başlık 1')} {short('Headline 1')}, body {short('Bir.')} -]"
    site.story("1", body="Bir.", slug="haber-1")
    translate(site, body="Bir.", segments=marks)
    for name in ("story-1", "story-1:body-1"):
        with pytest.raises(DigestError, match=r"not translated yet: body-1\."):
            approve(site.config, name)
    approve(site.config, "story-1:title")
    assert not english(site).origin.reviewed


def test_a_translation_without_marks_is_reviewed_as_a_whole(site: TestSite) -> None:
    translate(site, segments="")
    assert open_parts(site) == ["title", "body-1", "body-2", "body-3"]
    with pytest.raises(DigestError, match="keeps no marks"):
        approve(site.config, "story-1:body-1")
    approve(site.config, "story-1")
    assert english(site).origin.reviewed


def test_what_is_not_there_is_said_with_what_is(site: TestSite) -> None:
    with pytest.raises(DigestError, match='no story "yok"'):
        approve(site.config, "yok")
    with pytest.raises(DigestError, match="title, body-1, body-2, body-3"):
        approve(site.config, "story-1:body-9")
    site.story("2", slug="haber-2")
    site.story("2", "en", "By hand.", slug="story-2")
    for name in ("haber-2", "story-2"):
        with pytest.raises(DigestError, match="no machine has translated"):
            approve(site.config, name)


@pytest.mark.parametrize("name", ["story-1", "story-1:body-2"])
@pytest.mark.parametrize("lang", ["tr", "en"])
def test_what_changes_while_a_translation_is_waited_for_is_not_approved(
    site: TestSite, name: str, lang: str
) -> None:
    """A translation that is under way when a person approves writes a text nobody has read."""
    path = site.root / f"content/articles/2025-07/1.{lang}.md"
    old, new = ("İki.", "Yeni.") if lang == "tr" else ("Two.", "New.")
    with ExitStack() as under_way:
        under_way.enter_context(files.lock(site.root / translating.LOCK))

        def written() -> None:
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            under_way.close()

        with pytest.raises(DigestError, match="was changed meanwhile") as caught:
            approve(site.config, name, written)
    assert caught.value.path == PATH
    assert not english(site).origin.reviewed
    assert approve(site.config, name) == (PATH,)


def test_what_is_saved_while_it_is_approved_stays(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = site.root / PATH
    new = path.read_text("utf-8").replace("Two.", "New.")
    saving.meanwhile(monkeypatch, path, lambda: path.write_text(new, "utf-8"))
    with pytest.raises(DigestError, match="was changed meanwhile"):
        approve(site.config, "story-1")
    assert "New." in english(site).body


def test_a_name_that_means_two_stories_is_refused(site: TestSite) -> None:
    site.story("2", id="haber-1", slug="haber-2")
    with pytest.raises(DigestError, match="several stories"):
        approve(site.config, "haber-1")


def test_of_several_translations_one_is_named_by_its_own_name(tmp_path: Path) -> None:
    config = "site: {title: Haber}\nlanguages: [tr, en, de]\n"
    site = make_site(tmp_path / "site", config)
    site.story("1", body="Bir.", slug="haber")
    for lang in ("en", "de"):
        site.story("1", lang, "Eins.", slug=f"story-{lang}", origin="machine")
    german = "content/articles/2025-07/1.de.md"
    for name in ("story-de", "1.de.md", german):
        assert approve(site.config, name) == (german,)
    assert approve(site.config, "haber") == (PATH, german)


def test_the_list_is_of_the_named_ones_when_there_are_names(site: TestSite) -> None:
    site.story("2", body="\n\n".join(HERE), slug="haber-2")
    translate(site, "2")
    assert len(open_parts(site)) == 8
    assert {part.path for part in awaiting(site.config, ["haber-2"])} == {
        "content/articles/2025-07/2.en.md"
    }


LONG = "Bu uzun bir cümledir ve iki satıra sığmaz."
PARTS = (
    Part("a.en.md", "title", "Başlık", "Headline", changed=False),
    Part("a.en.md", "body-1", LONG, "Short.\nTwo.", changed=True),
    Part("b.en.md", "title", "A", "B", changed=False),
)


def test_texts_stand_side_by_side() -> None:
    assert list(side_by_side(PARTS, 47)) == [
        "a.en.md",
        "-- title",
        "Başlık                 | Headline",
        "",
        "-- body-1, the original has changed since",
        "Bu uzun bir cümledir   | Short.",
        "ve iki satıra sığmaz.  | Two.",
        "",
        "b.en.md",
        "-- title",
        "A                      | B",
        "",
    ]
    assert max(map(len, side_by_side(PARTS[:1], 1))) <= 43


def test_the_overview_has_a_line_for_each_translation() -> None:
    assert list(overview(PARTS)) == [
        "a.en.md: title, body-1*",
        "b.en.md: title",
        "* The original has changed since.",
    ]
    assert list(overview(PARTS[:1])) == ["a.en.md: title"]
    assert list(overview(())) == ["Nothing awaits review."]
