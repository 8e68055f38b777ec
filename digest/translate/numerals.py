"""What a number in digits can mean: `1.250,5` is 1250.5 in Turkish, and 1.250 is 1250. Pure."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from digest.translate.language import Language

Value = Fraction | tuple[int, int] | str
"""A number, a time of day as (hour, minute), or signs that mean themselves (an address)."""

DIGITS = r"\d+(?:[.,٫٬]\d+)*"
_LONGEST = 40
"""Longer rows of digits are compared as they stand."""
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")


@lru_cache(maxsize=4096)
def meanings(raw: str, of: Language) -> frozenset[Value]:
    """Return what digits with their separators can mean in a language.

    One meaning, but where a point can part hours and minutes, and where it is not known what
    the language's separators are.
    """
    if len(raw) > _LONGEST:
        return frozenset((raw,))
    found: set[Value] = set(_numbers(raw, of))
    if clock := _CLOCK.fullmatch(raw):
        found.add((int(clock[1]), int(clock[2])))
        if clock[2] == "00":
            found.add(Fraction(int(clock[1])))
    return frozenset(found or {raw})


def _numbers(raw: str, of: Language) -> set[Fraction]:
    raw = raw.replace("٫", of.decimal or ".").replace("٬", of.group or ",")
    if raw.isdigit():
        return {Fraction(int(raw))}
    pairs = [(of.group, of.decimal)] if of.known else [(".", ","), (",", ".")]
    strict = {_read(raw, group, decimal) for group, decimal in pairs}
    found = {value for value in strict if value is not None}
    return found or _lenient(raw)


def _read(raw: str, group: str, decimal: str) -> Fraction | None:
    """Return what the digits mean by the rule, or None where they break it."""
    whole, _, decimals = raw.partition(decimal)
    if not (decimals == "" or decimals.isdigit()):
        return None
    if not whole.isdigit():
        if not re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+", whole):
            return None
        whole = whole.replace(group, "")
    return _fraction(whole, decimals)


def _lenient(raw: str) -> set[Fraction]:
    """Return what digits mean that break the rule, where only one thing can be meant."""
    parts = re.split(r"[.,]", raw)
    if len(parts) == 2 and (len(parts[1]) != 3 or parts[0] == "0"):
        return {_fraction(parts[0], parts[1])}
    signs = re.findall(r"[.,]", raw)
    groups, last = parts[1:-1], parts[-1]
    if len(parts) > 2 and all(len(part) == 3 for part in groups):
        if len(set(signs)) == 1 and len(last) == 3:
            return {_fraction("".join(parts), "")}
        if len(set(signs[:-1])) == 1 and signs[-1] != signs[0]:
            return {_fraction("".join(parts[:-1]), last)}
    return set()


def _fraction(whole: str, decimals: str) -> Fraction:
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def written(value: Fraction, raw: str, of: Language) -> str:
    """Return digits that mean this value as another language writes them, with as many decimals."""
    digits = re.sub(r"\D", "", raw)
    decimals = 0 if Fraction(int(digits)) == value else len(re.split(r"\D", raw)[-1])
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):,.{decimals}f}"
    return "".join({",": of.group, ".": of.decimal}.get(char, char) for char in text)
