"""What lines of the dialect mean at the top level of a body, by the rules of Python-Markdown.

The patterns take in and leave out exactly what Python-Markdown 3.7 and later do: splitting
a body must not change its HTML, and blocks that are shown to be simple skip the parser.
"""

from __future__ import annotations

import re

HEADING = re.compile(r"#{1,6}(?:\\.|[^\\#]|#+(?=[^#]))*?#*")
UNDERLINE = re.compile(r"(?:=+|-+) *")
RULE = re.compile(
    r" {0,3}(?=(?P<run>(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}))(?P=run) *"
)
ITEM = re.compile(r" {0,3}(?:\d+\.|[*+-]) +")
NESTING = re.compile(r"^[ >]*(?:(?:[*+-]|\d+\.) +)?[ >]*")
"""What stands before the text of a line in lists and quotes."""
QUOTE = re.compile(r" {0,3}>")
DEFINITION = re.compile(
    r"""^[ ]{0,3}\[[^\[\]]*\]:[ ]*(?:\n[ ]*)?[^\s]+[ ]*"""
    r"""(?:\n[ ]*)?(?:(["']).*\1[ ]*|\(.*\)[ ]*)?$""",
    re.MULTILINE,
)
IMAGE = re.compile(
    r'!\[(?P<alt>[^\[\]\\\n]*)\]\((?P<src>[^\s()<>"]+)(?: +"(?P<caption>[^"\n]*)")?\)'
)

_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_PIPES = re.compile(r"(\\\\)|(\\`+)|(`+)|(\\\|)|(\|)")


def normal(text: str) -> str:
    """Return the text with plain line breaks and spaces, and no character that HTML forbids."""
    if text.replace("\n", "").isprintable() or not _ODD.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return _ODD.sub("", _SPACE.sub(" ", text))


def is_table(lines: list[str]) -> bool:
    """Say whether these lines, with no blank one among them, are a table."""
    if len(lines) < 2 or "|" not in lines[0] or not set(lines[1]) <= set("|:- "):
        return False
    rows = [line.strip(" ") for line in lines]
    left, right = rows[0].startswith("|"), bool(_BORDER.search(rows[0]))
    columns = _columns(rows[0], left, right)
    if columns == 1 and not all(row.startswith("|") or _BORDER.search(row) for row in rows):
        return False
    return columns == _columns(rows[1], left, right) and (columns > 1 or left or right)


def _columns(row: str, left: bool, right: bool) -> int:
    """Return how many cells a row has, whose table has these borders."""
    if left or right:
        row = _BORDER.sub("", row.removeprefix("|"))
    ticks: list[tuple[int, int, int]] = []
    pipes: list[int] = []
    for found in _PIPES.finditer(row):
        if found[2] or found[3]:
            escaped = 1 if found[2] else 0
            ticks.append((len(found[0]) - escaped, found.start(), found.end() - 1))
        elif found[5]:
            pipes.append(found.start())
    code = _code_spans(row, ticks)
    return 1 + sum(not any(start <= pipe <= end for start, end in code) for pipe in pipes)


def _code_spans(row: str, ticks: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of a row between backticks that pair up: pipes in them part no cells."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(ticks):
        size, start, _ = ticks[at]
        size -= row[start] == "\\"
        closing = [index for index in range(at + 1, len(ticks)) if ticks[index][0] == size]
        if size and closing:
            spans.append((start, ticks[closing[0]][2]))
            at = closing[0]
        at += 1
    return spans
