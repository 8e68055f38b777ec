"""Findings as a person reads them, and as programs do."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from fnmatch import fnmatchcase

from digest.config import Silence
from digest.model import Problem, Severity

_ORDER: tuple[Severity, ...] = ("error", "warning", "note")


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the findings in the order of their places, each once."""
    return tuple(
        sorted(set(problems), key=lambda p: (p.path, p.line, p.code, p.message, p.severity, p.hint))
    )


def heard(problems: Iterable[Problem], silenced: Iterable[Silence]) -> tuple[Problem, ...]:
    """Return the findings that config.yaml does not silence."""
    rules = tuple(silenced)
    return tuple(p for p in problems if not any(_silences(rule, p) for rule in rules))


def misspelt(silenced: Iterable[Silence], codes: Collection[str]) -> Iterator[Problem]:
    """Yield the codes that config.yaml silences and that no finding bears."""
    for rule in silenced:
        if rule.code not in codes:
            close = get_close_matches(rule.code, codes, 1, 0.5)
            hint = f'Did you mean "{close[0]}"?' if close else "docs/checks.md lists all codes."
            message = f'check.silence names "{rule.code}", which no finding bears.'
            yield Problem("warning", "config", message, "config.yaml", 0, hint)


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line a finding, and a last line that counts them."""
    found = tuple(problems)
    lines = [f"{p.severity}: {p} [{p.code}]" for p in found]
    counts = Counter(p.severity for p in found)
    total = ", ".join(_counted(counts[name], name) for name in _ORDER if counts[name])
    return "\n".join((*lines, f"{total or 'Nothing'} found."))


def as_json(problems: Iterable[Problem]) -> str:
    """Return a list of objects: severity, code, path, line, message, hint."""
    found = [
        {
            "severity": p.severity,
            "code": p.code,
            "path": p.path,
            "line": p.line,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _silences(rule: Silence, problem: Problem) -> bool:
    return rule.code == problem.code and (not rule.path or fnmatchcase(problem.path, rule.path))


def _counted(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
