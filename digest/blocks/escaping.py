"""Plain text to Markdown that prints it."""

from __future__ import annotations

import re

from digest.blocks.grammar import DEFINITION, RULE, normal

ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|")
"""What a backslash makes literal, by Python-Markdown and its tables."""

_SIGNS = re.compile(r"[\\`*_\]<&]|^(?:[#>+-]|\d+\. )")
_BREAKS = re.compile(r"[ \t\n\r\f\v]+")
_LEADING = re.compile(r"#|>|[*+-](?= )|\d+(?P<dot>\.)(?= )")
_RUN = re.compile(r"\*+|_+")
_AUTOLINK = re.compile(r"<(?=https?://[^<>]*>)")
_ENTITY = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)", re.IGNORECASE)


def escape(text: str) -> str:
    """Return a paragraph of Markdown that prints this plain text, whatever signs are in it.

    Only what would be taken for markup is escaped, so that the file stays readable: `2 * 3`,
    `a_b` and `<b>` stay as they are. Line breaks become spaces.
    """
    text = _BREAKS.sub(" ", normal(text)).strip()
    if not _SIGNS.search(text):
        return text
    marks = _line_start(text) | _emphasis(text) | _backslashes(text) | _link_texts(text)
    if text.count("`") > 1:
        marks |= {at for at, char in enumerate(text) if char == "`"}
    marked = "".join(f"\\{char}" if at in marks else char for at, char in enumerate(text))
    return _AUTOLINK.sub("&lt;", _ENTITY.sub("&amp;", marked))


def _backslashes(text: str) -> set[int]:
    """Return where backslashes stand that would escape what follows them."""
    return {at for at, char in enumerate(text[:-1]) if char == "\\" and text[at + 1] in ESCAPABLE}


def _link_texts(text: str) -> set[int]:
    """Return where brackets stand that would end the text of a link."""
    return {found.start() for found in re.finditer(r"\](?=\()", text)}


def _line_start(text: str) -> set[int]:
    """Return where to escape what would make the paragraph a heading, list, quote or rule."""
    if DEFINITION.match(text) or RULE.fullmatch(text):
        return {0}
    found = _LEADING.match(text)
    if found is None:
        return set()
    return {found.start("dot") if found["dot"] else 0}


def _emphasis(text: str) -> set[int]:
    """Return where stars and underscores stand that could open or close emphasis."""
    marks: set[int] = set()
    for sign in "*_":
        runs = [found for found in _RUN.finditer(text) if found[0][0] == sign]
        opening = [run.start() for run in runs if _opens(text, run)]
        closing = [run.start() for run in runs if _closes(text, run)]
        if opening and closing and opening[0] < closing[-1]:
            starts = {*opening, *closing}
            active = [run for run in runs if run.start() in starts]
            marks.update(at for run in active for at in range(*run.span()))
    return marks


def _opens(text: str, run: re.Match[str]) -> bool:
    before, behind = _around(text, run)
    return not behind.isspace() and not (run[0][0] == "_" and before.isalnum())


def _closes(text: str, run: re.Match[str]) -> bool:
    before, behind = _around(text, run)
    return not before.isspace() and not (run[0][0] == "_" and behind.isalnum())


def _around(text: str, run: re.Match[str]) -> tuple[str, str]:
    """Return the characters before and behind a run of signs; the text's ends are as spaces."""
    start, end = run.span()
    return text[start - 1] if start else " ", text[end] if end < len(text) else " "
