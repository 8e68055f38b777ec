"""What an article is to those that are there: the same again, a revision, other papers' report, or new. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from digest import turkish
from digest.ingest import mint, printings, similar
from digest.model import Story
from digest.records import record

_SAME_TITLE = 0.75
_LIKE_TITLE = 0.8
"""Share of the shorter text that a revision has in common with what it revises."""


Kind = Literal["new", "revision", "edited", "there"]
"""`edited`: a revision of an article that somebody edited since; `there`: an earlier version, or the same."""


@record
class Candidate:
    """An article that is there and may be another form of a new one."""

    story: Story
    path: str
    edited: bool
    """True when its text is no longer as an import wrote it, or never was."""


@record
class Decision:
    """What to do with an article of a dump."""

    kind: Kind
    of: Candidate | None = None
    also: tuple[str, ...] = ()
    """Ids of stories in which other papers report the same, for a new one."""


def decide(story: Story, candidates: Iterable[Candidate]) -> Decision:
    """Return what a new text is to those that share much with it."""
    text = similar.words(story.original.body)
    also: list[str] = []
    for candidate in candidates:
        likeness = similar.likeness(text, similar.words(candidate.story.original.body))
        if _revises(story, candidate.story, likeness):
            return Decision(_kind(story, candidate), candidate)
        if likeness >= similar.NEAR and candidate.story.id:
            also.append(candidate.story.id)
    return Decision("new", also=tuple(dict.fromkeys(also)))


def _kind(story: Story, old: Candidate) -> Kind:
    one, two = (version.updated or version.date for version in (story, old.story))
    earlier = bool(one) and one[:16] < two[:16]
    if earlier or mint.story_print(story) == mint.story_print(old.story):
        return "there"
    return "edited" if old.edited else "revision"


def _revises(story: Story, other: Story, likeness: float) -> bool:
    """Say whether two texts are versions of one article: headlines alike, and nobody else's."""
    same = printings.alike(turkish.fold(story.original.title), turkish.fold(other.original.title))
    if likeness < (_SAME_TITLE if same == 2 else _LIKE_TITLE if same else 2):
        return False
    sources = {source.name for source in story.sources}, {source.name for source in other.sources}
    authors = {story.original.author, other.original.author} - {""}
    return len(authors) < 2 and not (all(sources) and sources[0].isdisjoint(sources[1]))
