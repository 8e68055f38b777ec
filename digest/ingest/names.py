"""Who wrote it, where, and what it is taken from: lines that are made of names."""

from __future__ import annotations

import re
from typing import NamedTuple

from digest import turkish
from digest.ingest import rules
from digest.ingest.lines import ends_sentence, words
from digest.model import Source

_UPPER = "A-ZÇĞİÖŞÜÂÎÛÉÀÁÄÅÈÊËÍÓÔÚÝČŠŽŁØÑ"
_NAME = re.compile(
    rf"(?:[{_UPPER}](?:[^\W\d]|[’'.-])*|(?:el|al|bin|bint|ibn|b|de|da|di|del|van|von|der|den|la|le|ez|es|eş|er)-?(?:[{_UPPER}][\w’'-]*)?)\.?$"
)
_TITLE = re.compile(
    r"(?:(?:Prof|Doç|Dr|Av|Yrd|Öğr|Arş|Gör|Op|Uzm|Müh|Em|Büyükelçi|Tümg|Alb|Gn)\.?\s*)+"
)
_SUFFIXED = re.compile(r"['’](?:n?[ıiuü]n|[dt][ae]n?|y?[aeıiuü]|l[ae]|l[ae]r\w*|n[ae])$")
_DESK = re.compile(
    r"(?:haber|dış haberler|istihbarat|ekonomi|spor|kültür|sendika|yaşam|dünya|yurt|gündem)?\s*-?\s*(?:haber )?(?:merkezi|servisi|bürosu|ekibi)"
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
    r"(?:Unvan|Bildirdiği yer|Görevi|Rol|Yayıncı|Kamera(?:man)?|Kurgu|Montaj)\s*[,:]\s*",
    re.IGNORECASE,
)
_SOURCE_LABEL = re.compile(
    r"(?:Haber )?Kaynak(?:lar|ça|ları|ı)?\s*[:：]\s*(?P<names>\S.*)$", re.IGNORECASE
)
_AGENCIES = (
    "AA|A\\.A\\.?|DHA|İHA|IHA|ANKA|BHA|İLKHA|AFP|AP|DPA|dpa|Reuters|REUTERS|UPI|TASS|THA|UHA|EFE|ANSA|"
    "JINNEWS|Hibya|HİBYA|BYZHA|UBA|BSHA|CİHAN|Cihan|ABNA|SPA|KUNA|SANA|WAFA|KHA|Sputnik|DW"
)
_DATELINE = re.compile(
    rf"(?P<place>[{_UPPER}][^()]{{1,60}}?)\s*,?\s*(?:(?P<day>\d{{1,2}} [^\W\d]+(?: \d{{4}})?)\s*,?\s*)?"
    rf"(?:\(\s*(?P<agency>[^()]{{2,30}})\s*\)|(?<=[\s/,-])(?P<bare>{_AGENCIES})\b)\s*(?P<dash>[-–—:]+)?\s*(?P<rest>\S.*)?$"
)
_AGENCY_FIRST = re.compile(rf"\(?(?P<agency>{_AGENCIES})\)?\s*[-–—]\s*(?P<rest>\S.*)$")
_BRACKETED_PLACE = re.compile(rf"\((?P<place>[{_UPPER} ]{{2,30}})\)\s*[-–—]\s*(?P<rest>\S.*)$")
_CITY_DASH = re.compile(
    rf"(?P<place>[{_UPPER}][\w’'. /-]{{1,30}}?)\s*,?\s*[-–—]\s*(?P<rest>[\"“‘'«]?[{_UPPER}0-9].*)$"
)
_WRITER_THEN = re.compile(
    rf"(?P<name>[{_UPPER}][\w.’'-]*(?: [{_UPPER}][\w.’'-]*){{1,3}})\s*[-–—]\s*(?P<rest>\S.*)$"
)
_SEPARATOR = re.compile(r"\s*(?:[,;|·•]|\s[-–—/]\s|\s(?:ve|and)\s)\s*")
_PARTICLES = frozenset(
    "of the de la le el al du des der die das and ve für for in on di del da do e y a şarku'l şark'ul".split()
)
_SECTIONS = frozenset(
    "güncel yerel gündem politika ekonomi spor dünya magazin yaşam sağlık teknoloji".split()
)
_URL = re.compile(r"\(?\s*(?P<url>https?://[^\s<>()\"]+)\s*\)?")
_INITIALS = re.compile(rf"[{_UPPER}]{{2,3}}")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|tr|co|uk|de|fr|io|news|info|tv)$")


class Dateline(NamedTuple):
    """What a report opens with: `ANKARA (AA) - …`."""

    place: str
    """`Ankara`; empty where only a writer was named."""
    agency: str
    """`AA`; empty where none is named."""
    day: str
    """A day that it states, as printed: `17 Temmuz`, `17 Temmuz 2025`."""
    rest: str
    """The text after it; empty where the dateline stands alone."""
    writer: str = ""
    """Who reported: `Ali Veli/ İSTANBUL, (DHA)`."""


