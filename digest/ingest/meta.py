"""Lines that say something about an article: its date, byline, place, photo, sources, tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest import turkish
from digest.ingest import captions, datelines, dates, houses, names
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft, Row
from digest.ingest.ledger import Kind
from digest.ingest.lines import words
from digest.model import Source

_TAG_LABEL = re.compile(
    r"(?:Etiket(?:ler)?(?:i)?|Anahtar kelime(?:ler)?|İlgili konu(?:lar)?|Konular|Konu başlıkları|Tags|Keywords)"
    r"\s*(?:[:：]\s*(?P<tags>.*))?$",
    re.IGNORECASE,
)
_PHOTO_HOUSES = frozenset(
    map(
        turkish.fold,
        (
            "Getty Images", "Getty", "iStock", "Shutterstock", "Depo Photos", "DepoPhotos", "Alamy",
            "Unsplash", "Pixabay", "Pexels", "EPA", "EPA-EFE", "PA Media", "Picture Alliance",
            "Imago", "Wikimedia Commons", "Wikimedia", "NurPhoto", "Anadolu Images",
        ),
    )
)  # fmt: skip
_LONGEST = 400


def is_meta(text: str) -> bool:
    """Say whether a line says something about the article, whatever stands around it."""
    return (
        is_strong(text)
        or bool(hashtags(text))
        or ((found := captions.caption(text)) is not None and not found.text)
        or bool(houses.labelled_sources(text))
    )


def is_strong(text: str) -> bool:
    """Say whether a line is a date, a labelled byline or a place: what stands in head blocks alone."""
    if len(text) > _LONGEST:
        return False
    dated = dates.date_line(text)
    if dated and (not dated.rest or names.people(dated.rest) or names.place(dated.rest)):
        return True
    return bool(
        dates.is_label(text) or names.byline(text) or names.place(text) or names.is_role(text)
    )


def take_date(draft: Draft, row: Row) -> bool:
    """Take the dates of a line that is made of dates; and the byline beside them."""
    if label := dates.is_label(row.text):
        draft.pending = label
        draft.become(row, "date")
        return True
    found = dates.date_line(row.text, draft.date)
    if not found:
        return False
    author = names.people(found.rest) or names.byline(found.rest)
    where = names.place(found.rest)
    house = () if author or where else houses.sources(found.rest)
    stray = found.labelled and words(found.rest) < 5 and not row.text.endswith(")")
    if found.rest and not (author or where or house or stray):
        return False
    published, updated = found.published, found.updated
    if draft.pending == "updated" and not updated:
        published, updated = "", published
    elif draft.date and not updated:
        updated = published if published > draft.date else ""
    draft.pending = ""
    draft.date = draft.date or published
    draft.updated = draft.updated or updated
    draft.add_author(author)
    draft.place = draft.place or where
    draft.add_sources(house)
    draft.become(
        row,
        "date",
        "byline" if author else "",
        "place" if where else "",
        "sources" if house else "",
    )
    return True


def take_byline(draft: Draft, row: Row) -> bool:
    """Take the author that a line names under a label, or a role line below it."""
    if names.is_role(row.text):
        where = names.place(row.text.partition(",")[2]) if row.text.startswith("Bildirdiği") else ""
        draft.place = draft.place or where
        draft.become(row, "place" if where else "byline")
        return True
    line = datelines.dateline(names.labelled(row.text))
    if line and line.writer and not line.rest:
        take_dateline(draft, line)
        draft.become(row, "byline", "place", *_agency(line))
        return True
    author = names.byline(row.text)
    if author:
        draft.add_author(author)
        draft.become(row, "byline")
    return bool(author)


def _agency(line: datelines.Dateline) -> list[Kind]:
    return ["sources"] if line.agency else []


def take_place(draft: Draft, row: Row) -> bool:
    """Take a place that stands on a line of its own, or a dateline that does."""
    where = names.place(row.text)
    if where and not draft.place:
        draft.place = where
        draft.seen.setdefault(row.line.key, row.line.number)
        draft.become(row, "place")
        return True
    line = datelines.dateline(row.text) or datelines.place_and_people(row.text)
    if line is None or line.rest:
        return False
    take_dateline(draft, line)
    kinds: list[Kind] = ["place"] if line.place else []
    kinds += ["byline"] if line.writer else []
    draft.become(row, *kinds, *_agency(line))
    return True


def take_dateline(draft: Draft, line: datelines.Dateline) -> None:
    """Keep what a dateline says; a day in it counts when it has its year."""
    draft.place = draft.place or line.place
    draft.add_author(line.writer)
    if line.agency:
        draft.add_sources([Source(line.agency)])
    draft.date = draft.date or turkish.parse_date(line.day)


def take_credit(draft: Draft, row: Row) -> bool:
    """Take a line that is a credit alone: `Fotoğraf: AA`, `Kaynak, Getty Images`."""
    found = captions.caption(row.text)
    if found is None or found.text or not found.credit:
        return False
    keep_caption(draft, row, found)
    return True


def keep_caption(draft: Draft, row: Row, found: Caption) -> None:
    """Keep a caption, a credit, or both, and remember the line: it may come again."""
    draft.captions.append(found)
    draft.become(row, "caption" if found.text else "", "credit" if found.credit else "")
    draft.seen.setdefault(row.line.key, row.line.number)
    if found.text:
        draft.seen.setdefault(turkish.fold(found.text), row.line.number)


def take_sources(draft: Draft, row: Row) -> bool:
    """Take labelled sources; a photo agency is the credit of the photo above it."""
    found = houses.labelled_sources(row.text)
    if not found:
        return False
    photos = [source.name for source in found if turkish.fold(source.name) in _PHOTO_HOUSES]
    if len(photos) == len(found):
        keep_caption(draft, row, Caption("", ", ".join(photos)))
        return True
    desks = [source.name for source in found if names.is_desk(source.name)]
    people = [s.name for s in found if names.is_person(s.name) and s.name not in desks + photos]
    for name in people or ([] if draft.authors else desks):
        draft.add_author(name)
    people += desks
    others = [source for source in found if source.name not in people]
    draft.add_sources(others)
    draft.become(row, *(_kinds("sources") if others else []), *(_kinds("byline") if people else []))
    return True


def _kinds(*kinds: Kind) -> list[Kind]:
    return list(kinds)


def hashtags(text: str) -> tuple[str, ...]:
    """Return the tags of a line made of tags alone: `#Hamas #Gazze`, `#Hakan Fidan#Suriye`."""
    if not text.startswith("#") or len(text) > _LONGEST:
        return ()
    tags = [part.strip(" ,|;") for part in text.split("#")[1:]]
    fits = all(
        tag and words(tag) < 5 and tag[0].isalnum() and len(tag) < 60 and tag[-1] not in ".!?:"
        for tag in tags
    )
    return tuple(tags) if fits else ()


def take_tags(draft: Draft, rows: Sequence[Row], n: int) -> int:
    """Take the tags that begin at a row, on one line or under a label; return how many rows they are."""
    row = rows[n]
    if found := hashtags(row.text):
        _add_tags(draft, found)
        draft.become(row, "tags")
        return 1
    label = _TAG_LABEL.match(row.text) if len(row.text) <= _LONGEST else None
    if label is None:
        return 0
    draft.become(row, "tags")
    if label["tags"]:
        _add_tags(
            draft,
            hashtags(label["tags"]) or re.split(r"\s*[,;|•·/]\s*", label["tags"].strip(" ,;.")),
        )
        return 1
    taken = 1
    for below in rows[n + 1 : n + 50]:
        listed = below.match is None or below.match.name in ("menu", "city-list")
        if not listed or below.paragraph or words(below.text) > 4 or below.gap > rows[n + 1].gap:
            break
        _add_tags(draft, hashtags(below.text) or [below.text.strip("#, ")])
        draft.become(below, "tags")
        taken += 1
    return taken


def _add_tags(draft: Draft, tags: Sequence[str]) -> None:
    draft.tags += [tag for tag in tags if tag and tag not in draft.tags]
