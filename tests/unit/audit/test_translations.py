from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from digest.audit import Options, content_problems
from digest.config import Translation
from digest.model import Article, Problem
from tests.unit.audit.examples import (
    TEXT,
    article,
    codes,
    config,
    machine,
    story,
    write_articles,
)


def checked(root: Path, *articles: Article) -> list[Problem]:
    made = story(*articles)
    write_articles(root, made)
    return list(content_problems(config(root), (made,)))


def test_a_faithful_pair_is_no_finding(tmp_path: Path) -> None:
    assert checked(tmp_path, article("tr"), article("en")) == []
    assert checked(tmp_path, article("tr"), machine(article("tr"), TEXT["en"])) == []


def test_a_missing_translation_is_noted_where_the_site_translates(tmp_path: Path) -> None:
    made = story(article("tr"))
    write_articles(tmp_path, made)
    assert list(content_problems(config(tmp_path), (made,))) == []
    translating = config(tmp_path, translation=Translation(enabled=True))
    assert codes(list(content_problems(translating, (made,)))) == ["untranslated"]


def test_a_pending_translation_is_found(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, article("tr"), machine(article("tr"), "", written=False))
    assert found.code == "pending-translation"
    assert "1 of 2 parts" in found.message


def test_a_stale_paragraph_and_headline_are_found(tmp_path: Path) -> None:
    old = article("tr")
    new = replace(old, title="Yeni başlık", body=old.body.replace("Bakan,", "Başbakan,"))
    found = checked(tmp_path, new, machine(old, TEXT["en"]))
    assert codes(found) == ["stale-translation"] * 2
    assert {problem.line for problem in found} == {0, 4}


def test_paragraphs_without_a_partner_are_found_at_the_first(tmp_path: Path) -> None:
    body = f"{TEXT['en']}\n\n> A quote that the original does not have.\n"
    (found,) = checked(tmp_path, article("tr"), article("en", body=body))
    assert (found.code, found.line) == ("unaligned", 6)
    assert "0 paragraphs of the original and 1 of the translation" in found.message


def test_link_definitions_need_no_partner(tmp_path: Path) -> None:
    body = TEXT["tr"].replace("Bakan", "[Bakan][1]") + "\n\n[1]: https://a.example/\n"
    assert checked(tmp_path, article("tr", body=body), article("en")) == []


def compare(one: str, lang: str, other: str, other_lang: str) -> Iterator[str]:
    assert (lang, other_lang) == ("tr", "en")
    if "59 bin" in one and "59,000" not in other:
        yield "59 bin is not there"


@pytest.mark.parametrize(("number", "expected"), [("59,000", []), ("58,000", ["numbers-differ"])])
def test_numbers_are_compared_paragraph_by_paragraph(
    tmp_path: Path, number: str, expected: list[str]
) -> None:
    one = article("tr", body=f"{TEXT['tr']}\n\nEn az 59 bin kişi.\n")
    other = article("en", body=f"{TEXT['en']}\n\nAt least {number} people.\n")
    made = story(one, other)
    write_articles(tmp_path, made)
    found = list(content_problems(config(tmp_path), (made,), Options(compare)))
    assert codes(found) == expected
    assert [problem.line for problem in found] == [6] * len(expected)


def test_numbers_of_headlines_and_captions_are_compared(tmp_path: Path) -> None:
    one, other = article("tr", title="59 bin", caption="59 bin"), article("en", caption="59,000")
    made = story(one, other)
    write_articles(tmp_path, made)
    (found,) = content_problems(config(tmp_path), (made,), Options(compare))
    assert found.message.startswith("title: ")


@pytest.mark.parametrize(("edited", "expected"), [("", []), (" Edited.", ["numbers-differ"])])
def test_what_a_machine_wrote_is_compared_again_only_where_a_person_changed_it(
    tmp_path: Path, edited: str, expected: list[str]
) -> None:
    one = article("tr", body=f"{TEXT['tr']} En az 59 bin kişi.")
    other = machine(one, TEXT["en"])
    made = story(one, replace(other, body=other.body + edited))
    write_articles(tmp_path, made)
    assert codes(list(content_problems(config(tmp_path), (made,), Options(compare)))) == expected


def test_an_article_in_another_language_is_found(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, article("tr"), article("en", body=TEXT["tr"]))
    assert (found.code, found.line) == ("wrong-language", 4)
    assert 'reads as "tr"' in found.message


def test_a_paragraph_left_in_the_original_s_language_is_found(tmp_path: Path) -> None:
    one = article("tr", body="\n\n".join([TEXT["tr"]] * 4))
    other = article("en", body="\n\n".join([TEXT["en"], TEXT["en"], TEXT["tr"], TEXT["en"]]))
    (found,) = checked(tmp_path, one, other)
    assert (found.code, found.line) == ("wrong-language", 8)


def test_a_quote_may_stand_in_the_language_it_was_said_in(tmp_path: Path) -> None:
    one = article("tr", body=f"{TEXT['tr']}\n\n> {TEXT['tr']}\n")
    other = article("en", body=f"{TEXT['en']}\n\n> {TEXT['tr']}\n")
    assert checked(tmp_path, one, other) == []
