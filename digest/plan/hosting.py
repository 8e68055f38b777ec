"""Files that tell static hosts how to serve the site. Pure.

`_headers` and `_redirects` are read by Netlify and Cloudflare Pages, `.nojekyll` by GitHub Pages;
others take them for files that nobody asks for. docs/deploying.md has the same for nginx.
"""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What pages may load. frame-ancestors counts in a header alone; the pages say the rest too."""

_ALL = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "interest-cohort=()",
}
_STATIC = {"Cache-Control": "public, max-age=31536000, immutable"}


def headers(static: Iterable[str]) -> str:
    """Return `_headers`: static files for ever, feeds as what they are.

    `static` has the names below static/. What feeds name is left out: their addresses do not
    change with their content. Pages are asked for anew unless hosts are told otherwise.
    """
    rules = [("/*", _ALL)]
    rules += [(f"/static/{name}", _STATIC) for name in static if not name.startswith("feed.")]
    for name, kind in (("feed.xml", "rss+xml"), ("feed.json", "feed+json")):
        rules.append((f"/*/{name}", {"Content-Type": f"application/{kind}; charset=utf-8"}))
    return "\n".join(_rule(path, fields) for path, fields in rules)


def redirects(pages: Iterable[Page]) -> str:
    """Return `_redirects`: former addresses, at which these pages lead on, too."""
    lines = (f"/{page.permalink} /{page.canonical} 301" for page in pages)
    return "".join(f"{line}\n" for line in sorted(lines))


def _rule(path: str, fields: dict[str, str]) -> str:
    return "".join((f"{path}\n", *(f"  {name}: {value}\n" for name, value in fields.items())))
