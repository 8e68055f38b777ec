"""The demo's stories: texts, dates, and a share of each feature."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b

from bench.demo.grammar import filler
from bench.demo.series import Both, Opening, Series, read
from bench.story import LANGUAGES, ZONE
from digest import blocks, fingerprint, turkish
from digest.model import Article, Image, Origin, SegmentMark, Source, Story

LAST = datetime(2026, 9, 30, 9, 0, tzinfo=ZONE)
"""When the newest stories came out."""

DAYS = 730
RECENT = (6, 4, 3, 2)
"""Stories of the newest days."""

ALTS: dict[str, Both] = {
    "city": ("Gün batımında bir kentin siluetini gösteren çizim", "Drawing of a skyline at sunset"),
    "hills": (
        "Art arda yeşil tepeleri gösteren çizim",
        "Drawing of green hills behind one another",
    ),
    "sea": ("Güneşin parladığı bir denizi gösteren çizim", "Drawing of a sea in sunlight"),
    "field": (
        "Güneşli, alçak tepeli bir ovayı gösteren çizim",
        "Drawing of a sunny, rolling plain",
    ),
    "night": (
        "Yıldızlı bir gecede dağları gösteren çizim",
        "Drawing of mountains on a starry night",
    ),
}

CREDITS = ("Anadolu Foto", "Kuzey Ajansı arşiv", "DHA arşiv")
ADDED: Both = (
    " Bu paragraf, gün içinde yapılan yeni açıklamanın ardından güncellendi.",
    " The figures in this paragraph were checked against the statement.",
)
"""What is added to a paragraph of the original, or of a machine translation by a person."""


@dataclass(frozen=True, slots=True)
class Made:
    """A story of the demo, and the picture that goes with it."""

    story: Story
    folder: str
    """`content/articles/2025-07`."""
    name: str
    """Files' name without language and ending."""
    scene: str
    """Kind of picture; empty where it has none."""


@dataclass(frozen=True, slots=True)
class _Plot:
    series: Series
    opening: Opening
    turn: int
    """0 in the first place and year, 1 in the second."""


def made() -> Iterator[Made]:
    """Yield the demo's 120 stories, oldest first."""
    plots = _plots()
    for number, (plot, moment) in enumerate(zip(plots, _moments(len(plots)), strict=True)):
        yield _made(plot, number, moment)


def _plots() -> list[_Plot]:
    rng = random.Random(20)
    found: list[_Plot] = []
    for turn in (0, 1):
        plots = [_Plot(series, one, turn) for series in read() for one in series.openings]
        rng.shuffle(plots)
        found += plots
    return found


def _moments(count: int) -> list[datetime]:
    """Return the times of publication: most days have one or none, the newest several."""
    rng = random.Random(21)
    days = [age for age, stories in enumerate(RECENT) for _ in range(stories)]
    days += [rng.randrange(len(RECENT), DAYS) for _ in range(count - len(days))]
    return sorted(LAST - timedelta(days=day, minutes=rng.randrange(-600, 120)) for day in days)


def _made(plot: _Plot, number: int, moment: datetime) -> Made:
    series = plot.series
    names = {
        "place": series.places[plot.turn % len(series.places)],
        "person": series.people[plot.turn % len(series.people)],
    }
    fill = filler(names, f"{series.name} {plot.turn} {plot.opening.title[0]}")
    scene = series.scene if number % 5 in (1, 4) else ""
    texts = [_article(plot, number, side, fill[side], scene) for side in (0, 1)]
    dated = number % 30 != 7
    name = texts[0].slug
    story = Story(
        id=blake2b(f"demo {number}".encode(), digest_size=6).hexdigest(),
        articles=_versions(texts[0], texts[1], number, moment),
        date=_date(moment, number) if dated else "",
        updated=_later(moment) if number % 9 == 4 or _case(number) in (9, 10) else "",
        imported=f"{moment:%Y-%m-%d}",
        topics=series.topics,
        sources=_sources(series, number),
        tags=series.tags if number % 4 else (),
    )
    return Made(story, f"content/articles/{moment:%Y-%m}", name, scene)


