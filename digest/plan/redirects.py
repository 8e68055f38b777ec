"""Former addresses, of stories and of the editor's own pages, lead on. Pure."""

from __future__ import annotations

from digest.model import Link, Page
from digest.plan.addresses import output


def redirect(old: str, new: str, lang: str, title: str) -> Page:
    """Return the page at an address that a story no longer has."""
    return Page(
        kind="redirect",
        lang=lang,
        permalink=old,
        output=output(old),
        template="redirect.html",
        title=title,
        description="",
        content=Link(title, new),
        canonical=new,
    )
