"""The sentences, words and names that bench stories are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Texts = tuple[str, str]
"""(Turkish, English)."""


@dataclass(frozen=True, slots=True)
class Store:
    """What text.yaml holds."""

    sentences: tuple[Texts, ...]
    """8 to 20 words each, with gaps as in `str.format`."""
    headlines: tuple[Texts, ...]
    subheads: tuple[Texts, ...]
    reference: Texts
    """A sentence with a link; its gap `{url}` is the report's address."""
    words: dict[str, tuple[Texts, ...]]
    """What may stand in a gap."""
    topics: tuple[Texts, ...]
    sources: tuple[str, ...]
    """Names of papers and agencies."""


@cache
def store() -> Store:
    """Read text.yaml, once."""
    path = Path(__file__).with_name("text.yaml")
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Store(
        sentences=_pairs(raw["sentences"]),
        headlines=_pairs(raw["headlines"]),
        subheads=_pairs(raw["subheads"]),
        reference=_pairs([raw["reference"]])[0],
        words={gap: _pairs(words) for gap, words in raw["words"].items()},
        topics=_pairs(raw["topics"]),
        sources=tuple(raw["sources"]),
    )


def _pairs(raw: list[dict[str, str]]) -> tuple[Texts, ...]:
    return tuple((pair["tr"], pair["en"]) for pair in raw)
