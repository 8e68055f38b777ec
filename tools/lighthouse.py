"""Score a built site's pages with Lighthouse: `tools/lighthouse.py [FOLDER [PAGE …]]`.

FOLDER is what to serve (output/), a PAGE its address from there (`tr/`); without any, the front
page, the pages above all others and one of each kind below them are taken. Prints a Markdown table:
scores of 100, kB that were loaded, milliseconds until the largest element stood, layout shift.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.browser import FLAGS
from tests.support.programs import need
from tests.support.servers import serving

PROGRAM = Path(__file__).parent / "lighthouse/node_modules/lighthouse/cli/index.js"
SCORES = ("performance", "accessibility", "best-practices", "seo")


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "output")
    pages = arguments[1:] or some_pages(folder)
    if not pages:
        print(f"{folder} has no pages: run make build first, or name the folder of a site.")
        return 1
    print("| page | " + " | ".join(SCORES) + " | kB | LCP ms | CLS |")
    print("|---|" + "--:|" * (len(SCORES) + 3))
    with serving(folder) as url:
        for page in pages:
            print(row(page, score(url + page)), flush=True)
    return 0


def some_pages(folder: Path) -> list[str]:
    """The front page, what lies right below it, and the first two pages below each of those."""
    found = [folder, *_pages_in(folder)]
    for top in _pages_in(folder):
        found += _pages_in(top)[:2]
    pages = (
        page.relative_to(folder).as_posix() for page in found if (page / "index.html").is_file()
    )
    return ["" if page == "." else f"{page}/" for page in pages]


def _pages_in(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/index.html"))


def score(url: str) -> dict[str, Any]:
    command = [need("node"), str(PROGRAM), url, "--output", "json", "--quiet"]
    command += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(FLAGS[:-1])}"]
    environment = {**os.environ, "CHROME_PATH": need("chromium", "google-chrome")}
    answer = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    result: dict[str, Any] = json.loads(answer.stdout)
    return result


def row(page: str, result: dict[str, Any]) -> str:
    scores = [f"{(result['categories'][name]['score'] or 0) * 100:.0f}" for name in SCORES]
    audits = result["audits"]
    weight = audits["total-byte-weight"]["numericValue"] / 1000
    shift = audits["cumulative-layout-shift"]["numericValue"]
    paint = audits["largest-contentful-paint"]["numericValue"]
    return f"| /{page} | {' | '.join(scores)} | {weight:.0f} | {paint:.0f} | {shift:.2f} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
