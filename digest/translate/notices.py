"""Texts of services that are no translation: error pages, quotas, consent pages, captchas. Pure.

The patterns are those of the services themselves, so that news about errors and quotas pass.
"""

from __future__ import annotations

import re
from typing import Literal

Notice = Literal["quota", "consent", "error"]

_QUOTA = re.compile(
    r"MYMEMORY WARNING|YOU USED ALL AVAILABLE FREE TRANSLATIONS|USAGELIMITS\.PHP"
    r"|QUERY LENGTH LIMIT EXCE+DED|MAX ALLOWED QUERY ?: ?\d+ CHARS|QUOTA (?:HAS BEEN )?EXCEEDED"
    r"|(?:RATE|REQUEST|USAGE|CHARACTER|DAILY) LIMIT (?:HAS BEEN )?(?:EXCEEDED|REACHED)"
    r"|SLOWDOWN: \d+ PER \d+|TOO MANY REQUESTS?(?: LIMITS? VIOLATIONS)?\.?$|^TOO MANY REQUESTS"
    r"|GET AN API KEY|INVALID API KEY|API KEY (?:IS )?(?:REQUIRED|MISSING|INVALID)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"BEFORE YOU CONTINUE TO (?:GOOGLE|YOUTUBE)|CONSENT\.GOOGLE\.|UNUSUAL TRAFFIC FROM YOUR COMPUTER"
    r"|OUR SYSTEMS HAVE DETECTED UNUSUAL TRAFFIC|(?:COMPLETE|SOLVE) THE CAPTCHA|\bRECAPTCHA\b"
    r"|VERIFY (?:THAT )?YOU ARE (?:A )?HUMAN|CHECKING YOUR BROWSER BEFORE ACCESSING"
    r"|JUST A MOMENT\.\.\.|ENABLE JAVASCRIPT AND COOKIES TO CONTINUE|PLEASE (?:ENABLE|TURN ON) JAVASCRIPT"
    r"|WE (?:AND OUR PARTNERS )?USE COOKIES(?: AND DATA)? TO\b|ACCEPT ALL COOKIES",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"\bERROR \d{3} \(|THAT[’']S AN ERROR|THAT[’']S ALL WE KNOW|!!1\d{0,4}\b"
    r"|\b[45]\d\d\.? (?:THAT|BAD REQUEST|UNAUTHORI[SZ]ED|FORBIDDEN|NOT FOUND|REQUEST-URI|INTERNAL SERVER"
    r"|BAD GATEWAY|SERVICE (?:TEMPORARILY )?UNAVAILABLE|GATEWAY TIME-?OUT|TOO MANY REQUESTS|ERROR)"
    r"|^(?:HTTP )?(?:ERROR )?[45]\d\d\b\W*(?:ERROR)?$|^(?:INTERNAL SERVER ERROR|BAD GATEWAY|BAD REQUEST"
    r"|SERVICE (?:TEMPORARILY )?UNAVAILABLE|GATEWAY TIME-?OUT|ACCESS DENIED|FORBIDDEN|NOT FOUND)\W*$"
    r"|THE SERVER ENCOUNTERED AN (?:INTERNAL )?ERROR|THE SERVER ENCOUNTERED A TEMPORARY ERROR"
    r"|THE REQUESTED URL .{0,200}WAS NOT FOUND ON THIS SERVER"
    r"|(?:INTERNAL SERVER|PROXY) ERROR\b.{0,80}(?:NGINX|APACHE|CLOUDFLARE|SERVER WAS UNABLE)"
    r"|NO QUERY SPECIFIED|PLEASE SELECT TWO DISTINCT LANGUAGES|INVALID (?:LANGUAGE PAIR|(?:SOURCE|TARGET) LANGUAGE)"
    r"|IS AN INVALID (?:SOURCE|TARGET) LANGUAGE|IS NOT SUPPORTED AS A (?:SOURCE|TARGET) LANGUAGE"
    r"|NO TRANSLATION WAS FOUND USING THE CURRENT TRANSLATOR|CANNOT TRANSLATE TEXT:"
    r"|REQUEST EXCEPTION CAN HAPPEN DUE TO AN API CONNECTION|TRACEBACK \(MOST RECENT CALL LAST\)"
    r"|CLOUDFLARE RAY ID|^\s*(?:NULL|NONE|UNDEFINED|NAN|FALSE|TRUE|\[OBJECT OBJECT\])\s*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"\s*(?:\{\s*[\"']\w+[\"']\s*:|\[\s*(?:\{|\")|<!DOCTYPE|<\?xml|<html)", re.IGNORECASE)


def notice(answer: str, question: str = "") -> Notice | None:
    """Return what kind of notice this answer is, or None when it may be a translation.

    What stands in the question already is no sign of a notice: a story may quote one.
    """
    kinds: tuple[tuple[Notice, re.Pattern[str]], ...] = (
        ("quota", _QUOTA), ("consent", _CONSENT), ("error", _ERROR), ("error", _CODE),
    )  # fmt: skip
    for kind, pattern in kinds:
        found = pattern.search(answer)
        if found and found[0].strip().lower() not in question.lower():
            return kind
    return None
