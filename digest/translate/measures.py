"""Spans of time, sums and units of a text, and how those of a translation differ. Pure.

A span may be said in another way: `12 yıl 6 ay` is twelve and a half years, `üç aylık` quarterly,
`iki hafta` a fortnight. What it is may not change: three years are not three months.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from digest.translate.amounts import Amount
from digest.translate.language import Language, Length

_TIME = ("m", "s")
Word = tuple[int, int, str]
"""Where a word begins and ends, and which it is."""


class Span(NamedTuple):
    """A span of time or a sum, of one amount or several: `12 yıl 6 ay`, `3 lira 20 kuruş`."""

    amounts: tuple[Amount, ...]
    """Those that it is made of; none where the unit stands alone: `quarterly`."""
    lengths: frozenset[Length]
    """How long or how much it may be."""


def spans(
    text: str, of: Language, amounts: Sequence[Amount], words: Iterable[Word]
) -> tuple[Span, ...]:
    """Return the spans of time that these amounts and words of a text make."""
    units = {start: (end, word) for start, end, word in words if word in of.lengths}
    found: list[Span] = []
    last = 0
    for amount in amounts if units else ():
        gap = _patterns(of).gap.match(text, amount.end)
        if gap and gap.end() in units:
            end, word = units.pop(gap.end())
            rest, behind = _rest(text, end, word, of)
            span = Span((amount,), _product(amount, of.lengths[word], rest))
            if found and last and _goes_on(text[last : amount.end], amount, of):
                found[-1:] = _joined(found[-1], span)
            else:
                found.append(span)
            # A suffix ends a span: `4 saatten 80 dakikaya` are two.
            last = behind if not of.turkish or end - gap.end() == len(word) else 0
    for end, word in units.values():
        rest, _ = _rest(text, end, word, of)
        times = [one for one in of.lengths[word] if one.unit in _TIME]
        found.append(Span((), frozenset(Length(one.unit, one.size * (1 + rest)) for one in times)))
    return tuple(found)


def _goes_on(text: str, amount: Amount, of: Language) -> bool:
    """Say whether an amount at the end of this text belongs to the span before it.

    An article does only behind the joint: `a year and a month`, but `24 hours a day`.
    """
    size = amount.end - amount.start
    beside = _patterns(of).joint.fullmatch(text[:-size])
    is_article = of.article and re.fullmatch(of.article, text[-size:], re.IGNORECASE)
    return bool(beside and (beside[0].strip(" ,") or not is_article))


def _product(amount: Amount, units: Iterable[Length], rest: Fraction) -> frozenset[Length]:
    counts = [value + rest for value in amount.values if isinstance(value, Fraction)]
    return frozenset(Length(one.unit, one.size * count) for one in units for count in counts)


def _rest(text: str, at: int, word: str, of: Language) -> tuple[Fraction, int]:
    """Return what is added behind a word for time, as in `a year and a half`, and where it ends."""
    found = _patterns(of).rest.match(text, at) if of.lengths[word][0].unit in _TIME else None
    return (of.rests[found[1].lower()], found.end()) if found else (Fraction(0), at)


def _joined(one: Span, other: Span) -> tuple[Span, ...]:
    """Return the sum of two spans that stand together, or both: `2 yıl 6 ay`, `2 yıl 3 gün`."""
    sums = frozenset(
        Length(a.unit, a.size + b.size)
        for a in one.lengths
        for b in other.lengths
        if a.unit == b.unit
    )
    return (Span((*one.amounts, *other.amounts), sums),) if sums else (one, other)


def explained(ours: Sequence[Span], theirs: Sequence[Span]) -> frozenset[Amount]:
    """Return the amounts of all spans that the others have as well, in whatever units."""
    known = {length for span in theirs for length in span.lengths}
    return frozenset(amount for span in ours if span.lengths & known for amount in span.amounts)


def changed(ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[Amount]:
    """Yield amounts of spans that are there with another unit alone: `3 yıl` as three months."""
    fine, known = explained(theirs, ours), explained(ours, theirs)
    others = {
        value for span in theirs for one in span.amounts if one not in fine for value in one.values
    }
    for span in ours:
        for amount in span.amounts:
            if amount.sure and amount not in known and amount.values & others:
                yield amount


def moves(text: str, of: Language, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Yield the numbers between which something moves: `50'den 47'ye`, from 50 to 47."""
    patterns = _patterns(of)
    for at in range(len(amounts) - 1):
        one, other = amounts[at : at + 2]
        if of.turkish:
            ends = (text[one.end : other.start], text[other.end :])
            found = patterns.leaving.match(ends[0]) and patterns.reaching.match(ends[1])
        else:
            ends = (text[: one.start], text[one.end : other.start])
            found = patterns.leaving.search(ends[0]) and patterns.reaching.search(ends[1])
        if found:
            yield one, other


@cache
def unit_finder(of: Language) -> re.Pattern[str]:
    """Return what finds the signs of money."""
    return re.compile("[" + "".join(of.signs) + "]" if of.signs else "(?!)")


def units(text: str, of: Language, words: Iterable[Word]) -> dict[str, frozenset[str]]:
    """Return the units that the text names, by what they measure: money, length, weight."""
    named = [of.measures[word] for _, _, word in words if word in of.measures]
    named += [of.signs[sign] for sign in unit_finder(of).findall(text)]
    found: dict[str, set[str]] = {}
    for several in named:
        for one in several:
            kind, _, unit = one.partition(":")
            found.setdefault(kind, set()).add(unit)
    return {kind: frozenset(several) for kind, several in found.items()}


class _Patterns(NamedTuple):
    gap: re.Pattern[str]
    """What stands between a number and its unit."""
    rest: re.Pattern[str]
    joint: re.Pattern[str]
    """What stands between the parts of one span."""
    leaving: re.Pattern[str]
    reaching: re.Pattern[str]


@cache
def _patterns(of: Language) -> _Patterns:
    article = rf"|\s(?:of\s)?(?:{of.article})\s" if of.article else ""
    joint = rf"(?:{of.joint}\s)?" if of.joint else ""
    rests = "|".join(map(re.escape, of.rests)) or "(?!)"
    return _Patterns(
        re.compile(rf"[\s-]{article}", re.IGNORECASE),
        re.compile(rf"\s({rests})(?!\w)", re.IGNORECASE),
        re.compile(rf",?\s{joint}", re.IGNORECASE),
        re.compile(of.leaving, re.IGNORECASE),
        re.compile(of.reaching, re.IGNORECASE),
    )
