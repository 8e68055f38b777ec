"""The numbers, shares and dates of a text, and how those of a translation differ. Pure.

Numbers are compared by what they mean, not by how they are written: `1.250,5` is `1,250.5`,
`59 bin` is 59,000, `üç kez` is three times. Words that may be something else than a number
(`altı` is six and under) can be matched, and need not be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from digest.translate import dates
from digest.translate.amounts import Amount, amounts
from digest.translate.language import Language, idiom_finder, many_finder
from digest.translate.numerals import Value, written

_POWERS = (3, 4, 5, 6, 7, 8, 9, 12)
"""Powers of ten that some language has a word for."""
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
    text = _without(text, idiom_finder(of.code)(text))
    rest, dated, named = dates.numeric(text, of)
    crowds = many_finder(of.code)(rest)
    crowd = frozenset(power for _, _, word in crowds for power in of.many[word])
    found = sorted((*dated, *amounts(_without(rest, crowds), of)), key=lambda one: one.start)
    for month, day in of.holidays.values() if of.holidays else ():
        if any(name in of.lower(rest) for name, date in of.holidays.items() if date == (month, day)):
            found.append(Amount(0, 0, frozenset((Fraction(day),)), False, False))
    months = (*named, *dates.months(rest, of))
    return Figures(text, tuple(found), months, dates.weekdays(text, of), crowd)


def _without(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    for start, end, _ in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def differences(original: Figures, answer: Figures, source: Language, target: Language) -> Iterator[str]:
    """Yield what the figures of a translation have lost, changed or invented."""
    yield from _missing(original, answer, target)
    yield from _invented(original, answer, source, target)
    if source.known and target.known:
        yield from _shares(original, answer)
        yield from _months(original, answer, target)
        yield from _crowds(original, answer)


def _missing(original: Figures, answer: Figures, target: Language) -> Iterator[str]:
    there = {value for amount in answer.amounts for value in amount.values}
    for amount in original.amounts:
        meant = amount.values if target.known else _any_power(amount.values)
        if amount.sure and not meant & there and (target.known or _in_digits(amount)):
            yield f"the number {_shown(original, amount)} is missing"


def _invented(
    original: Figures, answer: Figures, source: Language, target: Language
) -> Iterator[str]:
    there = {value for amount in original.amounts for value in amount.values}
    there |= {Fraction(month.number) for month in original.months if not target.known}
    if not (source.known and target.known):
        there |= _any_power(there)
    for amount in answer.amounts:
        if amount.sure and not amount.values & there and (source.known or _in_digits(amount)):
            yield f"the number {_shown(answer, amount)} is not in the original"


def _in_digits(amount: Amount) -> bool:
    """Say whether any language would write this amount in digits."""
    numbers = [value for value in amount.values if isinstance(value, Fraction)]
    return amount.digits and all(value > _SPELT for value in numbers)


def _any_power(values: Iterable[Value]) -> set[Value]:
    """Return the values, and what stands before a word for a power of ten: 59 of 59 bin."""
    numbers = [value for value in values if isinstance(value, Fraction)]
    return {*values, *(value / 10**power for value in numbers for power in _POWERS)}


def _shares(original: Figures, answer: Figures) -> Iterator[str]:
    ours = [amount for amount in original.amounts if amount.percent]
    theirs = [amount for amount in answer.amounts if amount.percent]
    values = {value for amount in theirs for value in amount.values}
    if ours and not theirs:
        yield f"the percentage {_shown(original, ours[0])} is no percentage any more"
    elif theirs and not ours:
        yield f"{_shown(answer, theirs[0])} is no percentage in the original"
    elif ours and not any(amount.values & values for amount in ours):
        yield f"the percentage {_shown(original, ours[0])} is missing"


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
        return re.sub(r"(?<!\S)% ?(\d+(?:[.,]\d+)*)(?![\d%])", r"\1%", text)
    if source.percent_sign == "after" and target.percent_sign == "before":
        return re.sub(r"(?<![\d%.,])(\d+(?:[.,]\d+)*) ?%(?!\w)", r"%\1", text)
    return text
