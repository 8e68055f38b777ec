"""Sitemaps: every address in them is there, and is one that search engines may show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape

from digest.audit.findings import Finding
from digest.audit.site import BuiltSite

_LOC = re.compile(r"<loc>([^<]*)</loc>")
_LINK = re.compile(r'<xhtml:link\b[^>]*\bhref="([^"]*)"')
_MOST = 50_000


def sitemap_findings(
    output: str, data: bytes, site: BuiltSite, elsewhere: Collection[str]
) -> Iterator[Finding]:
    """Yield what is wrong with a sitemap or an index of them.

    `elsewhere` has the pages whose canonical address is another page's.
    """
    text = data.decode("utf-8", "replace")
    addresses = _LOC.findall(text)
    if len(addresses) > _MOST:
        yield Finding("sitemap", output, f"a sitemap of more than {_MOST} addresses.")
    for address in dict.fromkeys((*addresses, *_LINK.findall(text))):
        fault = _fault(unescape(address), output, site, elsewhere)
        if fault:
            yield Finding("sitemap", output, f'the sitemap names "{unescape(address)}", {fault}.')


def _fault(address: str, output: str, site: BuiltSite, elsewhere: Collection[str]) -> str:
    if not address.startswith(("http://", "https://")):
        return "which is not absolute"
    target = site.target(output, address)
    if target is None:
        return "which is on another site"
    if not target.file:
        return "which is not there"
    return "which names another page as the one to show" if target.file in elsewhere else ""
