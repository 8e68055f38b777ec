"""Saved pages: which of their lines are the article, and what their metadata adds."""

from __future__ import annotations

import quopri

import pytest

from digest.errors import IngestError
from digest.ingest import pages, rules
from digest.model import Source, Story

RULES = rules.load()
FIRST = "Gemiler dün sabah limana geldi ve bütün gün boyunca yük boşalttı."
SECOND = "Liman yönetimi, seferlerin yıl sonuna kadar süreceğini söyledi."
THIRD = "Rıhtımda bekleyen işçiler öğleden sonra yeni vardiyaya başladı ve akşama kadar çalıştı."
FOURTH = "Belediye, limana giden yolun hafta sonuna kadar onarılacağını ve açılacağını duyurdu."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"
LONG = f"{TEXT}<p>{THIRD}</p><p>{FOURTH}</p>"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def story(body: str, head: str = "") -> Story:
    (found,) = pages.parse(page(body, head), "x.html", "tr", RULES).stories
    return found


def fates(body: str, head: str = "") -> dict[str, str]:
    entries = pages.parse(page(body, head), "x.html", "tr", RULES).ledger.entries
    return {entry.text: ", ".join(map(str, entry.fates)) for entry in entries}


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"<!DOCTYPE HTML><title>x</title>", True),
        (b"\xef\xbb\xbf\r\n\t <html>", True),
        (b"<p>bir</p>", False),
        ("Başlık\n<html>".encode(), False),
        (b"", False),
    ],
)
def test_a_page_is_known_by_how_its_source_begins(data: bytes, is_one: bool) -> None:
    assert pages.is_page(data) == is_one


@pytest.mark.parametrize("name", ["x.mhtml", "X.MHT"])
@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml"])
def test_of_a_page_saved_with_its_pictures_the_html_is_read(name: str, kind: str) -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=abc\n\n"
    picture = b"--abc\nContent-Type: image/png\n\nx\n"
    source = quopri.encodestring(page(f"<h1>Liman açıldı</h1>{TEXT}"))
    html = f"--abc\nContent-Type: {kind}\nContent-Transfer-Encoding: quoted-printable\n\n".encode()
    data = head + picture + html + source + b"\n--abc--\n"
    (found,) = pages.parse(data, name, "tr", RULES).stories
    assert (found.original.title, found.original.body) == ("Liman açıldı", f"{FIRST}\n\n{SECOND}\n")
    with pytest.raises(IngestError, match="no page in it") as error:
        pages.parse(head + picture + b"--abc--\n", name, "tr", RULES)
    assert error.value.message == "there is no page in it."
    assert error.value.hint == "Save the page again, as HTML."


def test_a_page_of_nothing_is_none() -> None:
    with pytest.raises(IngestError, match="no page in it") as error:
        pages.parse(b"", "x.html", "tr", RULES)
    assert error.value.message == "there is no page in it."
    assert error.value.hint == "Save the page again, as HTML."


@pytest.mark.parametrize("charset", ['charset=koi8-r"', "charset = 'koi8-r'", 'CHARSET="KOI8-R"'])
def test_a_page_is_read_in_the_charset_that_it_names(charset: str) -> None:
    text = f'<html><head><meta {charset}></head><body><h1>Привет</h1>{"<p>Корабли пришли утром в порт и стоят.</p>"}</body></html>'  # fmt: skip
    found = pages.parse(text.encode("koi8-r"), "x.html", "tr", RULES)
    assert (found.ledger.encoding, found.ledger.titles) == ("koi8-r", ("Привет",))


HEADLINE = '<meta property="og:title" content="{}">'


@pytest.mark.parametrize(
    ("body", "named", "title"),
    [
        ("<h1>Örnek Haber</h1><h1>Liman açıldı</h1>", "Liman açıldı", "Liman açıldı"),
        ("<p>Liman açıldı</p><h1>Liman açıldı</h1>", "Liman açıldı", "Liman açıldı"),
        ("<h1>Örnek Haber</h1><p>Liman açıldı</p>", "Liman açıldı", "Liman açıldı"),
        ("<h1>Örnek Haber</h1><h1>Liman açıldı</h1>", "Liman açıldı - Örnek Haber", "Liman açıldı"),
        ("<h1>Göl kuruyor</h1><h1>Liman açıldı</h1>", "Başka bir başlık", "Göl kuruyor"),
        ("<h1>Göl kuruyor</h1>", "", "Göl kuruyor"),
    ],
    ids=["heading", "heading before text", "text", "with the site's name", "first", "alone"],
)
def test_the_headline_is_the_heading_that_the_page_names_or_its_first(
    body: str, named: str, title: str
) -> None:
    assert story(body + TEXT, HEADLINE.format(named)).original.title == title


