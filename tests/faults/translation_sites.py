"""Small sites to translate, and runs of the real pipeline on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from digest import frontmatter, store
from digest.config import Config, Engine, Translation
from digest.model import Story
from digest.pipeline.translate_report import Progress, TranslateReport
from digest.pipeline.translating import Options, translate
from digest.translate.engines.gate import Policy
from tests.faults.fake_services import Fake

FAST = Policy(attempts=3, first_wait=0.02, longest_wait=0.1, patience=0.5)
PATIENT = Policy(attempts=3, first_wait=0.02, longest_wait=0.1, patience=2.0)
DAY = "2026-01-02"
ARTICLES = "content/articles/2025-07"

PARAGRAPHS = (
    "Bakan Lavrov'un Doha'daki temasları 7 Ekim 2023'ten beri sürüyor.",
    "Saldırılarda en az 59 bin kişi öldü, 142 bin kişi de yaralandı.",
    "Müzakereciler Ankara'da yeniden bir araya gelecek ve haritaları inceleyecek.",
)


@dataclass
class Site:
    """A site in a folder, with the services that it is translated by."""

    root: Path
    fake: Fake | None = None
    engines: tuple[str, ...] = ("google",)
    languages: tuple[str, ...] = ("tr", "en")
    partial: float = 1.0
    timeout: float = 10.0
    deadline: float = 20.0
    concurrency: int = 4
    rps: float = 10_000.0
    glossary: str = ""
    urls: dict[str, str] = field(default_factory=dict)
    progress: list[Progress] = field(default_factory=list)

    def config(self) -> Config:
        """Return the site's settings."""
        engines = tuple(self._engine(name) for name in self.engines)
        return Config(
            root=self.root,
            titles=tuple((lang, "Haber") for lang in self.languages),
            descriptions=(),
            url="",
            timezone="Europe/Istanbul",
            languages=self.languages,
            translation=Translation(
                engines=self.engines, partial=self.partial, glossary=self.glossary
            ),
            engines=engines,
        )

    def _engine(self, name: str) -> Engine:
        url = self.urls.get(name) or (self.fake.address(name) if self.fake else "")
        return Engine(
            name=name,
            url=url,
            timeout=self.timeout,
            deadline=self.deadline,
            rps=self.rps,
            concurrency=self.concurrency,
        )

    def write(self, name: str = "x", body: str = "\n\n".join(PARAGRAPHS), **fields: str) -> Path:
        """Write an original; return its path."""
        meta = {
            "id": f"id-{name}", "lang": "tr", "title": "Görüşmeler yeniden başladı",
            "slug": f"haber-{name}", "imported": "2025-07-22", **fields,
        }  # fmt: skip
        path = self.root / ARTICLES / f"{name}.tr.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(frontmatter.dump(meta, body), "utf-8")
        return path

    def path(self, name: str = "x", lang: str = "en") -> Path:
        """Return the path of a version."""
        return self.root / ARTICLES / f"{name}.{lang}.md"

    def read(self, name: str = "x", lang: str = "en") -> str:
        """Return the text of a version's file."""
        return self.path(name, lang).read_text("utf-8")

    def body(self, name: str = "x", lang: str = "en") -> list[str]:
        """Return the blocks of a version's body."""
        return frontmatter.parse(self.read(name, lang))[1].strip().split("\n\n")

    def meta(self, name: str = "x", lang: str = "en") -> dict[str, object]:
        """Return the front matter of a version."""
        return frontmatter.parse(self.read(name, lang))[0]

    def edit(self, old: str, new: str, name: str = "x", lang: str = "en") -> None:
        """Change a version's file, as a person does."""
        text = self.read(name, lang)
        assert old in text
        self.path(name, lang).write_text(text.replace(old, new, 1), "utf-8")

    def stories(self) -> tuple[Story, ...]:
        """Return the site's stories; none of them may be broken."""
        found, problems = store.read_stories(
            self.root, store.article_files(self.root), self.config()
        )
        assert not problems
        return found

    def hurry(self) -> None:
        """Wait for services no longer than a test can."""
        self.timeout, self.deadline = 0.3, 0.6

    def rest(self) -> None:
        """Wait as long as a busy machine needs."""
        self.timeout, self.deadline = 10.0, 20.0

    def run(self, policy: Policy = FAST, **options: object) -> TranslateReport:
        """Translate, and return the report."""
        if self.fake:
            self.fake.asked.clear()
            self.fake.answered.clear()
        self.progress.clear()
        wanted = Options(policy=policy, **options)  # type: ignore[arg-type]  # any of its fields
        return translate(
            self.config(), self.stories(), wanted, day=DAY, progress=self.progress.append
        )

    def asked(self) -> list[str]:
        """Return the texts that the last run sent."""
        assert self.fake is not None
        return [text for _, text in self.fake.asked]
