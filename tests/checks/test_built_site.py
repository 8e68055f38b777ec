"""The checks on sites that were really built: on clean ones, and on each kind of fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest

from digest.model import Problem
from digest.pipeline.checking import check
from tests.support.sites import CONFIG, TestSite, make_site

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
MACHINE = "origin: machine\nengine: google\ntranslated: 2025-07-22"
HOSTILE = "5 < 7 & \"tırnak\" 'tek' ]]> 100 % ğüşiöç"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    """Return a site with one of everything that a feed can hold, under a sub-path."""
    made = make_site(tmp_path)
    made.story("bir", summary="Belediye kararı.", author="Ayşe", caption="Kapı", credit="AA")
    made.story("bir", "en", "Body.", summary="The decision.")
    made.story("iki", date="", imported="2025-07-20", sources="[AP, Independent Türkçe]")
    made.story("uc", body=f"{HOSTILE}\n\n> Alıntı\n\n- bir\n- iki\n\n[bağ](../baslik-bir/)")
    made.story(
        "uc", "en", "x\n\n> Quote\n\n- one\n- two\n\n[link](../../en/headline-bir/)", slug="three"
    )
    made.write("content/articles/2025-07/r ğ.png", PNG)
    made.story("dort", title=f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'", slug="dort",
               image="r ğ.png", alt="Resim", aliases="[eski]", updated="2025-07-23",
               body="![Resim](<r ğ.png>)")  # fmt: skip
    path = made.root / "content/articles/2025-07/uc.en.md"
    path.write_text(path.read_text().replace("---\n\n", f"{MACHINE}\n---\n\n", 1))
    return made


def found(site: TestSite, *ignored: str) -> list[Problem]:
    report = site.build()
    assert report.made is not None, report.problems
    return [problem for problem in check(site.config) if problem.code not in ignored]


def feeds(site: TestSite) -> dict[str, Any]:
    output = site.output()
    return {name: feedparser.parse(output[name]) for name in output if name.endswith("feed.xml")}


def test_a_clean_site_has_no_finding(tmp_path: Path) -> None:
    made = make_site(tmp_path)
    made.story("bir")
    made.story("bir", "en", "Body.")
    assert found(made) == []


def test_a_site_of_every_kind_of_story_has_no_fault_of_its_own(site: TestSite) -> None:
    assert {problem.code for problem in found(site)} <= {"undated", "numbers-differ"}


def test_a_site_at_the_root_of_its_host_is_as_clean(site: TestSite) -> None:
    site.write("config.yaml", CONFIG.replace("example.org/haber/", "example.org/"))
    assert {problem.code for problem in found(site)} <= {"undated", "numbers-differ"}


def test_all_feeds_are_read_by_feedparser(site: TestSite) -> None:
    site.build()
    made = feeds(site)
    assert {"tr/feed.xml", "en/feed.xml", "tr-en/feed.xml"} < set(made)
    assert all(not feed.bozo for feed in made.values())
    assert len(made["tr/feed.xml"].entries) == 4


def test_the_json_feeds_say_the_same(site: TestSite) -> None:
    site.build()
    output = site.output()
    for view in ("tr", "en", "tr-en"):
        feed = json.loads(output[f"{view}/feed.json"])
        entries = feedparser.parse(output[f"{view}/feed.xml"]).entries
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in entries]
        assert [item["url"] for item in feed["items"]] == [entry.link for entry in entries]


def test_ids_outlive_slugs_titles_dates_and_domains(site: TestSite) -> None:
    def ids() -> dict[str, set[str]]:
        site.build()
        return {name: {entry.id for entry in feed.entries} for name, feed in feeds(site).items()}

    before = ids()
    site.story("bir", title="Başka", slug="baska", date="2025-07-01", author="Ayşe")
    site.write("config.yaml", CONFIG.replace("example.org", "other.example"))
    after = ids()
    for name in ("tr/feed.xml", "en/feed.xml", "tr-en/feed.xml"):
        assert before[name] == after[name]
        assert before[name]


def test_a_feed_in_which_nothing_changed_stays_the_same(site: TestSite) -> None:
    site.build()
    before = site.output()
    site.story("bes", topics="[deniz]", body="Vapur.")
    site.build()
    after = site.output()
    changed = {name for name in before if name.endswith("feed.xml") and after[name] != before[name]}
    assert changed == {"tr/feed.xml", "tr/konu/deniz/feed.xml"}


@pytest.mark.parametrize(
    ("body", "code", "part"),
    [
        ("Bir.\n\nBak: [x](../yok/).", "dead-link", '"../../tr/yok/"'),
        ("Bir.\n\nBak: [x](../baslik-bir/#yok).", "dead-anchor", '"../../tr/baslik-bir/#yok"'),
        ("Bir.\n\n![x](yok.png)", "missing-picture", '"yok.png"'),
        ("Bir.\n\n![](https://other.example/x.png)", "missing-alt", "x.png"),
    ],
)
def test_a_fault_of_the_text_is_found_at_its_line(
    tmp_path: Path, body: str, code: str, part: str
) -> None:
    made = make_site(tmp_path)
    made.story("bir", body=body)
    (problem,) = [problem for problem in found(made) if problem.code == code]
    assert (problem.path, problem.line) == ("content/articles/2025-07/bir.tr.md", 9)
    assert part in problem.message


def test_a_fault_of_a_template_is_found_once_with_the_first_of_its_pages(tmp_path: Path) -> None:
    made = make_site(tmp_path)
    for name in ("bir", "iki", "uc"):
        made.story(name)
    made.write("templates/text.html", "<p>x</p>")
    shipped = Path(__file__).parents[2] / "templates" / "colophon.html"
    made.write("templates/colophon.html", shipped.read_text() + '<img src="https://cdn.example/x">')
    problems = found(made)
    assert sorted(problem.code for problem in problems) == ["missing-alt", "other-host"]
    assert all(problem.path.startswith("output/") for problem in problems)
    assert all("pages, this one first" in problem.message for problem in problems)


def test_a_machine_translation_whose_template_says_nothing_is_found(site: TestSite) -> None:
    shipped = Path(__file__).parents[2] / "templates" / "storybase.html"
    text = shipped.read_text()
    assert text.count("{% if machine %} machine{% endif %}") == 1
    silent = text.replace("{% if machine %} machine{% endif %}", "")
    site.write("templates/storybase.html", silent)
    (problem,) = [problem for problem in found(site) if problem.code == "machine-label"]
    assert "2 pages" in problem.message


def test_a_sitemap_lists_every_page_that_search_engines_should_show(site: TestSite) -> None:
    site.build()
    output = site.output()
    listed = b"".join(data for name, data in output.items() if name.startswith("sitemap-")).decode()
    assert "<loc>https://example.org/haber/tr/dort/</loc>" in listed
    assert "<loc>https://example.org/haber/en/three/</loc>" in listed
    assert "/tr-en/" not in listed
    assert "/eski/" not in listed
