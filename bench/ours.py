"""What is done to a site of ours while it is measured, and whether it worked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bench import corpus, invent
from bench.formats import digest_path
from bench.measure import Command, CommandError, Sample, aside, timed
from bench.story import Story
from bench.text import store


@dataclass(slots=True)
class OurSite:
    """A site of digest's, and how often it has been changed."""

    folder: Path
    count: int
    """How many stories it had at first."""
    days: int
    trash: Path
    """Where old outputs go."""
    program: Path
    """The digest that is measured."""
    changes: int = 0

    @property
    def output(self) -> Path:
        """The built site."""
        return self.folder / "output"

    @property
    def middle(self) -> Story:
        """The story that is edited: neither on a front page nor in a feed."""
        return invent.story(self.count // 2, self.count, self.days)

    def build(self) -> Command:
        """Return the command that builds the site."""
        return Command((str(self.program), "--site", str(self.folder), "build"), self.folder)

    def clean(self, pages: str) -> None:
        """Move what was built aside, and set which kinds of page are made."""
        aside([self.output, self.folder / ".cache"], self.trash)
        corpus.write_config(self.folder, store().topics, pages)

    def nothing(self) -> Sample:
        """Build again."""
        return timed(self.build())

    def missing(self) -> Sample:
        """Build after one page was deleted from the output."""
        page = self._page(self.middle, 0)
        page.unlink()
        sample = timed(self.build())
        self._expect(page, "</html>")
        return sample

    def edit(self) -> Sample:
        """Build after a paragraph was added to one version of a story."""
        token = self.change_body()
        sample = timed(self.build())
        self._expect(self._page(self.middle, 0), token)
        return sample

    def change_body(self) -> str:
        """Add a paragraph to one version of a story, and return a word that stands in it."""
        token = self._token()
        path = self.folder / digest_path(self.middle, 0)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nDüzeltme: {token}.\n")
        return token

    def headline(self) -> Sample:
        """Build after a story got another headline."""
        token = self._token()
        path = self.folder / digest_path(self.middle, 0)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        at = next(at for at, line in enumerate(lines) if line.startswith("title:"))
        lines[at] = f"title: Yeni başlık {token}\n"
        path.write_text("".join(lines), encoding="utf-8")
        sample = timed(self.build())
        self._expect(self._page(self.middle, 0), token)
        return sample

    def add(self, day: int) -> Sample:
        """Build after a story came in, `day` days after the first corpus ends."""
        self._token()
        number = self.count + self.changes
        date = invent.START + timedelta(days=self.days + day, minutes=self.changes)
        story = replace(invent.story(number, self.count, self.days), date=date)
        corpus.write_story(story, self.folder, "digest")
        sample = timed(self.build())
        for side in (0, 1):
            self._expect(self._page(story, side), "</html>")
        self._expect(self.output / "tr/index.html", story.versions[0].slug)
        return sample

    def _token(self) -> str:
        self.changes += 1
        return f"degisiklik{self.changes}"

    def _page(self, story: Story, side: int) -> Path:
        return self.output / ("tr", "en")[side] / story.versions[side].slug / "index.html"

    def _expect(self, page: Path, text: str) -> None:
        if not page.is_file() or text not in page.read_text(encoding="utf-8"):
            raise CommandError(f"{page.relative_to(self.folder)} has no “{text}” after the build")
