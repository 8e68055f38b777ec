"""Measure the search index and the search page; prints Markdown.

python -m bench.search_bench --stories 10000
python -m bench.search_bench --neutral CORPUS
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import search_page

QUERIES = ("reservoirs", "Isildar", "bütçesi araştırma", "kazıda yüzyıllık mühürler", "ist")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--neutral", type=Path, help="a neutral corpus in place of our stories")
    options = parser.parse_args()
    for vocabulary in ("narrow", "wide"):
        with TemporaryDirectory(prefix="search-bench-") as folder:
            _measure(options, vocabulary, Path(folder))


def _measure(options: argparse.Namespace, vocabulary: str, folder: Path) -> None:
    command = [sys.executable, "-m", "bench.search_index", str(options.stories), str(folder)]
    command += ["--vocabulary", vocabulary]
    command += ["--neutral", str(options.neutral)] if options.neutral else []
    cost = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    print(f"**{options.stories:,} stories, {vocabulary} vocabulary**\n")
    print("| index | |\n|---|---|")
    for name, value in _table(cost):
        print(f"| {name} | {value} |")
    print("\n| search | finds | loads kB | compressed | answers in ms | again |")
    print("|---|---|---|---|---|---|")
    search_page.add_page(folder)
    for answer in search_page.answers(folder / "output", QUERIES):
        sizes = f"{answer.loaded / 1000:.0f} | {answer.compressed / 1000:.0f}"
        times = f"{answer.first:.0f} | {answer.again:.0f}"
        print(f"| {answer.query} | {answer.found} | {sizes} | {times} |", flush=True)
    print()


def _table(cost: dict[str, float]) -> list[tuple[str, str]]:
    return [
        ("a story's row, made where the story is read", f"{cost['row']:.2f} ms of CPU"),
        ("all files from the rows, in one process", f"{cost['whole']:.1f} s of CPU"),
        ("memory of that process, bench included", f"{cost['peak']:.0f} MB"),
        ("files", f"{cost['files']:,.0f}"),
        ("words", f"{cost['words'] / 1e6:.1f} MB"),
        ("records", f"{cost['records'] / 1e6:.1f} MB"),
        ("`.cache/search.db`", f"{cost['cache'] / 1e6:.0f} MB"),
        ("a paragraph more in one story", _change(cost, "edit")),
        ("one story more", _change(cost, "new")),
    ]


def _change(cost: dict[str, float], name: str) -> str:
    return f"{cost[f'{name} seconds']:.2f} s, {cost[f'{name} files']:.0f} files"


if __name__ == "__main__":
    main()
