"""Translation: NAME.tr.md → NAME.en.md, whatever is new or changed in it and nothing else.

    glossary → what must be asked for, by article → the services → files

Each article is written as soon as its last segment is there. A run that is killed loses no
answer: they are in .cache/ from the moment they came.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.config import Config, Engine
from digest.model import Problem, Story
from digest.pipeline import translate_plan
from digest.pipeline.translate_files import Slugs, finished, write
from digest.pipeline.translate_plan import Plan, Work, protected
from digest.pipeline.translate_report import Edited, Pending, Progress, Sent, TranslateReport, edits
from digest.translate import crew, drafts, terms
from digest.translate.answers import Answers, question_key
from digest.translate.asking import Asker, Client, Desk, planned
from digest.translate.crew import Question, Result
from digest.translate.engines.gate import Budget, Gate, Policy
from digest.translate.engines.limits import limits
from digest.translate.engines.secrets import secrets
from digest.translate.glossary import Glossary

_NO_ENGINE = Problem(
    "error", "no-engine", "translation.engines names no service.", "config.yaml", 0, "Write [google]."
)
_WHY = {
    "new": "it is not translated yet",
    "pending": "it is not translated yet",
    "changed": "the original has changed",
    "again": "it is to be asked for again",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked for."""

    names: tuple[str, ...] = ()
    """Stories by the name of their file, path, slug or id; empty: all."""
    redo: tuple[str, ...] = ()
    """NAME or NAME:SEGMENT to ask for again, whatever stands there."""
    max_chars: int = 0
    """Characters that may be sent; 0: any number."""
    max_requests: int = 0
    dry_run: bool = False
    """Say what would be sent, and send and write nothing."""
    policy: Policy = Policy()
    """How patient the run is with services."""


def translate(
    config: Config,
    stories: Sequence[Story],
    options: Options,
    *,
    day: str,
    progress: Callable[[Progress], None] = lambda _: None,
) -> TranslateReport:
    """Translate what is new or changed, and return what came of it.

    `day` (YYYY-MM-DD) is written as the day of translation. Raises ConfigError for a file of
    keys that git tracks, and DigestError where .cache/ or content/ cannot be written.
    """
    glossaries, problems = terms.load(
        config.root, config.translation.glossary, config.original, config.translations
    )
    if problems:
        return TranslateReport(problems=problems)
    if not config.engines:
        return TranslateReport(problems=(_NO_ENGINE,))
    plan = translate_plan.make(config, stories, options.names, options.redo)
    run = _Run(config, options, plan, glossaries, day)
    if options.dry_run:
        return run.report(sent=run.would_send())
    slugs = Slugs(config, stories)
    for number, work in enumerate(plan.works):
        if not work.left and not protected(work):
            run.finish(number, slugs)
    if plan.questions:
        run.ask(slugs, progress)
    return run.report()


def status(config: Config, stories: Sequence[Story], names: Sequence[str] = ()) -> TranslateReport:
    """Return what is pending, stale, edited and against the glossary, without sending anything."""
    return translate(config, stories, Options(names=tuple(names), dry_run=True), day="")