def is_person(text: str) -> bool:
    """Say whether a text by its form is one person's name, titles included."""
    bare = _TITLE.sub("", text, count=1) if _TITLE.match(text) else text
    tokens = bare.split()
    if not 2 <= len(tokens) <= 5 or len(text) > 60:
        return False
    if any(not _NAME.match(token) or _SUFFIXED.search(turkish.lower(token)) for token in tokens):
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
    if not parts or len(parts) > 6 or len(text) > 160:
        return ""
    known = rules.names("places.txt") | rules.names("outlets.txt")
    named = [part for part in parts if is_person(part) or is_desk(part)]  # a desk: Dış Haberler
    others = [part for part in parts if part not in named]
    if named and all(turkish.fold(part.strip("()")) in known for part in others):
        return ", ".join(_surname_small(part.strip("() ")) for part in named)
    return ""


def _surname_small(name: str) -> str:
    """`Çağrı DEMİRTAŞ` is `Çağrı Demirtaş`; newsrooms stay as they are, and so do initials."""
    return name if is_desk(name) else " ".join(map(_word, name.split()))


def is_desk(text: str) -> bool:
    """Say whether a text names a newsroom: `Haber Merkezi`, `BİA Haber Merkezi`, `Dış Haberler Servisi`."""
    if words(text) > 8:
        return False
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
    proper = sum(token[:1].isupper() or turkish.fold(token) in _PARTICLES for token in tokens)
    return 0 < len(tokens) <= 10 and not ends_sentence(text) and proper >= 0.7 * len(tokens)


def _writer(who: str, for_outlet: bool) -> str:
    """Return the person of `Dr. Halim Gençoğlu Independent Türkçe (için yazdı)`."""
    tokens = who.replace(",", "").split()
    if not for_outlet:
        return who if is_person(who) else ""
    for count in range(2, len(tokens)):
        name, outlet = " ".join(tokens[:count]), " ".join(tokens[count:])
        if is_person(name) and is_outlet(outlet):
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
        return "/".join(_capitalised(part) for part in parts)
    return ""


def dateline(text: str) -> Dateline | None:
    """Return what stands before a report's first sentence, or None.

    Without an agency in it, the place must be a city that is known: `ERDOĞAN - …` is none.
    """
    head = text[:LIMIT]
    if found := _DATELINE.match(head):
        agency = found["agency"] or found["bare"]
        if _is_agency(agency) and _opens(found):
            rest = text[found.start("rest") :] if found["rest"] else ""
            return _dateline(found["place"], agency, found["day"] or "", rest)
    if found := _AGENCY_FIRST.match(head):
        return Dateline("", found["agency"], "", text[found.start("rest") :])
    for pattern in (_BRACKETED_PLACE, _CITY_DASH):
        if (found := pattern.match(head)) and _is_city(found["place"], found["rest"]):
            return Dateline(place(found["place"]), "", "", text[found.start("rest") :])
    return None


def _is_city(where: str, rest: str) -> bool:
    """A city in capitals opens a report, unless another one follows: `ANKARA-ŞAM HATTI`."""
    following = re.split(r"[\s/,-]", rest.lstrip("\"“‘'«"), maxsplit=1)[0]
    return where == turkish.upper(where) and bool(place(where)) and not place(following)


def _opens(found: re.Match[str]) -> bool:
    """Say whether the place of a dateline is one: without a dash after the agency, a city or in capitals."""
    *people, where = [part.strip(" ,-") for part in found["place"].split("/")]
    if any(not is_person(name) for part in people for name in re.split(r"\s*[-–&,]\s*", part)):
        people, where = [], found["place"]
    if any(char.isdigit() or char in "'’\"“" for char in where) or words(where) > 4:
        return False
    if place(where) or where == turkish.upper(where):
        return True
    return bool(found["dash"]) and all(token[:1].isupper() for token in where.split())


LIMIT = 400
"""Characters within which a dateline ends."""


def _dateline(where: str, agency: str, day: str, rest: str) -> Dateline:
    """A dateline's place may have the reporters before it, its text one after it."""
    agency = agency.replace(".", "") if agency.startswith("A.A") else agency
    *before, last = where.split("/")
    people = [name.strip() for part in before for name in re.split(r"\s*[-–&,]\s*", part)]
    if not all(is_person(name) and not place(name) for name in people):
        people, last = [], where
    parts = [part.strip(" ,-") for part in last.split("/")]
    writer, rest = (
        writer_then(rest) if rest and not people else (", ".join(map(_capitalised, people)), rest)
    )
    places = [_capitalised(part) for part in parts if part and part not in people]
    return Dateline("/".join(places), agency, day, rest, writer)


def _is_agency(text: str) -> bool:
    key = turkish.fold(text)
    return bool(re.fullmatch(_AGENCIES, text)) or key in rules.names("outlets.txt")


