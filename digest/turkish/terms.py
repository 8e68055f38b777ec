"""Finding names and words in Turkish text, whatever suffixes they bear.

A term is found as whole words. Its last word may bear a chain of suffixes that is in
`suffixes`, with or without an apostrophe; an acronym or a number only behind one. Case
does not matter but for acronyms, so that `SOL` the party is not `sol` the side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from digest.turkish.case import clean, fold, lower, plain
from digest.turkish.stems import Stem, is_acronym, stems_of, takes

Finder = Callable[[str], tuple[tuple[int, int, str], ...]]

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_PIECE = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_APOSTROPHE = "['\u2018\u2019\u201b\u2032\u00b4`\uff07]"


class _Term(NamedTuple):
    text: str
    """As it was asked for."""
    written: tuple[str, ...]
    """Its words, as written."""
    keys: tuple[str, ...]
    """Its words, folded."""
    gaps: tuple[str, ...]
    """What stands between them, folded."""
    stems: tuple[Stem, ...]


def find(term: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of every place in the text where the term stands, suffixes included."""
    return tuple((start, end) for start, end, _ in finder((term,))(text))


def finder(terms: Iterable[str]) -> Finder:
    """Return a function that finds many terms at once: (start, end, term), in order.

    Places do not overlap: of terms that start at one place the longest is taken. The cost
    grows with the text, not with the number of terms.
    """
    by_stem: dict[str, list[tuple[_Term, Stem]]] = defaultdict(list)
    by_first: dict[str, list[_Term]] = defaultdict(list)
    for term in map(_term, dict.fromkeys(terms)):
        if len(term.keys) > 1:
            by_first[term.keys[0]].append(term)
        for stem in term.stems if len(term.keys) == 1 else ():
            by_stem[stem.text].append((term, stem))
    longest = max(map(len, by_stem), default=0)

    @lru_cache(maxsize=1 << 14)
    def known(raw: str) -> tuple[Sequence[_Term], str] | None:
        longer, term = by_first.get(_key(raw), ()), _single(raw, by_stem, longest)
        return (longer, term) if longer or term else None

    def found(text: str) -> tuple[tuple[int, int, str], ...]:
        tokens = list(_tokens().finditer(text))
        return tuple(_scan(text, tokens, known))

    return found


def suffix_of(term: str, found: str) -> str:
    """Return what `found`, a place where the term stands, adds to it: `ın` of Erdoğan’ın.

    Folded and without apostrophes; `larının` when Bakanı became Bakanları'nın. Empty when
    there is no suffix, or the term does not stand there.
    """
    known = _term(term)
    key = fold(found)
    last = key[_last_start(known, key) :]
    for stem in known.stems:
        if last.startswith(stem.text) and takes(stem, last[len(stem.text) :]):
            return last[len(stem.text) :].replace("'", "")
    return ""


def _last_start(term: _Term, key: str) -> int:
    spans = [match.start() for match in _tokens().finditer(key)]
    at = len(term.keys) - 1
    return spans[at] if 0 <= at < len(spans) else len(key)


def _scan(
    text: str,
    tokens: list[re.Match[str]],
    known: Callable[[str], tuple[Sequence[_Term], str] | None],
) -> Iterator[tuple[int, int, str]]:
    """Yield the terms that stand in a text.

    `known` says of a word which longer terms it may begin, and which term it is by itself.
    """
    after = 0
    for at, token in enumerate(tokens):
        which = known(token[0])
        if which is None or at < after:
            continue
        longer, term = which
        length = 1 if term else 0
        for several in longer:
            spans = [one.span() for one in tokens[at : at + len(several.keys)]]
            if len(several.keys) > length and _stands(several, text, spans):
                length, term = len(several.keys), several.text
        if length:
            yield token.start(), tokens[at + length - 1].end(), term
            after = at + length


def _single(raw: str, by_stem: dict[str, list[tuple[_Term, Stem]]], longest: int) -> str:
    """Return the term of one word that this word is, with or without suffixes, or nothing."""
    key = _key(raw)
    for size in range(min(len(key), longest), 0, -1):
        for term, stem in by_stem.get(key[:size], ()):
            if takes(stem, key[size:]) and _same_case(term.written[0], raw):
                return term.text
    return ""


def _stands(term: _Term, text: str, tokens: list[tuple[int, int]]) -> bool:
    """Say whether a term of several words stands at the first of these tokens."""
    if len(tokens) < len(term.keys):
        return False
    raws = [text[start:end] for start, end in tokens]
    keys = [_key(raw) for raw in raws]
    return (
        tuple(keys[:-1]) == term.keys[:-1]
        and any(
            keys[-1].startswith(stem.text) and takes(stem, keys[-1][len(stem.text) :])
            for stem in term.stems
        )
        and _gaps(text, tokens) == term.gaps
        and all(map(_same_case, term.written, raws))
    )


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(f"{_PIECE}(?:{_APOSTROPHE}{_PIECE})*")


@lru_cache(maxsize=1 << 15)
def _key(raw: str) -> str:
    return fold(raw)


@lru_cache(maxsize=1 << 12)
def _term(text: str) -> _Term:
    spans = [match.span() for match in _tokens().finditer(text)]
    written = tuple(clean(text[start:end]) for start, end in spans)
    keys = tuple(map(fold, written))
    stems = tuple(stems_of(keys[-1], written[-1], compound=len(keys) > 1)) if keys else ()
    return _Term(text, written, keys, _gaps(text, spans), stems)


def _gaps(text: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(fold(text[before[1] : after[0]]) for before, after in pairwise(spans))


def _same_case(written: str, raw: str) -> bool:
    """Say whether a word of a term may be meant, as far as capitals tell.

    An acronym is written in capitals; one of four letters or more also as a name (Nato).
    """
    if not is_acronym(written) or written[-1].isdigit():
        return True
    head = clean(raw)[: len(written)]
    return head == written or (
        len(written) > 3
        and head[0] == written[0]
        and (head[1:] == lower(head[1:]) or plain(head[1:]) == head[1:])
    )
