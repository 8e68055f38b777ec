from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from digest.config import Engine
from digest.translate.engines import gate as gates
from digest.translate.engines.calling import Ask, call
from digest.translate.engines.failure import Failure, Spent, Stopped
from digest.translate.engines.gate import Budget, Gate, Policy


class Time:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []
        self.stopped = False

    def monotonic(self) -> float:
        return self.now

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.now += seconds
        return self.stopped

    def is_set(self) -> bool:
        return self.stopped


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    clock = Time()
    monkeypatch.setattr(gates, "time", clock)
    return clock


POLICY = Policy(attempts=3, first_wait=0.5, longest_wait=8.0, patience=30.0)


def make(time: Time, budget: Budget | None = None, rps: float = 1000, concurrency: int = 4) -> Gate:
    engine = Engine("google", rps=rps, concurrency=concurrency)
    return Gate(engine, POLICY, budget or Budget(), time)  # type: ignore[arg-type]  # waits like an event


def failing(*failures: Failure, then: str = "answer") -> Ask:
    left = list(failures)

    def ask(text: str, read: Callable[[], None]) -> str:
        if left:
            raise left.pop(0)
        return then

    return ask


def down(kind: str = "down", wait: float | None = None) -> Failure:
    return Failure(kind, "it has an error", wait)  # type: ignore[arg-type]  # one of the kinds


def test_a_place_is_free_once_the_reply_has_been_read(time: Time) -> None:
    gate = make(time, concurrency=1)

    def ask(text: str, read: Callable[[], None]) -> str:
        read()
        if text == "first":
            assert call("second", ask, gate, POLICY) == "second"
        return text

    assert call("first", ask, gate, POLICY) == "first"
    assert gate.requests == 2


def test_the_pace_is_kept(time: Time) -> None:
    gate = make(time, rps=4)
    for _ in range(9):
        call("text", failing(), gate, POLICY)
    assert time.now - 1000 == pytest.approx(2.0)


def test_a_failure_that_passes_is_tried_again_after_growing_pauses(time: Time) -> None:
    gate = make(time)
    assert call("text", failing(down(), down()), gate, POLICY) == "answer"
    assert gate.requests == 3
    assert 0.25 + 0.5 <= time.now - 1000 <= 0.5 + 1.0 + 0.1


def test_pauses_do_not_grow_beyond_the_longest(time: Time) -> None:
    patient = Policy(attempts=12, first_wait=1, longest_wait=4)
    gate = Gate(Engine("google", rps=1000), patient, Budget(), time)  # type: ignore[arg-type]  # as above
    call("text", failing(*[down()] * 10), gate, patient)
    assert time.now - 1000 <= 1 + 2 + 8 * 4 + 1


def test_failures_in_a_row_open_the_breaker(time: Time) -> None:
    gate = make(time)
    with pytest.raises(Failure):
        call("text", failing(*[down()] * 9), gate, POLICY)
    assert gate.requests == 3
    with pytest.raises(Failure, match="it has an error"):
        call("another", failing(), gate, POLICY)
    assert gate.requests == 3


def test_a_success_between_failures_keeps_it_closed(time: Time) -> None:
    gate = make(time)
    for _ in range(10):
        call("text", failing(down(), down()), gate, POLICY)
    assert not gate.closed


def test_the_first_silence_of_a_service_that_never_answered_is_enough(time: Time) -> None:
    gate = make(time)
    with pytest.raises(Failure):
        call("text", failing(down("silent")), gate, POLICY)
    assert gate.requests == 1
    assert gate.closed


def test_one_silence_of_a_service_that_answers_is_tried_again(time: Time) -> None:
    gate = make(time)
    call("text", failing(), gate, POLICY)
    assert call("text", failing(down("silent")), gate, POLICY) == "answer"
    with pytest.raises(Failure):
        call("text", failing(*[down("silent")] * 5), gate, POLICY)
    assert gate.requests == 5


def test_what_befalls_several_threads_at_once_counts_once(time: Time) -> None:
    gate = make(time)
    for _ in range(8):
        gate.failed(down(), 0)
    assert not gate.closed


def test_retry_after_is_waited_for_if_it_is_not_too_long(time: Time) -> None:
    gate = make(time)
    call("text", failing(down("busy", 12.0)), gate, POLICY)
    assert 12 <= time.now - 1000 <= 13
    with pytest.raises(Failure):
        call("text", failing(down("busy", 3600.0)), gate, POLICY)
    assert gate.closed
    assert time.now - 1000 <= 13


def test_a_service_with_too_many_requests_is_asked_more_slowly(time: Time) -> None:
    gate = make(time, rps=10)
    call("text", failing(down("busy", 0.0)), gate, POLICY)
    start = time.now
    for _ in range(3):
        call("text", failing(), gate, POLICY)
    assert time.now - start >= 0.5


def test_a_service_that_answers_again_gets_its_pace_back_and_no_more(time: Time) -> None:
    gate = make(time, rps=10)
    for _ in range(5):
        call("text", failing(down("busy", 0.0)), gate, POLICY)
    for _ in range(150):
        call("text", failing(), gate, POLICY)
    start = time.now
    for _ in range(10):
        call("text", failing(), gate, POLICY)
    assert time.now - start == pytest.approx(1.0)


@pytest.mark.parametrize("kind", ["long", "refused"])
def test_a_refused_text_is_not_sent_again_and_closes_nothing(time: Time, kind: str) -> None:
    gate = make(time)
    with pytest.raises(Failure):
        call("text", failing(down(kind)), gate, POLICY)
    assert gate.requests == 1
    assert not gate.closed


def test_a_service_that_refuses_everything_is_left_alone(time: Time) -> None:
    gate = make(time)
    for _ in range(100):
        with pytest.raises(Failure):
            call("text", failing(down("long")), gate, POLICY)
    assert gate.requests == 30


def test_a_closed_service_stays_closed(time: Time) -> None:
    gate = make(time)
    with pytest.raises(Failure):
        call("text", failing(Failure("closed", "its quota is used up")), gate, POLICY)
    with pytest.raises(Failure, match="quota"):
        call("text", failing(), gate, POLICY)
    gate.close("another reason")
    assert gate.closed == "its quota is used up"


def test_a_stopped_run_sends_nothing_more(time: Time) -> None:
    time.stopped = True
    gate = make(time)
    with pytest.raises(Stopped):
        call("text", failing(), gate, POLICY)
    assert gate.requests == 0


def test_a_budget_is_never_exceeded() -> None:
    budget = Budget(max_chars=10)
    budget.take(6)
    with pytest.raises(Spent, match="--max-chars 10"):
        budget.take(5)
    with pytest.raises(Spent):
        budget.take(1)
    assert budget.chars == 6


def test_a_budget_of_requests_counts_every_attempt(time: Time) -> None:
    gate = make(time, Budget(max_requests=2))
    with pytest.raises(Spent):
        call("text", failing(down(), down()), gate, POLICY)
    assert gate.requests == 2


def test_a_budget_is_shared_by_threads() -> None:
    budget = Budget(max_requests=50)
    spent: list[Exception] = []

    def work() -> None:
        for _ in range(20):
            try:
                budget.take(1)
            except Spent as error:
                spent.append(error)

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert budget.requests == 50
    assert len(spent) == 50
