"""One text sent to one service, until it answers or there is no use in asking again."""

from __future__ import annotations

from collections.abc import Callable

from digest.translate.engines.failure import Failure
from digest.translate.engines.gate import Gate, Policy

_PASSING = ("busy", "down", "silent")
"""Failures that may pass by themselves."""


Ask = Callable[[str, Callable[[], None]], str]
"""Sends a text, and returns the answer; calls what it is given once a good reply has been read."""


def call(text: str, ask: Ask, gate: Gate, policy: Policy) -> str:
    """Return the service's answer to a text, asked for within the service's pace.

    Raises Failure when it is not to be had, Stopped when the run ends, and Spent.
    """
    attempt = 0
    while True:
        attempt += 1
        with gate.passage(len(text)) as passage:
            try:
                answer = ask(text, passage.leave)
            except Failure as failure:
                _note(failure, gate, passage.wave)
                if failure.kind not in _PASSING or gate.closed or attempt >= _most(failure, policy):
                    raise
            else:
                gate.succeeded()
                return answer


def _note(failure: Failure, gate: Gate, wave: int) -> None:
    if failure.kind == "closed":
        gate.close(failure.reason)
    elif failure.kind in _PASSING:
        gate.failed(failure, wave)
    else:
        gate.refused(failure)


def _most(failure: Failure, policy: Policy) -> int:
    """Return how often a text is sent that fails this way: one that is to wait, more often."""
    return policy.attempts * 3 if failure.kind == "busy" else policy.attempts
