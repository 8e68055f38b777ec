"""content/imported.yaml: which articles were imported, as which story, and from where. Pure.

One line an article, sorted, so that what git shows of an import is as short as the import:

    3fa85f6457174562: {id: 3fa85f645717, dump: "aa.txt", text: 9c1185a5c5e9fc54}

A key is the fingerprint of headline and body as they came; each version of an article has a
line of its own with the id of its story.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from digest.errors import IngestError

_HEAD = """\
# Which articles were imported, and from which dump: what is named here is not imported again,
# also when its article was deleted, renamed or edited. "digest import" writes this file.
"""
_ROW = re.compile(
    r'(?P<key>[0-9a-f]{16}): \{id: (?P<id>[\w-]{1,64}), dump: (?P<dump>"(?:[^"\\]|\\.)*"), '
    r"text: (?P<text>[0-9a-f]{16})\}"
)


class Row(NamedTuple):
    """One version of an imported article."""

    key: str
    """16 hex digits that stand for its headline and body."""
    id: str
    """Id of its story."""
    dump: str
    """Path of the dump, below content/raw/."""
    text: str
    """16 hex digits that stand for the text of the article file as import wrote it."""


def read(text: str, path: str) -> dict[str, Row]:
    """Return the rows by key. Raises IngestError with the line that is none."""
    found: dict[str, Row] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _ROW.fullmatch(line.rstrip())
        if match is None:
            raise IngestError(
                f'"{line[:60]}" is no line of this file.',
                path=path,
                line=number,
                hint="Take the line out, or restore the file from git.",
            )
        found[match["key"]] = Row(
            match["key"], match["id"], json.loads(match["dump"]), match["text"]
        )
    return found


def write(rows: Iterable[Row]) -> str:
    """Return the file's text, sorted by dump, then by story."""
    ordered = sorted(rows, key=lambda row: (row.dump, row.id, row.key))
    lines = (
        f"{row.key}: {{id: {row.id}, dump: {json.dumps(row.dump, ensure_ascii=False)}, text: {row.text}}}\n"
        for row in ordered
    )
    return _HEAD + "".join(lines)
