"""The words and digits of a text that numbers are made of. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from digest.translate.language import Language, number_words
from digest.translate.numerals import DIGITS, Value, meanings

_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r"[ \u00a0\u202f]")
_DECADE = re.compile(r"['’]?s(?!\w)")
_YEAR_BEFORE = re.compile(r"([12]\d)\d\d[-–/]$")
_ROMAN_SIGNS = re.compile(r"[IVXL]{2}|[IVX]\.")
_ROMANS = re.compile(r"(?<!\w)(?:[IVXL]{2,8}(?!\w)|[IVX](?=\.\s))")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}

Kind = Literal["digits", "word", "scale", "half", "also"]


class Token(NamedTuple):
    """A word that is or may be a number, or digits."""

    start: int
    end: int
    kind: Kind
    """`scale` multiplies what stands before it; `also` merely may be a number."""
    values: frozenset[Value]
    last: bool = False
    """Whether nothing can be joined to it: it bears a suffix, or is an ordinal."""
    sure: bool = True
    """Whether it is a number without doubt."""

    @property
    def value(self) -> Fraction | None:
        """Its value, if it has just one that is a number."""
        numbers = [value for value in self.values if isinstance(value, Fraction)]
        return numbers[0] if len(numbers) == 1 else None


def tokens(text: str, of: Language, words: Iterable[tuple[int, int, str]]) -> list[Token]:
    """Return the text's tokens in order. Of those that overlap the longer is taken.

    `words` are those of the language that were found in the text.
    """
    several = [*_digits(text, of), *_halves(text, of), *_words(text, of, words), *_romans(text)]
    found: list[Token] = []
    for token in sorted(several, key=lambda one: (one.start, -one.end)):
        if not found or token.start >= found[-1].end:
            found.append(token)
    return found


def _digits(text: str, of: Language) -> Iterator[Token]:
    for match in _number_pattern(of.known).finditer(text) if _DIGIT.search(text) else ():
        values = set(meanings(_SPACES.sub("", match[0]), of))
        numbers = {value for value in values if isinstance(value, Fraction)}
        before = text[max(0, match.start() - 6) : match.start()]
        after = text[match.end() : match.end() + 6]
        letters, scale, alone = _short_scale(before, after, of)
        if scale:
            values = {value * scale for value in numbers} | (values if not alone else set())
        if _DECADE.match(after):
            values |= {value % 100 for value in numbers if value % 10 == 0}
        if len(match[0]) == 2 and (years := _YEAR_BEFORE.search(before)):
            values |= {int(years[1]) * 100 + value for value in numbers}
        end = match.end() + len(letters)
        yield Token(match.start(), end, "digits", frozenset(values), bool(scale))


@cache
def _number_pattern(known: bool) -> re.Pattern[str]:
    gap = "[\u00a0\u202f]" if known else "[ \u00a0\u202f]"
    grouped = rf"\d{{1,3}}(?:{gap}\d{{3}})+(?!\d)"
    clock = r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    return re.compile(rf"(?=\d)(?:{clock}|{grouped}|{DIGITS})")


def _short_scale(before: str, after: str, of: Language) -> tuple[str, int, bool]:
    """Return the letters that multiply the digits before them, by how much, and whether surely."""
    found = _scale_pattern(of).match(after)
    if found is None:
        return "", 0, False
    glued = found["word"]
    word = of.lower(glued or found["letters"])
    money = re.search(rf"(?:{of.currency})$", before, re.IGNORECASE)
    scale = of.scales[word] if glued else of.short_scales[word]
    return found[0], scale, bool(glued or money or word not in of.units)


@cache
def _scale_pattern(of: Language) -> re.Pattern[str]:
    letters = "|".join(sorted(of.short_scales, key=len, reverse=True)) or "(?!)"
    words = "|".join(word for word, scale in of.scales.items() if scale >= 1000) or "(?!)"
    return re.compile(rf"(?P<word>{words})|\s?(?P<letters>{letters})(?!\w)", re.IGNORECASE)


def _romans(text: str) -> Iterator[Token]:
    """Yield Roman numerals: two letters or more, or one before a full stop."""
    for match in _ROMANS.finditer(text) if _ROMAN_SIGNS.search(text) else ():
        values = [_ROMAN[sign] for sign in match[0]]
        signed = (-one if one < two else one for one, two in pairwise([*values, 0]))
        yield Token(*match.span(), "also", frozenset((Fraction(sum(signed)),)), sure=False)


def _halves(text: str, of: Language) -> Iterator[Token]:
    lowered = of.lower(text)
    if any(half in lowered for half in of.half_after):
        pattern = rf"(?<!\w)(?:{'|'.join(of.half_after)})(?:['’]?\w{{1,6}})?(?!\w)"
        for match in re.finditer(pattern, lowered):
            yield Token(*match.span(), "half", frozenset((Fraction(1, 2),)), sure=False)


def _words(text: str, of: Language, words: Iterable[tuple[int, int, str]]) -> Iterator[Token]:
    known = number_words(of.code)
    several = list(words)
    for at, (start, end, word) in enumerate(several):
        form = of.lower(text[start:end])
        if form in of.never:
            if form in of.denominators and _is_next(several[at + 1 :], end, of):
                tenth = frozenset((Fraction(of.denominators[form]),))
                yield Token(start, end, "also", tenth, sure=False)
            continue
        if word in known:
            kind: Kind = "scale" if word in of.scales else "word"
            last = form != word or word in of.ordinals
            sure = word not in of.unsure or form in of.sure
            yield Token(start, end, kind, _word_values(word, of), last, sure)
        elif word in of.also:
            yield Token(start, end, "also", frozenset(of.also[word]), sure=False)


@cache
def _word_values(word: str, of: Language) -> frozenset[Value]:
    return frozenset((Fraction(number_words(of.code)[word]), *of.also.get(word, ())))


def _is_next(words: list[tuple[int, int, str]], end: int, of: Language) -> bool:
    """Say whether the next of these words is a number, right behind `end`."""
    if not words or words[0][0] != end + 1:
        return False
    return words[0][2] in of.cardinals or words[0][2] in of.also
