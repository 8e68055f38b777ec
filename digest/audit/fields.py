"""Front matter that nobody reads. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from digest.audit.catalogue import problem
from digest.model import Problem
from digest.store import FIELDS

SHARED = frozenset({"id", "date", "updated", "imported", "topics", "sources", "tags", "also"})
"""Fields that the original says for all languages."""

_FENCE = re.compile(r"---[ \t]*\r?")
_FIELD = re.compile(r"""(['"]?)([^\s'"#:?\-][^'":]*)\1[ \t]*:(?:[ \t\r]|$)""")


def field_lines(text: str) -> dict[str, int]:
    """Return the fields of a file's front matter, with their lines from 1."""
    lines = text.removeprefix("\ufeff").split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return {}
    found: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        if _FENCE.fullmatch(line):
            break
        if match := _FIELD.match(line):
            found.setdefault(match[2].strip(), number)
    return found


def field_problems(path: str, text: str, *, translation: bool) -> Iterator[Problem]:
    """Yield the fields that are read in no file, and those that a translation says in vain."""
    for name, line in field_lines(text).items():
        if name not in FIELDS:
            close = get_close_matches(name.lower(), FIELDS, 1, 0.6)
            hint = f'Did you mean "{close[0]}"?' if close else ""
            yield problem("unknown-field", f'nobody reads the field "{name}".', path, line, hint)
        elif translation and name in SHARED:
            message = f'nobody reads "{name}" in a translation: the original says it for all.'
            yield problem("unknown-field", message, path, line, "Take it out, or move it there.")
