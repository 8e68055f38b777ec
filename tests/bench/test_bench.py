from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bench import chart, corpus, import_bench, invent, profiling
from bench.demo import making, pictures
from bench.demo.__main__ import write
from bench.demo.grammar import with_suffix
from bench.results import Result
from digest import blocks, store
from digest.config import reading
from digest.ingest import reading as dumps
from digest.ingest import rules


def _problems(site: Path) -> tuple[object, ...]:
    config, wrong = reading.load(site)
    assert config is not None, wrong
    stories, problems = store.read_stories(site, store.article_files(site), config)
    assert stories
    return problems


def _texts(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*.md"))
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in paths}


def test_a_bench_site_is_one_that_digest_reads_without_complaint(tmp_path: Path) -> None:
    assert corpus.write_site(invent.stories(30), tmp_path) == 30
    assert _problems(tmp_path) == ()


def test_what_the_import_bench_puts_into_its_dumps_comes_out() -> None:
    stories = list(invent.stories(6))
    upcoming = iter(stories)
    for n in range(3):
        found = dumps.read(import_bench.dump(upcoming).encode(), "x.txt", "tr", rules.load(()))
        wanted = [f"{s.versions[0].title} ({s.number})" for s in stories[2 * n : 2 * n + 2]]
        assert [story.original.title for story in found.stories] == wanted
        assert all(story.original.caption and story.sources for story in found.stories)


def test_stories_of_a_size_are_always_the_same() -> None:
    assert list(invent.stories(20)) == list(invent.stories(20))


def test_both_versions_of_a_bench_story_have_the_same_blocks() -> None:
    for story in invent.stories(60):
        original, translation = (blocks.split(version.body) for version in story.versions)
        assert [block.kind for block in original] == [block.kind for block in translation]


def test_a_neutral_corpus_gives_the_site_that_its_stories_give(tmp_path: Path) -> None:
    corpus.write_site(invent.stories(15), tmp_path / "direct")
    corpus.write_site(invent.stories(15), tmp_path / "neutral", "neutral")
    corpus.write_site(corpus.read_neutral(tmp_path / "neutral"), tmp_path / "again")
    assert _texts(tmp_path / "again") == _texts(tmp_path / "direct")


@pytest.mark.parametrize("tool", ["hugo", "pelican", "eleventy"])
def test_a_peer_gets_two_files_a_story_and_a_site_around_them(tool: str, tmp_path: Path) -> None:
    corpus.write_site(invent.stories(4), tmp_path, tool)
    stories = list((tmp_path / "content").rglob("*.md"))
    assert len(stories) == 8
    assert any(path.is_file() for path in tmp_path.iterdir())


def test_the_demo_is_a_site_that_digest_reads_without_complaint(tmp_path: Path) -> None:
    write(tmp_path)
    assert _problems(tmp_path) == ()


def test_the_demo_has_every_way_of_being_translated() -> None:
    entries = [entry.story for entry in making.made()]
    versions = [story.articles[1].origin for story in entries if len(story.articles) > 1]
    kinds = {(origin.kind, origin.reviewed) for origin in versions}
    assert kinds == {("human", False), ("machine", False), ("machine", True)}
    assert len(versions) < len(entries) == 120
    assert any(not story.date for story in entries)


def test_no_two_stories_of_the_demo_want_one_address() -> None:
    for lang in ("tr", "en"):
        articles = [entry.story.version(lang) for entry in making.made()]
        slugs = [article.slug for article in articles if article]
        assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize(
    ("name", "suffix", "form"),
    [
        ("Kars", "de", "Kars’ta"),
        ("Ordu", "in", "Ordu’nun"),
        ("İzmir", "den", "İzmir’den"),
        ("Bakü", "e", "Bakü’ye"),
        ("Iğdır", "de", "Iğdır’da"),
    ],
)
def test_places_take_suffixes_in_harmony(name: str, suffix: str, form: str) -> None:
    assert with_suffix(name, suffix) == form


@pytest.mark.parametrize("scene", sorted(pictures.SKIES))
def test_a_picture_is_the_same_for_the_same_name(scene: str) -> None:
    data = pictures.picture(scene, "x")
    assert data.startswith(b"\xff\xd8\xff")  # a JPEG
    assert data == pictures.picture(scene, "x")
    assert data != pictures.picture(scene, "y")


def test_a_chart_is_xml_with_a_label_a_line() -> None:
    lines = (chart.Line("A & B", ((100, 0.5), (1000, 4.0))), chart.Line("C", ((100, 0.6),)))
    root = ET.fromstring(chart.draw("Time", lines, ("stories", "seconds")))
    assert {"A & B", "C"} <= {element.text for element in root.iter()}


def test_ratios_compare_builds_of_the_same_round() -> None:
    rows = {"ours": [[(1.0, 1.0)], [(8.0, 2.0)]], "hugo": [[(2.0, 4.0)], [(8.0, 4.0)]]}
    result = Result(1, "2026-01-01", "", {}, rows)
    assert result.ratio("ours", "hugo") == (0.75, 0.5, 1.0)
    assert result.ratio("ours", "hugo", 1) == (0.375, 0.25, 0.5)


def test_the_profile_names_the_parts_of_a_build(capsys: pytest.CaptureFixture[str]) -> None:
    assert profiling.main(["30"]) == 0
    rows = [line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines()[2:]]
    shares = {part: int(share.removesuffix("%")) for part, share in rows}
    assert shares["templates"] > 0
    assert 90 <= sum(shares.values()) <= 105
