"""What CLDR says of a language: months, days, what other languages are called, how it counts.

By Babel, which takes 40 ms for its first language; so what is used of it is kept on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from digest import remembered

_DIGITS = 15
"""Digits of the longest number that is written with its language's separators."""


class Cldr:
    """What is used of one language."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.months: tuple[str, ...] = found["months"]
        """`Temmuz`, as within a date; January comes first."""
        self.alone: tuple[str, ...] = found["alone"]
        """The same where a month stands alone."""
        self.days: tuple[str, ...] = found["days"]
        """`Salı`; Monday comes first."""
        self.short: tuple[str, ...] = found["short"]
        """`Sa`."""
        self.first: int = found["first"]
        """Day that a week begins with, 0 for Monday."""
        self.languages: dict[str, str] = found["languages"]
        """What languages are called in this one, by code."""
        self._rules: dict[str, str] = found["plural"]
        self._ones: str = found["ones"]

    @cached_property
    def form(self) -> Callable[[int], str]:
        """Return the plural form that a number takes: `one`, `few`, `other`."""
        from babel.plural import PluralRule

        return PluralRule(self._rules)

    def number(self, count: int) -> str:
        """`1.234`: a number from 0 on with its language's separators."""
        digits = str(count)
        if len(digits) < 4 or len(digits) > _DIGITS:
            return digits
        left = iter(reversed(digits))
        written = []
        for sign in reversed(self._ones):
            try:
                written.append(next(left) if sign == "1" else sign)
            except StopIteration:
                break
        while written[-1] not in digits:
            written.pop()
        return "".join(reversed(written))


_known: dict[str, Cldr] = {}


def of(locale: str) -> Cldr:
    """Return what CLDR says of the language of a locale: `tr_TR`."""
    found = _known.get(locale)
    if found is None:
        found = _known[locale] = Cldr(_by_babel(locale))
    return found


def recall(folder: Path, locales: Iterable[str]) -> None:
    """Take what a folder has of these locales, and keep there what it lacks."""
    for locale in locales:
        if locale not in _known:
            _known[locale] = Cldr(_kept(f"{folder}/cldr-{locale}", locale))


def _kept(path: str, locale: str) -> dict[str, Any]:
    return cast("dict[str, Any]", remembered.value(path, locale, lambda: _by_babel(locale)))


def _by_babel(locale: str) -> dict[str, Any]:
    from babel import Locale, localedata
    from babel.numbers import format_decimal

    known = Locale.parse(locale)
    # Babel 2.18 resolves what one context borrows from another within data that all languages
    # share, so that the second language is given the first one's names: each has fresh data.
    localedata._cache.clear()  # noqa: SLF001
    data: Any = localedata.load(str(known))
    data = localedata.LocaleDataDict(data)
    localedata._cache.clear()  # noqa: SLF001
    months, days = data["months"], data["days"]["format"]
    return {
        "months": tuple(str(months["format"]["wide"][n]) for n in range(1, 13)),
        "alone": tuple(str(months["stand-alone"]["wide"][n]) for n in range(1, 13)),
        "days": tuple(str(days["wide"][n]) for n in range(7)),
        "short": tuple(str(days["short"][n]) for n in range(7)),
        "first": known.first_week_day,
        "languages": {str(code): str(name) for code, name in known.languages.items()},
        "plural": dict(known.plural_form.rules),
        "ones": format_decimal(int("1" * _DIGITS), locale=locale),
    }
