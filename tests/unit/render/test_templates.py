"""What the shipped templates make of each kind of page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from digest.model import Block, Group, Image, Link, Origin, Pair
from tests.unit.render.examples import (
    HOSTILE,
    URL,
    article,
    every_page,
    list_page,
    pair_page,
    render,
    soup,
    story_page,
    teaser,
)

PAGES = every_page()
FULL = [kind for kind in PAGES if kind != "redirect"]


def text_of(page: BeautifulSoup, selector: str) -> str:
    found = page.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def links(page: BeautifulSoup) -> list[str]:
    elements = page.select("a[href], link[href], img[src], script[src]")
    return [str(element.get("href") or element.get("src")) for element in elements]


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_has_one_heading_of_the_first_order_and_says_its_language(kind: str) -> None:
    page = soup(PAGES[kind])
    assert len(page.select("h1")) == 1
    assert page.select_one(f'html[lang="{PAGES[kind].lang}"][dir="ltr"]')


@pytest.mark.parametrize("kind", PAGES)
def test_headings_never_skip_an_order(kind: str) -> None:
    orders = [int(h.name[1]) for h in soup(PAGES[kind]).select("h1, h2, h3, h4, h5, h6")]
    assert orders[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(orders))


@pytest.mark.parametrize("kind", FULL)
def test_every_page_has_landmarks_and_a_link_that_skips_to_the_content(kind: str) -> None:
    page = soup(PAGES[kind])
    for landmark in ("body > header", "body > main#main", "body > footer"):
        assert len(page.select(landmark)) == 1
    skip = page.select("body a")[0]
    assert skip["href"] == "#main"
    names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.select("nav")]
    assert all(names)
    assert len(set(map(str, names))) == len(names)


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind != "notfound"])
def test_links_between_pages_are_relative_and_lead_up_by_the_depth_of_the_page(kind: str) -> None:
    page = PAGES[kind]
    found = soup(page).select(
        "body a[href], link[rel=stylesheet], link[rel=icon], img, script[src]"
    )
    for element in found:
        address = str(element.get("href") or element.get("src"))
        assert address.startswith((page.root, "#")), address


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_has_inline_script_or_style(kind: str) -> None:
    page = soup(PAGES[kind])
    assert not page.select("style, [style], script:not([src]):not([type='application/ld+json'])")
    assert not re.search(r"<[^>]*\son\w+=", render(PAGES[kind]))


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_forbids_what_it_does_not_need(kind: str) -> None:
    policy = soup(PAGES[kind]).select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in str(policy["content"]).split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == "'none'"
    assert rules["style-src"] == "'self'"
    assert rules.get("script-src", "'self'") == "'self'"


@pytest.mark.parametrize("kind", PAGES)
def test_without_an_address_of_the_site_nothing_is_absolute(kind: str) -> None:
    html = render(PAGES[kind], url="")
    assert "http" not in re.sub(r"http-equiv", "", html)
    assert "canonical" not in html
    assert "hreflang" not in re.sub(r"<(a|body).*", "", html)
    assert "ld+json" not in html


def test_hostile_texts_stay_texts() -> None:
    hostile = article("tr", title=HOSTILE, summary=HOSTILE, author=HOSTILE, caption=HOSTILE)
    page = story_page("tr", tr=hostile, tags=(HOSTILE,), sources=(Link(HOSTILE, "tr/x/"),))
    html = render(page)
    made = soup(page)
    assert "<script>alert" not in html
    assert len(made.select("script")) == 1
    assert text_of(made, "h1") == " ".join(HOSTILE.split())
    assert len(made.select("title")) == 1


def test_structured_data_survives_hostile_texts() -> None:
    made = soup(story_page("tr", tr=article("tr", title=HOSTILE)))
    script = made.select_one("script")
    assert script is not None
    assert script.string is not None
    assert not set("<>&\u2028") & set(script.string)
    assert json.loads(script.string)["headline"] == HOSTILE


def test_a_machine_translation_is_labelled_with_its_engine_day_and_original() -> None:
    label = soup(PAGES["machine"]).select_one(".label.machine")
    assert label is not None
    words = " ".join(label.get_text(" ").split())
    assert words.startswith("Machine translation Translated from Turkish by Google Translate")
    assert "22 July 2025" in words
    assert [a["href"] for a in label.select("a")] == ["../../tr/muzakereler/"]


def test_a_reviewed_machine_translation_is_not_labelled() -> None:
    origin = Origin("machine", reviewed=True, engine="google", translated="2025-07-22")
    made = soup(story_page("en", en=article("en", origin=origin)))
    assert not made.select(".machine")
    assert text_of(made, ".label").startswith("Translated from Turkish.")


def test_the_side_by_side_page_labels_a_machine_translation_too() -> None:
    origin = Origin("machine", engine="deepl", translated="2025-07-22")
    made = soup(pair_page(en=article("en", origin=origin), stale=True))
    assert "DeepL" in text_of(made, ".label.machine")
    assert made.select_one(".label.stale")


def test_the_original_has_no_label() -> None:
    assert not soup(PAGES["story"]).select(".label")


def test_an_older_translation_says_that_the_original_has_changed() -> None:
    assert "updated since" in text_of(soup(PAGES["machine"]), ".label.stale")


def test_an_undated_story_says_when_it_was_added_and_claims_no_date() -> None:
    page = PAGES["undated"]
    made = soup(page)
    assert text_of(made, ".dateline") == "Eklendi: 22 Temmuz 2025"
    assert not made.select(".dateline time, meta[property='article:published_time']")
    assert "datePublished" not in render(page)


def test_a_change_on_the_day_of_publication_is_told_by_the_hour() -> None:
    made = soup(story_page("tr", updated="2025-07-22T13:05:00+03:00"))
    assert text_of(made, ".dateline") == "22 Temmuz 2025, 11:47 Güncellendi: 13:05"


def test_a_caption_without_a_picture_is_a_line_of_its_own() -> None:
    made = soup(PAGES["captioned"])
    assert not made.select("figure, img")
    assert text_of(made, ".body .caption") == "Fotoğraf altı Altyazı. Fotoğraf: AA"


def test_a_picture_has_its_size_its_description_and_its_caption() -> None:
    made = soup(PAGES["pictured"])
    image = made.select_one("figure img")
    assert image is not None
    assert image["src"] == "../../images/2025-07/dam.jpg"
    assert (image["width"], image["height"], image["alt"]) == ("1200", "800", "Baraj")
    assert text_of(made, "figcaption") == "Altyazı. Fotoğraf: AA"


def test_a_picture_within_the_text_is_found_from_the_page() -> None:
    made = soup(story_page("tr", blocks=(Block("image", "![Baraj](baraj.jpg)"),)))
    image = made.select_one(".body img")
    assert image is not None
    assert image["src"] == "../../images/2025-07/baraj.jpg"


def test_a_picture_s_name_may_hold_any_letter() -> None:
    odd = article("tr", image=Image("ışık #1.jpg"))
    image = soup(story_page("tr", tr=odd)).select_one("figure img")
    assert image is not None
    assert image["src"] == "../../images/2025-07/%C4%B1%C5%9F%C4%B1k%20%231.jpg"


def test_links_to_other_sites_are_not_vouched_for() -> None:
    made = soup(story_page("tr", sources=(Link("Reuters", "https://reuters.example/x?a=1&b=2"),)))
    link = made.select_one(".foot a[href^=http]")
    assert link is not None
    assert link["href"] == "https://reuters.example/x?a=1&b=2"
    assert link["rel"] == ["noopener", "nofollow"]


def test_a_source_without_an_address_is_a_name() -> None:
    made = soup(story_page("tr", sources=(Link("Reuters", ""),)))
    assert not made.select(".foot dd")[0].select("a")


def test_the_views_of_a_story_mark_the_one_that_is_open() -> None:
    views = soup(PAGES["story"]).select(".views a")
    assert [view.get_text() for view in views] == ["Türkçe", "English", "Yan yana"]
    assert [view.get("aria-current") for view in views] == ["page", None, None]
    assert [view.get("hreflang") for view in views] == ["tr", "en", None]


def test_a_reader_of_another_language_gets_home_where_there_is_no_translation() -> None:
    only = Link("", "tr/muzakereler/", lang="tr", current=True)
    page = replace(story_page("tr"), switch=(only,))
    assert [a["href"] for a in soup(page).select(".switch a")] == [
        "../../tr/muzakereler/",
        "../../en/",
    ]


def test_side_by_side_every_block_says_its_language() -> None:
    cells = soup(PAGES["pair"]).select(".body .pair > div")
    assert [cell["lang"] for cell in cells] == ["tr", "en"] * 2
    assert [text.get_text(strip=True) for text in cells] == [
        "Birinci.",
        "First.",
        "İkinci.",
        "Second.",
    ]


def test_side_by_side_a_missing_translation_is_told_and_a_stale_one_marked() -> None:
    one, other = Block("paragraph", "Yeni."), Block("paragraph", "Old.")
    made = soup(pair_page((Pair((one,), ()), Pair((one,), (other,), stale=True))))
    assert text_of(made, "#p1 .translation") == "Not translated yet."
    assert text_of(made, "#p2 .translation") == "Old. The original has changed"


def test_side_by_side_several_blocks_may_face_one() -> None:
    parts = tuple(Block("paragraph", text) for text in ("Bir.", "İki."))
    made = soup(pair_page((Pair(parts, (Block("paragraph", "Both."),)),)))
    assert len(made.select("#p1 .original p")) == 2
    assert len(made.select("#p1 .translation p")) == 1


def test_the_choice_of_languages_is_there_before_the_headlines_that_it_moves() -> None:
    html = render(PAGES["pair"])
    assert html.index('type="radio"') < html.index("<script src") < html.index("<h1")


def test_the_bilingual_front_page_sets_the_versions_of_a_story_side_by_side() -> None:
    rows = soup(PAGES["front"]).select(".group div.facing:has(.teaser)")
    assert [[cell["lang"] for cell in row.select(":scope > div")] for row in rows] == [["tr", "en"]]
    assert text_of(soup(PAGES["front"]), "h2.day") == "21 Temmuz 2025 Pazartesi Monday 21 July 2025"


def test_a_story_without_a_translation_leaves_its_place_on_the_front_page_empty() -> None:
    page = list_page("front", "", groups=(Group("2025-07-21", None, (teaser("tr"),)),))
    cells = soup(page).select(".group div.facing:has(.teaser) > div")
    assert [len(cell.select("article")) for cell in cells] == [1, 0]


def test_front_pages_lead_to_whole_editions_and_to_earlier_ones() -> None:
    made = soup(PAGES["home"])
    assert text_of(made, ".whole") == "Günün bütün haberleri 60"
    assert text_of(made, ".periods") == "19 Temmuz 2025 4"
    made = soup(PAGES["front"])
    assert [p.get_text(" ", strip=True) for p in made.select(".whole")] == [
        "Günün bütün haberleri 60",
        "All stories of the day 59",
    ]
    assert [a["href"] for a in made.select(".periods a")] == [
        "./tr/2025/07/19/",
        "./en/2025/07/18/",
    ]
    assert [a["href"] for a in made.select(".day a")] == ["./tr/2025/07/21/", "./en/2025/07/21/"]


@pytest.mark.parametrize("kind", ["front", "notfound"])
def test_a_page_of_all_languages_has_a_foot_in_each(kind: str) -> None:
    feet = soup(PAGES[kind]).select("body > footer > [lang]")
    assert [foot["lang"] for foot in feet] == ["tr", "en"]
    plates = [plate.get_text() for foot in feet for plate in foot.select(".nameplate")]
    assert plates == ["Sabah Postası", "Morning Post"]


def test_each_language_has_its_nameplate_on_the_front_page_unless_they_share_one() -> None:
    made = soup(PAGES["front"])
    plates = made.select(".masthead [lang] > .nameplate")
    assert [plate.get_text(strip=True) for plate in plates] == ["Sabah Postası", "Morning Post"]
    assert text_of(made, "h1") == "Sabah Postası · Morning Post"


def test_a_home_without_stories_says_so() -> None:
    assert text_of(soup(PAGES["empty"]), ".empty") == "Burada henüz haber yok."


def test_the_first_story_of_the_newest_day_leads_the_home() -> None:
    sizes = [" ".join(article["class"]) for article in soup(PAGES["home"]).select("article")]
    newest = ["teaser lead"] + ["teaser second"] * 3 + ["teaser brief"] * 2
    assert sizes == [*newest, "teaser second"]


def test_an_edition_is_headed_by_its_day_in_full() -> None:
    made = soup(PAGES["edition"])
    assert text_of(made, "h1") == "21 Temmuz 2025 Pazartesi"
    assert text_of(made, "title") == "21 Temmuz 2025 Pazartesi · Sabah Postası"


def test_a_month_has_a_calendar_whose_days_lead_to_editions() -> None:
    made = soup(PAGES["month"])
    assert text_of(made, "h1") == "Temmuz 2025"
    assert [len(row.select("td")) for row in made.select(".calendar tbody tr")] == [7] * 5
    days = made.select(".calendar td a")
    assert [(day.get_text(), day["href"]) for day in days] == [("21", "../../../tr/2025/07/21/")]
    assert days[0]["aria-label"] == "21 Temmuz 2025: 6 haber"


def test_the_archive_lists_the_months_of_each_year() -> None:
    made = soup(PAGES["archive"])
    assert text_of(made, "h2") == "2025 6 haber"
    assert text_of(made, ".periods") == "Temmuz 6"


def test_a_topic_leads_to_its_feed_and_to_all_topics() -> None:
    made = soup(PAGES["topic"])
    assert text_of(made, ".around") == "Konular"
    feed = made.select_one("a.feed")
    assert feed is not None
    assert feed["href"] == "../../../tr/konu/dis-iliskiler/feed.xml"


def test_the_feeds_page_names_each_feed_once_in_both_formats() -> None:
    made = soup(PAGES["feeds"])
    assert [text_of(made, f".feeds li:nth-of-type({n})") for n in (1, 2)] == [
        "tr RSS JSON",
        "en RSS JSON",
    ]


def test_a_redirect_leads_to_the_new_address_at_once() -> None:
    made = soup(PAGES["redirect"])
    refresh = made.select_one("meta[http-equiv=refresh]")
    canonical = made.select_one("link[rel=canonical]")
    assert refresh is not None
    assert canonical is not None
    assert refresh["content"] == "0; url=../../tr/yeni/"
    assert canonical["href"] == f"{URL}tr/yeni/"
    assert made.select_one("meta[name=robots][content=noindex]")


def test_the_404_page_speaks_every_language_and_works_at_any_depth() -> None:
    made = soup(PAGES["notfound"])
    assert [section["lang"] for section in made.select("main section")] == ["tr", "en"]
    assert all(address.startswith(("/haber/", "#")) for address in links(made))


def test_the_404_page_of_a_site_without_an_address_starts_at_the_host() -> None:
    assert all(address.startswith(("/", "#")) for address in links(soup(PAGES["notfound"], url="")))


def test_a_story_of_four_hundred_words_is_under_twelve_kilobytes() -> None:
    words = " ".join(["müzakereler"] * 40)
    page = story_page("tr", blocks=(Block("paragraph", words),) * 10)
    assert len(render(page).encode()) < 12_000


def test_the_header_is_that_of_the_page_s_language_and_depth() -> None:
    header = re.compile(r'<p class="nameplate">.*?</nav>', re.DOTALL)
    turkish, english = render(PAGES["story"]), render(PAGES["machine"])
    assert header.findall(turkish) == header.findall(render(PAGES["captioned"]))
    assert header.findall(turkish) != header.findall(english)
    assert 'href="../../en/source/">Sources' in english
    assert 'href="../tr/kaynak/">Kaynaklar' in render(PAGES["home"])
