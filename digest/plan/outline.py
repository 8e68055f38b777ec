"""The order of all stories, and which ones stand near each other. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import islice
from operator import attrgetter

from digest.model import Listing, Teaser
from digest.records import record

RELATED = 4
"""Related stories that a page shows at most."""
WINDOW = 24
"""How many older stories of each of its topics a story is compared with. Bounded, and older ones
alone, so that a new story changes no older page."""

COMPARED = 2048
"""Stories whose words are kept for the next comparison: those before it share most of them."""


@record
class Outline:
    """All published stories, newest first."""

    rows: tuple[Listing, ...]

    @cached_property
    def by_id(self) -> dict[str, Listing]:
        """Every listing by its id."""
        return {row.id: row for row in self.rows}

    @cached_property
    def position(self) -> dict[str, int]:
        """Place of every story in the order, 0 for the newest."""
        return {row.id: n for n, row in enumerate(self.rows)}

    @cached_property
    def by_topic(self) -> dict[str, list[int]]:
        """Positions of every topic's stories, newest first."""
        found: dict[str, list[int]] = {}
        for n, row in enumerate(self.rows):
            for topic in row.topics:
                found.setdefault(topic, []).append(n)
        return found

    @cached_property
    def also(self) -> dict[str, tuple[str, ...]]:
        """Ids of the stories in which others report the same, both ways, by id."""
        pairs = {(row.id, other) for row in self.rows for other in row.also if other in self.by_id}
        found: dict[str, set[str]] = {}
        for one, other in pairs:
            if one != other:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
        position = self.position
        return {key: tuple(sorted(ids, key=position.__getitem__)) for key, ids in found.items()}

    def in_language(self, lang: str) -> tuple[Listing, ...]:
        """Return the stories that are published in a language, newest first."""
        return tuple([row for row in self.rows if lang in row.langs])

    def neighbour(self, story: str, lang: str, step: int) -> Teaser | None:
        """Return the teaser of the story `beside` one, in the language."""
        row = self.beside(story, lang, step)
        return row.teaser(lang) if row else None

    def beside(self, story: str, lang: str, step: int) -> Listing | None:
        """Return the next newer (step -1) or older (step 1) story in a language."""
        return self._next(self.position[story] + step, lang, step)

    def _next(self, n: int, lang: str, step: int, but: str = "") -> Listing | None:
        """Return the first story in a language from a position on, `but` for one id."""
        while 0 <= n < len(self.rows):
            row = self.rows[n]
            if lang in row.langs and row.id != but:
                return row
            n += step
        return None

    def around(self, row: Listing, languages: Iterable[str]) -> set[str]:
        """Return the ids of the stories next to where a listing stands, or would stand."""
        key = _key(row)
        at = bisect_left(self.rows, True, key=lambda other: _key(other) <= key)
        sides = ((-1, at - 1), (1, at))
        near = (self._next(n, lang, step, row.id) for lang in languages for step, n in sides)
        return {other.id for other in near if other}

    @cached_property
    def _words(self) -> Callable[[int], frozenset[str]]:
        """Return the headline words of the story at a position."""

        @lru_cache(maxsize=COMPARED)
        def words(at: int) -> frozenset[str]:
            return frozenset(self.rows[at].shown.words)

        return words

    def related(self, story: str) -> tuple[str, ...]:
        """Return the ids of the older stories that share most topics and headline words.

        Of each of its topics the next older ones are looked at. A word counts for two topics,
        and two topics are the least that relates two stories.
        """
        at = self.position[story]
        shared: dict[int, int] = {}
        for topic in self.rows[at].topics:
            places = self.by_topic[topic]
            first = bisect_left(places, at + 1)
            for n in places[first : first + WINDOW]:
                shared[n] = shared.get(n, 0) + 1
        words_of, also = self._words, self.also.get(story, ())
        words = words_of(at)
        best = []
        for n, topics in shared.items():
            others = words_of(n)
            if topics > 1 or not words.isdisjoint(others):
                best.append((-2 * len(words & others) - topics, n))
        near = (self.rows[n].id for _, n in sorted(best))
        return tuple(islice((other for other in near if other not in also), RELATED))

    def after(self, changed: Iterable[Listing]) -> set[str]:
        """Return the ids of the stories whose related ones these listings can be among."""
        found: set[str] = set()
        for row in changed:
            key = (row.moment, row.id)
            for topic in row.topics:
                places = self.by_topic.get(topic, [])
                # Newest first: those before the first place that is not newer.
                stop = bisect_left(places, True, key=lambda n: _key(self.rows[n]) <= key)
                found.update(self.rows[n].id for n in places[max(0, stop - WINDOW) : stop])
        return found


def outline(rows: Iterable[Listing]) -> Outline:
    """Return the stories in order: newest first, by id where two have one moment."""
    return Outline(tuple(sorted(rows, key=_key, reverse=True)))


_key = attrgetter("moment", "id")
