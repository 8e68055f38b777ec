"""Typed values out of one file's front matter, and all that is wrong with them."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from digest.model import Problem, Source

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_JOINERS = "\u200c\u200d\u200e\u200f"  # Persian, Indic and right-to-left texts need them


class Fields:
    """One file's front matter.

    Every method returns a usable value; what was wrong with the one that stands there is
    in `problems`, with its line.
    """

    def __init__(self, meta: dict[str, Any], path: str, text: str) -> None:
        self.meta = meta
        self.path = path
        self.problems: list[Problem] = []
        self._text = text

    def wrong(self, name: str, message: str, hint: str = "") -> None:
        """Note a mistake in the field with this name."""
        starts = tuple(f"{quote}{name}{quote}" for quote in ("", '"', "'"))
        lines = self._text.split("\n")[:2000]
        line = next((n for n, content in enumerate(lines, 1) if content.startswith(starts)), 1)
        self.problems.append(Problem("error", "front-matter", message, self.path, line, hint))

    def text(self, name: str) -> str:
        """Return a text on one line, without control characters."""
        value = self.meta.get(name)
        if value is None:
            return ""
        if isinstance(value, (list, dict)):
            self.wrong(name, f"{name} is a list, not a text.", f"Write `{name}: some words`.")
            return ""
        text = str(value)
        if not text.isprintable():
            text = "".join(c if c.isprintable() or c in _JOINERS else " " for c in text)
        return " ".join(text.split())

    def texts(self, name: str, *, unique: bool = True) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        value = self.meta.get(name)
        if value is None:
            return ()
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or any(isinstance(item, (list, dict)) for item in value):
            self.wrong(name, f"{name} is not a list of words.", f"Write `{name}: [one, two]`.")
            return ()
        words = [" ".join(str(item).split()) for item in value if item is not None]
        return tuple(dict.fromkeys(words)) if unique else tuple(words)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self.meta.get(name, False)
        if isinstance(value, bool):
            return value
        self.wrong(name, f'{name} is "{value}".', "Write true or false.")
        return False

    def slug(self, value: str, name: str = "slug") -> str:
        """Return the value, having checked that it can be the last part of an address."""
        if value and (len(value) > 80 or not _SLUG.fullmatch(value)):
            self.wrong(
                name,
                f'{name} "{value[:100]}" cannot be part of an address.',
                "Use at most 80 small letters a-z, digits and single hyphens.",
            )
            return ""
        return value

    def time(self, name: str, zone: str) -> str:
        """Return YYYY-MM-DD, or an ISO time with the offset that it states or has in the zone."""
        value = self.text(name)
        if not value:
            return ""
        try:
            return _time(value, zone)
        except (ValueError, OverflowError):
            hint = "Write 2025-07-22 or 2025-07-22T11:47."
            self.wrong(name, f'{name} "{value}" is not a date.', hint)
            return ""

    def sources(self) -> tuple[Source, ...]:
        """Return the papers and agencies, each once."""
        value = self.meta.get("sources")
        items = value if isinstance(value, list) else [] if value is None else [value]
        found: dict[str, Source] = {}
        for item in items:
            if source := self._source(item):
                found.setdefault(source.name, source)
        return tuple(found.values())

    def _source(self, item: Any) -> Source | None:
        name, url = (item.get("name"), item.get("url")) if isinstance(item, dict) else (item, "")
        if not isinstance(name, str) or not name.strip():
            hint = "Write `- Reuters` or `- {name: Reuters, url: https://…}`."
            self.wrong("sources", "a source without a name.", hint)
            return None
        url = str(url or "")
        if url and not re.fullmatch(r"https?://[^\s<>\"]+", url):
            hint = "Only http and https addresses are linked."
            self.wrong("sources", f'source address "{url[:80]}" is no web address.', hint)
        return Source(" ".join(name.split()), url)


def _time(value: str, zone: str) -> str:
    if _DAY.fullmatch(value):
        return dt.date.fromisoformat(value).isoformat()
    moment = dt.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=_zone(zone))
    moment.astimezone(dt.UTC)  # raises OverflowError at the calendar's ends
    return moment.isoformat()


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
