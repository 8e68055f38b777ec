"""Every kind of page of the demo site: valid, accessible, in reach of the keyboard, and pictured.

The pictures are for people: `.snapshots/` has each kind as a phone and a desk show it, light,
dark and printed. They are written anew by each run and compared with nothing.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from playwright.sync_api import Page

from bench.demo.__main__ import write
from digest.config.reading import load
from digest.pipeline.building import build
from digest.pipeline.updating import Options
from tests.support.browser import NewPage, axe_violations
from tests.support.newsboat import subscribed
from tests.support.programs import ROOT
from tests.support.servers import serving
from tests.support.validators import nu_errors

SNAPSHOTS = ROOT / ".snapshots"
KINDS = {
    "front": "",
    "home-tr": "tr/",
    "home-en": "en/",
    "story-tr": "tr/adana-festivalinde-buyuk-odul-ilk-filme-gitti/",
    "story-en": "en/top-prize-at-adana-festival-goes-to-a-first-film/",
    "pair": "tr-en/bir-gunluk-yol/",
    "edition": "tr/2026/09/30/",
    "month": "en/2026/09/",
    "year": "tr/2026/",
    "archive": "en/archive/",
    "topics": "tr/konu/",
    "topic": "en/topic/culture/",
    "sources": "en/source/",
    "source": "tr/kaynak/anadolu-postasi/",
    "search": "en/search/",
    "search-of-all": "search/",
    "feeds": "tr/abone/",
    "text": "en/about/",
    "notfound": "404.html",
}
"""Addresses of the demo site by kind of page; of some kinds one in each language."""
SCREENS = {
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
    "phone-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "desk": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "desk-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo site, built."""
    folder = tmp_path_factory.mktemp("demo")
    write(folder)
    config, problems = load(folder)
    assert config is not None, problems
    done = build(config, Options(jobs=1), None, "2026-09-30")
    assert done.published, done.problems
    return folder / "output"


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """Where the demo site is served."""
    with serving(output) as url:
        yield url


def file_of(output: Path, link: str) -> Path:
    return output / link if link.endswith(".html") else output / link / "index.html"


def kind_of(path: Path) -> list[str]:
    """Return what kind of page a file is; nothing for a redirect."""
    return re.findall(r'<body class="is-([\w-]+)">', path.read_text("utf-8"))


def test_no_kind_of_page_is_forgotten(output: Path) -> None:
    kinds = {kind for path in output.rglob("*.html") for kind in kind_of(path)}
    assert {kind for link in KINDS.values() for kind in kind_of(file_of(output, link))} == kinds


def test_pages_styles_and_icons_are_valid(output: Path) -> None:
    files = [file_of(output, link) for link in KINDS.values()]
    redirect = next(path for path in output.rglob("*.html") if "-old/" in path.as_posix())
    styles = [path for path in (output / "static").iterdir() if path.suffix in (".css", ".svg")]
    assert len(styles) >= 4
    assert nu_errors([*files, redirect, *styles]) == []


@pytest.mark.parametrize("screen", ["phone-dark", "desk"])
def test_no_page_breaks_a_rule_of_accessibility(
    address: str, new_page: NewPage, screen: str
) -> None:
    page = new_page(**SCREENS[screen])
    for link in KINDS.values():
        page.goto(address + link)
        assert axe_violations(page) == []


def test_no_page_is_wider_than_a_narrow_window(address: str, new_page: NewPage) -> None:
    # 320 pixels are 1280 at 400 %: WCAG 2.2, 1.4.10.
    page = new_page(viewport={"width": 320, "height": 640})
    for link in KINDS.values():
        page.goto(address + link)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, link


@pytest.mark.parametrize("kind", ["story-tr", "story-en", "pair"])
def test_a_story_with_all_that_it_loads_is_light(
    output: Path, address: str, new_page: NewPage, kind: str
) -> None:
    page = new_page()
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto(address + KINDS[kind], wait_until="networkidle")
    files = [_served(output, url) for url in loaded]
    light = [file for file in files if file.suffix not in {".jpg", ".png"}]
    assert len(light) >= 2
    assert sum(len(gzip.compress(file.read_bytes())) for file in light) < 30_000
    assert len(file_of(output, KINDS["story-tr"]).read_bytes()) < 12_000


def _served(output: Path, url: str) -> Path:
    path = output / urlsplit(url).path[1:]
    return path / "index.html" if path.is_dir() else path


SEEN = """() => {
  const one = document.activeElement;
  const isSeen = () => {
    const box = one.getBoundingClientRect();
    const line = (one.closest("ul") ?? one).getBoundingClientRect();
    return line.left <= box.left && box.right <= line.right && line.right <= innerWidth;
  };
  return new Promise((resolve) => {
    const look = (frames) =>
      isSeen() || !frames ? resolve(isSeen()) : requestAnimationFrame(() => look(frames - 1));
    look(60);
  });
}"""
"""Does the whole of the link come in sight that has the focus?"""


