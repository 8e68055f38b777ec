"""Every fault, for every service: the right outcome, in bounded time, and nothing poisoned."""

from __future__ import annotations

import itertools
import socket
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from digest.translate import crew
from digest.translate.answers import FILE
from digest.translate.engines import replies
from digest.translate.engines.wire import Reply
from tests.faults.fake_services import FAULTS, PATHS, Fake
from tests.faults.translation_sites import FAST, PARAGRAPHS, PATIENT, Site

SERVICES = tuple(PATHS)
PASSING = ("429", "429 later", "500", "error page", "truncated", "reset", "no json", "huge")
"""Faults after which asking again helps."""
FATAL = ("429 date", "quota", "redirect")
"""Faults after which a service is asked nothing more in a run."""
QUIET = ("hang", "drip", "drip headers")
EVERY_FAULT = list(itertools.product(SERVICES, FAULTS))
EVERY_PASSING = list(itertools.product(SERVICES, PASSING))


@pytest.mark.parametrize(("service", "fault"), EVERY_FAULT)
def test_nothing_that_a_broken_service_sends_is_written_or_kept(
    site: Site, fake: Fake, service: str, fault: str
) -> None:
    site.engines, fake.fault = (service,), fault
    site.write()
    if fault in QUIET:
        site.hurry()
    report = site.run()
    assert not report.written
    assert not report.complete
    assert not site.path().exists()
    assert len(report.pending) >= len(PARAGRAPHS)
    assert all(one.reason.startswith(f"{service}: ") for one in report.pending)
    fake.fault = ""
    site.rest()
    assert site.run().complete
    text = site.read()
    assert "59 thousand" in text
    assert "October" in text
    for trace in ("Error", "MYMEMORY", "script", "weather", "saldırı", "98,765", "said it"):
        assert trace not in text


@pytest.mark.parametrize("fault", FAULTS)
def test_another_service_takes_over(site: Site, fake: Fake, fault: str) -> None:
    site.engines, fake.fault = ("google", "libretranslate"), fault
    fake.wrong = lambda text, number: fake.asked[number - 1][0] == "google"
    if fault in QUIET:
        site.hurry()
    site.write()
    assert site.run().complete
    assert site.meta()["engine"] == "libretranslate"


@pytest.mark.parametrize(("service", "fault"), EVERY_PASSING)
def test_what_passes_by_itself_is_asked_again(
    site: Site, fake: Fake, service: str, fault: str
) -> None:
    site.engines, fake.fault = (service,), fault
    fake.wrong = lambda text, number: number <= 2
    site.write()
    report = site.run(PATIENT)
    assert report.complete
    assert len(report.written) == 1


@pytest.mark.parametrize("fault", QUIET)
def test_a_dead_service_costs_one_timeout_and_not_one_a_paragraph(
    site: Site, fake: Fake, fault: str
) -> None:
    fake.fault = fault
    site.hurry()
    site.write(body="\n\n".join(f"{text} {number}." for number in range(40) for text in PARAGRAPHS))
    assert len(site.run().pending) == 121
    assert len(fake.asked) <= 2 * site.concurrency


def test_one_hung_request_among_good_ones_is_asked_again(site: Site, fake: Fake) -> None:
    fake.fault = "hang"
    fake.wrong = lambda text, number: number == 3
    site.timeout = 1.0
    site.write()
    assert site.run().complete


@pytest.mark.parametrize("fault", FATAL)
def test_a_service_that_will_not_answer_is_left_alone(site: Site, fake: Fake, fault: str) -> None:
    fake.fault = fault
    site.concurrency = 1
    site.write(body="\n\n".join(f"{text} {number}." for number in range(10) for text in PARAGRAPHS))
    site.run()
    assert len(fake.asked) == 1


def test_nothing_is_sent_before_the_last_reply_is_understood(
    site: Site, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may say that the service has had enough."""
    google = replies.google

    def slowly(reply: Reply) -> Reply:
        time.sleep(0.2)
        return google(reply)

    monkeypatch.setattr(replies, "google", slowly)
    fake.fault = "quota"
    site.concurrency = 1
    site.write()
    site.run()
    assert len(fake.asked) == 1


def test_a_service_that_asks_to_wait_is_waited_for(site: Site, fake: Fake) -> None:
    fake.fault = "429 later"
    fake.wrong = lambda text, number: number == 1
    site.concurrency = 1
    site.write()
    assert site.run(PATIENT).complete
    assert fake.times[1] - fake.times[0] >= 1


def test_nobody_at_the_address_is_said_in_plain_words(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site.urls = {"google": f"http://127.0.0.1:{port}/m"}
    site.write()
    report = site.run()
    assert "nobody answers at its address" in report.pending[0].reason


def test_one_bad_text_does_not_close_a_service(site: Site, fake: Fake) -> None:
    fake.fault = "500"
    fake.wrong = lambda text, number: "59 bin" in text
    site.write()
    site.write("y", body="Yağmur bekleniyor.", title="Hava durumu")
    report = site.run()
    assert [one.segment for one in report.pending] == ["body-2"]
    assert [Path(path).name for path in report.written] == ["y.en.md"]


def test_the_answer_to_two_texts_is_believed_for_neither(site: Site, fake: Fake) -> None:
    fake.fault = "another"
    fake.wrong = lambda text, number: "59" not in text and "Lavrov" not in text
    site.concurrency = 1
    site.write()
    report = site.run()
    assert {one.segment for one in report.pending} == {"title", "body-3"}
    assert "weather" not in "".join(
        line for line in (site.root / FILE).read_text().split("\n") if '"weather' in line
    )


def test_threads_never_get_each_others_answers(site: Site, fake: Fake) -> None:
    site.concurrency = 16
    fake.delay = 0.005
    texts = [f"{number} sayılı karar yarın yayımlanacak." for number in range(1000, 1200)]
    site.write(body="\n\n".join(texts))
    assert site.run().complete
    assert [block.split(" ")[0] for block in site.body()] == [text.split(" ")[0] for text in texts]
    assert fake.most_at_once > 4


def test_no_more_requests_are_under_way_than_allowed(site: Site, fake: Fake) -> None:
    site.concurrency = 3
    fake.delay = 0.01
    site.write(
        body="\n\n".join(f"{number} sayılı karar yarın çıkacak." for number in range(1000, 1040))
    )
    assert site.run().complete
    assert fake.most_at_once <= 3


def test_a_stop_leaves_every_answer_that_came(site: Site, fake: Fake) -> None:
    fake.delay = 0.02
    site.write(
        body="\n\n".join(f"{number} sayılı karar yarın çıkacak." for number in range(1000, 1060))
    )
    seen: list[int] = []

    class Interrupt(list):  # type: ignore[type-arg]  # stands in for the list of progress
        def append(self, progress: object) -> None:
            seen.append(1)
            if len(seen) == 10:
                raise KeyboardInterrupt

    site.progress = Interrupt()
    with pytest.raises(KeyboardInterrupt):
        site.run()
    first = set(fake.answered)
    site.progress = []
    assert site.run().complete
    assert not first & set(site.asked())
    assert not [thread for thread in threading.enumerate() if thread.name == crew.NAME]


def test_the_policy_bounds_how_often_a_text_is_sent(site: Site, fake: Fake) -> None:
    fake.fault = "500"
    site.concurrency = 1
    site.write(body="Tek paragraf burada duruyor.")
    site.run(policy=replace(FAST, attempts=5))
    assert len(fake.asked) == 5
