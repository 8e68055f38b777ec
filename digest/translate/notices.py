"""Texts of services that are no translation: error pages, quotas, consent pages, captchas. Pure.

The patterns are those of the services themselves, so that news about errors and quotas pass.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Notice = Literal["quota", "consent", "error"]

_QUOTA = (
    r"mymemory warning",
    r"you used all available free translations",
    r"usagelimits\.php",
    r"query length limit exce+ded",
    r"max allowed query ?: ?\d+ chars",
    r"quota (?:has been )?exceeded",
    r"(?:rate|request|usage|character|daily) limit (?:has been )?(?:exceeded|reached)",
    r"slowdown: \d+ per \d+",
    r"^too many requests",
    r"too many request limits violations",
    r"get an api key",
    r"invalid api key",
    r"api key (?:is )?(?:required|missing|invalid)",
)
_CONSENT = (
    r"before you continue to (?:google|youtube)",
    r"consent\.google\.",
    r"unusual traffic from your computer",
    r"our systems have detected unusual traffic",
    r"(?:complete|solve) the captcha",
    r"\brecaptcha\b",
    r"verify (?:that )?you are (?:a )?human",
    r"checking your browser before accessing",
    r"just a moment\.\.\.",
    r"enable javascript and cookies to continue",
    r"please (?:enable|turn on) javascript",
    r"we (?:and our partners )?use cookies(?: and data)? to\b",
    r"accept all cookies",
)
_FAILURES = (
    r"(?:internal server error|bad gateway|bad request|gateway time-?out|access denied|forbidden"
    r"|not found|service (?:temporarily )?unavailable|unauthori[sz]ed)"
)
_ERROR = (
    r"\berror \d{3} \(",
    r"that[’']s an error",
    r"that[’']s all we know",
    r"!!1\d{0,4}\b",
    rf"\b[45]\d\d\.? (?:{_FAILURES}|that|request-uri|too many requests|error)",
    r"^(?:http )?(?:error )?[45]\d\d\b\W*(?:error)?$",
    rf"^{_FAILURES}\W*$",
    r"the server encountered an? (?:internal |temporary )?error",
    r"the requested url .{0,200}was not found on this server",
    r"(?:internal server|proxy) error\b.{0,80}(?:nginx|apache|cloudflare|server was unable)",
    r"no query specified",
    r"please select two distinct languages",
    r"invalid (?:language pair|(?:source|target) language)",
    r"is an invalid (?:source|target) language",
    r"is not supported as a (?:source|target) language",
    r"no translation was found using the current translator",
    r"cannot translate text:",
    r"request exception can happen due to an api connection",
    r"traceback \(most recent call last\)",
    r"cloudflare ray id",
    r"^\s*(?:null|none|undefined|nan|false|true|\[object object\])\s*$",
    r"^\s*(?:\{\s*[\"']\w+[\"']\s*:|\[\s*(?:\{|\")|<!doctype|<\?xml|<html)",
)
_TELLING = (
    "mymemory", "translat", "usagelimits", "query", "quota", "limit", "slowdown", "request",
    "api key", "google", "traffic", "captcha", "human", "browser", "moment", "javascript",
    "cookies", "error", "!!1", "know", "gateway", "denied", "forbidden", "not found",
    "unavailable", "unauthori", "language", "traceback", "cloudflare", "null", "none",
    "undefined", "nan", "false", "true", "[object", "{", "[", "<", "http",
    "40", "41", "42", "50", "51", "52",
)  # fmt: skip
"""What a text has in it that any of the patterns can match: looked for first, since it is quick."""
_KINDS: tuple[tuple[Notice, tuple[str, ...]], ...] = (
    ("quota", _QUOTA), ("consent", _CONSENT), ("error", _ERROR),
)  # fmt: skip


@cache
def _pattern(kind: Notice) -> re.Pattern[str]:
    return re.compile("|".join(dict(_KINDS)[kind]), re.IGNORECASE)


def notice(answer: str, question: str = "") -> Notice | None:
    """Return what kind of notice this answer is, or None when it may be a translation.

    What stands in the question already is no sign of a notice: a story may quote one.
    """
    lowered = answer.lower()
    if not any(word in lowered for word in _TELLING):
        return None
    for kind, _ in _KINDS:
        found = _pattern(kind).search(answer)
        if found and found[0].strip().lower() not in question.lower():
            return kind
    return None
