"""Days, months and times as a reader sees them.

Month and weekday names are CLDR's, by Babel; the order of the parts is the house style of
each language, `patterns` in its interface texts. Values are ISO texts: `2025`, `2025-07`,
`2025-07-22`, `2025-07-22T11:47:00+03:00`. Times are shown in the offset that they carry.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from markupsafe import Markup, escape

from digest.model import Period
from digest.render import cldr
from digest.render.texts import Texts


def day(value: str, t: Texts) -> str:
    """`22 Temmuz 2025`."""
    return _formatted(value[:10], t.patterns.day, t.locale)


def full_day(value: str, t: Texts) -> str:
    """`22 Temmuz 2025 Salı`."""
    return _formatted(value[:10], t.patterns.full, t.locale)


@lru_cache(maxsize=4096)
def dated(value: str, t: Texts) -> Markup:
    """`22 Temmuz 2025 <span>Salı</span>`, or the weekday first where the house style has it so."""
    parts = [escape(day(value, t)), Markup("<span>{}</span>").format(weekday(value, t))]
    return Markup(" ").join(parts[::-1] if t.patterns.full.startswith("E") else parts)


def weekday(value: str, t: Texts) -> str:
    """`Salı`."""
    return _formatted(value[:10], "EEEE", t.locale)


def month(value: str, t: Texts) -> str:
    """`Temmuz 2025`."""
    return _formatted(value[:7], t.patterns.month, t.locale)


def month_name(value: str, t: Texts) -> str:
    """`Temmuz`."""
    return _formatted(value[:7], "LLLL", t.locale)


def clock(value: str) -> str:
    """`11:47`, or nothing for a day without a time."""
    return value[11:16] if len(value) > 10 else ""


def when(value: str, t: Texts) -> str:
    """`22 Temmuz 2025, 11:47`, or the day alone."""
    time = clock(value)
    return f"{day(value, t)}, {time}" if time else day(value, t)


def since(value: str, first: str, t: Texts) -> str:
    """Return the time of a change: on the day of the first publication the hour says it all."""
    if value[:10] == first[:10] and len(value) > 10:
        return clock(value)
    return when(value, t)


def period(value: str, t: Texts) -> str:
    """Return a year, month or day as a reader names it; anything else as it is."""
    if len(value) == 10 and value[4] == value[7] == "-":
        return day(value, t)
    if len(value) == 7 and value[4] == "-":
        return month(value, t)
    return value


def rfc822(value: str) -> str:
    """`Tue, 22 Jul 2025 11:47:00 +0300`, as RSS wants it; a day without a time is midnight UTC."""
    from email.utils import format_datetime

    moment = datetime.fromisoformat(value)
    return format_datetime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def weekdays(t: Texts) -> tuple[tuple[str, str], ...]:
    """Return short and long names of the days of the week, in the order of a printed calendar."""
    monday = date(2024, 1, 1)
    days = [monday + timedelta(cldr.of(t.locale).first + offset) for offset in range(7)]
    return tuple(
        (_formatted(d.isoformat(), "EEEEEE", t.locale), _formatted(d.isoformat(), "EEEE", t.locale))
        for d in days
    )


def calendar(periods: tuple[Period, ...], t: Texts) -> tuple[tuple[Period | None, ...], ...]:
    """Return a month's days as weeks of seven; None where a week reaches beyond the month.

    `periods` are days of one month, in any order; days that are not among them are added
    with no stories.
    """
    known = {period.day: period for period in periods}
    start = date.fromisoformat(min(known)).replace(day=1)
    blanks = (start.weekday() - cldr.of(t.locale).first) % 7
    cells: list[Period | None] = [None] * blanks
    current = start
    while current.month == start.month:
        iso = current.isoformat()
        cells.append(known.get(iso) or Period(day=iso, count=0, permalink=""))
        current += timedelta(1)
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[i : i + 7]) for i in range(0, len(cells), 7))


_FIELD = re.compile(r"(?<![a-zA-Z])(?:d{1,2}|MMMM|LLLL|EEEE(?:EE)?|y)(?![a-zA-Z])")
_PLAIN = re.compile(rf"(?:{_FIELD.pattern}|[ ,./-])*")


@lru_cache(maxsize=8192)
def _formatted(value: str, pattern: str, locale: str) -> str:
    padded = value + "-01-01"[len(value) - 10 :] if len(value) < 10 else value
    moment = date.fromisoformat(padded)
    if _PLAIN.fullmatch(pattern):
        known = cldr.of(str(locale))
        return _FIELD.sub(lambda found: _field(found[0], moment, known), pattern)
    from babel.dates import format_date

    return format_date(moment, str(pattern), locale=str(locale))


def _field(name: str, moment: date, known: cldr.Cldr) -> str:
    """Return a day, month, year or weekday: what babel.dates does, which loads slowly."""
    if name[0] == "E":
        return (known.days if name == "EEEE" else known.short)[moment.weekday()]
    if name[0] in "ML":
        return (known.months if name == "MMMM" else known.alone)[moment.month - 1]
    return str(moment.year) if name == "y" else f"{moment.day:0{len(name)}}"
