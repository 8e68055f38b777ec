"""Amounts that a text states, in digits and in words: `2 milyon 300 bin`, `twenty-five`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from digest.records import record
from digest.translate.language import Language, word_finder
from digest.translate.numerals import Value
from digest.translate.tokens import Token, tokens


@record
class Amount:
    """A number that a text states."""

    start: int
    end: int
    values: frozenset[Value]
    """What it may mean; it is matched by an amount that may mean one of the same."""
    sure: bool
    """Whether it must have its counterpart in a translation."""
    digits: bool
    """Whether it is written in digits, at least in part."""
    scale: int = 1
    """The power of ten that it ends in, in words: 1000 of `6 bin`."""
    percent: bool = False
    """Whether it is a share of a hundred."""


class _Sum(NamedTuple):
    """A number under way: `2 milyon` and `300` of `2 milyon 300 bin`."""

    total: Fraction = Fraction(0)
    group: Fraction | None = None
    scale: int = 0
    """The scale before, 0 when there is none."""


def amounts(
    text: str, of: Language, known: Iterable[tuple[int, int, str]] | None = None
) -> tuple[Amount, ...]:
    """Return the amounts that the text states, in order.

    `known` are the words of the language in it, where they have been looked for already.
    """
    words = tokens(text, of, word_finder(of.code)(text) if known is None else known)
    found: list[Amount] = []
    at = 0
    while at < len(words):
        count, amount = _amount(words[at:], text, of)
        found.append(amount)
        at += count
    return _percentages(text, of, _ranges(text, of, found))


def _amount(words: list[Token], text: str, of: Language) -> tuple[int, Amount]:
    """Return how many of these words the first amount is made of, and the amount."""
    first = words[0]
    if first.kind == "also":
        return _share(words, text, of)
    if first.kind == "half":
        return 1, _and_a_half(first, text, of)
    count = 1
    so_far: _Sum | None = None
    while count < len(words) and not words[count - 1].last:
        if not _adjacent(words[count - 1], words[count], text, of):
            break
        so_far = so_far or _joined(_Sum(), first)
        after = _joined(so_far, words[count]) if so_far else None
        if after is None:
            break
        so_far, count = after, count + 1
    used = words[:count]
    value = so_far.total + (so_far.group or 0) if so_far and count > 1 else None
    values = first.values if value is None else frozenset((value,))
    if of.article and count == 1 and first.kind == "word" and first.last and (first.value or 0) > 2:
        values |= {1 / Fraction(first.value or 1)}  # a tenth
    digits = any(word.kind == "digits" for word in used)
    sure = digits or count > 1 or first.sure
    ending = used[-1].value if used[-1].kind == "scale" and count > 1 else None
    amount = Amount(first.start, used[-1].end, values, sure, digits, int(ending or 1))
    return count, _of_the_clock(amount, text, of)


def _joined(so_far: _Sum, word: Token) -> _Sum | None:
    """Return the number with one more word, or None where that is another number."""
    value, group = word.value, so_far.group
    if value is None or word.kind == "also":
        return None
    if word.kind == "half":
        return None if group is None else so_far._replace(group=group + value)
    if word.kind == "scale":
        return _scaled(so_far, int(value))
    if group is None:
        beyond = word.kind == "digits" and value >= 1000
        fits = not so_far.scale or (value < so_far.scale and not beyond)
        return so_far._replace(group=value) if fits else None
    after_tens = 0 < value < 10 <= group % 100 and group % 10 == 0
    after_hundreds = group >= 100 > value and group % 100 == 0
    fits = word.kind == "word" and (after_tens or after_hundreds)
    return so_far._replace(group=group + value) if fits else None


def _scaled(so_far: _Sum, scale: int) -> _Sum | None:
    group = Fraction(1) if so_far.group is None else so_far.group
    if scale < 1000:
        fits = so_far.group is None or group < scale
        return so_far._replace(group=group * scale) if fits else None
    fits = not so_far.scale or scale < so_far.scale
    return _Sum(so_far.total + group * scale, None, scale) if fits else None


def _adjacent(before: Token, after: Token, text: str, of: Language) -> bool:
    """Say whether two words can belong to one number, by what stands between them."""
    gap = text[before.end : after.start].lower()
    if after.kind == "digits":
        return gap == " " and before.kind == "scale"
    if before.kind == "digits":
        return after.kind in ("scale", "half") and gap in (" ", "-", "")
    return gap in (" ", "-") or (gap == f" {of.joint} " and before.kind == "scale")


def _share(words: list[Token], text: str, of: Language) -> tuple[int, Amount]:
    """Return a word that may be a number; or, of `half a million`, the whole."""
    first = words[0]
    for count, word in enumerate(words[1:3], 2):
        gap = rf"\s+(?:{of.article or '(?!)'}\s+)?"
        if (
            word.kind == "scale"
            and word.value
            and first.values == {Fraction(1, 2)}
            and re.fullmatch(gap, text[first.end : word.start], re.IGNORECASE)
        ):
            value = frozenset((word.value / 2,))
            return count, Amount(first.start, word.end, value, True, False)
    return 1, Amount(first.start, first.end, first.values, False, False)


def _and_a_half(half: Token, text: str, of: Language) -> Amount:
    """Return the half that stands alone, or all of `a year and a half`."""
    article = of.article or "(?!)"
    lead = re.search(rf"(?<!\w){article}\s+\w+\s+$", text[: half.start], re.IGNORECASE)
    values = {Fraction(1, 2), Fraction(3, 2)} if lead else {Fraction(1, 2)}
    return Amount(half.start, half.end, frozenset(values), False, False)


def _of_the_clock(amount: Amount, text: str, of: Language) -> Amount:
    """Return the amount with its meanings as a time, where a half of the day is named behind it."""
    if of.morning and _patterns(of).morning.match(text, amount.end):
        times: set[Value] = {
            (0, value[1]) for value in amount.values if isinstance(value, tuple) and value[0] == 12
        }
        return replace(amount, values=amount.values | times) if times else amount
    if not of.afternoon or not _patterns(of).afternoon.match(text, amount.end):
        return amount
    values = set(amount.values)
    for value in amount.values:
        if isinstance(value, tuple):
            values.add((value[0] % 12 + 12, value[1]))
        elif isinstance(value, Fraction) and value.denominator == 1 and value <= 12:
            hour = int(value) % 12 + 12
            values |= {Fraction(hour), (hour, 0)}
    return replace(amount, values=frozenset(values))


def _ranges(text: str, of: Language, found: list[Amount]) -> list[Amount]:
    """Return the amounts with the 5 of `5-6 bin` allowed to be 5000."""
    link = _patterns(of).link
    for at in range(len(found) - 1):
        one, other = found[at : at + 2]
        if one.scale == 1 < other.scale and link.fullmatch(text[one.end : other.start]):
            scaled = {value * other.scale for value in one.values if isinstance(value, Fraction)}
            found[at] = replace(one, values=one.values | scaled)
    return found


def _percentages(text: str, of: Language, found: list[Amount]) -> tuple[Amount, ...]:
    """Return the amounts with percentages marked; in a list or range, all of its members."""
    if not _patterns(of).percent.search(of.lower(text)):
        return tuple(found)
    marked = [
        replace(amount, percent=True) if _is_percent(text, of, amount) else amount
        for amount in found
    ]
    link = _patterns(of).link
    for order in (range(1, len(marked)), range(len(marked) - 1, 0, -1)):
        for at in order:
            one, other = marked[at - 1], marked[at]
            if one.percent != other.percent and link.fullmatch(text[one.end : other.start]):
                marked[at - 1], marked[at] = (replace(x, percent=True) for x in (one, other))
    return tuple(marked)


def _is_percent(text: str, of: Language, amount: Amount) -> bool:
    patterns = _patterns(of)
    before = of.lower(text[max(0, amount.start - 12) : amount.start])
    after = of.lower(text[amount.end : amount.end + 20])
    if of.points and patterns.points.match(after):
        return False
    return bool(patterns.percent_before.search(before) or patterns.percent_after.match(after))


class _Patterns(NamedTuple):
    afternoon: re.Pattern[str]
    morning: re.Pattern[str]
    points: re.Pattern[str]
    percent: re.Pattern[str]
    """What any percentage has before or behind it."""
    percent_before: re.Pattern[str]
    percent_after: re.Pattern[str]
    link: re.Pattern[str]
    """What stands between the members of a list or range."""


@cache
def _patterns(of: Language) -> _Patterns:
    links = "|".join(map(re.escape, of.links)) or "(?!)"
    link = rf"\s*%?\s*(?:[-–,/]|(?:['’]\w+)?\s(?:{links})\s)\s*%?"
    return _Patterns(
        re.compile(rf"\s*{of.afternoon}", re.IGNORECASE),
        re.compile(rf"\s*{of.morning}", re.IGNORECASE),
        re.compile(rf"(?:['’]\w+)?[\s-]?(?:{of.points})"),
        re.compile(rf"{of.percent_before}|{of.percent_after}|[%٪]"),
        re.compile(rf"(?:(?<!\w)(?:{of.percent_before})|[%٪])\s?$"),
        re.compile(rf"[\s-]?(?:{of.percent_after}|٪)(?!\w)"),
        re.compile(link, re.IGNORECASE),
    )
