"""A service that says one thing to several texts: none of it stays, and the run comes to an end."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest

from digest.fingerprint import of_bytes
from digest.pipeline.translate_files import Written, take_back
from digest.translate.answers import Answer, Answers, question_key
from digest.translate.doubts import DOUBT
from tests.faults.fake_services import OTHER, Fake
from tests.faults.translation_sites import Site
from tests.support import saving

RAIN = "Yağmur yarın bütün yurtta etkili olacak."
RAINS = "Yağmurlar yarın bütün yurtta etkili olacak."
TALKS = "Taraflar haritaları yeniden inceleyecek ve bir karar verecek."


@pytest.fixture
def wrong(site: Site, fake: Fake) -> Fake:
    """A service that answers headlines, and one thing to all else."""
    site.concurrency = 1
    fake.fault = "another"
    fake.wrong = lambda text, number: len(text) > 20
    return fake


def test_texts_that_are_alike_lose_their_answer_together(site: Site, wrong: Fake) -> None:
    site.write(title="Hava durumu", body=f"{RAIN}\n\n{RAINS}\n\n{TALKS}")
    report = site.run()
    assert not report.written
    assert {one.segment for one in report.pending} == {"body-1", "body-2", "body-3"}
    assert {one.reason for one in report.pending} == {f"google: {DOUBT}"}
    assert "weather" not in kept(site)


def test_an_answer_that_is_kept_while_it_is_doubted(
    site: Site, wrong: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread that had it first is slow to keep it; the others must wait, or take it back."""
    site.concurrency = 2
    add, slow = Answers.add, threading.Event()

    def slowly(self: Answers, key: str, answer: Answer) -> None:
        if "weather" in answer.text and not slow.is_set():
            slow.set()
            threading.Event().wait(0.3)
        add(self, key, answer)

    monkeypatch.setattr(Answers, "add", slowly)
    site.write(title="Hava durumu", body=f"{RAIN}\n\n{TALKS}")
    report = site.run()
    assert slow.is_set()
    assert {one.segment for one in report.pending} == {"body-1", "body-2"}
    assert "weather" not in kept(site)


def test_an_article_that_was_written_with_it_is_taken_back(site: Site, wrong: Fake) -> None:
    site.write("x", title="Hava durumu", body=RAIN)
    site.write("y", title="Dava", body=TALKS)
    report = site.run()
    assert not report.written
    assert [one.segment for one in report.pending] == ["body-1", "body-1"]
    assert not site.path("x").exists()
    assert not site.path("y").exists()
    wrong.fault = ""
    assert site.run().complete
    assert not str(site.meta("x")["slug"]).endswith("-2")


def test_what_stood_there_before_comes_back(site: Site, wrong: Fake) -> None:
    wrong.fault = ""
    site.write("x", title="Hava durumu", body=f"{TALKS} Öyle.")
    assert site.run().complete
    site.edit("title:", "# by hand\ntitle:", "x")
    before = site.read("x")
    wrong.fault = "another"
    site.write("x", title="Hava durumu", body=RAIN)
    site.write("y", title="Dava", body=TALKS)
    assert not site.run().written
    assert site.read("x") == before


def test_a_part_of_an_article_is_taken_back(site: Site, wrong: Fake) -> None:
    site.partial = 0.5
    site.write("x", title="Hava durumu", body=f"Kar yağacak.\n\n{RAIN}")
    site.write("y", title="Dava", body=TALKS)
    report = site.run()
    assert sorted(report.written) == sorted(
        site.path(name).relative_to(site.root).as_posix() for name in "xy"
    )
    assert "weather" not in site.read("x") + site.read("y")
    assert RAIN in site.body("x")


def test_an_article_that_somebody_changed_meanwhile_is_left_alone(site: Site, wrong: Fake) -> None:
    class Editor(list):  # type: ignore[type-arg]  # stands in for the list of progress
        def append(self, progress: object) -> None:
            for name in "xy":
                if site.path(name).exists() and "by hand" not in site.read(name):
                    site.edit("title:", "# by hand\ntitle:", name)

    site.write("x", title="Hava durumu", body=RAIN)
    site.write("y", title="Dava", body=TALKS)
    site.progress = Editor()
    report = site.run()
    (name,) = (one for one in "xy" if site.path(one).exists())
    assert "by hand" in site.read(name)
    assert any(f"/{name}.tr" in one.path and "read it" in one.reason for one in report.pending)


def test_what_somebody_saves_while_it_is_taken_back_stays(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = site.write("x")
    written = Written(path.relative_to(site.root).as_posix(), "x", of_bytes(b"ours"), b"before")
    path.write_bytes(b"ours")
    saving.meanwhile(monkeypatch, path, lambda: path.write_bytes(b"somebody's"))
    assert not take_back(site.config(), written)
    assert path.read_bytes() == b"somebody's"


def test_an_answer_of_a_run_that_was_killed_counts(site: Site, wrong: Fake) -> None:
    with closing(Answers(site.root)) as answers:
        answers.add(question_key("tr", "en", RAIN), Answer(OTHER, "google"))
    site.write("x", title="Hava durumu", body=RAIN)
    site.write("y", title="Dava", body=TALKS)
    assert not site.run().written
    assert "weather" not in kept(site)


def test_a_run_that_is_interrupted_takes_it_back(site: Site, wrong: Fake) -> None:
    class Interrupt(list):  # type: ignore[type-arg]  # stands in for the list of progress
        def append(self, progress: object) -> None:
            if len(wrong.asked) > 3:
                raise KeyboardInterrupt

    site.write("x", title="Hava durumu", body=RAIN)
    site.write("y", title="Dava", body=TALKS)
    site.progress = Interrupt()
    with pytest.raises(KeyboardInterrupt):
        site.run()
    assert not site.path("x").exists()
    assert not site.path("y").exists()


def kept(site: Site) -> str:
    """Return the answers that the next run would find."""
    keys = (question_key("tr", "en", text) for text in (RAIN, RAINS, TALKS))
    found = Answers(site.root)
    return "\n".join(answer.text for answer in map(found.get, keys) if answer)
