"""Small sites for tests: written, built, and their output read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from digest.config import Config
from digest.config.reading import load
from digest.pipeline import updating
from digest.pipeline.reading import Choice

CONFIG = """
site: {title: {tr: Haber, en: News}, url: 'https://example.org/haber/'}
topics:
  - {key: kent, name: {tr: Kent, en: City}, words: [belediye]}
  - {key: deniz, name: {tr: Deniz, en: Sea}, words: [vapur]}
"""


@dataclass
class TestSite:
    """A site in a folder of its own."""

    __test__ = False

    root: Path
    jobs: int = 1
    choice: Choice = field(default_factory=Choice)

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file of the site."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return target

    def story(self, name: str, lang: str = "tr", body: str = "Gövde.", **fields: str) -> Path:
        """Write one version of a story; fields as they stand in front matter."""
        values = {"title": f"Başlık {name}" if lang == "tr" else f"Headline {name}", **fields}
        if lang == "tr":
            values = {"id": f"id{name}", "date": "2025-07-22", **values}
        head = "".join(f"{key}: {value}\n" for key, value in values.items() if value)
        path = f"content/articles/2025-07/{name}.{lang}.md"
        return self.write(path, f"---\n{head}---\n\n{body}\n")

    @property
    def config(self) -> Config:
        """The site's settings."""
        config, problems = load(self.root)
        assert config is not None, problems
        return config

    def build(self, *, keep_going: bool = False) -> updating.Report:
        """Bring output/ up to date with content/."""
        return updating.update(self.config, updating.Options(self.choice, keep_going, self.jobs))

    def output(self) -> dict[str, bytes]:
        """Return every file of the built site by path."""
        folder = self.root / "output"
        found = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    def page(self, permalink: str) -> str:
        """Return one built page."""
        path = f"{permalink}index.html" if not permalink or permalink.endswith("/") else permalink
        return (self.root / "output" / path).read_text("utf-8")


def make_site(root: Path, config: str = CONFIG) -> TestSite:
    """Start a site without stories."""
    site = TestSite(root)
    site.write("config.yaml", config)
    return site
