"""Gaps in the demo's sentences: places and people with Turkish suffixes, and numbers.

{place} {place:de} {person:in}    a name, with a suffix in Turkish
{n:20-90} {k:1100-4800} {d:1,2-3,9}   a number of that range, the same wherever the name is
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_GAP = re.compile(r"\{(\w+)(?::([^}]+))?\}")
_VOWELS = "aıoueiöü"
_NARROW = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_HARD = "çfhkpsşt"


@dataclass(frozen=True, slots=True)
class Name:
    """A place or a person as each language writes it."""

    original: str
    translation: str


def with_suffix(name: str, suffix: str) -> str:
    """Return a proper noun with `de`, `den`, `e`, `i` or `in`, in harmony: Kars’ta, Ordu’nun."""
    lower = name.replace("İ", "i").replace("I", "ı").lower().replace("â", "a")
    last = next(char for char in reversed(lower) if char in _VOWELS)
    wide, narrow = ("a" if last in "aıou" else "e"), _NARROW[last]
    hard, open_end = lower[-1] in _HARD, lower[-1] in _VOWELS
    forms = {
        "de": f"{'t' if hard else 'd'}{wide}",
        "den": f"{'t' if hard else 'd'}{wide}n",
        "e": f"{'y' if open_end else ''}{wide}",
        "i": f"{'y' if open_end else ''}{narrow}",
        "in": f"{'n' if open_end else ''}{narrow}n",
    }
    return f"{name}’{forms[suffix]}"


def filler(names: dict[str, Name], seed: str) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Return what fills the gaps of Turkish and of English texts, with the same numbers."""

    def value(found: re.Match[str], lang: str) -> str:
        gap, form = found[1], found[2] or ""
        if gap not in names:
            return _number(f"{seed} {gap}:{form}", form, lang)
        if lang == "tr":
            name = names[gap].original
            return with_suffix(name, form) if form else name
        return names[gap].translation

    return (
        lambda text: _GAP.sub(lambda found: value(found, "tr"), text),
        lambda text: _GAP.sub(lambda found: value(found, "en"), text),
    )


def _number(seed: str, span: str, lang: str) -> str:
    """Return a number of a span such as `20-90` or `1,2-3,9`, written as the language does."""
    least, most = span.split("-")
    if "," in span:
        tenths = random.Random(seed).randint(*(int(end.replace(",", "")) for end in (least, most)))
        point = "," if lang == "tr" else "."
        return f"{tenths // 10}{point}{tenths % 10}"
    number = random.Random(seed).randint(int(least), int(most))
    if number >= 10_000:
        number -= number % 100
    return f"{number:,}".replace(",", "." if lang == "tr" else ",")
