"""Dumps to articles: what was put in comes out, whatever the page's shape, and every line is accounted for."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from digest import blocks, turkish
from digest.config import Rule
from digest.errors import IngestError
from digest.ingest import parse, reading, rules
from digest.ingest.captions import Caption
from digest.ingest.draft import Draft
from digest.ingest.ledger import Fate
from digest.ingest.parse import Parsed
from tests.support import news

RULES = rules.load()
SEED = Path(__file__).parents[3] / "content/raw/000_f6128a2512dc4a1a.txt"


def parsed(text: str | bytes, name: str = "x.txt", known: rules.Rules = RULES) -> Parsed:
    return reading.read(text.encode() if isinstance(text, str) else text, name, "tr", known)


def body(story_body: str) -> list[str]:
    return story_body.strip().split("\n\n")


def test_the_seed_gives_its_two_articles() -> None:
    first, second = (story for story in parsed(SEED.read_bytes()).stories)
    assert first.original.title.startswith("Rusya Savunma Bakanı Lavrov: “Rusya hiçbir zaman")
    assert (first.original.caption, first.original.credit, first.sources) == (
        "Rusya Dışişleri Bakanı Sergey Lavrov.", "Reuters arşiv", (),
    )  # fmt: skip
    assert len(body(first.original.body)) == 4
    assert body(first.original.body)[0].startswith("Rusya Dışişleri Bakanı Sergey Lavrov, “Rusya")
    assert second.original.title == "Ateşkes görüşmeleri: Hamas’la bağlantı koptu"
    assert second.original.caption.startswith("İsrail'in Gazze Şeridi'ne 7 Ekim 2023'ten")
    assert second.original.caption.endswith("kişi de yaralandı")
    assert second.original.credit == "AP"
    assert [source.name for source in second.sources] == [
        "Independent Türkçe",
        "Times of Israel",
        "Reuters",
    ]
    assert len(body(second.original.body)) == 13
    assert not re.search("\u00a0|\\bTT\\b|  ", first.original.body + second.original.body)
    assert not (first.date or first.updated or second.date or second.updated)


def encoded(text: str, how: str, end: str) -> bytes:
    text = text.replace("\n", end)
    if how == "nfd":
        return unicodedata.normalize("NFD", text).encode()
    if how == "cp1254":
        return (
            text.translate(dict.fromkeys(map(ord, "\u200b"), ""))
            .replace("\u2009", " ")
            .encode("cp1254")
        )
    return text.encode(how)


@settings(max_examples=150)
@given(
    seed=st.integers(0, 10**9),
    count=st.integers(1, 6),
    how=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1254", "nfd"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
@example(seed=0, count=3, how="utf-8", end="\n")
def test_the_articles_that_were_put_in_come_out(seed: int, count: int, how: str, end: str) -> None:
    chance = random.Random(seed)
    form = news.shape(chance)
    articles = {article.title: article for article in (news.news(chance) for _ in range(count))}
    if not (form.widget or form.between > 1):
        # Where nothing else tells them apart, a headline printed once more is one line among others.
        articles = {t: a for t, a in articles.items() if a.captions or not a.summary}
    lines = news.page(list(articles.values()), form, chance)
    found = parsed(encoded("\n".join(lines), how, end))
    assert [story.original.title for story in found.stories] == list(articles)
    for story, article in zip(found.stories, articles.values(), strict=True):
        original = story.original
        assert body(original.body) == [
            ("## " if at in article.subheads else "") + blocks.escape(text)
            for at, text in enumerate(article.body)
        ]
        assert (original.summary, original.author) == (article.summary, article.author)
        assert original.credit == article.credit
        assert all(text in original.caption for text, _ in article.captions)
        assert tuple(source.name for source in story.sources) == article.sources
        assert (story.date, story.updated, story.tags) == ("", "", ())


PIECES = (
    "", "", "TT", "Paylaş", "Gündem", "Ankara", "Independent Türkçe, Reuters", "İlgili Haberler", "Yorumlar (3)",
    "Kuzey limanında grev başladı", "Kuzey limanında grev başladı", "Liman kapısı (AP)", "Liman kapısı (AP)",
    "Giriş Tarihi: 22.07.2025 11:47", "Muhabir: Ali Veli", "Fotoğraf: AA", "#Hamas #Gazze", "Kaynak: AA", "=====",
    "ANKARA (AA) - Bakanlık yeni planını bugün açıkladı.", "Uzun bir cümle burada başlıyor ve burada bitiyor.",
    "Sendikaya göre işçilerin çoğu iş başı yapmadı. Yönetim ise bunu reddetti. (Reuters)", "Evet.", "---",
    "• Birinci madde", "• İkinci madde", "1. Birinci", "2. İkinci", "https://ornek.example/a", "Etiketler:", "liman",
)  # fmt: skip


@settings(max_examples=400)
@given(
    st.lists(
        st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
        max_size=30,
    )
)
def test_every_line_is_accounted_for_and_body_lines_are_in_the_body(lines: list[str]) -> None:
    try:
        found = parsed("\n".join(lines))
    except IngestError:
        assume(False)  # control characters alone: no text
    entries = found.ledger.entries
    assert [entry.line for entry in entries] == list(range(1, len(entries) + 1))
    for entry in entries:
        assert entry.fates
        for fate in entry.fates:
            assert (fate.kind == "dropped") == bool(fate.rule)
            assert (fate.kind == "repeat") == bool(fate.of)
            assert 0 <= fate.of < entry.line
            if fate.kind == "blank":
                assert not turkish.clean(entry.text).strip()
            if [one.kind for one in entry.fates] == ["body"]:
                blocks_there = body(found.stories[fate.article - 1].original.body)
                shown = turkish.fold(blocks.plain(blocks_there[fate.paragraph - 1]))
                said = re.sub(r"^\W*\d+[.)] ", "", turkish.fold(entry.text))
                assert _words(said) <= _words(shown)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text))


def test_repeats_name_the_line_that_they_repeat() -> None:
    entries = parsed(SEED.read_bytes()).ledger.entries
    for entry in entries:
        for fate in entry.fates:
            if fate.kind == "repeat":
                assert turkish.fold(entries[fate.of - 1].text) == turkish.fold(entry.text)


def test_a_rule_of_the_site_holds_anywhere() -> None:
    known = rules.load((Rule("kutu", ("Bültenimizi kaçırmayın",), ("Sponsor:",)),))
    text = "Başlık burada duruyor\n\nBirinci cümle burada bitiyor.\nBÜLTENİMİZİ KAÇIRMAYIN:\nSponsor: Örnek\nİkinci cümle burada bitiyor.\n"
    found = parsed(text, known=known)
    assert [str(entry.fates[0]) for entry in found.ledger.entries][3:5] == ["dropped by kutu"] * 2
    assert len(body(found.stories[0].original.body)) == 2


def test_a_line_that_a_rule_knows_stays_where_it_stands_alone_between_paragraphs() -> None:
    text = "Başlık burada duruyor\n\nBirinci cümle burada bitiyor.\nFacebook\nİkinci cümle burada bitiyor.\nTT\nÜçüncü cümle burada bitiyor.\n"
    assert len(body(parsed(text).stories[0].original.body)) == 5


def test_of_what_follows_an_article_a_list_of_other_news_never_takes_its_second_half() -> None:
    half = "".join(
        f"{n}. bölümde uzun uzun anlatılan olaylar sürüyor ve sürecek.\n" for n in "abcdef"
    )
    text = f"Başlık burada duruyor\n\n{half}Ali Veli, Ayşe Can\n\nİlgili Haberler\nBaşka bir haber\n\n{half}"
    assert len(body(parsed(text).stories[0].original.body)) >= 12


def test_a_doubtful_headline_is_kept_as_body_and_reported() -> None:
    first = (
        "Başlık burada duruyor\n\nTT\n\nBaşlık burada duruyor\n\nBirinci cümle burada bitiyor.\n"
    )
    doubt = "İkinci olabilecek satır\nİkinci olabilecek satır\nBu cümle ise burada bitiyor.\n"
    found = parsed(first + doubt)
    assert len(found.stories) == 1
    assert [(problem.severity, problem.line) for problem in found.problems] == [("note", 8)]


def accounts(text: str, name: str = "x.txt") -> dict[str, str]:
    """Return what became of each line that has text."""
    entries = parsed(text, name).ledger.entries
    return {e.text: ", ".join(map(str, e.fates)) for e in entries if e.text.strip()}


def test_a_headline_that_a_rule_knows_is_taken_where_there_is_no_other() -> None:
    paragraph = "Gölün suyu on yılda dört metre düştü ve köyler boşaldı."
    (story,) = parsed(f"\nArşiv\n\n{paragraph}\n\nPaylaş\n").stories
    assert (story.original.title, body(story.original.body)) == ("Arşiv", [paragraph])
    assert accounts(f"Arşiv\n\n{paragraph}\n\nPaylaş\n") == {
        "Arşiv": "headline",
        paragraph: "body paragraph 1",
        "Paylaş": "dropped by share-widget",
    }


def test_a_first_line_that_a_rule_knows_is_dropped_where_another_headline_stands() -> None:
    text = "Arşiv\n\nGöl kuruyor\n\nKöyler boşaldı ve balıkçılar gitti.\n"
    (story,) = parsed(text).stories
    assert story.original.title == "Göl kuruyor"
    assert accounts(text)["Arşiv"] == "dropped by menu"


def test_lines_that_rules_know_are_dropped_by_them_where_there_is_no_article() -> None:
    assert parsed("Paylaş\n\nArşiv\n").stories == ()
    assert accounts("Paylaş\n\nArşiv\n\nbir şey\n") == {
        "Paylaş": "dropped by share-widget",
        "Arşiv": "dropped by menu",
        "bir şey": "unplaced",
    }


def test_a_saved_page_says_what_is_outside_its_article_and_which_lines_are_subheads() -> None:
    page = (
        "<html><head><title>Liman açıldı</title></head><body><nav>Haritalar</nav><article>"
        "<h1>Liman açıldı</h1><p>Gemiler geldi ve yük boşalttı.</p><aside>Burada bir ilan durur ve"
        " gider.</aside><p>Liman dün açıldı ve kapandı.</p><h2>Paylaş</h2><p>Sonra tekrar açıldı"
        " ve bitti.</p></article><footer>Son sözler gelir ve gider.</footer></body></html>"
    )
    (story,) = parsed(page, "x.html").stories
    assert story.original.title == "Liman açıldı"
    assert body(story.original.body) == [
        "Gemiler geldi ve yük boşalttı.",
        "Liman dün açıldı ve kapandı.",
        "## Paylaş",
        "Sonra tekrar açıldı ve bitti.",
    ]
    fates = accounts(page, "x.html").items()
    dropped = {text for text, fate in fates if fate == "dropped by outside-article"}
    assert dropped == {
        "Haritalar", "Burada bir ilan durur ve gider.", "Son sözler gelir ve gider.",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("captions", "caption", "credit"),
    [
        ([("Bir gemi.", "AA"), ("İki gemi", "AP"), ("Bir gemi.", "AA")], "Bir gemi. İki gemi", "AA, AP"),
        ([("Bir gemi", "AA"), ("İki gemi.", "")], "Bir gemi / İki gemi.", "AA"),
        ([("", "AA"), ("Bir gemi", "")], "Bir gemi", "AA"),
        ([], "", ""),
    ],
)  # fmt: skip
def test_captions_that_are_printed_one_by_one_become_one(
    captions: list[tuple[str, str]], caption: str, credit: str
) -> None:
    draft = Draft(captions=[Caption(*one) for one in captions])
    original = parse._story(draft, "tr").original
    assert (original.caption, original.credit) == (caption, credit)


def test_several_standfirsts_and_authors_become_one_text_each() -> None:
    draft = Draft(summary=["Bir cümle.", "İki cümle."], authors=["Ali Veli", "Ayşe Su"])
    original = parse._story(draft, "tr").original
    assert (original.summary, original.author) == ("Bir cümle. İki cümle.", "Ali Veli, Ayşe Su")


FIRST = "İşçiler sabah limanın kapısında toplandı."
LAST = "Gemiler açıkta bekliyor ve yük bozuluyor."
GREV = "Kuzey limanında bu sabah grev başladı"
GOL = "Göl kenarındaki köyler artık boşalıyor"


def notes(text: str) -> list[tuple[str, str, int | None]]:
    """Return what a person should look at: how grave it is, what is said, and which line it is."""
    problems = parsed(text).problems
    assert {problem.code for problem in problems} <= {"import-doubt"}
    return [(problem.severity, problem.message, problem.line) for problem in problems]


def test_lines_that_are_in_no_article_are_counted_and_the_first_is_named() -> None:
    torn = f"{FIRST}\n{LAST}\n\n{GREV}\n\n{FIRST}\n{LAST}\n"
    assert notes(torn) == [
        ("warning", "2 lines with no headline above are in no article.", 1),
    ]
    assert notes(torn.split("\n", 1)[1]) == [
        ("warning", "one line with no headline above are in no article.", 1),
    ]
    assert notes(f"{FIRST}\n{LAST}\n") == []  # a dump without an article has a message of its own


def test_lines_below_an_article_that_nothing_names_are_counted() -> None:
    text = f"{GREV}\n\n{FIRST}\n{LAST}\n\nLimanda hayat ve sendika günleri ve gemiler bir arada kaldı\n"
    assert notes(text) == [("note", "one line below the last paragraph kept as body.", 6)]
    text += "\nGemiler ve vinçler ve kapılar ve bekleyişler bir arada kaldı\n"
    assert notes(text) == [("note", "2 lines below the last paragraph kept as body.", 6)]
    (problem,) = parsed(text).problems
    assert problem.hint.startswith("Delete from the article what is no part of it")


def test_a_line_printed_twice_is_in_doubt_only_where_it_is_body() -> None:
    text = f"{GREV}\nTT\n{GREV}\n{FIRST}\n{LAST}\nGöl kenarındaki köyler boşalıyor\nGöl kenarındaki köyler boşalıyor\n{FIRST}\n"
    assert notes(text) == [
        ("note", "this line is printed twice, as headlines are; it was kept as body.", 6)
    ]
    (problem,) = parsed(text).problems
    assert problem.hint == (
        "If an article begins here, put three blank lines above it, or its photo's caption below."
    )


def test_what_was_guessed_of_the_bytes_is_noted() -> None:
    assert notes("a\0b") == [("note", "NUL characters were left out.", 0)]


def test_a_line_of_two_articles_is_accounted_for_in_both() -> None:
    text = f"{GREV}\nTT\n{GREV}\n\n{FIRST}\nReuters, AFP{GOL}\nTT\n{GOL}\n\n{LAST}\n"
    assert [story.original.title for story in parsed(text).stories] == [GREV, GOL]
    assert accounts(text)[f"Reuters, AFP{GOL}"] == "sources, headline"


def test_articles_are_numbered_from_one_and_blank_lines_are_of_none() -> None:
    entries = parsed(SEED.read_bytes()).ledger.entries
    assert {fate.article for entry in entries for fate in entry.fates} == {0, 1, 2}
    assert entries[1].fates == (Fate("blank"),)


def test_stories_have_no_id_yet() -> None:
    assert [story.id for story in parsed(f"{GREV}\n\n{FIRST}\n{LAST}\n").stories] == [""]


def test_a_saved_page_without_text_is_no_article() -> None:
    page = "<html><body><article><h1>Liman bugün yeniden açıldı</h1></article></body></html>"
    assert parsed(page, "x.html").stories == ()
    assert set(accounts(page, "x.html").values()) == {"unplaced"}


def test_what_is_outside_the_article_of_a_saved_page_is_never_its_headline() -> None:
    """As it would be of a text: there, the first line is all that may be one."""
    page = f"<html><body><nav>Arşiv</nav><article><p>{FIRST}</p></article></body></html>"
    assert parsed(page, "x.html").stories == ()
    assert accounts(page, "x.html") == {"Arşiv": "dropped by outside-article", FIRST: "unplaced"}
    assert [story.original.title for story in parsed(f"Arşiv\n{FIRST}\n").stories] == ["Arşiv"]


def test_a_headline_printed_twice_is_in_no_doubt_and_what_is_body_below_it_is() -> None:
    text = (
        f"{GREV}\n{GREV}\nLiman kapandı!\n22 Temmuz 2025\n22 Temmuz 2025\nLiman kapandı!\n{LAST}\n"
    )
    assert [story.original.title for story in parsed(text).stories] == [GREV]
    assert [line for _, _, line in notes(text)] == [3]


def test_a_line_printed_twice_with_a_blank_line_between_is_in_doubt() -> None:
    text = f"{GREV}\nTT\n{GREV}\n{FIRST}\n{LAST}\nGöl kenarındaki köyler boşalıyor\n\nGöl kenarındaki köyler boşalıyor\n{FIRST}\n"
    assert [line for _, _, line in notes(text)] == [6]


def test_a_subhead_of_a_saved_page_stays_though_a_rule_knows_it() -> None:
    page = (
        f"<html><body><article><h1>{GREV}</h1><p>{FIRST}</p><p>{LAST}</p><h2>İlgili haberler</h2>"
        "<p>Sendika dün nöbet tutmaya başladı.</p></article></body></html>"
    )
    (story,) = parsed(page, "x.html").stories
    assert "## İlgili haberler" in body(story.original.body)
    assert accounts(f"{GREV}\n\n{FIRST}\n{LAST}\nİlgili haberler\n")["İlgili haberler"] == (
        "dropped by related-news"
    )
