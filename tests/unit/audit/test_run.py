from __future__ import annotations

from pathlib import Path
from typing import Any

from digest.audit import BuiltSite, Options, problem, run
from digest.config import Silence
from tests.unit.audit.examples import (
    TEXT,
    article,
    codes,
    config,
    html,
    site,
    story,
    write,
    write_articles,
)


def test_a_clean_site_has_no_finding(tmp_path: Path) -> None:
    made = story()
    write_articles(tmp_path, made)
    built = site(tmp_path, {"tr/a/index.html": html(), "en/a/index.html": html(lang="en")})
    assert run(config(tmp_path), (made,), built) == ()


def test_content_is_checked_where_nothing_was_built(tmp_path: Path) -> None:
    made = story(date="")
    write_articles(tmp_path, made)
    assert codes(list(run(config(tmp_path), (made,), None))) == ["undated"]


def test_a_folder_that_is_not_there_is_an_empty_site(tmp_path: Path) -> None:
    assert run(config(tmp_path), (), BuiltSite(tmp_path / "output")) == ()


def test_findings_of_other_parts_are_reported_once(tmp_path: Path) -> None:
    made = story(date="")
    write_articles(tmp_path, made)
    given = problem("undated", "told already.", made.original.path)
    other = problem("glossary", "Gaza, not Gazze.", made.articles[1].path, 3)
    assert run(config(tmp_path), (made,), None, (given, other)) == (other, given)


def test_what_is_silenced_is_not_reported(tmp_path: Path) -> None:
    made = story(date="")
    write_articles(tmp_path, made)
    quiet = config(tmp_path, silenced=(Silence("undated", "They are from the archive."),))
    assert run(quiet, (made,), None) == ()


def test_a_silence_that_no_finding_can_heed_is_reported(tmp_path: Path) -> None:
    wrong = config(tmp_path, silenced=(Silence("undatd", "x"), Silence("undated", "y")))
    (found,) = run(wrong, (), None)
    assert (found.code, found.path) == ("config", "config.yaml")
    assert found.hint == 'Did you mean "undated"?'


def test_the_editor_s_own_pages_are_read_too(tmp_path: Path) -> None:
    write(tmp_path, {"content/pages/about.tr.md": "---\ntitle: x\ntitel: y\n---\nMetin.\n"})
    (found,) = run(config(tmp_path), (), None)
    assert (found.code, found.path, found.line) == (
        "unknown-field",
        "content/pages/about.tr.md",
        3,
    )


def test_two_runs_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    made = story(date="", topics=("x", "y"), also=("z",))
    write_articles(tmp_path, made)
    body = '<a href="x/">x</a><img src="y.png"><script>z</script>'
    pages = {f"{n}/index.html": html(body, lang="") for n in range(4)}
    first = run(config(tmp_path), (made,), site(tmp_path, pages))
    assert len(first) > 6
    assert first == run(config(tmp_path), (made,), site(tmp_path, pages))


def test_a_content_file_that_is_gone_is_no_reason_to_stop(tmp_path: Path) -> None:
    built = site(tmp_path, {"tr/a/index.html": html('<a href="x/">x</a>')}, tr=("content/x.md",))
    assert codes(list(run(config(tmp_path), (), built))) == ["dead-link"]


def halved(work: Any, items: Any, /) -> list[Any]:
    half = len(items) // 2
    return [work(part, lambda _: None) for part in (items[:half], items[half:])]


def test_work_that_is_spread_finds_the_same(tmp_path: Path) -> None:
    stories = tuple(
        story(article("tr", name), article("en", name, body=TEXT["tr"]), id=f"{name * 12}")
        for name in "abc"
    )
    write_articles(tmp_path, *stories)
    head = '<link rel="alternate" hreflang="tr" href="../../tr/a/">'
    body = '<a href="../a/#yok">x</a><a href="x/">x</a>'
    pages = {f"tr/{name}/index.html": html(body, head) for name in "abcd"}
    built = site(tmp_path, pages)
    found = run(config(tmp_path), stories, built)
    assert {problem.code for problem in found} == {
        "wrong-language", "dead-link", "dead-anchor", "hreflang",
    }  # fmt: skip
    assert run(config(tmp_path), stories, built, options=Options(spread=halved)) == found
