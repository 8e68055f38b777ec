"""Reads the pairs of texts in tests/data/translate/."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).parents[2] / "data" / "translate"


def good() -> list[tuple[str, str]]:
    """Return texts and correct translations of them."""
    found = []
    for block in _blocks("good.txt"):
        question, answer = (line for line in block if not line.startswith("# "))
        found.append((question, answer))
    return found


def bad() -> list[tuple[str, str, str]]:
    """Return texts, answers that are none, and the check that must find it."""
    return [
        (lines[0][2:], lines[1], lines[2] if len(lines) > 2 else "")
        for lines in _blocks("bad.txt")
        if len(lines) > 1
    ]


def _blocks(name: str) -> list[list[str]]:
    text = (_DATA / name).read_text("utf-8")
    several = [block.split("\n") for block in text.strip("\n").split("\n\n")]
    return [block for block in several if any(not line.startswith("# ") for line in block)]
