"""What speaks for a headline, and what against it: each sign has its weight."""

from __future__ import annotations

import pytest

from digest.ingest import block, items, rules
from digest.ingest.block import Head
from digest.ingest.lines import read

RULES = rules.load()
GREV = "Kuzey limanında bu sabah grev başladı"
BODY = "İşçiler sabah limanın kapısında toplandı."
FAR = "Gemiler açıkta bekliyor ve yük bozuluyor."
SENTENCE = "İşçiler iki aydır ücret alamıyor ve bekliyor."
TWICE = f"{GREV}\n{GREV}\n{BODY}"
LONG = "uzun " * 61


def explore(text: str, start: int = 0) -> tuple[Head, list[items.Item]]:
    lines = read(text.split("\n"))
    every = items.items(lines, items.marks(lines, RULES))
    return block.explore(every, start), every


def score(text: str, start: int = 0) -> float:
    return explore(text, start)[0].score


PLAIN = score(TWICE)
NONE = -PLAIN


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"{GREV}\nTT\n{GREV}\n{BODY}", 3),
        (f"{GREV}\nTT\nTT\n{GREV}\nTT\n{BODY}", 3),
        (f"{GREV}\nGemi (AA)\n{GREV}\n{BODY}", 1),
        (f"{GREV}\nGemi (AA)\n{GREV}\nGemi (AA)\n{BODY}", 3),
        (f"{GREV}\nGemi (AA)\nLiman (AP)\n{GREV}\nGemi (AA)\nLiman (AP)\n{BODY}", 3),
        (f"{GREV}\nGemi (AA)\nTT\n{GREV}\nGemi (AA)\n{BODY}", 6),
        (f"{GREV}\n{GREV}\nGemi (AA)\n{BODY}", 0),
        (f"{GREV}\n{GREV}\nGemi (AA)\nGemi (AA)\n{BODY}", 3),
        (f"{GREV}\n{GREV}\nGemi (AA)\nGemi (AA)", 3 - 3),
        (f"{GREV}\nİşçiler bekliyor\nTT\n{GREV}\nİşçiler bekliyor\n{BODY}", 4.5),
        (f"{GREV}\nHaber: Ali Veli\n{GREV}\n{BODY}", 0),
        (f"{GREV}\n{GREV} - Haber\n{BODY}", -0.5),
        (f"{GREV}\n{GREV} - Haber\n{GREV}\n{BODY}", -0.5),
        (f"{GREV}\n{GREV}\n{GREV} - Haber\n{BODY}", 0),
        (f"Ali gitti. {GREV}\n{GREV}\n{BODY}", -0.5),
    ],
)
def test_widgets_and_photos_speak_for_a_headline(text: str, more: float) -> None:
    assert score(text) - PLAIN == more


WAIT = "İşçiler bekliyor"
BYLINE = "Haber: Ali Veli"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"{GREV}\n{WAIT}\nTT\n{GREV}\n{WAIT}\n{WAIT}\n{BODY}", 5),
        (f"{GREV}\nGemi (AA)\n{WAIT}\n{GREV}\n{WAIT}\n{BODY}", 0.5),
        (f"{GREV}\nGemi (AA)\nLiman (AP)\n{WAIT}\n{GREV}\n{WAIT}\n{BODY}", 2.5),
    ],
)
def test_a_caption_without_a_credit_counts_where_a_widget_or_two_photos_do(
    text: str, more: float
) -> None:
    assert score(text) - PLAIN == more


def test_a_photo_that_comes_twice_speaks_for_what_is_above_it_unless_that_is_a_sentence() -> None:
    photos = "Gemi (AA)\nGemi (AA)"
    plain = score(f"{GREV}\n{photos}\n{BODY}")
    assert plain - PLAIN == 1
    assert score(f"{GREV} (AA)\n{photos}\n{BODY}") - plain == -2
    assert score(f"{SENTENCE}\n{photos}\n{BODY}") == 0


