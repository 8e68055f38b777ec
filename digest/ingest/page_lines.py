"""What a reader of a saved page sees, as lines, each with the kind of element that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

Role = Literal["text", "title", "heading", "item", "caption"]

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "textarea")
)
_FURNITURE = frozenset(("nav", "form", "button", "select"))
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "var", "wbr", "time", "label")
)  # fmt: skip
_ROLES: dict[str, Role] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "li": "item",
    "figcaption": "caption",
}  # fmt: skip


class PageLine(NamedTuple):
    """One line of a page."""

    text: str
    role: Role
    furniture: bool
    """True within menus and forms."""


def page_lines(tree: Any) -> list[PageLine]:
    """Return the lines of an HTML tree, from top to bottom, without blank ones.

    The tree is walked without recursion: hostile pages are nested deeply.
    """
    lines: list[PageLine] = []
    words: list[str] = []
    state: tuple[Role, bool] = ("text", False)

    def close() -> None:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            lines.append(PageLine(text, *state))

    for kind, text, role, furniture in _pieces(tree):
        if kind == "break" or (role, furniture) != state:
            close()
            state = (role, furniture)
        words.append(text)
    close()
    return lines


def _pieces(tree: Any) -> Iterator[tuple[str, str, Role, bool]]:
    """Yield the text of a tree in pieces, and where lines end."""
    holders = _holders(tree)
    stack: list[tuple[Any, Role, bool, bool]] = [(tree, "text", False, False)]
    while stack:
        element, role, furniture, left = stack.pop()
        name = element.tag if isinstance(element.tag, str) else "script"
        block = name not in _INLINE
        if left:
            if block:
                yield "break", "", role, furniture
            continue
        if name in _UNSEEN:
            continue
        role = _ROLES.get(name, role)
        furniture = furniture or (name in _FURNITURE and element not in holders)
        if block:
            yield "break", "", role, furniture
        if element.text:
            yield "text", element.text, role, furniture
        stack.append((element, role, furniture, True))
        for child in reversed(element):
            if child.tail:
                stack.append((_Tail(child.tail), role, furniture, False))
            stack.append((child, role, furniture, False))


def _holders(tree: Any) -> set[Any]:
    """Return the elements that an article stands in: some servers put all of a page into one form."""
    holders: set[Any] = set()
    for element in tree.iter("h1", "article"):
        for outer in element.iterancestors():
            if outer in holders:
                break
            holders.add(outer)
    return holders


class _Tail(list[Any]):
    """The text behind an element, walked like an element without children."""

    tag = "span"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
