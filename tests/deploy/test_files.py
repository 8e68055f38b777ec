"""The files of deploy/: they parse, name only commands and keys that exist, and send every file."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.translate.engines.secrets import NAMES
from tests.support.commands import calls, complaint
from tests.support.programs import ROOT
from tests.support.sites import make_site

DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.iterdir() if path.is_file())
STAYS = "public, max-age=31536000, immutable"
ASKED = "public, max-age=0, must-revalidate"


def load(name: str) -> dict[Any, Any]:
    text = (DEPLOY / name).read_text("utf-8")
    value = tomllib.loads(text) if name.endswith(".toml") else yaml.safe_load(text)
    assert isinstance(value, dict)
    return value


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load("github-pages.yml")["jobs"]["build"]["steps"]
    return found


def lines_of_shell() -> Iterator[tuple[str, str]]:
    gitlab = load("gitlab-ci.yml")["pages"]["script"]
    yield from (("gitlab-ci.yml", line) for text in gitlab for line in text.splitlines())
    yield from (
        ("github-pages.yml", line) for s in steps() for line in s.get("run", "").splitlines()
    )
    yield "netlify.toml", load("netlify.toml")["build"]["command"]
    for path in FILES:
        for line in path.read_text("utf-8").splitlines():
            if path.suffix != ".md" and line.startswith("#     "):
                yield path.name, line.removeprefix("#     ")


CALLS = sorted({(name, call) for name, line in lines_of_shell() for call in calls(line)})


def test_commands_are_found_where_they_are_expected() -> None:
    assert {name for name, _ in CALLS} == {
        "github-pages.yml", "gitlab-ci.yml", "netlify.toml", "wrangler.toml",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "call"), CALLS)
def test_every_command_exists(name: str, call: str) -> None:
    assert complaint(call) == ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_key_that_is_named_is_read(path: Path) -> None:
    named = set(re.findall(r"DIGEST_[A-Z]+_(?:KEY|EMAIL)", path.read_text("utf-8")))
    assert named <= set(NAMES.values())


def test_the_workflow_runs_daily_and_keeps_the_cache_and_what_was_translated() -> None:
    workflow = load("github-pages.yml")
    when = workflow[True]  # YAML 1.1 takes `on` for true
    assert re.fullmatch(r"\d+ \d+ \* \* \*", when["schedule"][0]["cron"])
    runs = [step.get("run", "").splitlines()[:1] for step in steps()]
    order = [line for run in runs for line in run if line.startswith(("digest", "git"))]
    assert order == [
        "digest import", "digest translate", "git add content", "digest render", "digest check",
    ]  # fmt: skip
    assert any(step.get("with", {}).get("path") == ".cache" for step in steps())
    assert load("gitlab-ci.yml")["pages"]["cache"]["paths"] == [".cache"]


def test_only_the_step_that_translates_is_given_keys() -> None:
    given = [s["name"] for s in steps() if "secrets." in json.dumps(s)]
    assert given == ["Translate"]
    assert set(steps()[5]["env"]) == set(NAMES.values())


def test_no_job_of_the_workflow_may_more_than_it_needs() -> None:
    workflow = load("github-pages.yml")
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a script in a built site with programs that only write down what they are told."""
    site = make_site(tmp_path / "site")
    site.story("1")
    site.build()
    log = tmp_path / "log"
    for name in ("aws", "rsync"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(
            f"#!{sys.executable}\nimport json, sys\n"
            f"print(json.dumps(sys.argv[1:]), file=open({str(log)!r}, 'a'))\n"
        )
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")

    def run(script: str, *arguments: str) -> tuple[set[str], list[list[str]]]:
        subprocess.run(["sh", DEPLOY / script, *arguments], cwd=site.root, check=True)
        return set(site.output()), [json.loads(line) for line in log.read_text().splitlines()]

    return run


def chosen(files: set[str], arguments: list[str]) -> set[str]:
    """Which files `aws s3 sync` takes: the last filter that matches decides."""
    taken = set(files)
    for option, pattern in pairwise(arguments):
        if option == "--exclude":
            taken -= set(fnmatch.filter(files, pattern))
        elif option == "--include":
            taken |= set(fnmatch.filter(files, pattern))
    return taken


def test_storage_is_sent_every_file_once_with_its_headers_and_pages_last(told: Any) -> None:
    files, syncs = told("s3.sh", "haber/site", "https://storage.example")
    *sent, last = syncs
    headers: dict[str, tuple[str, str]] = {}
    for call in syncs:
        assert call[:4] == ["s3", "sync", "output", "s3://haber/site"]
        assert "--endpoint-url=https://storage.example" in call
    for call in sent:
        values = dict(pairwise(call))
        for file in chosen(files, call):
            assert file not in headers, file
            headers[file] = (values["--cache-control"], values.get("--content-type", ""))
        assert "--delete" not in call
    assert set(headers) == {file for file in files if not file.startswith((".", "_"))}
    assert headers["static/style.css"] == (STAYS, "")
    assert headers["static/feed.css"] == headers["sitemap.xml"] == (ASKED, "")
    assert headers["tr/feed.xml"] == (ASKED, "application/rss+xml; charset=utf-8")
    assert headers["tr/feed.json"] == (ASKED, "application/feed+json; charset=utf-8")
    assert headers["index.html"] == headers["404.html"] == (ASKED, "text/html; charset=utf-8")
    assert chosen(files, sent[-1]) == {file for file in files if file.endswith(".html")}
    assert "--delete" in last
    assert chosen(files, last) == set(headers)


def test_storage_of_amazon_needs_no_address(told: Any) -> None:
    _, syncs = told("s3.sh", "haber")
    assert not any(word.startswith("--endpoint") for call in syncs for word in call)


def test_rsync_sends_pages_after_their_files_and_deletes_last(told: Any) -> None:
    _, (first, second) = told("rsync.sh", "me@host:/srv/www/haber/")
    assert first[-2:] == second[-2:] == ["output/", "me@host:/srv/www/haber/"]
    assert "--exclude=*.html" in first
    assert not any(word.startswith("--delete") for word in first)
    assert {"--delete-delay", "--delay-updates", "--exclude=/.digest"} <= set(second)


@pytest.mark.parametrize("script", ["s3.sh", "rsync.sh"])
def test_a_script_without_its_target_does_nothing(script: str) -> None:
    done = subprocess.run(["sh", DEPLOY / script], capture_output=True, check=False)
    assert done.returncode != 0
