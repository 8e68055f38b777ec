"""A small invented site: every kind of page, as the plan would hand it to the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from digest.model import (
    Alternate,
    Article,
    Block,
    Frame,
    Group,
    Image,
    Link,
    ListContent,
    Origin,
    Page,
    Pair,
    Period,
    Source,
    Story,
    StoryContent,
    Teaser,
    TextContent,
)
from digest.render.engine import Engine
from digest.render.texts import Texts, read_texts

SHIPPED = Path(__file__).parents[3] / "templates"
LANGUAGES = ("tr", "en")
URL = "https://example.org/haber/"
TOPICS = {
    "tr": Link("Dış İlişkiler", "tr/konu/dis-iliskiler/", key="dis"),
    "en": Link("Foreign Affairs", "en/topic/foreign-affairs/", key="dis"),
}
HOSTILE = """<script>alert(1)</script>"'&\u2028</title>"""


@cache
def texts() -> Mapping[str, Texts]:
    """The shipped interface texts."""
    return read_texts((SHIPPED,), LANGUAGES)


@cache
def engine() -> Engine:
    """The shipped templates."""
    return Engine((SHIPPED,))


def own(folder: Path, **templates: str) -> Engine:
    """An engine with these templates alone, by name without `.html`; it keeps what it compiled."""
    (folder / "templates").mkdir()
    for name, text in templates.items():
        (folder / "templates" / f"{name}.html").write_text(text, encoding="utf-8")
    return Engine((folder / "templates",), folder / "compiled")


def frame(lang: str, url: str = URL) -> Frame:
    paths = texts()[lang].paths
    homes = tuple(
        Link(str(texts()[other].language), f"{other}/", lang=other) for other in LANGUAGES
    )
    return Frame(
        lang=lang,
        dir="ltr",
        title={"tr": "Sabah Postası", "en": "Morning Post"}[lang],
        description={"tr": "Her gün, iki dilde.", "en": "Every day, in two languages."}[lang],
        url=url,
        home=Link("", f"{lang}/"),
        homes=homes,
        topics=(TOPICS[lang],),
        archive=Link("", f"{lang}/{paths.archive}/"),
        sources=Link("", f"{lang}/{paths.source}/"),
        search=Link("", f"{lang}/{paths.search}/"),
        feeds=Link("", f"{lang}/{paths.feeds}/") if url else None,
        texts=(Link("About", f"{lang}/about/"),),
    )


def frames(url: str = URL) -> dict[str, Frame]:
    return {lang: frame(lang, url) for lang in LANGUAGES}


def render(page: Page, url: str = URL, within: Engine | None = None) -> str:
    return (within or engine()).render(page, frames(url), texts())


def soup(page: Page, url: str = URL) -> BeautifulSoup:
    return BeautifulSoup(render(page, url), "html.parser")


def article(lang: str, **fields: Any) -> Article:
    known: dict[str, Any] = {
        "tr": {"title": "Müzakereler sürüyor", "body": "Birinci.\n\nİkinci."},
        "en": {"title": "Talks go on", "body": "First.\n\nSecond.", "origin": Origin("human")},
    }
    path = f"content/articles/2025-07/talks.{lang}.md"
    slug = {"tr": "muzakereler", "en": "talks"}[lang]
    return Article(**{"lang": lang, "slug": slug, "path": path, **known[lang], **fields})


def teaser(lang: str = "tr", **fields: Any) -> Teaser:
    known = {
        "story": "b2", "lang": lang, "title": "Eski haber", "summary": "Özet.",
        "permalink": f"{lang}/eski/", "day": "2025-07-21", "time": "2025-07-21T09:30:00+03:00",
        "topics": ("dis",), "machine": False, "image": "", "sizes": (), "sources": ("AA",),
    }  # fmt: skip
    return Teaser(**{**known, **fields})


def paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Block("paragraph", part) for part in text.split("\n\n"))