def test_the_line_of_the_headline_is_its_heading_and_not_a_link_above_it() -> None:
    body = f"<p>Liman açıldı</p><p>Ayrıntılar aşağıda</p><h1>Liman açıldı</h1>{TEXT}"
    entries = pages.parse(page(body, HEADLINE.format("Liman açıldı")), "x.html", "tr", RULES).ledger.entries  # fmt: skip
    kinds = [entry.fates[0].kind for entry in entries]
    assert kinds == ["dropped", "dropped", "headline", "body", "body"]


TABLE = "<table><tr><td>Kuzey limanı</td><td>Günde on iki gemi yanaşıyor ve yük boşaltıyor</td></tr></table>"
SHARE = "<div class='share'>Bize ulaşın</div>"
TEASER = "Grevin ardından ilk gemi dün akşam limana yanaştı."
MORE = "".join(f"<p>Rıhtımın {n}. bölümünde çalışmalar sürüyor ve vinçler gün boyunca yük taşıyor.</p>" for n in range(9))  # fmt: skip
OUTSIDE = "dropped by outside-article"


@pytest.mark.parametrize(
    ("body", "line", "fate"),
    [
        (f"<div>Son dakika</div><h1>Liman açıldı</h1><article>{LONG}</article>", "Son dakika", OUTSIDE),
        (f"<h1>Liman açıldı</h1>{LONG}<footer>Bize ulaşın</footer>", "Bize ulaşın", OUTSIDE),
        (f"<h1>Liman açıldı</h1>{TEXT}{SHARE}<p>{THIRD}</p><p>{FOURTH}</p>", "Bize ulaşın", OUTSIDE),
        (f"<h1>Liman açıldı</h1><article>{LONG}</article><div class='comments'><p>{FIRST[:-1]}, oradaydım.</p></div>", f"{FIRST[:-1]}, oradaydım.", OUTSIDE),
        (f"<h1>Liman açıldı</h1>{LONG}<footer>Liman</footer>", "Liman", OUTSIDE),
        (f"<h1>Liman açıldı</h1><table><tr><td>{LONG}</td></tr></table><div class='footer'>Bize ulaşın</div>", "Bize ulaşın", OUTSIDE),
        (f"<h1>Liman açıldı</h1><table><tr><td>{LONG}</td></tr></table>", FOURTH, "body paragraph 4"),
        (f"<h1>Liman açıldı</h1><article>{LONG}{SHARE}<table><tr><td>{TEASER}</td></tr></table>{SHARE}{MORE}</article>", TEASER, "body paragraph 5"),
        (f"<h1>Liman açıldı</h1><article>{TEXT}{TABLE}{MORE}</article>", "Kuzey limanı", "body paragraph 3"),
        (f"<h1>Liman açıldı</h1><article>{TEXT}{TABLE}{MORE}</article>", "Günde on iki gemi yanaşıyor ve yük boşaltıyor", "body paragraph 4"),
        (f"<h1>Liman açıldı</h1><article>{LONG}<p class='teaser'>{TEASER}</p>{MORE}</article>", TEASER, "body paragraph 5"),
        (f"<h1>Liman açıldı</h1><div class='share'>Grevin ardından yeni dönem başladı</div>{LONG}", "Grevin ardından yeni dönem başladı", "standfirst"),
        (f"<article><p>Deniz haberleri</p><h1>Liman açıldı</h1><div class='share'>Grevin ardından yeni dönem başladı</div>{LONG}</article>", "Grevin ardından yeni dönem başladı", "standfirst"),
        (f"<div>Son dakika</div><div>22 Temmuz 2025</div><h1>Liman açıldı</h1><article>{LONG}</article>", "22 Temmuz 2025", OUTSIDE),
        (f"<h1>Liman açıldı</h1>{LONG}<footer>22 Temmuz 2025</footer>", "22 Temmuz 2025", OUTSIDE),
        (f"<h1>Liman açıldı</h1>{TEXT}<p>Yük\nboşaltılıyor.</p><p>{THIRD}</p>", "Yük boşaltılıyor.", "body paragraph 3"),
    ],
    ids=["above", "below", "between", "comment", "word of the article", "outside a table", "in a table", "one cell", "short cell", "long cell", "teaser", "standfirst", "kicker", "date above", "date below", "broken line"],
)  # fmt: skip
def test_what_is_the_article_and_what_stands_around_it(body: str, line: str, fate: str) -> None:
    assert fates(body)[line] == fate