@pytest.mark.parametrize(
    ("between", "less"),
    [
        ("İşçiler bekliyor", -0.5),
        ("İşçiler bekliyor\nGemiler açıkta", -2),
        ("İşçiler bekliyor\nGemiler açıkta\nYük ıslandı", -3.5),
        ("İşçiler bekliyor\nGemiler açıkta\nYük ıslandı\nSu yok", NONE),
        (BODY, -0.5),
        (f"{BODY}\n{BODY} Evet.", NONE),
        (f"{LONG}bitti", -2.5),
        (f"{'uzun ' * 119}bitti", -2.5),
        (f"{'uzun ' * 119}bittik", NONE),
    ],
)
def test_lines_between_two_printings_speak_against_it(between: str, less: float) -> None:
    assert score(f"{GREV}\n{between}\n{GREV}\n{BODY} Son.") - PLAIN == less


def test_a_long_standfirst_says_less_against_it_where_a_widget_or_two_photos_speak_for_it() -> None:
    assert score(f"{GREV}\n{LONG}\nTT\n{GREV}\n{BODY}") - PLAIN == 3 - 1
    photos = "Gemi (AA)\nLiman (AP)"
    assert score(f"{GREV}\n{LONG}\nGemi (AA)\n{GREV}\n{BODY}") - PLAIN == 1 - 2.5
    assert score(f"{GREV}\n{LONG}\n{photos}\n{GREV}\n{BODY}") - PLAIN == 2 - 1


@pytest.mark.parametrize(
    ("headline", "more"),
    [
        ("Kuzey limanında grev başladı", -0.5),
        ("Limanda grev başladı", -1.5),
        ("Limanda grev", -2.5),
        ("Grev", -2.5),
        (f"{GREV}!", -0.5),
        *((f"{GREV}{sign}", -1.5) for sign in ":,."),
        *((f"{sign} {GREV}", -1) for sign in "-–•*"),
        (f"“{GREV}”", -1),
        (f'"{GREV}"', -1),
        (f"“{GREV}” dediler", 0),
        (f"{GREV}” dediler “evet”", 0),
        ("Independent Türkçe, Reuters", -1.5 - 3),
        (f"{LONG}bitti", -2),
        (f"{GREV} ve {SENTENCE}", -1.5),
        (f"{GREV}: {SENTENCE} {FAR}", -1.5 - 2),
        (f"{GREV}: {SENTENCE[:-1]}, gemiler açıkta, yük bozuluyor, su da bitti", 0),
        ("X platformuna erişim bu sabah kısıtlandı", 0),
        ("X’e erişim engeli için mahkemeden “karar çıktı”", 0),
        ("“Kuş gitti” dedi, şirketin yeni adı X", 0),
    ],
)
def test_how_a_headline_reads_counts(headline: str, more: float) -> None:
    assert score(f"{headline}\n{headline}\n{BODY}") - PLAIN == more


@pytest.mark.parametrize(
    ("above", "more"),
    [
        ("Menü yazısı", 0),
        ("Bir satır\nİki satır\nÜç satır", 0),
        ("Bir satır\nİki satır\nÜç satır\nDört satır", -2),
        ("Bir satır\nİki satır\nÜç satır\nDört satır\n", -1.5),
        ("Bir satır\nİki satır\nÜç satır\nDört satır\n\n", 0),
        ("Bir satır\n\nİki satır\n\nÜç satır\n\nDört satır\n", -1.5),
        ("Bir satır\n\n\nİki satır\n\n\nÜç satır\n\n\nDört satır\n\n", -1.5),
        ("Bir satır\n\n\nİki satır\n\n\nÜç satır\n\n\nDört satır\n\n\n", 0),
        (FAR, -2),
        (f"{FAR}\n", -1.5),
        (f"{FAR}\n\n", 0),
        (f"\n\n\n{FAR}\n\n", 0),
        (f"{FAR}\n\n\nBir satır\n\n", -1.5),
        ("Bir satır\nİki satır\nÜç satır\n\n\nDört satır\n\n\nBeş satır\n\n", -1.5),
        (f"{FAR}\nIndependent Türkçe, Reuters", 0),
        ("İlgili haberler\nBir satır", -3),
    ],
)
def test_what_stands_above_a_headline_counts(above: str, more: float) -> None:
    text = f"{above}\n{TWICE}"
    start = [item.line.text for item in explore(text)[1]].index(GREV)
    assert score(text, start) - PLAIN == more


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ("", -3),
        ("Bir satır\nİki satır\nÜç satır\n", 0),
        ("Bir satır\nİki satır\nÜç satır\nDört satır\n", -3),
    ],
)
def test_a_paragraph_has_to_follow_soon(below: str, more: float) -> None:
    assert score(f"{GREV}\n{GREV}\n{below}{BODY if below else ''}") - PLAIN == more


