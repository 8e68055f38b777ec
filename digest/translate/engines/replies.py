"""What services say in their replies beside the translation, before deep-translator reads them.

deep-translator looks for a text alone, and so takes a quota notice, another text's suggestion,
or half a page for it. Here such replies become failures, and Google's page is put in a form in
which it loses no space or line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from digest.translate.engines.failure import Failure
from digest.translate.engines.wire import Reply
from digest.translate.notices import notice

_RESULT = re.compile(r"<div[^>]*\bclass=(?:[\"'][^\"'>]*\b)?(?:t0|result-container)\b[^>]*>")
_BREAK = ("br", "p", "div", "li", "tr")
_FOREIGN = ("script", "style", "iframe", "form", "input", "object", "img")


def inspector(service: str) -> Callable[[Reply], Reply]:
    """Return what looks at a service's replies. It raises Failure for what is no translation."""
    known: dict[str, Callable[[Reply], Reply]] = {
        "google": google, "libretranslate": libretranslate, "mymemory": mymemory, "deepl": deepl,
    }  # fmt: skip
    return known[service]


def google(reply: Reply) -> Reply:
    """Return the page's result as one text, its line breaks kept and other tags taken out."""
    found = _RESULT.search(reply.text)
    if found is None:
        raise noticed(_plain(reply.text)) or Failure("down", "its page has no translation in it")
    inner, closing, _ = reply.text[found.end() :].partition("</div")
    if not closing:
        raise Failure("down", "its page was cut off")
    if "<" in inner:
        inner = html.escape(_unmarked(reply.text[found.start() :]))
    if failure := noticed(html.unescape(inner)):
        raise failure
    return Reply(reply.status_code, f"{found[0]}{inner}</div>")


def _unmarked(page: str) -> str:
    """Return the text of a page's first element. Raises Failure for what runs in a browser."""
    from bs4 import BeautifulSoup

    result = BeautifulSoup(page, "html.parser").div
    if result is None or result.find(_FOREIGN):
        raise Failure("refused", "its answer has HTML in it")
    for tag in result.find_all(_BREAK):
        tag.insert_before("\n")
    return result.get_text()


def _plain(page: str) -> str:
    page = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", page[:200_000])
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())[:5000]


def libretranslate(reply: Reply) -> Reply:
    """Check that the reply has one text."""
    _text(_object(reply), "translatedText")
    return reply


def mymemory(reply: Reply) -> Reply:
    """Check the status within the reply; an empty text would make a suggestion the translation."""
    value = _object(reply)
    status = str(value.get("responseStatus", 200))
    if value.get("quotaFinished") is True or status == "429":
        raise Failure("closed", "its quota is used up")
    data = value.get("responseData")
    text = data.get("translatedText") if isinstance(data, dict) else None
    if isinstance(text, str) and (failure := noticed(text)):
        raise failure
    if status != "200":
        kind = (
            "closed" if status in ("401", "403", "404") else "down" if status >= "5" else "refused"
        )
        raise Failure(kind, f"it refuses the text ({status[:3]})")  # type: ignore[arg-type]  # literals
    if not isinstance(data, dict):
        raise Failure("down", "its reply cannot be read")
    _text(data, "translatedText")
    return reply


def deepl(reply: Reply) -> Reply:
    """Check that the reply has one text."""
    several = _object(reply).get("translations")
    if not isinstance(several, list) or not several or not isinstance(several[0], dict):
        raise Failure("down", "its reply has no translation in it")
    _text(several[0], "text")
    return reply


def _object(reply: Reply) -> dict[str, Any]:
    value = reply.json()
    if not isinstance(value, dict):
        raise Failure("down", "its reply cannot be read")
    return value


def _text(value: dict[str, Any], name: str) -> None:
    """Check that there is a text, if perhaps an empty one. Raises Failure."""
    text = value.get(name)
    if text is None and name not in value:
        error = value.get("error") or value.get("message")
        raise noticed(str(error)) or Failure("down", "its reply has no translation in it")
    if not isinstance(text, str) or not text.strip():
        raise Failure("refused", "its answer is empty")
    if failure := noticed(text):
        raise failure


def noticed(text: str) -> Failure | None:
    """Return the failure that a notice in place of a translation stands for."""
    kind = notice(text)
    if kind == "quota":
        return Failure("closed", "its quota is used up")
    if kind == "consent":
        return Failure("closed", "it asks for consent or a captcha")
    return Failure("down", "it sent an error page in place of a translation") if kind else None
