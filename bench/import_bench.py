"""How fast dumps become articles, and that memory does not grow with their number.

    python -m bench.import_bench [--dumps 5000] [--digest PROGRAM]

Each dump holds two articles, in the shape that most dumps have: headline, captions twice, a
text-size widget, and all of it again. A whole `digest import` is timed, once more with nothing
new, and looked at for its memory; for a fifth of the dumps as well.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import corpus, invent
from bench.measure import Command, CommandError, Sample, peak_memory, timed
from bench.run import DIGEST
from bench.story import Story
from bench.text import store

A_DUMP = 2
"""Articles in a dump."""
_MARKUP = re.compile(r"^(?:##|>|[-*]|\d+\.) |\*\*|\*|\[([^\]]*)\]\([^)]*\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured of one number of dumps."""

    dumps: int
    size: int
    """Bytes of all dumps."""
    first: Sample
    again: Sample
    memory: int
    """Bytes, at the peak."""


def dump(stories: Iterator[Story]) -> str:
    """Return a dump of the next stories, as a pasted page has them."""
    return "\n\n\n".join(_page(next(stories)) for _ in range(A_DUMP))


def _page(story: Story) -> str:
    version = story.versions[0]
    title = f"{version.title} ({story.number})"
    caption = f"{version.summary.rstrip('.')} (Reuters)"
    captions = f"{caption}\n{caption}"
    body = _MARKUP.sub(lambda match: match[1] or "", version.body).strip()
    sources = ", ".join(["Independent Türkçe", *(name for name, _ in story.sources)])
    return f"{title}\n\n{captions}\nTT\n\n{title}\n\n{captions}\n\n{body}\n\n{sources}\n"


def site(folder: Path, dumps: int) -> int:
    """Write a site without articles and with so many dumps; return the dumps' bytes."""
    raw = folder / "content/raw"
    raw.mkdir(parents=True)
    corpus.write_config(folder, store().topics, "full")
    stories = invent.stories(dumps * A_DUMP)
    return sum((raw / f"{n:06d}.txt").write_bytes(dump(stories).encode()) for n in range(dumps))


def measure(dumps: int, program: Path) -> Found:
    """Import so many dumps: timed, again, and in another site looked at for memory."""
    with tempfile.TemporaryDirectory() as folder:
        size = site(Path(folder), dumps)
        command = _command(program, Path(folder))
        first = timed(command)
        found = sum(1 for _ in Path(folder, "content/articles").rglob("*.tr.md"))
        if found != dumps * A_DUMP:
            raise CommandError(f"{found} articles came out of {dumps} dumps")
        again = timed(command)
    with tempfile.TemporaryDirectory() as folder:
        site(Path(folder), dumps)
        memory = peak_memory(_command(program, Path(folder)))
    return Found(dumps, size, first, again, memory)


def _command(program: Path, folder: Path) -> Command:
    return Command((str(program), "--site", str(folder), "import"), folder)


def table(found: list[Found]) -> str:
    """Return a Markdown table of what was measured."""
    head = "dumps | articles | MB | seconds | CPU seconds | articles a second | of CPU"
    lines = [f"| {head} | nothing new | peak memory |", f"|{'--:|' * 9}"]
    for one in found:
        articles = one.dumps * A_DUMP
        lines.append(
            f"| {one.dumps:,} | {articles:,} | {one.size / 1e6:.1f} | {one.first.wall:.1f} "
            f"| {one.first.cpu:.1f} | {articles / one.first.wall:.0f} "
            f"| {articles / one.first.cpu:.0f} | {one.again.wall:.1f} s "
            f"| {one.memory / 1e6:.0f} MB |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dumps", type=int, default=5000)
    parser.add_argument("--digest", type=Path, default=DIGEST, help="another digest")
    wanted = parser.parse_args()
    sizes = sorted({max(1, wanted.dumps // 5), wanted.dumps})
    print(table([measure(dumps, wanted.digest) for dumps in sizes]))


if __name__ == "__main__":
    main()
