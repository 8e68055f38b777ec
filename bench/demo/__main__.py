"""python -m bench.demo [FOLDER]: write the demo site and build it."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from bench.demo.making import Made, made
from bench.demo.pictures import picture
from digest.store import article_text

HERE = Path(__file__).resolve().parent
DEFAULT = HERE.parent.parent / ".demo"
PICTURES = {
    "content/articles/2026-09/bir-gunluk-yol-kapak.jpg": "field",
    "content/articles/2026-09/bir-gunluk-yol.jpg": "hills",
}
"""Pictures of the stories in site/, and their kinds of scene."""


def main(arguments: list[str] | None = None) -> int:
    """Write the site's sources afresh, leaving what was built, and build it."""
    parser = argparse.ArgumentParser(prog="bench.demo", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--no-build", dest="build", action="store_false")
    options = parser.parse_args(arguments)
    write(options.folder)
    if not options.build:
        return 0
    program = Path(sys.executable).with_name("digest")
    return subprocess.run([program, "--site", options.folder, "build"], check=False).returncode


def write(folder: Path) -> None:
    """Write config.yaml and content/ of the demo site; the same every time."""
    shutil.rmtree(folder / "content", ignore_errors=True)
    shutil.copytree(HERE / "site", folder, dirs_exist_ok=True)
    if folder == DEFAULT:
        (folder / ".gitignore").write_text("*\n")
    for entry in made():
        _write_story(entry, folder / entry.folder)
    for path, scene in PICTURES.items():
        (folder / path).write_bytes(picture(scene, path))


def _write_story(entry: Made, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for article in entry.story.articles:
        path = folder / f"{entry.name}.{article.lang}.md"
        path.write_text(article_text(entry.story, article), encoding="utf-8")
    image = entry.story.original.image
    if image:
        (folder / image.src).write_bytes(picture(entry.scene, image.src))


if __name__ == "__main__":
    sys.exit(main())
