"""The search page in a real browser, on an index of a few stories."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from digest.config import Config, Topic
from digest.model import Article, Frame, Link, Listing, Page, Source, Story, Teaser
from digest.render.engine import Engine
from digest.render.texts import read_texts
from digest.search import open_database, search_row, update
from tests.support.browser import NewPage, axe_violations
from tests.support.servers import serving

TEMPLATES = Path(__file__).parents[2] / "templates"

CONFIG = Config(
    root=Path(),
    titles=(("tr", "Bülten"), ("en", "Digest")),
    descriptions=(),
    url="https://digest.example/",
    timezone="Europe/Istanbul",
    languages=("tr", "en"),
    topics=(
        Topic("gazze", (("tr", "Gazze"), ("en", "Gaza")), (("tr", "gazze"), ("en", "gaza")), ()),
        Topic(
            "kültür",
            (("tr", "Kültür"), ("en", "Culture")),
            (("tr", "kultur"), ("en", "culture")),
            (),
        ),
    ),
)

STORIES = (
    # id, day, topics, (headline, standfirst, body) in Turkish, and in English if there is one
    ("a1", "2025-07-22", ("gazze",),
     ("Gazze’de ateşkes görüşmeleri tıkandı", "Lavrov’un ziyareti ertelendi.", "Metin."),
     ("Ceasefire talks stall in Gaza", "Lavrov's visit has been put off.", "Text.")),
    ("a2", "2024-03-01", ("kültür",),
     ("Işık’ın yeni filmi <b>gösterimde</b>", "IŞIK, filmi Iğdır'da çekti.", "Yönetmen anlattı."),
     ("New film by Işık", "It was shot in Iğdır.", "The director spoke of a ceasefire.")),
    ("a3", "2025-07-21", (),
     ("Bakanlar Kurulu toplandı", "Dışişleri Bakanı konuştu.",
      "Ateşkes konuşuldu. O’Brien dinledi."),
     None),
    ("a4", "", ("gazze",), ("Tarihsiz haber", "Günü bilinmiyor.", "Çocuğun kitabı."), None),
)  # fmt: skip


def listed() -> Iterator[tuple[Story, Listing]]:
    for name, day, topics, *texts in STORIES:
        articles = tuple(
            Article(lang, *text[:1], text[2], f"{name}-{lang}", summary=text[1])
            for lang, text in zip(("tr", "en"), texts, strict=True)
            if text
        )
        yield story(name, day, topics, articles)
    for number in range(25):
        article = Article("tr", f"Deprem haberi {number}", "Sarsıntı.", f"deprem-{number}")
        yield story(f"d{number}", f"2023-01-{number + 1:02}", (), (article,))


def story(
    name: str, day: str, topics: tuple[str, ...], articles: tuple[Article, ...]
) -> tuple[Story, Listing]:
    teasers = tuple(
        Teaser(name, a.lang, a.title, a.summary, f"{a.lang}/{a.slug}/", day or "2025-06-01", day,
               topics, a.lang == "en", "", (), ())
        for a in articles
    )  # fmt: skip
    shown = Listing.of(
        name, day, day or "2025-06-01", bool(day), "", topics, (), (), teasers, (), (), name
    )
    return Story(name, articles, day, sources=(Source("Reuters"),)), shown


def frame(lang: str, word: str) -> Frame:
    topics = tuple(
        Link(topic.name(lang), f"{lang}/konu/{topic.slug(lang)}/", key=topic.key)
        for topic in CONFIG.topics
    )
    homes = tuple(Link(title, f"{other}/", lang=other) for other, title in CONFIG.titles)
    return Frame(
        lang=lang,
        dir="ltr",
        title=CONFIG.title(lang),
        description="",
        url=CONFIG.url,
        home=Link(CONFIG.title(lang), f"{lang}/"),
        homes=homes,
        topics=topics,
        archive=Link("Arşiv", f"{lang}/arsiv/"),
        sources=None,
        search=Link("Ara", f"{lang}/{word}/"),
        feeds=None,
        texts=(),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has its search pages and its index, and no others."""
    output = tmp_path_factory.mktemp("site")
    engine = Engine((TEMPLATES,))
    texts = read_texts((TEMPLATES,), CONFIG.languages)
    frames = {"tr": frame("tr", "ara"), "en": frame("en", "search")}
    for lang, permalink in (("tr", "tr/ara/"), ("en", "en/search/"), ("tr", "search/")):
        page = Page(
            "search", lang, permalink, "", "search.html", texts[lang].search.title, "", None
        )
        write(
            output / permalink / "index.html",
            engine.render(page, frames, texts).encode(),
        )
    shutil.copytree(TEMPLATES / "static", output / "static")
    with open_database(output.with_name("search.db")) as database:
        rows = [search_row(found, shown, CONFIG) for found, shown in listed()]
        for path, data in update(database, rows, (), lambda path: None):
            write(output / path, data or b"")
    return output


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site, "/haber/") as url:
        yield url


