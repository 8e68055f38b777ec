"""Cutting a long text at its sentences, for services that take only so much at once. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[A-ZÀ-ÖØ-ÞĞİŞ0-9])|[؟。！？]+|\n)\s*")
_NO_END = re.compile(
    r"(?:(?<!\w)(?:dr|prof|doç|yrd|av|no|bkz|vb|vs|örn|yy|st|mr|mrs|ms|gen|lt|col|sgt|u\.s|u\.k)"
    r"|(?<!\w)\d{1,4}|(?<!\w)[^\W\d_])\.\s*$",
    re.IGNORECASE,
)
"""Abbreviations, ordinals and initials: their full stop ends no sentence."""
_CLAUSE = re.compile(r"[;:]\s+|[,،、]\s+|\s[-–—]\s+")
_SPACE = re.compile(r"\s+")

Fits = Callable[[str], bool]
Spans = Sequence[tuple[int, int]]


def cut(text: str, fits: Fits, whole: Spans = ()) -> tuple[str, ...]:
    """Return the text in pieces that fit, spaces around them aside; joined they are the text again.

    It is cut between sentences where that will do, else between clauses, words and at last
    letters; never within the spans that are to stay `whole`, unless one of them is too long.
    """
    return tuple(_cut(text, fits, whole, (_sentence_ends, _clause_ends, _word_ends, _letters)))


def sentences(text: str, whole: Spans = ()) -> tuple[str, ...]:
    """Return the text cut at every end of a sentence that is not within a span of `whole`."""
    edges = [0, *_outside(_sentence_ends(text), whole), len(text)]
    return tuple(text[start:end] for start, end in pairwise(edges) if start < end)


def _cut(
    text: str, fits: Fits, whole: Spans, levels: Sequence[Callable[[str], Iterable[int]]]
) -> Iterable[str]:
    if fits(text.strip()) or not levels:
        yield text
        return
    ends = _outside(levels[0](text), whole) if len(levels) > 1 else list(levels[0](text))
    at = 0
    for piece in _packed(text, ends, fits):
        spans = [(start - at, end - at) for start, end in whole if at <= start < at + len(piece)]
        yield from _cut(piece, fits, spans, levels[1:])
        at += len(piece)


def _outside(ends: Iterable[int], whole: Spans) -> list[int]:
    return [at for at in ends if not any(start < at < end for start, end in whole)]


def _packed(text: str, ends: list[int], fits: Fits) -> Iterable[str]:
    """Yield the text cut at some of these places: as much as fits, one stretch at least."""
    edges = [0, *ends, len(text)]
    first = 0
    while first < len(edges) - 1:
        last = _furthest(text, edges, first, fits)
        yield text[edges[first] : edges[last]]
        first = last


def _furthest(text: str, edges: list[int], first: int, fits: Fits) -> int:
    """Return the last edge up to which the text from `first` on fits: the next one at least."""

    def good(edge: int) -> bool:
        return fits(text[edges[first] : edges[edge]].strip())

    least, step = first + 1, 1
    while least + step < len(edges) and good(least + step):
        least, step = least + step, step * 2
    most = min(least + step, len(edges))
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if good(middle) else (least, middle)
    return least


def _sentence_ends(text: str) -> list[int]:
    ends = [match.end() for match in _END.finditer(text)]
    return [at for at in ends if at < len(text) and not _NO_END.search(text[max(0, at - 12) : at])]


def _clause_ends(text: str) -> list[int]:
    return [match.end() for match in _CLAUSE.finditer(text)]


def _word_ends(text: str) -> list[int]:
    return [match.end() for match in _SPACE.finditer(text)]


def _letters(text: str) -> range:
    return range(1, len(text))
