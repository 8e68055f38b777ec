from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest import store
from digest.audit import Options, content_problems
from digest.audit.remembering import FILE
from digest.model import Problem
from tests.support.sites import CONFIG, TestSite, make_site


class Compare:
    """Counts what is compared; finds fault with texts that hold the word wrong."""

    def __init__(self) -> None:
        self.compared: list[str] = []

    def __call__(self, original: str, source: str, translation: str, target: str) -> Iterator[str]:
        self.compared.append(translation.strip())
        if "wrong" in translation:
            yield "it is wrong"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path)
    for name in "ab":
        site.story(name, body="Bir gemi.")
        site.story(name, "en", f"A ship {name}.", title="Ships")
    return site


def checked(site: TestSite) -> tuple[list[str], list[Problem]]:
    """What a check compares, and what it finds in translations."""
    stories, _ = store.read_stories(site.root, store.article_files(site.root), site.config)
    compare = Compare()
    found = list(content_problems(site.config, stories, Options(compare)))
    return sorted(compare.compared), [one for one in found if one.code == "numbers-differ"]


def test_a_story_in_order_is_compared_once(site: TestSite) -> None:
    assert checked(site) == (["A ship a.", "A ship b.", "Ships", "Ships"], [])
    assert checked(site) == ([], [])


def test_an_edited_story_is_compared_again(site: TestSite) -> None:
    checked(site)
    site.story("a", "en", "A boat.", title="Ships")
    assert checked(site)[0] == ["A boat.", "Ships"]
    site.story("b", body="Bir vapur.")
    assert checked(site)[0] == ["A ship b.", "Ships"]
    assert checked(site)[0] == []


def test_what_is_wrong_is_found_every_time(site: TestSite) -> None:
    site.story("a", "en", "A wrong ship.", title="Ships")
    for _ in range(3):
        (problem,) = checked(site)[1]
        assert problem.path.endswith("a.en.md")


def test_other_settings_compare_all_again(site: TestSite) -> None:
    checked(site)
    site.write("config.yaml", f"{CONFIG}translation: {{enabled: true}}\n")
    assert len(checked(site)[0]) == 4


@pytest.mark.parametrize("damage", [b"", b"\xff\n", b"another\nprogram\n"])
def test_what_cannot_be_read_counts_as_nothing(site: TestSite, damage: bytes) -> None:
    checked(site)
    (site.root / FILE).write_bytes(damage)
    assert len(checked(site)[0]) == 4
    assert checked(site)[0] == []


def test_a_cache_that_cannot_be_written_costs_time_alone(site: TestSite) -> None:
    shutil.rmtree(site.root / ".cache", ignore_errors=True)
    site.write(".cache", "a file")
    assert len(checked(site)[0]) == 4
    assert len(checked(site)[0]) == 4


def test_stories_that_are_gone_are_forgotten(site: TestSite) -> None:
    checked(site)
    lines = len((site.root / FILE).read_text("ascii").splitlines())
    for lang in ("tr", "en"):
        (site.root / f"content/articles/2025-07/a.{lang}.md").unlink()
    checked(site)
    assert len((site.root / FILE).read_text("ascii").splitlines()) == lines - 1