@pytest.fixture
def tab(address: str, new_page: NewPage) -> Tab:
    page = new_page()
    page.goto(f"{address}tr/ara/")
    return page


def ask(page: Tab, query: str, count: int | None = None) -> list[str]:
    """Type a query; return the headlines of what is found."""
    page.fill("#q", query)
    page.wait_for_function("q => new URLSearchParams(location.search).get('q') === q", arg=query)
    expect(page.locator("[data-status]")).not_to_be_empty()
    if count is not None:
        expect(page.locator("[data-results] > li")).to_have_count(count)
    return page.locator("[data-headline]").all_text_contents()


def test_all_spellings_of_a_name_find_the_same(tab: Tab) -> None:
    for query in ("ışık", "isik", "IŞIK", "Işık’ın", "işik", "isi"):
        assert ask(tab, query, 1) == ["Işık’ın yeni filmi <b>gösterimde</b>"]
        marks = tab.locator("[data-results] mark").all_text_contents()
        assert marks == ["Işık’ın", "Işık", "IŞIK"]


def test_a_name_is_found_whatever_its_suffix(tab: Tab) -> None:
    for query in ("Lavrov'un", "lavrov", "LAVROV", "lavrovun", "lavrova", "lav"):
        assert ask(tab, query, 1) == ["Gazze’de ateşkes görüşmeleri tıkandı"]


def test_forms_of_a_noun_find_each_other(tab: Tab) -> None:
    for query in ("bakan", "bakanı", "bakanlar", "bakanların", "Bakanlarının"):
        assert ask(tab, query, 1) == ["Bakanlar Kurulu toplandı"]


def test_softened_consonants_are_no_other_word(tab: Tab) -> None:
    for query in ("çocuk", "cocuklar", "kitap", "kitaplar"):
        assert ask(tab, query, 1) == ["Tarihsiz haber"]


def test_words_of_either_language_find_the_story_and_headlines_come_first(tab: Tab) -> None:
    assert ask(tab, "ceasefire", 2) == [
        "Gazze’de ateşkes görüşmeleri tıkandı",
        "Işık’ın yeni filmi <b>gösterimde</b>",
    ]
    assert ask(tab, "ateşkes", 2)[0] == "Gazze’de ateşkes görüşmeleri tıkandı"


def test_a_result_shows_both_headlines_date_and_standfirst(tab: Tab, address: str) -> None:
    ask(tab, "ceasefire talk", 1)
    result = tab.locator("[data-results] > li")
    expect(result.locator("h2 a")).to_have_attribute("href", f"{address}tr/a1-tr/")
    other = result.locator(".other a")
    expect(other).to_have_text("Ceasefire talks stall in Gaza")
    expect(other).to_have_attribute("lang", "en")
    expect(other).to_have_attribute("href", f"{address}en/a1-en/")
    expect(result.locator(".machine")).to_have_text("Makine çevirisi")
    expect(result.locator(".summary")).to_have_text("Lavrov’un ziyareti ertelendi.")
    expect(result.locator("time")).to_have_text("22 Temmuz 2025")
    assert result.locator("mark").all_text_contents() == ["Ceasefire", "talks"]


