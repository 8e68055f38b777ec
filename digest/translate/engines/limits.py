"""What each service takes in one request. Its sources are named in docs/translation.md."""

from __future__ import annotations

from urllib.parse import quote_plus

from digest.config import Engine
from digest.records import record


@record
class Limits:
    """How long a text may be."""

    chars: int
    """Characters at most."""
    text_bytes: int
    """Bytes in UTF-8 at most."""
    url_bytes: int
    """Bytes at most once it is written for a URL, in which ş takes six."""

    def fits(self, text: str) -> bool:
        """Say whether a text can be sent at once."""
        size = len(text)
        if size > self.chars:
            return False
        if size * 12 <= min(self.text_bytes, self.url_bytes):
            return True
        return (
            len(text.encode("utf-8", "replace")) <= self.text_bytes
            and len(quote_plus(text, errors="replace")) <= self.url_bytes
        )

    def halved(self, text: str) -> Limits:
        """Return limits that this text, which was too long, does not keep."""
        size = max(1, len(text) // 2)
        return Limits(min(self.chars, size), self.text_bytes, self.url_bytes)


_SERVICES = {
    "google": Limits(4999, 20_000, 14_000),
    "libretranslate": Limits(4999, 20_000, 3_800),
    "mymemory": Limits(499, 499, 3_800),
    "deepl": Limits(4999, 20_000, 14_000),
}


def limits(engine: Engine) -> Limits:
    """Return a service's own limits, and config.yaml's where that is stricter."""
    own = _SERVICES[engine.name]
    chars = min(own.chars, engine.max_chars) if engine.max_chars else own.chars
    return Limits(chars, own.text_bytes, own.url_bytes)
