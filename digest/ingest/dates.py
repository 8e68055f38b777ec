"""Lines that state when a report was published and updated."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from digest import turkish

_UPDATED = re.compile(
    r"(?:son )?(?:güncelle(?:me|nme|ndi)|düzenleme|updated|last update|değiştirilme)", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"giriş|yayı[nm]|eklen|oluşturul|haber tarihi|kayıt|published|tarih|ilk yayın|created",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:son |ilk |haber |haberin )?(?:güncelle(?:me|nme|ndi)|düzenleme|giriş|yayı[nm](?:la[nm]?ma|lan[md]ı)?|yayın|eklen(?:me|di)|"
    r"oluşturul(?:ma|du)|değiştirilme|kayıt|published|updated|last update|created|ilk yayın)(?:si| tarihi| zamanı| saati)?|"
    r"(?:haber )?tarihi?|saati?|tsi|\bces?t\b|gmt(?:\s?[+-]\s?\d{1,2})?|utc|türkiye saatiyle|üzerinde|date",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?![:.]?\d)"
_ZONE = re.compile(r"\b(?:GMT|UTC)(?!\s?[+-])")
_TIME_ALONE = re.compile(r"(?<![\d.:])(?P<time>\d{1,2}[:.]\d{2})(?:[:.]\d{2})?(?![\d.:])")
_SIGNS = " \t|/\\–—-•·,:;.()[]"
_LONGEST = 220


class DateLine(NamedTuple):
    """A line that states dates, and nothing else but perhaps who wrote."""

    published: str
    """`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; empty when only an update is stated."""
    updated: str
    labelled: bool
    """True when it says what the date is of, or has a time with it."""
    rest: str
    """What else the line says: the byline's place on some sites."""


def date_line(text: str, published: str = "") -> DateLine | None:
    """Return the dates of a line that is made of dates, or None.

    `published` is the date known so far: `Güncelleme: 16:10` is on that day.
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    moments = [(found.span(), _iso(found[0])) for found in _moments().finditer(text)]
    moments = [(span, iso) for span, iso in moments if iso]
    if not moments:
        return _update_time(text, published)
    rest, first, updated = _without(text, [span for span, _ in moments]), "", ""
    for (start, _), iso in moments:
        before = text[:start][-40:]
        if _says_updated(before):
            updated = updated or iso
        elif not first:
            first = iso
        elif not updated and iso > first:
            updated = iso
    labelled = bool(_PUBLISHED.search(text) or _UPDATED.search(text)) or any(
        "T" in iso for _, iso in moments
    )
    return DateLine(first, updated, labelled, rest)


def is_label(text: str) -> str:
    """Return `published` or `updated` for a line that is such a label without its date, else empty."""
    if len(text) > 40 or _without(text, []):
        return ""
    if _UPDATED.search(text):
        return "updated"
    return "published" if _PUBLISHED.search(text) else ""


def day(text: str) -> str:
    """Return the day that a dateline states with its year, or an empty text."""
    return turkish.parse_date(text)[:10]


def _says_updated(before: str) -> bool:
    """Say whether the last label before a date is that of an update."""
    entries = (m for m in _PUBLISHED.finditer(before) if m[0].lower() != "tarih")
    updates_at = max((m.start() for m in _UPDATED.finditer(before)), default=-1)
    entries_at = max((m.start() for m in entries), default=-1)
    return updates_at > entries_at


def _update_time(text: str, published: str) -> DateLine | None:
    """`Güncelleme: 16:10`: a time on the day of publication."""
    found = _TIME_ALONE.search(text)
    if not found or not _UPDATED.search(text):
        return None
    iso = turkish.parse_date(f"{published[:10]} {found['time'].replace('.', ':')}")
    rest = _without(text, [found.span()])
    return DateLine("", iso, labelled=True, rest=rest) if iso and not rest else None


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return what is left of a line without dates, labels and signs between them."""
    for start, stop in reversed(spans):
        text = f"{text[:start]} | {text[stop:]}"
    text = _FILLER.sub(" ", text)
    parts = [part.strip(_SIGNS) for part in text.split("|")]
    return " | ".join(part for part in parts if part)


def _iso(text: str) -> str:
    """Return a date's ISO form; a time that stands before its date is put behind it.

    The text is one that `_moments` found: in it a zone stands behind a time.
    """
    zone = "+00:00" if _ZONE.search(text) else ""
    text = re.sub(r"\(?\b(?:TSİ|TSI|GMT|UTC)\b(?:\s?[+-]\s?\d{1,2})?\)?|\bsaat\b:?", " ", text)
    text = " ".join(text.split()).strip(" ,|-–—/")
    if clock := re.match(rf"{_CLOCK}(?=[\s,|/–—-]*(?:[^\W\d]+,? |\D?\s*)\d)", text):
        text = f"{text[clock.end() :].strip(' ,|-–—/')} {clock[0]}"
    iso = turkish.parse_date(" ".join(text.split()))
    return iso and iso + zone


@cache
def _moments() -> re.Pattern[str]:
    names = "|".join(
        form
        for month in turkish.MONTHS
        for name in (month, month[:3])
        for form in dict.fromkeys((name, turkish.lower(name), turkish.upper(name)))
    )
    day = "|".join(
        form
        for name in ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cumartesi", "Cuma", "Pazar")
        for form in (name, turkish.lower(name), turkish.upper(name))
    )
    dated = (
        rf"(?:\d{{1,2}}\.?[ ./-]?\s?(?:{names})\.?,?[ ./-]\s?\d{{4}}|(?:{names})\.? \d{{1,2}},? \d{{4}}|"
        rf"\d{{1,2}}(?P<sign>[./-])\d{{1,2}}(?P=sign)\d{{4}}|\d{{4}}-\d\d-\d\d)"
    )
    zone = r"(?:\s?\(?(?:TSİ|TSI|GMT|UTC)(?:\s?[+-]\s?\d{1,2})?\)?)?"
    # Some sites print a date twice, with nothing between: `6 Kasım 20256 Kasım 2025`.
    begins = r"(?:(?<![\w.])|(?<=[ ./-]\d{4}))"
    ends = rf"(?:(?!\d)|(?=\d{{1,2}} (?:{names})|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}))"
    iso = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
    clock = rf"(?:saat:? ?)?{_CLOCK}{zone}"
    return re.compile(
        rf"(?<![\w.]){iso}|"
        rf"(?<![\w.:]){_CLOCK}{zone}[ ,|/–—-]{{1,3}}(?:(?:{day}),? )?{dated.replace('sign', 'sign2')}(?:,? (?:{day})\b)?|"
        rf"{begins}(?:(?:{day}),? )?{dated}{ends}(?:,? (?:{day})\b)?(?:[ ,|/(–—-]{{1,4}}{clock}\)?)?"
    )
