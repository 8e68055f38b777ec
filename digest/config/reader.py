"""Typed values out of nested settings, and every mistake in them with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from digest.model import Problem

_KINDS = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}


class Reader:
    """Reads the values of one YAML file. A place is a dotted name: `site.url`, `topics[2].key`."""

    def __init__(self, text: str, name: str) -> None:
        self.problems: list[Problem] = []
        self._lines = text.split("\n")
        self._name = name

    def wrong(self, place: str, message: str, hint: str = "") -> None:
        """Note a mistake at a place."""
        line = self._line(place)
        self.problems.append(
            Problem("error", "config", f"{place} {message}", self._name, line, hint)
        )

    def group(self, value: Any, place: str, names: Iterable[str] = ()) -> dict[str, Any]:
        """Return a group of settings; with `names`, others in it are mistakes."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.wrong(place, f"is {_kind(value)}, not a group of settings.")
            return {}
        known = tuple(names)
        for name in map(str, value):
            if known and name not in known:
                import difflib  # takes 2 ms, and is seldom needed

                close = difflib.get_close_matches(name, known, 1, 0.6)
                hint = f'Did you mean "{close[0]}"?' if close else f"Known: {', '.join(known)}."
                self.wrong(f"{place}.{name}".strip("."), "is no setting.", hint)
        return {str(name): item for name, item in value.items()}

    def text(self, value: Any, place: str, default: str = "") -> str:
        """Return a text on one line."""
        if value is None:
            return default
        if isinstance(value, (dict, list)):
            self.wrong(place, f"is {_kind(value)}, not a text.")
            return default
        return " ".join(str(value).split())

    def texts(self, value: Any, place: str) -> tuple[str, ...]:
        """Return a list of texts; one alone is a list of one."""
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        if any(isinstance(item, (dict, list)) or item is None for item in items):
            self.wrong(place, "is not a list of texts.", "Write [one, two].")
            return ()
        return tuple(str(item) for item in items)

    def groups(self, value: Any, place: str, names: Iterable[str]) -> list[dict[str, Any]]:
        """Return a list of groups of settings."""
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(place, f"is {_kind(value)}, not a list.")
            return []
        return [self.group(item, f"{place}[{n}]", names) for n, item in enumerate(value, 1)]

    def flag(self, value: Any, place: str, default: bool) -> bool:
        """Return true or false."""
        if value is None:
            return default
        if not isinstance(value, bool):
            self.wrong(place, f"is {_shown(value)}.", "Write true or false.")
            return default
        return value

    def number(
        self, value: Any, place: str, default: float, least: float, most: float = 1e9
    ) -> float:
        """Return a number within the bounds."""
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.wrong(place, f"is {_shown(value)}, not a number.")
            return default
        if not least <= value <= most:
            self.wrong(place, f"is {value}.", f"Write a number from {least:g} to {most:g}.")
            return default
        return value

    def whole(self, value: Any, place: str, default: int, least: int, most: int) -> int:
        """Return a whole number within the bounds."""
        if isinstance(value, float):
            self.wrong(place, f"is {value}, not a whole number.")
            return default
        return int(self.number(value, place, default, least, most))

    def _line(self, place: str) -> int:
        """Line of a place: that of its last key that can be found below the ones before it."""
        at = 0
        for part in place.split("."):
            nth = re.search(r"\[([0-9]{1,5})\]$", part)
            key = part[: nth.start()] if nth else part
            at = self._find(rf"""[\s\-{{,]*["']?{re.escape(key)}["']?\s*:""", at)
            for _ in range(int(nth[1]) if nth else 0):
                at = self._find(r"\s*-(\s|$)", at + 1)
        return at + 1

    def _find(self, pattern: str, start: int) -> int:
        numbers = range(start, len(self._lines))
        return next((n for n in numbers if re.match(pattern, self._lines[n])), start)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a group of settings")


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else _kind(value)
