"""Which chains of suffixes a Turkish noun can bear.

Suffixes are written as grammars write them: A is a or e and I is ı, i, u or ü, by vowel
harmony; D is d or t, C is c or ç; a letter in parentheses stands only after a vowel, one
in brackets only after a consonant.
"""

from __future__ import annotations

from functools import lru_cache

VOWELS = frozenset("aeıioöuüâîû")

_SUFFIXES = {
    # kind of suffix: (suffix, the state it leads to) …
    "derivation": (("lI", "derived"), ("lIk", "derived"), ("lIğ", "softened"), ("CA", "derived")),
    "plural": (("lAr", "plural"),),
    "possessive": (
        ("(s)I", "owned"), ("[I]mIz", "ours"), ("[I]nIz", "ours"), ("[I]m", "ours"),
        ("[I]n", "ours"),
    ),
    "case": (
        ("(y)I", "case"), ("(y)A", "case"), ("DA", "place"), ("DAn", "case"),
        ("(n)In", "place"), ("(y)lA", "case"), ("CA", "case"),
    ),
    "case of owned": (
        ("nI", "case"), ("nA", "case"), ("ndA", "place"), ("ndAn", "case"), ("nIn", "place"),
        ("(y)lA", "case"), ("ncA", "case"),
    ),
    "ki": (("ki", "ki"),),
    "copula": (
        ("(y)DI", "past"), ("(y)mIş", "perfect"), ("(y)sA", "past"), ("DIr", "past"),
        ("(y)ken", "end"), ("yIz", "end"),
    ),
    "certainty": (("DIr", "past"),),
    "person": (("lAr", "end"),),
}  # fmt: skip

_FOLLOWING = {
    "noun": ("derivation", "plural", "possessive", "case", "copula"),
    "derived": ("plural", "possessive", "case", "copula"),
    "softened": ("possessive", "case"),
    "plural": ("possessive", "case", "copula"),
    "ours": ("case", "copula"),
    "owned": ("case of owned", "copula"),
    "place": ("ki", "copula"),
    "case": ("copula",),
    "ki": ("plural", "case of owned", "copula"),
    "perfect": ("certainty", "person"),
    "past": ("person",),
    "end": (),
}
_OPEN = {"a": "a", "ı": "a", "o": "a", "u": "a", "e": "e", "i": "e", "ö": "e", "ü": "e"}
_CLOSE = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_FRONT = {"a": "e", "ı": "i", "o": "ö", "u": "ü"}
_FRONT_ENDINGS = ("l", "t", "k", "rf", "rp", "rb", "lp", "lb")


def fits(rest: str, stem: str, state: str = "noun") -> bool:
    """Say whether `rest` is a chain of suffixes that can follow `stem`, by order and by sound.

    Both are in Turkish lower case. `state` is `noun`, or `owned` when the stem ends in a
    possessive of the third person, as Bakanı does.
    """
    ends_in_vowel = stem[-1:] in VOWELS
    return any(_fits(rest, state, vowel, ends_in_vowel) for vowel in _vowels(stem))


def fits_anywhere(rest: str) -> bool:
    """Say whether `rest` is a chain of suffixes that can follow any stem at all.

    That is asked behind an apostrophe: what stands before it is written as where it comes
    from, and suffixed as it sounds (Google'a, ABD'ye, 2023'ten).
    """
    return any(
        _fits(rest, state, vowel, ends_in_vowel)
        for state in ("noun", "owned")
        for vowel in "aoeö"
        for ends_in_vowel in (False, True)
    )


def _vowels(stem: str) -> str:
    """Return the vowels that this stem's suffixes may go by: loan words can sound front."""
    vowel = _last_vowel(stem)
    base = {"â": "a", "î": "i", "û": "u"}.get(vowel, vowel)
    if base in _FRONT and (vowel in "âû" or stem.endswith(_FRONT_ENDINGS)):
        return base + _FRONT[base]
    return base


def _last_vowel(text: str) -> str:
    return next((char for char in reversed(text) if char in VOWELS), "")


@lru_cache(maxsize=1 << 16)
def _fits(rest: str, state: str, vowel: str, after_vowel: bool) -> bool:
    if not rest:
        return state != "softened"
    if state == "softened" and rest[0] not in VOWELS:
        return False
    for kind in _FOLLOWING[state]:
        for suffix, following in _SUFFIXES[kind]:
            for written in _written(suffix, vowel, after_vowel):
                if rest.startswith(written):
                    heard = _last_vowel(written) or vowel
                    left = rest[len(written) :]
                    if _fits(left, following, heard, written[-1] in VOWELS):
                        return True
    return False


@lru_cache(maxsize=1024)
def _written(suffix: str, vowel: str, after_vowel: bool) -> tuple[str, ...]:
    """Return how a suffix is written here. Of d and t, c and ç both are taken."""
    if suffix[0] in "([":
        needed = after_vowel if suffix[0] == "(" else not after_vowel
        suffix = suffix[1] + suffix[3:] if needed else suffix[3:]
    if suffix in ("m", "n"):
        return ()  # `adam` is my island, but nearly always a man
    text = ""
    for char in suffix:
        vowel = _OPEN[vowel] if char == "A" else _CLOSE[vowel] if char == "I" else vowel
        text += vowel if char in "AI" else char
    soft, hard = text.replace("D", "d").replace("C", "c"), text.replace("D", "t").replace("C", "ç")
    return (soft,) if soft == hard else (soft, hard)
