"""The forms that a Turkish word takes before suffixes: kitap and kitab-, şehir and şehr-."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from digest.turkish.suffixes import VOWELS, fits, fits_anywhere

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


class Stem(NamedTuple):
    """One form of a term's last word, to which suffixes are put."""

    text: str
    kind: str
    """`whole`; `bound` before vowels alone; `shorn` of its possessive, before plurals
    alone; `fixed` before apostrophes alone."""


def stems_of(key: str, written: str, *, compound: bool) -> Iterator[Stem]:
    """Yield the forms of a word (folded, and as written), the last of a compound term or alone."""
    if is_acronym(written) or not any(char in VOWELS for char in key):
        yield Stem(key, "fixed")
        return
    yield Stem(key, "whole")
    if changed := _changed().get(key):
        yield Stem(changed, "bound")
    elif _softens(key):
        yield Stem(key[:-1] + _SOFT[key[-1]], "bound")
    if key.endswith("nk"):
        yield Stem(key[:-1] + "g", "bound")
    if compound and len(key) > 2 and key[-1] in "ıiuü":
        yield from _shorn(key)


def _shorn(key: str) -> Iterator[Stem]:
    """Yield what a possessive compound's last word can be in the plural: Bakan(ı) + ları."""
    stem = key[:-1]
    if stem[-1] == "s" and stem[-2] in VOWELS:
        yield Stem(stem[:-1], "shorn")
    if stem[-1] not in VOWELS:
        yield Stem(stem[:-1] + _HARD.get(stem[-1], stem[-1]), "shorn")


def _softens(key: str) -> bool:
    if key[-1] not in _SOFT or key in _SOFTENING:
        return key in _SOFTENING
    before_vowel = key[-2] in VOWELS
    if sum(char in VOWELS for char in key) == 1:
        return not before_vowel and key[-1] in "pçt"
    return before_vowel or key[-1] in "pçt"


def is_acronym(written: str) -> bool:
    """Say whether a word takes suffixes behind an apostrophe alone: ABD, F-16, 2023."""
    letters = [char for char in written if char.isalpha()]
    return written[-1].isdigit() or (len(letters) > 1 and all(map(str.isupper, letters)))


def takes(stem: Stem, rest: str) -> bool:
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
def _changed() -> dict[str, str]:
    return dict(pair.split(":") for pair in _CHANGED.split())
