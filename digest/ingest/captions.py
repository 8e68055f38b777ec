"""Captions and credits: who took the photo stands at the end of its caption, in many forms."""

from __future__ import annotations

import re
from typing import NamedTuple

from digest import turkish
from digest.ingest.lines import words

_CAPTION_LABEL = re.compile(
    r"(?:fotoğraf altı yazısı|fotoğraf altı|fotoğrafaltı|foto altı|resim ?altı|alt ?yazı)\s*[,:]\s*",
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(
    r"(?:Foto(?:ğraf(?:lar|ı|çı)?|graf)?|FOTO(?:ĞRAF(?:LAR)?)?|G[öÖ](?:rsel|RSEL)|Resim|Photo|Image|"
    r"Grafik|Harita|İllüstrasyon|Çizim|Foto muhabiri|Arşiv fotoğraf)\s*[:：]\s*"
)
_BBC_CREDIT = re.compile(r"Kaynak\s*,\s*")
_SUFFIX = re.compile(r" - Sputnik[^,]{0,20}(?:, 1920)?(?:, \d\d\.\d\d\.\d{4})?$")
_ARCHIVE = re.compile(r"\s*/?\s*Multimedya arşivine gidin")
_BEFORE = " \t|/–—(-,"
"""What stands between a caption and its credit."""


class Caption(NamedTuple):
    """A caption, a credit, or both."""

    text: str
    """What the photo shows; empty where the line is a credit alone."""
    credit: str
    """Who took it; empty where it is not said."""


def caption(text: str) -> Caption | None:
    """Return the parts of a line that by its form is a caption with a credit, or a credit alone."""
    if label := _CAPTION_LABEL.match(text):
        rest = text[label.end() :]
        return _with_credit(rest) or Caption(rest, "")
    if label := _BBC_CREDIT.match(text):
        return Caption("", text[label.end() :])
    return _with_credit(text)


def repeats(found: Caption | None, key: str) -> bool:
    """Say whether a caption is the line with this key again: above it stands the picture's own text."""
    return found is not None and bool(found.text) and turkish.fold(found.text) == key


def is_labelled(text: str) -> bool:
    """Say whether a line says itself that it is a caption: `Fotoğraf altı yazısı, …`."""
    return _CAPTION_LABEL.match(text) is not None


def has_credit_label(text: str) -> bool:
    """Say whether a line's credit has a label: `caption | Fotoğraf: Ad Soyad`."""
    return "©" in text or _CREDIT_LABEL.search(text) is not None


def is_bbc_credit(text: str) -> bool:
    """Say whether a line is a credit as the BBC prints them: `Kaynak, Getty Images`."""
    return _BBC_CREDIT.match(text) is not None


def _with_credit(text: str) -> Caption | None:
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1].strip()
    if "©" in text:
        return _signed(text)
    if (":" in text or "：" in text) and (found := _labelled(text)):
        return found
    body = text.rstrip(" .")
    if body.endswith(")"):
        return _bracketed(body)
    if suffix := _SUFFIX.search(text):
        return Caption(text[: suffix.start()], "")
    return None


def is_credit(text: str) -> bool:
    """Say whether a text can name who took a photo: a name, not a remark or a number.

    Any house or person may have taken it, so this is about form alone.
    """
    if len(text) > 80 or words(text) > 9 or text.endswith((".", "!", "?", ",")):
        return False
    first = text.lstrip("@#'\"“‘")[:1]
    if not any(char.isalpha() for char in text):
        return False
    return first.isupper() or text.startswith("@") or "." in text or "/" in text


def glued_credit(line: str, below: str) -> str:
    """Return the credit of `© AP Photo / Khalil HamraMiting alanı`, given the caption below it."""
    if line.startswith("©") and line.endswith(below):
        return _ARCHIVE.sub("", line[: -len(below)]).strip(" ©/")
    return ""


def _signed(text: str) -> Caption | None:
    """`caption © credit`, or the credit alone."""
    before, _, credit = _ARCHIVE.sub(" ", text).rpartition("©")
    credit = _balanced(credit.strip())
    if not is_credit(credit):
        return None
    return Caption(before.rstrip(_BEFORE), credit)


def _labelled(text: str) -> Caption | None:
    """`caption Fotoğraf: credit`; the two may be glued together."""
    labels = list(_CREDIT_LABEL.finditer(text))
    if not labels:
        return None
    credit = _balanced(text[labels[-1].end() :])
    if ":" in credit or not is_credit(credit):
        return None
    return Caption(text[: labels[-1].start()].rstrip(_BEFORE), credit)


def _bracketed(text: str) -> Caption | None:
    """`caption (credit)`, with one more pair of brackets within the credit at most."""
    start = text.rfind("(")
    if text.endswith("))"):
        start = text.rfind("(", 0, start)
    credit = _bare(text[start + 1 : -1])
    before = text[:start].rstrip() if start >= 0 else ""
    return Caption(before, credit) if before and is_credit(credit) else None


def _balanced(text: str) -> str:
    """Return a text without full stops at its end, up to the bracket that was opened before it."""
    depth = end = 0
    for at, char in enumerate(text, 1):
        depth += (char == "(") - (char == ")")
        end = at if depth >= 0 else end
    return text[:end].rstrip(" .")


def _bare(credit: str) -> str:
    """Return a credit without its label: `Fotoğraf: Ad Soyad` is `Ad Soyad`."""
    return _CREDIT_LABEL.sub("", credit).strip()
