from __future__ import annotations

from pathlib import Path

import pytest

from digest.audit import BuiltSite, site_problems
from digest.audit.feeds import rss_findings
from tests.unit.audit.examples import URL, codes, config, html, site, story, write_articles

CLEAN = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:x="urn:x"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Özet</title>
<link>{URL}tr/</link>
<description>Haberler</description>
<atom:link rel="self" type="application/rss+xml" href="{URL}tr/feed.xml"/>
<language>tr</language>
<lastBuildDate>Tue, 22 Jul 2025 11:47:00 +0300</lastBuildDate>
<ttl>60</ttl>
<image><url>{URL}a.png</url><title>Özet</title><link>{URL}tr/</link></image>
<item>
<title>Haber</title>
<link>{URL}tr/a/</link>
<guid isPermaLink="false">0123456789ab.tr</guid>
<pubDate>Tue, 22 Jul 2025 11:47:00 +0300</pubDate>
<dc:language>tr</dc:language>
<dc:creator>Ayşe</dc:creator>
<source url="{URL}tr/kaynak/ap/">AP</source>
<description>Özet</description>
<content:encoded><![CDATA[<div lang="tr"><p><a href="{URL}">x</a></p></div>]]></content:encoded>
</item>
</channel>
</rss>
"""


def faults(text: str) -> list[str]:
    built = BuiltSite(Path("nowhere"), URL)
    return [found.message for found in rss_findings("tr/feed.xml", text.encode(), built)]


def test_a_clean_feed_is_no_finding() -> None:
    assert faults(CLEAN) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</rss>", "", "no XML"),
        ("xmlns:dc=", "xmlns:dd=", "no XML"),
        ('encoding="UTF-8"', 'encoding="ISO-8859-9"', "XML 1.0 in UTF-8"),
        ("<rss", "<!DOCTYPE rss><rss", "document type"),
        ('version="2.0"', 'version="3.0"', "version 2.0"),
        ("<title>Özet</title>\n<link>", "<link>", "channel has no title"),
        ("<description>Haberler</description>", "", "channel has no description"),
        ("<language>tr</language>", "", "channel has no language"),
        ("<language>tr</language>", "<language>türkçe</language>", "is no language code"),
        ("<ttl>60</ttl>", "<ttl>0</ttl>", "ttl is not"),
        ("<ttl>60</ttl>", "<ttl>60</ttl><ttl>6</ttl>", "more than one ttl"),
        ("<ttl>60</ttl>", "<x:y/>", "which RSS does not know"),
        ("<ttl>60</ttl>", "some text<ttl>60</ttl>", "text between"),
        ("<ttl>60</ttl>", '<ttl x="1">60</ttl>', "has an attribute x"),
        ("<ttl>60</ttl>\n", "", ""),
        ('rel="self"', 'rel="alternate"', 'no atom:link rel="self"'),
        (f'href="{URL}tr/feed.xml"', f'href="{URL}feed.xml"', "and it is at"),
        ('type="application/rss+xml"', 'type="text/xml"', "not of type"),
        ("a.png", "a.svg", "neither png"),
        ("</image>", "<width>200</width></image>", "between 1 and 144"),
        ("<url>", "<url>ş", "image address"),
        ("<title>Özet</title><link>", "<title>Başka</title><link>", "another title"),
        ("</item>", "</item><ttl>1</ttl>", "stands after an item"),
        ("<title>Haber</title>", "", "item has no title"),
        ("<title>Haber</title>", "<title> </title>", "is empty"),
        ("<title>Haber</title>", "<title>&lt;b&gt;Haber&lt;/b&gt;</title>", "holds HTML"),
        ("<title>Haber</title>", "<title>A &amp;amp; B</title>", "escaped twice"),
        ("<title>Haber</title>", "<title>\x9f</title>", "U+009F"),
        (f"<link>{URL}tr/a/</link>", "<link>../a/</link>", "is not absolute"),
        (f"<link>{URL}tr/a/</link>", f"<link>{URL}tr/ş/</link>", "is not ASCII"),
        (f"<link>{URL}tr/a/</link>", f"<link>{URL}tr/[a]/</link>", "holds a character"),
        ("<guid", "<category/><guid", "category"),
        (' isPermaLink="false"', "", "does not say isPermaLink"),
        ('isPermaLink="false"', 'isPermaLink="no"', "neither true nor false"),
        ("0123456789ab.tr", "1234", "another feed's"),
        ("<pubDate>Tue", "<pubDate>Wed", "was no Wed"),
        ("<pubDate>Tue, 22 Jul", "<pubDate>Tue, 22 Tem", "not a date"),
        ("<pubDate>Tue, 22 Jul 2025", "<pubDate>Sun, 31 Jun 2025", "no day of the calendar"),
        ("<pubDate>Tue, 22 Jul 2025", "<pubDate>Wed, 22 Jul 1970", "before 1990"),
        ("<pubDate>", "<pubDate>2025-07-22T11:47:00Z", "not a date"),
        ("<lastBuildDate>Tue, 22", "<lastBuildDate>Wed, 23", "comes from the clock"),
        ("<dc:language>tr", "<dc:language>en", 'item is in "en"'),
        ("<dc:creator>Ayşe</dc:creator>", "<author>Ayşe</author>", "no e-mail"),
        ("<dc:creator>", "<author>a@b.example</author><dc:creator>", "both author and"),
        (f'<source url="{URL}tr/kaynak/ap/">', "<source>", "source's url is empty"),
        ("<description>Özet</description>\n", "", "no description"),
        ("</description>\n<content", "</description><enclosure url='x'/><content", "no length"),
        ('<div lang="tr">', "<div>", "does not begin with lang"),
        ('<div lang="tr">', '<div lang="en">', 'does not begin with lang="tr"'),
        ("<p><a", "<script>x</script><p><a", "<script>"),
        ("<p><a", '<p onclick="x()"><a', "onclick"),
        ("<p><a", '<p style="color: red"><a', "style"),
        (f'<a href="{URL}">', '<a href="../a/">', "is not absolute"),
        (f'<a href="{URL}">', '<img src="a.png"><a>', "is not absolute"),
        ("<item>", "<item><atom:updated>2025-07-22</atom:updated>", "RFC 3339"),
    ],
)
def test_a_rule_that_is_broken_is_found(old: str, new: str, message: str) -> None:
    assert old in CLEAN
    found = faults(CLEAN.replace(old, new, 1))
    assert any(message in fault for fault in found) if message else not found, found


def test_content_before_its_description_is_found() -> None:
    parts = CLEAN.split("<description>Özet</description>\n")
    text = parts[0] + parts[1].replace("</item>", "<description>Özet</description></item>")
    assert any("no description before it" in fault for fault in faults(text))


def test_a_guid_on_two_items_is_found() -> None:
    item = CLEAN[CLEAN.index("<item>") : CLEAN.index("</channel>")]
    found = faults(CLEAN.replace("</channel>", item + "</channel>"))
    assert len([fault for fault in found if "more than one item" in fault]) == 2


def test_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY x "yyyyyyyyyyyyyyyyyyyy">]>\n<rss'
    text = CLEAN.replace("<rss", bomb, 1).replace("<title>Haber", "<title>&x;Haber")
    assert not any("yyyy" in fault for fault in faults(text))
    assert any("document type" in fault for fault in faults(text))


def test_a_fault_of_an_item_is_put_down_to_its_article(tmp_path: Path) -> None:
    made = story()
    write_articles(tmp_path, made)
    feed = CLEAN.replace("<title>Haber</title>", "<title>&lt;b>Haber&lt;/b></title>")
    files = {"tr/feed.xml": feed, "tr/a/index.html": html()}
    built = site(tmp_path, files, tr=(made.original.path,))
    (found,) = site_problems(config(tmp_path), (made,), built)
    assert (found.code, found.path) == ("feed", made.original.path)
    assert "output/tr/feed.xml:15" in found.message


def test_other_xml_is_left_alone(tmp_path: Path) -> None:
    built = site(tmp_path, {"x.xml": "<x/>", "y.json": "{}"})
    assert codes(list(site_problems(config(tmp_path), (), built))) == []
