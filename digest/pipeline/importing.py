"""Import: dumps in content/raw/ → articles in content/articles/, each once.

    every dump that changed → read → for each article: known? a revision? new? → its file

Article files are written one by one as they come; content/imported.yaml, and then the index
in .cache/, after every `BATCH` dumps. So a run that is killed leaves articles that the
register lacks: the next one knows them by their ids, which are made of the imported text, and
revisions by what .cache/ was told of them before they were written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from digest import files, fingerprint
from digest.config import Config
from digest.errors import IngestError
from digest.ingest import reading, rules
from digest.ingest.ledger import Ledger
from digest.ingest.parse import Parsed
from digest.model import Problem
from digest.pipeline import import_content, import_files
from digest.pipeline.import_index import opened
from digest.pipeline.import_placing import Placer, Register
from digest.pipeline.import_report import ImportReport

BATCH = 500
"""Dumps after which the register is written."""
INDEX = ".cache/import.sqlite"
LOCK = ".cache/import.lock"


def import_dumps(
    config: Config,
    given: Sequence[Path] = (),
    *,
    day: str,
    again: bool = False,
    explain: bool = False,
    waiting: Callable[[], None] = lambda: None,
) -> ImportReport:
    """Import these files, or all of content/raw/, and return what came of it.

    `day` (YYYY-MM-DD) is kept as the day of import. Articles that were deleted come back with
    `again` alone. With `explain` nothing is written and every dump is accounted for. `waiting`
    is called when another import is under way and this one waits for it. Raises DigestError
    when content/imported.yaml, or a file that the site needs, cannot be read.
    """
    known = rules.load(config.rules)
    if explain:
        return _explain(config, given, known)
    with files.lock(config.root / LOCK, waiting), opened(config.root / INDEX) as index:
        import_files.clear_leftovers(config.root)
        copied, problems = import_files.copy_in(config.root, given)
        placer = Placer(config, index, Register(config.root), day, again)
        with_id = import_content.refresh(config, index)
        dumps = copied if given else import_files.dumps(config.root)
        unread = _take(config, placer, dumps, known)
        skipped = tuple(problem.path for problem in unread)
        return ImportReport(
            tuple(placer.added),
            (*with_id, *placer.updated),
            placer.unchanged,
            skipped,
            (*problems, *unread, *placer.problems),
        )


def _take(
    config: Config, placer: Placer, dumps: Sequence[str], known: rules.Rules
) -> list[Problem]:
    """Import the dumps that changed since they were imported; return why some gave no article."""
    rules_print = fingerprint.of_value(known)[:8]
    unread: list[Problem] = []
    for number, dump in enumerate(dumps, 1):
        state = f"{import_files.state(config.root / dump)} {rules_print}"
        if placer.again or placer.index.done(dump) != state:
            found = _read(config, config.root / dump, dump, known)
            if isinstance(found, Problem):
                unread.append(found)
            elif problem := _no_article(found):
                unread.append(problem)
            else:
                placer.problems += found.problems
                for story in found.stories:
                    placer.place(story, import_files.below_raw(dump))
                placer.index.mark_done(dump, state)
        if number % BATCH == 0:
            _save(placer)
    _save(placer)
    return unread


def _save(placer: Placer) -> None:
    """Write the register, then the index: a dump that the index calls done is in the register."""
    placer.register.save()
    placer.index.commit()


def _read(config: Config, file: Path, dump: str, known: rules.Rules) -> Parsed | Problem:
    """Return what a dump holds, or why it cannot be read."""
    try:
        return reading.read(file.read_bytes(), dump, config.original, known)
    except IngestError as error:
        return _skipped(dump, error.message, error.line or 0, error.hint or "")
    except OSError as error:
        message = f"it cannot be read: {error.strerror or error}."
        return Problem("error", "import-unread", message, dump)


def _no_article(parsed: Parsed) -> Problem | None:
    """Return what to say of a dump that holds no article."""
    dump = parsed.ledger.dump
    if parsed.stories:
        return None
    if all(not entry.text.strip() for entry in parsed.ledger.entries):
        return _skipped(dump, "it is empty.", hint="Delete it, or paste the text into it.")
    hint = f'"digest import --explain {dump}" shows what became of its lines.'
    return _skipped(dump, "no headline with a paragraph below it was found.", 0, hint)


def _skipped(dump: str, message: str, line: int = 0, hint: str = "") -> Problem:
    return Problem("error", "import-skipped", message, dump, line, hint)


def _explain(config: Config, given: Iterable[Path], known: rules.Rules) -> ImportReport:
    """Read dumps where they lie, and write nothing."""
    found = [(path, str(path)) for path in given]
    if not found:
        found = [(config.root / dump, dump) for dump in import_files.dumps(config.root)]
    problems: list[Problem] = []
    ledgers: list[Ledger] = []
    for path, shown in found:
        parsed = _read(config, path, shown, known)
        if isinstance(parsed, Problem):
            problems.append(parsed)
            continue
        empty = _no_article(parsed)
        problems += [empty] if empty else parsed.problems
        ledgers.append(parsed.ledger)
    codes = ("import-skipped", "import-unread")
    skipped = tuple(problem.path for problem in problems if problem.code in codes)
    return ImportReport(skipped=skipped, problems=tuple(problems), ledgers=tuple(ledgers))