def story_page(
    lang: str = "tr", *, tr: Article | None = None, en: Article | None = None, **fields: Any
) -> Page:
    """The story's page in a language; fields are those of its StoryContent."""
    versions = {"tr": tr or article("tr"), "en": en or article("en")}
    own = versions[lang]
    address = {one: f"{one}/{version.slug}/" for one, version in versions.items()}
    views = tuple(Link("", address[one], lang=one, current=one == lang) for one in LANGUAGES)
    known: dict[str, Any] = {
        "story": Story("a1", tuple(versions.values()), sources=(Source("Reuters"),)),
        "article": own,
        "original": versions["tr"],
        "blocks": paragraphs(own.body),
        "pairs": (),
        "day": "2025-07-22",
        "edition": Link("2025-07-22", f"{lang}/2025/07/22/"),
        "published": "2025-07-22T11:47:00+03:00",
        "updated": "",
        "added": "",
        "stale": False,
        "topics": (TOPICS[lang],),
        "sources": (Link("Reuters", f"{lang}/kaynak/reuters/"),),
        "tags": (),
        "views": (*views, Link("Türkçe – English", "tr-en/muzakereler/", lang="tr-en")),
        "previous": teaser(lang),
        "next": None,
        "related": (teaser(lang),),
        "also": (),
    }
    return Page(
        kind="story",
        lang=lang,
        permalink=address[lang],
        output=f"{address[lang]}index.html",
        template="story.html",
        title=own.title,
        description=own.summary or own.body[:60],
        content=StoryContent(**{**known, **fields}),
        canonical=address[lang],
        alternates=tuple(Alternate(one, address[one]) for one in LANGUAGES),
        switch=known["views"],
        feeds=(Link("Türkçe", "tr/feed.xml", lang="tr"), Link("Türkçe", "tr/feed.json", lang="tr")),
    )


def pair_page(pairs: tuple[Pair, ...] | None = None, **fields: Any) -> Page:
    page = story_page("en", **fields)
    content = page.content
    assert isinstance(content, StoryContent)
    blocks = zip(paragraphs(content.original.body), content.blocks, strict=True)
    made = tuple(Pair((one,), (other,)) for one, other in blocks) if pairs is None else pairs
    views = tuple(view._replace(current=view.lang == "tr-en") for view in content.views)
    return replace(
        page,
        kind="pair",
        permalink="tr-en/muzakereler/",
        output="tr-en/muzakereler/index.html",
        template="pair.html",
        content=replace(content, pairs=made, views=views),
        canonical="tr/muzakereler/",
        alternates=(),
        switch=views,
        original_lang="tr",
    )


def list_page(
    kind: str, permalink: str, lang: str = "tr", *, title: str = "", **fields: Any
) -> Page:
    known: dict[str, Any] = {
        "day": "", "name": "", "groups": (), "periods": (), "links": (),
        "newer": None, "older": None, "up": None, "count": 0,
    }  # fmt: skip
    content = ListContent(**{**known, **fields})
    return Page(
        kind=kind, lang=lang, permalink=permalink, output=f"{permalink}index.html",
        template=f"{kind}.html", title=title, description="", content=content, canonical=permalink,
        switch=tuple(Link("", f"{one}/", lang=one, current=one == lang) for one in LANGUAGES),
    )  # fmt: skip