def place_and_people(text: str) -> Dateline | None:
    """Return the place and the people of `İstanbul - BİA Haber Merkezi`, `Kahire: Şarku’l Avsat`, or None."""
    if len(text) > 120:
        return None
    before, sign, behind = text.partition(" - ") if " - " in text else text.partition(": ")
    if not sign or not place(before):
        return None
    house = behind if sign == ": " and is_outlet(behind) else ""
    if house or people(behind):
        return Dateline(place(before), house, "", "", "" if house else people(behind))
    return None


def writer_then(text: str) -> tuple[str, str]:
    """Return the writer named between a dateline and its text, and that text: `ALİ VELİ - Bakan …`."""
    found = _WRITER_THEN.match(text[:LIMIT])
    if found and is_person(found["name"]):
        return _capitalised(found["name"]), text[found.start("rest") :]
    return "", text


def labelled_sources(text: str) -> tuple[Source, ...]:
    """Return the sources of `Kaynak: Reuters, AP`; addresses are kept where they are given."""
    found = _SOURCE_LABEL.match(text) if len(text) <= 300 else None
    if not found or (ends_sentence(found["names"]) and words(found["names"]) > 6):
        return ()
    named = found["names"]
    if url := _URL.search(named):
        name = (named[: url.start()] + named[url.end() :]).strip(" ,-–()|/")
        return (Source(name or _host(url["url"]), url["url"]),)
    houses = [part for part in split_names(named) if part]
    if len(houses) > 1 and is_outlet(houses[0]) and turkish.fold(houses[-1]) in _SECTIONS:
        houses.pop()  # `Kaynak: AA / Güncel`
    return tuple(Source(_canonical(part)) for part in houses)


def sources(text: str) -> tuple[Source, ...]:
    """Return the sources that a line without a label lists: names alone, no verb, no full stop."""
    if len(text) > 200 or text.endswith((".", "!", "?", ":")):
        return ()
    names = [name for name in split_names(_without_initials(text)) if name]
    if len(names) > 8 or not all(map(_is_house, names)):
        return ()
    if len(names) == 1 and not is_outlet(names[0]):
        return ()
    return tuple(Source(name) for name in dict.fromkeys(names))


def _without_initials(text: str) -> str:
    """Return a list of houses without the editors who signed it: `DW,AFP/CÖ,HT`, `DW / EŞ, DPA`."""
    before, slash, behind = text.partition("/")
    if not slash:
        return text
    parts = split_names(before), split_names(behind)
    initials = [part for part in parts[1] if _INITIALS.fullmatch(part)]
    if all(map(is_outlet, initials)) or not all(map(is_outlet, parts[0])):
        return text
    signed = [part for part in initials if len(part) == 2 or not is_outlet(part)]
    return ", ".join(part for part in (*parts[0], *parts[1]) if part not in signed)


def _canonical(name: str) -> str:
    """`aa` is `AA`: houses that are written in capitals, where a site writes them small."""
    bare = name[1:-1].strip() if name.startswith("(") and name.endswith(")") else name
    small = bare == turkish.lower(bare) and len(bare) < 5
    return (
        turkish.upper(bare) if small and turkish.fold(bare) in rules.names("outlets.txt") else bare
    )


def is_outlet(name: str) -> bool:
    """Say whether a name is that of a paper or agency: a known one, or one that says so."""
    key = turkish.fold(name.strip("() "))
    if key in rules.names("outlets.txt") or _SITE.search(key):
        return True
    return bool(
        re.search(
            r"\b(?:haber ajansı|ajansı|gazetesi|news|times|post|press|journal|tribune|herald|dergisi|televizyonu|radyosu)$",
            key,
        )
    )


def split_names(text: str) -> list[str]:
    """Return the names of a list, in order."""
    return [part.strip(" .") for part in _SEPARATOR.split(text.strip(" ,;"))]


def _is_house(name: str) -> bool:
    tokens = name.split()
    if not 1 <= len(tokens) <= 6 or len(name) > 50 or "“" in name or '"' in name:
        return False
    proper = (t[:1].isupper() or t[:1].isdigit() or turkish.fold(t) in _PARTICLES for t in tokens)
    if tokens[0][:1].isupper() and all(proper) and not any(_SUFFIXED.search(t) for t in tokens):
        return True
    key = turkish.fold(name)
    return key in rules.names("outlets.txt") or _SITE.search(key) is not None


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")


def _capitalised(text: str) -> str:
    """`ANKARA` is `Ankara`, `TEL AVİV` `Tel Aviv`; what is not in capitals stays, and so does BM."""
    if text != turkish.upper(text) or (
        len(text) < 5 and turkish.fold(text) not in rules.names("places.txt")
    ):
        return text if text == turkish.upper(text) else " ".join(map(_word, text.split()))
    return " ".join(map(_word, text.split())) if text not in ("BM", "TBMM") else text


def _word(word: str) -> str:
    if len(word) < 3 or turkish.upper(word) != word:
        return word
    return word[0] + turkish.lower(word[1:])
