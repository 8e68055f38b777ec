"""Translation: NAME.tr.md → NAME.en.md, whatever is new or changed in it and nothing else.

    glossary → what must be asked, by article → what is known already → the services → files

Each article is written as soon as its last segment is there. A run that is killed loses no
answer: they are in .cache/ from the moment they came.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from digest.config import Config, Engine
from digest.model import Problem, Story
from digest.pipeline import translate_files, translate_plan
from digest.pipeline.translate_plan import Work
from digest.pipeline.translate_report import (
    Pending,
    Progress,
    Sent,
    TranslateReport,
    findings_of,
)
from digest.translate import terms
from digest.translate.answers import Answers
from digest.translate.crew import Question, Result, work
from digest.translate.engines.gate import Budget, Gate, Policy
from digest.translate.engines.limits import limits

PATIENCE = Policy()


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
    plan = translate_plan.make(config, stories, options.names, options.redo)
    run = _Run(config, options, plan, glossaries, day, progress)
    if plan.questions and not options.dry_run:
        run.ask()
    return run.report()
