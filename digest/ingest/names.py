"""Who wrote it, and where: lines that are made of people's names and places."""

from __future__ import annotations

import re

from digest import turkish
from digest.ingest import houses, rules
from digest.ingest.forms import PARTICLES, SUFFIXED, UPPER
from digest.ingest.lines import ends_sentence, words

_NAME = re.compile(
    rf"(?:[{UPPER}](?:[^\W\d]|[’'.-])*|(?:el|al|bin|bint|ibn|b|de|da|di|del|van|von|der|den|la|le|ez|es|eş|er)-?(?:[{UPPER}][\w’'-]*)?)\.?$"
)
_TITLE = re.compile(
    r"^(?:(?:Prof|Doç|Dr|Av|Yrd|Öğr|Arş|Gör|Op|Uzm|Müh|Em|Büyükelçi|Tümg|Alb|Gn)(?:\.\s*|\s+))+"
)
_LABEL = re.compile(
    r"(?P<label>Muhabirler?|Muhabir(?:i|leri)?|Haber(?:i yazan)?(?:\s*[-/&]\s*(?:Kamera|Foto(?:ğraf)?))*|Yazan(?:lar)?|Yazar(?:ı|lar)?|"
    r"Editör(?:ü)?|Hazırlayan(?:lar)?|Derleyen|Röportaj|Söyleşi|Kaleme alan|Aktaran|Bildiren|Analiz|Özel haber|By)"
    r"\s*[:,|：]\s*(?P<names>\S.*)$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?P<who>\S.{3,110}?)(?P<outlet> için)? (?:yazdı|bildiriyor|bildirdi|derledi|hazırladı|kaleme aldı|aktardı)\.?$"
)
_OTHER_LABEL = re.compile(r"\s*[-–/|,]?\s*(?:Kamera|Foto(?:ğraf)?)\s*:.*$", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:Unvan|Bildirdiği yer|Görevi|Rol|Yayıncı|Kamera(?:man)?|Kurgu|Montaj)\s*[,:]\s*|(?:Twitter|X|Instagram|Bluesky)\s*[,:]\s*@",
    re.IGNORECASE,
)


def is_person(text: str) -> bool:
    """Say whether a text by its form is one person's name, titles included."""
    tokens = _TITLE.sub("", text).split()
    if not 2 <= len(tokens) <= 5 or len(text) > 60:
        return False
    if any(not _NAME.match(token) or SUFFIXED.search(turkish.lower(token)) for token in tokens):
        return False
    if turkish.fold(text) in rules.names("places.txt") | rules.names("outlets.txt"):
        return False
    return not (len(tokens) > 3 and text == turkish.upper(text))


def people(text: str) -> str:
    """Return a byline made of one or more names, or an empty text: `Ali Veli, Ayşe Fatma / Ankara`."""
    text = text.strip(" |-–—/,.")
    parts = [
        part.strip()
        for part in re.split(r"\s*[,;|&]\s*|\s+ve\s+|\s+[-–—/]\s+|/(?=\s*[A-ZÇĞİÖŞÜ])", text)
    ]
    parts = [part for part in parts if part]
    if len(parts) > 6 or len(text) > 160:
        return ""
    known = rules.names("places.txt") | rules.names("outlets.txt")
    named = [part for part in parts if is_person(part) or is_desk(part)]  # a desk: Dış Haberler
    others = [part for part in parts if part not in named]
    if all(turkish.fold(part.strip("()")) in known for part in others):
        return ", ".join(_surname_small(part.strip("() ")) for part in named)
    return ""


def _surname_small(name: str) -> str:
    """`Çağrı DEMİRTAŞ` is `Çağrı Demirtaş`; newsrooms stay as they are, and so do initials."""
    return name if is_desk(name) else " ".join(map(_word, name.split()))


def is_desk(text: str) -> bool:
    """Say whether a text names a newsroom: `Haber Merkezi`, `BİA Haber Merkezi`, `Dış Haberler Servisi`."""
    key = turkish.fold(text.strip("() "))
    return (
        words(key) <= 6
        and " - " not in key
        and ":" not in key
        and key.endswith(
            ("haber merkezi", "servisi", "haber ekibi", "dış haberler", "haber bürosu")
        )
    )


def byline(text: str) -> str:
    """Return the author that a labelled line names: `Muhabir: …`, `X Independent Türkçe için yazdı`."""
    if len(text) > 200:
        return ""
    if found := _LABEL.match(text):
        named = _OTHER_LABEL.sub("", found["names"]).strip(" |-–—/")
        return people(named) or (named if _reads_as_names(named) else "")
    if found := _WROTE.match(text):
        return _writer(found["who"], found["outlet"] is not None)
    return text.strip("() ") if is_desk(text) else ""


def _reads_as_names(text: str) -> bool:
    """Say whether most words have a capital, and no sentence ends."""
    tokens = text.split()
    proper = sum(token[:1].isupper() or turkish.fold(token) in PARTICLES for token in tokens)
    return len(tokens) <= 10 and not ends_sentence(text) and proper >= 0.7 * len(tokens)


def _writer(who: str, for_outlet: bool) -> str:
    """Return the person of `Dr. Halim Gençoğlu Independent Türkçe (için yazdı)`."""
    tokens = who.replace(",", "").split()
    if not for_outlet:
        return who if is_person(who) else ""
    for count in range(2, len(tokens)):
        name, outlet = " ".join(tokens[:count]), " ".join(tokens[count:])
        if is_person(name) and houses.is_outlet(outlet):
            return name
    return ""


def labelled(text: str) -> str:
    """Return what stands behind a byline's label: `Haber-Kamera: Hakan KAYA / EDİRNE, (DHA)`."""
    found = _LABEL.match(text) if len(text) <= 200 else None
    return found["names"] if found else ""


def is_role(text: str) -> bool:
    """Say whether a line tells what the author is: `Unvan, BBC Türkçe`."""
    return len(text) < 120 and _ROLE.match(text) is not None


def place(text: str) -> str:
    """Return the place that a line of its own names: `Ankara`, `İSTANBUL / ANKARA`."""
    if len(text) > 60:
        return ""
    parts = [part.strip() for part in re.split(r"[/,|-]", text.strip(" ,.-–|")) if part.strip()]
    if parts and all(turkish.fold(part) in rules.names("places.txt") for part in parts):
        return "/".join(capitalised(part) for part in parts)
    return ""


def capitalised(text: str) -> str:
    """`ANKARA` is `Ankara`, `TEL AVİV` `Tel Aviv`; what is not in capitals stays, and so does BM."""
    if len(text) < 5 and text == turkish.upper(text):
        if text in ("BM", "TBMM") or turkish.fold(text) not in rules.names("places.txt"):
            return text
    return " ".join(map(_word, text.split()))


def _word(word: str) -> str:
    if len(word) < 3 or turkish.upper(word) != word:
        return word
    return word[0] + turkish.lower(word[1:])
