"""All sitemaps of some addresses."""

from __future__ import annotations

from collections.abc import Iterable

from digest.feeds.sitemaps import INDEX, SitemapUrl, divide, sitemap, sitemap_index


def sitemap_files(urls: Iterable[SitemapUrl], base: str) -> dict[str, bytes]:
    """Return the sitemaps and their index, by path from the site's root."""
    parts = divide(urls)
    files = {name: sitemap(part, base) for name, part in parts.items()}
    newest = {name: max(url.lastmod for url in part) for name, part in parts.items()}
    return {**files, INDEX: sitemap_index(newest, base)}
