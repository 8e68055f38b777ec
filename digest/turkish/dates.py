"""Dates as Turkish pages print them."""

from __future__ import annotations

import re
from functools import cache

from digest.turkish.case import plain

MONTHS = (
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
    "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
)  # fmt: skip

_WEEKDAYS = "pazartesi|sali|carsamba|persembe|cumartesi|cuma|pazar|pzt|sal|car|per|cum|cmt|paz"
_YEAR = r"(?P<year>[12]\d{3})"
_DATES = (
    rf"(?P<day>\d{{1,2}})\.?[ ./-](?P<name>[a-z]+)\.?[ ./,-] ?{_YEAR}",
    rf"(?P<name>[a-z]+) (?P<day>\d{{1,2}}),? {_YEAR}",
    rf"(?P<day>\d{{1,2}})(?P<sign>[./-]) ?(?P<month>\d{{1,2}})(?P=sign) ?{_YEAR}",
    rf"{_YEAR}(?P<sign>[./-])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})",
)
_TIME = (
    r"(?:(?:t|[ ,|/(-]+)(?:saat:? )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.]\d{2}(?:[.,]\d+)?)?\)? ?(?P<offset>z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?"
)


def parse_date(text: str) -> str:
    """Return the date, and the time if there is one, that is the whole of this text.

    `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, or the latter with an offset (`+03:00`) if the text
    states one. Empty when the text is anything else, or a day that no calendar has. A
    weekday may stand before, behind or between; whether it is the right one is not asked.
    """
    if len(text) > 100:
        return ""
    key = re.sub(rf"(?:^|(?<=[ ,(-]))(?:{_WEEKDAYS})\b\.?,?", " ", plain(text))
    key = " ".join(key.split()).strip(" ,-|").replace(" ,", ",")
    for pattern in _patterns():
        if found := pattern.fullmatch(key):
            return _iso(found.groupdict())
    return ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(date + _TIME, re.ASCII) for date in _DATES)


def _iso(parts: dict[str, str | None]) -> str:
    from datetime import date, time

    month = parts.get("month") or _month(parts.get("name") or "")
    try:
        day = date(int(parts["year"] or 0), int(month), int(parts["day"] or 0)).isoformat()
        if parts["hour"] is None:
            return day
        clock = time(int(parts["hour"]), int(parts["minute"] or 0)).isoformat("minutes")
    except ValueError:
        return ""
    return f"{day}T{clock}{_offset(parts['offset'] or '')}"


def _month(name: str) -> int:
    """Return the number of a month from its name or the three letters it starts with, else 0."""
    for number, month in enumerate(MONTHS, 1):
        if name in (plain(month), plain(month)[:3]):
            return number
    return 0


def _offset(text: str) -> str:
    return "+00:00" if text == "z" else f"{text[:3]}:{text[-2:]}" if text else ""
