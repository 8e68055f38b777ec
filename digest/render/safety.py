"""What of an article's text may reach a page: addresses and character references. Pure."""

from __future__ import annotations

import re

REL = "nofollow noopener"
"""What links to other hosts say: that they are the text's, not the house's recommendation."""

_SCHEME = re.compile(r"([^/?#]*):(//[^/?#])?")
_IGNORED = re.compile(
    "[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_AMPERSAND = re.compile(r"&(?:#([0-9]{1,7});|#[xX]([0-9a-fA-F]{1,6});|([0-9a-zA-Z]+;))?")


def is_external(address: str) -> bool:
    """Say whether an address that `is_safe` leads to another host."""
    return address.lower().startswith(("http:", "https:"))


def is_safe(address: str, schemes: tuple[str, ...] = ("http", "https", "mailto")) -> bool:
    """Say whether an address has one of these schemes, or none and stays on this host.

    It is judged as written and as a browser reads it, character references resolved;
    spaces, control and invisible characters, by which a scheme could hide, do not count.
    """
    forms = [address]
    if "&" in address:
        from html import unescape  # takes 2 ms, and is seldom needed

        forms.append(unescape(address))
    return all(_is_safe(_IGNORED.sub("", form), schemes) for form in forms)


def _is_safe(bare: str, schemes: tuple[str, ...]) -> bool:
    if not bare or bare.replace("\\", "/").startswith("//"):
        return False
    found = _SCHEME.match(bare.replace("\\", "/"))
    if found is None:
        return True
    scheme = found[1].lower()
    return scheme in schemes and (scheme == "mailto" or found[2] is not None)


def references(html: str) -> str:
    """Return HTML or text in which every `&` begins a character reference that HTML knows."""
    return _AMPERSAND.sub(_reference, html) if "&" in html else html


def _reference(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if decimal or hexadecimal:
        known = _is_character(int(decimal) if decimal else int(hexadecimal, 16))
    else:
        from html.entities import html5

        known = name in html5
    return found[0] if known else "&amp;" + found[0][1:]


def _is_character(code: int) -> bool:
    """Say whether HTML lets a page refer to this character by its number."""
    if code < 0xA0:
        return code in (0x9, 0xA) or 0x20 <= code < 0x7F
    return code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000


def text(plain: str) -> str:
    """Return text, in which character references may stand, as HTML."""
    return references(plain).replace("<", "&lt;").replace(">", "&gt;")


def attribute(plain: str) -> str:
    """Return text, in which character references may stand, as an attribute's value."""
    return text(plain).replace('"', "&quot;")
