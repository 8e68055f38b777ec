from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from digest.config import Config, Topic
from digest.model import Article, Image, Listing, Source, Story, Teaser
from digest.search import search_row

CONFIG = Config(
    root=Path(),
    titles=(),
    descriptions=(),
    url="",
    timezone="Europe/Istanbul",
    languages=("tr", "en"),
    topics=(
        Topic("dış politika", (("tr", "Dış politika"), ("en", "Foreign policy")), (), ()),
        Topic("gazze", (("tr", "Gazze"), ("en", "Gaza")), (), ()),
    ),
)
ORIGINAL = Article(
    lang="tr",
    title="Lavrov’un ziyareti",
    summary="Görüşme ertelendi.",
    body="Metinde [rapor](https://example.org/gizli_(adres)) var.\n\n## Ara başlık\n\nLavrov.",
    author="Ayşe Yazar",
    place="Ankara",
    caption="Resimaltı",
    credit="Reuters arşiv",
    image=Image("x.jpg", "Bir el sıkışma"),
)
TRANSLATION = Article(lang="en", title="Lavrov's visit", summary="Talks put off.", body="He came.")
STORY = Story(
    id="ab12",
    articles=(ORIGINAL, TRANSLATION),
    date="2025-07-22",
    sources=(Source("Independent Türkçe"),),
    tags=("barış",),
)


def listing(story: Story = STORY, day: str = "2025-07-22", published: int = 2) -> Listing:
    teasers = tuple(
        Teaser(
            story.id,
            a.lang,
            a.title,
            a.summary,
            f"{a.lang}/x/",
            day,
            day,
            (),
            a.lang == "en",
            "",
            (),
            (),
        )
        for a in story.articles[:published]
    )
    sources = tuple(source.name for source in story.sources)
    return Listing.of(
        story.id, day, day, True, "", ("dış politika", "gazze"), sources, (), teasers, (), (), "f00"
    )


ROW = search_row(STORY, listing(), CONFIG)


def test_a_word_counts_where_it_weighs_most() -> None:
    assert ROW.title == "lavrov visit ziyareti"
    lead = "ayse yazar ankara gorusme ertelendi talks put off independent turkce baris"
    lead += " dis politika foreign policy gazze gaza"
    assert set(ROW.lead.split()) == set(lead.split())
    assert {"metinde", "rapor", "baslik", "came", "resimalti", "reuters", "sikisma"} <= set(
        ROW.body.split()
    )
    assert "lavrov" not in ROW.body.split()


def test_addresses_of_links_are_not_searched() -> None:
    assert not {"https", "example", "org", "gizli", "adres"} & set(ROW.body.split())
    assert "var" in ROW.body.split()


def test_topics_and_languages_are_words_that_no_text_has() -> None:
    facets = {word for word in ROW.body.split() if word.startswith("_")}
    assert facets == {"_t-dış-politika", "_t-gazze", "_l-tr", "_l-en"}


def test_the_record_is_what_a_result_shows() -> None:
    assert json.loads(ROW.record) == [
        1,
        ["tr", "Lavrov’un ziyareti", "Görüşme ertelendi.", "tr/x/", 0],
        ["en", "Lavrov's visit", "Talks put off.", "en/x/", 1],
    ]


def test_a_version_that_is_not_published_is_not_found() -> None:
    row = search_row(STORY, listing(published=1), CONFIG)
    assert not {"visit", "came", "talks", "_l-en"} & set(" ".join(row[-3:]).split())


@pytest.mark.parametrize(("day", "ordinal"), [("2025-07-22", 739_454), ("", 1)])
def test_a_story_is_filed_by_its_day(day: str, ordinal: int) -> None:
    assert search_row(STORY, listing(day=day), CONFIG).day == ordinal


def test_hostile_text_stays_text() -> None:
    nasty = '</script><img src=x onerror=alert(1)>"\\\n\u2028'
    story = replace(STORY, articles=(replace(ORIGINAL, title=nasty),))
    assert json.loads(search_row(story, listing(story), CONFIG).record)[1][1] == nasty
