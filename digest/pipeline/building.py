"""The whole flow.

Import what is new, translate where the config says so, bring output/ up to date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from digest import __version__, files, fingerprint, records, remembered, store
from digest.cache import quick, snapshot, state
from digest.config import Config
from digest.model import Problem
from digest.pipeline import updating
from digest.pipeline.import_report import ImportReport
from digest.pipeline.making import Progress
from digest.pipeline.updating import Options
from digest.records import record, replace

RAW = "content/raw/"
CHECKED = 2_000
"""Files up to which a build checks the site that it made; `digest check` checks larger ones."""


@record
class Translated:
    """What a build has to know of a translation run."""

    written: tuple[str, ...]
    """Paths of translations."""
    pending: int
    """Segments."""
    complete: bool
    """Whether nothing is left to be translated."""
    problems: tuple[Problem, ...]


@record
class Build:
    """What a build did."""

    updated: updating.Report
    imported: ImportReport | None
    """None when there was nothing to import, and no dump that gave no article the last time."""
    translated: Translated | None
    """None when nothing was to be translated, or config.yaml does not turn it on."""
    findings: tuple[Problem, ...] = ()
    """What `digest check` says of the site, for a small one of which anything changed."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong. A dump that cannot be read keeps nothing from being published."""
        found: list[Problem] = []
        if self.imported:
            found += self.imported.problems
        if self.translated:
            found += self.translated.problems
        warnings = (replace(p, severity="warning") if p.severity == "error" else p for p in found)
        return (*warnings, *self.updated.problems)

    @property
    def published(self) -> bool:
        """Whether the site is in output/ and nothing was left out."""
        return self.updated.made is not None and not any(
            problem.severity == "error" for problem in self.problems
        )


def build(
    config: Config,
    options: Options,
    seen: quick.Findings | None,
    day: str,
    progress: Progress = lambda _done, _total: None,
    waiting: Callable[[], None] = lambda: None,
) -> Build:
    """Run all stages, one build of a target at a time.

    `seen` is what was found on disk just before, `day` (YYYY-MM-DD) is kept as the day of
    import, `waiting` is called when another build is under way and this one waits for it.
    """
    waited = False

    def wait() -> None:
        nonlocal waited
        waited = True
        waiting()

    root, target = str(config.root), options.target
    with files.lock(config.root / target.lock, wait):
        seen = quick.look(root, target=target) if seen is None or waited else seen
        first, dumps = seen.watched, _dumps(seen.watched)
        imported = None
        if options.stages and _raw_changed(config, options, dumps):
            imported = _import(config, day)
            seen = quick.look(root, target=target)
        elif options.stages:
            imported = _unusable(config, options, seen.watched)
        texts = seen.watched
        translated = _translate(config, options, seen, day)
        seen = quick.look(root, target=target) if translated and translated.written else seen
        updated = updating.update(config, options, seen, progress)
        if options.stages and any(problem.code == "no-id" for problem in updated.problems):
            imported = _import(config, day)
            updated = updating.update(config, options, None, progress)
        findings = _check(config, updated) if options.stages else ()
        done = Build(updated, imported, translated, findings)
        if done.published:
            same = updated.watched is first or _dumps(updated.watched) == dumps
            _remember(config, options, done, _raw(config, dumps) if same else "", texts)
        return done


def summary(done: Build) -> tuple[str, ...]:
    """Return the lines that a build ends with."""
    made = done.updated.made
    lines = []
    if done.imported and (done.imported.added or done.imported.updated):
        added, changed = len(done.imported.added), len(done.imported.updated)
        lines.append(f"Imported: {added} new, {changed} updated.")
    if done.translated and done.translated.written:
        lines.append(f"Translated: {len(done.translated.written)} articles.")
    if done.translated and done.translated.pending:
        lines.append(
            f"{done.translated.pending} pending: digest translate --status lists what, and why."
        )
    if made is None:
        return (*lines, "Nothing was published; output/ is as it was.")
    changes = "nothing changed"
    if made.written or made.removed:
        changes = f"{made.written} written, {made.removed} removed"
    lines.append(_total(done.updated, changes))
    if done.findings:
        counts = Counter(problem.severity for problem in done.findings)
        said = ", ".join(f"{n} {name}s" if n > 1 else f"1 {name}" for name, n in counts.items())
        lines.append(f"The check found {said}; digest check lists them.")
    return tuple(lines)


