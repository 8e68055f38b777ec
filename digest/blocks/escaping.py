"""Plain text to Markdown that prints it, and Markdown to plain text."""

from __future__ import annotations

import re
from html import unescape

from digest.blocks.grammar import DEFINITION, RULE, UNDERLINE, normal

ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|")
"""What a backslash makes literal, by Python-Markdown and its tables."""

_SIGNS = re.compile(r"[\\`*_\[\]<&#>|~=+-]|\d\.|!\[")
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
    marks = _emphasis(text)
    marks.update(_backslashes(text), _line_start(text))
    if text.count("`") > 1:
        marks.update(at for at, char in enumerate(text) if char == "`")
    marks.update(found.start() for found in re.finditer(r"\](?=\()", text))
    marked = "".join(f"\\{char}" if at in marks else char for at, char in enumerate(text))
    return _AUTOLINK.sub("&lt;", _ENTITY.sub("&amp;", marked))


def _backslashes(text: str) -> set[int]:
    """Return where backslashes stand that would escape what follows them."""
    return {at for at, char in enumerate(text[:-1]) if char == "\\" and text[at + 1] in ESCAPABLE}


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


_CHARACTER = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_TARGET = r"\(\s*[^()\s]*(?:\s+[\"'][^()]*[\"'])?\s*\)"
_IMAGE = re.compile(rf"!\[[^\[\]]*\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]]*)\]{_TARGET}")
_REFERENCE = re.compile(r"(?<!\])(!)?\[([^\[\]]+)\](?:\s?\[([^\[\]]*)\])?")
_ANGLED = re.compile(r"<(https?://[^<>]*)>")
_STRESSED = re.compile(
    r"(?<!\*)(\*{1,3})(?![\s*])([^*]+)(?<![\s*])\1(?!\*)"
    r"|(?<![\w_])(_{1,3})(?![\s_])([^_]+|\w+(?:_+\w+)*)(?<![\s_])\3(?![\w_])"
)
_PREFIX = re.compile(r"^ {0,3}(?:> ?|#{1,6}(?!#) *|(?:[*+-]|\d+\.) +)+", re.MULTILINE)
_CLOSING = re.compile(r"^( {0,3}#.*?)#+ *$", re.MULTILINE)
_HIDDEN = re.compile("\x02(\\d+)\x03")
"""A sign that waits until markup has been taken out. `normal` leaves no such characters."""


def plain(markdown: str, references: str = "") -> str:
    """Return the text of Markdown without its markup, on one line, for descriptions and search.

    Pictures and link definitions are left out, links leave their text. `references` are the
    definitions that reference links may name, as in `Block.references`.
    """
    text = normal(markdown)
    if _SIGNS.search(text):
        text = _ESCAPED.sub(lambda found: _hidden(found[1]), text)
        text = _unmarked(_lines(text), _names(references))
        text = _CHARACTER.sub(lambda found: unescape(found[0]), text)
        text = _HIDDEN.sub(lambda found: chr(int(found[1])), text)
    return " ".join(text.split())


def _names(references: str) -> frozenset[str]:
    """Return the names that link definitions give."""
    return frozenset(
        found[1].lower() for found in re.finditer(r"(?m)^ *\[([^\[\]]*)\]:", references)
    )


def _hidden(sign: str) -> str:
    return f"\x02{ord(sign)}\x03"


def _literal(code: str) -> str:
    return re.sub(r"[*_\[&<]", lambda found: _hidden(found[0]), code)


def _lines(text: str) -> str:
    """Take out what marks whole lines: rules, underlines, definitions, bullets, table borders."""
    text = DEFINITION.sub("", text) if "]:" in text else text
    table = "|" in text and "\n" in text
    kept = [
        line.replace("|", " ") if table else line
        for at, line in enumerate(text.split("\n"))
        if not RULE.fullmatch(line)
        and not (at and UNDERLINE.fullmatch(line))
        and not (table and set(line) <= set("|:- "))
    ]
    return _PREFIX.sub("", _CLOSING.sub(r"\1", "\n".join(kept)))


def _unmarked(text: str, names: frozenset[str]) -> str:
    """Take out what marks words: code, pictures, links, emphasis."""
    text = _CODE.sub(lambda found: _literal(found[2].strip()), text)
    text = _ANGLED.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    if names:
        text = _REFERENCE.sub(lambda found: _referring(found, names), text)
    for _ in range(3):
        text = _STRESSED.sub(lambda found: found[2] or found[4] or "", text)
    return text


def _referring(found: re.Match[str], names: frozenset[str]) -> str:
    """Return the text of a link or picture that names its address, if there is such a name."""
    if (found[3] or found[2]).lower() not in names:
        return found[0]
    return "" if found[1] else found[2]
