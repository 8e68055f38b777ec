"""Measure `digest serve`: from an edit on disk until Chromium has painted it.

python -m bench.serve_bench                1,000 stories
python -m bench.serve_bench 10000 --edits 20

Each kind of edit is made while a page that shows it is open. Times are in milliseconds, from
just before the file is written until the frame after the change was painted.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread

from playwright.sync_api import Error, Page, sync_playwright

from bench import corpus
from tests.support.browser import FLAGS
from tests.support.programs import need

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

WATCH = """
new MutationObserver(() => {
  const found = document.documentElement.textContent.match(/Mark\\d+/g) ?? [];
  for (const mark of found)
    if (!(mark in sessionStorage)) {
      sessionStorage[mark] = "";
      requestAnimationFrame(() => setTimeout(() => { sessionStorage[mark] = Date.now(); }));
    }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
"""
"""Notes when each mark is painted: after the frame in which it came."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One kind of edit."""

    name: str
    page: str
    """Address of the page that is open."""
    path: Path
    change: Callable[[str, str], str]
    """The file's text, and a mark → its text with the mark in it."""


def edits(site: Path) -> list[Edit]:
    """Return what is measured: in an old story, in the newest one, in a template."""
    paths = sorted((site / "content" / "articles").rglob("*.tr.md"))
    old, new = paths[len(paths) // 3], paths[-1]
    base = site / "templates" / "storybase.html"
    base.parent.mkdir()
    base.write_bytes((TEMPLATES / base.name).read_bytes())
    return [
        Edit("body of an old story", f"tr/{_slug(old)}/", old, _body),
        Edit("body of the newest story", f"tr/{_slug(new)}/", new, _body),
        Edit("the same, side by side", f"tr-en/{_slug(new)}/", new, _body),
        Edit("its headline", f"tr/{_slug(new)}/", new, _headline),
        Edit("its headline, on the home", "tr/", new, _headline),
        Edit("template of all stories", f"tr/{_slug(old)}/", base, _template),
    ]


def main(arguments: list[str] | None = None) -> int:
    """Measure, and print a line for each kind of edit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", nargs="?", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=10, help="of each kind")
    parser.add_argument(
        "--pause", type=float, default=0.5, help="seconds between a build and the next edit"
    )
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        corpus.main([str(options.stories), str(site)])
        kinds = edits(site)
        command = [sys.executable, "-m", "digest", "--site", str(site), "serve"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
            lines = Lines(serving)
            try:
                _measure(lines, kinds, options.edits, options.pause)
            finally:
                serving.send_signal(signal.SIGINT)
                serving.wait()
    return 0


class Lines:
    """What `digest serve` prints."""

    def __init__(self, serving: subprocess.Popen[str]) -> None:
        self._lines: Queue[str] = Queue()
        assert serving.stdout
        Thread(target=lambda: [*map(self._lines.put, serving.stdout or ())], daemon=True).start()
        self.url = self.wait(r"http://\S+")

    def wait(self, pattern: str) -> str:
        """Return the first match of the pattern in what it says from now on."""
        while True:
            if found := re.search(pattern, self._lines.get(timeout=600)):
                return found[0]


def _measure(lines: Lines, kinds: list[Edit], count: int, pause: float) -> None:
    with sync_playwright() as playwright:
        program = need("chromium", "chromium-browser", "google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        page = browser.new_page()
        page.add_init_script(WATCH)
        number = 0
        for kind in kinds:
            page.goto(lines.url + kind.page)
            page.wait_for_timeout(1000)
            times = []
            for _ in range(count):
                number += 1
                times.append(_time(page, kind, f"Mark{number}"))
                lines.wait("made in")  # all the rest, too
                time.sleep(pause)
            low, middle, high = min(times), statistics.median(times), max(times)
            load = os.getloadavg()[0]
            print(f"{kind.name:26} {middle:5.0f} ms  ({low:.0f}-{high:.0f}), load {load:.1f}")
        browser.close()


def _time(page: Page, kind: Edit, mark: str) -> float:
    text = kind.change(kind.path.read_text("utf-8"), mark)
    start = time.time()
    kind.path.write_text(text, "utf-8")
    while True:
        time.sleep(0.05)  # what is measured is noted by the page itself
        with contextlib.suppress(Error):  # the page is just being loaded again
            if seen := page.evaluate(f"sessionStorage.{mark}"):
                return float(seen) - start * 1000


def _slug(path: Path) -> str:
    found = re.search(r"(?m)^slug: (\S+)$", path.read_text("utf-8"))
    assert found
    return found[1]


def _body(text: str, mark: str) -> str:
    known = re.sub(r"\n\nMark[0-9]+\n$", "", text)
    return f"{known.rstrip()}\n\n{mark}\n"


def _headline(text: str, mark: str) -> str:
    return re.sub(r"(?m)^title: .*$", f"title: {mark}", text)


def _template(text: str, mark: str) -> str:
    return re.sub(r"<article|<p>Mark\d+</p><article", f"<p>{mark}</p><article", text, count=1)


if __name__ == "__main__":
    raise SystemExit(main())
