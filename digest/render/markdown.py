"""Markdown of the house dialect as HTML.

The parser is slow, and most blocks of news are plain paragraphs. So what can be shown to
give the same HTML is written directly, and the parser is not even loaded until a block
needs it. That both give the same is tested with many thousand random texts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.blocks import normal
from digest.render import safety

_START = re.compile(
    r"""[^\W\d_]|["'“”‘’„«(…–—•%!]|\*{1,2}[^\W_]|\d+(?![\d]|\.[ ])|\[(?![^\[\]]*\]:)"""
)
"""How a line begins that can be nothing but text."""

_ITEM = re.compile(r"(?:[*+-]|(\d+\.)) +")
_QUOTED = re.compile(r"> ?")
_ADDRESS = r"https?://[A-Za-z0-9][\w.~:/?#@!$&+,;=%-]*"
_MARKUP = re.compile(
    r"\*(?<!\*\*)(?P<strong>\*?)(?![\s*])(?P<stressed>[^*\[\]]+)(?<!\s)\*(?P=strong)(?!\*)"
    rf"|\[(?P<link>[^*\[\]]*)\]\((?P<address>{_ADDRESS})\)"
    rf"|!\[(?P<alt>[^*\[\]]*)\]\((?P<src>{_ADDRESS}|/?[\w.-][\w./-]*)"
    r'(?: "(?P<caption>[^"\'()\[\]]+)")?\)'
)
"""Emphasis, links and pictures in their plainest forms, none within another. Each form begins
with a literal sign, by which the expression is found many times as fast."""

_EDGE = re.compile(r"(?<!\w)_|_(?!\w)")


@lru_cache(maxsize=512)
def to_html(markdown: str, references: str = "") -> str:
    """Return a block, or a whole body, as HTML that is safe to put into a page.

    `references` are link definitions from elsewhere in the body (`Block.references`). The
    text may be anything; the HTML has no scripts, styles, or links by dangerous schemes.
    A story, its side-by-side page and its feeds ask for a block in short order.
    """
    quick = quick_html(markdown)
    if quick is not None:
        return quick
    from digest.render import dialect

    return dialect.render(normal(markdown), normal(references))


def quick_html(markdown: str) -> str | None:
    """Return the HTML of a block that is simple enough, None for others."""
    if is_bare(markdown) and markdown.isprintable():
        return f"<p>{markdown}</p>"
    lines = markdown.split("\n")
    if len(lines) > 1 and ("  \n" in markdown or "|" in markdown):
        return None
    return _simple(lines) if all(map(_is_plain_line, lines)) else None


def _simple(lines: list[str]) -> str | None:
    first = lines[0]
    if _START.match(first):
        return _paragraph(lines)
    if first[0] == "#":
        return _heading(lines)
    if first[0] == ">":
        return _quote(lines)
    return _list(lines) if _ITEM.match(first) else None


def is_bare(text: str) -> bool:
    """Say whether a `normal` text is a paragraph on one line without any sign, as most are.

    Its HTML is the text between `<p>` and `</p>`. `<>&` would be escaped, the other signs can be
    Markdown. Looking for one sign after another is quicker than an expression that looks for all.
    """
    return text[:1].isalpha() and not (
        "*" in text
        or "[" in text
        or "\n" in text
        or "&" in text
        or "_" in text
        or "<" in text
        or ">" in text
        or "\\" in text
        or "`" in text
        or "|" in text
    )


def _is_plain_line(line: str) -> bool:
    r"""Say whether a line has no invisible character and no sign that is always the parser's."""
    return bool(line) and line.isprintable() and "\\" not in line and "`" not in line


def _paragraph(lines: list[str]) -> str | None:
    if not all(map(_START.match, lines)):
        return None
    text = "\n".join(lines)
    if text[0] == "!" and (found := _MARKUP.fullmatch(text.rstrip())):
        return _figure(found)
    html = _inline(text)
    return None if html is None else f"<p>{html}</p>"


def _heading(lines: list[str]) -> str | None:
    text = lines[0].lstrip("#")
    level = len(lines[0]) - len(text)
    if len(lines) > 1 or level > 6 or "#" in text or not text.strip():
        return None
    html = _inline(text.strip())
    level = max(level, 2)  # the page's h1 is the headline
    return None if html is None else f"<h{level}>{html}</h{level}>"


def _quote(lines: list[str]) -> str | None:
    if not all(line[0] == ">" for line in lines):
        return None
    html = _paragraph([_QUOTED.sub("", line, count=1) for line in lines])
    return None if html is None else f"<blockquote>\n{html}\n</blockquote>"


def _list(lines: list[str]) -> str | None:
    """Return a list with one line an item, and nothing between."""
    items: list[str] = []
    for line in lines:
        mark = _ITEM.match(line)
        if not mark or not _START.match(line, mark.end()):
            return None
        html = _inline(line[mark.end() :])
        if html is None:
            return None
        items.append(f"<li>{html}</li>")
    tag = "ol" if lines[0][0].isdigit() else "ul"
    return "\n".join((f"<{tag}>", *items, f"</{tag}>"))


def _inline(text: str) -> str | None:
    """Return the HTML of what stands in a paragraph."""
    if "<http" in text or ("_" in text and _EDGE.search(text)):
        return None
    if "*" not in text and "[" not in text:
        return safety.text(text)
    if "&" in text or "<" in text or ">" in text:
        html = _escaped(text)
    else:
        html = _MARKUP.sub(_marked, text)
    return None if "*" in html or "[" in html else html


def _escaped(text: str) -> str:
    """Return the HTML of a text with markup, and with signs that have to be escaped beside it."""
    parts: list[str] = []
    end = 0
    for found in _MARKUP.finditer(text):
        parts += (safety.text(text[end : found.start()]), _marked(found))
        end = found.end()
    return "".join((*parts, safety.text(text[end:])))


def _marked(found: re.Match[str]) -> str:
    """Return the HTML of emphasis, of a link or of a picture."""
    if stressed := found["stressed"]:
        tag = "strong" if found["strong"] else "em"
        return f"<{tag}>{safety.text(stressed)}</{tag}>"
    if address := found["address"]:
        address = safety.attribute(address)
        return f'<a href="{address}" rel="{safety.REL}">{safety.text(found["link"])}</a>'
    caption = found["caption"]
    return _picture(found, f' title="{safety.attribute(caption)}"' if caption else "")


def _picture(found: re.Match[str], title: str = "") -> str:
    alt, address = safety.attribute(found["alt"]), safety.attribute(found["src"])
    return f'<img alt="{alt}" loading="lazy" src="{address}"{title}>'


def _figure(found: re.Match[str]) -> str:
    caption = found["caption"]
    shown = f"<figcaption>{safety.text(caption)}</figcaption>" if caption else ""
    return f"<figure>{_picture(found)}{shown}</figure>"
