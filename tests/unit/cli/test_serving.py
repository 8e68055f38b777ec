"""`digest serve`, and what it says: `digest.serve` itself is played by the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli.commands import main
from digest.cli.serving import line
from digest.model import Problem
from digest.serve.messages import Built
from tests.support.sites import make_site

WRONG = Problem("error", "config", "no.", "a.md", 3, "Mend it.")
ODD = Problem("warning", "config", "odd.", "b.md")
Say = Callable[[Built], None]


def test_a_line_says_what_was_changed_and_made() -> None:
    built = Built(("a.md",), (), "/", pages=3, seconds=0.0841, published=True)
    assert line(built) == "a.md: 3 files made in 84 ms."
    built = Built(("a", "b", "c"), (), "/", pages=1, seconds=1.5, published=True)
    assert line(built) == "a and 2 more: 1 file made in 1500 ms."
    assert line(Built(("a", "b"), (WRONG,), "/")) == "a, b: not built."


def served(
    monkeypatch: pytest.MonkeyPatch, root: Path, first: Built, *edits: Built, port: int = 0
) -> Result:
    """Run the command while this much happens; `port` is the one it has to ask for."""

    def serve(where: Path, asked: int, started: Callable[[str, Built], None], built: Say) -> None:
        assert (where, asked) == (root, port)
        started("http://127.0.0.1:8000/", first)
        for edit in edits:
            built(edit)

    monkeypatch.setattr("digest.serve.session.serve", serve)
    make_site(root)
    options = ["--port", str(port)] if port else []
    command = ["--site", str(root), "serve", *options]
    return CliRunner().invoke(main, command, obj={}, catch_exceptions=False)


def test_it_says_where_it_serves_what(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = served(monkeypatch, tmp_path, Built((), (), "/", stories=2, published=True))
    assert result.stdout == (
        "Building …\n2 stories. Serving http://127.0.0.1:8000/ with drafts; Ctrl-C ends it.\n"
    )
    assert (result.stderr, result.exit_code) == ("", 0)
    result = served(monkeypatch, tmp_path, Built((), (), "/", stories=1, published=True))
    assert "\n1 story. Serving" in result.stdout
    result = served(monkeypatch, tmp_path, Built((), (WRONG,), ""), port=9000)
    assert "\nNot built. Serving" in result.stdout


def test_what_is_wrong_is_printed_until_it_is_mended_and_not_twice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    result = served(
        monkeypatch,
        tmp_path,
        Built((), (ODD,), "/", stories=1, published=True),
        Built(("a.md",), (ODD, WRONG), "/"),
        Built(("a.md",), (ODD,), "/", pages=1, seconds=0.02, published=True),
        Built(("a.md",), (ODD, WRONG), "/"),
    )
    assert result.stderr.splitlines() == [f"warning: {ODD}", *[f"error: {WRONG}"] * 2]
    assert result.stdout.splitlines()[2:] == [
        "a.md: not built.",
        "a.md: 1 file made in 20 ms.",
        "a.md: not built.",
    ]


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_is_none_is_a_mistake_of_usage(port: str, tmp_path: Path) -> None:
    make_site(tmp_path)
    result = CliRunner().invoke(main, ["--site", str(tmp_path), "serve", "--port", port])
    assert result.exit_code == 2
    assert "--port" in result.stderr
