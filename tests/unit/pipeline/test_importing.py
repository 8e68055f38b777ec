"""Import on disk: each article once, edits kept, nothing written outside content/."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest

from digest.config import Config
from digest.errors import IngestError
from digest.pipeline import import_content
from digest.pipeline.import_index import Index
from digest.pipeline.import_report import ImportReport
from digest.pipeline.importing import import_dumps
from tests.support import saving
from tests.support.sites import TestSite, make_site

DAY = "2025-11-22"
ARTICLE = """\
Kuzey limanında vinç operatörleri greve gitti

Grevdeki işçiler limanın kapısında. (Reuters arşiv)
Grevdeki işçiler limanın kapısında. (Reuters arşiv)
TT

Kuzey limanında vinç operatörleri greve gitti

Grevdeki işçiler limanın kapısında. (Reuters arşiv)
Grevdeki işçiler limanın kapısında. (Reuters arşiv)

Sendikaya göre 420 operatörün 395'i sabah vardiyasında iş başı yapmadı.
Liman yönetimi ise yükleme ve boşaltmanın üç iskelede sürdüğünü savunuyor.
Taraflar arasındaki son görüşmede ücret artışında uzlaşma sağlanamamıştı, yeni tarih verilmedi.

Independent Türkçe, Reuters
"""
OTHER = """\
Göl kuruyor, balıkçılar göç ediyor

TT

Göl kuruyor, balıkçılar göç ediyor

