"""Markdown to plain text."""

from __future__ import annotations

import re

from digest.blocks.grammar import DEFINITION, RULE, UNDERLINE, normal

_SIGNS = re.compile(r"[\\`*_\[<&|]|(?m:^ {0,3}(?:[#>+=-]|\d+\. ))")
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
        text = _CHARACTER.sub(_resolved, text) if "&" in text else text
        text = _HIDDEN.sub(lambda found: chr(int(found[1])), text)
    return " ".join(text.split())


def _names(references: str) -> frozenset[str]:
    """Return the names that link definitions give."""
    return frozenset(
        found[1].lower() for found in re.finditer(r"(?m)^ *\[([^\[\]]*)\]:", references)
    )


def _resolved(found: re.Match[str]) -> str:
    from html import unescape  # takes 2 ms, and is seldom needed

    return unescape(found[0])


def _hidden(sign: str) -> str:
    return f"\x02{ord(sign)}\x03"


def _literal(code: str) -> str:
    return re.sub(r"[*_\[&<]", lambda found: _hidden(found[0]), code)


def _lines(text: str) -> str:
    """Take out what marks whole lines: rules, underlines, definitions, bullets, table borders."""
    if text[:1].isalpha() and "\n" not in text:
        return text
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
    if "`" in text:
        text = _CODE.sub(lambda found: _literal(found[2].strip()), text)
    if "](" in text or "<" in text:
        text = _ANGLED.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    if names:
        text = _REFERENCE.sub(lambda found: _referring(found, names), text)
    for _ in range(3 if "*" in text or "_" in text else 0):
        text = _STRESSED.sub(lambda found: found[2] or found[4] or "", text)
    return text


def _referring(found: re.Match[str], names: frozenset[str]) -> str:
    """Return the text of a link or picture that names its address, if there is such a name."""
    if (found[3] or found[2]).lower() not in names:
        return found[0]
    return "" if found[1] else found[2]
