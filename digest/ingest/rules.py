"""Named rules by which lines are no part of an article: shipped in data/rules.yaml, added in config.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

from digest import config, turkish
from digest.records import record

_AROUND = " \t.,:;•●·›»>|–—-_*#…!+→↓↑▼▲►▶✕×\"'“”’"
_BULLETS = " -*•●·›»>|"
_COUNT = re.compile(r"\s*(?:\(\s*\d[\d.,]*\s*\)|\[\s*\d+\s*\])$|^\(?\d{1,5}[.)]?\s+(?=\D{3})")
_SHORT = 8
"""Characters up to which a line is not looked through for what rules name."""
_SHAPED = re.compile(r"[\d.<\[]|önce\b")
"""What every line has that is known by its shape."""
_LONGEST = 500
"""Characters of the longest line that a rule can know."""

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}|\d{1,3} (?:dk|dak|dakika|min|sn)\.?")
_TICKER = re.compile(
    r"(?:bıst|bist|dolar|usd|euro|eur|sterlin|gbp|altın|gram altın|çeyrek|çeyrek altın|ons|gümüş|"
    r"petrol|brent|bitcoin|btc|ethereum|faiz|imkb)(?: ?100)?\s*[:|%]?\s*[%↑↓▲▼-]*\s*[\d$€₺][\d.,\s%$€₺()+-]*"
)
_WEATHER = re.compile(r"(?:[^\W\d]+ )?-?\d{1,2}(?:[.,]\d)? ?°c?(?: [^\W\d]+){0,3}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.-]+\.(?:com|net|org|com\.tr|org\.tr|gov\.tr)(?:/\S*)?"
)
_PICTURE = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|svg|mp4)|<image>\S*|!\[\]\s?\(\s?\S*\s?\)")
_AGO = re.compile(
    r"(?:\d+|bir|birkaç) (?:saniye|dakika|dk|saat|sa|gün|hafta|ay|yıl) önce(?: (?:güncellendi|eklendi|yayınlandı))?"
)
_NUMBER = re.compile(r"[\d.,]+(?: ?[bkm]n?)?")
_SHAPES = (
    ("schedule", _CLOCK), ("market-ticker", _TICKER), ("weather", _WEATHER),
    ("web-address", _ADDRESS), ("picture-file", _PICTURE), ("relative-time", _AGO),
    ("counter", _NUMBER),
)  # fmt: skip
"""Rules that know lines by their shape; but for pictures they hold at the edges of an article."""


class Match(NamedTuple):
    """What a rule says of a line."""

    name: str
    anywhere: bool
    """True when the line goes wherever it stands, else only at the edges of an article."""
    opens: bool = False
    """True when the headlines below go with it."""


class Parts(NamedTuple):
    """Beginnings, ends or pieces of lines, with what rule each is of."""

    texts: tuple[str, ...]
    matches: tuple[Match, ...]


@record
class Rules:
    """Rules, ready to be asked."""

    lines: dict[str, Match]
    """By the folded line."""
    starts: Parts
    ends: Parts
    contains: Parts

    def find(self, key: str) -> Match | None:
        """Return what the first rule that knows a folded line says of it."""
        if len(key) > _LONGEST:
            return None
        found = self.lines.get(key) or self.lines.get(_label(key))
        if found:
            return found
        bare = key.lstrip(_BULLETS)
        if key.startswith(self.starts.texts) or bare.startswith(self.starts.texts):
            return _first(self.starts, lambda text: key.startswith(text) or bare.startswith(text))
        if key.endswith(self.ends.texts):
            return _first(self.ends, key.endswith)
        if len(key) > _SHORT and any(text in key for text in self.contains.texts):
            return _first(self.contains, key.__contains__)
        return _by_shape(key) if _SHAPED.search(key) else None


def _first(parts: Parts, test: Callable[[str], bool]) -> Match:
    return next(match for text, match in zip(*parts, strict=True) if test(text))


def load(added: tuple[config.Rule, ...] = ()) -> Rules:
    """Return the shipped rules and those of a site, which come first and hold anywhere."""
    lines: dict[str, Match] = {}
    starts: dict[str, Match] = {}
    for rule in added:
        match = Match(rule.name, anywhere=True)
        lines |= {turkish.fold(line): match for line in rule.lines}
        starts |= {_fold(start): match for start in rule.starts}
    shipped = _shipped()
    texts, matches = tuple(starts), tuple(starts.values())
    return Rules(
        shipped.lines | lines,
        Parts(texts + shipped.starts.texts, matches + shipped.starts.matches),
        shipped.ends,
        shipped.contains,
    )


@cache
def _shipped() -> Rules:
    from digest.frontmatter import load_yaml

    text = resources.files("digest.ingest").joinpath("data/rules.yaml").read_text("utf-8")
    lines: dict[str, Match] = {}
    parts: dict[str, dict[str, Match]] = {"starts": {}, "ends": {}, "contains": {}}
    for group in load_yaml(text):
        match = Match(group["name"], group["where"] == "anywhere")
        for line in group.get("lines", ()):
            _put(lines, turkish.fold(line), match)
        for line in group.get("opens", ()):
            _put(lines, turkish.fold(line), match._replace(opens=True))
        for kind, found in parts.items():
            found |= {_fold(part): match for part in group.get(kind, ())}
    return Rules(lines, *(Parts(tuple(found), tuple(found.values())) for found in parts.values()))


def _put(lines: dict[str, Match], key: str, match: Match) -> None:
    for form in (key, _label(key)):
        lines.setdefault(form, match)


def _fold(part: str) -> str:
    """Fold a piece of a line, keeping the spaces at its ends."""
    lead = " " if part.startswith(" ") else ""
    trail = " " if part.endswith(" ") else ""
    return f"{lead}{turkish.fold(part)}{trail}"


def _label(key: str) -> str:
    """Return a folded line without counts, arrows, colons and bullets around it."""
    stripped = key.strip(_AROUND)
    return _COUNT.sub("", stripped).strip(_AROUND) or key


def _by_shape(key: str) -> Match | None:
    if len(key) > 120 and not key.startswith(("http", "www.", "<image>", "![")):
        return None
    for name, shape in _SHAPES:
        if shape.fullmatch(key):
            return Match(name, anywhere=name == "picture-file")
    return None


@cache
def names(file: str) -> frozenset[str]:
    """Return the folded names of a data file: `places.txt`, `outlets.txt`."""
    text = resources.files("digest.ingest").joinpath("data", file).read_text("utf-8")
    lines = (line for line in text.split("\n") if not line.startswith("#"))
    return frozenset(_listed(lines))


def _listed(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        for name in line.split(","):
            if key := turkish.fold(name):
                yield key
