"""Finding names and words in Turkish text, whatever suffixes they bear.

A term is found as whole words. Its last word may bear a chain of suffixes that is in
`suffixes`, with or without an apostrophe; an acronym or a number only behind one. Case
does not matter but for acronyms, so that `SOL` the party is not `sol` the side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from digest.turkish.case import clean, fold, lower, plain
from digest.turkish.suffixes import VOWELS, fits, fits_anywhere

Finder = Callable[[str], tuple[tuple[int, int, str], ...]]

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_PIECE = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_APOSTROPHE = "['\u2018\u2019\u201b\u2032\u00b4`\uff07]"

_SOFT = {"p": "b", "ç": "c", "t": "d", "k": "ğ", "g": "ğ"}
_HARD = {"b": "p", "c": "ç", "d": "t", "ğ": "k"}
_SOFTENING = frozenset(("but", "cep", "dip", "gök", "güç", "kap", "tat", "taç", "uç", "yok", "çok"))
"""Words of one syllable that soften, though most do not (at, ip, maç)."""

_CHANGED = (
    "ağız:ağz akıl:akl akit:akd alın:aln asıl:asl azim:azm bahis:bahs beyin:beyn boyun:boyn "
    "burun:burn cisim:cism cürüm:cürm defin:defn devir:devr emir:emr fetih:feth fikir:fikr "
    "gönül:gönl göğüs:göğs hacim:hacm haciz:hacz hapis:haps hüküm:hükm ilim:ilm isim:ism "
    "izin:izn kabir:kabr karın:karn katil:katl kayıp:kayb keşif:keşf kibir:kibr kısım:kısm "
    "lütuf:lütf metin:metn mühür:mühr nakil:nakl nakit:nakd nehir:nehr nesil:nesl nutuk:nutk "
    "oğul:oğl omuz:omz ömür:ömr resim:resm sabır:sabr sihir:sihr seyir:seyr şahıs:şahs "
    "şehir:şehr şekil:şekl şükür:şükr tavır:tavr ufuk:ufk vakit:vakt vasıf:vasf zehir:zehr "
    "zihin:zihn zulüm:zulm af:aff hak:hakk hat:hatt his:hiss ret:redd sır:sırr tıp:tıbb su:suy"
)
"""Nouns that lose a vowel, or double a consonant, before a suffix that begins with a vowel."""


class _Stem(NamedTuple):
    """One form of a term's last word, to which suffixes are put."""

    text: str
    kind: str
    """`whole`; `bound` before vowels alone; `shorn` of its possessive, before plurals
    alone; `fixed` before apostrophes alone."""


class _Term(NamedTuple):
    text: str
    """As it was asked for."""
    written: tuple[str, ...]
    """Its words, as written."""
    keys: tuple[str, ...]
    """Its words, folded."""
    gaps: tuple[str, ...]
    """What stands between them, folded."""
    stems: tuple[_Stem, ...]


