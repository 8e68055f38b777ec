"""What other pages know of a story."""

from __future__ import annotations

import marshal
from functools import lru_cache
from typing import Any, NamedTuple

from digest import fingerprint


class Teaser(NamedTuple):
    """A story in one language, as lists show it.

    A named tuple, since a build makes tens of thousands.
    """

    story: str
    """The story's id."""
    lang: str
    title: str
    summary: str
    """Standfirst, or the start of the body's first paragraph when there is none; plain text."""
    permalink: str
    """Folder address from the site's root: `tr/ateskes-gorusmeleri/`."""
    day: str
    """YYYY-MM-DD in the site's time zone."""
    time: str
    """`date` as an ISO time with offset or YYYY-MM-DD, empty when the story is undated."""
    topics: tuple[str, ...]
    """Keys of topics."""
    machine: bool
    """True for a machine translation that nobody has reviewed."""
    image: str
    """Path of the picture from content/articles/, or empty."""
    sizes: tuple[int, ...]
    """Its width in pixels after those of its smaller copies; empty where it has none."""
    sources: tuple[str, ...]
    """Names of its sources, for lists that show where a story comes from."""


class Shown(NamedTuple):
    """The part of a listing that is kept packed until it is asked for."""

    teasers: tuple[Teaser, ...]
    """One a language that it is published in, the original first."""
    words: tuple[str, ...]
    """Folded stems of the headline, for related stories."""


class Listing(NamedTuple):
    """What lists, neighbours and feeds know of a story: everything but its bodies.

    A site has tens of thousands in memory, and a build looks into few: what orders them is at
    hand, and the rest is packed. `Listing.of` makes one.
    """

    id: str
    moment: str
    """Sort key: UTC time as `YYYY-MM-DDTHH:MM:SSZ`. Ties are broken by id."""
    day: str
    """YYYY-MM-DD of its edition in the site's time zone."""
    dated: bool
    """False when `day` is the day it was imported."""
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    """Names of its sources."""
    also: tuple[str, ...]
    """Ids of stories in which other papers report the same."""
    langs: tuple[str, ...]
    """Languages that it is published in, the original's first."""
    aliases: tuple[tuple[str, str], ...]
    """Former (language, slug) pairs."""
    lastmod: str
    """`updated`, else `date`, in ISO form; empty when the story has neither."""
    packed: bytes
    """`Shown`, by marshal."""
    signature: str
    """Fingerprint of all of this and of `Shown`: of all that other pages show of the story."""
    content: str
    """Fingerprint of the story's files: changes with every edit of any version."""

    @classmethod
    def of(  # noqa: PLR0913, PLR0917  the fields
        cls, id: str, moment: str, day: str, dated: bool, updated: str,  # noqa: A002
        topics: tuple[str, ...], sources: tuple[str, ...], also: tuple[str, ...],
        teasers: tuple[Teaser, ...], aliases: tuple[tuple[str, str], ...],
        words: tuple[str, ...], content: str,
    ) -> Listing:  # fmt: skip
        """Return a listing; the fields are those of `Listing` and `Shown`."""
        plain = tuple([tuple(teaser) for teaser in teasers])
        packed = fingerprint.stable((plain, words))
        langs = tuple([teaser.lang for teaser in teasers])
        lastmod = updated or teasers[0].time
        order = id, moment, day, dated, topics, sources, also, langs, aliases, lastmod
        signature = fingerprint.of_bytes(fingerprint.stable(order) + packed)
        return cls(*order, packed, signature, content)

    @property
    def shown(self) -> Shown:
        """What is packed."""
        return _unpacked(self.packed)

    @property
    def teasers(self) -> tuple[Teaser, ...]:
        """One a language that it is published in, the original first."""
        return _unpacked(self.packed).teasers

    @property
    def permalinks(self) -> tuple[str, ...]:
        """Where it is published in each of its languages, without making teasers."""
        shown: tuple[Any, ...] = marshal.loads(self.packed)  # noqa: S302 - `of` wrote it
        return tuple([teaser[_PERMALINK] for teaser in shown[0]])

    def teaser(self, lang: str) -> Teaser | None:
        """Return the teaser in this language, if it is published in it."""
        if lang not in self.langs:
            return None
        return _unpacked(self.packed).teasers[self.langs.index(lang)]


_PERMALINK = Teaser._fields.index("permalink")


@lru_cache(maxsize=2048)
def _unpacked(packed: bytes) -> Shown:
    plain, words = marshal.loads(packed)  # noqa: S302 - `of` wrote it
    return Shown(tuple([tuple.__new__(Teaser, teaser) for teaser in plain]), words)
