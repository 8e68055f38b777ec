"""What an import did."""

from __future__ import annotations

from digest.ingest.ledger import Ledger
from digest.model import Problem
from digest.records import record


@record
class ImportReport:
    """What an import did."""

    added: tuple[str, ...] = ()
    """Paths of new articles."""
    updated: tuple[str, ...] = ()
    """Paths of articles that a revised version replaced, and of files that got an id."""
    unchanged: int = 0
    """Articles of the dumps that were read which were there already."""
    skipped: tuple[str, ...] = ()
    """Paths of dumps that cannot be read, or hold no article; `problems` says why."""
    problems: tuple[Problem, ...] = ()
    ledgers: tuple[Ledger, ...] = ()
    """The account of each dump, with `explain` alone."""
