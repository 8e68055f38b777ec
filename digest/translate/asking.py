"""Segments sent to services, and answers checked: from here on a text can be trusted.

The services are tried in the order of config.yaml. An answer that fails a check is asked for
once more with the glossary's terms put in, if that is all that is wrong with it; then the next
service is tried. Nothing is stored that has not passed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from digest import blocks
from digest.config import Engine
from digest.model import Segment
from digest.records import record
from digest.translate.answers import Answer, Answers, question_key
from digest.translate.doubts import DOUBT, Doubts
from digest.translate.engines.calling import call
from digest.translate.engines.failure import Failure, Spent
from digest.translate.engines.gate import Gate, Policy
from digest.translate.engines.limits import Limits, limits
from digest.translate.fidelity import Finding, findings, tidy
from digest.translate.glossary import Glossary, Protected
from digest.translate.segments import Refused, translated

_HALVINGS = 3
_SHORT = 100
"""Letters; a service that refuses less does so for another reason than length."""


class _TooLong(Failure):
    """A service found a text too long."""

    def __init__(self, failure: Failure, text: str) -> None:
        super().__init__(failure.kind, failure.reason, failure.wait, failure.status)
        self.text = text


class Client(Protocol):
    """One service in one thread."""

    def translate(self, text: str, read: Callable[[], None]) -> str:
        """Return a translation; calls `read` once the reply has been read. Raises Failure."""
        ...


ClientFactory = Callable[[Engine, str, str], Client]
"""Makes a client from a service's settings, the original's language and the translation's."""


class Unanswered(Exception):  # noqa: N818 - no error of the program
    """No service has a translation that can be trusted; says why, service by service."""


@record
class Desk:
    """What all threads of a run share."""

    engines: tuple[Engine, ...]
    gates: Mapping[str, Gate]
    policy: Policy
    answers: Answers
    glossaries: Mapping[str, Glossary]
    """By target language."""
    client: ClientFactory
    doubts: Doubts


