"""What was measured, kept in results.json so that charts can show every size of site."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from bench.measure import Sample

FILE = Path(__file__).with_name("results.json")

Rounds = list[list[tuple[float, float]]]
"""For each round, (wall, cpu) seconds of each run."""


@dataclass(slots=True)
class Result:
    """One run of the bench on a number of stories."""

    stories: int
    date: str
    """YYYY-MM-DD."""
    machine: str
    """Processor, cores and memory."""
    versions: dict[str, str]
    rows: dict[str, Rounds] = field(default_factory=dict)
    """By work: `hugo clean`, `clean full`, `edit` …"""
    memory: dict[str, int] = field(default_factory=dict)
    """Peak bytes, by work."""
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    """(files, bytes) of the built site, by work."""

    def add(self, work: str, samples: list[Sample]) -> None:
        """Take in a round's runs of one kind of work."""
        self.rows.setdefault(work, []).append([(run.wall, run.cpu) for run in samples])

    def all(self, work: str, column: int = 0) -> list[float]:
        """Return the seconds of every run: wall (0) or cpu (1)."""
        return [run[column] for runs in self.rows.get(work, []) for run in runs]

    def median(self, work: str, column: int = 0) -> float:
        """Return the median of `all`."""
        return median(self.all(work, column))

    def ratio(self, work: str, to: str, column: int = 0) -> tuple[float, float, float] | None:
        """Return median, least and greatest ratio of two works' seconds in the same round."""
        pairs = zip(self.rows.get(work, []), self.rows.get(to, []), strict=False)
        found = [_middle(mine, column) / _middle(theirs, column) for mine, theirs in pairs]
        return (median(found), min(found), max(found)) if found else None


def _middle(runs: list[tuple[float, float]], column: int) -> float:
    return median(run[column] for run in runs)


def load() -> dict[int, Result]:
    """Return the kept results by number of stories."""
    if not FILE.exists():
        return {}
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    return {entry["stories"]: Result(**entry) for entry in raw}


def save(results: dict[int, Result]) -> None:
    """Keep these results."""
    entries = [asdict(results[count]) for count in sorted(results)]
    FILE.write_text(json.dumps(_rounded(entries), indent=1) + "\n", encoding="utf-8")


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value
