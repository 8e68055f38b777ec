"""Saved pages: what of a page is the article is for trafilatura to say."""

from __future__ import annotations

from digest.ingest.decode import decode
from digest.ingest.parse import Parsed
from digest.ingest.parse import parse as parse_text
from digest.ingest.rules import Rules


def parse(data: bytes, dump: str, lang: str, rules: Rules) -> Parsed:
    """Return the article of a saved page."""
    return parse_text(decode(data), dump, lang, rules)
