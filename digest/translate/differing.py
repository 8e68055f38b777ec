"""How the numbers, shares and dates of a translation differ from those of its original. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from digest.translate import measures
from digest.translate.amounts import Amount
from digest.translate.figures import Figures
from digest.translate.language import Language
from digest.translate.numerals import Value

_POWERS = (3, 4, 5, 6, 7, 8, 9, 12)
"""Powers of ten that some language has a word for."""
_ROUND = (10, 20, 25, 50, 75)
"""Percentages that are also called a tenth, a fifth, a quarter, a half."""
_SPELT = 20
"""Numbers up to this one are written in words by many languages."""


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
        yield from _measured(original, answer)


def _missing(original: Figures, answer: Figures, target: Language) -> Iterator[str]:
    there = _stated(answer)
    spans = measures.explained(original.spans, answer.spans)
    said: Counter[frozenset[Value]] = Counter()
    for amount in original.amounts:
        meant = _meant(amount) if target.known else _any_power(amount.values)
        found = meant & there or amount in spans or _as_it_is(original, amount, answer)
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
    there |= {value for amount in original.amounts for value in _meant(amount)}
    there |= {Fraction(month.number) for month in original.months if not target.known}
    if not (source.known and target.known):
        there |= _any_power(there)
    spans = measures.explained(answer.spans, original.spans)
    for amount in answer.amounts:
        found = (
            _meant(amount) & there
            or amount in spans
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
    none = not any(one.percent for one in answer.amounts)
    if ours and none and not any(_as_fraction(one, answer) for one in ours):
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


def _measured(original: Figures, answer: Figures) -> Iterator[str]:
    """Yield what is measured in another unit: three months for three years, euros for dollars."""
    for amount in measures.changed(original.spans, answer.spans):
        yield f"{_shown(original, amount)} is there with another unit"
    for one, other in answer.moves:
        for from_, to in original.moves:
            there = one.values & from_.values or other.values & to.values
            if not there and one.values & to.values and other.values & from_.values:
                shown = f"from {_shown(original, from_)} to {_shown(original, to)}"
                yield f"what goes {shown} goes the other way"
    for kind in sorted(original.units.keys() & answer.units.keys()):
        if not original.units[kind] & answer.units[kind]:
            units = " and ".join(sorted(answer.units[kind]))
            yield f"it is in {units}, and the original is not"


def _shown(figures: Figures, amount: Amount) -> str:
    return f'"{" ".join(figures.text[amount.start : amount.end].split())}"'