Sığır Gölü'nde su seviyesi on yılda 4 metre düştü. Kooperatifin 210 üyesinden 160'ı taşındı.
Hasan Uçar geri dönmeyi düşünmüyor.
"""
STRIKE = "content/articles/2025-11/kuzey-limaninda-vinc-operatorleri-greve-gitti.tr.md"
LAKE = "content/articles/2025-11/gol-kuruyor-balikcilar-goc-ediyor.tr.md"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    site = make_site(tmp_path / "site")
    site.write("content/raw/a.txt", ARTICLE)
    return site


def run(site: TestSite, *given: Path, again: bool = False, explain: bool = False) -> ImportReport:
    return import_dumps(site.config, given, day=DAY, again=again, explain=explain)


def content(site: TestSite) -> dict[str, bytes]:
    folder = site.root / "content"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(site.root).as_posix(): path.read_bytes() for path in files}


def edit(site: TestSite, path: str, old: str, new: str) -> None:
    file = site.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_new_dump_becomes_an_article_with_what_import_mints(site: TestSite) -> None:
    report = run(site)
    assert report.added == (STRIKE,)
    assert (report.skipped, report.problems) == ((), ())
    text = (site.root / STRIKE).read_text("utf-8")
    identity = (site.root / "content/imported.yaml").read_text("utf-8").split("\n")[2][:12]
    assert text.startswith(
        f"---\nid: {identity}\nlang: tr\ntitle: Kuzey limanında vinç operatörleri greve gitti\n"
        "slug: kuzey-limaninda-vinc-operatorleri-greve-gitti\n"
        "caption: Grevdeki işçiler limanın kapısında.\ncredit: Reuters arşiv\n"
        "imported: 2025-11-22\nsources: [Independent Türkçe, Reuters]\norigin: original\n---\n"
    )


@pytest.mark.parametrize("cache", [True, False], ids=["with its cache", "without its cache"])
def test_a_second_import_changes_nothing(site: TestSite, cache: bool) -> None:
    run(site)
    before = content(site)
    if not cache:
        (site.root / ".cache/import.sqlite").unlink()
    assert (run(site).added, run(site).updated) == ((), ())
    assert content(site) == before


def test_an_article_that_was_written_before_the_register_is_known_by_its_id(
    site: TestSite,
) -> None:
    """A killed import leaves that: articles are written as they come, the register now and then."""
    run(site)
    before = content(site)
    (site.root / "content/imported.yaml").unlink()
    (site.root / ".cache/import.sqlite").unlink()
    edit(site, STRIKE, "395'i", "396'sı")
    report = run(site)
    assert (report.added, report.updated, report.unchanged) == ((), (), 1)
    assert content(site)["content/imported.yaml"] == before["content/imported.yaml"]
    assert "396'sı" in (site.root / STRIKE).read_text("utf-8")
    edit(site, STRIKE, "396'sı", "395'i")
    assert content(site) == before


def test_a_revision_of_an_article_that_cannot_be_read_is_an_article_of_its_own(
    site: TestSite,
) -> None:
    run(site)
    (site.root / STRIKE).write_text("---\nid: [\n---\n", "utf-8")
    site.write("content/raw/b.txt", ARTICLE.replace("420 operatörün", "430 operatörün"))
    assert len(run(site).added) == 1
    assert (site.root / STRIKE).read_text("utf-8") == "---\nid: [\n---\n"


def test_an_edited_article_stays_as_it_was_edited(site: TestSite) -> None:
    run(site)
    edit(site, STRIKE, "395'i", "396'sı")
    before = content(site)
    (site.root / ".cache/import.sqlite").unlink()
    report = run(site)
    assert (report.added, report.updated, report.problems) == ((), (), ())
    assert content(site) == before


def test_a_deleted_article_comes_back_with_again_alone_and_with_its_id(site: TestSite) -> None:
    run(site)
    before = content(site)
    (site.root / STRIKE).unlink()
    assert run(site).added == ()
    assert run(site, again=True).added == (STRIKE,)
    assert content(site) == before


def test_again_leaves_articles_that_are_there(site: TestSite) -> None:
    run(site)
    edit(site, STRIKE, "395'i", "396'sı")
    before = content(site)
    assert run(site, again=True).added == ()
    assert content(site) == before


def test_an_article_moved_by_hand_is_not_imported_again(site: TestSite) -> None:
    run(site)
    moved = site.root / "content/articles/2025-10/grev.tr.md"
    moved.parent.mkdir()
    (site.root / STRIKE).rename(moved)
    (site.root / ".cache/import.sqlite").unlink()
    assert run(site).added == ()
    assert run(site, again=True).added == ()


def test_the_same_article_in_another_dump_is_known(site: TestSite) -> None:
    run(site)
    noisy = ARTICLE.replace("'", "’").replace("TT\n", "").replace("\n", "\r\n")
    site.write("content/raw/b.txt", f"Ana Sayfa\r\nGündem\r\nSpor\r\n\r\n{noisy}\r\n© 2025 Örnek")
    report = run(site)
    assert (report.added, report.updated, report.unchanged) == ((), (), 1)


def test_a_revised_version_updates_an_article_that_nobody_edited(site: TestSite) -> None:
    run(site)
    edit(site, STRIKE, "imported:", "date: 2025-11-20  # söylendi\ntopics: [kent]\nimported:")
    longer = ARTICLE.replace("verilmedi.\n", "verilmedi.\nGrev ikinci gününde sürüyor.\n")
    site.write("content/raw/b.txt", longer.replace("420 operatörün", "430 operatörün"))
    report = run(site)
    assert (report.added, report.updated) == ((), (STRIKE,))
    text = (site.root / STRIKE).read_text("utf-8")
    assert "430 operatörün" in text
    assert text.endswith("\n\nGrev ikinci gününde sürüyor.\n")
    assert "date: 2025-11-20  # söylendi\ntopics: [kent]\n" in text
    before = content(site)
    (site.root / ".cache/import.sqlite").unlink()
    assert run(site).updated == ()
    assert content(site) == before


def test_a_revised_version_of_an_edited_article_is_reported_and_left(site: TestSite) -> None:
    run(site)
    edit(site, STRIKE, "395'i", "396'sı")
    before = content(site)
    site.write("content/raw/b.txt", ARTICLE.replace("420 operatörün", "430 operatörün"))
    report = run(site)
    assert (report.added, report.updated) == ((), ())
    (problem,) = report.problems
    assert (problem.severity, problem.code, problem.path) == ("warning", "import-edited", STRIKE)
    assert content(site)[STRIKE] == before[STRIKE]
    assert run(site).problems == ()


def test_what_somebody_edits_while_an_import_runs_is_left_too(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(site)
    site.write("content/raw/b.txt", ARTICLE.replace("420", "520"))
    refresh = import_content.refresh

    def refreshed(config: Config, index: Index) -> tuple[str, ...]:
        with_id = refresh(config, index)
        edit(site, STRIKE, "üç iskelede", "iki iskelede")
        return with_id

    monkeypatch.setattr(import_content, "refresh", refreshed)
    report = run(site)
    assert report.updated == ()
    assert [(one.code, one.path) for one in report.problems] == [("import-edited", STRIKE)]
    assert "iki iskelede" in (site.root / STRIKE).read_text("utf-8")


def test_what_somebody_saves_while_its_revision_is_written_is_left_too(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(site)
    site.write("content/raw/b.txt", ARTICLE.replace("420", "520"))
    path = site.root / STRIKE
    saving.meanwhile(monkeypatch, path, lambda: edit(site, STRIKE, "üç iskelede", "iki iskelede"))
    report = run(site)
    assert report.updated == ()
    assert [(one.code, one.path) for one in report.problems] == [("import-edited", STRIKE)]
    assert "iki iskelede" in (site.root / STRIKE).read_text("utf-8")


def test_a_dump_replaced_by_one_of_the_same_size_and_time_is_imported(site: TestSite) -> None:
    """As tools that unpack and copy leave them."""
    dump = site.root / "content/raw/a.txt"
    os.utime(dump, (1_750_000_000, 1_750_000_000))
    run(site)
    new = site.write("new.txt", ARTICLE.replace("395'i", "396'i"))
    assert new.stat().st_size == dump.stat().st_size
    os.utime(new, (1_750_000_000, 1_750_000_000))
    new.replace(dump)
    assert run(site).updated == (STRIKE,)


def test_an_index_of_an_earlier_form_is_made_anew(site: TestSite) -> None:
    run(site)
    before = content(site)
    with contextlib.closing(sqlite3.connect(site.root / ".cache/import.sqlite")) as index:
        index.execute("update dumps set state = '1234 1750000000000000000 0a1b2c3d'")
        index.execute("update texts set state = '1234 1750000000000000000'")
        index.execute("pragma user_version = 1")
        index.commit()
    report = run(site)
    assert (report.added, report.updated, report.unchanged) == ((), (), 1)
    assert content(site) == before


def test_an_earlier_version_does_not_replace_a_later_one(site: TestSite) -> None:
    later = "Başlık burada duruyor ve uzun\nGiriş Tarihi: 22.07.2025 10:00 Güncelleme: 22.07.2025 12:00\n"
    body = "".join(f"{number}. cümle burada yazıldı ve uzunca sürdü.\n" for number in range(2, 12))
    site.write("content/raw/a.txt", later + body + "Sonradan eklenen cümle en sonda.\n")
    run(site)
    before = content(site)
    earlier = later.replace("12:00", "11:00")
    site.write("content/raw/b.txt", earlier + body)
    assert run(site).updated == ()
    after = content(site)
    assert {path for path in after if after[path] != before.get(path)} == {
        "content/raw/b.txt",
        "content/imported.yaml",
    }


def test_two_articles_under_one_headline_are_two(site: TestSite) -> None:
    site.write(
        "content/raw/b.txt",
        OTHER.replace("Göl kuruyor, balıkçılar göç ediyor", ARTICLE.split("\n", maxsplit=1)[0]),
    )
    report = run(site)
    assert report.added == (STRIKE, STRIKE.replace(".tr.md", "-2.tr.md"))


def test_the_same_news_of_another_paper_is_linked_by_the_newer_story(site: TestSite) -> None:
    run(site)
    before = (site.root / STRIKE).read_bytes()
    identity = before.split(b"id: ")[1][:12].decode()
    copy = ARTICLE.replace(
        "Kuzey limanında vinç operatörleri greve gitti", "Limanda grev başladı: Vinçler durdu"
    )
    copy = copy.replace("Independent Türkçe, Reuters", "AFP, The Guardian").replace(
        "sabah", "dün sabah"
    )
    site.write("content/raw/b.txt", copy)
    (added,) = run(site).added
    assert f"also: [{identity}]\n" in (site.root / added).read_text("utf-8")
    assert (site.root / STRIKE).read_bytes() == before


def test_dates_set_the_folder_and_reserved_addresses_are_avoided(site: TestSite) -> None:
    site.write(
        "content/raw/b.txt",
        "Arşiv\n22 Temmuz 2024 11:47\nArşivde bulunan belgeler bugün herkese açıldı.\nBelgeler taranıyor.\n",
    )
    site.write(
        "content/raw/c.txt",
        "2024\n\nTT\n\n2024\n\nYılın özeti bu sayfada uzun uzun anlatıldı.\nSonu geldi.\n",
    )
    site.write(
        "content/raw/d.txt",
        "---\n\nTT\n\n---\n\nBaşlığı üç çizgi olan bir haber de buradaydı.\nSonu geldi.\n",
    )
    added = run(site).added
    assert added[1] == "content/articles/2024-07/arsiv-2.tr.md"
    assert added[2] == "content/articles/2025-11/2024-2.tr.md"
    assert added[3].removesuffix(".tr.md")[-12:] in (site.root / added[3]).read_text("utf-8")


def test_a_dump_without_an_article_is_skipped_and_the_others_are_imported(site: TestSite) -> None:
    site.write("content/raw/0-junk.txt", "Ana Sayfa\nPaylaş\n")
    site.write("content/raw/1-empty.txt", "")
    site.write("content/raw/2-binary.txt", bytes(range(256)) * 20)
    site.write("content/raw/README.md", "# Read me\n\nNo dump.\n")
    site.write("content/raw/.hidden", "x")
    before = content(site)
    report = run(site)
    assert report.added == (STRIKE,)
    assert report.skipped == tuple(
        f"content/raw/{n}.txt" for n in ("0-junk", "1-empty", "2-binary")
    )
    assert [problem.severity for problem in report.problems] == ["error"] * 3
    assert [problem.message for problem in report.problems] == [
        "no headline with a paragraph below it was found.", "it is empty.", "this is no text.",
    ]  # fmt: skip
    assert {path: data for path, data in content(site).items() if path in before} == before
    assert len(run(site).problems) == 3


def test_files_are_copied_in_under_safe_names_and_once(site: TestSite, tmp_path: Path) -> None:
    given = tmp_path / "../Kötü adlı dosya (1).TXT"
    given.write_text(OTHER, "utf-8")
    assert run(site, given).added == (LAKE,)
    assert (site.root / "content/raw/kotu-adli-dosya-1.txt").read_text("utf-8") == OTHER
    assert given.exists()
    again = tmp_path / "başka.txt"
    again.write_text(OTHER, "utf-8")
    clash = tmp_path / "kotu-adli-dosya-1.txt"
    clash.write_text(f"{OTHER}Sonradan eklendi ve uzadı.\n", "utf-8")
    run(site, again, clash)
    assert sorted(path.name for path in (site.root / "content/raw").iterdir()) == [
        "a.txt", "kotu-adli-dosya-1-2.txt", "kotu-adli-dosya-1.txt",
    ]  # fmt: skip


def test_only_the_given_files_are_imported(site: TestSite, tmp_path: Path) -> None:
    given = tmp_path / "b.txt"
    given.write_text(OTHER, "utf-8")
    assert run(site, given).added == (LAKE,)
    assert run(site).added == (STRIKE,)


def test_a_file_that_cannot_be_read_is_reported(site: TestSite, tmp_path: Path) -> None:
    report = run(site, tmp_path / "gone.txt")
    (problem,) = report.problems
    assert (problem.severity, problem.code) == ("error", "import-unread")


def test_explaining_writes_nothing_and_accounts_for_every_line(
    site: TestSite, tmp_path: Path
) -> None:
    before = sorted(path for path in site.root.rglob("*"))
    junk = tmp_path / "junk.txt"
    junk.write_text("Paylaş\nbir iki\n", "utf-8")
    report = run(site, explain=True)
    (account,) = report.ledgers
    assert len(account.entries) == ARTICLE.count("\n")
    assert sorted(path for path in site.root.rglob("*")) == before
    report = run(site, junk, explain=True)
    assert [str(entry.fates[0]) for entry in report.ledgers[0].entries] == [
        "dropped by share-widget",
        "unplaced",
    ]
    assert report.skipped == (str(junk),)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_written_by_hand_gets_an_id_and_nothing_else_changes(
    site: TestSite, end: str
) -> None:
    text = f"---{end}# mine{end}title: El yazısı{end}tags:{end}  - a{end}---{end}Gövde.{end}{end}Son.{end}"
    file = site.write("content/articles/2025-01/el.tr.md", text)
    report = run(site)
    assert "content/articles/2025-01/el.tr.md" in report.updated
    lines = file.read_bytes().decode().split("\n")
    (added,) = [line for line in lines if line.startswith("id: ")]
    assert "\n".join(line for line in lines if line != added) == text
    before = content(site)
    assert run(site).updated == ()
    assert content(site) == before


def test_a_file_that_is_saved_while_it_gets_an_id_gets_it_next_time(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = site.write("content/articles/2025-01/el.tr.md", "---\ntitle: El\n---\nGövde.\n")
    text = "---\ntitle: El\n---\nGövde. Sürüyor.\n"
    with monkeypatch.context() as patch:
        saving.meanwhile(patch, file, lambda: file.write_text(text, "utf-8"))
        run(site)
    assert file.read_text("utf-8") == text
    assert run(site).updated == ("content/articles/2025-01/el.tr.md",)
    assert "Sürüyor" in file.read_text("utf-8")


def test_a_rule_of_the_site_takes_its_lines_out(site: TestSite) -> None:
    site.write(
        "content/raw/a.txt",
        ARTICLE.replace("Liman yönetimi", "Bültenimizi kaçırmayın!\nLiman yönetimi"),
    )
    run(site)
    assert "Bültenimizi" in (site.root / STRIKE).read_text("utf-8")
    config = (site.root / "config.yaml").read_text("utf-8")
    site.write(
        "config.yaml",
        f"{config}import: {{rules: [{{name: mine, lines: ['bültenimizi kaçırmayın']}}]}}\n",
    )
    assert run(site).updated == (STRIKE,)
    assert "Bültenimizi" not in (site.root / STRIKE).read_text("utf-8")


def test_a_register_that_cannot_be_read_stops_the_import_with_its_line(site: TestSite) -> None:
    run(site)
    register = site.root / "content/imported.yaml"
    register.write_text(f"{register.read_text('utf-8')}<<<<<<< HEAD\n", "utf-8")
    before = content(site)
    with pytest.raises(IngestError) as error:
        run(site)
    assert (error.value.path, error.value.line) == ("content/imported.yaml", 4)
    assert content(site) == before


def test_a_broken_index_is_made_anew(site: TestSite) -> None:
    run(site)
    (site.root / ".cache/import.sqlite").write_bytes(b"no database, but garbage" * 100)
    assert (run(site).added, run(site).unchanged) == ((), 0)


def test_half_written_files_of_a_killed_import_are_cleared_away(site: TestSite) -> None:
    run(site)
    folder = site.root / "content/articles/2025-11"
    dead, ours = folder / ".x.tr.md.4194304.tmp", folder / f".y.tr.md.{os.getpid()}.tmp"
    dead.write_text("half")
    ours.write_text("half")
    run(site)
    assert not dead.exists()
    assert ours.exists()


def test_links_in_the_raw_folder_lead_nowhere(site: TestSite, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(OTHER, "utf-8")
    (site.root / "content/raw/link.txt").symlink_to(secret)
    assert run(site).added == (STRIKE,)


def test_headlines_that_are_paths_stay_within_content(site: TestSite, tmp_path: Path) -> None:
    site.write(
        "content/raw/a.txt",
        "../../../../etc/passwd\n\nTT\n\n../../../../etc/passwd\n\nSunucu bu isteği geri çevirdi.\nSonu geldi.\n",
    )
    before = {path for path in tmp_path.rglob("*") if site.root not in path.parents}
    assert run(site).added == ("content/articles/2025-11/etc-passwd.tr.md",)
    assert {path for path in tmp_path.rglob("*") if site.root not in path.parents} == before