def test_the_standfirst_is_the_one_that_has_the_word(tab: Tab) -> None:
    ask(tab, "visit", 1)
    summary = tab.locator("[data-summary]")
    expect(summary).to_have_text("Lavrov's visit has been put off.")
    expect(summary).to_have_attribute("lang", "en")


def test_an_undated_story_says_when_it_was_added(tab: Tab) -> None:
    ask(tab, "tarihsiz", 1)
    expect(tab.locator("time")).to_have_text("Eklendi: 1 Haziran 2025")


def test_all_words_must_be_there(tab: Tab) -> None:
    assert ask(tab, "gazze ateşkes", 1)
    assert ask(tab, "gazze film", 0) == []
    expect(tab.locator("[data-status]")).to_have_text("“gazze film” için haber bulunamadı.")


def test_an_apostrophe_after_one_letter_is_part_of_a_name(tab: Tab) -> None:
    for query in ("O'Brien", "obrien", "O’BRIEN’IN"):
        assert ask(tab, query, 1) == ["Bakanlar Kurulu toplandı"]


def test_filters_narrow_what_is_found(tab: Tab) -> None:
    ask(tab, "ateşkes ", 2)
    tab.select_option("#topic", "gazze")
    expect(tab.locator("[data-results] > li")).to_have_count(1)
    tab.select_option("#topic", "")
    tab.select_option("#lang", "en")
    expect(tab.locator("[data-headline]")).to_have_text(["Ceasefire talks stall in Gaza"])
    tab.select_option("#lang", "")
    tab.select_option("#year", "2024")
    expect(tab.locator("[data-results] > li")).to_have_count(0)
    assert tab.locator("#year option").all_text_contents() == [
        "Bütün yıllar",
        "2025",
        "2024",
        "2023",
    ]
    ask(tab, "film", 1)
    tab.select_option("#topic", "kültür")
    expect(tab.locator("[data-results] > li")).to_have_count(1)


def test_a_search_has_an_address_that_can_be_opened_again(tab: Tab, new_page: NewPage) -> None:
    ask(tab, "ateşkes")
    tab.select_option("#topic", "gazze")
    expect(tab).to_have_url(re.compile("topic=gazze"))
    other = new_page()
    other.goto(tab.url)
    expect(other.locator("[data-headline]")).to_have_text(["Gazze’de ateşkes görüşmeleri tıkandı"])
    expect(other.locator("#q")).to_have_value("ateşkes")
    expect(other.locator("#topic")).to_have_value("gazze")


def test_the_newest_come_first_and_more_on_request(tab: Tab) -> None:
    found = ask(tab, "deprem", 10)
    assert found == [f"Deprem haberi {number}" for number in range(24, 14, -1)]
    expect(tab.locator("[data-status]")).to_have_text("25 haber bulundu")
    tab.click("[data-more]")
    expect(tab.locator("[data-results] > li")).to_have_count(20)
    expect(tab.locator("[data-headline]").nth(10)).to_be_focused()
    tab.click("[data-more]")
    expect(tab.locator("[data-results] > li")).to_have_count(25)
    expect(tab.locator("[data-more]")).to_be_hidden()


