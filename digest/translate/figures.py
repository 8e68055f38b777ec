"""The numbers, shares and dates of a text. Pure.

Numbers are compared by what they mean, not by how they are written: `1.250,5` is `1,250.5`,
`59 bin` is 59,000, `üç kez` is three times. Words that may be something else than a number
(`altı` is six and under) can be matched, and need not be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from digest.translate import dates, measures
from digest.translate.amounts import Amount, amounts
from digest.translate.language import Language, word_finder
from digest.translate.numerals import written

_SIGN_BEFORE = re.compile(r"(?<!\S)% ?(\d+(?:[.,]\d+)*)(?![\d%])")
_SIGN_BEHIND = re.compile(r"(?<![\d%.,])(\d+(?:[.,]\d+)*) ?%(?!\w)")


class Figures(NamedTuple):
    """What a text states in numbers."""

    text: str
    amounts: tuple[Amount, ...]
    months: tuple[dates.Month, ...]
    weekdays: frozenset[int]
    many: frozenset[int]
    """Powers of ten of uncertain crowds: 1000 for `binlerce`."""
    spans: tuple[measures.Span, ...] = ()
    moves: tuple[tuple[Amount, Amount], ...] = ()
    """Numbers between which something moves."""
    units: Mapping[str, frozenset[str]] = {}
    """Units by what they measure."""


@lru_cache(maxsize=256)
def figures(text: str, of: Language) -> Figures:
    """Return the numbers, months and weekdays that the text states."""
    words = word_finder(of.code)(text) if of.known else ()
    idle = [one for one in words if one[2] in of.idioms]
    crowds = [one for one in words if one[2] in of.many]
    text = _without(text, idle)
    rest, feasts, feast_months = dates.holidays(text, of)
    rest, dated, named = dates.numeric(rest, of)
    counted = amounts(_without(rest, crowds), of, [one for one in words if one not in crowds])
    found = sorted((*feasts, *dated, *counted), key=lambda one: one.start)
    return Figures(
        text,
        tuple(found),
        (*feast_months, *named, *dates.months(rest, of)),
        frozenset(of.weekdays.index(word) for _, _, word in words if word in of.weekdays),
        frozenset(power for _, _, word in crowds for power in of.many[word]),
        measures.spans(text, of, counted, words),
        tuple(measures.moves(text, of, counted)),
        measures.units(text, of, words),
    )


def _without(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    for start, end, _ in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def localised(original: Figures, answer: Figures, source: Language, target: Language) -> str:
    """Return the translation with numbers that the engine merely copied written its own way.

    `1.250` of a Turkish text says 1250, and copied into an English one 1.25; `%20` is 20%.
    """
    text = answer.text
    if not (source.known and target.known):
        return text
    copied = {original.text[one.start : one.end]: one for one in original.amounts if one.digits}
    for amount in reversed(answer.amounts):
        raw = text[amount.start : amount.end]
        meant = copied[raw].values if raw in copied else frozenset()
        value = next(iter(meant), None)
        if len(meant) == 1 and isinstance(value, Fraction) and not raw.isdigit():
            text = f"{text[: amount.start]}{written(value, raw, target)}{text[amount.end :]}"
    if source.percent_sign == "before" and target.percent_sign == "after":
        return _SIGN_BEFORE.sub(r"\1%", text) if "%" in text else text
    if source.percent_sign == "after" and target.percent_sign == "before":
        return _SIGN_BEHIND.sub(r"%\1", text)
    return text
