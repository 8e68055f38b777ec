"""What templates call to show an article's text."""

from __future__ import annotations

import pytest

from digest.model import Article, Block
from digest.render.filters import markdown

ARTICLE = Article("tr", "B", "", "haber", path="content/articles/2025-07/x.tr.md")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../diger/", "../../tr/diger/"),
        ("../../en/other/", "../../en/other/"),
        ("../diger/#bolum", "../../tr/diger/#bolum"),
        ("ek.pdf", "../../tr/haber/ek.pdf"),
        ("../../../../etc/", "../../etc/"),
        ("https://example.org/a", "https://example.org/a"),
        ("#bolum", "#bolum"),
        ("/kok/", "/kok/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_relative_link_leads_to_the_same_page_wherever_the_text_is_shown(
    address: str, expected: str
) -> None:
    html = markdown([Block("paragraph", f"[x]({address})")], ARTICLE, "../../")
    assert f'href="{expected}"' in html


def test_a_picture_is_looked_for_beside_its_article() -> None:
    html = markdown([Block("image", "![a](r.png)")], ARTICLE, "../../")
    assert 'src="../../images/2025-07/r.png"' in html


def test_a_link_that_is_defined_elsewhere_in_the_body_is_a_link() -> None:
    block = Block("paragraph", "[x][1]", references="[1]: https://example.org/a")
    assert 'href="https://example.org/a"' in markdown([block], ARTICLE, "../../")
