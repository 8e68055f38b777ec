"""Translation: NAME.tr.md → NAME.en.md, whatever is new or changed in it and nothing else.

    glossary → what must be asked for, by article → the services → files

Each article is written as soon as its last segment is there. A run that is killed loses no
answer: they are in .cache/ from the moment they came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.config import Config, Engine
from digest.model import Problem, Story
from digest.pipeline import translate_plan, translate_terms
from digest.pipeline.translate_report import Progress, TranslateReport
from digest.pipeline.translate_run import Run
from digest.records import record
from digest.translate import terms
from digest.translate.asking import Client
from digest.translate.engines.gate import Policy
from digest.translate.engines.secrets import secrets

LOCK = ".cache/translate.lock"
"""Held by who reads stories and translates them, so that nothing is asked for twice."""

PATIENCE = Policy()
"""How patient a run is with services, unless a test wants otherwise."""

_NO_ENGINE = Problem(
    "error", "no-engine", "translation.engines is empty.", "config.yaml", 0, "Write [google]."
)  # fmt: skip


@record
class Options:
    """What a run is asked for."""

    names: tuple[str, ...] = ()
    """Stories by the name of their file, path, slug or id; empty: all but drafts."""
    redo: tuple[str, ...] = ()
    """NAME or NAME:SEGMENT to ask for again, whatever stands there."""
    max_chars: int = 0
    """Characters that may be sent; 0: any number."""
    max_requests: int = 0
    dry_run: bool = False
    """Say what would be sent, and send and write nothing."""
    policy: Policy = PATIENCE
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
    if problems or not config.engines:
        return TranslateReport(problems=problems or (_NO_ENGINE,))
    plan = translate_plan.make(config, stories, options.names, options.redo)
    run = Run(config, plan, glossaries, stories, day)
    all_seen = not (options.names or options.redo)
    if options.dry_run:
        sent = run.would_send()
    else:
        run.finish_known()
        sent = ()
        if plan.questions:
            client = _client_factory(config)
            sent = run.ask(options, client, progress, all_seen=all_seen)
    violations = translate_terms.violations(config, plan, glossaries, all_seen=all_seen)
    return run.report(sent, violations)


def status(config: Config, stories: Sequence[Story], names: Sequence[str] = ()) -> TranslateReport:
    """Return what is pending, stale, edited and against the glossary, without sending anything."""
    return translate(config, stories, Options(names=tuple(names), dry_run=True), day="")


def _client_factory(config: Config) -> Callable[[Engine, str, str], Client]:
    known = secrets(config.root)

    def make(engine: Engine, source: str, target: str) -> Client:
        # Here, since a run with nothing to ask must not load deep-translator.
        from digest.translate.engines.services import Client as Service

        return Service(engine, source, target, known.get(engine.name, ""))

    return make
