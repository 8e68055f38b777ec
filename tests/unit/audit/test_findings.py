from __future__ import annotations

import pytest

from digest.audit.findings import Finding, located

SOURCES = {"tr/a/index.html": ("a.tr.md",), "tr-en/a/index.html": ("a.tr.md", "a.en.md")}
TEXTS = {
    "a.tr.md": "---\ntitle: yok/ ve var\n---\nBak yok/ diye.\n\n[x](yok/) [y](<ş x/>)\n",
    "a.en.md": "---\ntitle: x\n---\nLook at [x][1].\n\n[1]: gone/\n",
}


def places(*findings: Finding) -> list[tuple[str, int]]:
    return [(p.path, p.line) for p in located(findings, SOURCES, TEXTS.__getitem__)]


@pytest.mark.parametrize(
    ("output", "needle", "place"),
    [
        ("tr/a/index.html", "yok/", ("a.tr.md", 6)),
        ("tr-en/a/index.html", "gone/", ("a.en.md", 6)),
        ("tr/a/index.html", "%C5%9F%20x/", ("a.tr.md", 6)),
        ("tr/a/index.html", "diye", ("a.tr.md", 4)),
        ("tr/a/index.html", "elsewhere/", ("a.tr.md", 0)),
        ("tr/a/index.html", "", ("a.tr.md", 0)),
        ("tr/index.html", "yok/", ("output/tr/index.html", 9)),
    ],
)
def test_the_line_of_an_address_is_that_of_its_link(
    output: str, needle: str, place: tuple[str, int]
) -> None:
    assert places(Finding("dead-link", output, "x.", 9, needle)) == [place]


def test_a_fault_on_many_pages_is_one_finding_with_the_first() -> None:
    findings = [Finding("missing-lang", f"{n}/index.html", "no lang.", 1) for n in (2, 1, 3)]
    (found,) = located(findings, SOURCES, TEXTS.__getitem__)
    assert (found.path, found.line) == ("output/1/index.html", 1)
    assert found.message == "no lang. (3 pages, this one first)"


def test_other_faults_stay_apart() -> None:
    first = Finding("dead-link", "tr/index.html", 'the link "a" leads to nothing.')
    second = first._replace(message='the link "b" leads to nothing.')
    assert len(places(first, second)) == 2


def test_what_concerns_another_page_is_put_down_to_its_article() -> None:
    finding = Finding("feed", "tr/feed.xml", "wrong.", 4, about="tr/a/index.html")
    (found,) = located([finding], SOURCES, TEXTS.__getitem__)
    assert (found.path, found.message) == ("a.tr.md", "wrong. (output/tr/feed.xml:4)")
