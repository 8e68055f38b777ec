"""The commands of single stages, and build and render, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli.commands import main
from tests.support.sites import TestSite, make_site

DUMP = "Liman açıldı\n\n22 Temmuz 2025\n\nLiman bugün yeniden hizmete açıldı.\n\nGemiler geldi.\n"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "site")
    site.story("1", body="Bir.", slug="haber")
    return site


def run(site: TestSite, *arguments: str) -> tuple[int, str]:
    command = ["--site", str(site.root), *arguments]
    result = CliRunner().invoke(main, command, obj={})
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output if result.exit_code else result.stdout


def test_import_names_what_is_new_once(site: TestSite, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DUMP, "utf-8")
    code, said = run(site, "import", str(tmp_path / "a.txt"))
    assert code == 0
    assert "new: content/articles/2025-07/liman-acildi.tr.md\n1 new, 0 updated.\n" in said
    assert run(site, "import")[1].endswith("0 new, 0 updated.\n")


def test_import_explains_in_words_or_json_and_writes_nothing(
    site: TestSite, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(DUMP, "utf-8")
    assert "headline" in run(site, "import", "--explain", str(tmp_path / "a.txt"))[1]
    said = run(site, "import", "--explain", "--json", str(tmp_path / "a.txt"))[1]
    assert json.loads(said)
    assert not (site.root / "content/raw").exists()


def test_a_dump_without_an_article_ends_import_with_1(site: TestSite) -> None:
    site.write("content/raw/a.txt", "")
    code, said = run(site, "import")
    assert code == 1
    assert "content/raw/a.txt: it is empty. Delete it, or paste the text into it." in said


@pytest.mark.parametrize("day", ["22.07.2025", "2025-02-30"])
def test_a_day_that_is_none_is_a_mistake_of_usage(site: TestSite, day: str) -> None:
    code, said = run(site, "import", "--date", day)
    assert code == 2
    assert "is no day. Write 2025-07-22." in said


def test_translate_says_what_it_would_send(site: TestSite) -> None:
    site.story("2", body="İki.\n\nÜç.\n\nBir.", date="2025-07-21")
    site.story("3", body="Bitmemiş.", draft="true")
    code, said = run(site, "translate", "--dry-run")
    assert code == 0
    assert said.splitlines() == [
        "content/articles/2025-07/1.tr.md → en: 2 segments, 12 characters",
        "content/articles/2025-07/2.tr.md → en: 3 segments, 15 characters",
        "5 requests, 27 characters would be sent to google.",
    ]
    code, said = run(site, "translate", "--status")
    assert code == 1
    assert "pending: content/articles/2025-07/2.tr.md → en: body-3: it is not translated" in said
    assert "\n5 requests, 27 characters would be sent to google.\n6 pending.\n" in said


def test_translate_says_when_it_would_send_nothing(site: TestSite) -> None:
    site.story("1", "en", body="One.")
    assert run(site, "translate", "--dry-run") == (0, "Nothing would be sent.\n")
    assert run(site, "translate", "--status") == (0, "Nothing is pending.\n")


def test_a_draft_is_sent_when_it_is_named_and_not_before(site: TestSite) -> None:
    site.story("1", draft="true")
    assert run(site, "translate", "--dry-run")[1] == "Nothing would be sent.\n"
    said = run(site, "translate", "--dry-run", "1.tr.md")[1]
    assert "1.tr.md → en: 2 segments, 14 characters\n" in said


def test_check_ends_with_1_for_an_error_alone(site: TestSite) -> None:
    assert run(site, "check")[0] == 0
    site.story("2", body="![](yok.png)")
    code, said = run(site, "check", "--content-only", "--json")
    assert code == 1
    assert "missing-picture" in {one["code"] for one in json.loads(said)}


def test_build_says_why_when_it_is_asked(site: TestSite) -> None:
    code, said = run(site, "build", "--explain")
    assert code == 0
    assert "tr/haber/index.html: it is the first build\n" in said
    assert "1 story, " in said
    assert run(site, "render")[0] == 0


def test_a_broken_article_ends_a_build_with_1_and_the_rest_can_be_had(site: TestSite) -> None:
    site.write("content/articles/2025-07/b.tr.md", "---\ntitle: a: b\n---\n")
    code, said = run(site, "build")
    assert code == 1
    assert "Nothing was published; output/ is as it was." in said
    code, said = run(site, "build", "--keep-going")
    assert code == 1
    assert (site.root / "output/tr/haber/index.html").exists()


def test_a_time_that_is_none_is_a_mistake_of_usage(site: TestSite) -> None:
    assert run(site, "build", "--now", "2025-07-01")[0] == 0
    assert not (site.root / "output/tr/haber").exists()
    code, said = run(site, "build", "--now", "gestern")
    assert code == 2
    assert "is no time. Write 2025-07-22 or 2025-07-22T11:47." in said


def test_settings_with_mistakes_end_with_2_and_all_of_them(site: TestSite) -> None:
    site.write("config.yaml", "site: {titel: x}\nlangauges: [tr]\n")
    code, said = run(site, "build")
    assert code == 2
    assert said.count("Did you mean") == 2
