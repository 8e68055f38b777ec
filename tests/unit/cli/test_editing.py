"""The commands that help an editor, as they are typed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from digest.cli.commands import main
from tests.support.sites import TestSite, make_site


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "site")
    site.story("1", body="Bir.", slug="haber")
    site.story("1", "en", "One.", slug="story", origin="machine")
    return site


def run(site: TestSite, *arguments: str) -> str:
    command = ["--site", str(site.root), *arguments]
    result = CliRunner().invoke(main, command, obj={}, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_new_prints_the_path_of_the_file(site: TestSite) -> None:
    path = run(site, "new", "Liman açıldı").strip()
    assert path.endswith("/liman-acildi.tr.md")
    assert "title: Liman açıldı" in (site.root / path).read_text("utf-8")


def test_a_headline_needs_no_quotes(site: TestSite) -> None:
    assert run(site, "new", "Liman", "açıldı").strip().endswith("/liman-acildi.tr.md")


def test_init_says_what_comes_next_in_words_that_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "venv/bin/digest"
    monkeypatch.setattr("sys.argv", [str(program)])
    monkeypatch.setenv("PATH", "/nowhere")
    said = CliRunner().invoke(main, ["init", str(tmp_path / "a")]).output
    assert f"cd {tmp_path / 'a'}" in said
    assert f"  {program} build " in said
    monkeypatch.setattr("sys.argv", ["/usr/lib/digest/__main__.py"])
    said = CliRunner().invoke(main, ["init", str(tmp_path / "b")]).output
    assert "  digest build " in said


def test_no_command_s_summary_is_cut_off() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output.split("Commands:\n")[1]
    assert len(listed.splitlines()) == len(main.list_commands(click.Context(main)))
    assert "..." not in listed


def test_review_lists_marks_and_lists_no_more(site: TestSite) -> None:
    path = "content/articles/2025-07/1.en.md"
    assert run(site, "review") == f"{path}: title, body-1\n"
    assert "| Headline 1\n" in run(site, "review", "--list", "haber")
    assert run(site, "review", "story") == f"reviewed: {path}\n"
    assert run(site, "review") == "Nothing awaits review.\n"


def test_review_with_list_marks_nothing(site: TestSite) -> None:
    run(site, "review", "--list", "story")
    assert "title" in run(site, "review")


def test_review_names_the_segment_that_it_marked(site: TestSite) -> None:
    from digest.fingerprint import short

    marks = (
        f"[title {short('Başlık 1')} {short('Headline 1')}, body {short('Bir.')} {short('One.')}]"
    )
    site.story("1", "en", "One.", slug="story", origin="machine", segments=marks)
    assert run(site, "review", "story:title").endswith("1.en.md:title\n")


def test_status_is_text_or_json(site: TestSite) -> None:
    assert "Unreviewed    1\n" in run(site, "status")
    found = json.loads(run(site, "status", "--json"))
    assert (found["stories"], found["unreviewed"], found["languages"]) == (1, 1, {"tr": 1, "en": 1})


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_that_shell(site: TestSite, shell: str) -> None:
    text = run(site, "completion", shell)
    assert f"_DIGEST_COMPLETE={shell}_complete" in text
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=text, text=True, check=True)


def test_every_command_shows_how_it_is_typed() -> None:
    runner = CliRunner()
    for name in main.list_commands(click.Context(main)):
        text = runner.invoke(main, [name, "--help"]).output
        assert re.search(rf"(?m)^  (?:eval \"\$\()?digest {name}\b", text), name


def test_completion_knows_the_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_DIGEST_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "digest re")
    monkeypatch.setenv("COMP_CWORD", "1")
    with pytest.raises(SystemExit):
        main([], prog_name="digest")
    assert sorted(capsys.readouterr().out.split()) == ["plain,render", "plain,review"]
