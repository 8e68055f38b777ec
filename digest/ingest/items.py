"""The lines of a dump that may be part of an article, with what a rule says of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from digest import turkish
from digest.ingest import captions, dates, houses, names, rules
from digest.ingest.lines import (
    Line,
    has_sentences,
    is_headline,
    is_paragraph,
    without_address,
    words,
)

_CITIES = 4
"""Lines that name a city each, from which on they are a list of cities."""
_SEPARATOR = re.compile(r"([=_#~*+•●─━═-])\1{4,}|(?:[=*_-] ){4,}[=*_-]")
_RULES = frozenset(("---", "----", "___", "____", "–––", "———"))
_SEAM = re.compile(r"(?<=[a-zçğıöşü])(?=[A-ZÇĞİÖŞÜ])")
_TEXT_SIZE = "text-size-widget"


class Item:
    """One line that no rule knows."""

    __slots__ = (
        "_about",
        "_caption",
        "_sources",
        "at",
        "gap",
        "headline",
        "key",
        "line",
        "listed",
        "paragraph",
        "widget",
    )

    def __init__(self, at: int, line: Line, gap: int, *, widget: bool, listed: bool) -> None:
        text = line.text
        self.at = at
        """Its index among the lines, from 0."""
        self.line = line
        self.gap = gap
        """Blank lines before it."""
        self.widget = widget
        """True when a text-size widget stands between the item before and this one."""
        self.listed = listed
        """True while it stands in a list of other news."""
        bare = without_address(text)
        self.key = line.key if bare == text else turkish.fold(bare)
        """The key by which headlines and captions are compared."""
        self.paragraph = is_paragraph(text)
        """Whether it reads as a paragraph."""
        able = bool(line.key) and (is_headline(text) or _is_sign(text))
        self.headline = able and not _is_person(text)
        """Whether it can be a headline; signs alone can where they are printed as one."""
        self._about: bool | None = None
        self._sources: bool | None = None
        self._caption: captions.Caption | Literal[False] | None = False

    @property
    def caption(self) -> captions.Caption | None:
        """Its parts, where its form is that of a caption with a credit."""
        if self._caption is False:
            self._caption = captions.caption(self.line.text) if self.line.key else None
        return self._caption

    @property
    def credits(self) -> bool:
        """Whether it is a caption with its credit; of several sentences it is a paragraph."""
        found = self.caption
        return found is not None and bool(found.credit) and not has_sentences(found.text)

    @property
    def about(self) -> bool:
        """Whether it says when, by whom or for which house the article was written."""
        if self._about is None:
            text = self.line.text
            self._about = not self.paragraph and bool(
                _is_dated(text)
                or dates.is_label(text)
                or names.byline(text)
                or houses.sources(text)
            )
        return self._about

    @property
    def words(self) -> int:
        """How many words it has."""
        return words(self.line.text)

    @property
    def sources(self) -> bool:
        """Whether it lists two sources or more, or names one under a label."""
        if self._sources is None:
            text = self.line.text
            self._sources = len(houses.sources(text)) > 1 or bool(houses.labelled_sources(text))
        return self._sources


def _is_dated(text: str) -> bool:
    """Say whether a line is a date, alone or with who wrote the article."""
    dated = dates.date_line(text)
    return dated is not None and (not dated.rest or bool(names.people(dated.rest)))


def _is_sign(text: str) -> bool:
    return len(text) > 2 and not any(char.isalnum() for char in text)


def _is_person(text: str) -> bool:
    """Say whether a line is who wrote; a name in capitals may be a headline."""
    return words(text) < 5 and text != turkish.upper(text) and bool(names.people(text))


def marks(lines: Sequence[Line], known: rules.Rules) -> list[rules.Match | None]:
    """Return for each line what a rule says of it."""
    found = [known.find(line.key) for line in lines]
    cities = rules.Match("city-list", anywhere=False)
    doubled = rules.Match("doubled-headline", anywhere=True)
    run: list[int] = []
    for at, line in enumerate(lines):
        if not line.text:
            continue
        if is_separator(line) or _parts_articles(lines, at):
            found[at] = rules.Match("separator", anywhere=True)
        elif found[at] is None:
            found[at] = doubled if _is_doubled(line) else _glued(line, known)
        if _is_city(line):
            run.append(at)
            continue
        _mark(found, run, cities)
        run = []
        if _lists_cities(line):
            found[at] = found[at] or cities
    _mark(found, run, cities)
    return found


def items(lines: Sequence[Line], found: Sequence[rules.Match | None]) -> list[Item]:
    """Return the lines that are neither blank nor known to a rule."""
    result: list[Item] = []
    gap, widget, listed = 0, False, False
    for at, line in enumerate(lines):
        match = found[at]
        if not line.text:
            gap += not line.part_of
        elif match:
            widget = widget or match.name == _TEXT_SIZE
            listed = listed or match.opens
        else:
            listed = listed and not (len(line.text) > 200 and is_paragraph(line.text))
            result.append(Item(at, line, gap, widget=widget, listed=listed))
            gap, widget = 0, False
    return result


def _parts_articles(lines: Sequence[Line], at: int) -> bool:
    """Say whether three signs stand alone between a paragraph and what can be a headline.

    They may be a headline too, with its caption below, or stand for something in the text.
    """
    beside = (*lines[at - 1 : at], *lines[at + 1 : at + 2])
    if lines[at].text not in _RULES or any(line.text for line in beside):
        return False
    above = next((line.text for line in reversed(lines[max(0, at - 4) : at]) if line.text), "")
    below = next((line.text for line in lines[at + 1 : at + 5] if line.text), "")
    ends = (is_paragraph(above) and not above.endswith(":")) or len(houses.sources(above)) > 1
    starts = is_headline(below) and not is_paragraph(below) and words(below) > 2
    return ends and starts and captions.caption(below) is None


def _glued(line: Line, known: rules.Rules) -> rules.Match | None:
    """Return the rule of a line whose parts are glued together: `LinkedinFlipboardE-posta`."""
    if len(line.text) > 120 or not _SEAM.search(line.text):
        return None
    found = [known.find(turkish.fold(part)) for part in _SEAM.split(line.text)]
    return found[0] if all(found) else None


def _is_doubled(line: Line) -> bool:
    """Say whether a line is a text twice: a link to other news, the picture's text and the headline."""
    text = line.key[: len(line.key) // 2]
    return text.count(" ") > 1 and line.key == f"{text} {text}" and not text.endswith((".", "!"))


def is_separator(line: Line) -> bool:
    """Say whether a line is five signs or more of one kind: `=====`, `* * * * *`."""
    return _SEPARATOR.fullmatch(line.text) is not None


def is_rule(line: Line) -> bool:
    """Say whether a line is three or four dashes; stars part the sections of a column."""
    return line.text in _RULES


def _mark(found: list[rules.Match | None], run: list[int], match: rules.Match) -> None:
    if len(run) >= _CITIES:
        for at in run:
            found[at] = found[at] or match


def _is_city(line: Line) -> bool:
    """`Adana`, or with what radio and weather lists put behind it: `Adana107.4`, `Adana 31°`."""
    return line.key.rstrip("0123456789.,:°c -%mhz") in rules.names("places.txt")


def _lists_cities(line: Line) -> bool:
    """`Adana Adıyaman Afyon Ağrı Amasya …` in one line."""
    if not 30 < len(line.key) < 1200:
        return False
    tokens = line.key.replace(",", " ").replace("|", " ").split()
    return len(tokens) >= 5 and all(token in rules.names("places.txt") for token in tokens)
