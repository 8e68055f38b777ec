"""digest publish: the owner's command runs after a build and a check that found no error."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli.commands import main
from tests.support.sites import CONFIG, TestSite, make_site


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    made = make_site(tmp_path, f"{CONFIG}\npublish: cp -r output published\n")
    made.story("1", summary="Özet")
    return made


def publish(site: TestSite) -> Result:
    return CliRunner().invoke(main, ["--site", str(site.root), "publish"], obj={})


def test_the_command_runs_in_the_sites_folder_once_the_site_is_built(site: TestSite) -> None:
    result = publish(site)
    assert result.exit_code == 0, result.output
    assert (site.root / "published/tr/baslik-1/index.html").exists()


def test_warnings_are_shown_before_the_site_goes_out(site: TestSite) -> None:
    text = CONFIG.replace("https://example.org/haber/", "https://digest.example/")
    site.write("config.yaml", f"{text}\npublish: 'true'\n")
    result = publish(site)
    assert result.exit_code == 0
    assert "warning: config.yaml: site.url is still" in result.output


def test_nothing_runs_where_an_article_is_broken(site: TestSite) -> None:
    site.write("content/articles/2025-07/b.tr.md", "---\ntitle: a: b\n---\n")
    assert publish(site).exit_code == 1
    assert not (site.root / "published").exists()


def test_nothing_runs_where_the_check_finds_an_error(site: TestSite) -> None:
    site.story("2", body="[x](../yok/)", summary="Özet")
    result = publish(site)
    assert result.exit_code == 1
    assert "the check found errors" in result.output
    assert not (site.root / "published").exists()


def test_the_commands_own_failure_is_passed_on(site: TestSite) -> None:
    site.write("config.yaml", f"{CONFIG}\npublish: exit 7\n")
    assert publish(site).exit_code == 7


def test_without_a_command_it_says_what_to_write(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    result = publish(site)
    assert result.exit_code == 2
    assert "publish:" in result.output
