"""python -m bench.profiling 1000: where a clean build's time goes, by part of the program.

Profiling slows small functions down more than large ones: shares are a hint, not a measurement.
"""

from __future__ import annotations

import argparse
import os
import pstats
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench import corpus, invent

PARTS = (
    (r"built-in method posix\.|method '(?:read|write)' of '_io", "files"),
    (r"/yaml/|_yaml|/frontmatter", "front matter"),
    (r"/markdown/", "Python-Markdown"),
    (r"/digest/render/markdown", "Markdown without the parser"),
    (r"/jinja2/|/markupsafe|<(?:alone|whole|template)>|/templates/", "templates"),
    (r"/digest/(\w+)", ""),
    (r"importlib|built-in method builtins\.(?:exec|compile)|marshal", "imports"),
)
"""(pattern of file and function, part); the empty part is what the pattern found."""

Function = tuple[str, int, str]


def main(arguments: list[str] | None = None) -> int:
    """Profile a clean build in one process; print the parts' shares and the costliest functions."""
    parser = argparse.ArgumentParser(prog="bench.profiling", description=__doc__)
    parser.add_argument("stories", nargs="?", type=int, default=1000)
    parser.add_argument("--pages", choices=corpus.PAGES, default="full")
    parser.add_argument("--top", type=int, default=0, help="costliest functions to print")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        corpus.write_site(invent.stories(options.stories), site, "digest", options.pages)
        stats = pstats.Stats(str(_profiled(site, Path(folder) / "profile")))
        shutil.rmtree(site)
    _print_parts(stats)
    if options.top:
        stats.sort_stats("tottime").print_stats(options.top)
    return 0


def _profiled(site: Path, result: Path) -> Path:
    program = [sys.executable, "-m", "cProfile", "-o", str(result), "-m", "digest"]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    command = [*program, "--site", str(site), "build", "--jobs", "1"]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return result


def _print_parts(stats: pstats.Stats) -> None:
    seconds: Counter[str] = Counter()
    entries = stats.stats  # type: ignore[attr-defined]  # typeshed leaves it out
    for function, (_, _, own, _, callers) in entries.items():
        part = part_of(function)
        if part:
            seconds[part] += own
            continue
        for caller, (_, _, share, _) in callers.items():  # a built-in belongs to who calls it
            seconds[part_of(caller) or "other"] += share
    total = sum(seconds.values())
    print("| part | share of a clean build, profiled |\n|---|---|")
    for part, own in seconds.most_common():
        if own / total >= 0.005:
            print(f"| {part} | {own / total:.0%} |")


def part_of(function: Function) -> str:
    """Return the part that a function is of, or an empty text."""
    path, _, name = function
    for pattern, part in PARTS:
        found = re.search(pattern, f"{path} {name}")
        if found:
            return part or found[1]
    return "" if path == "~" else "other"


if __name__ == "__main__":
    sys.exit(main())
