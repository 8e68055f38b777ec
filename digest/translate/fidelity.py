"""Is this answer a translation, and does it say what the question said? Pure.

Everything that a service sends is checked here before it is stored. The findings are worded
for a person who decides what to do about a segment that stays untranslated.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from unicodedata import normalize

from digest.translate import wording
from digest.translate.differing import differences
from digest.translate.figures import figures, localised
from digest.translate.language import Language
from digest.translate.notices import notice

Code = Literal[
    "empty", "notice", "markup", "unchanged", "repetition", "length", "numbers", "addresses",
    "names", "glossary",
]  # fmt: skip

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+[^\s<>\"“”«»'’.,;:!?)\]}…]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/])@\w{2,}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|\]\]>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ue000-\uf8ff\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_LEAST = ((40, 0.5), (20, 0.35), (0, 0.15))
"""From how many letters on a translation has at least which share of its original's."""
_MOST = ((40, 3.5), (0, 7.0))
_SPARE = 40
"""Letters that a translation may have beyond that."""


class Finding(NamedTuple):
    """What is wrong with an answer."""

    code: Code
    message: str
    """Says what was found, without a full stop."""
    fatal: bool = False
    """Whether the service will answer nothing else for now: a quota, a consent page."""


def tidy(question: str, answer: str, source: Language, target: Language) -> str:
    """Return the answer without what services add by habit, numbers written the target's way.

    HTML's entities that the question has not, invisible characters and odd spaces go.
    """
    if _ENTITY.search(answer) and not _ENTITY.search(question):
        answer = html.unescape(answer)
    answer = _INVISIBLE.sub("", normalize("NFC", answer))
    answer = _SPACES.sub(" ", answer).strip() if "\n" in question else " ".join(answer.split())
    if not any(map(str.isdigit, answer)) or len(answer) > 8 * len(question) + 200:
        return answer
    if _without_addresses(answer) != answer or _without_addresses(question) != question:
        return answer
    return localised(figures(question, source), figures(answer, target), source, target)


def findings(
    question: str, answer: object, source: Language, target: Language, names: str = ""
) -> Iterator[Finding]:
    """Yield what is wrong with an answer, the gravest first; nothing when it can be trusted.

    `names` are words that may stay as they are, those that the glossary keeps.
    """
    if not isinstance(answer, str):
        yield Finding("empty", "the service sent no text")
        return
    if not any(map(str.isalnum, answer)):
        yield Finding("empty", "the answer is empty")
        return
    asked, said = _without_addresses(question), _without_addresses(answer)
    grave = list(_grave(asked, said, source, names))
    yield from grave
    if not grave:
        if asked != question or said != answer:
            yield from _addresses(question, answer)
        for message in differences(figures(asked, source), figures(said, target), source, target):
            yield Finding("numbers", message)
        yield from _names(question, answer, source)


def _grave(question: str, answer: str, source: Language, names: str) -> Iterator[Finding]:
    """Yield what shows that the answer is no translation at all."""
    if kind := notice(answer, question):
        said = {"quota": "its quota is used up", "consent": "it asks for consent or a captcha"}
        text = said.get(kind, "it sent an error page in place of a translation")
        yield Finding(
            "notice", f"the service says that {text}" if kind in said else text, kind in said
        )
    elif len(_TAG.findall(answer)) > len(_TAG.findall(question)):
        yield Finding("markup", "the answer has HTML in it")
    elif loop := wording.repeated(answer, _repeats(question)):
        yield Finding("repetition", f'the answer repeats "{loop[:60]}" again and again')
    elif words := wording.copied(question, answer, source, names):
        yield Finding("unchanged", f'"{words[:80]}" came back untranslated')
    else:
        yield from _length(question, answer)


def _repeats(text: str) -> int:
    """Return how often at most the text itself says a thing in a row; three times any text may."""
    return next((most for most in range(3, 50) if not wording.repeated(text, most)), 50)


def _length(question: str, answer: str) -> Iterator[Finding]:
    ours, theirs = wording.width(question), wording.width(answer)
    least = next(share for letters, share in _LEAST if ours >= letters)
    most = next(share for letters, share in _MOST if ours >= letters)
    if theirs < ours * least:
        yield Finding("length", f"the answer is too short: {theirs} letters for {ours}")
    elif theirs > ours * most + _SPARE:
        yield Finding("length", f"the answer is too long: {theirs} letters for {ours}")


def _addresses(question: str, answer: str) -> Iterator[Finding]:
    for pattern in (_ADDRESS, _HANDLE):
        ours, theirs = pattern.findall(question), pattern.findall(answer)
        for address in sorted(set(ours) - set(theirs)):
            yield Finding("addresses", f"{address[:120]} is missing")
        for address in sorted(set(theirs) - set(ours)):
            yield Finding("addresses", f"{address[:120]} is not in the original")


def _names(question: str, answer: str, source: Language) -> Iterator[Finding]:
    """Yield a finding where none of several names has come back: another text's translation."""
    known = wording.names(question, source) if wording.is_latin(answer) else ()
    if len(known) > 1 and not any(wording.resembles(name, answer) for name in known):
        shown = ", ".join(known[:3])
        yield Finding("names", f"none of the names is there ({shown}): another text's translation")


def _without_addresses(text: str) -> str:
    """Return the text with spaces in the place of addresses: their digits are no numbers."""
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return text
    return _HANDLE.sub(_blank, _ADDRESS.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