def _total(updated: updating.Report, changes: str) -> str:
    number, files = updated.stories, updated.made.total if updated.made else 0
    stories = f"{number} {'story' if number == 1 else 'stories'}"
    return f"{stories}, {files} files in output/: {changes}."


def _check(config: Config, updated: updating.Report) -> tuple[Problem, ...]:
    """Look the new site over, where that takes no longer than building it."""
    made = updated.made
    if made is None or made.total > CHECKED or not (made.written or made.removed):
        return ()
    from digest.pipeline.checking import check

    return check(config)


def _import(config: Config, day: str) -> ImportReport:
    from digest.pipeline import importing

    return importing.import_dumps(config, day=day)


def _translate(
    config: Config, options: Options, seen: quick.Findings, day: str
) -> Translated | None:
    """Translate where the config says so and anything has changed since all was translated."""
    if not (options.stages and config.translation.enabled):
        return None
    last, _ = state.load(f"{config.root}/{options.target.noted}")
    if last.get("translated") == _content(seen.watched):
        return None
    from digest.pipeline import translating

    with files.lock(config.root / translating.LOCK):
        stories, _ = store.read_stories(config.root, store.article_files(config.root), config)
        report = translating.translate(config, stories, translating.Options(), day=day)
    problems = (*report.problems, *report.violations)
    return Translated(report.written, len(report.pending), report.complete, problems)


def _content(watched: Mapping[str, snapshot.Stat], besides: Collection[str] = ()) -> str:
    """Return a fingerprint of all that translation goes by, `besides` these files."""
    return snapshot.digest(
        {p: s for p, s in watched.items() if not p.startswith((RAW, "/")) and p not in besides}
    )


def _raw_changed(config: Config, options: Options, dumps: Mapping[str, snapshot.Stat]) -> bool:
    """Whether any dump, or what tells how one is read, is not as the last import found it."""
    if not dumps:
        return False
    last, _ = state.load(f"{config.root}/{options.target.noted}")
    return bool(last.get("raw") != _raw(config, dumps))


def _unusable(
    config: Config, options: Options, watched: Mapping[str, snapshot.Stat]
) -> ImportReport | None:
    """Return what the last import said of dumps that are still there and gave no article."""
    last, _ = state.load(f"{config.root}/{options.target.noted}")
    said = tuple(Problem(*values) for values in last.get("skipped", ()) if values[3] in watched)
    return ImportReport(skipped=tuple(one.path for one in said), problems=said) if said else None


def _dumps(watched: Mapping[str, snapshot.Stat]) -> dict[str, snapshot.Stat]:
    return {path: watched[path] for path in watched if path[: len(RAW)] == RAW}


def _raw(config: Config, dumps: Mapping[str, snapshot.Stat]) -> str:
    rules = fingerprint.of_value(config.rules)
    return f"{snapshot.digest(dumps)} {rules} {__version__}"


def _remember(
    config: Config,
    options: Options,
    done: Build,
    raw: str,
    texts: Mapping[str, snapshot.Stat],
) -> None:
    """Note that the site is up to date, and what is to be said of it, for `quick.look` to find.

    `raw` stands for the dumps that there were before import, and is empty where others came since;
    `texts` is what there was before translation. What came after that may not have been seen by
    them, and is left to the next build.
    """
    path = f"{config.root}/{options.target.noted}"
    last, _ = state.load(path)
    lines = [f"{problem.severity}: {problem}" for problem in done.problems]
    known = {
        "options": options.name,
        "environment": remembered.environment(),
        "mark": done.updated.mark,
        "report": (*lines, _total(done.updated, "nothing changed")),
    }
    found = done.imported.problems if done.imported else ()
    now = done.updated.watched
    skipped = [records.values(problem) for problem in found if problem.code == "import-skipped"]
    unread = any(problem.code == "import-unread" for problem in found)
    if unread or not raw:
        known["environment"] = raw = ""  # it is tried again by the next build
    if config.translation.enabled:
        translated, run = _content(now), done.translated
        ours = frozenset(run.written if run else ())
        came = now is not texts and _content(now, ours) != _content(texts, ours)
        if came or (run and not run.complete):
            known["environment"] = translated = ""  # it is tried again by the next build
    else:
        translated = ""
    last.put("done", known)
    if options.stages:  # else nothing is known of import and translation but what was noted last
        last.put("raw", raw)
        last.put("skipped", skipped)
        last.put("translated", translated)
    last.save(path)