def test_a_headline_that_reads_as_a_paragraph_is_not_the_one_that_has_to_follow() -> None:
    twice = f"{SENTENCE}\n{SENTENCE}"
    assert score(twice) - score(f"{twice}\n{BODY}") == -3


@pytest.mark.parametrize(
    ("title", "glued"),
    [
        (f"Ali gitti. {GREV}", "Ali gitti."),
        (f"“Ali gitti” {GREV}", "“Ali gitti”"),
        (f'"Ali gitti" {GREV}', '"Ali gitti"'),
        (f"Independent Türkçe{GREV}", "Independent Türkçe"),
        (f"Ali gitti {GREV}", ""),
    ],
)
def test_the_end_of_the_article_above_may_be_glued_to_a_headline(title: str, glued: str) -> None:
    head, _ = explore(f"{title}\n{GREV}\n{BODY}")
    assert (head.glued, head.repeats) == (glued, [1] if glued else [])


def test_what_is_glued_has_to_leave_a_headline_of_some_length() -> None:
    assert explore(f"Ali gitti. Liman kapan\nLiman kapan\n{BODY}")[0].glued == ""
    assert explore(f"Ali gitti. Liman kapalı\nLiman kapalı\n{BODY}")[0].glued == "Ali gitti."


def test_a_line_as_long_as_a_glued_headline_is_no_printing_of_it() -> None:
    other = "Bütün gemiler bu gece limanda kalacak"
    assert len(other) == len(GREV)
    head, _ = explore(f"Ali gitti. {GREV}\n{other}\n{BODY}")
    assert (head.glued, head.repeats) == ("", [])


NEARLY = "Kuzey limanında dün sabah grev sürdü"
ADDRESS = f"https://www.liman.com/haber?kaynak={'a1b2' * 130}"


@pytest.mark.parametrize(
    ("headline", "between", "again"),
    [
        (GREV, "TT", NEARLY),
        (GREV, "Gemi (AA)\nGemi (AA)", NEARLY),
        (GREV, "Gemi (AA)\nLiman (AP)", NEARLY),
        (GREV, "TT", f"{GREV}."),
        (SENTENCE, "TT", SENTENCE),
        (SENTENCE, "TT", SENTENCE[:-1]),
    ],
)
def test_a_headline_comes_again_changed_a_little(headline: str, between: str, again: str) -> None:
    head, every = explore(f"{headline}\n{between}\n{again}\n{BODY}")
    assert [every[at].line.text for at in head.repeats] == [again]


@pytest.mark.parametrize(
    ("headline", "between", "other"),
    [
        (GREV, BYLINE, NEARLY),
        (GREV, "Gemi (AA)", NEARLY),
        (GREV, "TT", f"{GREV} (AA)"),
        (SENTENCE, "TT", SENTENCE.replace("iki", "üç")),
        (ADDRESS, "TT", f"{ADDRESS}/grev"),
    ],
)
def test_a_line_like_a_headline_that_is_none(headline: str, between: str, other: str) -> None:
    assert explore(f"{headline}\n{between}\n{other}\n{BODY}")[0].repeats == []


def test_a_caption_that_is_nearly_the_headline_stays_a_caption_where_it_comes_again() -> None:
    head, every = explore(f"{GREV}\n{NEARLY}\nTT\n{GREV}\n{NEARLY}\n{BODY}")
    assert [every[at].line.text for at in head.repeats] == [GREV]
    assert every[head.last].line.text == NEARLY