def test_what_runs_on_in_the_text_of_a_page_is_its_article() -> None:
    text = f"<article>{FIRST}<br><br>{SECOND}<br><b>Yük boşaltıldı</b><br>{THIRD}<br>Haber: Ali Veli</article>"
    found = story(f"<h1>Liman açıldı</h1>{text}<footer>Yük boşaltma</footer>")
    assert found.original.author == "Ali Veli"
    assert found.original.body == f"{FIRST}\n\n{SECOND}\n\n## Yük boşaltıldı\n\n{THIRD}\n"


def test_lists_and_sub_heads_are_the_articles() -> None:
    text = f"<p>{FIRST}</p><ul><li>X kuşağı</li><li>Y kuşağı</li></ul><h2>Yük boşaltıldı, gemiler gitti.</h2><p>{THIRD}</p><p>{FOURTH}</p>"
    found = story(f"<h1>Liman açıldı</h1><article>{text}</article>")
    assert found.original.body == (
        f"{FIRST}\n\n- X kuşağı\n- Y kuşağı\n\n## Yük boşaltıldı, gemiler gitti.\n\n{THIRD}\n\n{FOURTH}\n"
    )


def test_where_no_article_is_seen_every_line_is_kept() -> None:
    assert fates("<aside>Gemiler dün geldi.</aside>") == {"Gemiler dün geldi.": "unplaced"}
    assert fates("") == {}
    assert (
        story(f"<h1>Liman açıldı</h1><aside>{TEXT}</aside>").original.body
        == f"{FIRST}\n\n{SECOND}\n"
    )
    assert story(f"<h1>Liman açıldı</h1><aside>{FIRST}</aside>").original.body == f"{FIRST}\n"


def test_of_a_page_without_a_heading_no_photos_text_is_the_headline() -> None:
    photo = "<div>Son dakika</div><figure><figcaption>Yeni gemi</figcaption></figure>"
    found = story(f"{photo}<article><p>Liman açıldı</p>{LONG}</article>")
    assert (found.original.title, found.original.caption) == ("Liman açıldı", "")


def test_a_page_that_is_one_form_is_a_page() -> None:
    body = f"<nav><p>Ana Sayfa</p></nav><h1>Liman açıldı</h1><article>{LONG}</article><button>Ara</button>"
    assert fates(f"<form>{body}</form>") == fates(body)
    assert story(f"<form>{body}</form>") == story(body)


def test_the_text_of_a_photo_that_is_the_headline_is_no_caption() -> None:
    figure = "<figure><figcaption>{}</figcaption></figure>"
    body = f"{figure.format('Liman açıldı')}{figure.format('Yeni gemi')}<article>{LONG}</article>"
    found = story(body, HEADLINE.format("Liman açıldı")).original
    assert (found.title, found.caption) == ("Liman açıldı", "Yeni gemi")


def test_of_a_page_without_a_heading_the_byline_on_top_counts() -> None:
    share = "<div class='share'>Muhabir: Ali Veli</div>"
    found = story(f"{share}<article><p>Liman açıldı</p>{LONG}</article>").original
    assert (found.title, found.author) == ("Liman açıldı", "Ali Veli")


