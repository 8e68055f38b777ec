"""Settings of the Pelican site that digest is measured against."""

from __future__ import annotations

SITEURL = "https://news.example"
SITENAME = "Haber Özeti / News Digest"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Europe/Istanbul"
DEFAULT_LANG = "tr"
LOCALE = ("C.UTF-8",)
STATIC_PATHS: list[str] = []
DELETE_OUTPUT_DIRECTORY = False
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.smarty": {},
        "markdown.extensions.meta": {},
    },
    "output_format": "html5",
}

# Each language is a category; an article names its translation's address itself.
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
ARTICLE_URL = ARTICLE_LANG_URL = "{lang}/{section}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{lang}/{section}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
TAGS_URL = "tags/"
TAGS_SAVE_AS = "tags/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["tags", "sitemap"]
PAGINATED_TEMPLATES = {"category": 20}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = True
CATEGORY_FEED_RSS = "{slug}/index.xml"
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

TEXTS = {
    "tr": {
        "title": "Haber Özeti",
        "label": "Türkçe",
        "description": "Türkçe basından haberler ve İngilizceleri",
        "home": "Ana sayfa",
        "topics": "Konular",
        "sources": "Kaynaklar",
        "newer": "Daha yeni",
        "older": "Daha eski",
        "rights": "Metinlerin hakları yayımlandıkları kuruluşlarındır.",
        "other": "en",
        "months": [
            "Ocak",
            "Şubat",
            "Mart",
            "Nisan",
            "Mayıs",
            "Haziran",
            "Temmuz",
            "Ağustos",
            "Eylül",
            "Ekim",
            "Kasım",
            "Aralık",
        ],
    },
    "en": {
        "title": "News Digest",
        "label": "English",
        "description": "News from the Turkish press, and in English",
        "home": "Home",
        "topics": "Topics",
        "sources": "Sources",
        "newer": "Newer",
        "older": "Older",
        "rights": "The texts belong to the publishers that they come from.",
        "other": "tr",
        "months": [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    },
}
