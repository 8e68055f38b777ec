"""How much a search loads, and how soon it answers, in Chromium."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

import yaml
from playwright.sync_api import Browser, sync_playwright

from bench import corpus, invent

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

TRIES = 5
"""Of which the quickest counts, since machines are busy with other things too."""

_ASK = """async (query) => {
  const list = document.querySelector("[data-results]");
  const status = document.querySelector("[data-status]");
  const field = document.querySelector("#q");
  status.textContent = "";
  list.replaceChildren();
  const answered = new Promise((resolve) =>
    new MutationObserver(() => (list.children.length || status.textContent) && resolve()).observe(
      document.querySelector("main"), { childList: true, subtree: true }));
  field.focus();
  await new Promise((resolve) => setTimeout(resolve, 100)); // nobody types sooner than that
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await answered;
  return performance.now() - start;
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """One search."""

    query: str
    found: str
    """What the page says of the number of stories."""
    loaded: int
    """Bytes of all files, the page, its styles and its scripts included."""
    compressed: int
    """The same, as a host sends them that compresses."""
    first: float
    """Milliseconds from the last key to the results, nothing being loaded but the page."""
    again: float
    """The same, for a second search, of the same words."""


def add_page(folder: Path) -> None:
    """Put a search page beside the index in `folder`/output."""
    site = folder / "site"
    corpus.write_site(invent.stories(3), site)
    config = site / "config.yaml"
    settings = yaml.safe_load(config.read_text("utf-8")) | {"build": {"pages": ["topic", "search"]}}
    config.write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    program = str(Path(sys.executable).with_name("digest"))
    subprocess.run([program, "--site", str(site), "build"], check=True, capture_output=True)
    for name in ("static", "tr/ara"):
        target = folder / "output" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (site / "output" / name).rename(target)


def answers(output: Path, queries: tuple[str, ...]) -> Iterator[Answer]:
    """Yield what each query costs, each in a browser that has nothing in store."""
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    with _serving(output) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for query in queries:
            tries = [_answer(browser, address, output, query) for _ in range(TRIES)]
            first, again = (min(getattr(one, n) for one in tries) for n in ("first", "again"))
            yield replace(tries[0], first=first, again=again)
        browser.close()


def _answer(browser: Browser, address: str, output: Path, query: str) -> Answer:
    with browser.new_context() as context:
        page = context.new_page()
        files: list[Path] = []
        page.on(
            "requestfinished", lambda request: files.append(_file(request.url, address, output))
        )
        page.goto(f"{address}tr/ara/", wait_until="networkidle")
        first = page.evaluate(_ASK, query)
        found = page.inner_text("[data-status]")
        page.wait_for_load_state("networkidle")
        bodies = [path.read_bytes() for path in files]
        again = page.evaluate(_ASK, f"{query} ")
        return Answer(
            query,
            found,
            sum(map(len, bodies)),
            sum(len(gzip.compress(body)) for body in bodies),
            first,
            again,
        )


def _file(url: str, address: str, output: Path) -> Path:
    path = output / url.removeprefix(address).partition("?")[0]
    return path / "index.html" if path.is_dir() else path


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Say nothing."""
