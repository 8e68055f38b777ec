from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.translate import fidelity
from digest.translate.fidelity import findings, tidy
from digest.translate.language import language
from digest.translate.notices import notice
from digest.translate.terms import load
from tests.unit.translate import pairs

TR, EN, AR = language("tr"), language("en"), language("ar")
ROOT = Path(__file__).parents[3]


def test_no_correct_translation_is_found_fault_with() -> None:
    good = pairs.good()
    assert len(good) >= 550
    glossaries, problems = load(ROOT, "glossary.yaml", "tr", ("en",))
    assert not problems
    alarms = [
        (question, answer, found)
        for question, answer in good
        for found in (
            [
                finding.message
                for finding in findings(question, tidy(question, answer, TR, EN), TR, EN)
            ]
            + list(glossaries["en"].violations(question, answer)),
        )
        if found
    ]
    assert alarms == []


def test_a_correct_translation_is_not_changed() -> None:
    glossaries, _ = load(ROOT, "glossary.yaml", "tr", ("en",))
    for question, answer in pairs.good():
        assert glossaries["en"].corrected(question, tidy(question, answer, TR, EN)) == answer


def test_a_copied_number_is_written_the_other_way_unless_an_address_stands_beside_it() -> None:
    said = tidy("Fiyatı 1.250 lira.", "It costs 1.250 liras.", TR, EN)
    assert said == "It costs 1,250 liras."
    address = "https://example.org/1.250"
    said = tidy(f"1.250 lira: {address}", f"1.250 liras: {address}", TR, EN)
    assert said == f"1.250 liras: {address}"
    said = tidy("1.250 lira", f"1.250 liras {address}", TR, EN)
    assert said == f"1.250 liras {address}"
    assert tidy(f"1.250 lira: {address}", "1.250 liras", TR, EN) == "1.250 liras"
    said = tidy("1.250 lira: www.örnek.com/1.250", "1.250 liras: www.örnek.com/1.250", TR, EN)
    assert said == "1.250 liras: www.örnek.com/1.250"


def test_an_answer_that_is_far_too_long_is_not_gone_through_for_numbers() -> None:
    many = " ".join(["1.250"] * 48)  # 287 letters; 8 * 11 + 200 is 288
    assert tidy("1.250 liraa", many, TR, EN) == " ".join(["1,250"] * 48)
    assert tidy("1.250 liraa", f"{many} .", TR, EN) == f"{many} ."


@pytest.mark.parametrize(("code", "question", "answer"), pairs.bad())
def test_each_bad_answer_is_caught(code: str, question: str, answer: str) -> None:
    found = list(findings(question, tidy(question, answer, TR, EN), TR, EN))
    assert found
    assert found[0].code == code


def test_nearly_every_changed_number_is_caught() -> None:
    caught = []
    for question, answer in pairs.good():
        for match in re.finditer(r"\d[\d.,:]*\d|\d", answer):
            first = (int(match[0][0]) + 3) % 10
            for changed in (f"{first}{match[0][1:]}", ""):
                wrong = f"{answer[: match.start()]}{changed}{answer[match.end() :]}"
                found = list(findings(question, tidy(question, wrong, TR, EN), TR, EN))
                caught.append(bool(found))
    assert len(caught) > 500
    assert sum(caught) / len(caught) > 0.98


def test_there_are_many_bad_answers_of_every_kind() -> None:
    bad = pairs.bad()
    assert len(bad) >= 120
    assert {code for code, _, _ in bad} >= {
        "empty", "notice", "markup", "unchanged", "repetition", "length", "numbers", "addresses",
        "names",
    }  # fmt: skip


@pytest.mark.parametrize("answer", [None, 5, ["a"], {"a": 1}, "", "  ", "...", "—"])
def test_what_is_no_text_is_no_answer(answer: object) -> None:
    assert [finding.code for finding in findings("Bakan geldi.", answer, TR, EN)] == ["empty"]


