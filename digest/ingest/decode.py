"""Bytes to lines of text: which encoding it is, and what was guessed or mended on the way."""

from __future__ import annotations

import codecs
import re

from digest.errors import IngestError
from digest.records import record

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BREAK = re.compile(
    r"\r\n|[\n\r\u2028\u2029]"
)  # not U+0085: in old Turkish bytes it is an ellipsis
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\udc80-\udcff]")
_SAMPLE = 1 << 16


@record
class Text:
    """A dump as text."""

    lines: tuple[str, ...]
    """Without line ends. A line end at the end of the dump starts no further line."""
    encoding: str
    """What the bytes were read as: `utf-8`, `utf-16-le`, `cp1254` …"""
    notes: tuple[str, ...] = ()
    """What was guessed or mended, each a sentence for a person."""


def decode(data: bytes, declared: str = "") -> Text:
    """Return a dump's lines, whatever its encoding.

    A byte order mark decides; else bytes that are valid UTF-8 are UTF-8, those with NULs in
    every other place are UTF-16, and the rest is cp1254 (which covers iso-8859-9) or
    `declared`, the charset that a saved page names. Raises IngestError for what is no text.
    """
    text, encoding, notes = _text(data, declared)
    if "\x00" in text:
        text = text.replace("\x00", "")
        notes = (*notes, "NUL characters were left out.")
    _refuse_binary(text)
    text = _CONTROLS.sub(" ", text)
    lines = _BREAK.split(text)
    if lines[-1] == "":
        lines.pop()
    return Text(tuple(lines), encoding, notes)


def _text(data: bytes, declared: str) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if encoding := _wide(data):
        text, _, notes = _marked(data, encoding)
        return text, encoding, (f"Read as {encoding}, by its NUL bytes.", *notes)
    try:
        return data.decode(), "utf-8", ()
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        if error.reason == "unexpected end of data" and not whole.isascii():
            note = "The last character is cut off and was left out."
            return whole.decode(), "utf-8", (note,)
    return _legacy(data, declared)


def _marked(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Decode what a byte order mark vouches for; broken characters become U+FFFD."""
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and encoding != "utf-8":  # at most three of its bytes
            note = "The last character is cut off and was left out."
            return data[: error.start].decode(encoding), encoding, (note,)
    text = data.decode(encoding, "replace")
    return text, encoding, ("Characters that cannot be read are shown as \ufffd.",)


def _wide(data: bytes) -> str:
    """Return the UTF-16 that these bytes are without a mark, or an empty text.

    In Latin text every other byte is NUL, and in Turkish most are.
    """
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _legacy(data: bytes, declared: str) -> tuple[str, str, tuple[str, ...]]:
    """Decode what is not valid UTF-8: an old encoding, or UTF-8 with old or broken bytes in it."""
    mixed = data.decode("utf-8", "surrogateescape")
    broken = len(_SURROGATES.findall(mixed))
    whole = sum(1 for char in mixed if char > "\x7f") - broken
    if whole <= broken:
        encoding = _known(declared)
        text = data.decode(encoding, "replace")
        return text, encoding, (f"Read as {encoding}: it is not UTF-8.",)
    lines = [_mixed_line(line) for line in mixed.split("\n")]
    note = "Lines that are not UTF-8 were read as cp1254, single broken bytes are shown as \ufffd."
    return "\n".join(lines), "utf-8", (note,)


def _mixed_line(line: str) -> str:
    broken = len(_SURROGATES.findall(line))
    if not broken:
        return line
    if sum(1 for char in line if char > "\x7f") > 2 * broken:
        return _SURROGATES.sub("\ufffd", line)
    return line.encode("utf-8", "surrogateescape").decode("cp1254", "replace")


def _known(declared: str) -> str:
    """Return the codec for a declared charset; Latin-5 and Latin-1 are cp1254 in Turkish pages."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return "cp1254"
    if name in ("iso8859-9", "iso8859-1", "cp1252", "ascii", "utf-8") or not _is_text(name):
        return "cp1254"
    return name


def _is_text(name: str) -> bool:
    """Say whether a codec makes text of bytes: `rot13` and `zlib` do not."""
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, ValueError, TypeError):
        return False


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    odd = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if odd > 20 and odd > len(sample) * 0.05:
        raise IngestError(
            "this is no text.", hint="Save it as text (UTF-8), or take it out of content/raw/."
        )
