"""What a run sends, and what it leaves alone: the aligned pair of files is the memory."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from digest import files, frontmatter, store
from digest.errors import ConfigError, DigestError
from digest.model import Article
from digest.pipeline.translating import Options, status, translate
from digest.translate import answers, asking
from tests.faults import fake_services
from tests.faults.fake_services import Fake
from tests.faults.translation_sites import ARTICLES, DAY, Site
from tests.support import saving

TWENTY = [f"{number} sayılı karar yarın yayımlanacak." for number in range(1001, 1021)]


@pytest.fixture
def finished(site: Site) -> Site:
    """A site with one story of twenty paragraphs, translated."""
    site.write(body="\n\n".join(TWENTY))
    assert site.run().complete
    return site


def _change(site: Site, paragraphs: list[str]) -> None:
    site.write(body="\n\n".join(paragraphs))


def _numbers(blocks: list[str]) -> list[str]:
    return [block.split(" ")[0] for block in blocks]


def test_editing_one_of_twenty_paragraphs_sends_one_request(finished: Site) -> None:
    changed = [*TWENTY[:7], "1008 sayılı karar bugün yayımlandı.", *TWENTY[8:]]
    _change(finished, changed)
    assert finished.run().complete
    assert finished.asked() == [changed[7]]
    assert _numbers(finished.body()) == _numbers(changed)


def test_inserting_a_paragraph_sends_one_request(finished: Site) -> None:
    changed = [*TWENTY[:7], "Yeni bir karar daha geldi: 77.", *TWENTY[7:]]
    _change(finished, changed)
    assert finished.run().complete
    assert finished.asked() == [changed[7]]
    assert len(finished.body()) == 21
    assert "77" in finished.body()[7]


def test_deleting_a_paragraph_sends_nothing_and_takes_it_out(finished: Site) -> None:
    changed = [*TWENTY[:4], *TWENTY[5:]]
    _change(finished, changed)
    assert finished.run().complete
    assert finished.asked() == []
    assert _numbers(finished.body()) == _numbers(changed)


def test_moving_a_paragraph_sends_nothing_and_moves_it(finished: Site) -> None:
    changed = [TWENTY[12], *TWENTY[:12], *TWENTY[13:]]
    _change(finished, changed)
    assert finished.run().complete
    assert finished.asked() == []
    assert _numbers(finished.body()) == _numbers(changed)


def test_a_second_run_changes_nothing_and_sends_nothing(finished: Site) -> None:
    before = finished.read()
    report = finished.run()
    assert finished.asked() == []
    assert not report.written
    assert finished.read() == before


def test_a_second_run_loads_no_translator(finished: Site, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.faults.fake_services import Fake\n"
        "from tests.faults.translation_sites import Site\n"
        f"assert Site(Path({str(tmp_path)!r}), Fake()).run().complete\n"
        "assert not {'deep_translator', 'requests', 'bs4'} & set(sys.modules)\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)


def test_deleting_the_cache_sends_nothing_again(finished: Site) -> None:
    shutil.rmtree(finished.root / ".cache", ignore_errors=True)
    finished.run()
    assert finished.asked() == []


def test_one_paragraph_in_two_new_articles_is_one_request(site: Site) -> None:
    shared = "Bu paragraf iki haberde de aynen yer alıyor."
    site.write("a", f"{shared}\n\n11 kişi geldi.", title="Birinci haber")
    site.write("b", f"12 kişi gitti.\n\n{shared}", title="Başka bir haber")
    assert site.run().complete
    assert site.asked().count(shared) == 1
    assert site.body("a")[0] == site.body("b")[1]


def test_a_paragraph_of_an_older_article_is_not_sent_again(finished: Site) -> None:
    finished.write("y", f"{TWENTY[3]}\n\nYeni paragraf burada.", title="Başka bir haber")
    assert finished.run().complete
    assert TWENTY[3] not in finished.asked()
    assert finished.body("y")[0] == finished.body("x")[3]


def test_a_caption_that_is_also_the_picture_s_description_is_one_request(site: Site) -> None:
    site.write(
        body="Metin burada.", caption="Bakan konuşuyor", image="a.jpg", alt="Bakan konuşuyor"
    )
    assert site.run().complete
    assert site.asked().count("Bakan konuşuyor") == 1
    assert site.meta()["alt"] == site.meta()["caption"]


def test_what_a_person_edited_is_never_overwritten(finished: Site) -> None:
    finished.edit(finished.body()[2], "Decision 1003, in an editor's words.")
    finished.run()
    assert finished.asked() == []
    changed = [*TWENTY[:2], "1003 sayılı karar iptal edildi.", *TWENTY[3:]]
    _change(finished, changed)
    report = finished.run()
    assert finished.asked() == []
    assert finished.body()[2] == "Decision 1003, in an editor's words."
    assert [(one.segment, one.original, one.translation) for one in report.stale] == [
        ("body-3", "1003 sayılı karar iptal edildi.", "Decision 1003, in an editor's words.")
    ]


def test_status_reports_stale_paragraphs_with_both_texts_and_sends_nothing(finished: Site) -> None:
    finished.edit(finished.body()[2], "Decision 1003, in an editor's words.")
    _change(finished, [*TWENTY[:2], "1003 sayılı karar iptal edildi.", *TWENTY[3:]])
    before = finished.read()
    report = status(finished.config(), finished.stories())
    assert [one.change for one in report.stale] == ["stale"]
    assert finished.read() == before


def test_an_edited_headline_stays_and_is_reported_when_the_original_changes(finished: Site) -> None:
    finished.edit(str(finished.meta()["title"]), "A headline by a person")
    finished.write(body="\n\n".join(TWENTY), title="Görüşmeler kesildi")
    report = finished.run()
    assert finished.meta()["title"] == "A headline by a person"
    assert [one.segment for one in report.stale] == ["title"]


def test_paragraphs_that_a_person_merged_stay_merged(finished: Site) -> None:
    one, two = finished.body()[4:6]
    finished.edit(f"{one}\n\n{two}", "Decisions 1005 and 1006 will be published tomorrow.")
    report = finished.run()
    assert finished.asked() == []
    assert len(finished.body()) == 19
    assert {edited.change for edited in report.edited} == {"merged"}
    _change(finished, [*TWENTY[:10], "1011 sayılı karar bugün yayımlandı.", *TWENTY[11:]])
    finished.run()
    assert finished.asked() == ["1011 sayılı karar bugün yayımlandı."]
    assert finished.body()[4] == "Decisions 1005 and 1006 will be published tomorrow."
    assert len(finished.body()) == 19


def test_a_paragraph_that_a_person_split_or_added_stays(finished: Site) -> None:
    first = finished.body()[0]
    finished.edit(first, f"{first}\n\nAn editor's note.")
    report = finished.run()
    assert finished.asked() == []
    assert finished.body()[1] == "An editor's note."
    assert report.edited
    _change(finished, TWENTY[:-1])
    assert finished.run().complete
    assert finished.body()[1] == "An editor's note."
    assert len(finished.body()) == 20


def test_a_paragraph_that_a_person_took_out_does_not_come_back(finished: Site) -> None:
    gone = finished.body()[6]
    finished.edit(f"{gone}\n\n", "")
    report = finished.run()
    assert finished.asked() == []
    assert [one.change for one in report.edited] == ["removed"]
    assert len(finished.body()) == 19


@pytest.mark.parametrize("line", ["status: reviewed", "origin: human"])
def test_a_reviewed_or_human_translation_is_left_alone(finished: Site, line: str) -> None:
    if line.startswith("status"):
        finished.edit("origin: machine", f"origin: machine\n{line}")
    else:
        finished.edit("origin: machine", line)
    before = finished.read()
    _change(finished, ["Bambaşka bir metin geldi.", *TWENTY[1:], "Bir de ek var."])
    finished.run()
    assert finished.asked() == []
    assert finished.read() == before


def test_a_reviewed_translation_reports_what_changed_under_it(finished: Site) -> None:
    finished.edit("origin: machine", "origin: machine\nstatus: reviewed")
    _change(finished, ["Bambaşka bir metin geldi.", *TWENTY[1:]])
    report = finished.run()
    assert [one.segment for one in report.stale] == ["body-1"]
    assert not report.pending


def test_redo_asks_again_for_one_segment(finished: Site, fake: Fake) -> None:
    finished.edit(finished.body()[2], "Decision 1003, in an editor's words.")
    fake.answers[TWENTY[2]] = "Decision no. 1003 will be out tomorrow."
    report = finished.run(redo=("x:body-3",))
    assert finished.asked() == [TWENTY[2]]
    assert report.complete
    assert finished.body()[2] == "Decision no. 1003 will be out tomorrow."


def test_redo_asks_again_for_a_whole_article(finished: Site) -> None:
    assert finished.run(redo=("x",)).complete
    assert len(finished.asked()) == 21


def test_redo_of_a_reviewed_translation_takes_the_review_back(finished: Site) -> None:
    finished.edit("origin: machine", "origin: machine\nstatus: reviewed")
    finished.run(redo=("x:title",))
    assert len(finished.asked()) == 1
    assert "status" not in finished.meta()


def test_redo_of_a_person_s_translation_is_refused(finished: Site) -> None:
    finished.edit("origin: machine", "origin: human")
    report = finished.run(redo=("x",))
    assert finished.asked() == []
    assert [problem.code for problem in report.problems] == ["no-redo"]


@pytest.mark.parametrize(("redo", "code"), [("nobody", "no-story"), ("x:body-99", "no-segment")])
def test_redo_of_what_is_not_there_is_a_problem(finished: Site, redo: str, code: str) -> None:
    report = finished.run(redo=(redo,))
    assert [problem.code for problem in report.problems] == [code]


def test_a_redo_that_fails_leaves_what_was_there(finished: Site, fake: Fake) -> None:
    before = finished.read()
    fake.fault = "500"
    report = finished.run(redo=("x:body-3",))
    assert [one.segment for one in report.pending] == ["body-3"]
    assert finished.read() == before


def test_names_choose_the_stories(site: Site) -> None:
    site.write("a", "Birinci metin.", title="Birinci haber")
    site.write("b", "Başka bir metin.", title="Başka bir haber")
    assert site.run(names=("haber-b",)).written == ("content/articles/2025-07/b.en.md",)
    assert site.run(names=("a.tr.md",)).written == ("content/articles/2025-07/a.en.md",)


def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(site: Site) -> None:
    site.write(body="\n\n".join(TWENTY))
    report = site.run(dry_run=True)
    assert site.asked() == []
    assert not site.path().exists()
    assert report.segments == 21
    chars = sum(map(len, [*TWENTY, "Görüşmeler yeniden başladı"]))
    assert [(one.engine, one.requests, one.chars) for one in report.sent] == [("google", 21, chars)]


def test_a_budget_of_requests_is_kept(site: Site) -> None:
    site.write(body="\n\n".join(TWENTY))
    report = site.run(max_requests=5)
    assert len(site.asked()) == 5
    assert "--max-requests 5" in report.pending[-1].reason
    assert len(report.pending) == 16
    assert site.run().complete
    assert len(site.asked()) == 16


def test_a_budget_of_characters_is_kept(site: Site) -> None:
    site.write(body="\n\n".join(TWENTY))
    report = site.run(max_chars=200)
    assert sum(map(len, site.asked())) <= 200
    assert "--max-chars 200" in report.pending[-1].reason


@pytest.mark.parametrize(
    ("names", "redo"), [(("small",), ()), ((), ("small",))], ids=["names", "redo"]
)
def test_a_run_of_one_story_forgets_no_answers_of_the_others(
    site: Site, names: tuple[str, ...], redo: tuple[str, ...]
) -> None:
    site.write("big", "\n\n".join(TWENTY))
    site.run(max_requests=15)
    site.write("small", "Küçük bir metin.", title="Küçük haber")
    assert len(site.run(names=names, redo=redo).written) == 1
    assert site.run().complete
    assert len(site.asked()) == 21 - 15
    assert not (site.root / answers.FILE).exists()


def test_the_newest_story_comes_first(site: Site) -> None:
    site.concurrency = 1
    site.write("old", "\n\n".join(TWENTY[:10]), title="Eski haber", date="2025-01-01")
    site.write("new", "\n\n".join(TWENTY[10:]), title="Yeni haber", date="2025-06-01")
    site.run(max_requests=11)
    # One of the two threads may sit with its question before the gate while the other goes on.
    assert len({"Yeni haber", *TWENTY[10:]} - set(site.asked())) <= 1


def test_an_article_is_not_written_before_all_of_it_is_there(site: Site, fake: Fake) -> None:
    fake.fault = "null"
    fake.wrong = lambda text, number: "1003" in text
    site.write(body="\n\n".join(TWENTY))
    report = site.run()
    assert not site.path().exists()
    assert [(one.segment, one.lang) for one in report.pending] == [("body-3", "en")]


def test_a_partial_article_gives_pending_blocks_in_the_original_s_words(
    site: Site, fake: Fake
) -> None:
    fake.fault = "null"
    fake.wrong = lambda text, number: "1003" in text
    site.partial = 0.5
    site.write(body="\n\n".join(TWENTY))
    assert not site.run().complete
    assert site.body()[2] == TWENTY[2]
    marks = site.meta()["segments"]
    assert isinstance(marks, list)
    assert [mark for mark in marks if mark.endswith(" -")] == [marks[3]]
    fake.fault = ""
    assert site.run().complete
    assert site.asked() == [TWENTY[2]]
    assert "1003" in site.body()[2]
    assert site.body()[2] != TWENTY[2]


def test_a_pending_block_that_a_person_translated_is_theirs(site: Site, fake: Fake) -> None:
    fake.fault = "null"
    fake.wrong = lambda text, number: "1003" in text
    site.partial = 0.5
    site.write(body="\n\n".join(TWENTY))
    site.run()
    site.edit(TWENTY[2], "Decision 1003, by a person.")
    fake.fault = ""
    assert site.run().complete
    assert site.asked() == []
    assert site.body()[2] == "Decision 1003, by a person."
    assert not [mark for mark in site.meta()["segments"] if mark.endswith(" -")]  # type: ignore[attr-defined]  # a list


def test_a_translation_without_a_headline_is_not_written(site: Site, fake: Fake) -> None:
    fake.fault = "null"
    fake.wrong = lambda text, number: "yeniden" in text
    site.partial = 0.1
    site.write(body="\n\n".join(TWENTY))
    site.run()
    assert not site.path().exists()


def test_a_changed_paragraph_that_cannot_be_had_leaves_the_old_one(
    finished: Site, fake: Fake
) -> None:
    before = finished.read()
    fake.fault = "500"
    _change(finished, [*TWENTY[:2], "1003 sayılı karar iptal edildi.", *TWENTY[3:]])
    report = finished.run()
    assert [one.segment for one in report.pending] == ["body-3"]
    assert finished.read() == before


def test_a_changed_glossary_sends_nothing_and_lists_what_differs(finished: Site) -> None:
    finished.glossary = "glossary.yaml"
    (finished.root / "glossary.yaml").write_text("karar: decision\n", "utf-8")
    report = finished.run()
    assert finished.asked() == []
    assert len(report.violations) == 20
    assert 'body-1: "karar" should be "decision" by the glossary.' in report.violations[0].message
    assert len(finished.run().violations) == 20


def test_a_mistake_in_the_glossary_sends_nothing(site: Site) -> None:
    site.glossary = "glossary.yaml"
    (site.root / "glossary.yaml").write_text("terms:\n  karar:\n", "utf-8")
    site.write()
    report = site.run()
    assert site.asked() == []
    assert [(one.path, one.line) for one in report.problems] == [("glossary.yaml", 2)]


def test_a_file_that_is_there_but_cannot_be_read_is_not_overwritten(site: Site) -> None:
    site.write()
    site.path().write_text("---\ntitle: [broken\n---\n\nA person's words.\n", "utf-8")
    found, _ = store.read_stories(site.root, [f"{ARTICLES}/x.tr.md"], site.config())
    report = translate(site.config(), found, Options(), day=DAY)
    assert [problem.code for problem in report.problems] == ["translation-unread"]
    assert "A person's words." in site.path().read_text("utf-8")


def test_what_is_edited_while_a_run_is_under_way_is_not_overwritten(site: Site, fake: Fake) -> None:
    site.write(body="\n\n".join(TWENTY))
    stories = site.stories()
    site.path().write_text(frontmatter.dump({"lang": "en", "title": "Mine"}, "My words."), "utf-8")
    report = translate(site.config(), stories, Options(), day=DAY)
    assert [problem.code for problem in report.problems] == ["translation-unread"]
    assert "My words." in site.path().read_text("utf-8")


@pytest.mark.parametrize("there", [False, True], ids=["new", "there before"])
def test_what_is_saved_while_a_translation_is_written_is_not_overwritten(
    site: Site, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    site.write(body="\n\n".join(TWENTY))
    if there:
        assert site.run().complete
        _change(site, [*TWENTY[1:], "Ek 7 paragraf."])
    mine = "---\nlang: en\ntitle: Mine\nslug: mine\n---\n\nMy words.\n"
    saving.meanwhile(monkeypatch, site.path(), lambda: site.path().write_text(mine, "utf-8"))
    report = site.run()
    assert not report.written
    assert "was changed while" in report.pending[0].reason
    assert "My words." in site.read()


def test_an_original_that_changes_during_the_run_is_translated_by_the_next(
    site: Site, fake: Fake
) -> None:
    site.write(body="\n\n".join(TWENTY))
    real = fake.translate
    fake.translate = lambda text: (site.write(body="Bambaşka bir metin."), real(text))[1]  # type: ignore[method-assign]  # a person at work
    report = site.run()
    assert not report.written
    assert "was changed while" in report.pending[0].reason
    fake.translate = real  # type: ignore[method-assign]
    assert site.run().complete


def test_what_else_is_in_a_translation_s_front_matter_stays(finished: Site) -> None:
    finished.edit("origin: machine", "# checked by nobody\norigin: machine\ntags: [a]")
    _change(finished, [*TWENTY[:2], "1003 sayılı karar iptal edildi.", *TWENTY[3:]])
    assert finished.run().complete
    assert "# checked by nobody" in finished.read()
    assert "tags: [a]" in finished.read()


def test_slugs_are_minted_once_and_never_twice(site: Site, fake: Fake) -> None:
    fake.answers |= {"Birinci haber": "The same headline", "İkinci haber": "The same headline"}
    fake.answers["Ara"] = "Search"
    site.write("a", "Bir metin.", title="Birinci haber")
    site.write("b", "Başka bir metin daha.", title="İkinci haber")
    site.write("c", "Üçüncü metin ise burada.", title="Ara")
    site.run()
    slugs = {str(site.meta(name)["slug"]) for name in "abc"}
    assert slugs == {"the-same-headline", "the-same-headline-2", "search-2"}
    site.edit("The same headline", "Another headline", "a")
    site.run()
    assert str(site.meta("a")["slug"]).startswith("the-same-headline")


def test_several_languages_are_translated_into(site: Site, fake: Fake) -> None:
    site.languages = ("tr", "en", "de", "ar")
    site.write(body="59.000 kişi geldi.\n\nBakan konuştu.")
    assert site.run().complete
    for lang in ("en", "de", "ar"):
        assert site.meta(lang=lang)["lang"] == lang
    site.write(body="59.000 kişi geldi.\n\nBakan sustu.")
    assert site.run().complete
    assert site.asked() == ["Bakan sustu."] * 3


def test_any_language_can_be_the_original(site: Site, fake: Fake) -> None:
    site.languages = ("en", "tr")
    path = site.path("x", "en")
    path.parent.mkdir(parents=True)
    meta = {
        "id": "e1",
        "lang": "en",
        "title": "Minister resigns",
        "slug": "minister",
        "imported": DAY,
    }
    path.write_text(frontmatter.dump(meta, "Five people and 59,000 houses."), "utf-8")
    fake.answers |= {
        "Minister resigns": "Bakan istifa etti",
        "Five people and 59,000 houses.": "Beş kişi ve 59 bin ev.",
    }
    assert site.run().complete
    assert site.body("x", "tr") == ["Beş kişi ve 59 bin ev."]


def test_markdown_comes_back_as_it_was(site: Site) -> None:
    body = (
        "Bakan [Lavrov](https://ornek.org/a_b) **çok önemli** dedi.\n\n"
        "## Ara başlık\n\n- ilk madde\n- *ikinci* madde\n\n> Bir alıntı\n>\n> sürüyor\n\n---\n\n"
        "| Ad | Yer |\n|----|-----|\n| Bakan | burada |\n\n![Resim burada](a.jpg)\n\n    kod = 1"
    )
    site.write(body=body)
    assert site.run().complete
    text = "\n\n".join(site.body())
    assert "[Lavrov](https://ornek.org/a_b)" in text
    assert text.count("**") == 2
    assert "\n- *" in text
    assert "\n---\n" in text
    assert "](a.jpg)" in text
    assert "    kod = 1" in text
    assert "\n>\n> " in text
    assert "|----|-----|" in text


def test_markup_that_a_service_breaks_is_asked_for_in_pieces(site: Site, fake: Fake) -> None:
    site.write(
        body="Önce yağmur yağdı. Bakan [Lavrov](https://ornek.org) geldi."
        "\n\n- bir madde\n- son madde"
    )
    real = fake.translate
    fake.translate = lambda text: real(text).replace("[", "").replace("\n", " ")  # type: ignore[method-assign]
    assert site.run().complete
    assert "[Lavrov](https://ornek.org)" in site.body()[0]
    assert site.body()[1].count("\n- ") == 1


def test_long_blocks_are_cut_at_sentences_and_rejoined(site: Site) -> None:
    site.engines = ("mymemory",)
    sentences = [f"{number} sayılı karar yarın sabah yayımlanacak." for number in range(1000, 1060)]
    site.write(body=" ".join(sentences))
    assert site.run().complete
    assert all(len(text.encode()) <= 500 for text in site.asked())
    whole = [text for text in site.asked() if text.endswith(".")]
    assert len(whole) == len(site.asked()) - 1, "all but the headline end where a sentence does"
    assert len(site.body()) == 1
    assert [word for word in site.body()[0].split() if word.isdigit()] == [s[:4] for s in sentences]


def test_texts_without_words_are_never_sent(site: Site) -> None:
    site.write(body="2025\n\n…\n\nMetin burada.", title="2025")
    assert site.run().complete
    assert site.asked() == ["Metin burada."]
    assert str(site.meta()["title"]) == "2025"


def test_a_tracked_file_of_keys_is_refused(site: Site) -> None:
    site.write()
    (site.root / ".secrets").write_text("DIGEST_DEEPL_KEY=abc\n", "utf-8")
    for command in (["init", "-q"], ["add", ".secrets"]):
        subprocess.run(["git", *command], cwd=site.root, check=True)
    with pytest.raises(ConfigError, match="git tracks this file"):
        site.run()


def test_keys_from_the_file_are_used_and_are_nowhere_else(site: Site, fake: Fake) -> None:
    site.engines = ("libretranslate", "mymemory")
    key = "s3cret-key-of-the-owner"
    (site.root / ".secrets").write_text(
        f"DIGEST_LIBRETRANSLATE_KEY={key}\nDIGEST_MYMEMORY_EMAIL=me-{key}@example.org\n", "utf-8"
    )
    fake.fault = "null"
    site.write()
    report = site.run()
    assert any(key in sent for sent in fake.keys)
    assert key not in repr(report)
    for path in site.root.rglob("*"):
        if path.is_file() and path.name != ".secrets":
            assert key.encode() not in path.read_bytes()


def test_a_server_without_keys_gets_none(site: Site, fake: Fake) -> None:
    site.engines = ("libretranslate",)
    site.write()
    assert site.run().complete
    assert set(fake.keys) == {""}


def test_progress_counts_segments_and_characters(finished: Site) -> None:
    finished.write("y", "Bir metin.\n\nBaşka bir metin.", title="Yeni bir haber")
    finished.run()
    assert [(one.done, one.total) for one in finished.progress] == [(1, 3), (2, 3), (3, 3)]
    last = finished.progress[-1]
    assert last.chars == last.total_chars == len("Bir metin.Başka bir metin.Yeni bir haber")
    assert last.engine == "google"
    assert last.path == "content/articles/2025-07/y.en.md"


def _glossary(site: Site, text: str) -> None:
    site.glossary = "glossary.yaml"
    (site.root / "glossary.yaml").write_text(text, "utf-8")


def test_a_term_that_comes_back_right_is_one_request(site: Site, fake: Fake) -> None:
    _glossary(site, "ateşkes: ceasefire\n")
    fake.answers["Ateşkes sürüyor."] = "The ceasefire continues."
    site.write(body="Ateşkes sürüyor.", title="2025")
    assert site.run().complete
    assert site.asked() == ["Ateşkes sürüyor."]


def test_a_term_that_comes_back_wrong_is_asked_for_again_with_the_right_word_in_it(
    site: Site, fake: Fake
) -> None:
    _glossary(site, "ateşkes: ceasefire\n")
    fake.answers |= {
        "Ateşkes sürüyor.": "The truce continues.",
        "ceasefire sürüyor.": "The ceasefire continues.",
    }
    site.write(body="Ateşkes sürüyor.", title="2025")
    assert site.run().complete
    assert site.body() == ["The ceasefire continues."]
    assert site.asked() == ["Ateşkes sürüyor.", "ceasefire sürüyor."]
    assert site.run().complete
    assert site.asked() == []


def test_a_service_that_translates_the_right_word_too_gets_a_word_that_no_language_has(
    site: Site, fake: Fake
) -> None:
    _glossary(site, "ateşkes: ceasefire\nkeep: [Hürriyet]\n")
    fake.answers["Ateşkesi Hürriyet yazdı."] = "Freedom wrote of the truce."
    site.write(body="Ateşkesi Hürriyet yazdı.", title="2025")
    assert site.run().complete
    assert len(site.asked()) == 3
    assert "Ceasefire" in site.body()[0]
    assert "Hürriyet" in site.body()[0]


def test_a_service_that_drops_or_doubles_what_stands_for_a_term_leaves_it_pending(
    site: Site, fake: Fake
) -> None:
    _glossary(site, "ateşkes: ceasefire\n")
    real = fake.translate
    fake.translate = lambda text: real(text).replace("Q", "").replace("X", "")  # type: ignore[method-assign]
    site.write(body="Ateşkes sürüyor.", title="2025")
    report = site.run()
    assert [one.reason for one in report.pending] == ['google: "ateşkes" should be "ceasefire"']
    assert not site.path().exists()


@pytest.mark.parametrize("status", [400, 413, 414])
def test_a_text_that_a_server_finds_too_long_goes_in_pieces(
    site: Site, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    right = fake_services.Handler._right

    def strict(self: fake_services.Handler, service: str, text: str) -> None:
        if len(text) > 150:
            self.send_error(status)
            self.close_connection = True
        else:
            right(self, service, text)

    monkeypatch.setattr(fake_services.Handler, "_right", strict)
    sentences = [f"{number} sayılı karar yarın sabah yayımlanacak." for number in range(1000, 1008)]
    site.write(body=" ".join(sentences))
    assert site.run().complete
    assert [word for word in site.body()[0].split() if word.isdigit()] == [s[:4] for s in sentences]


def test_a_server_that_refuses_every_text_is_not_asked_for_ever(site: Site, fake: Fake) -> None:
    site.write(body="\n\n".join(f"{text} " * 5 for text in TWENTY))
    site.urls = {"google": fake.url + "/m"}
    fake.fault = "refuse"
    report = site.run()
    assert len(report.pending) == 21
    assert len(site.asked()) <= 40


def test_a_fault_of_the_program_is_not_swallowed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(asking, "tidy", broken)
    site.write()
    with pytest.raises(ZeroDivisionError):
        site.run()


def test_a_translation_that_is_a_link_out_of_the_site_is_not_written(
    finished: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.en.md"
    outside.write_text(finished.read(), "utf-8")
    before = outside.read_text("utf-8")
    stories = finished.stories()
    finished.path().unlink()
    finished.path().symlink_to(outside)
    _change(finished, [*TWENTY[:2], "1003 sayılı karar iptal edildi.", *TWENTY[3:]])
    changed = [replace(stories[0], articles=(_original(finished), *stories[0].articles[1:]))]
    report = translate(finished.config(), changed, Options(), day=DAY)
    assert not report.written
    assert outside.read_text("utf-8") == before


def _original(site: Site) -> Article:
    path = f"{ARTICLES}/x.tr.md"
    return store.read_stories(site.root, [path], site.config())[0][0].original


def test_a_disk_that_says_no_is_reported(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **rest: object) -> None:
        raise OSError(28, "No space left on device")

    site.write()
    monkeypatch.setattr(files, "write_atomic", full)
    with pytest.raises(DigestError, match="No space left on device"):
        site.run()
    monkeypatch.undo()
    assert site.run().complete
    assert len(site.asked()) <= 1


def test_line_ends_of_windows_are_no_change(finished: Site) -> None:
    text = finished.read().replace("\n", "\r\n")
    finished.path().write_bytes(text.encode())
    report = finished.run()
    assert finished.asked() == []
    assert not report.written
    assert not report.edited