def find(term: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of every place in the text where the term stands, suffixes included."""
    return tuple((start, end) for start, end, _ in finder((term,))(text))


def finder(terms: Iterable[str]) -> Finder:
    """Return a function that finds many terms at once: (start, end, term), in order.

    Places do not overlap: of terms that start at one place the longest is taken. The cost
    grows with the text, not with the number of terms.
    """
    by_stem: dict[str, list[tuple[_Term, _Stem]]] = defaultdict(list)
    by_first: dict[str, list[_Term]] = defaultdict(list)
    for term in map(_term, dict.fromkeys(terms)):
        if len(term.keys) > 1:
            by_first[term.keys[0]].append(term)
        for stem in term.stems if len(term.keys) == 1 else ():
            by_stem[stem.text].append((term, stem))
    longest = max(map(len, by_stem), default=0)

    @lru_cache(maxsize=1 << 14)
    def single(raw: str) -> str:
        return _single(raw, by_stem, longest)

    def found(text: str) -> tuple[tuple[int, int, str], ...]:
        tokens = [match.span() for match in _tokens().finditer(text)]
        return tuple(_scan(text, tokens, by_first, single))

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
        if last.startswith(stem.text) and _takes(stem, last[len(stem.text) :]):
            return last[len(stem.text) :].replace("'", "")
    return ""


def _last_start(term: _Term, key: str) -> int:
    spans = [match.start() for match in _tokens().finditer(key)]
    at = len(term.keys) - 1
    return spans[at] if 0 <= at < len(spans) else len(key)


def _scan(
    text: str,
    tokens: list[tuple[int, int]],
    by_first: dict[str, list[_Term]],
    single: Callable[[str], str],
) -> Iterator[tuple[int, int, str]]:
    at = 0
    while at < len(tokens):
        start, end = tokens[at]
        raw = text[start:end]
        length, term = 0, ""
        for several in by_first.get(_key(raw), ()):
            if len(several.keys) > length and _stands(
                several, text, tokens[at : at + len(several.keys)]
            ):
                length, term = len(several.keys), several.text
        if not length:
            term = single(raw)
            length = 1 if term else 0
        if length:
            yield start, tokens[at + length - 1][1], term
        at += length or 1


def _single(raw: str, by_stem: dict[str, list[tuple[_Term, _Stem]]], longest: int) -> str:
    """Return the term of one word that this word is, with or without suffixes, or nothing."""
    key = _key(raw)
    for size in range(min(len(key), longest), 0, -1):
        for term, stem in by_stem.get(key[:size], ()):
            if _takes(stem, key[size:]) and _same_case(term.written[0], raw):
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
        and _gaps(text, tokens) == term.gaps
        and all(map(_same_case, term.written, raws))
        and any(
            keys[-1].startswith(stem.text) and _takes(stem, keys[-1][len(stem.text) :])
            for stem in term.stems
        )
    )


def _takes(stem: _Stem, rest: str) -> bool:
    """Say whether the stem can bear the rest of the word."""
    bare, apostrophe, tail = rest.partition("'")
    if apostrophe and not fits_anywhere(tail):
        return False
    if stem.kind == "fixed":
        return not bare
    if stem.kind == "bound":
        return bare[:1] in VOWELS and bare != "" and fits(bare, stem.text)
    if stem.kind == "shorn":
        return bare.startswith(("lar", "ler")) and fits(bare, stem.text)
    return not bare or fits(bare, stem.text) or _owns(stem.text, bare)


def _owns(stem: str, bare: str) -> bool:
    """Say whether `bare` can follow a stem that may end in a possessive, as Bakanı does."""
    return stem[-1] in "ıiuü" and fits(bare, stem, "owned")


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(f"{_PIECE}(?:{_APOSTROPHE}{_PIECE})*")


@cache
def _changed() -> dict[str, str]:
    return dict(pair.split(":") for pair in _CHANGED.split())


@lru_cache(maxsize=1 << 15)
def _key(raw: str) -> str:
    return fold(raw)


@lru_cache(maxsize=1 << 12)
def _term(text: str) -> _Term:
    spans = [match.span() for match in _tokens().finditer(text)]
    written = tuple(clean(text[start:end]) for start, end in spans)
    keys = tuple(map(fold, written))
    stems = tuple(_stems(keys[-1], written[-1], len(keys) > 1)) if keys else ()
    return _Term(text, written, keys, _gaps(text, spans), stems)


def _gaps(text: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(fold(text[before[1] : after[0]]) for before, after in pairwise(spans))


def _stems(key: str, written: str, compound: bool) -> Iterator[_Stem]:
    if _is_acronym(written) or not any(char in VOWELS for char in key):
        yield _Stem(key, "fixed")
        return
    yield _Stem(key, "whole")
    if changed := _changed().get(key):
        yield _Stem(changed, "bound")
    elif _softens(key):
        yield _Stem(key[:-1] + _SOFT[key[-1]], "bound")
    if key.endswith("nk"):
        yield _Stem(key[:-1] + "g", "bound")
    if compound and len(key) > 2 and key[-1] in "ıiuü":
        yield from _shorn(key)


def _shorn(key: str) -> Iterator[_Stem]:
    """Yield what a possessive compound's last word can be in the plural: Bakan(ı) + ları."""
    stem = key[:-1]
    if stem[-1] == "s" and stem[-2] in VOWELS:
        yield _Stem(stem[:-1], "shorn")
    if stem[-1] not in VOWELS:
        yield _Stem(stem[:-1] + _HARD.get(stem[-1], stem[-1]), "shorn")


def _softens(key: str) -> bool:
    if key[-1] not in _SOFT or key in _SOFTENING:
        return key in _SOFTENING
    before_vowel = key[-2] in VOWELS
    if sum(char in VOWELS for char in key) == 1:
        return not before_vowel and key[-1] in "pçt"
    return before_vowel or key[-1] in "pçt"


def _is_acronym(written: str) -> bool:
    """Say whether a word takes suffixes behind an apostrophe alone: ABD, F-16, 2023."""
    letters = [char for char in written if char.isalpha()]
    return written[-1].isdigit() or (len(letters) > 1 and all(map(str.isupper, letters)))


def _same_case(written: str, raw: str) -> bool:
    """Say whether a word of a term may be meant, as far as capitals tell.

    An acronym is written in capitals; one of four letters or more also as a name (Nato).
    """
    if not _is_acronym(written) or written[-1].isdigit():
        return True
    head = clean(raw)[: len(written)]
    return head == written or (
        len(written) > 3
        and head[0] == written[0]
        and (head[1:] == lower(head[1:]) or plain(head[1:]) == head[1:])
    )
