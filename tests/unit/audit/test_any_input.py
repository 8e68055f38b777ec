"""Built files and front matter may hold anything: the checks report it, and never break."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.audit.built import _page
from digest.audit.feeds import rss_findings
from digest.audit.fields import field_problems
from digest.audit.identify import count, language
from digest.audit.jsonfeeds import json_findings
from digest.audit.links import Gathered
from digest.audit.pages import read_page
from digest.audit.site import BuiltSite
from digest.audit.sitemaps import sitemap_findings
from tests.unit.audit.examples import URL
from tests.unit.audit.test_feeds import CLEAN

SITE = BuiltSite(Path("nowhere"), URL)
TAGS = st.sampled_from(
    ["html", "a", "link", "img", "script", "style", "meta", "form", "source", "base", "svg"]
)
NAMES = st.sampled_from(
    ["href", "src", "srcset", "rel", "hreflang", "lang", "id", "style", "onclick", "class",
     "http-equiv", "content", "action", "type"]
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["alternate", "canonical", "stylesheet", "refresh", "0;url=//[", "http://[", "#%zz", ", ,",
         "machine label", "../../../..", "//", "javascript:x", "%ff"]
    ),
)  # fmt: skip
ATTRIBUTES = st.lists(st.builds('{}="{}"'.format, NAMES, VALUES), max_size=4).map(" ".join)
ELEMENTS = st.builds("<{} {}>".format, TAGS, ATTRIBUTES)
PAGES = st.lists(ELEMENTS, max_size=6).map(lambda tags: "".join(tags).encode("utf-8", "replace"))
KEYS = st.sampled_from(["id", "url", "items", "language", "title"])
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "url", "items", "language", "title"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(
    st.lists(ELEMENTS, max_size=6).map("".join).map(lambda text: text.encode("utf-8", "replace"))
)
@example(b"")
@example(b"\x00")
@example(b"<!doctype html>")
def test_any_page_is_read(data: bytes) -> None:
    page = read_page("tr/x/index.html", data)
    for finding in _page(page, SITE, Gathered(), ("tr", "en"), set()):
        assert finding.output == "tr/x/index.html"


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    read_page("x.html", data)
    for findings in (
        rss_findings("x.xml", data, SITE),
        json_findings("x.json", data, SITE),
        sitemap_findings("x.xml", data, SITE, set()),
    ):
        assert all(finding.message for finding in findings)


@settings(max_examples=100)
@given(st.integers(0, len(CLEAN) - 1), st.integers(1, 40), st.text(max_size=6))
def test_any_damage_to_a_feed_is_survived(start: int, length: int, instead: str) -> None:
    text = CLEAN[:start] + instead + CLEAN[start + length :]
    assert all(
        f.message for f in rss_findings("tr/feed.xml", text.encode("utf-8", "replace"), SITE)
    )


@settings(max_examples=100)
@given(VALUE, VALUE)
def test_any_json_is_survived(one: object, other: object) -> None:
    feed = {"version": "x", "items": [one, {"id": other, "url": other, "title": one}]}
    for value in (one, feed):
        data = json.dumps(value).encode()
        assert all(finding.message for finding in json_findings("x.json", data, SITE))


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    list(field_problems("x", f"---\n{text}\n---\n", translation=True))
    assert language(count(text)) in ("", *"ar de en es fr it nl ru tr".split())
