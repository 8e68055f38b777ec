"""A dump's bytes to what it holds, by the kind of file it is."""

from __future__ import annotations

from digest.errors import IngestError
from digest.ingest import markdown, pages
from digest.ingest.decode import decode
from digest.ingest.parse import Parsed, parse
from digest.ingest.rules import Rules

PAGES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
MARKDOWN = (".md", ".markdown")


def read(data: bytes, dump: str, lang: str, rules: Rules) -> Parsed:
    """Return the articles of a dump and the account of its lines.

    Raises IngestError where it is no text. A dump without an article is not an error here:
    its lines are all unplaced.
    """
    name = dump.lower()
    try:
        if name.endswith(PAGES) or pages.is_page(data):
            return pages.parse(data, dump, lang, rules)
        text = decode(data)
        written = markdown.parse if name.endswith(MARKDOWN) else markdown.pasted
        if found := written(text, dump, lang):
            return found
        return parse(text, dump, lang, rules)
    except IngestError as error:
        raise IngestError(error.message, path=dump, line=error.line, hint=error.hint) from None
