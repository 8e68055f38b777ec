"""JSON Feed 1.1, beside the main feeds. See https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from typing import Any, cast

from digest.feeds.content import Item, item
from digest.feeds.rss import ICON, description, home, title
from digest.feeds.setting import Setting
from digest.feeds.wire import clean, rfc3339, uri
from digest.model import FeedContent


def json_feed(setting: Setting) -> bytes:
    """Return the feed of the setting's page, whose content is a FeedContent."""
    content = cast(FeedContent, setting.page.content)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title(setting),
        "home_page_url": home(setting),
        "feed_url": uri(setting.frame.url + setting.page.permalink),
        "description": description(setting),
        "icon": uri(setting.frame.url + ICON),
        "language": setting.page.lang,
        "items": [_item(item(entry, setting)) for entry in content.items],
    }
    return (clean(json.dumps(feed, ensure_ascii=False, indent=1)) + "\n").encode()


def _item(entry: Item) -> dict[str, Any]:
    """Return one item, without the fields that it has nothing to say in."""
    fields = {
        "id": entry.guid,
        "url": entry.link,
        "title": clean(entry.title),
        "summary": clean(entry.summary),
        "content_html": clean(entry.html),
        "image": entry.image,
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated) if entry.updated else "",
        "authors": [{"name": clean(entry.author)}] if entry.author else [],
        "tags": [clean(subject) for subject in entry.subjects],
        "language": entry.lang,
    }
    return {key: value for key, value in fields.items() if value}
