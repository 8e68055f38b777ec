"""Edit X: exactly these pages are made again, each for its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.cache import sections
from digest.pipeline import making, updating
from digest.pipeline.updating import Report
from tests.support.sites import CONFIG, TestSite, make_site


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    """Five stories of five days, the first four of them in English too."""
    made = make_site(tmp_path)
    for n in range(1, 6):
        made.story(
            f"{n}", date=f"2025-07-{n:02}", slug=f"haber-{n}", summary="Özet", topics="[kent]"
        )
        if n < 5:
            made.story(f"{n}", "en", slug=f"story-{n}", summary="Summary")
    made.write("content/pages/about.tr.md", "---\ntitle: Hakkında\nslug: hakkinda\n---\nMetin.")
    made.build()
    return made


def remade(report: Report) -> dict[str, str]:
    """Return the pages that were made again, without `index.html`, and why; feeds aside."""
    assert report.made is not None, report.problems
    reasons = report.made.reasons.items()
    return {o.removesuffix("index.html"): why for o, why in reasons if "feed." not in o}


def test_a_build_after_a_build_makes_nothing(site: TestSite) -> None:
    report = site.build()
    assert remade(report) == {}
    assert report.made is not None
    assert (report.made.written, report.made.removed) == (0, 0)


def test_editing_a_body_makes_that_story_alone_again(site: TestSite) -> None:
    site.story("2", "en", "New body.", slug="story-2", summary="Summary")
    why = "its text changed"
    assert remade(site.build()) == {
        "tr/haber-2/": why,
        "en/story-2/": why,
        "tr-en/haber-2/": why,
    }


def test_editing_a_body_makes_the_feeds_that_hold_it_again(site: TestSite) -> None:
    site.story("2", "en", "New body.", slug="story-2", summary="Summary")
    report = site.build()
    assert report.made is not None
    feeds = {output for output in report.made.reasons if "feed." in output}
    assert {"en/feed.xml", "en/feed.json", "tr-en/feed.xml", "en/topic/city/feed.xml"} <= feeds
    assert "en/topic/sea/feed.xml" not in feeds
    assert b"New body." in site.output()["en/feed.xml"]


def test_a_new_headline_makes_again_what_shows_it(site: TestSite) -> None:
    site.story(
        "3", title="Yepyeni", date="2025-07-03", slug="haber-3", summary="Özet", topics="[kent]"
    )
    pages = remade(site.build())
    assert pages["tr/haber-3/"] == "its text changed"
    assert pages["tr/haber-2/"] == pages["tr/haber-4/"] == "a story that it leads to changed"
    assert pages["tr/2025/07/03/"] == pages["tr/"] == pages[""] == "what it shows changed"
    assert "tr/2025/07/02/" not in pages
    assert "tr/hakkinda/" not in pages
    assert "tr/konu/deniz/" not in pages


def test_a_page_that_was_deleted_comes_back_alone(site: TestSite) -> None:
    path = site.root / "output/tr/2025/07/03/index.html"
    before = path.read_bytes()
    path.unlink()
    assert remade(site.build()) == {"tr/2025/07/03/": "it was missing"}
    assert path.read_bytes() == before


def test_a_story_page_that_was_deleted_comes_back(site: TestSite) -> None:
    (site.root / "output/en/story-1/index.html").unlink()
    assert set(remade(site.build()).values()) == {"a page of it was missing"}
    assert (site.root / "output/en/story-1/index.html").exists()


def test_a_story_that_is_gone_takes_its_pages_with_it(site: TestSite) -> None:
    for path in (site.root / "content/articles").rglob("5.*"):
        path.unlink()
    report = site.build()
    assert report.made is not None
    assert report.made.removed > 0
    assert "tr/haber-5/index.html" not in site.output()
    assert not (site.root / "output/tr/haber-5").exists()
    assert not (site.root / "output/tr/2025/07/05").exists()


def test_changing_a_template_makes_the_pages_that_use_it_again(site: TestSite) -> None:
    site.write(
        "templates/notfound.html", '{% extends "base.html" %}{% block main %}Yok{% endblock %}'
    )
    assert remade(site.build()) == {"404.html": "its template changed"}


def test_changing_the_settings_makes_everything_again(site: TestSite) -> None:
    site.write("config.yaml", (site.root / "config.yaml").read_text() + "feeds: {items: 3}\n")
    report = site.build()
    assert set(remade(report).values()) == {"the settings or the program changed"}
    assert report.made is not None
    assert report.made.written < 10  # the feeds: the rest has the same bytes


def test_a_change_of_neither_size_nor_time_is_noticed(site: TestSite) -> None:
    import os

    path = site.story("1", "en", "One.", slug="story-1", summary="Summary")
    site.build()
    stat = path.stat()
    path.write_text(path.read_text("utf-8").replace("One.", "Two."), "utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    site.build()
    assert "Two." in site.page("en/story-1/")


@pytest.mark.parametrize(
    "damage",
    [b"", b"garbage", sections.VERSION + b"\nfiles 5 0\nabc", b"digest-build 0\n", b"\x00" * 4096],
    ids=["empty", "garbage", "truncated", "old", "zeros"],
)
def test_a_cache_that_cannot_be_used_is_thrown_away_with_a_note(
    site: TestSite, damage: bytes
) -> None:
    before = site.output()
    site.write(".cache/build", damage)
    report = site.build()
    assert "everything is made anew" in report.note
    assert site.output() == before
    assert remade(site.build()) == {}


def test_a_build_that_was_interrupted_while_moving_files_is_repaired(site: TestSite) -> None:
    before = site.output()
    (site.root / "output/tr/haber-1/index.html").write_text("half")
    (site.root / "output/tr/stray.html").write_text("stray")
    site.write(".cache/unfinished", "")
    site.build()
    assert site.output() == before
    assert not (site.root / ".cache/unfinished").exists()


def test_an_address_that_is_gone_is_warned_of_with_the_line_that_keeps_it(site: TestSite) -> None:
    site.story("1", date="2025-07-01", slug="yeni-adres", summary="Özet", topics="[kent]")
    report = site.build()
    (warning,) = [p for p in report.problems if p.code == "lost-address"]
    assert "/tr/haber-1/" in warning.message
    assert "aliases: [haber-1]" in warning.hint
    site.story(
        "1",
        date="2025-07-01",
        slug="yeni-adres",
        aliases="[haber-1]",
        summary="Özet",
        topics="[kent]",
    )
    assert not [p for p in site.build().problems if p.code == "lost-address"]
    assert "../../tr/yeni-adres/" in site.page("tr/haber-1/")
    assert "../../tr-en/yeni-adres/" in site.page("tr-en/haber-1/")


def test_each_file_that_is_deleted_comes_back(site: TestSite) -> None:
    site.story("1", date="2025-07-01", slug="yeni-adres", aliases="[haber-1]", topics="[kent]")
    site.build()
    before = site.output()
    assert "tr/haber-1/index.html" in before
    for name in before.keys() - {".digest"}:  # which says that the folder is ours
        (site.root / "output" / name).unlink()
        site.build()
        assert site.output() == before, name


def test_a_page_that_is_missing_is_noticed_also_without_the_short_note(site: TestSite) -> None:
    (site.root / ".cache/noted").write_bytes(b"garbage")
    (site.root / "output/tr/2025/07/03/index.html").unlink()
    assert remade(site.build()) == {"tr/2025/07/03/": "it was missing"}


def test_a_lost_search_database_loses_no_story_from_the_index(site: TestSite) -> None:
    before = {name: data for name, data in site.output().items() if name.startswith("search/")}
    (site.root / ".cache/search.db").unlink()
    site.story("2", "en", "New body.", slug="story-2", summary="Summary")
    site.build()
    site.story("2", "en", slug="story-2", summary="Summary")
    site.build()
    after = {name: data for name, data in site.output().items() if name.startswith("search/")}
    assert after == before


def test_edits_behind_links_within_the_site_are_seen(site: TestSite) -> None:
    css, template = "shared/static/own.css", "shared/list.html"
    block = '{% extends "base.html" %}{% block main %}'
    site.write(css, "one")
    site.write(template, f"{block}one{{% endblock %}}")
    (site.root / "config.yaml").rename(site.root / "shared/config.yaml")
    (site.root / "config.yaml").symlink_to("shared/config.yaml")
    (site.root / "templates").mkdir()
    (site.root / "templates/static").symlink_to("../shared/static")
    (site.root / "templates/list.html").symlink_to("../shared/list.html")
    site.build()
    site.write(css, "two")
    assert remade(site.build()).keys() == {"static/own.css"}
    site.write(template, f"{block}two{{% endblock %}}")
    assert set(remade(site.build()).values()) == {"its template changed"}
    config = (site.root / "config.yaml").read_text("utf-8")
    site.write("shared/config.yaml", f"{config}\n# Edited.\n")
    assert "the settings or the program changed" in remade(site.build()).values()


def test_a_large_site_keeps_every_template_in_one_piece(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = site.root / ".cache/templates"
    assert not list(compiled.glob("*.whole"))
    monkeypatch.setattr(making, "LARGE", 4)
    site.write("config.yaml", f"{CONFIG}\n# Everything is made again.\n")
    site.build()
    assert {"home.html.whole", "front.html.whole", "parts.html.piece"} <= {
        path.name for path in compiled.iterdir()
    }


def break_template(site: TestSite, template: str) -> None:
    """Have a template fail where anything is said of a story called Bozuk."""
    shipped = Path(__file__).parents[2] / "templates" / template
    broken = "{% if 'Bozuk' in page.content|string %}{{ page.nothing }}{% endif %}"
    site.write(
        f"templates/{template}", shipped.read_text("utf-8").replace("<h1", f"{broken}<h1", 1)
    )


@pytest.mark.parametrize(
    ("template", "failed"), [("story.html", "tr/haber-3/"), ("list.html", "tr/2025/07/03/")]
)
def test_what_failed_while_the_rest_was_published_is_made_by_the_next_build(
    site: TestSite, template: str, failed: str
) -> None:
    break_template(site, template)
    site.build()
    fields = {"date": "2025-07-03", "slug": "haber-3", "summary": "Özet", "topics": "[kent]"}
    site.story("3", title="Bozuk", **fields)
    assert site.build(keep_going=True).made is not None
    assert "Bozuk" not in site.page(failed)
    again = site.build()
    assert again.made is None
    assert {problem.code for problem in again.problems} >= {"template"}
    (site.root / "templates" / template).unlink()
    assert "Bozuk" not in site.page(failed)
    site.build()
    assert "Bozuk" in site.page(failed)
    assert remade(site.build()) == {}


def test_a_story_that_was_in_the_way_is_related_again_once_it_is_not(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    for n in range(1, 5):
        site.story(f"{n}", date=f"2025-07-0{n}", slug=f"haber-{n}", topics="[kent, deniz]")
    fields = {"title": "Vapur", "topics": "[kent, deniz]"}
    site.story("new", date="2025-07-09", slug="yeni", **fields)
    site.story("old", date="2025-06-01", slug="ayni", **fields)
    other = site.story("c", date="2024-01-01", slug="ayni")
    site.build(keep_going=True)
    assert "/tr/ayni/" not in site.page("tr/yeni/")
    other.unlink()
    site.build()
    assert "/tr/ayni/" in site.page("tr/yeni/")


@pytest.mark.parametrize("later", ["alias", "story"])
def test_a_former_address_that_another_story_has_stops_the_build(
    site: TestSite, later: str
) -> None:
    fields = {"date": "2025-07-05", "slug": "haber-5", "summary": "Özet", "topics": "[kent]"}
    if later == "story":
        site.story("5", aliases="[eski]", **fields)
        site.build()
        site.story("6", slug="eski")
    else:
        site.story("5", aliases="[haber-3]", **fields)
    before = site.output()
    (problem,) = [one for one in site.build().problems if one.severity == "error"]
    assert (problem.code, problem.path) == (
        "duplicate-slug",
        "content/articles/2025-07/5.tr.md",
    )
    assert site.output() == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/pages/us.tr.md", "---\ntitle: Biz\nslug: hakkinda\n---\nMetin."),
        ("content/pages/us.tr.md", "---\ntitle: Biz\nslug: konu\n---\nMetin."),
        ("content/articles/2025-07/6.tr.md", "---\nid: f6\ntitle: A\nslug: hakkinda\n---\nB."),
        ("content/articles/2025-07/6.tr.md", "---\nid: f6\ntitle: A\naliases: [hakkinda]\n---\n"),
    ],
)
def test_an_address_that_a_page_of_the_editors_has_stops_the_build(
    site: TestSite, name: str, text: str
) -> None:
    before = site.output()
    site.write(name, text)
    for _ in range(2):
        (problem,) = [one for one in site.build().problems if one.severity == "error"]
        assert problem.code in {"duplicate-slug", "reserved-slug"}
        assert problem.path == name
        assert site.output() == before
    (site.root / name).unlink()
    assert site.build().problems == ()


def test_a_text_that_changes_while_its_pages_are_made_is_not_published(site: TestSite) -> None:
    path = site.root / "content/articles/2025-07/5.tr.md"
    old = path.read_text("utf-8")
    before = site.output()
    shipped = Path(__file__).parents[2] / "templates/story.html"
    site.write("templates/story.html", shipped.read_text("utf-8").replace("<h1", "<!----><h1", 1))

    def meanwhile(_site: object) -> None:
        path.write_text(old.replace("---\n", "---\ndraft: true\n", 1), "utf-8")

    options = updating.Options(ready=meanwhile, jobs=1)
    (problem,) = [p for p in updating.update(site.config, options).problems if p.hint]
    assert "changed while the site was built" in problem.message
    assert site.output() == before
    path.write_text(old, "utf-8")
    site.build()
    assert "<!----><h1" in site.page("tr/haber-5/")
