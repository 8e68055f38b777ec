"""Stories that one process keeps, and another reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from digest.model import Article, Image, Origin, SegmentMark, Source, Story
from digest.pipeline import spooling
from digest.render import pool

ORIGINAL = Article("tr", "Liman açıldı", "Gövde.\n", slug="liman", aliases=("eski", "daha-eski"))
MARKS = (SegmentMark("title", "1a2b3c4d", "5e6f7a8b"), SegmentMark("body", "9c0d1e2f", ""))
TRANSLATION = Article(
    "en",
    "The port is open",
    "Body.\n",
    image=Image("a.jpg", "A quay", 800, 600, (480,)),
    origin=Origin("machine", False, "deepl", "2025-07-22", MARKS),
)
SOURCES = (Source("Reuters", "https://a.example/"), Source("AA", ""))


def story(number: int) -> Story:
    return Story(
        f"{number}", (ORIGINAL, TRANSLATION), "2025-07-22", topics=("a", "b"), sources=SOURCES
    )


def test_what_is_read_is_what_was_kept(tmp_path: Path) -> None:
    with spooling.spool(tmp_path) as kept:
        places = [kept.write(story(number)) for number in range(3)]
        kept.flush()
        places.append(kept.write(story(3)))
        kept.flush()
        assert [kept.read(place) for place in places] == [story(number) for number in range(4)]


def test_more_than_is_written_at_once_comes_back_too(tmp_path: Path) -> None:
    long = Story("x", (Article("tr", "Başlık", "ş" * spooling.TOGETHER),))
    with spooling.spool(tmp_path) as kept:
        places = [kept.write(one) for one in (long, story(1), long)]
        kept.flush()
        assert [kept.read(place).id for place in places] == ["x", "1", "x"]


def test_each_process_has_a_file_of_its_own_that_the_others_read(tmp_path: Path) -> None:
    with spooling.spool(tmp_path) as kept:

        def keep(share: Sequence[int], _done: Callable[[int], None]) -> list[spooling.Place]:
            places = [kept.write(story(number)) for number in share]
            kept.flush()
            return places

        first = kept.write(story(1000))
        kept.flush()
        shares = pool.run(keep, range(500), 3)
        places = [place for share in shares for place in share]
        assert [kept.read(place).id for place in places] == [f"{n}" for n in range(500)]
        assert kept.read(first) == story(1000)
