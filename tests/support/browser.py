"""A real Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.programs import VALIDATORS, need, need_file

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""No sandbox: it needs rights that containers lack, and only our own pages are opened.
No name is looked up: a page that asks another host for something finds none."""

NewPage = Callable[..., Page]
"""`new_page(**options)`; the options are those of Playwright's `Browser.new_context`."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, started once for a worker."""
    program = need("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[NewPage]:
    """Open pages, each in a context of its own, and watch them.

    The test fails at its end where a page asked another host for anything, threw an error, or
    wrote one to the console. `new_page(watch=False)` opens one that may.
    """
    contexts = []
    complaints: list[str] = []

    def open_page(*, watch: bool = True, **options: object) -> Page:
        contexts.append(chromium.new_context(**options))  # type: ignore[arg-type]  # passed on as given
        page = contexts[-1].new_page()
        page.set_default_timeout(20_000)
        if watch:
            _watch(page, complaints)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


def _watch(page: Page, complaints: list[str]) -> None:
    def on_request(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            complaints.append(f"{page.url} asked another host: {url}")

    page.on("request", lambda request: on_request(request.url))
    page.on("pageerror", lambda error: complaints.append(f"{page.url} threw: {error}"))
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{page.url} complained: {message.text}")
            if message.type == "error"
            else None
        ),
    )


def axe_violations(page: Page, **options: object) -> list[str]:
    """Run axe-core in an open page; return one line for each element that breaks a rule."""
    source = need_file(VALIDATORS / "axe-core" / "axe.min.js")
    # Not a script element: the page's own content security policy would forbid it.
    page.evaluate(source.read_text(encoding="utf-8"))
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{page.url}: {rule['id']} ({rule['impact']}): {node['target']}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