def test_a_head_block_ends_with_the_last_line_that_comes_again() -> None:
    text = (
        f"{GREV}\nSu bitti artık\nGemi (AA)\nTT\n{GREV}\nSu bitti artık\nGemi (AA)\n{BODY}\n{FAR}"
    )
    head, every = explore(text)
    assert (head.repeats, head.last, head.widget) == ([3], 5, True)
    assert every[head.last].line.text == "Gemi (AA)"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{GREV}\n{GREV}\nGemi (AA)", GREV),
        (f"{GREV}\n{GREV}\nGemi (AA)\nGemi (AA)", "Gemi (AA)"),
        (f"{GREV}\n{GREV}\n{WAIT}\nTT\n{BODY}", WAIT),
        (f"{GREV}\nTT\n{GREV}\n{WAIT}\nTT\n{BODY}", GREV),
        (f"{GREV}\nGemi (AA)\n{GREV}\n{BODY}\nGemi (AA)\n{FAR}", GREV),
        (f"{GREV}\n{SENTENCE}\n{GREV}\n{SENTENCE}\n{BODY}", GREV),
        (f"{GREV}\n{WAIT}\n{GREV}\n{BYLINE}\n{GREV}\n{BYLINE}\n{BODY}", BYLINE),
        (f"{GREV}\n{GREV}\nGel gemi\nSu soğuk\nGel gemi\nYol uzak\nGel gemi", GREV),
    ],
)
def test_where_a_head_block_ends(text: str, last: str) -> None:
    head, every = explore(text)
    assert every[head.last].line.text == last


def test_captions_that_come_twice_are_no_doubt_however_many_they_are() -> None:
    captions = "\n".join(f"{text}\n{text}" for text in (WAIT, "Su yok", "Yol uzak", "Gece soğuk"))
    assert explore(f"{GREV}\n{captions}\n{GREV}\n{BODY}")[0].repeats == [9]


def test_a_headline_may_be_printed_three_times_one_below_the_other() -> None:
    assert explore(f"{GREV}\n{GREV}\n{GREV}\n{BODY}")[0].repeats == [1, 2]


def test_a_line_of_the_body_that_is_the_headline_again_is_no_printing_of_it() -> None:
    text = f"{GREV}\nTT\n{GREV}\n{BODY}\n{GREV}\n{FAR}"
    assert explore(text)[0].repeats == [1]
    assert explore(f"{GREV}\nTT\n{GREV}\nSu bitti\n{GREV}\n{FAR}")[0].repeats == [1]


def test_a_head_block_ends_within_fourteen_lines() -> None:
    photos = [
        f"{name} (AA)" for name in "Ada Ben Can Dal Ela Fil Göl Han Işık Jale Kuş Lale".split()
    ]
    for count, again in ((12, [14]), (13, [])):
        between = "\n".join([*photos, "Ay (AA)", "Su (AA)"][: count + 1])
        assert explore(f"{GREV}\n{between}\n{GREV}\n{BODY}")[0].repeats == again


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        (GREV, GREV),
        (f"{GREV}\nHaber: Ali Veli", GREV),
        (f"{GREV}\nHaber: Ali Veli\n22 Temmuz 2025\nReuters", GREV),
        (f"{GREV}\nHaber: Ali Veli\n22 Temmuz 2025\nReuters\nBBC", SENTENCE),
        ("Haber: Ali Veli", SENTENCE),
        (f"{FAR}\n{GREV}", GREV),
        ("Limanda grev başladı", "Limanda grev başladı"),
        ("Liman kapandı", SENTENCE),
        (f"{GREV}.", SENTENCE),
        ("Gemiler limanda bekliyor (AA)", SENTENCE),
        ("Independent Türkçe, Reuters", SENTENCE),
        (f"İlgili haberler\n{GREV}", SENTENCE),
    ],
)
def test_where_but_a_sentence_comes_twice_the_headline_is_above_it(
    above: str, headline: str
) -> None:
    text = f"{above}\n{SENTENCE}\n{SENTENCE}\n{BODY}"
    start = [item.line.text for item in explore(text)[1]].index(SENTENCE)
    head, every = explore(text, start)
    assert every[head.start].line.text == headline


@pytest.mark.parametrize("sentence", ["Grev bitti.", "İşçiler iki aydır ücret alamıyor!"])
def test_what_is_no_sentence_with_a_full_stop_is_a_headline_below_another(sentence: str) -> None:
    assert explore(f"{GREV}\n{sentence}\n{sentence}\n{BODY}", 1)[0].start == 1