def _date(moment: datetime, number: int) -> str:
    return f"{moment:%Y-%m-%d}" if number % 6 == 2 else moment.isoformat(timespec="minutes")


def _later(moment: datetime) -> str:
    return (moment + timedelta(hours=3, minutes=20)).isoformat(timespec="minutes")


def _article(
    plot: _Plot, number: int, side: int, fill: Callable[[str], str], scene: str
) -> Article:
    series, opening = plot.series, plot.opening
    title = fill(_headline(plot, side))
    slug = turkish.slug(title)
    captioned = bool(scene) or number % 5 == 3
    return Article(
        lang=LANGUAGES[side],
        title=title,
        body=fill("\n\n".join([opening.lead[side], *_shared(plot, number, side)])),
        slug=slug,
        aliases=(f"{slug[:60].strip('-')}-{('eski', 'old')[side]}",) if number % 25 == 3 else (),
        summary=fill(opening.summary[side]),
        author=("Selim Kaleli", "Derya Anıl")[number % 2] if number % 3 == 0 else "",
        place=fill("{place}") if number % 2 == 0 else "",
        caption=fill(series.caption[side]) if captioned else "",
        credit=CREDITS[number % 3] if captioned else "",
        image=Image(f"{series.name}-{number}.jpg", ALTS[scene][side]) if scene else None,
    )


def _headline(plot: _Plot, side: int) -> str:
    """Return the headline; the second time round it says where, unless it does so anyway."""
    title = plot.opening.title[side]
    return f"{{place}}: {title}" if plot.turn and "{place" not in plot.opening.title[0] else title


def _shared(plot: _Plot, number: int, side: int) -> list[str]:
    """Return none, some or all of the blocks that fit: short, usual and long stories."""
    if number % 10 == 1:
        return []
    fitting = plot.series.after(plot.opening)
    count = len(fitting) if number % 10 == 6 else min(3 + number % 2, len(fitting))
    rng = random.Random(f"{plot.series.name} {number}")
    return [fitting[at][side] for at in sorted(rng.sample(range(len(fitting)), count))]


def _sources(series: Series, number: int) -> tuple[Source, ...]:
    address = "" if number % 2 else f"https://example.org/haber/{number}"
    return tuple(Source(name, address if not at else "") for at, name in enumerate(series.sources))


def _versions(
    original: Article, translation: Article, number: int, moment: datetime
) -> tuple[Article, ...]:
    """Return the original and, in most stories, a translation: by a machine, read, or by hand."""
    case = _case(number)
    if case == 19:
        return (original,)
    if 14 <= case <= 17:
        return original, replace(translation, origin=Origin("human"))
    origin = Origin(
        kind="machine",
        reviewed=11 <= case <= 13,
        engine="google",
        translated=f"{moment + timedelta(days=1):%Y-%m-%d}",
        segments=_marks(original, translation),
    )
    translation = replace(translation, origin=origin)
    if case in (9, 10):
        original = _amended(original, ADDED[0])
    if case == 18:
        translation = _amended(translation, ADDED[1])
    return original, translation


def _case(number: int) -> int:
    """Return which of twenty ways of being translated a story has; the newest is done by hand."""
    return (number + 16) % 20


def _marks(original: Article, translation: Article) -> tuple[SegmentMark, ...]:
    """Return what digest translate would have remembered of this translation."""
    pairs = zip(blocks.segments(original), blocks.segments(translation), strict=True)
    return tuple(
        SegmentMark(source.key, fingerprint.short(source.text), fingerprint.short(written.text))
        for source, written in pairs
    )


def _amended(article: Article, added: str) -> Article:
    """Add a sentence to the first paragraph."""
    lead, gap, rest = article.body.partition("\n\n")
    return replace(article, body=f"{lead}{added}{gap}{rest}")