class _Run:
    """One run: what is open, and what has been done."""

    def __init__(
        self, config: Config, options: Options, plan: Plan, glossaries: Mapping[str, Glossary], day: str
    ) -> None:
        self._config, self._options, self._plan = config, options, plan
        self._glossaries, self._day = glossaries, day
        self._budget = Budget(options.max_chars, options.max_requests)
        self._gates: dict[str, Gate] = {}
        self._failed: dict[tuple[int, int], str] = {}
        self._written: list[str] = []
        self._unwritten: dict[int, str] = {}
        self._doubted: set[str] = set()
        self._doubtful: list[Question] = []

    def ask(self, slugs: Slugs, progress: Callable[[Progress], None]) -> None:
        """Ask for everything that is open, and write what becomes complete."""
        stop = threading.Event()
        engines = self._config.engines
        policy = self._options.policy
        self._gates = {one.name: Gate(one, policy, self._budget, stop) for one in engines}
        answers = Answers(self._config.root)
        client = _client_factory(self._config)
        desk = Desk(engines, self._gates, policy, answers, self._glossaries, client)
        self._doubted = desk.doubted
        threads = 2 * max(engine.concurrency for engine in engines)
        meter = _Meter(self._plan)
        groups = translate_plan.grouped(self._plan.questions, tuple(self._texts()))
        try:
            while groups:
                for result in crew.work(groups, lambda: Asker(desk), threads, stop):
                    self._note(result, slugs)
                    progress(meter.step(result))
                groups, self._doubtful = [[question] for question in self._doubtful], []
            if not self._failed and not self._unwritten:
                answers.forget()
        finally:
            stop.set()
            answers.close()

    def _texts(self) -> Iterator[tuple[str, ...]]:
        """Yield the texts that each question will send to the first service."""
        size = limits(self._config.engines[0])
        for question in self._plan.questions:
            yield planned(question.segment, size)

    def _note(self, result: Result, slugs: Slugs) -> None:
        question = result.question
        work = self._plan.works[question.owner]
        work.left -= 1
        if result.answer is None:
            self._failed[question.owner, question.slot] = result.reason
        else:
            work.answers[question.slot] = result.answer
        if not work.left and work.answers:
            self.finish(question.owner, slugs)

    def finish(self, number: int, slugs: Slugs) -> None:
        """Write an article to which nothing will be added in this run, if enough of it is there."""
        work = self._plan.works[number]
        if doubtful := self._taken_back(number, work):
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
            article = replace(article, place=place, slug=slugs.minted(article, fallback))
        if reason := write(self._config, work, article):
            self._unwritten[number] = reason
        else:
            self._written.append(work.path)

    def _taken_back(self, number: int, work: Work) -> list[Question]:
        """Return what has to be asked once more: answers that have come to other questions too."""
        found = []
        for place, answer in list(work.answers.items()):
            segment = work.slots[place].segment
            if segment and self._doubted.intersection(answer.parts):
                del work.answers[place]
                work.left += 1
                found.append(Question(number, place, segment, work.translation.lang))
        return found

    def would_send(self) -> tuple[Sent, ...]:
        """Return what a run would send, to the first service, if all goes well."""
        if not self._plan.questions:
            return ()
        answers = Answers(self._config.root)
        source = self._config.original
        asked = {
            (question.target, text)
            for question, texts in zip(self._plan.questions, self._texts(), strict=True)
            for text in texts
            if question.again or not answers.get(question_key(source, question.target, text))
        }
        chars = sum(len(text) for _, text in asked)
        return (Sent(self._config.engines[0].name, len(asked), chars),)

    def report(self, sent: tuple[Sent, ...] = ()) -> TranslateReport:
        """Return what came of the run."""
        people = [one for work in self._plan.works if work.there for one in edits(work.slots, work.there)]
        stale = tuple(one for one in people if one.change == "stale")
        for gate in self._gates.values():
            sent += (Sent(gate.name, gate.requests, gate.chars),) if gate.requests else ()
        return TranslateReport(
            written=tuple(self._written),
            segments=len(self._plan.questions),
            pending=tuple(self._pending()),
            stale=stale,
            edited=tuple(one for one in people if one.change != "stale"),
            violations=tuple(_violations(self._plan, self._glossaries)),
            sent=sent,
            problems=self._plan.problems,
        )

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
        self._done += 1
        self._chars += len(result.question.segment.text)
        self._engine = result.answer.engine if result.answer else self._engine
        passed = time.monotonic() - self._start
        left = passed / self._chars * (self._total_chars - self._chars) if self._chars else 0.0
        path = self._plan.works[result.question.owner].path
        total = len(self._plan.questions)
        return Progress(self._done, total, self._chars, self._total_chars, self._engine, left, path)


def _client_factory(config: Config) -> Callable[[Engine, str, str], Client]:
    known = secrets(config.root)

    def make(engine: Engine, source: str, target: str) -> Client:
        # Here, since a run with nothing to ask must not load deep-translator.
        from digest.translate.engines.services import Client as Service

        return Service(engine, source, target, known.get(engine.name, ""))

    return make


def _violations(plan: Plan, glossaries: Mapping[str, Glossary]) -> Iterator[Problem]:
    """Yield a warning for each term that a translation does not render as the glossary says."""
    for work in plan.works:
        glossary = glossaries[work.translation.lang]
        for slot in work.slots:
            if slot.segment and slot.texts and slot.action != "ask":
                text = "\n".join(slot.texts)
                for message in glossary.violations(slot.segment.text, text):
                    found = f"{slot.name}: {message} by the glossary."
                    yield Problem("warning", "glossary", found, work.path)
