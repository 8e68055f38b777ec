"""The house dialect of Markdown, as a Python-Markdown instance with safe output.

Paragraphs, sub-heads, quotes, lists, emphasis, links, pictures, tables, code and rules. Raw
HTML is shown as text. Links lead by http, https, mailto or relative addresses, pictures
come by all of these but mailto; what else looks like a link or picture stays as its text.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import AutolinkInlineProcessor
from markdown.treeprocessors import Treeprocessor

from digest.render import safety

PATIENCE = 2_000_000
"""Steps that the parser may spend on brackets and backticks that find no partner, or on lines
that cut a block in two. Its time grows with the square of their number; a block beyond that
is printed as it stands."""

_BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_EMPHASIS = re.compile(r"</?(?:em|strong)>|[*_]")
_BRACKET = re.compile(r"\]\(|[\[\]()]")


def render(text: str, references: str = "") -> str:
    """Return the HTML of a text, by the parser. No text makes it fail, or hang, or loses a word."""
    if _patience(text) > PATIENCE:
        return _as_it_stands(text)
    try:
        html = parse(text, references)
        if "*" in text or "_" in text:
            plain = parse(text, references, emphasis=False)
            if _EMPHASIS.sub("", html) != _EMPHASIS.sub("", plain):
                return plain
    except RecursionError:
        _parser.cache_clear()  # they are left in the midst of their work
        return _as_it_stands(text)
    return html


def parse(text: str, references: str = "", *, emphasis: bool = True) -> str:
    """Return what the parser makes of a text.

    Python-Markdown 3.11.3 loses words where emphasis is badly nested (`*a**b*c`); `render`
    notices, and prints the stars of such texts.
    """
    parser = _parser(emphasis)
    text = _BLANK.sub("", text).lstrip("\n")
    html = parser.convert(f"{text}\n\n{references}" if references else text)
    parser.reset()
    if (delimiters := getattr(parser, "delimiters", None)) is not None:
        delimiters.reset()
    return safety.references(html)


@cache
def _parser(emphasis: bool) -> Markdown:
    """Return one of the process's parsers: with emphasis, and without."""
    parser = Markdown(extensions=[TableExtension()], output_format="html")
    parser.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail"):
        parser.inlinePatterns.deregister(name)
    for name in ("em_strong", "em_strong2") if not emphasis else ():
        parser.inlinePatterns.deregister(name, strict=False)
    autolink = AutolinkInlineProcessor(r"<(https?://[^<>]*)>", parser)
    parser.inlinePatterns.register(autolink, "autolink", 120)
    parser.treeprocessors.register(_House(parser), "house", -10)
    return parser


def _patience(text: str) -> int:
    """Return about how many steps the parser will take where its time grows with the square."""
    ticks = text.count("`")
    lines = text.split("\n")
    cuts = sum(map(_cuts, lines)) if len(lines) > 1000 else 0
    return max(
        ticks * len(text) if ticks > 100 else 0,
        _reach(text) if "[" in text else 0,
        cuts * len(lines),
    )


def _cuts(line: str) -> bool:
    """Say whether a line is a heading or a rule, even in a list or a quote."""
    return line.lstrip(" >0123456789.*+-").startswith("#") or not line.strip(" >-_*")


def _reach(text: str) -> int:
    """Return the sum of the distances from each opening bracket to its partner, or the end."""
    reach = 0
    open_at: dict[str, list[int]] = {"[": [], "(": []}
    for found in _BRACKET.finditer(text):
        sign, at = found[0], found.start()
        if sign in "])" or sign == "](":
            waiting = open_at["(" if sign == ")" else "["]
            reach += at - waiting.pop() if waiting else 0
        if sign in ("[", "](", "("):
            open_at["[" if sign == "[" else "("].append(at)
    return reach + sum(len(text) - at for waiting in open_at.values() for at in waiting)


def _as_it_stands(text: str) -> str:
    return f"<p>{safety.text(text.strip())}</p>"


class _House(Treeprocessor):
    """Mends what the parser made: addresses, levels of headings, pictures with captions."""

    def run(self, root: Element) -> None:
        for parent in reversed(list(root.iter())):
            for child in reversed(parent):
                self._mend(parent, child)
        for paragraph in list(root.iter("p")):
            if len(paragraph) == 1 and paragraph[0].tag == "img":
                _make_figure(paragraph)

    def _mend(self, parent: Element, child: Element) -> None:
        if child.tag == "a":
            _mend_link(parent, child)
        elif child.tag == "img":
            _mend_picture(parent, child)
        elif child.tag == "h1":
            child.tag = "h2"  # the page's h1 is the headline
        elif alignment := child.attrib.pop("style", ""):
            child.set("class", alignment.removeprefix("text-align: ").rstrip(";"))


def _mend_link(parent: Element, link: Element) -> None:
    address = "%20".join((link.get("href") or "").split())
    if not safety.is_safe(address):
        _unwrap(parent, link)
        return
    link.set("href", address)
    if safety.is_external(address):
        link.set("rel", safety.REL)


def _mend_picture(parent: Element, picture: Element) -> None:
    address = "%20".join((picture.get("src") or "").split())
    if not safety.is_safe(address, ("http", "https")):
        picture.text = picture.get("alt")
        _unwrap(parent, picture)
        return
    picture.set("src", address)
    picture.set("loading", "lazy")


def _make_figure(paragraph: Element) -> None:
    picture = paragraph[0]
    if (paragraph.text or "").strip() or (picture.tail or "").strip():
        return
    paragraph.tag = "figure"
    paragraph.text = picture.tail = None
    if caption := picture.attrib.pop("title", ""):
        SubElement(paragraph, "figcaption").text = caption


def _unwrap(parent: Element, child: Element) -> None:
    """Put what an element holds in the element's place."""
    at = list(parent).index(child)
    parent.remove(child)
    _append_text(parent, at, child.text or "")
    for offset, grandchild in enumerate(child):
        parent.insert(at + offset, grandchild)
    _append_text(parent, at + len(child), child.tail or "")


def _append_text(parent: Element, at: int, text: str) -> None:
    """Add text before the child that stands, or would stand, at this place."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
