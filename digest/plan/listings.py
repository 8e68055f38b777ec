"""Story → Listing: what lists, neighbours and feeds know of it. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from zoneinfo import ZoneInfo

from digest import blocks, turkish
from digest.config import Config
from digest.model import Article, Image, Listing, Story, Teaser

EXCERPT = 220
"""Characters of the first paragraph that stand in for a missing standfirst."""

Finder = Callable[[str], tuple[tuple[int, int, str], ...]]
_STOP_LENGTH = 4  # shorter words of a headline say too little to relate stories by


def topic_finder(config: Config) -> Finder:
    """Return a function that finds the topics' words in a text."""
    return turkish.finder(tuple({word for topic in config.topics for word in topic.words}))


def topics_of(story: Story, config: Config, find: Finder) -> tuple[str, ...]:
    """Return the keys of a story's topics in the order of config.yaml.

    Those that its front matter names (unknown ones aside); where it names none, those of which
    a word stands in the headline or standfirst, or twice in the text.
    """
    if story.topics:
        return tuple(topic.key for topic in config.topics if topic.key in story.topics)
    article = story.original
    weights: dict[str, int] = {}
    for text, weight in ((f"{article.title}. {article.summary}", 2), (article.body, 1)):
        for _, _, word in find(text):
            weights[word] = weights.get(word, 0) + weight
    return tuple(
        topic.key
        for topic in config.topics
        if sum(weights.get(word, 0) for word in topic.words) >= 2
    )


def listing(story: Story, config: Config, content: str, topics: tuple[str, ...]) -> Listing:
    """Return a story's listing; `content` is the fingerprint of its files."""
    when = story.date or story.imported
    day = _day(when, config.timezone)
    sources = tuple([source.name for source in story.sources])
    return Listing.of(
        id=story.id,
        moment=moment(when, config.timezone),
        day=day,
        dated=bool(story.date),
        updated=story.updated,
        topics=topics,
        sources=sources,
        also=story.also,
        teasers=tuple(
            _teaser(story, article, topics, day, sources)
            for article in story.articles
            if is_published(article, story, config)
        ),
        aliases=tuple((a.lang, alias) for a in story.articles for alias in a.aliases),
        words=headline_words(story.original.title),
        content=content,
    )


def is_published(article: Article, story: Story, config: Config) -> bool:
    """Return whether a version is shown: a machine translation needs its share of segments."""
    marks = article.origin.segments
    if article is story.original or article.origin.kind != "machine" or not marks:
        return True
    done = sum(1 for mark in marks if mark.written)
    return done >= config.translation.partial * len(marks)


def slug_of(article: Article) -> str:
    """Return an article's slug; one that a person wrote without it has its headline's."""
    return article.slug or turkish.slug(article.title)


def headline_words(title: str) -> tuple[str, ...]:
    """Return the words of a headline by which stories are related, without suffixes, sorted."""
    words = {word[:6] for word in turkish.words(title) if len(word) >= _STOP_LENGTH}
    return tuple(sorted(words))


def excerpt(article: Article) -> str:
    """Return the standfirst, or the start of the body's first paragraph, as plain text."""
    if article.summary:
        return article.summary
    start = article.body.lstrip()[: EXCERPT * 8]
    for block in blocks.split(start):
        if block.kind == "paragraph":
            return _shorten(blocks.plain(block.text, block.references))
    return ""


def _filed(image: Image, path: str) -> str:
    """Return the path, from content/articles/, of the picture of the article at `path`."""
    folder = path.rsplit("/", 1)[0].removeprefix("content/articles").strip("/")
    return f"{folder}/{image.src}".strip("/")


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _teaser(
    story: Story, article: Article, topics: tuple[str, ...], day: str, sources: tuple[str, ...]
) -> Teaser:
    image = article.image
    return Teaser(
        story=story.id,
        lang=article.lang,
        title=article.title,
        summary=excerpt(article),
        permalink=f"{article.lang}/{slug_of(article)}/",
        day=day,
        time=story.date,
        topics=topics,
        machine=article.origin.kind == "machine" and not article.origin.reviewed,
        image=_filed(image, article.path) if image else "",
        sizes=(*image.widths, image.width) if image and image.widths else (),
        sources=sources,
    )


def moment(when: str, zone: str, *, start: bool = False) -> str:
    """Return the UTC time of a date as `YYYY-MM-DDTHH:MM:SSZ`, empty for an empty one.

    A day without a time counts as its end, so that it leads its edition, or as its `start`.
    """
    if not when:
        return ""
    if len(when) == 10:
        clock = "00:00:00" if start else "23:59:59"
        local = dt.datetime.fromisoformat(f"{when}T{clock}").replace(tzinfo=_zone(zone))
    else:
        local = dt.datetime.fromisoformat(when)
    return local.astimezone(dt.UTC).isoformat(timespec="seconds")[:19] + "Z"


def _day(when: str, zone: str) -> str:
    if len(when) <= 10:
        return when
    return dt.datetime.fromisoformat(when).astimezone(_zone(zone)).date().isoformat()


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
