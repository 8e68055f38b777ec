"""More languages than two, and one that is written from right to left: translated and published."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag

from digest.pipeline.building import Build, build
from digest.pipeline.checking import check
from digest.pipeline.updating import Options
from tests.faults.fake_services import Fake, fake_services
from tests.support.browser import NewPage, axe_violations
from tests.support.servers import Serve
from tests.support.sites import TestSite, make_site
from tests.support.validators import nu_errors

SHIPPED = Path(__file__).parents[2] / "templates/i18n/en.yaml"
URL = "https://example.org/haber/"
CONFIG = """
site: {{title: {{tr: Haber, en: News, {lang}: {title}}}, url: '{url}'}}
languages: [tr, en, {lang}]
topics:
  - key: kent
    name: {{tr: Kent, en: City, {lang}: {topic}}}
    slug: {{{lang}: kent}}
    words: [belediye]
translation: {{enabled: true, engines: [google], glossary: ''}}
engines: {{google: {{url: '{service}'}}}}
"""
PARTIAL = """
site: {{title: {{tr: Haber, en: News}}, url: '{url}'}}
topics: [{{key: kent, name: {{tr: Kent, en: City}}, words: [belediye]}}]
translation: {{enabled: true, engines: [google], glossary: '', partial: 0.5}}
engines: {{google: {{url: '{service}'}}}}
"""
LANGUAGES = {
    "de": ("Deutsch", "de_DE", "ltr", "Nachrichten", "Stadt"),
    "ar": ("العربية", "ar", "rtl", "الأخبار", "المدينة"),
}
STORY = {
    "title": "Belediye yeni vapurları tanıttı",
    "summary": "Altı vapur yıl sonuna kadar sefere başlayacak.",
    "topics": "[kent]",
    "sources": "[AA]",
}
BODY = """Başkan Yılmaz, Kadıköy'deki törende 120 yolcu alan vapurların ilkini tanıttı.

## Sefer saatleri

- Sabah ilk sefer Kadıköy'den kalkacak.
- Akşam son sefer Beşiktaş'tan dönecek.

