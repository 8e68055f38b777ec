"""What is known of a language's numbers and dates: languages/CODE.toml as a typed value.

A language without such a file is read by its digits alone, whatever its separators are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple

from digest import turkish
from digest.turkish.terms import Finder

_WORD = re.compile(r"\w+")
_DAY = 86_400
"""Seconds."""


class Length(NamedTuple):
    """How long, or how much."""

    unit: str
    """`m` for months and `s` for seconds, of which neither can be told in the other, or `lira`."""
    size: Fraction


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """How one language writes numbers, shares and dates. Words are in lower case."""

    code: str
    known: bool = False
    """Whether words are read; when not, digits alone are."""
    turkish: bool = False
    """Whether case and suffixes are Turkish."""
    decimal: str = ""
    """Sign before the decimals; empty when it is not known."""
    group: str = ""
    """Sign between groups of three digits; empty when it is not known."""
    percent_sign: Literal["", "before", "after"] = ""
    """Where the sign % stands."""
    percent_before: str = "%"
    """Regular expression of what makes the number behind it a percentage."""
    percent_after: str = "%"
    """The same for the number before it."""
    half_after: tuple[str, ...] = ()
    """What adds one half to the number before it: `buçuk`, `and a half`."""
    links: tuple[str, ...] = ()
    """Words between the numbers of a list or range: `ve`, `to`."""
    joint: str = ""
    """Word within a number: the `and` of `two hundred and five`."""
    article: str = ""
    """Regular expression of the article that stands for one: `a million`."""
    plurals: str = ""
    """Regular expression of the endings that a term may bear."""
    afternoon: str = ""
    """Regular expression of what makes the hour before it one of the afternoon."""
    morning: str = ""
    """Regular expression of what makes 12 before it the hour after midnight."""
    points: str = ""
    """Regular expression of what makes the number before it percentage points, and no share."""
    leaving: str = "(?!)"
    """Regular expression of what shows that something falls or rises from a number.

    In Turkish it stands behind the number, else before it.
    """
    reaching: str = "(?!)"
    """The same for the number that it comes to."""
    months: tuple[tuple[str, ...], ...] = ()
    """Names and abbreviations of the twelve months."""
    months_capital: bool = False
    """Whether months begin with a capital, always."""
    month_cue: str = ""
    """Regular expression of words that show that what stands before them is a month."""
    weekdays: tuple[str, ...] = ()
    """From Monday on."""
    holidays: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Names of days, as (month, day)."""
    never: frozenset[str] = frozenset()
    """Word forms that look like a number and are none."""
    idioms: tuple[str, ...] = ()
    """Turns of phrase that count nothing."""
    unsure: frozenset[str] = frozenset()
    """Number words that may be something else, or go without saying."""
    sure: frozenset[str] = frozenset()
    """Forms of those that are the number all the same."""
    short_scales: Mapping[str, int] = field(default_factory=dict)
    """Letters behind digits: `bn`."""
    units: frozenset[str] = frozenset()
    """Those of them that may be a unit as well: `m`."""
    currency: str = "[$€£₺¥]"
    """Regular expression of what stands before an amount of money."""
    common: frozenset[str] = frozenset()
    """Words that show that a text is in this language."""
    exonyms: frozenset[str] = frozenset()
    """Names that other languages have quite other words for."""
    cardinals: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    """What multiplies the number before it: `hundred`, `thousand`."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    also: Mapping[str, tuple[Fraction, ...]] = field(default_factory=dict)
    """Words that may stand for a number, and need not."""
    many: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Words for an uncertain crowd, by powers of ten."""
    denominators: Mapping[str, int] = field(default_factory=dict)
    """Forms of `never` that are a number where another follows: `onda` of `onda dokuz`."""
    lengths: Mapping[str, tuple[Length, ...]] = field(default_factory=dict)
    """Words for a span of time, a sum, a weight, and how much that may be."""
    rests: Mapping[str, Fraction] = field(default_factory=dict)
    """What is added behind such a word: `and a half`."""
    measures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words for a unit, and which it may be: `money:usd`, `length:km`."""
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Signs for money, the same way."""

    def lower(self, text: str) -> str:
        """Return the text in this language's lower case, of the same length."""
        if self.turkish:
            return text.replace("İ", "i").replace("I", "ı").lower()
        return text.replace("İ", "i").lower()


