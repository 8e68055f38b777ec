"""What a feed is written with, beside its stories."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo
from typing import Any

from digest.feeds.wire import html
from digest.model import Article, Frame, Page
from digest.records import record

Render = Callable[[str, str], str]
"""A Markdown block, and the link definitions that it may use → safe HTML."""
Picture = Callable[[Article, str], str]
"""An article and the path of a picture beside it → the picture's permalink."""
Texts = Mapping[str, Any]
"""Language → its interface texts, keys as attributes."""


@record
class Setting:
    """What a feed needs beside its stories."""

    page: Page
    """The feed's own page."""
    frames: Mapping[str, Frame]
    texts: Texts
    render: Render
    picture: Picture
    zone: tzinfo
    """The site's time zone, for stories that are dated by the day alone."""
    items: dict[str, Any]
    """The latest items made, by guid: the site's feeds share them, since many hold the same."""

    @property
    def frame(self) -> Frame:
        """The frame of the feed's language."""
        return self.frames[self.page.lang]

    @property
    def t(self) -> Any:
        """The interface texts of the feed's language."""
        return self.texts[self.page.lang]

    def block(self, lang: str, inner: str) -> str:
        """Wrap HTML with its language and direction."""
        return f'<div lang="{html(lang)}" dir="{self.frames[lang].dir}">{inner}</div>'
