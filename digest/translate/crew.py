"""Threads that ask for segments while the caller writes what they bring."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from digest.model import Segment
from digest.records import record
from digest.translate.answers import Answer
from digest.translate.asking import Asker, Unanswered
from digest.translate.engines.failure import Stopped

NAME = "translate"
"""Name of the threads."""
_TURN = 0.00005
"""Seconds that one thread may compute at a stretch."""
_GRACE = 2.0
"""Seconds that a run which was interrupted waits for requests under way, to keep their answers."""


@record
class Question:
    """One segment to ask for."""

    owner: int
    """The caller's number for the article."""
    slot: int
    """Place among the article's slots."""
    segment: Segment
    target: str
    again: bool = False
    """Whether an answer that is kept does not count."""


@record
class Result:
    """What became of a question."""

    question: Question
    answer: Answer | None
    reason: str = ""
    """Why there is no answer."""


def work(
    groups: Sequence[Sequence[Question]],
    asker: Callable[[], Asker],
    threads: int,
    stop: threading.Event,
) -> Iterator[Result]:
    """Yield the results as they come. Questions of one group are one text, asked for once.

    When the caller is interrupted, requests under way get a little time to finish.
    """
    waiting: queue.SimpleQueue[Sequence[Question]] = queue.SimpleQueue()
    done: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()
    for group in groups:
        waiting.put(group)
    crew = [
        threading.Thread(target=_work, args=(waiting, done, asker, stop), name=NAME, daemon=True)
        for _ in range(min(threads, len(groups)))
    ]
    switching = sys.getswitchinterval()
    # A thread that checks an answer must not keep the others from the network for long.
    sys.setswitchinterval(_TURN)
    for thread in crew:
        thread.start()
    try:
        for _ in range(sum(map(len, groups))):
            result = done.get()
            if isinstance(result, BaseException):
                raise result
            yield result
    except BaseException:
        stop.set()
        raise
    finally:
        sys.setswitchinterval(switching)
        end = time.monotonic() + _GRACE
        for thread in crew:
            thread.join(max(0.0, end - time.monotonic()))


def _work(
    waiting: queue.SimpleQueue[Sequence[Question]],
    done: queue.SimpleQueue[Result | BaseException],
    asker: Callable[[], Asker],
    stop: threading.Event,
) -> None:
    """Answer questions until there are none left. Whatever else happens is the caller's to see."""
    try:
        own = asker()
        while not stop.is_set():
            for result in _answers(own, waiting.get_nowait()):
                done.put(result)
    except (queue.Empty, Stopped):
        return
    except BaseException as error:  # noqa: BLE001 - a thread's exceptions would be lost
        done.put(error)


def _answers(own: Asker, group: Sequence[Question]) -> Iterator[Result]:
    """Yield a result for each question of a group: the first answer is in reach of the rest."""
    failed = ""
    for question in group:
        if failed:
            yield Result(question, None, failed)
            continue
        try:
            yield Result(question, own.ask(question.segment, question.target, again=question.again))
        except Unanswered as reason:
            failed = str(reason)
            yield Result(question, None, failed)