def test_the_answer_to_another_text_has_none_of_the_names() -> None:
    question = "Lavrov'un Doha'daki temasları sürüyor."
    assert not list(findings(question, "Lavrov's contacts in Doha continue.", TR, EN))
    assert not list(findings(question, "Contacts of Lawrow in the capital continue.", TR, EN))
    wrong = list(findings(question, "The new hospital was opened by the mayor.", TR, EN))
    assert [finding.code for finding in wrong] == ["names"]


def test_of_many_names_that_are_not_there_three_are_said() -> None:
    question = "Bakan, Lavrov'un Fidan'dan sonra Doha'da Albares'le görüştüğünü söyledi."
    (wrong,) = findings(question, "The new hospital was opened by the mayor of a town.", TR, EN)
    assert wrong.message == (
        "none of the names is there (Lavrov, Fidan, Doha): another text's translation"
    )


def test_names_in_another_script_are_not_looked_for() -> None:
    question = "Lavrov'un Doha'daki temasları sürüyor."
    assert not list(findings(question, "تتواصل اتصالات لافروف في الدوحة.", TR, AR))


def test_names_of_the_glossary_may_come_back_as_they_are() -> None:
    question = answer = "şarkul avsat gazetesi"
    assert list(findings(question, answer, TR, EN))
    assert not list(findings(question, answer, TR, EN, names="şarkul avsat gazetesi"))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Başkan, “We will never give up on our people” dedi.",
            "The president said, “We will never give up on our people.”",
        ),
        ("“We will never give up on our people”", "“We will never give up on our people”"),
        ("Breaking news", "Breaking news"),
    ],
)
def test_what_is_quoted_in_english_may_stay(question: str, answer: str) -> None:
    assert not list(findings(question, answer, TR, EN))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("It&#39;s over &amp; done", "It's over & done"),
        ("It\u200b is\u00a0over", "It is over"),
        ("  It is\n over ", "It is over"),
        ("It is \u202eover", "It is over"),
        ("Caf\u0065\u0301", "Café"),
    ],
)
def test_what_services_add_by_habit_is_taken_out(answer: str, expected: str) -> None:
    assert tidy("Bitti.", answer, TR, EN) == expected


def test_what_only_begins_like_an_entity_stays() -> None:
    assert tidy("Bitti.", "R&copy it", TR, EN) == "R&copy it"


QUOTA = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."


@pytest.mark.parametrize(
    ("answer", "messages"),
    [
        (None, ["the service sent no text"]),
        ("", ["the answer is empty"]),
        (QUOTA, ["the service says that its quota is used up"]),
        (
            "Before you continue to Google",
            ["the service says that it asks for consent or a captcha"],
        ),
        ("502 Bad Gateway", ["it sent an error page in place of a translation"]),
        ("<b>The minister</b> came and spoke.", ["the answer has HTML in it"]),
        ("Bakan geldi ve konuştu.", ['"Bakan geldi ve konuştu" came back untranslated']),
        ("no no no no no no", ['the answer repeats "no" again and again']),
        (
            "The minister came in 5 cars and spoke. https://x.org/a",
            ["https://x.org/a is not in the original", 'the number "5" is not in the original'],
        ),
    ],
)
def test_what_is_wrong_is_said_in_words(answer: object, messages: list[str]) -> None:
    found = findings("Bakan geldi ve konuştu.", answer, TR, EN)
    assert [finding.message for finding in found] == messages


@pytest.mark.parametrize(
    ("answer", "fatal"),
    [
        (QUOTA, True),
        ("Before you continue to Google", True),
        ("502 Bad Gateway", False),
        ("Bakan geldi ve konuştu.", False),
        ("", False),
    ],
)
def test_a_service_is_left_alone_for_a_notice_that_it_will_repeat(answer: str, fatal: bool) -> None:
    found = list(findings("Bakan geldi ve konuştu.", answer, TR, EN))
    assert [finding.fatal for finding in found] == [fatal]


