"""Where an article of a dump goes: into the file that it has, or into a new one."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from digest import files, store
from digest.config import Config
from digest.ingest import decide, mint, register
from digest.ingest.decide import Candidate, Decision
from digest.ingest.register import Row
from digest.model import Problem, Story
from digest.pipeline import import_content, import_files
from digest.pipeline.import_index import Index

ANNOUNCED = ".cache/import.announced"
"""A line, `ID PRINT`, for each revision that was about to be written and may not be registered."""


class Register:
    """content/imported.yaml while an import runs. Raises IngestError where it cannot be read."""

    def __init__(self, root: Path) -> None:
        self._path = root / store.REGISTER
        there = os.path.lexists(self._path)
        text = files.read_text(self._path, store.REGISTER, follow=False) if there else ""
        self.rows = register.read(text, store.REGISTER)
        self._prints: dict[str, tuple[str, ...]] = {}
        for row in self.rows.values():
            self._keep(row.id, row.text)
        self._announced = root / ANNOUNCED
        for story_id, text_print in self._unregistered():
            self._keep(story_id, text_print)
        self._changed = False

    def announce(self, story: Story) -> None:
        """Note a revision that is about to be written: the run may be killed before `save`.

        The next one then knows that an import wrote it, and nobody edited the article.
        """
        with self._announced.open("a", encoding="ascii", errors="replace") as file:
            file.write(f"{story.id} {mint.story_print(story)}\n")

    def _unregistered(self) -> list[tuple[str, str]]:
        """Return ids and prints of revisions that a killed import may have written."""
        try:
            lines = self._announced.read_text("ascii", errors="replace").splitlines()
        except FileNotFoundError:
            return []
        known = {(row.id, row.text) for row in self.rows.values()}
        found = (line.partition(" ") for line in dict.fromkeys(lines))
        return [(one, text) for one, _, text in found if (one, text) not in known]

    def add(self, row: Row) -> None:
        """Note an imported version of an article."""
        self.rows[row.key] = row
        self._keep(row.id, row.text)
        self._changed = True

    def _keep(self, story_id: str, text: str) -> None:
        known = self._prints.get(story_id, ())
        if text not in known:
            self._prints[story_id] = (*known, text)

    def wrote(self, story_id: str, text: str) -> bool:
        """Say whether an import wrote this text of a story."""
        return text in self._prints.get(story_id, ())

    def knows(self, story_id: str) -> bool:
        """Say whether a story with this id was ever imported."""
        return story_id in self._prints

    def save(self) -> None:
        """Write the file, if it changed."""
        if self._changed:
            files.write_atomic(self._path, register.write(self.rows.values()).encode())
            self._changed = False
            if left := self._unregistered():
                lines = "".join(f"{story_id} {text_print}\n" for story_id, text_print in left)
                files.write_atomic(self._announced, lines.encode())
            else:
                self._announced.unlink(missing_ok=True)


@dataclass
class Placer:
    """Decides on one article after the other, and writes their files."""

    config: Config
    index: Index
    register: Register
    day: str
    again: bool
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    def place(self, story: Story, dump: str) -> None:
        """Write an article that is new, or a revision; know one that is there."""
        key = mint.key(story.original)
        row = self.register.rows.get(key)
        if row is not None and not (self.again and self.index.by_id(row.id) is None):
            self.unchanged += 1
            return
        there = self.index.by_id(key[:12]) if row is None else None
        if there is not None:
            # Its file was written by a run that was killed before it could write the register.
            self._note(key, there.id, dump, mint.story_print(story))
            return
        decision = decide.decide(story, self._candidates(story))
        if decision.of is None:
            self._add(story, key, dump, decision.also, row.id if row else "")
        else:
            self._revise(story, key, dump, decision, decision.of)

    def _add(self, story: Story, key: str, dump: str, also: tuple[str, ...], known_id: str) -> None:
        """Write a new article; one that was deleted gets the id that it had."""
        story_id = known_id or mint.story_id(key, self._has_id)
        month = (story.date or self.day)[:7]
        folder = f"{store.ARTICLES}/{month}"
        slug = mint.slug(story.original.title, story_id, lambda slug: self._has_slug(slug, folder))
        path = f"{folder}/{slug}.{self.config.original}.md"
        story = mint.with_identity(story, story_id, slug, self.day, also)
        self._keep(import_content.write(self.config, story, path), path, key, dump)
        self.added.append(path)

    def _revise(
        self, story: Story, key: str, dump: str, decision: Decision, old: Candidate
    ) -> None:
        """Take a revised version into the article that it revises, or say that it was edited."""
        edited = decision.kind == "edited"
        if decision.kind == "revision":
            try:
                written = import_content.revise(
                    self.config, story, old.path, old.story, self.register.announce
                )
            except files.ChangedError:
                edited = True
            else:
                self._keep(written, old.path, key, dump)
                self.updated.append(old.path)
                return
        self._note(key, old.story.id, dump, mint.story_print(story))
        if edited:
            message = (
                f"{dump} has a revised version, and somebody edited this one since its import."
            )
            hint = "It was left as it is. Compare the two, and take over by hand what is new."
            self.problems.append(Problem("warning", "import-edited", message, old.path, 1, hint))

    def _note(self, key: str, story_id: str, dump: str, text: str) -> None:
        self.register.add(Row(key, story_id, dump, text))
        self.unchanged += 1

    def _keep(self, story: Story, path: str, key: str, dump: str) -> None:
        known = import_content.known_story(story, path)
        self.register.add(Row(key, story.id, dump, known.print))
        self.index.put(known, import_files.state(self.config.root / path))

    def _candidates(self, story: Story) -> list[Candidate]:
        found: list[Candidate] = []
        for known in import_content.candidates(self.index, story):
            if there := import_content.read(self.config, known.path):
                edited = not self.register.wrote(there.id, mint.story_print(there))
                found.append(Candidate(there, known.path, edited))
        return found

    def _has_id(self, story_id: str) -> bool:
        return self.register.knows(story_id) or self.index.by_id(story_id) is not None

    def _has_slug(self, slug: str, folder: str) -> bool:
        path = self.config.root / folder / f"{slug}.{self.config.original}.md"
        return slug in self._reserved or self.index.has_slug(slug) or path.exists()

    @cached_property
    def _reserved(self) -> frozenset[str]:
        """Addresses that the site needs for itself."""
        from digest.pipeline.assembling import unminted

        return unminted(self.config)
