"""What CLDR says of a language, by Babel or from what was kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from babel.numbers import format_decimal

from digest.render import cldr

LOCALES = ["tr_TR", "en_GB", "de_DE", "ar", "fa", "ru", "ja", "hi", "es", "pl", "fr_CH", "pt_PT"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 11, 21, 102, 999, 1000, 1234, 54321, 1_000_001])
def test_numbers_and_plural_forms_are_those_of_babel(locale: str, count: int) -> None:
    known = cldr.of(locale)
    assert known.number(count) == format_decimal(count, locale=locale)
    assert known.form(count) == Locale.parse(locale).plural_form(count)


def test_no_language_is_given_the_months_of_another() -> None:
    """Babel 2.18 does, for months that stand alone, in the second language that asks."""
    found = {locale: cldr.Cldr(cldr._by_babel(locale)) for locale in ("ja", "tr_TR", "de_DE")}
    assert [known.alone[6] for known in found.values()] == ["7月", "Temmuz", "Juli"]
    assert found["tr_TR"].short[0] == "Pt"
    assert found["de_DE"].languages["tr"] == "Türkisch"


def test_what_is_kept_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        monkeypatch.setattr(cldr, "_known", {})
        cldr.recall(tmp_path, ["pl"])
        known = cldr.of("pl")
        assert (known.months[1], known.alone[1], known.first) == ("lutego", "luty", 0)
        assert [known.form(n) for n in (1, 3, 5)] == ["one", "few", "many"]
        monkeypatch.setattr(cldr, "_by_babel", None)  # the second time it is not asked
