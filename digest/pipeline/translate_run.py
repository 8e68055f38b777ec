"""One translation run: questions go out, answers come in, articles are written."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from digest.config import Config
from digest.model import Problem, Story
from digest.pipeline import translate_plan
from digest.pipeline.translate_files import Slugs, Written, finished, take_back, write
from digest.pipeline.translate_plan import Plan, Work
from digest.pipeline.translate_report import (
    Pending,
    Planned,
    Progress,
    Sent,
    TranslateReport,
)
from digest.translate import crew, drafts
from digest.translate.answers import Answers, question_key
from digest.translate.asking import Asker, ClientFactory, Desk, planned
from digest.translate.crew import Question, Result
from digest.translate.doubts import DOUBT, Doubts
from digest.translate.engines.gate import Budget, Gate, Policy
from digest.translate.engines.limits import limits
from digest.translate.glossary import Glossary

_EDITED = f"{DOUBT}, and it was changed meanwhile: read it through"
_WHY = {
    "new": "it is not translated yet",
    "pending": "it is not translated yet",
    "changed": "the original has changed",
    "again": "it is to be asked for again",
}


class Limits(Protocol):
    """How much may be sent, and how patiently."""

    @property
    def max_chars(self) -> int:
        """Characters; 0 for any number."""
        ...

    @property
    def max_requests(self) -> int:
        """Requests; 0 for any number."""
        ...

    @property
    def policy(self) -> Policy:
        """Attempts and pauses."""
        ...


class Run:
    """What is open, and what has been done."""

    def __init__(
        self,
        config: Config,
        plan: Plan,
        glossaries: Mapping[str, Glossary],
        stories: Sequence[Story],
        day: str,
    ) -> None:
        self._config, self._plan, self._glossaries, self._day = config, plan, glossaries, day
        self._slugs = Slugs(config, stories)
        self._failed: dict[tuple[int, int], str] = {}
        self._unwritten: dict[int, str] = {}
        self._written: dict[int, Written] = {}
        self._answers = Answers(config.root)
        self._doubts = Doubts(self._answers)
        self._doubtful: list[Question] = []
        self._planned: Counter[tuple[int, int]] = Counter()

    def finish_known(self) -> None:
        """Write the articles that change without any question: parts moved, or known already."""
        for number, work in enumerate(self._plan.works):
            if not (work.left or translate_plan.protected(work) or translate_plan.in_order(work)):
                self._finish(number)

    def ask(
        self,
        options: Limits,
        client: ClientFactory,
        progress: Callable[[Progress], None],
        *,
        all_seen: bool,
    ) -> tuple[Sent, ...]:
        """Ask for everything that is open, and write what is complete; return what was sent.

        Answers are forgotten when nothing can need them any more: with `all_seen`, that is, for
        a plan that holds all stories.
        """
        stop = threading.Event()
        budget = Budget(options.max_chars, options.max_requests)
        engines, policy = self._config.engines, options.policy
        gates = {engine.name: Gate(engine, policy, budget, stop) for engine in engines}
        answers, doubts = self._answers, self._doubts
        desk = Desk(engines, gates, policy, answers, self._glossaries, client, doubts)
        # More than requests at once: they check answers while the others wait for theirs.
        most = max(engine.concurrency for engine in engines)
        threads = most + 1 + most // 4
        meter = _Meter(self._plan)
        groups = translate_plan.grouped(self._plan.questions, tuple(self._texts()))
        try:
            while groups:
                try:
                    for result in crew.work(groups, lambda: Asker(desk), threads, stop):
                        self._note(result)
                        progress(meter.step(result))
                finally:
                    self._withdraw()
                groups, self._doubtful = [[question] for question in self._doubtful], []
            if all_seen and not self._failed and not self._unwritten:
                answers.forget()
        finally:
            stop.set()
            answers.close()
        return tuple(Sent(gate.name, gate.requests, gate.chars) for gate in gates.values())

    def _texts(self) -> Iterator[tuple[str, ...]]:
        """Yield the texts that each question will send to the first service."""
        size = limits(self._config.engines[0])
        for question in self._plan.questions:
            yield planned(question.segment, size)

    def _note(self, result: Result) -> None:
        question = result.question
        work = self._plan.works[question.owner]
        work.left -= 1
        if result.answer is None:
            self._failed[question.owner, question.slot] = result.reason
        else:
            work.answers[question.slot] = result.answer
        if not work.left and work.answers:
            self._finish(question.owner)

    def _finish(self, number: int) -> None:
        """Write an article to which nothing will be added in this run, if enough of it is there."""
        work = self._plan.works[number]
        if doubtful := self._out_of_doubt(number, work):
            self._doubtful += doubtful
            return
        texts = {place: answer.text for place, answer in work.answers.items()}
        draft = drafts.assemble(work.story.original, work.translation, work.slots, texts)
        if not draft.article.title or draft.share < self._config.translation.partial:
            return
        if not texts and not drafts.differs(draft.article, work.translation):
            return
        article = draft.article
        if texts:
            engines = [answer.engine for answer in work.answers.values()]
            article = finished(article, engines, self._day)
        if work.there is None:
            fallback = work.story.original.slug or work.story.id
            place = self._glossaries[article.lang].rendered(article.place)
            article = replace(article, place=place, slug=self._slugs.minted(article, fallback))
        written = write(self._config, work, article)
        if isinstance(written, str):
            self._unwritten[number] = written
        else:
            self._written[number] = written

    def _withdraw(self) -> None:
        """Undo each article in which there is an answer that came to another text later on."""
        for number, written in list(self._written.items()):
            work = self._plan.works[number]
            if not any(self._doubts.any(answer.parts) for answer in work.answers.values()):
                continue
            if not take_back(self._config, written):
                self._unwritten[number] = _EDITED
                continue
            del self._written[number]
            if work.there is None:
                self._slugs.free(work.translation.lang, written.slug)
            self._finish(number)

    def _out_of_doubt(self, number: int, work: Work) -> list[Question]:
        """Take out the answers that came to another text too; return what to ask once more."""
        found = []
        for place, answer in list(work.answers.items()):
            segment = work.slots[place].segment
            if segment is None or not self._doubts.any(answer.parts):
                continue
            del work.answers[place]
            work.left += 1
            found.append(Question(number, place, segment, work.translation.lang))
        return found

    def would_send(self) -> tuple[Sent, ...]:
        """Return what will be sent, to the first service, if all goes well."""
        if not self._plan.questions:
            return ()
        source = self._config.original
        asked: set[tuple[str, str]] = set()
        for question, texts in zip(self._plan.questions, self._texts(), strict=True):
            for text in texts:
                key = (question.target, text)
                known = not question.again and self._answers.get(question_key(source, *key))
                if not known and key not in asked:
                    asked.add(key)
                    self._planned[question.owner, question.slot] += len(text)
        chars = sum(self._planned.values())
        return (Sent(self._config.engines[0].name, len(asked), chars),)

    def report(self, sent: tuple[Sent, ...], violations: tuple[Problem, ...]) -> TranslateReport:
        """Return what came of the run."""
        people = [
            one
            for work in self._plan.works
            if work.there
            for one in translate_plan.edits(work.slots, work.there)
        ]
        return TranslateReport(
            written=tuple(one.path for one in self._written.values()),
            segments=len(self._plan.questions),
            pending=tuple(self._pending()),
            stale=tuple(one for one in people if one.change == "stale"),
            edited=tuple(one for one in people if one.change != "stale"),
            violations=violations,
            sent=tuple(one for one in sent if one.requests),
            planned=tuple(self._plans()),
            problems=self._plan.problems,
        )

    def _plans(self) -> Iterator[Planned]:
        for owner, found in groupby(self._planned.items(), lambda item: item[0][0]):
            work, chars = self._plan.works[owner], [count for _, count in found]
            yield Planned(work.story.original.path, work.translation.lang, len(chars), sum(chars))

    def _pending(self) -> Iterator[Pending]:
        for number, reason in self._unwritten.items():
            work = self._plan.works[number]
            yield Pending(work.story.original.path, work.translation.lang, "", reason)
        for question in self._plan.questions:
            work = self._plan.works[question.owner]
            if question.slot not in work.answers:
                why = _WHY.get(work.slots[question.slot].reason, "")
                reason = self._failed.get((question.owner, question.slot), why)
                path = work.story.original.path
                yield Pending(path, question.target, question.segment.name, reason)


class _Meter:
    """Counts what is done, and estimates how long the rest will take."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._start = time.monotonic()
        self._total_chars = sum(len(question.segment.text) for question in plan.questions)
        self._done = self._chars = 0
        self._engine = ""

    def step(self, result: Result) -> Progress:
        """Count a result; return how far the run is."""
        total = len(self._plan.questions)
        self._done = min(self._done + 1, total)
        self._chars = min(self._chars + len(result.question.segment.text), self._total_chars)
        self._engine = result.answer.engine if result.answer else self._engine
        passed = time.monotonic() - self._start
        left = passed / self._chars * (self._total_chars - self._chars) if self._chars else 0.0
        path = self._plan.works[result.question.owner].path
        return Progress(self._done, total, self._chars, self._total_chars, self._engine, left, path)
