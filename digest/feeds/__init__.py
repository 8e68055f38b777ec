"""What machines subscribe to: RSS 2.0, JSON Feed 1.1, sitemaps. Pure, in bytes out.

- wire.py: text, addresses and dates in the forms that XML and feeds allow
- setting.py: what a feed is written with; markup.py: a story's whole text as HTML
- content.py: a story → one item; rss.py, jsonfeed.py: items → a file
- sitemaps.py: addresses → sitemaps, news sitemap, robots.txt
"""

from __future__ import annotations

from digest.feeds.jsonfeed import json_feed as json_feed
from digest.feeds.rss import rss as rss
from digest.feeds.setting import Setting as Setting