def test_a_photos_text_is_a_caption_below_the_headline_and_the_first_alone() -> None:
    figure = "<figure><figcaption>{}</figcaption></figure>"
    body = f"{figure.format('Eski gemi')}<h1>Liman açıldı</h1>{figure.format('Yeni gemi')}<p>{FIRST}</p>{figure.format('Son gemi')}<p>{SECOND}</p>{figure.format('Reklam')}"
    assert story(body).original.caption == "Yeni gemi"
    assert fates(body)["Eski gemi"] == fates(body)["Reklam"] == OUTSIDE


def test_the_text_of_another_photo_that_runs_on_in_the_article_goes() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>"
    body = f"<article><h1>Liman açıldı</h1><p>{FIRST}</p>{figure.format('Yeni gemi')}<p>{SECOND}</p>{figure.format('Son gemi')}<p>{THIRD}</p></article>"
    assert (story(body).original.caption, fates(body)["Son gemi"]) == ("Yeni gemi", OUTSIDE)


def test_a_menu_within_the_article_is_none_of_it() -> None:
    body = f"<article><h1>Liman açıldı</h1><p>{FIRST}</p><nav><ul><li>Ana Sayfa</li></ul></nav><p>{SECOND}</p></article>"
    assert fates(body)["Ana Sayfa"] == OUTSIDE


def test_a_date_and_byline_outside_the_article_are_taken_where_they_stand_in_the_page() -> None:
    body = f"<h1>Liman açıldı</h1><div class='meta'><span>22.07.2025 11:47</span></div><div><div>Muhabir: Ali Veli</div></div><article>{TEXT}</article>"
    found = story(body)
    assert (found.date, found.original.author) == ("2025-07-22T11:47", "Ali Veli")


@pytest.mark.parametrize(
    ("stated", "summary"),
    [
        ("Seferler yeniden başladı.", "Seferler yeniden başladı."),
        ("Seferler yeniden baş...", ""),
        ("Seferler yeniden baş…", ""),
        (FIRST, ""),
        (f"{FIRST} {SECOND}", ""),
    ],
    ids=["its own", "cut off", "cut off", "first paragraph", "beginning of the text"],
)
def test_a_description_is_the_standfirst_unless_it_is_cut_off_or_the_text_says_it(
    stated: str, summary: str
) -> None:
    head = f'<meta property="og:description" content="{stated}">'
    assert story(f"<h1>Liman açıldı</h1>{TEXT}", head).original.summary == summary


def test_what_the_lines_of_an_article_say_counts_before_what_its_page_states() -> None:
    head = '<meta name="author" content="Site"><meta property="og:site_name" content="Örnek"><meta property="article:tag" content="site"><meta property="og:url" content="https://ornek.example/a">'
    assert story(f"<h1>Liman açıldı</h1>{TEXT}").sources == ()
    bare = story(f"<h1>Liman açıldı</h1>{TEXT}", head)
    assert (bare.original.author, bare.tags) == ("Site", ("site",))
    assert bare.sources == (Source("Örnek", "https://ornek.example/a"),)
    body = f"<article><h1>Liman açıldı</h1><p>Muhabir: Ali Veli</p>{TEXT}<p>Kaynak: Reuters</p><p>#Liman #Gemi</p></article>"
    full = story(body, head)
    assert (full.original.author, full.tags) == ("Ali Veli", ("Liman", "Gemi"))
    assert full.sources == (Source("Reuters"),)
    stated = '<meta name="og:description" content="Seferler yeniden başladı.">'
    body = f"<h1>Liman açıldı</h1><div class='share'>Grevin ardından yeni dönem başladı</div>{LONG}"
    assert story(body, stated).original.summary == "Grevin ardından yeni dönem başladı"


def test_an_update_at_the_time_of_publication_is_none() -> None:
    head = (
        '<meta name="date" content="2025-07-22T11:47"><meta name="lastmod" content="2025-07-22T{}">'
    )
    body = f"<h1>Liman açıldı</h1>{TEXT}"
    assert (story(body, head.format("11:47")).date, story(body, head.format("11:47")).updated) == ("2025-07-22T11:47", "")  # fmt: skip
    assert story(body, head.format("12:00")).updated == "2025-07-22T12:00"
    lines = "<p>22.07.2025 11:47</p><p>Güncelleme: 23.07.2025 10:00</p>"
    body = f"<article><h1>Liman açıldı</h1>{lines}{LONG}</article>"
    assert story(body).updated == "2025-07-23T10:00"