@pytest.mark.parametrize("width", [320, 350, 390])
def test_the_sections_are_one_line_in_which_focus_is_seen(
    address: str, new_page: NewPage, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844}, reduced_motion="reduce")
    for link in ("", "tr/", "en/"):
        page.goto(address + link)
        for sections in page.locator(".sections").all():
            box = sections.bounding_box()
            assert box is not None
            assert box["height"] < 48
            assert sections.locator("> a").is_visible()
            for entry in sections.locator("a").all():
                entry.focus()
                assert page.evaluate(SEEN), entry.inner_text()


STOPS = """() => {
  const found = document.querySelectorAll("a[href], button, input, select, [tabindex='0']");
  const groups = new Set();
  let stops = 0;
  for (const one of found) {
    if (!one.checkVisibility() || one.disabled || one.tabIndex < 0) continue;
    if (one.type === "radio") {
      if (groups.has(one.name)) continue;
      groups.add(one.name);
    }
    stops += 1;
  }
  return stops;
}"""
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const style = getComputedStyle(one);
  const { width, height, top, bottom } = one.getBoundingClientRect();
  return {
    name: one.textContent.trim() || one.getAttribute("aria-label") || one.name || "",
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
  };
}"""


def walked(page: Page) -> list[dict[str, object]]:
    """Press Tab until the focus leaves the page; return what had it."""
    found = []
    for _ in range(400):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        found.append(focused)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_alone_gets_everywhere(address: str, new_page: NewPage, kind: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(address + KINDS[kind])
    page.evaluate("document.activeElement.blur()")
    expected = page.evaluate(STOPS)
    found = walked(page)
    assert len(found) == expected
    assert [one for one in found if not (one["outlined"] and one["seen"] and one["name"])] == []


def test_the_first_stop_skips_to_the_content(address: str, new_page: NewPage) -> None:
    page = new_page()
    for link in ("", "tr/", KINDS["story-en"], KINDS["pair"]):
        page.goto(address + link)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.wait_for_url("**#main")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_side_by_side_is_chosen_with_the_arrow_keys(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(address + KINDS["pair"])
    page.focus("input[value=both]")
    for key, shown in (
        ("ArrowRight", "translation"),
        ("ArrowLeft", "both"),
        ("ArrowLeft", "original"),
    ):
        page.keyboard.press(key)
        for side in ("original", "translation"):
            visible = page.locator(f".body .pair > .{side}").first.is_visible()
            assert visible == (shown in (side, "both"))


def test_the_front_page_speaks_every_reader_s_language(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(address)
    for lang, words in (("tr", ["Son haberler", "Ara"]), ("en", ["Latest", "Search"])):
        links = page.locator(f"[lang={lang}] > .sections a").all_inner_texts()
        assert [links[0], links[-1]] == words


def test_a_year_has_a_calendar_a_month(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(address + KINDS["year"])
    assert page.locator(".calendar").count() == 9
    page.click(".calendar a[aria-label^='30 Eylül 2026']")
    page.wait_for_url(address + "tr/2026/09/30/")


PICTURES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode();
}))"""
"""Loads the pictures below the window too."""


@pytest.mark.parametrize("screen", [*SCREENS, "print"])
def test_pages_are_pictured_for_review(address: str, new_page: NewPage, screen: str) -> None:
    page = new_page(**SCREENS.get(screen, SCREENS["desk"]))
    if screen == "print":
        page.set_viewport_size({"width": 800, "height": 1100})
        page.emulate_media(media="print")
    SNAPSHOTS.mkdir(exist_ok=True)
    for kind, link in KINDS.items():
        page.goto(address + link)
        if kind == "search" and screen != "print":
            page.fill("#q", "festival")
            page.wait_for_selector("[data-results] li")
        page.evaluate(PICTURES)
        picture = SNAPSHOTS / f"{kind}-{screen}.png"
        page.screenshot(path=picture, full_page=True)
        assert picture.stat().st_size > 5_000


def test_every_feed_is_read(output: Path) -> None:
    feeds = sorted(output.rglob("feed.xml"))
    assert len(feeds) == 3 + 2 * 12
    for path in feeds:
        found = feedparser.parse(path.read_bytes())
        assert not found.bozo, path
        assert found.feed.language == path.relative_to(output).parts[0].rpartition("-")[2]
        ids = [entry.id for entry in found.entries]
        assert len(set(ids)) == len(ids)
        assert all(entry.content[0].value and entry.link for entry in found.entries), path


def test_newsboat_keeps_every_item_of_every_feed(output: Path, tmp_path: Path) -> None:
    feeds = sorted(output.rglob("feed.xml"))
    entries = [entry for path in feeds for entry in feedparser.parse(path.read_bytes()).entries]
    found = subscribed(tmp_path, feeds)
    # What several feeds have it keeps once, by its guid.
    assert sorted((item["guid"], item["title"]) for item in found) == sorted(
        {(entry.id, entry.title) for entry in entries}
    )
    assert {item["feedurl"] for item in found} <= {f"file://{feed}" for feed in feeds}
    assert all(item["content"] and item["url"] and item["pubDate"] for item in found)
