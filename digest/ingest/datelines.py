"""What a report opens with: its place, its agency, its day and who reported it."""

from __future__ import annotations

import re
from typing import NamedTuple

from digest import turkish
from digest.ingest.forms import UPPER
from digest.ingest.houses import AGENCIES, is_agency, is_outlet
from digest.ingest.lines import words
from digest.ingest.names import capitalised, is_person, people, place

LIMIT = 400
"""Characters within which a dateline ends."""
_DATELINE = re.compile(
    rf"(?P<place>[{UPPER}][^()]{{1,60}}?)\s*,?\s*(?:(?P<day>\d{{1,2}} [^\W\d]+(?: \d{{4}})?)\s*,?\s*)?"
    rf"(?:\(\s*(?P<agency>[^()]{{2,30}})\s*\)|(?<=[\s/,-])(?P<bare>{AGENCIES})\b)\s*(?P<dash>[-–—:]+)?\s*(?P<rest>\S.*)?$"
)
_AGENCY_FIRST = re.compile(rf"\(?(?P<agency>{AGENCIES})\)?\s*[-–—]\s*(?P<rest>\S.*)$")
_HOUSE_FIRST = re.compile(rf"(?P<agency>[{UPPER}0-9]{{3,12}})\s[-–—]\s(?P<rest>\S.*)$")
_BRACKETED_PLACE = re.compile(rf"\((?P<place>[{UPPER} ]{{2,30}})\)\s*[-–—]\s*(?P<rest>\S.*)$")
_CITY_DASH = re.compile(
    rf"(?P<place>[{UPPER}][\w’'. /-]{{1,30}}?)\s*,?\s*[-–—]\s*(?P<rest>[\"“‘'«]?[{UPPER}0-9].*)$"
)
_WRITER_THEN = re.compile(
    rf"(?P<name>[{UPPER}][\w.’'-]*(?: [{UPPER}][\w.’'-]*){{1,3}})\s*[-–—]\s*(?P<rest>\S.*)$"
)


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


def dateline(text: str) -> Dateline | None:
    """Return what stands before a report's first sentence, or None.

    Without an agency in it, the place must be a city that is known: `ERDOĞAN - …` is none.
    """
    head = text[:LIMIT]
    if found := _DATELINE.match(head):
        agency = found["agency"] or found["bare"]
        if is_agency(agency) and _opens(found):
            rest = text[found.start("rest") :] if found["rest"] else ""
            return _dateline(found["place"], agency, found["day"] or "", rest)
    if found := _AGENCY_FIRST.match(head):
        return Dateline("", found["agency"], "", text[found.start("rest") :])
    if (found := _HOUSE_FIRST.match(head)) and is_outlet(found["agency"]):
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


def _dateline(where: str, agency: str, day: str, rest: str) -> Dateline:
    """A dateline's place may have the reporters before it, its text one after it."""
    agency = agency.replace(".", "") if agency.startswith("A.A") else agency
    *before, last = where.split("/")
    people = [name.strip() for part in before for name in re.split(r"\s*[-–&,]\s*", part)]
    if not all(map(is_person, people)):
        people, last = [], where
    parts = [part.strip(" ,-") for part in last.split("/")]
    writer, rest = (", ".join(map(capitalised, people)), rest) if people else writer_then(rest)
    places = [capitalised(part) for part in parts if part]
    return Dateline("/".join(places), agency, day, rest, writer)


def place_and_people(text: str) -> Dateline | None:
    """Return the place and the people of `İstanbul - BİA Haber Merkezi`, `Kahire: Şarku’l Avsat`, or None."""
    if len(text) > 120:
        return None
    before, sign, behind = text.partition(" - ") if " - " in text else text.partition(": ")
    if not place(before):
        return None
    house = behind if sign == ": " and is_outlet(behind) else ""
    if house or people(behind):
        return Dateline(place(before), house, "", "", "" if house else people(behind))
    return None


def writer_then(text: str) -> tuple[str, str]:
    """Return the writer named between a dateline and its text, and that text: `ALİ VELİ - Bakan …`."""
    found = _WRITER_THEN.match(text[:LIMIT])
    if found and is_person(found["name"]):
        return capitalised(found["name"]), text[found.start("rest") :]
    return "", text
