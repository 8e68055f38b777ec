from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digest.audit import site_problems
from digest.model import Origin, Problem
from tests.unit.audit.examples import (
    URL,
    article,
    codes,
    config,
    html,
    site,
    story,
    versions,
    write_articles,
)

BOTH = versions("tr", "en")


def checked(root: Path, tr: str = "", en: str = "", **files: str) -> list[Problem]:
    """Check a site of one story in two languages, given the head of each page."""
    pages = {
        "tr/a/index.html": html(head=tr),
        "en/a/index.html": html(head=en, lang="en"),
        **files,
    }
    return list(site_problems(config(root), (), site(root, pages)))


def test_versions_that_name_each_other_are_no_finding(tmp_path: Path) -> None:
    assert checked(tmp_path, BOTH, BOTH) == []


@pytest.mark.parametrize(
    ("tr", "en", "message"),
    [
        (BOTH, "", "the en version does not list the tr one"),
        (BOTH, versions("tr", "en", tr="tr/b/"), "the tr version is not there"),
        (versions("tr", "en", default=""), BOTH, "x-default is missing"),
        (versions("en", default="en/a/"), BOTH, "does not list itself as tr"),
        (versions("tr", "en", en="https://other.example/"), BOTH, "is on another site"),
        (BOTH.replace(f"{URL}en/a/", "../../en/a/"), BOTH, "the en version is not absolute"),
        (BOTH + versions("tr", default="")[:400], BOTH, "tr is listed twice"),
        (versions("tr", "en").replace('"en"', '"de"'), BOTH, "listed as de says that it is en"),
    ],
)
def test_versions_that_do_not_fit_are_found(tmp_path: Path, tr: str, en: str, message: str) -> None:
    found = checked(tmp_path, tr, en)
    assert set(codes(found)) == {"hreflang"}
    assert any(message in problem.message for problem in found), found


def test_a_front_page_for_everybody_may_be_the_default_of_both(tmp_path: Path) -> None:
    links = versions("tr", "en", tr="tr/", en="en/", default=f"{URL}")
    pages = {
        "index.html": html(head=links),
        "tr/index.html": html(head=links),
        "en/index.html": html(head=links, lang="en"),
    }
    assert list(site_problems(config(tmp_path), (), site(tmp_path, pages))) == []


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("../../tr/a/", "is not absolute"),
        (f"{URL}yok/", "is not there"),
        ("https://other.example/", "is on another site"),
    ],
)
def test_a_canonical_address_that_leads_astray_is_found(
    tmp_path: Path, address: str, message: str
) -> None:
    found = checked(tmp_path, f'<link rel="canonical" href="{address}">')
    assert codes(found) == ["canonical"]
    assert message in found[0].message


def test_a_canonical_address_that_is_there_is_no_finding(tmp_path: Path) -> None:
    assert checked(tmp_path, f'<link rel="canonical" href="{URL}en/a/">') == []


@pytest.mark.parametrize("lang", ["", "de", "tr-en"])
def test_a_page_without_a_language_of_the_site_is_found(tmp_path: Path, lang: str) -> None:
    built = site(tmp_path, {"index.html": html(lang=lang)})
    assert codes(list(site_problems(config(tmp_path), (), built))) == ["missing-lang"]


LABEL = '<p class="label machine">Machine translation <a href="../../tr/a/">x</a></p>'


def labelled(root: Path, body: str, origin: Origin, head: str = "") -> list[Problem]:
    made = story(article("tr"), article("en", origin=origin))
    write_articles(root, made)
    pages = {"tr/a/index.html": html(), "en/a/index.html": html(body, head, "en")}
    paths = [version.path for version in made.articles]
    built = site(root, pages, tr=(paths[0],), en=(paths[1],))
    return list(site_problems(config(root), (made,), built))


@pytest.mark.parametrize(
    "body", ["", '<span class="machine"><a href="#">x</a></span>', '<p class="label machine">x</p>']
)
def test_a_machine_translation_without_its_label_is_found(tmp_path: Path, body: str) -> None:
    found = labelled(tmp_path, body, Origin("machine"))
    assert codes(found) == ["machine-label"]
    assert found[0].path == "content/articles/2025-07/a.en.md"


def test_a_labelled_machine_translation_is_no_finding(tmp_path: Path) -> None:
    assert labelled(tmp_path, LABEL, Origin("machine")) == []


def test_what_a_person_translated_or_reviewed_needs_no_label(tmp_path: Path) -> None:
    assert labelled(tmp_path, "", Origin("human")) == []
    assert labelled(tmp_path, "", replace(Origin("machine"), reviewed=True)) == []


def test_the_redirect_page_of_a_machine_translation_needs_no_label(tmp_path: Path) -> None:
    head = '<meta http-equiv="refresh" content="0; url=../../tr/a/">'
    assert labelled(tmp_path, "", Origin("machine"), head) == []
