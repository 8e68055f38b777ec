"""Months and dates in digits of a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from digest.translate.amounts import Amount
from digest.translate.language import Language

_NUMBER = re.compile(r"\d+")
_DAYS = r"(?:0?[1-9]|[12]\d|3[01])"
_PARTED = re.compile(r"\d[./-]\d")
_NUMERIC = re.compile(
    rf"(?<![\d.,/-])(?:(?P<year>[12]\d{{3}})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"
    rf"|(?P<one>{_DAYS})(?P<sign>[./-])(?P<two>{_DAYS})(?P=sign)(?P<other>[12]\d{{3}}|\d{{2}}))(?!\d|[.,/]\d)"
)


class Month(NamedTuple):
    """A month that a text names."""

    number: int
    """From 1."""
    days: frozenset[int]
    """Days of it that stand beside it."""
    sure: bool
    """Whether it is a month without doubt."""


def numeric(text: str, of: Language) -> tuple[str, list[Amount], list[Month]]:
    """Return the text with dates in digits blanked, and the amounts and months that they are.

    Where it is not known whether the day or the month comes first, both are allowed for.
    """
    amounts: list[Amount] = []
    months: list[Month] = []
    for match in _NUMERIC.finditer(text) if _PARTED.search(text) else ():
        year, one, two, day_first = _parts(match, of)
        years = {year} if year > 99 else {year, 1900 + year, 2000 + year}
        days = {one} if day_first else {one, two}
        amounts += (
            Amount(*match.span(), frozenset(map(Fraction, values)), sure, True)
            for values, sure in ((days, day_first), (years, True))
        )
        numbers = {two} if day_first else {one, two}
        months += (Month(number, frozenset(days), day_first) for number in numbers if number <= 12)
        text = f"{text[: match.start()]}{' ' * len(match[0])}{text[match.end() :]}"
    return text, amounts, months


def _parts(match: re.Match[str], of: Language) -> tuple[int, int, int, bool]:
    """Return year, day, month and whether these two are surely not the other way round."""
    if match["year"]:
        return int(match["year"]), int(match["d"]), int(match["m"]), True
    one, two, year = int(match["one"]), int(match["two"]), int(match["other"])
    return year, one, two, of.turkish or match["sign"] == "." or one > 12


def holidays(text: str, of: Language) -> tuple[str, list[Amount], list[Month]]:
    """Return the text with names of days blanked, and the days and months that these are."""
    amounts: list[Amount] = []
    months: list[Month] = []
    lowered = of.lower(text)
    for name, (number, day) in of.holidays.items():
        at = lowered.find(name)
        if at >= 0:
            amounts.append(Amount(at, at, frozenset((Fraction(day),)), False, False))
            months.append(Month(number, frozenset((day,)), False))
            text = f"{text[:at]}{' ' * len(name)}{text[at + len(name) :]}"
    return text, amounts, months


def months(text: str, of: Language) -> Iterator[Month]:
    """Yield the months that the text names, with the days that stand beside each."""
    if not of.months:
        return
    lowered = of.lower(text)
    if not any(name in lowered for names in of.months for name in names):
        return
    for match in _month_pattern(of).finditer(lowered):
        if of.months_capital and not text[match.start()].isupper():
            continue
        number = next(n for n, names in enumerate(of.months, 1) if match["name"] in names)
        before, after = lowered[: match.start()][-40:], lowered[match.end() :][:40]
        days, beside = _days(before, after, of)
        cue = bool(of.month_cue and _beside(of).cue.match(after))
        yield Month(number, days, beside or cue)


def _days(before: str, after: str, of: Language) -> tuple[frozenset[int], bool]:
    """Return the days beside a month, and whether a day or a year stands there at all."""
    patterns = _beside(of)
    front, back = patterns.front.search(before), patterns.back.match(after)
    found = " ".join(part[1] for part in (front, back) if part)
    days = frozenset(int(day) for day in _NUMBER.findall(found) if int(day) <= 31)
    return days, bool(front or back or patterns.year.match(after))


class _Beside(NamedTuple):
    """What stands beside a month."""

    front: re.Pattern[str]
    back: re.Pattern[str]
    year: re.Pattern[str]
    cue: re.Pattern[str]


@cache
def _beside(of: Language) -> _Beside:
    links = "|".join(map(re.escape, of.links)) or "(?!)"
    ending = r"(?:st|nd|rd|th|\.|['’]\w{1,4})?"
    chain = rf"{_DAYS}{ending}(?:\s?(?:[-–/,&]|(?:{links}))\s?{_DAYS}{ending})*"
    return _Beside(
        re.compile(rf"(?<![\d.,])({chain})\s(?:of\s)?$"),
        re.compile(rf"[\s-]({chain})(?![\d:]|[.,]\d|\s?%)"),
        re.compile(r",?\s(?:of\s)?[12]\d{3}(?!\d)"),
        re.compile(rf"\s(?:{of.month_cue or '(?!)'})(?!\w)"),
    )


@cache
def _month_pattern(of: Language) -> re.Pattern[str]:
    ending = r"(?:['’]?[a-zçğıöşü]{1,4})?" if of.turkish else r"(?:['’]s|\.)?"
    longest_first = sorted((n for names in of.months for n in names), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?P<name>{'|'.join(longest_first)}){ending}(?![\w])")
