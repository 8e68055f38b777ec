"""The words and digits of a text that numbers are made of. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from digest.translate.language import Language, number_finder, number_words
from digest.translate.numerals import DIGITS, Value, meanings

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


def tokens(text: str, of: Language) -> list[Token]:
    """Return the text's tokens in order. Of those that overlap the longer is taken."""
    several = [*_digits(text, of), *_halves(text, of), *_words(text, of)]
    found: list[Token] = []
    for token in sorted(several, key=lambda one: (one.start, -one.end)):
        if not found or token.start >= found[-1].end:
            found.append(token)
    return found


def _digits(text: str, of: Language) -> Iterator[Token]:
    gap = "[\u00a0\u202f]" if of.known else "[ \u00a0\u202f]"
    grouped = rf"\d{{1,3}}(?:{gap}\d{{3}})+(?!\d)"
    clock = r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    for match in re.finditer(rf"{clock}|{grouped}|{DIGITS}", text):
        values = meanings(re.sub(gap, "", match[0]), of)
        scale = _letters(text[match.end() :], of)
        scaled = {value * scale[1] for value in values if scale and isinstance(value, Fraction)}
        decade = {value % 100 for value in values if re.match(r"['’]?s\b", text[match.end() :])
                  and isinstance(value, Fraction) and value % 10 == 0}  # fmt: skip
        end = match.end() + (len(scale[0]) if scale else 0)
        yield Token(match.start(), end, "digits", values | scaled | decade, bool(scale))


def _letters(after: str, of: Language) -> tuple[str, int] | None:
    """Return the letters that multiply the digits before them, `bn`, and by how much."""
    letters = "|".join(sorted(of.short_scales, key=len, reverse=True))
    found = re.match(rf"\s?({letters})(?!\w)", after, re.IGNORECASE) if letters else None
    return (found[0], of.short_scales[of.lower(found[1])]) if found else None


def _halves(text: str, of: Language) -> Iterator[Token]:
    if of.half_after:
        pattern = rf"(?<!\w)(?:{'|'.join(of.half_after)})(?:['’]?\w{{1,6}})?(?!\w)"
        for match in re.finditer(pattern, of.lower(text)):
            yield Token(*match.span(), "half", frozenset((Fraction(1, 2),)), sure=False)


def _words(text: str, of: Language) -> Iterator[Token]:
    if not of.known:
        return
    known = number_words(of.code)
    for start, end, word in number_finder(of.code)(text):
        form = of.lower(text[start:end])
        if form in of.never:
            continue
        if word not in known:
            yield Token(start, end, "also", frozenset(of.also[word]), sure=False)
            continue
        values: frozenset[Value] = frozenset((Fraction(known[word]), *of.also.get(word, ())))
        kind: Kind = "scale" if word in of.scales else "word"
        last = form != word or word in of.ordinals
        yield Token(start, end, kind, values, last, word not in of.unsure or form in of.sure)
