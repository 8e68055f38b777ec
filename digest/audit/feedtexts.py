"""What single values in a feed must look like: addresses, dates, plain texts, HTML. Pure.

The rules are those by which the W3C feed validator judges, and the RSS Best Practices Profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.entities import name2codepoint

_FULL_URI = re.compile(
    r"[A-Za-z][0-9A-Za-z+.-]*:(?://(?:\[[0-9A-Fa-f:.]+\])?)?[0-9A-Za-z;/?:@&=+$.\-_!~*'()%,#]+"
)
_RFC822 = re.compile(
    r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d?) "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) "
    r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)? (?:[+-]\d\d[03]0|UT|GMT|[ECMP][SD]T|Z)"
)
_RFC3339 = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)\b[^<>]*>")
_REFERENCE = re.compile(r"&(#?\w+);")
_BROKEN = re.compile("[\u0080-\u009f\ufffd]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_SAFE = """
a abbr acronym address article aside audio b bdi bdo blockquote br caption cite code col
colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6
header hr i img ins kbd li main mark ol p picture pre q rp rt ruby s samp section small source
span strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr
html body
"""
_SAFE_TAGS = frozenset(_SAFE.split())
_LINKS = ("href", "src", "poster", "cite")


def uri_fault(text: str) -> str:
    """Return what is wrong with an absolute address, or nothing."""
    if not text:
        return "is empty"
    if not text.isascii():
        return "is not ASCII"
    if not _FULL_URI.fullmatch(text):
        return "is not absolute" if ":" not in text else "holds a character that it may not"
    if text.startswith(("http:", "https:")) and not re.match(r"https?://[^/]", text):
        return "names no host"
    return ""


def rfc822_fault(text: str) -> str:
    """Return what is wrong with a date of RSS, or nothing."""
    found = _RFC822.fullmatch(text)
    if found is None:
        return "is not a date by RFC 822"
    weekday, day, month, year = found.groups()
    try:
        when = date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return "is no day of the calendar"
    if weekday and _DAYS[when.weekday()] != weekday:
        return f"was no {weekday}"
    return "" if when.year >= 1990 else "is before 1990"


def rfc3339_fault(text: str) -> str:
    """Return what is wrong with a date of JSON Feed or Atom, or nothing."""
    found = _RFC3339.fullmatch(text)
    if found is None:
        return "is not a time by RFC 3339"
    try:
        date(*map(int, found.groups()))
    except ValueError:
        return "is no day of the calendar"
    return ""


def language_fault(text: str) -> str:
    """Return what is wrong with a language code, or nothing."""
    return "" if _LANGUAGE.fullmatch(text) else "is no language code"


def plain_fault(text: str) -> str:
    """Return what is wrong with a plain text, or nothing."""
    if found := _TAG.search(text):
        return f"holds HTML ({found[0][:40]})"
    for name in _REFERENCE.findall(text):
        if name in name2codepoint or name == "apos" or name.startswith("#"):
            return f"is escaped twice (&{name};)"
    return broken_fault(text)


def broken_fault(text: str) -> str:
    """Return whether a text holds characters that stand for nothing."""
    found = _BROKEN.search(text)
    return f"holds the character U+{ord(found[0]):04X}" if found else ""


def html_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with HTML in a feed: what is unsafe there, and relative addresses."""
    if fault := broken_fault(text):
        yield fault
    if not text.strip():
        return
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        return
    for element in root.iter():
        if element.tag not in _SAFE_TAGS:
            yield f"holds <{element.tag}>, which readers refuse"
        for name, value in element.items():
            if name.startswith("on") or name == "style":
                yield f'holds the attribute {name}="{value[:40]}", which readers refuse'
            elif name in _LINKS and (fault := uri_fault(value.strip())):
                yield f'holds the address "{value[:100]}", which {fault}'


def root_language(text: str) -> str:
    """Return the lang of the element that holds all of an HTML text, or nothing."""
    found = re.match(r"\s*<\w+\b([^>]*)>", text)
    lang = re.search(r"\blang=\"([^\"]*)\"", found[1]) if found else None
    return lang[1] if lang else ""
