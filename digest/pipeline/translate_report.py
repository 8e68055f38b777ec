"""What a translation run did, and what it leaves for a person to do."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Problem
from digest.records import record


@record
class Progress:
    """How far a run is."""

    done: int
    """Segments that are settled, with or without an answer."""
    total: int
    chars: int
    """Characters of those segments."""
    total_chars: int
    engine: str
    """The service that answered last; empty before the first answer."""
    seconds_left: float
    """An estimate; 0 while nothing is known."""
    path: str
    """The article that the last segment belongs to."""


@record
class Pending:
    """A segment without a translation."""

    path: str
    """The original's file."""
    lang: str
    """The language that it is missing in."""
    segment: str
    """`title`, `body-3`; empty for the whole article."""
    reason: str


@record
class Edited:
    """A segment that a person has changed in the translation, and that is left alone."""

    path: str
    """The translation's file."""
    segment: str
    """As in the original; `body` for what only the translation has."""
    change: str
    """`stale`, `edited`, `merged`, `added`, `removed` or `orphaned`."""
    original: str
    """The original's text as it is now; empty when it has none."""
    translation: str


@record
class Sent:
    """What a service was sent, or in a dry run would be sent."""

    engine: str
    requests: int
    chars: int


@record
class Planned:
    """What of an article would be sent. What has been sent for another one is not counted again."""

    path: str
    """The original's file."""
    lang: str
    segments: int
    chars: int


@record
class TranslateReport:
    """What came of a run."""

    written: tuple[str, ...] = ()
    """Paths of translations that were written."""
    segments: int = 0
    """Segments that had to be asked for."""
    pending: tuple[Pending, ...] = ()
    stale: tuple[Edited, ...] = ()
    """Edited segments whose original has changed since; a person must look."""
    edited: tuple[Edited, ...] = ()
    """What else a person has changed; nothing needs to be done about it."""
    violations: tuple[Problem, ...] = ()
    """Warnings about terms that are not rendered as the glossary says."""
    sent: tuple[Sent, ...] = ()
    planned: tuple[Planned, ...] = ()
    """What would be sent, article by article; of a dry run alone."""
    problems: tuple[Problem, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be translated."""
        return not self.pending and all(one.severity != "error" for one in self.problems)


def lines(report: TranslateReport, *, texts: bool) -> Iterator[str]:
    """Yield what came of a run, a line each; with `texts` what people changed, too."""
    yield from (f"written: {path}" for path in report.written)
    for one in report.pending:
        yield f"pending: {one.path} → {one.lang}: {one.segment or 'all of it'}: {one.reason}"
    for edit in (*report.stale, *(report.edited if texts else ())):
        yield f"{edit.change}: {edit.path}: {edit.segment}"
        if texts:
            yield f"    original:    {edit.original}"
            yield f"    translation: {edit.translation}"
    for sent in report.sent:
        would = "would be sent to" if report.planned else "sent to"
        yield f"{sent.requests} requests, {sent.chars} characters {would} {sent.engine}."
    yield f"{len(report.pending)} pending." if report.pending else "Nothing is pending."


def plan_lines(report: TranslateReport) -> Iterator[str]:
    """Yield what a run would send, a line for each article and language, and how much in all."""
    for one in report.planned:
        counts = f"{one.segments} segment{'s' * (one.segments > 1)}, {one.chars} characters"
        yield f"{one.path} → {one.lang}: {counts}"
    for sent in report.sent:
        yield f"{sent.requests} requests, {sent.chars} characters would be sent to {sent.engine}."
    if not report.planned:
        yield "Nothing would be sent."
