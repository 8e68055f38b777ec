"""Pages of the importer's tests, with what becomes of each line written beside it.

    == what the page shows
    Kuzey limanında grev başladı   → headline
    Yayınlanma: 22.07.2025         → date
    = date: 2025-07-22

A line that begins with `= ` states a field of the first article; an empty value means that it has
none. `= block: ## Kapılar kapalı` states a sub-head or a list (` / ` between its lines): the article
has no others.
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from digest.ingest import reading, rules
from digest.model import Story

RULES = rules.load()
MARKS = ("## ", "- ", "1. ")
"""What sub-heads and lists begin with."""


def read(pages: str) -> list[ParameterSet]:
    """Return each page as a test's parameter, named by what it shows."""
    parts = (part.partition("\n") for part in pages.split("== ")[1:])
    return [pytest.param(text.rstrip("\n"), id=name) for name, _, text in parts]


def check(page: str) -> None:
    """Import a page, and compare what became of its lines with what is written beside them."""
    lines = [line for line in page.rstrip("\n").split("\n") if not line.startswith("= ")]
    told = [line.partition(" → ") for line in lines]
    found = reading.read("\n".join(text.rstrip() for text, *_ in told).encode(), "", "tr", RULES)
    became = [", ".join(map(str, entry.fates)) for entry in found.ledger.entries]
    assert became == [fates or "blank" for *_, fates in told]
    stated = [line[2:].partition(":") for line in page.split("\n") if line.startswith("= ")]
    for name, _, value in stated:
        if name != "block":
            assert _field(found.stories[0], name) == value.strip(), name
    blocks = [block for story in found.stories[:1] for block in story.original.body.split("\n\n")]
    marked = [block.strip().replace("\n", " / ") for block in blocks if block.startswith(MARKS)]
    assert marked == [value.strip() for name, _, value in stated if name == "block"]


def _field(story: Story, name: str) -> str:
    if name == "sources":
        return ", ".join(source.name for source in story.sources)
    if name == "tags":
        return ", ".join(story.tags)
    value = getattr(story if name in {"date", "updated"} else story.original, name)
    return str(value)
