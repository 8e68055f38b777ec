"""Whole builds: each folder here has a site in `in/` and what is built from it in `golden/`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bench.corpus import write_site
from bench.invent import stories
from digest.cache import quick
from digest.config.reading import load
from digest.pipeline.building import Build, build
from digest.pipeline.updating import Options
from tests.support.sites import TestSite

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "in").is_dir())
DAY = "2025-07-22"


def built(folder: Path, jobs: int = 1) -> tuple[TestSite, Build]:
    """Import and build the site in a folder."""
    site = TestSite(folder)
    return site, build(site.config, Options(jobs=jobs), None, DAY)


def started(case: str, tmp_path: Path, name: str = "site") -> Path:
    folder = tmp_path / name
    shutil.copytree(HERE / case / "in", folder)
    return folder


@pytest.mark.parametrize("case", CASES)
def test_a_site_is_built_as_it_was_before(
    case: str, tmp_path: Path, golden_tree: Callable[[Path, Mapping[str, bytes]], None]
) -> None:
    site, done = built(started(case, tmp_path))
    assert done.published, done.problems
    shown = {
        name: data
        for name, data in site.output().items()
        if not name.startswith(("static/", "search/words/")) and name != ".digest"
    }
    content = site.root / "content/articles"
    shown |= {
        f"content/{path.relative_to(content).as_posix()}": path.read_bytes()
        for path in content.rglob("*.tr.md")
    }
    golden_tree(HERE / case / "golden", shown)


def test_one_process_and_four_write_the_same_bytes(tmp_path: Path) -> None:
    write_site(stories(130), tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "four")
    one, four = TestSite(tmp_path / "one", 1), TestSite(tmp_path / "four", 4)
    one.build()
    four.build()
    assert one.output() == four.output()
    assert len(one.output()) > 500


def test_a_second_build_says_that_nothing_changed_and_changes_nothing(tmp_path: Path) -> None:
    site, first = built(started("seed", tmp_path))
    assert first.imported is not None
    assert len(first.imported.added) == 2
    before = site.output()
    content = {
        path: path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()
    }
    _, second = built(site.root)
    assert second.imported is None
    assert second.updated.made is not None
    assert second.updated.made.reasons == {}
    assert site.output() == before
    assert content == {path: path.read_bytes() for path in content}


def test_without_the_cache_nothing_is_lost_but_time(tmp_path: Path) -> None:
    site, _ = built(started("seed", tmp_path))
    before = site.output()
    shutil.rmtree(site.root / ".cache")
    content = {
        path: path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()
    }
    _, again = built(site.root)
    assert again.published
    assert site.output() == before
    assert content == {
        path: path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()
    }


def bad(name: str, text: str | bytes, code: str, part: str) -> object:
    return pytest.param(name, text, code, part, id=code + " " + name.rsplit("/", 1)[-1])


STORY = "content/articles/2025-07/kotu"


@pytest.mark.parametrize(
    ("name", "text", "code", "part"),
    [
        bad(f"{STORY}.tr.md", "---\ntitle: a: b\n---\n", "front-matter", f"{STORY}.tr.md:2"),
        bad(f"{STORY}.tr.md", "---\nid: x\n---\nGövde", "front-matter", "has no headline"),
        bad(f"{STORY}.tr.md", "---\ntitle: x\ndate: dün\n---\n", "front-matter", ":3: date"),
        bad(f"{STORY}.tur.md", "---\ntitle: x\n---\n", "front-matter", 'Did you mean "tr"?'),
        bad(f"{STORY}.en.md", "---\ntitle: x\n---\n", "no-original", f"{STORY}.tr.md"),
        bad(f"{STORY}.tr.md", b"---\ntitle: \xfe\n---\n", "encoding", ":2: byte 0xfe"),
        bad(
            f"{STORY}.tr.md",
            "---\nid: x\ntitle: x\nslug: ateskes-gorusmeleri-hamasla-baglanti-koptu\n---\n",
            "duplicate-slug",
            "is that of content/articles/2025-07/ateskes",
        ),
        bad(f"{STORY}.tr.md", "---\nid: x\ntitle: x\nslug: konu\n---\n", "reserved-slug", "konu-2"),
        bad(f"{STORY}.tr.md", "---\nid: x\ntitle: x\nslug: 2025\n---\n", "reserved-slug", "2025-2"),
        bad(
            f"{STORY}.tr.md",
            "---\nid: 0411129d8adb\ntitle: x\n---\n",
            "duplicate-id",
            "ateskes-gorusmeleri",
        ),
        bad("templates/story.html", "{% if %}", "template", "templates/story.html:1"),
        bad("templates/story.html", "a\n{{ page.nothing }}", "template", "templates/story.html:2"),
        bad("templates/story.html", '{% include "gone.html" %}', "template", "gone.html"),
    ],
)
def test_a_mistake_stops_the_build_says_where_and_leaves_the_site_as_it_was(
    tmp_path: Path, name: str, text: str | bytes, code: str, part: str
) -> None:
    site, _ = built(started("seed", tmp_path))
    before = site.output()
    site.write(name, text)
    _, done = built(site.root)
    assert not done.published
    found = [problem for problem in done.problems if problem.code == code]
    assert any(part in str(problem) for problem in found), done.problems
    assert all(problem.hint for problem in found)
    assert site.output() == before


def test_all_mistakes_are_reported_together(tmp_path: Path) -> None:
    site, _ = built(started("seed", tmp_path))
    site.write(f"{STORY}1.tr.md", "---\ntitle: a: b\n---\n")
    site.write(f"{STORY}2.tr.md", "---\nid: y\ntitle: y\ndate: x\nslug: Y\n---\n")
    site.write(f"{STORY}3.tr.md", b"\xff")
    _, done = built(site.root)
    errors = [problem for problem in done.problems if problem.severity == "error"]
    assert len(errors) == 4


def test_keep_going_publishes_the_rest_without_links_to_what_is_broken(tmp_path: Path) -> None:
    site, _ = built(started("seed", tmp_path))
    broken = next((site.root / "content").rglob("ateskes*.tr.md"))
    broken.write_text(broken.read_text("utf-8").replace("title:", "title: a: b #"), "utf-8")
    done = build(site.config, Options(keep_going=True), None, DAY)
    assert not done.published  # the command ends with 1
    assert done.updated.made is not None
    pages = site.output()
    assert not [name for name in pages if "ateskes" in name]
    linking = [
        n
        for n, data in pages.items()
        if b"ateskes-gorusmeleri" in data and n != "search/index.json"
    ]
    assert linking == []


def test_mistakes_in_the_settings_are_all_found(tmp_path: Path) -> None:
    folder = started("seed", tmp_path)
    (folder / "config.yaml").write_text("sit: {}\nlanguages: [tr, 1]\nfeeds: {items: x}\n")
    config, problems = load(folder)
    assert config is None
    assert [problem.line for problem in problems] == [1, 2, 3]


def test_files_that_digest_did_not_make_are_never_deleted(tmp_path: Path) -> None:
    from digest.errors import DigestError

    folder = started("seed", tmp_path)
    (folder / "output").mkdir()
    (folder / "output/mine.txt").write_text("mine")
    with pytest.raises(DigestError, match=r"mine\.txt"):
        built(folder)
    assert (folder / "output/mine.txt").read_text() == "mine"


def test_a_dump_without_an_article_is_a_warning_and_the_site_is_published(tmp_path: Path) -> None:
    folder = started("seed", tmp_path)
    (folder / "content/raw/bos.txt").write_text("")
    _, done = built(folder)
    assert done.published
    assert [(p.severity, p.path) for p in done.problems if p.code == "import-skipped"] == [
        ("warning", "content/raw/bos.txt")
    ]


def said_of_dumps(done: Build) -> list[str]:
    """Return which dumps could not be used, by what a build says."""
    codes = ("import-skipped", "import-unread")
    return [problem.path for problem in done.problems if problem.code in codes]


def test_a_dump_without_an_article_is_named_by_every_build_and_not_imported_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = started("seed", tmp_path)
    settings = (folder / "config.yaml").read_text("utf-8")
    dump = folder / "content/raw/bos.txt"
    dump.write_text("Paylaş\nbir iki\n")
    built(folder)
    with monkeypatch.context() as patch:
        patch.setattr("digest.pipeline.importing.import_dumps", None)
        for change in ("# one\n", "# two\n"):
            (folder / "config.yaml").write_text(settings + change)
            _, done = built(folder)
            assert done.published
            assert said_of_dumps(done) == ["content/raw/bos.txt"]
        seen = quick.look(str(folder))
        assert seen.report is not None
        assert seen.report[0].startswith("warning: content/raw/bos.txt: no headline")
    dump.unlink()
    assert said_of_dumps(built(folder)[1]) == []


def test_a_dump_without_an_article_is_read_again_when_it_or_the_rules_changed(
    tmp_path: Path,
) -> None:
    folder = started("seed", tmp_path)
    dump = folder / "content/raw/bos.txt"
    dump.write_text("")
    built(folder)
    dump.write_text("Paylaş\n")
    (problem,) = (p for p in built(folder)[1].problems if p.path == "content/raw/bos.txt")
    assert problem.message == "no headline with a paragraph below it was found."
    with (folder / "config.yaml").open("a") as file:
        file.write("import: {rules: [{name: menu, lines: [Paylaş]}]}\n")
    _, done = built(folder)
    assert done.imported is not None
    assert done.imported.unchanged == 2, "the other dumps were read with the new rule as well"


def test_a_dump_that_the_disk_does_not_give_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = started("seed", tmp_path)
    dump = folder / "content/raw/liman.txt"
    dump.write_text("Liman açıldı\n\nLiman bugün yeniden hizmete açıldı.\n\nGemiler geldi.\n")
    read = Path.read_bytes

    def broken(path: Path) -> bytes:
        if path.name == dump.name:
            raise OSError(5, "Input/output error")
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", broken)
        _, done = built(folder)
        assert said_of_dumps(done) == ["content/raw/liman.txt"]
        assert quick.look(str(folder)).report is None
    _, done = built(folder)
    assert said_of_dumps(done) == []
    assert done.imported is not None
    assert len(done.imported.added) == 1


def test_an_article_written_by_hand_gets_an_id_and_is_published(tmp_path: Path) -> None:
    folder = started("seed", tmp_path)
    site = TestSite(folder)
    path = site.write(
        "content/articles/2025-07/elle.tr.md", "---\ntitle: Elle\ndate: 2025-07-21\n---\n\nGövde.\n"
    )
    _, done = built(folder)
    assert done.published, done.problems
    head, rest = path.read_text("utf-8").split("id: ")
    assert (head, rest[12:]) == ("---\ntitle: Elle\ndate: 2025-07-21\n", "\n---\n\nGövde.\n")
    assert "tr/elle/index.html" in site.output()


def test_a_story_without_any_date_is_published_without_one(tmp_path: Path) -> None:
    folder = started("seed", tmp_path)
    site = TestSite(folder)
    site.write("content/articles/2025-07/elle.tr.md", "---\ntitle: Elle\n---\n\nGövde.\n")
    _, done = built(folder)
    assert done.published, done.problems
    pages = site.output()
    assert b"<time" not in pages["tr/elle/index.html"]
    assert b"tr/elle/" not in pages["tr/feed.xml"]
    assert b"tr/elle/" in pages["sitemap-pages.xml"]
