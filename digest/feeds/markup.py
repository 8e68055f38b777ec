"""A story's whole text as HTML that every feed reader accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import quote

from digest.feeds.setting import Setting
from digest.feeds.wire import absolute, clean, html, uri
from digest.model import Article, Block, Link, StoryContent


def version_texts(content: StoryContent, field: Callable[[Article], str]) -> list[str]:
    """Return a plain text of the story; original first, then translation, when side by side."""
    versions = [content.original, content.article] if content.pairs else [content.article]
    return [text for version in versions if (text := field(version))]


def whole_text(content: StoryContent, setting: Setting, sources: tuple[Link, ...]) -> str:
    """Return the whole story: its language on the root, and on each block when side by side."""
    parts = (
        _notice(content, setting),
        _standfirst(content, setting),
        _figure(content, setting),
        _body(content, setting),
        _undated(content, setting),
        _credits(setting, sources),
    )
    return setting.block(setting.page.lang, "".join(parts))


def _notice(content: StoryContent, setting: Setting) -> str:
    """Say that it is a translation, and where the original is."""
    origin, original = content.article.origin, content.original
    if content.article.lang == original.lang:
        return ""
    texts = setting.t.feed
    machine = texts.reviewed if origin.reviewed else texts.machine
    label = machine if origin.kind == "machine" else texts.human
    stale = f" {html(setting.t.translation.stale)}" if content.stale else ""
    address = html(uri(content.views[0].permalink, setting.frame.url))
    lang = html(original.lang)
    link = f'<a href="{address}" hreflang="{lang}" lang="{lang}">{html(original.title)}</a>'
    return f"<p><em>{html(label)}{stale} {html(texts.original)} {link}</em></p>"


def _standfirst(content: StoryContent, setting: Setting) -> str:
    return _in_languages(
        content, setting, lambda article: article.summary, "<p><strong>{}</strong></p>"
    )


def _in_languages(
    content: StoryContent, setting: Setting, field: Callable[[Article], str], form: str
) -> str:
    """Return a plain text as HTML; both versions' texts, each with its language, side by side."""
    article, original = content.article, content.original
    own = form.format(html(field(article))) if field(article) else ""
    if not content.pairs:
        return own
    other = form.format(html(field(original))) if field(original) else ""
    return (setting.block(original.lang, other) if other else "") + (
        setting.block(article.lang, own) if own else ""
    )


def picture_address(content: StoryContent, setting: Setting) -> str:
    """Return the absolute address of the story's picture, or nothing."""
    for article in (content.article, content.original):
        if article.image:
            return setting.frame.url + quote(setting.picture(article, article.image.src))
    return ""


def _figure(content: StoryContent, setting: Setting) -> str:
    """Return the picture with caption and credit; the caption alone where there is none."""
    credit = content.article.credit or content.original.credit
    caption = _in_languages(content, setting, lambda article: article.caption, "<p>{}</p>")
    if credit:
        caption += f"<p><small>{setting.t.story.photo(credit=clean(credit))}</small></p>"
    address = picture_address(content, setting)
    if not address:
        return caption
    alts = version_texts(content, lambda article: article.image.alt if article.image else "")
    shown = f'<img src="{html(address)}" alt="{html(" / ".join(alts))}">'
    return f"<figure>{shown}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _body(content: StoryContent, setting: Setting) -> str:
    if not content.pairs:
        return _own(content, setting)
    return "".join(
        setting.block(version.lang, _blocks(part, version, content, setting))
        for pair in content.pairs
        for version, part in (
            (content.original, pair.original),
            (content.article, pair.translation),
        )
        if part
    )


def _own(content: StoryContent, setting: Setting) -> str:
    """Return the body of a version; what is not translated yet says so, and its own language."""
    original, article = content.original, content.article
    if not content.pending:
        return _blocks(content.blocks, article, content, setting)
    note = f"<p><em>{html(setting.t.pair.missing)}</em></p>"
    parts = (
        note + setting.block(original.lang, _blocks((block,), original, content, setting))
        if at in content.pending
        else _blocks((block,), article, content, setting)
        for at, block in enumerate(content.blocks)
    )
    return "".join(parts)


def _blocks(
    body: Iterable[Block], article: Article, content: StoryContent, setting: Setting
) -> str:
    """Return blocks as HTML; relative links start from the page of the version they stand in."""
    permalink = next((view.permalink for view in content.views if view.lang == article.lang), "")
    page = uri(permalink, setting.frame.url)
    pictures = f"{setting.frame.url}{setting.picture(article, '')}/"
    return "".join(
        absolute(setting.render(block.text, block.references), page, pictures) for block in body
    )


def _undated(content: StoryContent, setting: Setting) -> str:
    text = html(setting.t.feed.undated)
    return "" if content.published else f"<p><small>{text}</small></p>"


def _credits(setting: Setting, sources: Iterable[Link]) -> str:
    names = ", ".join(
        f'<a href="{html(source.permalink)}">{html(source.name)}</a>'
        if source.permalink
        else html(source.name)
        for source in sources
    )
    return f"<p><small>{html(setting.t.story.sources)}: {names}</small></p>" if names else ""
