"""What a build notes as done, so that the next ones leave it out, and what it does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from digest.cache import quick
from digest.model import Story
from digest.pipeline import building, importing, translating
from digest.pipeline.import_report import ImportReport
from digest.pipeline.translate_report import TranslateReport
from digest.pipeline.updating import Options
from tests.support.sites import CONFIG, TestSite, make_site

DAY = "2025-07-22"
DUMP = "Liman açıldı\n\n22 Temmuz 2025\n\nLiman bugün yeniden hizmete açıldı.\n\nGemiler geldi.\n"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "site")
    site.story("a")
    return site


def build(site: TestSite, *, stages: bool = True) -> building.Build | None:
    """Build as the command does: None where nothing changed, and nothing more was looked at."""
    seen = quick.look(str(site.root), quick.BUILD)
    if stages and seen.report is not None:
        return None
    name = quick.BUILD if stages else "[]"
    done = building.build(site.config, Options(jobs=1, stages=stages, name=name), seen, DAY)
    assert done.published
    return done


def articles(site: TestSite) -> list[str]:
    return sorted(path.name for path in site.root.glob("content/articles/*/*.tr.md"))


class Translator:
    """Stands for a translation run, and knows the stories of each."""

    def __init__(self, site: TestSite) -> None:
        self.site = site
        self.runs: list[list[str]] = []
        self.meanwhile: Callable[[], None] | None = None

    def __call__(
        self, _: object, stories: Sequence[Story], options: translating.Options, **_named: Any
    ) -> TranslateReport:
        if options.dry_run:  # the check of the new site asks what is pending
            return TranslateReport()
        self.runs.append(sorted(story.id for story in stories))
        if self.meanwhile:
            self.meanwhile()
        return TranslateReport(tuple(self.translated(s) for s in stories if not s.version("en")))

    def translated(self, story: Story) -> str:
        """Write a story's translation, and return its path."""
        path = story.original.path.replace(".tr.", ".en.")
        self.site.write(path, f"---\ntitle: Headline {story.id}\n---\n\nBody.\n")
        return path


@pytest.fixture
def translator(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> Translator:
    site.write("config.yaml", f"{CONFIG}translation: {{enabled: true}}\n")
    found = Translator(site)
    monkeypatch.setattr(translating, "translate", found)
    return found


def test_rendering_alone_leaves_new_dumps_to_the_next_build(site: TestSite) -> None:
    build(site)
    site.write("content/raw/x.txt", DUMP)
    build(site, stages=False)
    assert articles(site) == ["a.tr.md"]
    build(site)
    assert articles(site) == ["a.tr.md", "liman-acildi.tr.md"]
    assert build(site) is None


def test_rendering_alone_leaves_new_stories_to_be_translated(
    site: TestSite, translator: Translator
) -> None:
    build(site)
    site.story("b")
    build(site, stages=False)
    assert translator.runs == [["ida"]]
    build(site)
    assert translator.runs == [["ida"], ["ida", "idb"]]
    assert build(site) is None


def test_rendering_alone_does_not_forget_a_dump_that_gave_no_article(site: TestSite) -> None:
    site.write("content/raw/x.txt", "")
    for stages in (True, False, True):
        done = build(site, stages=stages)
    assert done is not None
    assert [problem.path for problem in done.problems] == ["content/raw/x.txt"]


def test_a_dump_that_comes_while_others_are_imported_is_left_to_the_next_build(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("content/raw/x.txt", DUMP)
    real = importing.import_dumps

    def import_dumps(*given: Any, **named: Any) -> ImportReport:
        report = real(*given, **named)
        site.write("content/raw/y.txt", DUMP.replace("Liman", "Tersane").replace("Gemi", "Tekne"))
        return report

    with monkeypatch.context() as patched:
        patched.setattr(importing, "import_dumps", import_dumps)
        build(site)
    assert articles(site) == ["a.tr.md", "liman-acildi.tr.md"]
    build(site)
    assert articles(site) == ["a.tr.md", "liman-acildi.tr.md", "tersane-acildi.tr.md"]
    assert build(site) is None


def test_what_comes_while_stories_are_translated_is_left_to_the_next_build(
    site: TestSite, translator: Translator
) -> None:
    def come() -> None:
        site.story("b")
        site.write("content/raw/x.txt", DUMP)

    translator.meanwhile = come
    build(site)
    assert articles(site) == ["a.tr.md", "b.tr.md"]
    translator.meanwhile = None
    build(site)
    assert articles(site) == ["a.tr.md", "b.tr.md", "liman-acildi.tr.md"]
    assert len(translator.runs[1]) == 3
    assert build(site) is None


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
def test_settings_that_change_after_they_were_read_are_left_to_the_next_build(
    site: TestSite, bom: str
) -> None:
    old = site.config
    site.write("config.yaml", bom + CONFIG.replace("Haber", "Yeni ad"))
    building.build(old, Options(jobs=1, name=quick.BUILD), None, DAY)
    assert "Yeni ad" not in site.page("tr/")
    build(site)
    assert all("Yeni ad" in site.page(page) for page in ("tr/", "tr/baslik-a/"))
    assert build(site) is None


def test_settings_that_are_back_as_they_were_read_are_no_change(site: TestSite) -> None:
    config = site.config
    for text in (CONFIG.replace("Haber", "Yeni ad"), CONFIG):
        site.write("config.yaml", text)
        building.build(config, Options(jobs=1, name=quick.BUILD), None, DAY)
    assert build(site) is None