def test_keys_lead_through_the_results(tab: Tab) -> None:
    tab.keyboard.press("/")
    expect(tab.locator("#q")).to_be_focused()
    tab.keyboard.type("ceasefire")
    expect(tab.locator("[data-results] > li")).to_have_count(2)
    for number in (0, 1, 1):
        tab.keyboard.press("ArrowDown")
        expect(tab.locator("[data-headline]").nth(number)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(tab.locator("#q")).to_be_focused()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    expect(tab.locator("#q")).to_be_focused()
    expect(tab.locator("#q")).to_have_value("")
    expect(tab.locator("[data-results] > li")).to_have_count(0)
    tab.keyboard.type("a/b")
    expect(tab.locator("#q")).to_have_value("a/b")


def test_results_that_come_late_do_not_take_the_focus_away(tab: Tab) -> None:
    ask(tab, "ateşkes", 2)
    tab.locator("[data-headline]").nth(1).focus()
    tab.evaluate("document.querySelector('form').requestSubmit()")
    tab.wait_for_timeout(300)
    expect(tab.locator("[data-headline]").nth(1)).to_be_focused()


def test_the_number_of_results_is_announced(tab: Tab) -> None:
    ask(tab, "deprem")
    expect(tab.get_by_role("status")).to_have_text("25 haber bulundu")


def test_text_of_stories_is_never_markup(tab: Tab) -> None:
    ask(tab, "filmi", 1)
    assert tab.locator("[data-results] b").count() == 0


def test_the_page_of_all_languages_speaks_each(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}search/?q=ceasefire")
    expect(page.locator("[data-status] [lang=tr]")).to_have_text("2 haber bulundu")
    expect(page.locator("[data-status] [lang=en]")).to_have_text(" · 2 stories found")
    expect(page.locator("#topic option").nth(1)).to_have_text("Gazze · Gaza")
    expect(page.locator("h1 [lang=en]")).to_have_text("Search")


def test_the_page_of_a_translation_shows_its_headlines_first(
    address: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(f"{address}en/search/?q=gazze")
    expect(page.locator("[data-headline]").first).to_have_text("Ceasefire talks stall in Gaza")
    expect(page.locator("[data-status]")).to_have_text("2 stories found")
    expect(page.locator("time").first).to_have_text("22 July 2025")


@pytest.mark.parametrize("path", ["tr/ara/", "en/search/", "search/"])
def test_without_javascript_the_archive_is_a_link_away(
    address: str, new_page: NewPage, path: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address + path)
    link = page.locator("[data-browse] a").first
    expect(link).to_have_text("Arşiv")
    expect(link).to_have_attribute("href", re.compile(r"^(\.\./)+(tr|en)/arsiv/$"))
    assert page.locator(".find").is_hidden()
    expect(page.locator("noscript p")).to_be_visible()


def test_an_index_that_cannot_be_loaded_is_said(address: str, new_page: NewPage) -> None:
    tab = new_page(watch=False)
    tab.goto(f"{address}tr/ara/")
    tab.route("**/words/*", lambda route: route.fulfill(status=503))
    tab.fill("#q", "ateşkes")
    expect(tab.locator("[data-status]")).to_have_text(
        "Arama şu anda çalışmıyor. Bütün haberler arşivde."
    )


@pytest.mark.parametrize(
    ("path", "scheme"),
    [("tr/ara/?q=ate%C5%9Fkes", "dark"), ("en/search/", "light"), ("search/?q=ceasefire", "light")],
)
def test_the_page_breaks_no_rule_of_accessibility(
    address: str, new_page: NewPage, path: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(address + path)
    if "?" in path:
        expect(page.locator("[data-results] > li").first).to_be_visible()
    assert axe_violations(page) == []


def test_a_story_that_is_gone_since_the_index_was_read_is_left_out(tab: Tab) -> None:
    tab.route("**/days/2025-07-22-0.json", lambda route: route.fulfill(json={}))
    ask(tab, "ateşkes")
    expect(tab.locator("[data-headline]")).to_have_text(["Bakanlar Kurulu toplandı"])


def test_what_is_typed_is_shown_as_it_is_typed(tab: Tab) -> None:
    ask(tab, "$& <i>yok</i>", 0)
    expect(tab.locator("[data-status]")).to_have_text("“$& <i>yok</i>” için haber bulunamadı.")
