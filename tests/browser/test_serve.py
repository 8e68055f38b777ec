"""What somebody sees who edits a site with the page open beside the editor."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import NewPage
from tests.support.previews import Preview, Serving
from tests.support.sites import TestSite, make_site

LONG = "\n\n".join(f"Paragraf {n} bir şey söyler." for n in range(1, 121))


expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """A site that all these tests edit, each its own part of it."""
    site = make_site(tmp_path_factory.mktemp("serve") / "site")
    site.story("uzun", body=LONG, slug="uzun")
    site.story("kisa", body=LONG, slug="kisa", draft="true")
    site.story("kisa", "en", "Body.", slug="short")
    site.write("templates/static/style.css", "h1 { color: rgb(1, 2, 3); }")
    return site


@pytest.fixture(scope="module")
def served(site: TestSite, preview: Preview) -> Serving:
    return preview(site.root)


HIDE = """hidden => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def loads(page: Page) -> int:
    """Return how often the page was loaded, since it was first opened."""
    found: int = page.evaluate(
        "() => { sessionStorage.loads ??= 0; return Number(sessionStorage.loads); }"
    )
    return found


@pytest.fixture
def page(new_page: NewPage) -> Page:
    page = new_page(viewport={"width": 900, "height": 600})
    page.add_init_script("sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;")
    return page


def scrolled(page: Page) -> int:
    found: int = page.evaluate("scrollY")
    return found


def test_an_edit_is_shown_at_the_place_that_was_being_read(
    site: TestSite, served: Serving, page: Page
) -> None:
    page.goto(f"{served.url}tr/uzun/")
    page.evaluate("scrollTo(0, 1500)")
    site.story("uzun", body=f"{LONG}\n\nSon söz.", slug="uzun")
    expect(page.get_by_text("Son söz.")).to_be_attached()
    assert scrolled(page) == 1500
    assert loads(page) == 1
    site.story("uzun", body=f"{LONG}\n\nEn son söz.", slug="uzun", title="Başka başlık")
    expect(page.get_by_text("En son söz.")).to_be_attached()
    expect(page).to_have_title(re.compile("Başka başlık"))


def test_a_page_with_a_script_is_loaded_again_at_the_same_place(
    site: TestSite, served: Serving, page: Page
) -> None:
    page.goto(f"{served.url}tr-en/kisa/")
    page.evaluate("scrollTo(0, 1500)")
    site.story("kisa", body=f"{LONG}\n\nSon söz.", slug="kisa", draft="true")
    expect(page.get_by_text("Son söz.")).to_be_attached()
    page.wait_for_load_state()
    assert scrolled(page) == 1500
    assert loads(page) == 2


def test_an_edit_elsewhere_leaves_the_open_page_alone(
    site: TestSite, served: Serving, page: Page
) -> None:
    page.goto(f"{served.url}tr/uzun/")
    before = len(served.lines)
    site.story("kisa", body="Başka.", slug="kisa", draft="true")
    served.wait("kisa.tr.md: ", before)
    expect(page.get_by_text("Paragraf 120")).to_be_attached()
    assert loads(page) == 1


def test_styles_are_swapped_in_without_loading_the_page_again(
    site: TestSite, served: Serving, page: Page
) -> None:
    page.goto(f"{served.url}tr/uzun/")
    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    before = len(served.lines)
    for red in (9, 8):
        site.write("templates/static/style.css", f"h1 {{ color: rgb({red}, 2, 3); }}")
        expect(page.locator("h1")).to_have_css("color", f"rgb({red}, 2, 3)")
    served.wait("style.css: 1 file", before)
    assert loads(page) == 1
    expect(page.locator("link[rel=stylesheet]")).to_have_count(1)