@pytest.mark.parametrize("about", ["22 Temmuz 2025 11:47", "Haber: Ali Veli"])
def test_below_a_date_or_byline_a_widget_leaves_a_sentence_the_standfirst(about: str) -> None:
    head, _ = explore(f"{GREV}\n{SENTENCE}\n{about}\nA+\n{SENTENCE}\n{BODY}", 1)
    assert (head.start, head.widget) == (0, False)


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE}\nTT\n{SENTENCE}",
        f"{SENTENCE}\nGemi (AA)\n{SENTENCE}",
        f"{SENTENCE}\n{WAIT}\n{SENTENCE}\n{WAIT}",
    ],
)
def test_a_sentence_that_comes_twice_with_more_is_the_headline(text: str) -> None:
    assert explore(f"{GREV}\n{text}\n{BODY}", 1)[0].start == 1


def test_no_line_of_the_end_is_a_headline_above_the_first() -> None:
    text = f"Haber: Ali Veli\n{SENTENCE}\n{SENTENCE}\n{BODY}\n{GREV}"
    assert explore(text, 1)[0].start == 1


SIGNED = "Ali Veli"
PHOTO = "Limanda bekleyenler"
STAMP = "22 Temmuz 2025"


@pytest.mark.parametrize(
    ("above", "below", "at"),
    [
        ([GREV, SIGNED], [PHOTO, PHOTO], 0),
        ([GREV, BYLINE], [PHOTO, PHOTO], 0),
        ([GREV, STAMP], [PHOTO, PHOTO], 0),
        ([GREV, STAMP, SIGNED, BYLINE, "Reuters"], [PHOTO, PHOTO], 0),
        ([GREV, STAMP, SIGNED, BYLINE, "Reuters", SIGNED], [PHOTO, PHOTO], None),
        ([SENTENCE, GREV, SIGNED], [PHOTO, PHOTO], 1),
        ([GREV], [PHOTO, PHOTO], None),
        ([GREV, "Su bitti"], [PHOTO, PHOTO], None),
        ([], [PHOTO, PHOTO], None),
        ([SIGNED], [PHOTO, PHOTO], None),
        ([GREV, SIGNED], [PHOTO], None),
        ([GREV, SIGNED], [PHOTO, GREV, PHOTO], None),
        ([GREV, SIGNED], [BODY, BODY], None),
        ([GREV, STAMP], [SIGNED, SIGNED], None),
        ([GREV, SIGNED], [STAMP, STAMP], None),
        ([PHOTO, GREV, SIGNED], [PHOTO, PHOTO], None),
        ([PHOTO, *["Su bitti"] * 13, GREV, SIGNED], [PHOTO, PHOTO], None),
        ([PHOTO, *["Su bitti"] * 14, GREV, SIGNED], [PHOTO, PHOTO], 15),
        (["Kuzey limanında grev", SIGNED], [PHOTO, PHOTO], None),
        (["Kuzey limanında grev başladı", SIGNED], [PHOTO, PHOTO], 0),
        ([SENTENCE, SIGNED], [PHOTO, PHOTO], None),
        (["Limanda bekleyen gemiler dün (AA)", SIGNED], [PHOTO, PHOTO], None),
        (["İlgili haberler", GREV, STAMP], [PHOTO, PHOTO], None),
    ],
)  # fmt: skip
def test_a_line_twice_below_who_wrote_it_and_when_is_a_caption(
    above: list[str], below: list[str], at: int | None
) -> None:
    lines = read([*above, *below, FAR])
    every = items.items(lines, items.marks(lines, RULES))
    place = len(every) - len(below) - 1
    assert every[place].line.text == below[0]
    assert block.above_signature(every, place) == at


def test_a_caption_twice_below_a_byline_speaks_for_the_headline() -> None:
    assert score(f"{GREV}\n{BYLINE}\n{PHOTO}\n{PHOTO}\n{BODY}") == PLAIN - 0.5
    assert score(f"{GREV}\n{PHOTO}\n{PHOTO}\n{BODY}") == 0


def test_a_line_twice_at_the_end_or_at_the_start_is_no_caption() -> None:
    lines = read([SIGNED, PHOTO, PHOTO, BODY, GREV])
    every = items.items(lines, items.marks(lines, RULES))
    assert block.above_signature(every, 1) is None
    lines = read([GREV, SIGNED, PHOTO])
    every = items.items(lines, items.marks(lines, RULES))
    assert block.above_signature(every, 2) is None
