"""Text, addresses and dates in the forms that XML 1.0, RSS 2.0 and JSON Feed allow."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]"
)
"""What XML forbids, C1 controls (cp1252 read as Latin-1), noncharacters and U+FFFD."""
_TAG = re.compile(r"<(?=[/!?a-zA-Z])")
_ENTITY = re.compile(r"&(?=[#0-9A-Za-z])")
_PLAIN_URI = re.compile(r"[a-z]+:(?://)?[0-9A-Za-z;/?:@&=+$.\-_!~*'(),#]+")
_PERMALINK = re.compile(r"(?:[\w-]+/)+")
_SAFE = ";/?:@&=+$.-_!~*'(),"
_ADDRESS = re.compile(r' (href|src)="([^"]*)"')
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clean(text: str) -> str:
    """Return the text without characters that XML forbids or that no reader can show."""
    if text.isprintable() and "\ufffd" not in text:  # most are, and it is quick to see
        return text
    return _UNWANTED.sub("", text.replace("\x85", " "))


def xml(text: str) -> str:
    """Return plain text for an element or a quoted attribute.

    `&` and `<` become hexadecimal references: so the RSS Best Practices Profile asks for it in
    titles, where readers differ on whether they take them for markup. What looks like a tag gets
    ‹ for its <, as some readers would swallow it.
    """
    text = _TAG.sub("‹", clean(text)).replace("&", "&#x26;").replace("<", "&#x3C;")
    return text.replace(">", "&#x3E;").replace('"', "&#x22;")


def html(text: str) -> str:
    """Return plain text for HTML, in an element or a double-quoted attribute."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def sparing_html(text: str) -> str:
    """Return plain text for an HTML element, escaped no more than it must be.

    In an RSS description it is escaped once more, and a browser shows what is left of that.
    """
    return _ENTITY.sub("&amp;", clean(text)).replace("<", "&lt;")


def cdata(text: str) -> str:
    """Return HTML as a CDATA section, which nothing in it can end."""
    return f"<![CDATA[{clean(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def uri(address: str, base: str = "") -> str:
    """Return the address absolute and in ASCII: RFC 2396, which feed readers expect."""
    if _PERMALINK.fullmatch(address) and base.endswith("/"):
        address = base + address  # what urljoin does, ten times as fast
    elif base:
        address = urljoin(base, address)
    if _PLAIN_URI.fullmatch(address):
        return address
    try:
        parts = urlsplit(clean(address).strip())
    except ValueError:  # brackets in the host that are no IPv6 address
        return _quoted(clean(address).strip())
    host = _ascii_host(parts.netloc)
    rest = (_quoted(part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, *rest))


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return _quoted(host)


def _quoted(part: str) -> str:
    """Percent-encode what is not allowed, leaving what is encoded already."""
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return quote(text, safe=_SAFE + "%")


def absolute(markup: str, links: str, pictures: str) -> str:
    """Return the HTML with every link and picture absolute, and without impossible references.

    `links` and `pictures` are what relative addresses start from. The HTML is what our own
    Markdown renderer writes: attributes in double quotes.
    """
    bases = {"href": links, "src": pictures}
    if "&#" in markup:
        markup = _REFERENCE.sub(_possible, markup)
    if '="' not in markup:
        return markup
    return _ADDRESS.sub(lambda found: _absolute(found[1], found[2], bases[found[1]]), markup)


def _absolute(name: str, value: str, base: str) -> str:
    address = value.replace("&quot;", '"').replace("&amp;", "&")
    return f' {name}="{html(uri(address, base))}"'


def _possible(found: re.Match[str]) -> str:
    """Drop a numeric reference to a character that a feed may not hold."""
    number = int(found[1], 16) if found[1] else int(found[2])
    character = chr(number) if number < 0x110000 else "\x00"
    return "" if _UNWANTED.match(character) else found[0]


def moment(when: str, zone: tzinfo) -> datetime:
    """Return a day or an ISO time as a point in time; a day begins at midnight in `zone`.

    Midnight, not noon: an item dated ahead of the reader's clock is held back by some readers.
    """
    found = datetime.fromisoformat(when)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def rfc822(point: datetime) -> str:
    """Return `Tue, 22 Jul 2025 11:47:00 +0300`, in English in every locale."""
    offset = point.utcoffset() or timedelta()
    if offset % timedelta(minutes=30):  # zones of RFC 822 are whole or half hours
        point = point.astimezone(UTC)
    name = f"{_DAYS[point.weekday()]}, {point.day:02} {_MONTHS[point.month - 1]} {point.year:04}"
    return f"{name} {point:%H:%M:%S %z}"


def rfc3339(point: datetime) -> str:
    """Return `2025-07-22T11:47:00+03:00`."""
    return point.replace(microsecond=0).isoformat()