def test_what_is_wrong_is_said_over_the_page_until_it_is_mended(
    site: TestSite, served: Serving, page: Page
) -> None:
    page.goto(f"{served.url}tr/uzun/")
    site.story("uzun", body=LONG, slug="uzun", date="dün")
    overlay = page.get_by_role("alert")
    expect(overlay).to_contain_text("content/articles/2025-07/uzun.tr.md:3")
    expect(overlay).to_contain_text('date "dün" is not a date.')
    expect(page.get_by_text("Paragraf 120")).to_be_attached()
    page.goto(f"{served.url}tr/")
    expect(overlay).to_contain_text("uzun.tr.md")
    site.story("uzun", body=LONG, slug="uzun")
    expect(overlay).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "text", "where"),
    [
        ("templates/story.html", "\n{{ nothing }}", "templates/story.html:2"),
        ("templates/i18n/en.yaml", "nav: {none: x}", "templates/i18n"),
        ("config.yaml", "site: {title: A\n", "config.yaml:"),
    ],
)
def test_mistakes_outside_of_articles_are_said_too(
    site: TestSite, served: Serving, page: Page, path: str, text: str, where: str
) -> None:
    page.goto(f"{served.url}tr/uzun/")
    there = site.root / path
    before = there.read_bytes() if there.exists() else None
    site.write(path, text)
    expect(page.get_by_role("alert")).to_contain_text(where)
    if before is None:
        there.unlink()
    else:
        site.write(path, before)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_an_edited_template_is_shown(site: TestSite, served: Serving, page: Page) -> None:
    page.goto(f"{served.url}tr/uzun/")
    template = '{% extends "base.html" %}{% block main %}<p>Yeni kalıp</p>{% endblock %}'
    site.write("templates/story.html", template)
    expect(page.get_by_text("Yeni kalıp")).to_be_attached()
    page.goto(f"{served.url}tr/kisa/")
    expect(page.get_by_text("Yeni kalıp")).to_be_attached()
    (site.root / "templates/story.html").unlink()
    expect(page.get_by_text("Yeni kalıp")).to_have_count(0)


def test_a_list_shows_a_new_headline_and_a_new_story(
    site: TestSite, served: Serving, page: Page
) -> None:
    page.goto(f"{served.url}tr/")
    site.story("uzun", body=LONG, slug="uzun", title="Yeni başlık")
    expect(page.get_by_text("Yeni başlık")).to_be_attached()
    site.story("yeni", slug="yeni", title="Yepyeni haber")
    expect(page.get_by_text("Yepyeni haber")).to_be_attached()


def test_a_page_that_is_not_there_yet_appears_when_it_is_written(
    site: TestSite, served: Serving, new_page: NewPage
) -> None:
    page = new_page(watch=False)  # a status of 404 is written to the console
    answer = page.goto(f"{served.url}tr/yepyeni/")
    assert answer is not None
    assert answer.status == 404
    site.story("yepyeni", slug="yepyeni", title="Yeni sayfa")
    expect(page.get_by_role("heading", name="Yeni sayfa")).to_be_attached()


def test_a_hidden_page_is_up_to_date_when_it_is_shown_again(
    site: TestSite, served: Serving, page: Page
) -> None:
    page.goto(f"{served.url}tr/uzun/")
    page.evaluate(HIDE, True)
    before = len(served.lines)
    site.story("uzun", body="Kısaldı.", slug="uzun")
    served.wait("uzun.tr.md: ", before)
    assert loads(page) == 1
    page.evaluate(HIDE, False)
    expect(page.get_by_text("Kısaldı.")).to_be_attached()


def test_the_script_is_no_part_of_the_files(site: TestSite, served: Serving, page: Page) -> None:
    page.goto(f"{served.url}tr/kisa/")
    assert "__digest" in page.content()
    folder = site.root / ".cache/serve/site"
    assert not [path for path in folder.rglob("*.html") if "__digest" in path.read_text("utf-8")]
    assert not (site.root / "output").exists()
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert re.search(r"connect-src [^;]*http://127\.0\.0\.1:\d+/__digest/events", policy)
