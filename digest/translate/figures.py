"""The numbers, shares and dates of a text, and how those of a translation differ. Pure.

Numbers are compared by what they mean, not by how they are written: `1.250,5` is `1,250.5`,
`59 bin` is 59,000, `üç kez` is three times. Words that may be something else than a number
(`altı` is six and under) can be matched, and need not be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from digest.translate import dates
from digest.translate.amounts import Amount, amounts
from digest.translate.language import Language, word_finder
from digest.translate.numerals import Value, written

_SIGN_BEFORE = re.compile(r"(?<!\S)% ?(\d+(?:[.,]\d+)*)(?![\d%])")
_SIGN_BEHIND = re.compile(r"(?<![\d%.,])(\d+(?:[.,]\d+)*) ?%(?!\w)")
_POWERS = (3, 4, 5, 6, 7, 8, 9, 12)
"""Powers of ten that some language has a word for."""
_ROUND = (25, 50, 75)
"""Percentages that are also called a half or quarters."""
_SPELT = 20
"""Numbers up to this one are written in words by many languages."""


class Figures(NamedTuple):
    """What a text states in numbers."""

    text: str
    amounts: tuple[Amount, ...]
    months: tuple[dates.Month, ...]
    weekdays: frozenset[int]
    many: frozenset[int]
    """Powers of ten of uncertain crowds: 1000 for `binlerce`."""


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
    )


def _without(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    for start, end, _ in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def differences(
    original: Figures, answer: Figures, source: Language, target: Language
) -> Iterator[str]:
    """Yield what the figures of a translation have lost, changed or invented."""
    yield from _missing(original, answer, target)
    yield from _invented(original, answer, source, target)
    if source.known and target.known:
        yield from _shares(original, answer)
        yield from _months(original, answer, target)
        yield from _crowds(original, answer)


def _missing(original: Figures, answer: Figures, target: Language) -> Iterator[str]:
    there = _stated(answer)
    said: Counter[frozenset[Value]] = Counter()
    for amount in original.amounts:
        meant = _meant(amount) if target.known else _any_power(amount.values)
        found = meant & there or _as_it_is(original, amount, answer)
        if amount.sure and not found and (target.known or _in_digits(amount)):
            yield f"the number {_shown(original, amount)} is missing"
        elif amount.sure and amount.digits and target.known:
            said[amount.values] += 1
            times = sum(bool(meant & _meant(one)) for one in answer.amounts)
            if 1 <= times < said[amount.values]:
                yield f"the number {_shown(original, amount)} is there less often"


def _invented(
    original: Figures, answer: Figures, source: Language, target: Language
) -> Iterator[str]:
    there = _stated(original)
    there |= {Fraction(month.number) for month in original.months if not target.known}
    if not (source.known and target.known):
        there |= _any_power(there)
    for amount in answer.amounts:
        found = (
            _meant(amount) & there
            or _as_it_is(answer, amount, original)
            or _in_parts(amount, there)
        )
        if amount.sure and not found and (source.known or _in_digits(amount)):
            yield f"the number {_shown(answer, amount)} is not in the original"


def _stated(figures: Figures) -> set[Value]:
    """Return all that a text's amounts may mean: of times, hour and minute too."""
    found = {value for amount in figures.amounts for value in amount.values}
    return found | {Fraction(part) for value in found if isinstance(value, tuple) for part in value}


def _meant(amount: Amount) -> set[Value]:
    """Return what an amount may mean: 50% is a half as well."""
    numbers = [value for value in amount.values if isinstance(value, Fraction) and amount.percent]
    return {*amount.values, *(value / 100 for value in numbers if value in _ROUND)}


def _as_it_is(figures: Figures, amount: Amount, other: Figures) -> bool:
    """Say whether a number word is part of a name that is the same in both: Dokuz Eylül."""
    word = figures.text[amount.start : amount.end]
    return not amount.digits and word[:1].isupper() and word in other.text


def _in_parts(amount: Amount, there: set[Value]) -> bool:
    """Say whether hour and minute of a time are stated apart, as in `9'u 20 geçe`."""
    times = [value for value in amount.values if isinstance(value, tuple)]
    return any(all(Fraction(part) in there for part in time) for time in times)


def _in_digits(amount: Amount) -> bool:
    """Say whether any language would write this amount in digits."""
    numbers = [value for value in amount.values if isinstance(value, Fraction)]
    return amount.digits and all(value > _SPELT for value in numbers)


def _any_power(values: Iterable[Value]) -> set[Value]:
    """Return the values, and what stands before a word for a power of ten: 59 of 59 bin."""
    numbers = [value for value in values if isinstance(value, Fraction)]
    return {*values, *(value / 10**power for value in numbers for power in _POWERS)}


def _shares(original: Figures, answer: Figures) -> Iterator[str]:
    ours = [one for one in original.amounts if one.percent and one.sure]
    theirs = [one for one in answer.amounts if one.percent and one.sure]
    if ours and not theirs and not any(_as_fraction(one, answer) for one in ours):
        yield f"the percentage {_shown(original, ours[0])} is no percentage any more"
    elif theirs and not any(one.percent for one in original.amounts):
        if not any(_as_fraction(one, original) for one in theirs):
            yield f"{_shown(answer, theirs[0])} is no percentage in the original"
    elif ours and theirs and not any(one.values & other.values for one in ours for other in theirs):
        yield f"the percentage {_shown(original, ours[0])} is missing"


def _as_fraction(amount: Amount, other: Figures) -> bool:
    """Say whether a percentage is a half or quarter in the other text."""
    numbers = [value for value in amount.values if isinstance(value, Fraction)]
    there = {value for one in other.amounts if not one.percent for value in one.values}
    return any(value in _ROUND and value / 100 in there for value in numbers)


def _months(original: Figures, answer: Figures, target: Language) -> Iterator[str]:
    theirs: dict[int, set[int]] = {}
    for month in answer.months:
        theirs.setdefault(month.number, set()).update(month.days)
    for month in original.months:
        name = target.months[month.number - 1][0].capitalize()
        days = theirs.get(month.number)
        if month.sure and days is None:
            yield f"the month {name} is missing"
        elif days and month.days and not month.days & days:
            yield f"{name} {min(month.days)} is missing"
    ours = {month.number for month in original.months}
    for month in answer.months:
        if month.sure and month.number not in ours:
            yield f"{target.months[month.number - 1][0].capitalize()} is not in the original"
    if original.weekdays - answer.weekdays and answer.weekdays - original.weekdays:
        wrong = min(answer.weekdays - original.weekdays)
        yield f"{target.weekdays[wrong].capitalize()} is not in the original"


def _crowds(original: Figures, answer: Figures) -> Iterator[str]:
    if original.many and answer.many and not original.many & answer.many:
        yield f"an uncertain number of about {min(answer.many):,} was {min(original.many):,}"


def _shown(figures: Figures, amount: Amount) -> str:
    return f'"{" ".join(figures.text[amount.start : amount.end].split())}"'


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
