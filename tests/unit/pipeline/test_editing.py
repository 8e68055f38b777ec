"""`digest new`: a draft with an id, a slug and a day of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import store
from digest.errors import DigestError
from digest.model import Story
from digest.pipeline import editing
from tests.support.sites import TestSite, make_site


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    return make_site(tmp_path / "site")


def start(site: TestSite, title: str) -> str:
    return editing.start_article(site.config, title, "2025-07-22")


def stories(site: TestSite) -> tuple[Story, ...]:
    found, problems = store.read_stories(site.root, store.article_files(site.root), site.config)
    assert problems == ()
    return found


def published(site: TestSite, path: str) -> None:
    text = (site.root / path).read_text("utf-8")
    site.write(path, text.replace("draft: true\n", ""))


def test_a_new_article_is_a_draft_of_today(site: TestSite) -> None:
    path = start(site, " Işık \n söndü ")
    assert path == "content/articles/2025-07/isik-sondu.tr.md"
    (story,) = stories(site)
    assert story.original.title == "Işık söndü"
    assert story.original.slug == "isik-sondu"
    assert (story.date, story.imported, story.draft) == ("2025-07-22", "2025-07-22", True)
    assert len(story.id) == 12
    site.build()
    assert not (site.root / "output/tr/isik-sondu").exists()


def test_it_is_published_when_the_draft_line_is_taken_out(site: TestSite) -> None:
    published(site, start(site, "Işık söndü"))
    assert site.build().made is not None
    assert "Işık söndü" in site.page("tr/isik-sondu/")


def test_two_articles_with_one_headline_have_their_own_ids_and_slugs(site: TestSite) -> None:
    paths = [start(site, "Işık söndü") for _ in range(3)]
    assert paths[1:] == [f"content/articles/2025-07/isik-sondu-{n}.tr.md" for n in (2, 3)]
    assert len({story.id for story in stories(site)}) == 3
    for path in paths:
        published(site, path)
    assert site.build().made is not None


@pytest.mark.parametrize("title", ["Konu", "2025", "İndex", "404", "Ara", "Feed", "tr", "新聞"])
def test_it_never_gets_an_address_that_the_site_needs(site: TestSite, title: str) -> None:
    published(site, start(site, title))
    assert site.build().made is not None


@pytest.mark.parametrize("field", ["slug", "aliases", "title"])
def test_an_address_that_another_story_has_or_had_is_not_taken(site: TestSite, field: str) -> None:
    site.story("1", **{field: "Liman" if field == "title" else "liman"})
    assert start(site, "Liman").endswith("/liman-2.tr.md")


def test_an_address_of_the_editors_own_page_is_not_taken(site: TestSite) -> None:
    site.write("content/pages/a.tr.md", "---\ntitle: Hakkında\nslug: hakkinda\n---\nMetin.\n")
    assert start(site, "Hakkında").endswith("/hakkinda-2.tr.md")


def test_a_file_that_cannot_be_read_is_not_overwritten(site: TestSite) -> None:
    there = site.write("content/articles/2025-07/liman.tr.md", "---\nbroken")
    assert start(site, "Liman").endswith("/liman-2.tr.md")
    assert there.read_text() == "---\nbroken"


@pytest.mark.parametrize("title", ["", "  ", "?!…"])
def test_a_headline_needs_a_letter(site: TestSite, title: str) -> None:
    with pytest.raises(DigestError, match="no headline"):
        start(site, title)
    assert stories(site) == ()


@pytest.mark.parametrize("title", ["a: b # c", "- 'tırnak'", '"a', "{x}", "--- a", "yes", "1.5"])
def test_a_headline_is_kept_whatever_signs_it_has(site: TestSite, title: str) -> None:
    start(site, title)
    assert [story.original.title for story in stories(site)] == [title]