def every_page() -> dict[str, Page]:
    """One page of each kind, and stories of several sorts."""
    machine = article("en", origin=Origin("machine", engine="google", translated="2025-07-22"))
    pictured = {
        lang: article(
            lang, summary="Özet.", author="Elif Demir", place="Ankara", caption="Altyazı.",
            credit="AA", image=Image("dam.jpg", "Baraj", 1200, 800),
        )
        for lang in LANGUAGES
    }  # fmt: skip
    both = tuple(teaser(lang, title=f"Başlık {lang}") for lang in LANGUAGES)
    many = tuple(
        teaser(story=f"s{n}", title=f"Haber {n}", image="x/y.jpg", sizes=(480, 960, 1200))
        for n in range(6)
    )
    day = Group("2025-07-21", Link("2025-07-21", "tr/2025/07/21/"), many)
    editions = tuple(
        Link(name, f"{lang}/{name.replace('-', '/')}/", count, lang=lang)
        for name, count, lang in (
            ("2025-07-21", 60, "tr"), ("2025-07-19", 4, "tr"),
            ("2025-07-21", 59, "en"), ("2025-07-18", 2, "en"),
        )
    )  # fmt: skip
    newest = day._replace(link=editions[0])
    days = (Period("2025-07-21", 6, "tr/2025/07/21/"),)
    months = (Period("2025-07", 6, "tr/2025/07/"), Period("2025", 6, "tr/2025/"))
    about = article("tr", title="Hakkında", body="Bir **gazete**.")
    feeds = tuple(
        Link(lang, f"{lang}/feed.{form}", lang=lang)
        for lang in LANGUAGES
        for form in ("xml", "json")
    )
    topic_feed = Link("Dış İlişkiler", "tr/konu/dis-iliskiler/feed.xml", lang="tr")
    up = Link("", "tr/konu/")
    return {
        "story": story_page("tr"),
        "translation": story_page("en"),
        "machine": story_page("en", en=machine, stale=True),
        "pictured": story_page("tr", tr=pictured["tr"], also=(teaser(),), tags=("su",)),
        "undated": story_page("tr", published="", added="2025-07-22"),
        "captioned": story_page("tr", tr=article("tr", caption="Altyazı.", credit="AA")),
        "alone": story_page("tr", views=(), previous=None, related=(), topics=(), sources=()),
        "pair": pair_page(),
        "pictured-pair": pair_page(tr=pictured["tr"], en=pictured["en"]),
        "front": list_page("front", "", groups=(Group("2025-07-21", None, both),), links=editions),
        "home": list_page(
            "home", "tr/", groups=(newest, replace_day(day, "2025-07-20")), links=editions[:2]
        ),
        "empty": list_page("home", "tr/"),
        "edition": list_page("edition", "tr/2025/07/21/", day="2025-07-21", groups=(day,), count=6),
        "month": list_page(
            "month", "tr/2025/07/", day="2025-07", groups=(day,), periods=days, count=6
        ),
        "year": list_page("year", "tr/2025/", day="2025", periods=months[:1], count=6),
        "archive": list_page("archive", "tr/arsiv/", periods=months, count=6),
        "topic": replace(
            list_page(
                "topic", TOPICS["tr"].permalink, name="Dış İlişkiler", groups=(day,), count=6, up=up
            ),
            feeds=(topic_feed,),
        ),
        "source": list_page(
            "source", "tr/kaynak/aa/", name="AA", groups=(day,), periods=months, count=60
        ),
        "topics": list_page("topics", "tr/konu/", links=(TOPICS["tr"]._replace(count=6),)),
        "sources": list_page("sources", "tr/kaynak/", links=(Link("AA", "tr/kaynak/aa/", 6),)),
        "text": Page(
            "text",
            "tr",
            "tr/hakkinda/",
            "tr/hakkinda/index.html",
            "text.html",
            "Hakkında",
            "",
            TextContent(about, paragraphs(about.body)),
            canonical="tr/hakkinda/",
        ),
        "feeds": Page(
            "feeds",
            "tr",
            "tr/abone/",
            "tr/abone/index.html",
            "feeds.html",
            "Abone ol",
            "",
            None,
            canonical="tr/abone/",
            feeds=(*feeds, topic_feed),
        ),
        "redirect": Page(
            "redirect",
            "tr",
            "tr/eski-ad/",
            "tr/eski-ad/index.html",
            "redirect.html",
            "Yeni",
            "",
            Link("Yeni", "tr/yeni/"),
        ),
        "notfound": Page(
            "notfound", "tr", "404.html", "404.html", "notfound.html", "404", "", None
        ),
    }


def replace_day(group: Group, day: str) -> Group:
    return Group(day, group.link, group.teasers[:1])
