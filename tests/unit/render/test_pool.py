"""Work split among forked processes."""

from __future__ import annotations

import fcntl
import os
import signal
import time
from collections.abc import Callable, Sequence

import pytest

from digest.errors import RenderError
from digest.render import pool


def double(share: Sequence[int], finished: Callable[[int], None]) -> list[int]:
    for _ in share:
        finished(1)
    return [2 * item for item in share]


def test_results_come_in_the_order_of_the_shares_and_progress_adds_up() -> None:
    done: list[int] = []
    parts = pool.run(double, range(1000), 3, done.append)
    assert [item for part in parts for item in part] == [2 * item for item in range(1000)]
    assert sum(done) == 1000


def test_whoever_is_free_takes_the_next_share() -> None:
    def slow_at_first(share: Sequence[int], _finished: object) -> tuple[int, int]:
        if 0 in share:
            time.sleep(0.5)
        return os.getpid(), share[0]

    parts = pool.run(slow_at_first, range(320), 2, size=32)
    assert [first for _, first in parts] == list(range(0, 320, 32))
    (first, _), *others = parts
    assert {pid for pid, _ in others} - {first}
    assert sum(pid == first for pid, _ in parts) < 5


def test_this_process_is_free_until_it_asks_for_the_results() -> None:
    with pool.start(double, range(500), 2) as running:
        meanwhile = os.getpid()
        assert [item for part in running.results() for item in part][:2] == [0, 2]
    assert meanwhile == os.getpid()


def test_what_is_to_be_done_meanwhile_is_done_where_others_work() -> None:
    done: list[str] = []
    parts = pool.run(double, range(640), 2, meanwhile=lambda: done.append("here"))
    assert [item for part in parts for item in part] == [2 * n for n in range(640)]
    assert done == ["here"]
    pool.run(double, range(640), 1, meanwhile=lambda: done.append("alone"))
    pool.run(double, range(3), 2, meanwhile=lambda: done.append("few"))
    assert done == ["here"]


def test_no_child_is_left_when_what_is_done_meanwhile_fails() -> None:
    def forever(share: Sequence[int], _finished: object) -> None:
        time.sleep(600)

    with pytest.raises(ValueError, match="mine"), pool.start(forever, range(500), 2) as running:
        raise ValueError("mine")
    for child in running.children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child.pid, 0)


@pytest.mark.skipif(not hasattr(fcntl, "F_SETPIPE_SZ"), reason="pipes have one size here")
def test_more_items_than_a_pipe_of_one_page_holds_numbers_are_all_worked_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = os.pipe

    def small() -> tuple[int, int]:
        monkeypatch.setattr(os, "pipe", made)  # the first alone, from which shares are taken
        reading, writing = made()
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
        os.set_blocking(writing, False)  # where it is full, what is left is lost
        return reading, writing

    monkeypatch.setattr(os, "pipe", small)
    assert sum(pool.run(lambda share, _tick: len(share), range(100_000), 2)) == 100_000


def test_few_items_are_worked_on_in_this_process() -> None:
    assert pool.run(lambda share, _tick: os.getpid(), range(pool.WORTH), 4) == [os.getpid()]


def test_an_error_in_a_child_is_raised_here_with_its_place() -> None:
    def fail(share: Sequence[int], finished: Callable[[int], None]) -> None:
        raise RenderError("broken", path="x.html", line=3, hint="Mend it.")

    with pytest.raises(RenderError) as caught:
        pool.run(fail, range(500), 2)
    assert (caught.value.path, caught.value.line, caught.value.hint) == ("x.html", 3, "Mend it.")


def test_an_error_that_cannot_travel_is_described() -> None:
    class OddError(Exception):
        def __init__(self, one: int, two: int) -> None:
            super().__init__("odd")

    parent = os.getpid()

    def fail(share: Sequence[int], finished: Callable[[int], None]) -> None:
        if os.getpid() != parent:
            raise OddError(1, 2)
        time.sleep(0.05)

    with pytest.raises(RuntimeError, match="OddError: odd"):
        pool.run(fail, range(500), 2)


def test_a_child_that_dies_is_reported_and_nothing_hangs() -> None:
    parent = os.getpid()

    def die(share: Sequence[int], finished: Callable[[int], None]) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.05)

    with pytest.raises(RenderError, match="signal 9"):
        pool.run(die, range(500), 2)


def test_large_results_pass_through() -> None:
    parts = pool.run(lambda share, _tick: "x" * 5_000_000, range(200), 2)
    assert [len(part) for part in parts] == [5_000_000] * 7
