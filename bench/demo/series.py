r"""The demo's texts: files of series, each with headlines of its own and paragraphs to share.

    # name
    key: value             topics, places, people, sources, tags, scene, caption

    ## headline ⇄ headline
    > standfirst ⇄ standfirst
    first paragraph ⇄ first paragraph

    ---
    [13] block ⇄ block     goes with the first and the third headline; `\n` in it is a line break

Left of ⇄ is Turkish, right of it English.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.demo.grammar import Name

Both = tuple[str, str]
"""(Turkish, English)."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What one story of a series has for itself."""

    title: Both
    summary: Both
    """Empty texts where it has no standfirst."""
    lead: Both


@dataclass(frozen=True, slots=True)
class Series:
    """Stories on one subject."""

    name: str
    topics: tuple[str, ...]
    places: tuple[Name, ...]
    people: tuple[Name, ...]
    sources: tuple[str, ...]
    tags: tuple[str, ...]
    scene: str
    """Which kind of picture goes with it."""
    caption: Both
    openings: tuple[Opening, ...]
    blocks: tuple[tuple[str, Both], ...]
    """(numbers of the openings that it goes with, Markdown) pairs. A sub-head stands with the
    block after it."""

    def after(self, opening: Opening) -> tuple[Both, ...]:
        """Return the blocks that can follow an opening's lead."""
        number = str(self.openings.index(opening) + 1)
        return tuple(block for numbers, block in self.blocks if number in numbers)


def read() -> tuple[Series, ...]:
    """Return all series, in the order of their files."""
    found: list[Series] = []
    for path in sorted((Path(__file__).parent / "stories").glob("*.txt")):
        parts = ("\n" + path.read_text(encoding="utf-8")).split("\n# ")[1:]
        found += [_series(part) for part in parts]
    return tuple(found)


def _series(text: str) -> Series:
    head, rest = text.split("\n\n", 1)
    name, *lines = head.splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    openings, blocks = rest.split("\n---\n")
    return Series(
        name=name,
        topics=tuple(fields["topics"].split(", ")),
        places=_names(fields["places"]),
        people=_names(fields["people"]),
        sources=tuple(fields["sources"].split("; ")),
        tags=tuple(fields["tags"].split(", ")),
        scene=fields["scene"],
        caption=_both(fields["caption"]),
        openings=tuple(_opening(part) for part in ("\n" + openings).split("\n## ")[1:]),
        blocks=_blocks(blocks),
    )


def _opening(text: str) -> Opening:
    title, *lines = text.strip().splitlines()
    summary = lines.pop(0)[2:] if lines[0].startswith("> ") else " ⇄ "
    return Opening(_both(title), _both(summary), _both(lines[0]))


def _blocks(text: str) -> tuple[tuple[str, Both], ...]:
    found: list[tuple[str, Both]] = []
    heading: Both | None = None
    for line in text.strip().splitlines():
        if line.startswith("## "):
            original, translation = _both(line)
            heading = (original, f"## {translation}")
            continue
        numbers, content = line.removeprefix("[").split("] ", 1)
        block = _both(content.replace("\\n", "\n"))
        block = (block[0], _marked(block))
        found.append((numbers, _below(heading, block) if heading else block))
        heading = None
    return tuple(found)


def _marked(block: Both) -> str:
    """Return the translation with the quote sign that stands before the original alone."""
    quoted = block[0].startswith("> ") and not block[1].startswith("> ")
    return f"> {block[1]}" if quoted else block[1]


def _below(heading: Both, block: Both) -> Both:
    return f"{heading[0]}\n\n{block[0]}", f"{heading[1]}\n\n{block[1]}"


def _names(text: str) -> tuple[Name, ...]:
    pairs = [name.split("=") for name in text.split("; ")]
    return tuple(Name(pair[0], pair[-1]) for pair in pairs)


def _both(text: str) -> Both:
    original, translation = text.split(" ⇄ ") if text != " ⇄ " else ("", "")
    return original, translation
