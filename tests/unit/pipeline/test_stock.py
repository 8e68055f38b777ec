"""`digest status`: every number is that of something that can be pointed at."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from digest.cache import quick
from digest.fingerprint import short
from digest.pipeline import building, stock, updating
from tests.support.sites import TestSite, make_site


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "site")
    site.story("1", body="Bir.")
    return site


def marks(source: str, written: str) -> str:
    return f"[title {short('Başlık 1')} {short('Headline 1')}, body {source} {written}]"


def test_a_site_without_stories_has_nothing(tmp_path: Path) -> None:
    found = stock.status(make_site(tmp_path / "site").config)
    assert (found.stories, found.last_edition, found.last_build) == (0, "", "")
    assert found.languages == {"tr": 0, "en": 0}
    assert not found.up_to_date


def test_stories_drafts_and_undated_ones_are_counted(site: TestSite) -> None:
    site.story("2", draft="true")
    site.story("3", date="", imported="2025-07-30")
    site.story("4", date="dün")
    found = stock.status(site.config)
    assert (found.stories, found.drafts, found.undated, found.unreadable) == (2, 1, 1, 1)
    assert found.languages == {"tr": 2, "en": 0}
    assert found.untranslated == 2


def test_the_last_edition_is_a_day_in_the_sites_zone(site: TestSite) -> None:
    site.story("2", date="'2025-07-22T22:30:00+00:00'")
    assert stock.status(site.config).last_edition == "2025-07-23"


@pytest.mark.parametrize(
    ("segments", "body", "pending", "stale"),
    [
        (marks(short("Bir."), short("One.")), "One.", 0, 0),
        (marks(short("Eski."), short("One.")), "One.", 0, 1),
        (marks(short("Eski."), short("One.")), "Mine.", 0, 1),
        (marks(short("Bir."), "-"), "Bir.", 1, 0),
        ("", "One.", 0, 0),
    ],
    ids=["as written", "stale", "stale and edited", "pending", "without marks"],
)
def test_translations_are_counted_by_what_is_to_be_done(
    site: TestSite, segments: str, body: str, pending: int, stale: int
) -> None:
    site.story("1", "en", body, origin="machine", segments=segments)
    found = stock.status(site.config)
    assert (found.pending, found.stale, found.unreviewed) == (pending, stale, 1)
    assert (found.untranslated, found.languages["en"]) == (0, 1 - pending)


def test_a_reviewed_translation_awaits_no_review(site: TestSite) -> None:
    site.story("1", "en", "One.", origin="machine", status="reviewed")
    assert stock.status(site.config).unreviewed == 0


def test_what_a_person_translated_is_neither_stale_nor_unreviewed(site: TestSite) -> None:
    site.story("1", "en", "Whatever.")
    found = stock.status(site.config)
    assert (found.pending, found.stale, found.unreviewed, found.untranslated) == (0, 0, 0, 0)


def test_the_last_build_is_told_and_whether_anything_has_changed_since(site: TestSite) -> None:
    options = updating.Options(name=quick.BUILD)
    building.build(site.config, options, None, "2025-07-22")
    moment = dt.datetime(2025, 7, 22, 12, tzinfo=dt.UTC).timestamp()
    os.utime(site.root / ".cache/build", (moment, moment))
    found = stock.status(site.config)
    assert found.last_build == "2025-07-22T15:00+03:00"
    assert found.up_to_date
    site.story("1", body="Başka.")
    assert not stock.status(site.config).up_to_date


def test_the_summary_says_all_of_it(site: TestSite) -> None:
    site.build()
    found = stock.status(site.config)
    lines = dict(line.split(None, 1) for line in stock.summary(found) if "Last" not in line)
    assert lines["Stories"] == "1 (tr 1, en 0)"
    assert lines["Untranslated"] == "1"
    assert any(
        line.startswith("Last build") and "digest build" in line for line in stock.summary(found)
    )
    assert len(list(stock.summary(found))) == 10