@cache
def language(code: str) -> Language:
    """Return what is known of the language with this code; its region does not matter."""
    file = resources.files("digest.translate") / "languages" / f"{code.partition('-')[0]}.toml"
    if not file.is_file():
        return Language(code)
    return Language(code, known=True, **_fields(tomllib.loads(file.read_text("utf-8"))))


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    """Return the file's values as the types that the fields have."""
    fields = dict(data)
    for name in ("half_after", "links", "weekdays", "idioms"):
        fields[name] = tuple(data.get(name, ()))
    for name in ("never", "unsure", "sure", "units"):
        fields[name] = frozenset(data.get(name, ()))
    for name in ("common", "exonyms"):
        fields[name] = frozenset(data.get(name, "").split())
    fields["months"] = tuple(map(tuple, data.get("months", ())))
    fields["holidays"] = {name: (day[0], day[1]) for name, day in data.get("holidays", {}).items()}
    fields["many"] = {word: tuple(powers) for word, powers in data.get("many", {}).items()}
    lengths = data.get("lengths", {}).items()
    fields["lengths"] = {word: tuple(map(_length, several.split())) for word, several in lengths}
    fields["rests"] = {word: Fraction(rest) for word, rest in data.get("rests", {}).items()}
    for name in ("measures", "signs"):
        fields[name] = {word: tuple(names.split()) for word, names in data.get(name, {}).items()}
    fields["also"] = {
        word: tuple(map(Fraction, values)) for word, values in data.get("also", {}).items()
    }
    return fields


def _length(text: str) -> Length:
    """Read `12m`, `7d`, `1/100lira`."""
    size, unit = re.fullmatch(r"([\d/]+)(\w+)", text).groups()  # type: ignore[union-attr]  # by the tests
    return Length("s", Fraction(size) * _DAY) if unit == "d" else Length(unit, Fraction(size))


@cache
def known_languages() -> tuple[Language, ...]:
    """Return the languages that something is known of."""
    names = (file.name for file in (resources.files("digest.translate") / "languages").iterdir())
    return tuple(language(name[:-5]) for name in sorted(names) if name.endswith(".toml"))


@cache
def word_finder(code: str) -> Finder:
    """Return what finds all words of a language that this package knows, in one pass."""
    of = language(code)
    numbers = (*number_words(code), *of.also, *of.many)
    terms = (*numbers, *of.idioms, *of.weekdays, *of.lengths, *of.measures)
    return turkish.finder(terms) if of.turkish else _words(terms)


@cache
def number_words(code: str) -> Mapping[str, int]:
    """Return the number words of a language and their values; Turkish ones glued together too."""
    of = language(code)
    known = {**of.cardinals, **of.scales, **of.ordinals}
    if not of.turkish:
        return known
    tens = {word: value for word, value in of.cardinals.items() if value >= 10}
    ones = {word: value for word, value in known.items() if 0 < value < 10}
    glued = {f"{ten}{one}": tens[ten] + ones[one] for ten in tens for one in ones}
    hundred = next(word for word, value in known.items() if value == 100)
    glued |= {f"{one}{hundred}": value * 100 for one, value in ones.items() if value > 1}
    return {**glued, **known}


def finder(of: Language, terms: Iterable[str]) -> Finder:
    """Return what finds these terms in texts of a language, with the endings that they may bear."""
    return turkish.finder(terms) if of.turkish else _whole_words(tuple(terms), of.plurals)


def _whole_words(terms: tuple[str, ...], endings: str) -> Finder:
    known = {term.lower(): term for term in terms}
    longest_first = sorted(known, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first)) or "(?!)"
    pattern = re.compile(rf"(?<!\w)({alternatives}){endings}(?!\w)", re.IGNORECASE)

    def found(text: str) -> tuple[tuple[int, int, str], ...]:
        return tuple((*m.span(), known[m[1].lower()]) for m in pattern.finditer(text))

    return found


def _words(terms: Iterable[str]) -> Finder:
    """Return what finds these terms as they are, in any case; quick for many of them."""
    by_first: dict[str, list[str]] = {}
    for term in sorted(set(terms), key=len, reverse=True):
        by_first.setdefault(_first(term), []).append(term)

    def found(text: str) -> tuple[tuple[int, int, str], ...]:
        lowered = text.replace("İ", "i").lower()
        spans, at = [], 0
        for match in _WORD.finditer(lowered):
            several = by_first.get(match[0])
            if several is None or match.start() < at:
                continue
            start = match.start()
            for term in several:
                at_end = start + len(term)
                if lowered.startswith(term, start) and not lowered[at_end : at_end + 1].isalnum():
                    spans.append((start, at_end, term))
                    at = at_end
                    break
        return tuple(spans)

    return found


def _first(term: str) -> str:
    match = _WORD.match(term)
    return match[0] if match else term
