"""What is added to a page on its way to the browser. The files themselves stay as they are."""

from __future__ import annotations

import html
import re

SCRIPT = "/__digest/reload.js"
"""Address of the script that every page gets."""
EVENTS = "/__digest/events"
"""Address from which this script is told what has changed."""

_META = re.compile(rb"<meta\b[^>]*\bcontent-security-policy\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def adapt(page: bytes, origin: str, version: str) -> bytes:
    """Return a page with the script in it, and with a policy that lets this one script work.

    `origin` is `http://HOST:PORT`, `version` stands for the page as it is.
    """
    page = _META.sub(lambda found: _allowed(found[0], origin), page)
    script = f'<script src="{SCRIPT}" data-version="{html.escape(version)}"></script>\n'.encode()
    ends = list(_END.finditer(page))
    at = ends[-1].start() if ends else len(page)
    return page[:at] + script + page[at:]


def allow(policy: str, directive: str, address: str) -> str:
    """Return a content security policy that allows one more address for a directive.

    Where there is no such directive, `default-src` says what is allowed; where there is
    neither, everything is.
    """
    rules = [rule.split() for rule in policy.split(";") if rule.strip()]
    names = {rule[0].lower(): rule[1:] for rule in reversed(rules)}
    if directive not in names and "default-src" not in names:
        return policy
    known = names.get(directive, names.get("default-src", []))
    sources = [source for source in known if source.lower() != "'none'"]
    kept = [" ".join(rule) for rule in rules if rule[0].lower() != directive]
    return "; ".join([*kept, " ".join([directive, *sources, address])])


def _allowed(meta: bytes, origin: str) -> bytes:
    text = meta.decode("utf-8", "surrogateescape")

    def changed(found: re.Match[str]) -> str:
        policy = html.unescape(found[1] if found[1] is not None else found[2])
        policy = allow(policy, "script-src", origin + SCRIPT)
        policy = allow(policy, "connect-src", origin + EVENTS)
        if "script-src-elem" in policy.lower():
            policy = allow(policy, "script-src-elem", origin + SCRIPT)
        return f'content="{html.escape(policy)}"'.replace("&#x27;", "'")

    return _CONTENT.sub(changed, text, count=1).encode("utf-8", "surrogateescape")