> Bu vapurlar **sessiz** ve temiz olacak."""
ASKED = (
    STORY["title"],
    STORY["summary"],
    "Başkan Yılmaz, Kadıköy'deki törende 120 yolcu alan vapurların ilkini tanıttı.",
    "Sefer saatleri",
    "Sabah ilk sefer Kadıköy'den kalkacak.\nAkşam son sefer Beşiktaş'tan dönecek.",
    "Bu vapurlar [sessiz] ve temiz olacak.",
)
"""What is sent of the story, in the order of the answers."""
ANSWERS = {
    "en": (
        "Municipality presents new ferries",
        "Six ferries will enter service by the end of the year.",
        "Mayor Yılmaz presented the first of the ferries, which carry 120 passengers, in Kadıköy.",
        "Timetable",
        "The first ferry leaves Kadıköy at dawn.\nThe last returns from Beşiktaş at night.",
        "These ferries will be [quiet] and clean.",
    ),
    "de": (
        "Stadtverwaltung stellt neue Fähren vor",
        "Sechs Fähren sollen bis Jahresende den Dienst aufnehmen.",
        "Bürgermeister Yılmaz stellte in Kadıköy die erste Fähre für 120 Fahrgäste vor.",
        "Fahrplan",
        "Die erste Fähre legt morgens in Kadıköy ab.\nDie letzte kehrt abends aus Beşiktaş zurück.",
        "Diese Fähren werden [leise] und sauber sein.",
    ),
    "ar": (
        "البلدية تعرض عبّارات جديدة",
        "ستدخل ست عبّارات الخدمة قبل نهاية العام.",
        "قدّم رئيس البلدية يلماز في حفل أقيم في قاضي كوي أولى العبّارات التي تتسع لـ120 راكبًا.",
        "مواعيد الرحلات",
        "تنطلق أول رحلة صباحًا من قاضي كوي.\nتعود آخر رحلة مساءً من بشكطاش.",
        "ستكون هذه العبّارات [هادئة] ونظيفة.",
    ),
}


def translated(root: Path, lang: str, fake: Fake) -> tuple[TestSite, Build]:
    """Write a site in three languages, translate it by the fake service, and build it."""
    name, locale, direction, title, topic = LANGUAGES[lang]
    fake.languages = {
        code: dict(zip(ASKED, answers, strict=True)) for code, answers in ANSWERS.items()
    }
    service = fake.address("google")
    site = make_site(
        root, CONFIG.format(lang=lang, title=title, topic=topic, service=service, url=URL)
    )
    texts = SHIPPED.read_text("utf-8").replace("language: English", f"language: {name}", 1)
    texts = texts.replace("locale: en_GB", f"locale: {locale}").replace(
        "dir: ltr", f"dir: {direction}"
    )
    site.write(f"templates/i18n/{lang}.yaml", texts)
    site.story("vapur", body=BODY, **STORY)
    return site, build(site.config, Options(jobs=1), None, "2025-07-23")


@pytest.fixture(scope="module", params=list(LANGUAGES))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """A site in Turkish, English and a third language; `lang` of it is its name."""
    with fake_services() as fake:
        made, done = translated(tmp_path_factory.mktemp("site"), request.param, fake)
    assert done.published, done.problems
    assert done.translated is not None
    assert done.translated.complete, done.translated.pending
    return made


def third(site: TestSite) -> str:
    return site.config.languages[2]


def one(page: Tag, selector: str) -> Tag:
    """Return the only element that the selector finds."""
    [found] = page.select(selector)
    return found


def text(page: Tag, selector: str) -> str:
    return one(page, selector).get_text().strip()


def pages(site: TestSite) -> dict[str, BeautifulSoup]:
    """Return every page by its address, but the redirects and the one that is not there."""
    found = {
        name.removesuffix("index.html"): BeautifulSoup(data, "html.parser")
        for name, data in site.output().items()
        if name.endswith("index.html")
    }
    return {link: page for link, page in found.items() if page.main}


def story(site: TestSite, view: str) -> tuple[str, BeautifulSoup]:
    """Return address and page of the story in a language, or side by side."""
    [found] = [
        (link, page)
        for link, page in pages(site).items()
        if link.startswith(f"{view}/") and page.select("body.is-story, body.is-pair")
    ]
    return found


def test_every_story_is_there_in_every_language_and_beside_the_original(site: TestSite) -> None:
    lang = third(site)
    for view in ("tr", "en", lang, "tr-en", f"tr-{lang}"):
        _, page = story(site, view)
        code = view.rpartition("-")[2]
        assert one(page, "html")["lang"] == code
        assert one(page, "html")["dir"] == (LANGUAGES[lang][2] if code == lang else "ltr")
    _, page = story(site, lang)
    body = page.find("div", class_="body")
    assert isinstance(body, Tag)
    shape = [child.name for child in body.find_all(recursive=False)]
    assert shape == ["p", "h2", "ul", "blockquote"]
    words = ANSWERS[lang]
    assert text(page, "h1") == words[0]
    assert [item.get_text() for item in body.find_all("li")] == words[4].split("\n")
    assert text(body, "strong") == words[5].partition("[")[2].partition("]")[0]
    assert page.find("p", class_="machine")


def test_paragraphs_face_each_other_and_say_their_language_and_direction(site: TestSite) -> None:
    lang = third(site)
    _, page = story(site, f"tr-{lang}")
    pairs = page.select(".body > .pair:has(> .number)")
    assert len(pairs) == 4
    for pair in pairs:
        original, translation = pair.select(":scope > .original, :scope > .translation")
        assert (original["lang"], original["dir"]) == ("tr", "ltr")
        assert (translation["lang"], translation["dir"]) == (lang, LANGUAGES[lang][2])
    assert one(page, "link[rel=canonical]")["href"] == URL + story(site, "tr")[0]


def test_the_versions_name_each_other(site: TestSite) -> None:
    links = {code: story(site, code)[0] for code in site.config.languages}
    expected = {code: URL + link for code, link in links.items()}
    for code in links:
        _, page = story(site, code)
        named = {
            one["hreflang"]: one["href"]
            for one in page.find_all("link", rel="alternate")
            if one.has_attr("hreflang")
        }
        assert named == {**expected, "x-default": expected["tr"]}
        views = [str(link["href"]).lstrip("./") for link in page.select(".views a")]
        beside = [story(site, f"tr-{other}")[0] for other in site.config.languages[1:]]
        assert sorted(views) == sorted([*links.values(), *beside])


def test_each_language_has_its_feed_and_each_pair(site: TestSite) -> None:
    lang = third(site)
    output = site.output()
    titles = {code: answers[0] for code, answers in ANSWERS.items()} | {"tr": STORY["title"]}
    for code in ("tr", "en", lang):
        feed = feedparser.parse(output[f"{code}/feed.xml"])
        assert not feed.bozo
        assert feed.feed.language == code
        assert [entry.title for entry in feed.entries] == [titles[code]]
    both = output[f"tr-{lang}/feed.xml"].decode()
    assert f'lang="{lang}"' in both
    assert STORY["title"] in both
    assert titles[lang] in both
    if LANGUAGES[lang][2] == "rtl":
        assert 'dir="rtl"' in both
        assert 'dir="rtl"' in output[f"{lang}/feed.xml"].decode()


def test_search_knows_the_words_of_every_language(site: TestSite) -> None:
    index = b"".join(data for name, data in site.output().items() if name.startswith("search/"))
    for code in (third(site), "en"):
        assert ANSWERS[code][0].encode() in index


def test_the_check_finds_nothing(site: TestSite) -> None:
    assert check(site.config) == ()


def test_the_pages_are_valid(site: TestSite) -> None:
    assert nu_errors((site.root / "output").rglob("*.html")) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_break_no_rule_of_accessibility_and_fit(
    site: TestSite, serve: Serve, new_page: NewPage, width: int
) -> None:
    address = serve(site.root / "output", "/haber/")
    page = new_page(viewport={"width": width, "height": 800})
    lang = third(site)
    for link in ("", f"{lang}/", story(site, lang)[0], story(site, f"tr-{lang}")[0]):
        page.goto(address + link)
        assert axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, link


def test_what_is_not_translated_yet_is_marked_and_labelled(tmp_path: Path) -> None:
    with fake_services() as fake:
        fake.fault, fake.wrong = "null", lambda text, number: text == ASKED[3]
        fake.languages = {"en": dict(zip(ASKED, ANSWERS["en"], strict=True))}
        site = make_site(tmp_path, PARTIAL.format(service=fake.address("google"), url=URL))
        site.story("vapur", body=BODY, **STORY)
        done = build(site.config, Options(jobs=1), None, "2025-07-23")
    assert done.published
    assert done.translated is not None
    assert done.translated.pending == 1  # the second block of the body

    _, page = story(site, "en")
    [block] = page.select(".body > .pending")
    assert text(block, ".note") == "Not translated yet."
    assert (one(block, "div")["lang"], one(block, "div")["dir"]) == ("tr", "ltr")
    assert text(block, "div") == ASKED[3]
    assert len(page.select(".body > :not(.pending)")) == 3
    assert ASKED[3] not in text(page, ".body").replace(block.get_text(), "")

    _, both = story(site, "tr-en")
    second = both.select(".body > .pair:has(> .number)")[1]
    assert text(second, ".original") == ASKED[3]
    assert text(second, ".translation") == "Not translated yet."

    html = feedparser.parse(site.output()["en/feed.xml"]).entries[0].content[0].value
    assert (
        f'<p><em>Not translated yet.</em></p><div dir="ltr" lang="tr"><h2>{ASKED[3]}</h2></div>'
        in html
    )
    assert {problem.code for problem in check(site.config)} == {"pending-translation"}


def test_an_incomplete_translation_is_nowhere_until_it_is_complete(tmp_path: Path) -> None:
    with fake_services() as fake:
        fake.fault, fake.wrong = "null", lambda text, number: text == ASKED[3]
        fake.languages = {"en": dict(zip(ASKED, ANSWERS["en"], strict=True))}
        whole = PARTIAL.replace(", partial: 0.5", "")
        site = make_site(tmp_path, whole.format(service=fake.address("google"), url=URL))
        site.story("vapur", body=BODY, **STORY)
        done = build(site.config, Options(jobs=1), None, "2025-07-23")
        assert done.published
        _, page = story(site, "tr")
        assert not page.select("link[hreflang=en]:not([type])")
        assert not feedparser.parse(site.output()["en/feed.xml"]).entries
        assert not [name for name in site.output() if name.startswith("tr-en/belediye")]
        fake.fault = ""
        assert build(site.config, Options(jobs=1), None, "2025-07-23").published
    story(site, "en")
    story(site, "tr-en")
    assert check(site.config) == ()
