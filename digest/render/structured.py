"""What a story page says of itself to machines: schema.org NewsArticle as JSON-LD. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any
from urllib.parse import quote

from digest.model import Article, Frame, Page, Story, StoryContent

ENGINES = {
    "deepl": "DeepL",
    "google": "Google Translate",
    "libretranslate": "LibreTranslate",
    "mymemory": "MyMemory",
}
"""Names under which readers know the translation services."""

_UNSAFE_SIGN = re.compile("[<>&\u2028\u2029]")
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
    """Return the story page's NewsArticle as JSON that is safe inside a script element."""
    text = _json({key: value for key, value in _facts(page, content, frame) if value})
    if _UNSAFE_SIGN.search(text):
        for sign, code in _UNSAFE:
            text = text.replace(sign, code)
    return text


def _json(value: Any) -> str:
    """Return texts, lists, and mappings of our own keys as JSON.

    For ones this small `json.dumps` takes several times as long.
    """
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is dict:
        items = [
            f'"{key}":{encode_basestring(inner) if type(inner) is str else _json(inner)}'
            for key, inner in value.items()
        ]
        return f"{{{','.join(items)}}}"
    return f"[{','.join(map(_json, value))}]"


def _facts(page: Page, content: StoryContent, frame: Frame) -> tuple[tuple[str, Any], ...]:
    article, story = content.article, content.story
    address = absolute(page.permalink, frame)
    return (
        ("@context", "https://schema.org"),
        ("@type", "NewsArticle"),
        ("@id", address),
        ("headline", article.title),
        ("inLanguage", article.lang),
        ("datePublished", content.published),
        ("dateModified", content.updated),
        ("author", article.author and {"@type": "Person", "name": article.author}),
        ("contentLocation", article.place and {"@type": "Place", "name": article.place}),
        ("image", _image(article, frame)),
        ("articleSection", [topic.name for topic in content.topics]),
        ("keywords", list(story.tags)),
        ("isBasedOn", _sources(story)),
        ("publisher", {"@type": "Organization", "name": frame.title, "url": frame.url}),
        *_versions(page, content, frame),
    )


def _image(article: Article, frame: Frame) -> dict[str, str] | None:
    if article.image is None:
        return None
    image = {
        "@type": "ImageObject",
        "url": absolute(picture(article, article.image.src), frame),
        "caption": article.caption,
        "creditText": article.credit,
    }
    return {key: value for key, value in image.items() if value}


def _sources(story: Story) -> list[Any]:
    return [
        source.url
        or {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": source.name}}
        for source in story.sources
    ]


def _versions(page: Page, content: StoryContent, frame: Frame) -> tuple[tuple[str, Any], ...]:
    """Name the original of a translation, or the translations of an original."""
    addresses = {other.lang: absolute(other.permalink, frame) for other in page.alternates}
    original, article = content.original, content.article
    if article.lang == original.lang:
        others = [
            _work(other, addresses)
            for other in content.story.articles[1:]
            if other.lang in addresses
        ]
        return (("workTranslation", others),)
    service = article.origin.engine if article.origin.kind == "machine" else ""
    return (
        ("translationOfWork", _work(original, addresses)),
        ("translator", service and {"@type": "Organization", "name": engine(service)}),
    )


def _work(article: Article, addresses: dict[str, str]) -> dict[str, str]:
    work = {
        "@type": "NewsArticle",
        "@id": addresses.get(article.lang, ""),
        "headline": article.title,
        "inLanguage": article.lang,
    }
    return {key: value for key, value in work.items() if value}
