"""What it is taken from: papers, agencies and broadcasters."""

from __future__ import annotations

import re

from digest import turkish
from digest.ingest import rules
from digest.ingest.forms import PARTICLES, SUFFIXED, UPPER
from digest.ingest.lines import ends_sentence, words
from digest.model import Source

_SOURCE_LABEL = re.compile(
    r"(?:Haber )?Kaynak(?:lar|ça|ları|ı)?\s*[:：]\s*(?P<names>\S.*)$", re.IGNORECASE
)
AGENCIES = (
    "AA|A\\.A\\.?|DHA|İHA|IHA|ANKA|BHA|İLKHA|AFP|AP|DPA|dpa|Reuters|REUTERS|UPI|TASS|THA|UHA|EFE|ANSA|"
    "JINNEWS|Hibya|HİBYA|BYZHA|UBA|BSHA|CİHAN|Cihan|ABNA|SPA|KUNA|SANA|WAFA|KHA|Sputnik|DW"
)
_SEPARATOR = re.compile(r"\s*(?:[,;|·•]|\s[-–—/]\s|\s(?:ve|and)\s)\s*")
_SECTIONS = frozenset(
    "güncel yerel gündem politika ekonomi spor dünya magazin yaşam sağlık teknoloji".split()
)
_URL = re.compile(r"\(?\s*(?P<url>https?://[^\s<>()\"]+)\s*\)?")
_INITIALS = re.compile(rf"[{UPPER}]{{2,3}}")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|tr|co|uk|de|fr|io|news|info|tv)$")


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
    if (len(names) == 1 or "|" in text) and not any(map(is_outlet, names)):
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


def is_agency(text: str) -> bool:
    """Say whether a dateline can name it as its agency."""
    key = turkish.fold(text)
    return bool(re.fullmatch(AGENCIES, text)) or key in rules.names("outlets.txt")


def split_names(text: str) -> list[str]:
    """Return the names of a list, in order."""
    return [part.strip(" .") for part in _SEPARATOR.split(text.strip(" ,;"))]


def _is_house(name: str) -> bool:
    tokens = name.split()
    if not 1 <= len(tokens) <= 6 or len(name) > 50 or "“" in name or '"' in name:
        return False
    proper = (t[:1].isupper() or t[:1].isdigit() or turkish.fold(t) in PARTICLES for t in tokens)
    if tokens[0][:1].isupper() and all(proper) and not any(SUFFIXED.search(t) for t in tokens):
        return True
    key = turkish.fold(name)
    return key in rules.names("outlets.txt") or _SITE.search(key) is not None


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
