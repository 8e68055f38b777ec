"""Lines as the parser sees them: clean text, and a key to compare it by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from digest import turkish

LONGEST = 1200
"""Characters of the longest line that can be anything but a body paragraph."""

SIGNED = re.compile(
    r"""(?<=[.!?”"])\s*(?P<dash>[-–]\s*)?(?P<name>(?<![^\s–-])[A-ZÇĞİÖŞÜ]{2,}(?:[ /][A-ZÇĞİÖŞÜ]{2,})?)$"""
)
"""A place or an agency behind a paragraph's last sentence."""
_ENDS = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_BETWEEN = re.compile(r"""[.!?…]["'”’»)\]]*\s+["'“‘«(]?[A-ZÇĞİÖŞÜÂÎÛ]""")
_INITIAL = re.compile(r"(?:^|[\s.])[A-ZÇĞİÖŞÜ]\.$|\b(?:Dr|Prof|Doç|Av|St|Sn|Yrd|Bkz|No|vs|vb)\.$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")


class Line(NamedTuple):
    """One line of a dump."""

    number: int
    """From 1."""
    raw: str
    """As it stands in the dump."""
    text: str
    """Clean: NFC, single spaces, nothing invisible. Empty for a blank line."""
    key: str
    """The folded text; empty for a blank line and for one longer than `LONGEST`."""
    part_of: int = 0
    """The line that it was joined to, where paragraphs were broken at a fixed width; its text is empty then."""


def read(lines: Iterable[str], first: int = 1) -> tuple[Line, ...]:
    """Return the lines with their clean texts and keys, paragraphs of several lines joined."""
    return _joined([_line(number, raw) for number, raw in enumerate(lines, first)])


def _line(number: int, raw: str) -> Line:
    text = " ".join(turkish.clean(raw).split())
    if text == raw:
        text = raw  # one string in memory, where there may be millions
    return Line(number, raw, text, turkish.fold(text) if len(text) <= LONGEST else "")


def _joined(lines: list[Line]) -> tuple[Line, ...]:
    """Join the lines of paragraphs that were broken at a fixed width, as mail programs do."""
    width = _width(lines)
    if not width:
        return tuple(lines)
    result: list[Line] = []
    parts: list[Line] = []
    for line in lines:
        short = len(line.text) < width * 0.7
        apart = short and not ends_sentence(line.text)  # a sub-head, or who wrote it
        if not line.text or (apart and parts and ends_sentence(parts[-1].text)):
            result += _paragraph(parts)
            parts = []
        if not line.text:
            result.append(line)
            continue
        parts.append(line)
        if short:
            result += _paragraph(parts)
            parts = []
    return (*result, *_paragraph(parts))


def _paragraph(parts: list[Line]) -> list[Line]:
    """Give the first line of a paragraph the text of all."""
    if len(parts) < 2:
        return parts
    first = parts[0]
    text = " ".join(part.text for part in parts)
    key = turkish.fold(text) if len(text) <= LONGEST else ""
    rest = (Line(part.number, part.raw, "", "", part_of=first.number) for part in parts[1:])
    return [Line(first.number, first.raw, text, key), *rest]


def _width(lines: list[Line]) -> int:
    """Return the width at which paragraphs were broken, or 0 where a line is a paragraph.

    They were when most lines that have one right below are about equally long and do not end
    a sentence, many begin with a small letter, and none is much longer or printed twice.
    """
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths or lengths[-1] > 120:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    pairs = [(one, below) for one, below in pairwise(lines) if one.text and below.text]
    if width < 50 or any(one.key == below.key for one, below in pairs):
        return 0
    broken = [
        below
        for one, below in pairs
        if len(one.text) > width * 0.75 and not ends_sentence(one.text)
    ]
    small = sum(below.text[0].islower() for below in broken)
    return width if len(broken) > max(3, len(pairs) * 0.4) and small > len(broken) * 0.5 else 0


def words(text: str) -> int:
    """Return how many words a text has."""
    return text.count(" ") + 1 if text else 0


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does, closing quotes and brackets aside."""
    return _ENDS.search(text[-12:]) is not None


def without_address(text: str) -> str:
    """Return the text without a web address at its end, glued to it or not."""
    return _ADDRESS.sub("", text).rstrip() if "://" in text or "www." in text else text


def is_paragraph(text: str) -> bool:
    """Say whether a line reads as a paragraph: sentences, or a long text.

    A line that does not may be a headline, a sub-head, a caption, or a piece of the page.
    """
    if len(text) > 300 or _sentence_breaks(text):
        return True
    if len(text) > 160 and words(text) > 20:
        return True
    if text[-1:].isupper() and (signed := SIGNED.search(text[-60:])):
        text = text[: len(text) - len(signed.group())]
    least = 3 if text.endswith(".") else 4
    return ends_sentence(text) and not text.endswith(("?", ":")) and words(text) >= least


def is_headline(text: str) -> bool:
    """Say whether a line can be a headline: short, or long without a sentence's end in it."""
    if not any(char.isalnum() for char in text):
        return False
    if len(text) <= 250:
        return _sentence_breaks(text) <= 2
    return len(text) <= 1000 and not _sentence_breaks(text) and not text.endswith(".")


def has_sentences(text: str) -> bool:
    """Say whether a sentence ends within a text."""
    return _sentence_breaks(text) > 0


def _sentence_breaks(text: str) -> int:
    count = 0
    for match in _BETWEEN.finditer(text, 0, LONGEST):
        if not _INITIAL.search(text[max(0, match.start() - 6) : match.start() + 1]):
            count += 1
    return count
