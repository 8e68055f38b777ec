from __future__ import annotations

from pathlib import Path

import pytest

from digest.audit import site_problems
from digest.feeds.sitemaps import SitemapUrl
from digest.model import Alternate, Problem
from tests.support.sitemaps import sitemap_files
from tests.unit.audit.examples import URL, codes, config, html, site


def checked(root: Path, *urls: SitemapUrl, **files: str) -> list[Problem]:
    canonical = f'<link rel="canonical" href="{URL}tr/a/">'
    pages = {
        "tr/a/index.html": html(),
        "tr-en/a/index.html": html(head=canonical),
        **sitemap_files(urls, URL),
        **files,
    }
    return list(site_problems(config(root), (), site(root, pages)))


def test_our_own_sitemaps_are_no_finding(tmp_path: Path) -> None:
    assert checked(tmp_path, SitemapUrl("tr/a/", "2025-07-22", (), "2025-07")) == []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        (SitemapUrl("tr/yok/", ""), "which is not there"),
        (SitemapUrl("tr/a/", "", (Alternate("en", "en/yok/"),)), "which is not there"),
        (SitemapUrl("tr-en/a/", ""), "names another page"),
    ],
)
def test_an_address_that_does_not_belong_is_found(
    tmp_path: Path, url: SitemapUrl, message: str
) -> None:
    found = checked(tmp_path, url)
    assert set(codes(found)) == {"sitemap"}
    assert message in found[0].message


@pytest.mark.parametrize(
    ("address", "message"),
    [("tr/a/", "not absolute"), ("https://other.example/", "on another site")],
)
def test_an_address_of_another_kind_is_found(tmp_path: Path, address: str, message: str) -> None:
    found = checked(tmp_path, **{"x.xml": f"<urlset><url><loc>{address}</loc></url></urlset>"})
    assert message in found[0].message


def test_too_many_addresses_are_found(tmp_path: Path) -> None:
    text = f"<urlset>{f'<loc>{URL}tr/a/</loc>' * 50_001}</urlset>"
    assert codes(checked(tmp_path, **{"x.xml": text})) == ["sitemap"]