class Asker:
    """Asks for segments in one thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._clients: dict[tuple[str, str], Client] = {}
        self._limits = {engine.name: limits(engine) for engine in desk.engines}

    def ask(self, segment: Segment, target: str, *, again: bool = False) -> Answer:
        """Return a segment's translation, in the Markdown that it is in.

        `again` asks even where an answer is kept. Raises Unanswered, and Stopped when the run
        is to end.
        """
        reasons: dict[str, str] = {}
        for engine in self._desk.engines:
            try:
                return self._answered(engine, segment, target, again)
            except Spent as spent:
                raise Unanswered(str(spent)) from None
            except Failure as failure:
                reasons[engine.name] = failure.reason
            except Refused as refused:
                reasons[engine.name] = str(refused)
        raise Unanswered("; ".join(f"{name}: {reason}" for name, reason in reasons.items()))

    def _answered(self, engine: Engine, segment: Segment, target: str, again: bool) -> Answer:
        """Return the answer of one service; a text that is too long for it goes in pieces."""
        size = self._limits[engine.name]
        for _ in range(_HALVINGS):
            try:
                return self._put_together(engine, segment, target, again, size)
            except _TooLong as long:
                size = size.halved(long.text)
        return self._put_together(engine, segment, target, again, size)

    def _put_together(
        self, engine: Engine, segment: Segment, target: str, again: bool, size: Limits
    ) -> Answer:
        used: list[Answer] = []

        def ask(text: str) -> str:
            try:
                answer = self._question(engine, text, target, again)
            except Failure as failure:
                if failure.kind == "long" and len(text) > _SHORT:
                    raise _TooLong(failure, text) from None
                raise
            used.append(answer)
            return answer.text

        text = translated(segment, ask, size.fits)
        if segment.key == "body" and not _one_block(segment, text):
            raise Refused("the answer would not be one block of the same kind")
        engines = dict.fromkeys(answer.engine for answer in used)
        return Answer(text, ", ".join(engines), tuple(answer.text for answer in used))

    def _question(self, engine: Engine, question: str, target: str, again: bool) -> Answer:
        """Return the checked answer to a text that can be sent at once. Raises Refused."""
        glossary = self._desk.glossaries[target]
        key = question_key(glossary.source.code, target, question)
        known = None if again else self._desk.answers.get(key)
        fits = known and not wrong(question, known.text, glossary)
        if known and fits and self._desk.doubts.believes(key, question, known):
            return known
        heard = self._heard(engine, _Sending(question, target, key))
        if heard.amiss and all(finding.code == "glossary" for finding in heard.amiss):
            heard = self._with_terms(engine, _Sending(question, target, key), heard)
        if heard.amiss:
            raise Refused(heard.amiss[0].message)
        return Answer(heard.text, engine.name)

    def _with_terms(self, engine: Engine, sending: _Sending, heard: _Heard) -> _Heard:
        """Ask again with the terms put in that the answer got wrong: as they are, then blind."""
        glossary = self._desk.glossaries[sending.target]
        tried = {sending.question}
        for blind in (False, True):
            protected = glossary.protected(sending.question, heard.text, blind=blind)
            if protected is None or protected.text in tried:
                continue
            tried.add(protected.text)
            if self._limits[engine.name].fits(protected.text):
                second = self._heard(engine, sending._replace(protected=protected))
                if not second.amiss:
                    return second
        return heard

    def _heard(self, engine: Engine, sending: _Sending) -> _Heard:
        """Send a text; check what comes, and keep what is good before more is sent."""
        gate = self._desk.gates[engine.name]
        if gate.closed:
            raise Failure("closed", gate.closed)
        client = self._client(engine, sending.target)
        glossary = self._desk.glossaries[sending.target]

        text = sending.protected.text if sending.protected else sending.question
        answer = call(text, client.translate, gate, self._desk.policy)
        answer = glossary.corrected(text, tidy(text, answer, glossary.source, glossary.target))
        if sending.protected:
            restored = sending.protected.restored(answer)
            if restored is None:
                return _Heard(answer, (Finding("glossary", "a term did not come back"),))
            answer = restored
        amiss = wrong(sending.question, answer, glossary)
        if not amiss:
            heard = Answer(answer, engine.name)
            if not self._desk.doubts.believes(sending.key, sending.question, heard):
                amiss = (Finding("names", DOUBT),)
        return _Heard(answer, amiss)

    def _client(self, engine: Engine, target: str) -> Client:
        key = (engine.name, target)
        if key not in self._clients:
            source = self._desk.glossaries[target].source.code
            try:
                self._clients[key] = self._desk.client(engine, source, target)
            except Failure as failure:
                self._desk.gates[engine.name].close(failure.reason)
                raise
        return self._clients[key]


class _Sending(NamedTuple):
    """A text that is sent."""

    question: str
    target: str
    key: str
    """Under which its answer is kept."""
    protected: Protected | None = None
    """The text with terms put in, where that is what is sent."""


class _Heard(NamedTuple):
    """What came back."""

    text: str
    amiss: tuple[Finding, ...]


def wrong(question: str, answer: str, glossary: Glossary) -> tuple[Finding, ...]:
    """Return what is wrong with an answer: by itself, or else by the glossary."""
    found = list(findings(question, answer, glossary.source, glossary.target, glossary.kept))
    if not found:
        found = [Finding("glossary", text) for text in glossary.violations(question, answer)]
    return tuple(found)


def _one_block(segment: Segment, text: str) -> bool:
    found = blocks.split(text)
    return len(found) == 1 and found[0].kind == segment.kind


def planned(segment: Segment, size: Limits) -> tuple[str, ...]:
    """Return the texts that would be sent for a segment."""
    from digest.translate.segments import questions

    return questions(segment, size.fits)
