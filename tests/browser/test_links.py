"""The built site in a real browser: every link leads somewhere, at a root and below a path."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest

from tests.sites.test_sites import built, started
from tests.support.browser import NewPage
from tests.support.servers import Serve


@pytest.mark.parametrize("base", ["/", "/haber/"])
def test_every_link_leads_to_a_page_wherever_the_site_lies(
    base: str, tmp_path: Path, serve: Serve, new_page: NewPage
) -> None:
    site, _ = built(started("seed", tmp_path))
    address = serve(site.root / "output", base)
    page = new_page()
    waiting, seen = [address], {address}
    while waiting:
        url = waiting.pop()
        response = page.goto(url)
        assert response is not None
        assert response.status == 200, url
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        for link in (urldefrag(found).url for found in links):
            if urlsplit(link).netloc != urlsplit(address).netloc or link in seen:
                continue
            assert link.startswith(address), f"{url} leads out of the site: {link}"
            seen.add(link)
            if link.endswith("/"):
                waiting.append(link)
            else:
                assert page.request.get(link).status == 200, link
    pages = {name for name in site.output() if name.endswith("index.html")}
    reached = {
        urlsplit(url).path.removeprefix(base) + "index.html" for url in seen if url.endswith("/")
    }
    assert pages - reached <= {"search/index.html"}


def test_a_page_that_is_not_there_is_answered_in_both_languages(
    tmp_path: Path, serve: Serve, new_page: NewPage
) -> None:
    site, _ = built(started("seed", tmp_path))
    address = serve(site.root / "output", "/haber/")
    page = new_page(watch=False)
    response = page.goto(f"{address}tr/yok/boyle/bir/sayfa/")
    assert response is not None
    assert response.status == 404
    text = page.inner_text("body")
    assert "Haber Özeti" in text
    assert page.locator("[lang=en]").count() > 0
    page.locator("main a").first.click()
    assert page.url.startswith(address)
