"""Files that static hosts read."""

from __future__ import annotations

from pathlib import Path

from digest.plan import hosting
from tests.support.sites import make_site

NAMES = ("feed.css", "style.css")


def test_headers_are_rules_of_a_path_and_indented_fields() -> None:
    rules = hosting.headers(NAMES).strip().split("\n\n")
    assert [rule.split("\n")[0] for rule in rules] == [
        "/*",
        "/static/style.css",
        "/*/feed.xml",
        "/*/feed.json",
    ]
    assert all(
        line.startswith("  ") and ": " in line for rule in rules for line in rule.split("\n")[1:]
    )
    assert "unsafe" not in hosting.headers(NAMES)


def test_former_addresses_are_redirected_by_hosts_that_can(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.story("1", slug="yeni", aliases="[eski, daha-eski]")
    site.story("1", "en", slug="new", aliases="old")
    site.build()
    assert site.page("_redirects").split("\n") == [
        "/en/old/ /en/new/ 301",
        "/tr-en/daha-eski/ /tr-en/yeni/ 301",
        "/tr-en/eski/ /tr-en/yeni/ 301",
        "/tr/daha-eski/ /tr/yeni/ 301",
        "/tr/eski/ /tr/yeni/ 301",
        "",
    ]
    assert site.page(".nojekyll") == ""


def test_a_former_address_of_one_of_the_editors_pages_leads_on(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.story("1")
    page = "---\ntitle: Hakkında\naliases: [biz]\n---\n\nBiz.\n"
    site.write("content/pages/hakkinda.tr.md", page)
    site.build()
    assert 'url=../../tr/hakkinda/"' in site.page("tr/biz/index.html")
    assert "/tr/biz/ /tr/hakkinda/ 301\n" in site.page("_redirects")
