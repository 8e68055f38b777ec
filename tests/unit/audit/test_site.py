from __future__ import annotations

from pathlib import Path

import pytest

from digest.audit.site import BuiltSite, Target
from tests.unit.audit.examples import URL, site

FILES = {
    "index.html": "",
    "tr/index.html": "",
    "tr/a/index.html": "",
    "tr/feed.xml": "",
    "ş.css": "",
}


@pytest.fixture
def built(tmp_path: Path) -> BuiltSite:
    return site(tmp_path, FILES)


@pytest.mark.parametrize(
    ("output", "address", "file", "fragment"),
    [
        ("tr/a/index.html", "../../", "index.html", ""),
        ("tr/a/index.html", "../", "tr/index.html", ""),
        ("tr/a/index.html", "..", "tr/index.html", ""),
        ("tr/a/index.html", "./", "tr/a/index.html", ""),
        ("tr/a/index.html", "", "tr/a/index.html", ""),
        ("tr/a/index.html", "?q=1", "tr/a/index.html", ""),
        ("tr/a/index.html", "../../tr/a/#p%201", "tr/a/index.html", "p 1"),
        ("tr/a/index.html", "#p1", "tr/a/index.html", "p1"),
        ("tr/a/index.html", "../../tr/feed.xml?v=1", "tr/feed.xml", ""),
        ("tr/a/index.html", "../../%C5%9F.css", "ş.css", ""),
        ("tr/a/index.html", "../a", "tr/a/index.html", ""),
        ("tr/a/index.html", "../../x/../tr/", "tr/index.html", ""),
        ("index.html", "tr/", "tr/index.html", ""),
        ("index.html", "./tr/", "tr/index.html", ""),
        ("index.html", "/news/tr/", "tr/index.html", ""),
        ("index.html", f"{URL}tr/", "tr/index.html", ""),
        ("index.html", "tr/x/", "", ""),
        ("index.html", "/tr/", "", ""),
        ("index.html", "../tr/", "", ""),
        ("tr/a/index.html", "../../../news/tr/", "", ""),
    ],
)
def test_an_address_leads_where_a_browser_would_go(
    built: BuiltSite, output: str, address: str, file: str, fragment: str
) -> None:
    assert built.target(output, address) == Target(file, fragment)


@pytest.mark.parametrize(
    "address", ["https://other.example/", "//other.example/", "mailto:a@b.example", "HTTP://x/"]
)
def test_other_hosts_and_schemes_are_outside(built: BuiltSite, address: str) -> None:
    assert built.target("index.html", address) is None


def test_a_site_without_an_address_is_at_the_root_of_its_host(tmp_path: Path) -> None:
    site(tmp_path, FILES)
    built = BuiltSite(tmp_path / "output")
    assert built.target("tr/a/index.html", "/tr/") == Target("tr/index.html", "")
