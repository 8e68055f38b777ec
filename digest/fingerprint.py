"""Stable hashes of text and of model values.

A fingerprint is the same on every machine, in every process and for every Python
version; `VERSION` changes when the way it is made does. The literal values are pinned
by tests, since translations in content/ carry them for years.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable

try:  # what hashlib gives, without loading OpenSSL beside it: 5 ms of every start
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

VERSION = 1
"""Version of the way fingerprints of values are made."""


def stable(value: object) -> bytes:
    """Return a plain value as bytes that are the same for equal values, of dicts in one order.

    They are marshal's second form: later ones refer back to what is the same object.
    """
    return marshal.dumps(value, 2)  # type: ignore[arg-type]  # plain values


def of_bytes(data: bytes) -> str:
    """Return 32 hex digits that stand for these bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def of_text(text: str) -> str:
    """Return 32 hex digits that stand for this text."""
    return of_bytes(text.encode("utf-8", "surrogatepass"))


def short(text: str) -> str:
    """Return 8 hex digits that stand for a paragraph, spaces at its ends and runs of spaces aside.

    Front matter of translations keeps these, so they must never change.
    """
    data = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=4).hexdigest()


def of_value(value: object) -> str:
    """Return 32 hex digits for a value made of plain values, tuples, lists, dicts and records.

    Raises TypeError for anything else: a fingerprint by accident (of an address, say) would
    differ from run to run.
    """
    digest = blake2b(digest_size=16)
    for part in _canonical(value):
        digest.update(part)
    return digest.hexdigest()


def _canonical(value: object) -> Iterable[bytes]:
    if value is None or isinstance(value, (bool, int, float)):
        yield f"{value!r};".encode()
    elif isinstance(value, str):
        data = value.encode("utf-8", "surrogatepass")
        yield b"s%d:" % len(data) + data
    elif isinstance(value, (tuple, list)):
        yield b"(%d:" % len(value)
        for item in value:
            yield from _canonical(item)
    elif isinstance(value, dict):
        yield b"{%d:" % len(value)
        for key in sorted(value, key=str):
            yield from _canonical(key)
            yield from _canonical(value[key])
    elif names := getattr(type(value), "__match_args__", ()):
        yield type(value).__name__.encode() + b"<"
        for name in names:
            yield from _canonical(getattr(value, name))
    else:
        raise TypeError(f"no fingerprint for {type(value).__name__}")
