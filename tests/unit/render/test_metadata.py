"""What pages say of themselves to machines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from digest.model import Alternate, Article, Frame, Image, Link, Origin, Page, Source, Story
from digest.render import structured
from tests.unit.render.examples import (
    URL,
    article,
    every_page,
    frame,
    list_page,
    pair_page,
    soup,
    story_page,
)


def data(page: Page) -> Any:
    script = soup(page).select_one("script[type='application/ld+json']")
    assert script is not None
    return json.loads(str(script.string))


def hreflang(made: BeautifulSoup) -> list[tuple[str, str]]:
    found = made.select("head link[hreflang]")
    return [(str(link["hreflang"]), str(link["href"]).removeprefix(URL)) for link in found]


def canonical(made: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in made.select("link[rel=canonical]")]


def test_each_version_names_all_versions_itself_included() -> None:
    everyone = [("tr", "tr/muzakereler/"), ("en", "en/talks/"), ("x-default", "tr/muzakereler/")]
    assert hreflang(soup(story_page("tr"))) == everyone
    assert hreflang(soup(story_page("en"))) == everyone


def test_a_default_that_the_plan_names_is_not_named_twice() -> None:
    versions = (Alternate("tr", "tr/"), Alternate("en", "en/"), Alternate("x-default", ""))
    page = replace(list_page("home", "tr/"), alternates=versions)
    assert hreflang(soup(page)) == [("tr", "tr/"), ("en", "en/"), ("x-default", "")]


def test_a_page_in_one_language_alone_names_no_versions() -> None:
    assert hreflang(soup(replace(story_page("tr"), alternates=()))) == []


def test_the_side_by_side_page_points_to_the_original_and_claims_no_version() -> None:
    made = soup(pair_page())
    assert canonical(made) == [f"{URL}tr/muzakereler/"]
    assert hreflang(made) == []
    assert not made.select("script[type='application/ld+json']")


def test_the_front_page_is_its_own_address() -> None:
    assert canonical(soup(every_page()["front"])) == [URL]


def test_the_404_page_has_no_address() -> None:
    made = soup(every_page()["notfound"])
    assert canonical(made) == []
    assert not made.select("meta[property]")


def test_feeds_are_found_by_their_format_and_full_name() -> None:
    found = soup(story_page("tr")).select("head link[type^='application/']")
    assert [(link["type"], link["title"], link["href"]) for link in found] == [
        ("application/rss+xml", "Sabah Postası: Türkçe", f"{URL}tr/feed.xml"),
        ("application/feed+json", "Sabah Postası: Türkçe", f"{URL}tr/feed.json"),
    ]


def test_previews_show_headline_text_and_picture() -> None:
    made = soup(every_page()["pictured"])
    found = {str(m["property"]): m["content"] for m in made.select("meta[property]")}
    assert found["og:type"] == "article"
    assert found["og:title"] == "Müzakereler sürüyor"
    assert found["og:url"] == f"{URL}tr/muzakereler/"
    assert found["og:image"] == f"{URL}images/2025-07/dam.jpg"
    assert found["og:image:alt"] == "Baraj"
    assert found["og:locale"] == "tr_TR"
    assert found["article:published_time"] == "2025-07-22T11:47:00+03:00"


def test_lists_are_described_by_what_they_hold() -> None:
    made = soup(every_page()["edition"])
    description = made.select_one("meta[name=description]")
    assert description is not None
    assert description["content"] == "21 Temmuz 2025 Pazartesi: 6 haber. Her gün, iki dilde."


def test_the_original_names_its_translations() -> None:
    found = data(story_page("tr"))
    assert found["@type"] == "NewsArticle"
    assert found["inLanguage"] == "tr"
    assert found["workTranslation"] == [
        {
            "@type": "NewsArticle",
            "@id": f"{URL}en/talks/",
            "headline": "Talks go on",
            "inLanguage": "en",
        }
    ]
    assert "translationOfWork" not in found


def test_a_translation_names_its_original_and_the_machine_that_made_it() -> None:
    found = data(story_page("en", en=article("en", origin=Origin("machine", engine="google"))))
    assert found["translationOfWork"]["@id"] == f"{URL}tr/muzakereler/"
    assert found["translator"] == {"@type": "Organization", "name": "Google Translate"}
    assert "translator" not in data(story_page("en"))


def test_dates_that_are_not_known_are_not_claimed() -> None:
    found = data(story_page("tr", published="", added="2025-07-22"))
    assert not {"datePublished", "dateModified"} & found.keys()
    assert "dateModified" not in data(story_page("tr"))
    dated = data(story_page("tr", updated="2025-07-23"))
    assert (dated["datePublished"], dated["dateModified"]) == (
        "2025-07-22T11:47:00+03:00",
        "2025-07-23",
    )


def test_byline_place_picture_sources_and_publisher_are_told() -> None:
    own = article("tr", author="Elif Demir", place="Ankara", image=Image("a b.jpg"), credit="AA")
    sources = (Source("Reuters", "https://reuters.example/x"), Source("AA"))
    found = data(story_page("tr", tr=own, story=Story("a1", (own,), sources=sources)))
    assert found["author"] == {"@type": "Person", "name": "Elif Demir"}
    assert found["contentLocation"]["name"] == "Ankara"
    assert found["image"]["url"] == f"{URL}images/2025-07/a%20b.jpg"
    assert found["image"]["creditText"] == "AA"
    assert found["isBasedOn"][0] == "https://reuters.example/x"
    assert found["isBasedOn"][1]["publisher"]["name"] == "AA"
    assert found["publisher"]["name"] == "Sabah Postası"


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("", URL),
        ("tr/x/", f"{URL}tr/x/"),
        ("images/ışık.jpg", f"{URL}images/%C4%B1%C5%9F%C4%B1k.jpg"),
        ("images/a%b.jpg", f"{URL}images/a%25b.jpg"),
        ("images/a?b#c.jpg", f"{URL}images/a%3Fb%23c.jpg"),
        ("https://other.example/a?b=c#d", "https://other.example/a?b=c#d"),
    ],
)
def test_absolute_addresses_are_ascii(permalink: str, address: str) -> None:
    assert structured.absolute(permalink, frame("tr")) == address


@pytest.mark.parametrize(
    ("path", "src", "address"),
    [
        ("content/articles/2025-07/x.tr.md", "dam.jpg", "images/2025-07/dam.jpg"),
        ("content/articles/x.tr.md", "./dam.jpg", "images/dam.jpg"),
        ("content/articles/2025-07/x.tr.md", "x/dam.jpg", "images/2025-07/x/dam.jpg"),
    ],
)
def test_pictures_lie_below_images_as_they_lie_below_the_articles(
    path: str, src: str, address: str
) -> None:
    assert structured.picture(Article("tr", "", "", path=path), src) == address


def test_a_page_s_own_addresses_follow_the_site_s() -> None:
    made: Frame = frame("tr", "https://other.example/")
    assert structured.absolute("tr/x/", made) == "https://other.example/tr/x/"
    page = replace(story_page("tr"), feeds=(Link("", "tr/feed.xml"),))
    (feed,) = soup(page, "https://other.example/").select("head link[type^='application/']")
    assert (feed["title"], feed["href"]) == ("Sabah Postası", "https://other.example/tr/feed.xml")
