"""Stories → what must be asked for, article by article, the newest first.

Pure, but for a look at whether a translation's file is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from digest.config import Config
from digest.model import Article, Problem, Segment, Story
from digest.pipeline.translate_report import Edited
from digest.records import record
from digest.translate import drafts
from digest.translate.answers import Answer
from digest.translate.crew import Question
from digest.translate.memory import Slot, plan, protection
from digest.translate.reuse import Memory


@dataclass(slots=True)
class Work:
    """One translation that has to be made or changed."""

    story: Story
    there: Article | None
    """The translation as it is; None when there is none."""
    translation: Article
    """The same, or an empty one."""
    slots: tuple[Slot, ...]
    path: str
    answers: dict[int, Answer] = field(default_factory=dict)
    """By place among the slots."""
    left: int = 0
    """Questions that are still open."""


@record
class Plan:
    """All that a run has to do."""

    works: tuple[Work, ...]
    """Every translation of the chosen stories, those that are complete too."""
    questions: tuple[Question, ...]
    problems: tuple[Problem, ...]


def make(
    config: Config, stories: Sequence[Story], names: Sequence[str], redo: Sequence[str]
) -> Plan:
    """Return what has to be asked for to bring the chosen stories' translations up to date."""
    again, problems = _again(stories, redo)
    chosen, unknown = _chosen(stories, [*names, *(name.partition(":")[0] for name in redo)])
    works: list[Work] = []
    for story in sorted(chosen, key=lambda one: (one.date or one.imported, one.id), reverse=True):
        for lang in config.translations:
            found = _work(config, story, lang, again.get(id(story), frozenset()))
            if isinstance(found, Problem):
                problems.append(found)
            else:
                works.append(found)
    questions = tuple(_questions(works, stories))
    return Plan(tuple(works), questions, (*unknown, *problems))


def matches(story: Story, name: str) -> bool:
    """Say whether a name means this story: its file's, with its language or not, slug or id."""
    path = story.original.path
    file = PurePosixPath(path).name
    stem = file.removesuffix(".md").rpartition(".")[0] or file
    known = {story.id, stem, file, path, path.removesuffix(".md").rpartition(".")[0]}
    known |= {article.slug for article in story.articles} | {a.path for a in story.articles}
    known |= {PurePosixPath(article.path).name for article in story.articles}
    return name.removeprefix("./") in known - {""}


def _chosen(stories: Sequence[Story], names: Sequence[str]) -> tuple[list[Story], list[Problem]]:
    """Return the stories with these names; without names all but the drafts."""
    if not names:
        return [story for story in stories if not story.draft], []
    chosen = [story for story in stories if any(matches(story, name) for name in names)]
    unknown = [
        Problem(
            "error", "no-story", f'there is no story "{name}".', hint="Name its file, slug or id."
        )
        for name in dict.fromkeys(names)
        if not any(matches(story, name) for story in stories)
    ]
    return chosen, unknown


def _again(
    stories: Sequence[Story], redo: Sequence[str]
) -> tuple[dict[int, frozenset[str]], list[Problem]]:
    """Return the segments to ask for again, by the identity of their story; `*` means all."""
    found: dict[int, frozenset[str]] = {}
    problems = []
    for name in redo:
        story_name, _, segment = name.partition(":")
        for story in stories:
            if matches(story, story_name):
                found[id(story)] = found.get(id(story), frozenset()) | {segment or "*"}
                if segment and segment not in {slot.name for slot in plan(story.original, None)}:
                    hint = "Write title, summary, caption, alt, or body-1, body-2 …"
                    message = f'it has no segment "{segment}".'
                    problems.append(
                        Problem("error", "no-segment", message, story.original.path, 0, hint)
                    )
    return found, problems


def _work(config: Config, story: Story, lang: str, again: frozenset[str]) -> Work | Problem:
    original, there = story.original, story.version(lang)
    path = original.path.removesuffix(f".{original.lang}.md") + f".{lang}.md"
    if there is None:
        if (config.root / path).exists():
            hint = "It is never overwritten. Mend it, publish it, or take it away."
            return Problem(
                "warning", "translation-unread", "it cannot be read, or is a draft.", path, 0, hint
            )
        slots = plan(original, None)
        return Work(story, None, drafts.empty(original, lang), slots, path)
    if again and there.origin.kind != "machine":
        hint = "Take it away to have the story translated by machine."
        return Problem(
            "error", "no-redo", "a person translated it; it is not asked for again.", path, 0, hint
        )
    return Work(story, there, there, plan(original, there, again), there.path)


def _questions(works: Sequence[Work], stories: Sequence[Story]) -> Iterator[Question]:
    """Yield what has to be asked for; what is known from elsewhere becomes an answer at once."""
    memories: dict[str, Memory] = {}
    for number, work in enumerate(works):
        for place, slot in enumerate(work.slots):
            if slot.action != "ask" or slot.segment is None:
                continue
            lang = work.translation.lang
            if lang not in memories:
                memories[lang] = Memory(stories, lang)
            known = _known(slot, slot.segment, memories[lang])
            if known is not None:
                work.answers[place] = known
            else:
                work.left += 1
                yield Question(number, place, slot.segment, lang, slot.reason == "again")


def _known(slot: Slot, segment: Segment, memory: Memory) -> Answer | None:
    if not any(map(str.isalpha, segment.text)):
        return Answer(segment.text, "")
    return None if slot.reason == "again" else memory.find(segment)


def grouped(
    questions: Sequence[Question], texts: Sequence[tuple[str, ...]]
) -> list[list[Question]]:
    """Return the questions so that those with the same texts are together, in their order."""
    groups: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for question, asked in zip(questions, texts, strict=True):
        groups.setdefault((question.target, asked), []).append(question)
    return list(groups.values())


def protected(work: Work) -> str:
    """Return why a translation is left alone as a whole, or nothing when it is not."""
    return protection(work.there) if work.there else ""


def in_order(work: Work) -> bool:
    """Say whether a translation surely is as it should be, block for block."""
    if work.there is None or any(slot.action != "keep" for slot in work.slots):
        return False
    bodies = sum(slot.key == "body" for slot in work.slots)
    same = tuple(slot.mark for slot in work.slots) == work.there.origin.segments
    return same and work.story.original.body.strip().count("\n\n") + 1 == bodies


def edits(slots: tuple[Slot, ...], translation: Article) -> Iterator[Edited]:
    """Yield what a person has changed in a translation."""
    for slot in slots:
        if slot.action == "hand" and slot.reason:
            original = slot.segment.text if slot.segment else ""
            text = "\n\n".join(slot.texts)
            reason = "stale" if slot.reason in ("changed", "new", "pending") else slot.reason
            yield Edited(translation.path, slot.name, reason, original, text)