def test_entities_that_the_question_has_stay() -> None:
    assert tidy("&amp; işareti", "the sign &amp;", TR, EN) == "the sign &amp;"


def test_lines_of_a_question_with_lines_stay() -> None:
    assert tidy("bir\niki", "one \n two", TR, EN) == "one \n two"
    assert tidy("bir\niki", "one \t a\u00a0 \n two ", TR, EN) == "one a \n two"


def test_news_about_notices_are_not_taken_for_notices() -> None:
    for text in (
        "The agency said its quota for the season had not been reached.",
        "Parliament rejected the consent motion.",
        "There were 404 applications, 500 of them late.",
        "The error was made by the referee.",
        "He was forbidden to leave the country.",
        "Cookies were handed out at the fair.",
    ):
        assert notice(text) is None


def test_a_notice_that_the_story_quotes_is_none() -> None:
    assert (
        notice('The page said "502 Bad Gateway".', 'Sayfada "502 Bad Gateway" yazıyordu.') is None
    )


def test_half_the_text_is_too_short_and_a_headline_may_be() -> None:
    assert not list(findings("Hayatını kaybetti", "Died", TR, EN))
    long = "Bakanlık, konuyla ilgili idari soruşturma başlatıldığını duyurdu."
    assert [finding.code for finding in findings(long, "The ministry announced.", TR, EN)] == [
        "length"
    ]


@pytest.mark.parametrize(
    ("asked", "answered", "found"),
    [
        (40, 20, ""), (40, 19, "too short: 19 letters for 40"),
        (39, 14, ""), (39, 13, "too short: 13 letters for 39"),
        (20, 7, ""), (20, 6, "too short: 6 letters for 20"),
        (19, 3, ""), (19, 2, "too short: 2 letters for 19"),
        (40, 180, ""), (40, 181, "too long: 181 letters for 40"),
        (39, 313, ""), (39, 314, "too long: 314 letters for 39"),
        (1, 47, ""), (1, 48, "too long: 48 letters for 1"),
    ],
)  # fmt: skip
def test_how_long_an_answer_is_depends_on_how_long_the_question_is(
    asked: int, answered: int, found: str
) -> None:
    """Headlines may become a word; letters count, and spaces do not."""
    question, answer = "ab " * asked, "cd " * answered
    messages = [
        finding.message
        for finding in fidelity._length(question[: asked * 3 // 2], answer[: answered * 3 // 2])
    ]
    assert [message.removeprefix("the answer is ") for message in messages] == [found][
        : bool(found)
    ]


def test_languages_with_wide_letters_may_be_short() -> None:
    question = "Bakanlık konuyla ilgili soruşturma başlatıldığını bugün duyurdu."
    assert not list(findings(question, "外交部今日宣布已就此事展开调查。", TR, language("zh")))


def test_a_repetition_that_the_original_has_may_stay() -> None:
    assert not list(findings("hayır hayır hayır hayır hayır", "no no no no no", TR, EN))


def test_what_is_said_three_times_is_no_loop() -> None:
    question = "Halk evet dedi, gençler de evet dedi."
    assert not list(findings(question, "The people said yes yes yes and so did they.", TR, EN))
    (loop,) = findings(question, "The people said yes yes yes yes and so did they.", TR, EN)
    assert loop.code == "repetition"


@pytest.mark.parametrize("question", ["…", "—", "!"])
def test_an_original_without_letters_has_no_length_to_compare(question: str) -> None:
    assert not list(findings(question, "Yes!", TR, EN))


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_breaks_the_checks(question: str, answer: str) -> None:
    list(findings(question, tidy(question, answer, TR, EN), TR, EN))


@given(st.text(alphabet="aışğ .?1,%", max_size=2000))
def test_an_answer_that_is_the_question_is_no_translation_of_words(text: str) -> None:
    words = [word for word in text.split() if word.isalpha() and len(word) > 1]
    if len(words) >= 4:
        assert list(findings(text, text, TR, EN))
