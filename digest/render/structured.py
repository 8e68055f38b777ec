"""What a story page says of itself to machines: schema.org NewsArticle as JSON-LD. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from json.encoder import encode_basestring as _json
from urllib.parse import quote

from digest.model import Article, Frame, Image, Page, Source, StoryContent

ENGINES = {
    "deepl": "DeepL",
    "google": "Google Translate",
    "libretranslate": "LibreTranslate",
    "mymemory": "MyMemory",
}
"""Names under which readers know the translation services."""

_UNSAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
_PLAIN = re.compile(r"[\w/.-]*", re.ASCII)


def absolute(permalink: str, frame: Frame) -> str:
    """Return the absolute address; one that is absolute already is left as it is."""
    return _absolute(permalink, frame.url)


@lru_cache(maxsize=1024)
def _absolute(permalink: str, url: str) -> str:
    if _PLAIN.fullmatch(permalink):
        return url + permalink
    if permalink.startswith(("http://", "https://")):
        return permalink
    return url + quote(permalink)


def picture(article: Article, src: str) -> str:
    """Return the address, from the site's root, of a picture that the article names."""
    folder = article.path.rpartition("/")[0].removeprefix("content/articles").strip("/")
    parts = [part for part in f"{folder}/{src}".split("/") if part not in {"", "."}]
    return "/".join(("images", *parts))


def engine(name: str) -> str:
    """Return the name under which readers know a translation service."""
    return ENGINES.get(name, name)


def news_article(page: Page, content: StoryContent, frame: Frame) -> str:
    """Return the story page's NewsArticle as JSON that is safe inside a script element.

    Every story page has one, and `json.dumps` takes several times as long for it.
    """
    article = content.article
    text = (
        '{"@context":"https://schema.org","@type":"NewsArticle"'
        f',"@id":{_json(absolute(page.permalink, frame))}'
        f',"headline":{_json(article.title)},"inLanguage":{_json(article.lang)}'
    )
    if content.published:
        text += f',"datePublished":{_json(content.published)}'
    if content.updated:
        text += f',"dateModified":{_json(content.updated)}'
    if article.author:
        text += f',"author":{_named("Person", article.author)}'
    if article.place:
        text += f',"contentLocation":{_named("Place", article.place)}'
    if article.image:
        text += f',"image":{_image(article, article.image, frame)}'
    text += _list("articleSection", [_json(topic.name) for topic in content.topics])
    text += _list("keywords", [_json(tag) for tag in content.story.tags])
    text += _list("isBasedOn", [_source(source) for source in content.story.sources])
    text += f"{_publisher(frame.title, frame.url)}{_versions(page, content, frame)}}}"
    for sign, code in _UNSAFE:
        if sign in text:
            text = text.replace(sign, code)
    return text


def _list(name: str, items: list[str]) -> str:
    return f',"{name}":[{",".join(items)}]' if items else ""


def _named(kind: str, name: str) -> str:
    return f'{{"@type":"{kind}","name":{_json(name)}}}'


@lru_cache
def _publisher(title: str, url: str) -> str:
    named = _named("Organization", title)[:-1]
    return f',"publisher":{named},"url":{_json(url)}}}'


def _image(article: Article, image: Image, frame: Frame) -> str:
    address = _json(absolute(picture(article, image.src), frame))
    caption = f',"caption":{_json(article.caption)}' if article.caption else ""
    credit = f',"creditText":{_json(article.credit)}' if article.credit else ""
    return f'{{"@type":"ImageObject","url":{address}{caption}{credit}}}'


def _source(source: Source) -> str:
    """Return the report that a story is based on: its address, or else whose it is."""
    if source.url:
        return _json(source.url)
    return f'{{"@type":"NewsArticle","publisher":{_named("Organization", source.name)}}}'


def _versions(page: Page, content: StoryContent, frame: Frame) -> str:
    """Name the original of a translation, or the translations of an original."""
    original, article = content.original, content.article
    if article.lang == original.lang:
        there = {other.lang for other in page.alternates}
        others = (other for other in content.story.articles[1:] if other.lang in there)
        return _list("workTranslation", [_work(other, page, frame) for other in others])
    text = f',"translationOfWork":{_work(original, page, frame)}'
    if article.origin.kind == "machine" and article.origin.engine:
        text += f',"translator":{_named("Organization", engine(article.origin.engine))}'
    return text


def _work(article: Article, page: Page, frame: Frame) -> str:
    own = [other.permalink for other in page.alternates if other.lang == article.lang]
    address = f',"@id":{_json(absolute(own[0], frame))}' if own else ""
    named = f'"headline":{_json(article.title)},"inLanguage":{_json(article.lang)}'
    return f'{{"@type":"NewsArticle"{address},{named}}}'
