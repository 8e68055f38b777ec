"""Feeds as the plan hands them over: a story in two languages, and a hostile one."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from digest.blocks import split
from digest.feeds import Setting
from digest.model import (
    Article,
    FeedContent,
    FeedItem,
    Frame,
    Image,
    Link,
    Origin,
    Page,
    Pair,
    Source,
    Story,
    StoryContent,
)
from digest.render.texts import Texts, read_texts

SITE = "https://digest.example/news/"
HOSTILE = "A & B < C ]]> \"D\" 'E' \x00\x0b\x85\x9f\ufffe\ufffd\ud800 \u2028 <script>x</script>"

ORIGINAL = Article(
    lang="tr",
    title="Ateşkes görüşmeleri: Hamas’la bağlantı koptu",
    body="Birinci paragraf, [bağlantı](https://örnek.example/ığdır işi).\n\nİkinci *paragraf*.",
    slug="ateskes-gorusmeleri",
    summary="Görüşmeler durdu & bekleniyor.",
    author="Ayşe Yılmaz",
    caption="İsrail'in saldırısı.",
    credit="AP",
    path="content/articles/2025-07/a.tr.md",
)
TRANSLATION = Article(
    lang="en",
    title="Ceasefire talks: contact with Hamas lost",
    body="First paragraph, a [link](https://örnek.example/ığdır işi).\n\nSecond *paragraph*.",
    slug="ceasefire-talks",
    summary="Talks have stopped.",
    caption="The Israeli attack.",
    origin=Origin("machine", engine="google", translated="2025-07-23"),
    path="content/articles/2025-07/a.en.md",
)
STORY = Story(
    id="0123456789ab",
    articles=(ORIGINAL, TRANSLATION),
    date="2025-07-22T11:47:00+03:00",
    imported="2025-07-23",
    sources=(Source("AP"), Source("Reuters", "https://reuters.example/r?a=1&b=2")),
    topics=("gazze",),
)


def markdown(block: str, references: str) -> str:
    """Stand in for the Markdown renderer: paragraphs and links, everything else as text."""
    text = html.escape(block, quote=True)
    text = re.sub(r"\[(.*?)\]\((.*?)\)", r'<a href="\2">\1</a>', text)
    return f"<p>{text}</p>"


def picture(article: Article, src: str) -> str:
    """Stand in for the rule by which pictures are published."""
    return f"images/2025-07/{src}".rstrip("/")


def content(lang: str = "tr", **changes: Any) -> StoryContent:
    article = STORY.version(lang) or STORY.original
    views = (
        Link("Türkçe", "tr/ateskes-gorusmeleri/", lang="tr", current=lang == "tr"),
        Link("English", "en/ceasefire-talks/", lang="en", current=lang == "en"),
        Link("Yan yana", "tr-en/ateskes-gorusmeleri/"),
    )
    made = StoryContent(
        story=STORY,
        article=article,
        original=ORIGINAL,
        blocks=split(article.body),
        pairs=(),
        day="2025-07-22",
        edition=None,
        published=STORY.date,
        updated="",
        added="",
        stale=False,
        topics=(Link("Gazze", "tr/konu/gazze/"),),
        sources=(Link("AP", "tr/kaynak/ap/"), Link("Reuters", "tr/kaynak/reuters/")),
        tags=("ateşkes",),
        views=views,
        previous=None,
        next=None,
        related=(),
        also=(),
    )
    return replace(made, **changes)


def pair_content() -> StoryContent:
    pairs = tuple(
        Pair((one,), (other,))
        for one, other in zip(split(ORIGINAL.body), split(TRANSLATION.body), strict=True)
    )
    views = content("en").views
    return content(
        "en",
        pairs=pairs,
        views=(views[0], views[1]._replace(current=False), views[2]._replace(current=True)),
    )


def hostile_content() -> StoryContent:
    article = Article(
        lang="tr",
        title=HOSTILE,
        body=HOSTILE,
        slug="x",
        summary=HOSTILE,
        author=HOSTILE,
        caption=HOSTILE,
        credit=HOSTILE,
        image=Image(src='a b"ğ<.jpg', alt=HOSTILE),
        path="content/articles/2025-07/x.tr.md",
    )
    story = Story(id="ba9876543210", articles=(article,), imported="2025-07-20")
    return content(
        story=story,
        article=article,
        original=article,
        blocks=split(article.body),
        published="",
        added="2025-07-20",
        topics=(Link(HOSTILE, "tr/konu/x/"),),
        sources=(Link(HOSTILE, ""),),
        tags=(HOSTILE,),
        views=(Link("Türkçe", "tr/x/", current=True),),
    )


def page(lang: str = "tr", *items: FeedItem, **changes: Any) -> Page:
    made = Page(
        kind="feed",
        lang=lang,
        permalink=f"{lang}/feed.xml",
        output=f"{lang}/feed.xml",
        template="",
        title="",
        description="",
        content=FeedContent(name="", home=f"{lang}/", items=items),
    )
    return replace(made, **changes)


def frame(lang: str) -> Frame:
    return Frame(
        lang=lang,
        dir="ltr",
        title="Özet" if lang == "tr" else "Digest",
        description="",
        url=SITE,
        home=Link("", f"{lang}/"),
        homes=(),
        topics=(),
        archive=None,
        sources=None,
        search=None,
        feeds=None,
        texts=(),
    )


@cache
def texts() -> dict[str, Texts]:
    return read_texts((Path(__file__).parents[3] / "templates",), ("tr", "en"))


def written(
    writer: Callable[..., bytes], made: Page, render: Callable[[str, str], str] = markdown
) -> bytes:
    """Write a page with `rss` or `json_feed`."""
    frames = {lang: frame(lang) for lang in ("tr", "en")}
    zone = ZoneInfo("Europe/Istanbul")
    return writer(Setting(made, frames, texts(), render, picture, zone, {}))
