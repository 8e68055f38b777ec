"""The account of a dump: what became of every one of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from digest.records import record

Kind = Literal[
    "blank", "headline", "standfirst", "byline", "place", "date", "caption", "credit", "body",
    "sources", "tags", "front matter", "repeat", "dropped", "unplaced",
]  # fmt: skip
"""What a line can become. `unplaced` lines belong to no article, and are reported."""


class Fate(NamedTuple):
    """One thing that became of a line; a line may have several: caption and credit."""

    kind: Kind
    of: int = 0
    """The line that a repeat repeats."""
    rule: str = ""
    """The rule that a line was dropped by."""
    paragraph: int = 0
    """Which block of the body a line is (a part of), from 1."""
    article: int = 0
    """Which article of the dump, from 1; 0 for none."""

    def __str__(self) -> str:
        """As a person reads it: `repeat of line 3`, `dropped by share-widget`, `body paragraph 2`."""
        if self.kind == "repeat":
            return f"repeat of line {self.of}"
        if self.kind == "dropped":
            return f"dropped by {self.rule}"
        if self.kind == "body":
            return f"body paragraph {self.paragraph}"
        return self.kind


class Entry(NamedTuple):
    """One line of a dump and what became of it."""

    line: int
    """From 1."""
    text: str
    """As it stands in the dump."""
    fates: tuple[Fate, ...]


@record
class Ledger:
    """The account of one dump."""

    dump: str
    """The dump's path, relative to the site."""
    encoding: str
    notes: tuple[str, ...]
    """What was guessed or mended: the encoding, NULs, doubtful headlines."""
    titles: tuple[str, ...]
    """The articles' headlines, in the order of the dump."""
    entries: tuple[Entry, ...]
    """One a line of the dump, in order."""


def as_text(ledger: Ledger, width: int = 100) -> str:
    """Return the account as a table, a line of the dump each, cut at `width` characters."""
    rows = [f"{ledger.dump} ({ledger.encoding}): {_count(len(ledger.titles), 'article')}"]
    rows += [f"  {n}. {title}" for n, title in enumerate(ledger.titles, 1)]
    rows += [f"  note: {note}" for note in ledger.notes]
    several = len(ledger.titles) > 1
    shown = [(entry, _fates(entry, several)) for entry in ledger.entries]
    column = max((len(fates) for _, fates in shown), default=0)
    number = len(str(len(shown)))
    for entry, fates in shown:
        row = (
            f"{entry.line:>{number}}  {fates:<{column}}  {_printable(entry.text[:width])}".rstrip()
        )
        rows.append(row if len(row) <= width else f"{row[: width - 1]}…")
    return "\n".join(rows) + "\n"


def as_json(ledgers: Sequence[Ledger]) -> str:
    """Return the accounts as JSON: a list of dumps, each with all of its lines."""
    import json

    return json.dumps([_value(ledger) for ledger in ledgers], ensure_ascii=False, indent=1) + "\n"


def _value(ledger: Ledger) -> dict[str, Any]:
    return {
        "dump": ledger.dump,
        "encoding": ledger.encoding,
        "notes": list(ledger.notes),
        "articles": list(ledger.titles),
        "lines": [
            {
                "line": entry.line,
                "text": entry.text,
                "became": [_fate(fate) for fate in entry.fates],
            }
            for entry in ledger.entries
        ],
    }


def _fate(fate: Fate) -> dict[str, Any]:
    return {name: value for name, value in fate._asdict().items() if value}


def _fates(entry: Entry, several: bool) -> str:
    articles = sorted({fate.article for fate in entry.fates if fate.article})
    which = f"{'+'.join(map(str, articles)) or '-'}: " if several else ""
    return which + ", ".join(str(fate) for fate in entry.fates)


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
