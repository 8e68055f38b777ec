"""python -m bench --stories 10000: measure, and write docs/performance.md."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from bench import report, results
from bench.peer import PEERS
from bench.run import DIGEST, Plan, clear, run

OTHERS = {
    "Import": "bench.import_bench",
    "Translation": "bench.translate_bench",
    "Search": "bench.search_bench",
    "Where the time goes": "bench.profiling",
}
"""Headings and modules of measurements of their own; each prints Markdown."""


def main(arguments: list[str] | None = None) -> int:
    """Measure each size in turn, and print its table."""
    options = _options(arguments)
    kept = results.load()
    for stories in options.stories:
        rounds = options.rounds or (5 if stories <= 10_000 else 2)
        found = run(Plan(stories, rounds, options.peers, options.days, options.digest))
        kept[stories] = found
        print(report.table(found), flush=True)
        if options.keep:
            results.save(kept)
    clear()
    if options.keep:
        print("written:", report.write(kept, _others() if options.others else {}))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=[10_000], metavar="N")
    parser.add_argument("--rounds", type=int, help="5 up to 10,000 stories, else 2")
    parser.add_argument("--days", type=int, default=730, help="over which stories are spread")
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=["hugo"])
    parser.add_argument("--digest", type=Path, default=DIGEST, help="another digest")
    parser.add_argument("--no-others", dest="others", action="store_false", help="builds alone")
    parser.add_argument("--no-keep", dest="keep", action="store_false", help="write no page")
    return parser.parse_args(arguments)


def _others() -> dict[str, str]:
    """Return what the other measurements print, by heading."""
    found = {}
    for heading, module in OTHERS.items():
        if find_spec(module):
            command = [sys.executable, "-m", module]
            found[heading] = subprocess.run(
                command, check=True, stdout=subprocess.PIPE, text=True
            ).stdout
    return found


if __name__ == "__main__":
    sys.exit(main())
