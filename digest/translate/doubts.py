"""Answers that came to different texts: a service that is out of order says one thing to all."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from difflib import SequenceMatcher

from digest import turkish
from digest.translate.answers import Answer, Answers

DOUBT = "the service gave the same answer to another text"

_TELLING = 30
"""Letters from which on two different texts do not have one translation."""
_ALIKE = 0.7
"""Share of letters from which on two texts may well have one translation."""


class Doubts:
    """What a run was told, and which of it cannot be trusted. Threads share it."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._said: dict[str, dict[str, str]] = {}
        """Texts by the keys of their questions, by the answer that came to them."""
        self._doubted: set[str] = set()
        # Held for as long as an answer is compared and kept: one that is doubted meanwhile
        # would be kept behind the back of who takes it back.
        self._lock = threading.Lock()

    def believes(self, key: str, question: str, answer: Answer) -> bool:
        """Keep an answer, unless a quite different text had it in this run: then none does.

        `key` is the question's, by which its answer is kept.
        """
        with self._lock:
            if len(answer.text) >= _TELLING:
                before = self._said.setdefault(answer.text, {})
                before[key] = question
                first = next(iter(before.values()))
                if answer.text in self._doubted or not _alike(first, question):
                    self._doubted.add(answer.text)
                    for one in before:
                        self._answers.take_back(one)
                    return False
            self._answers.add(key, answer)
            return True

    def any(self, texts: Iterable[str]) -> bool:
        """Say whether one of these answers is doubted by now."""
        return not self._doubted.isdisjoint(texts)


def _alike(one: str, two: str) -> bool:
    one, two = turkish.fold(one), turkish.fold(two)
    return one == two or SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE
