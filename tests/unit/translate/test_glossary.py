from __future__ import annotations

from pathlib import Path

import pytest

from digest.translate.glossary import Glossary
from digest.translate.terms import load, parse

ROOT = Path(__file__).parents[3]

TEXT = """
terms:
  Gazze Şeridi: Gaza Strip
  Dışişleri Bakanı: Foreign Minister | Minister of Foreign Affairs
  Mısır: Egypt | Egyptian
  Kızılay: {en: Red Crescent, de: Roter Halbmond}
keep: [Erdoğan, Hürriyet]
avoid: {Kiev: Kyiv, terrorist: }
"""


def glossary(text: str = TEXT, lang: str = "en", name: str = "glossary.yaml") -> Glossary:
    found, problems = parse(text, name, "tr", ("en", "de", "ar"))
    assert not problems
    return found[lang]


def violations(question: str, answer: str, lang: str = "en") -> list[str]:
    return list(glossary(lang=lang).violations(question, answer))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Gazze Şeridi'nde", "in the Gaza Strip"),
        ("Gazze Şeridi’ne", "to the GAZA STRIP"),
        ("GAZZE ŞERİDİ'NDEN", "from the Gaza Strip"),
        ("Dışişleri Bakanları'nın", "of the foreign ministers"),
        ("Dışişleri Bakanı’nın", "the foreign minister’s"),
        ("Dışişleri Bakanıyla", "with the Minister of Foreign Affairs"),
        ("Erdoğan'ın", "Erdoğan's"),
        ("Erdoğan’a", "to Erdoğan"),
        ("Mısırlı", "Egyptian"),
        ("mısır tarlası", "a field of corn"),
    ],
)
def test_terms_are_found_with_their_suffixes_in_any_case(question: str, answer: str) -> None:
    assert violations(question, answer) == []


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Gazze Şeridi'nde", "in Gaza", ['"Gazze Şeridi" should be "Gaza Strip"']),
        ("Mısır'da", "in the maize", ['"Mısır" should be "Egypt"']),
        ("Hürriyet yazdı", "Freedom wrote", ['"Hürriyet" should be "Hürriyet"']),
        ("savaşçı", "a terrorist", ['"terrorist" is to be avoided']),
    ],
)
def test_terms_that_are_not_there_are_named(
    question: str, answer: str, expected: list[str]
) -> None:
    assert violations(question, answer) == expected


def test_each_language_has_its_own_column() -> None:
    assert violations("Kızılay geldi", "Der Rote Halbmond kam", "de") == []
    assert list(glossary(lang="de").terms) == ["Kızılay", "Erdoğan", "Hürriyet"]


def test_a_rendering_may_be_inflected_in_a_language_that_is_not_known() -> None:
    known = glossary("Gazze: {de: Gaza}", "de")
    assert not list(known.violations("Gazze'nin", "des Gazastreifens"))


def test_kept_names_are_not_looked_for_in_another_script() -> None:
    assert violations("Erdoğan geldi", "وصل أردوغان", "ar") == []
    assert violations("Erdoğan geldi", "Der Präsident kam", "de") != []


def test_what_is_to_be_avoided_is_replaced() -> None:
    known = glossary()
    assert known.corrected("Kiev'de", "in Kiev, Kievan Rus") == "in Kyiv, Kievan Rus"


def test_kept_names_get_their_letters_back() -> None:
    assert glossary().corrected("Erdoğan'ın", "Erdogan's") == "Erdoğan's"


def test_wrong_terms_are_put_into_the_question() -> None:
    known = glossary()
    question = "Dışişleri Bakanı Hürriyet'e Gazze Şeridi'ni anlattı."
    protected = known.protected(question, "The foreign minister told Freedom about the Strip.")
    assert protected is not None
    assert protected.text.startswith("Dışişleri Bakanı ")
    assert "Gaza Strip'ni" in protected.text
    assert "Hürriyet" not in protected.text
    stand_in = next(one.text for one in protected.stand_ins if one.rendering == "Hürriyet")
    answer = f"The foreign minister told {stand_in} about the Gaza Strip."
    assert protected.restored(answer) == "The foreign minister told Hürriyet about the Gaza Strip."


def test_terms_can_be_put_in_blind() -> None:
    known = glossary("ateşkes: ceasefire\nMısır: Egypt\n")
    protected = known.protected("Ateşkesi Mısır’da ateşkes bekliyor.", "truce", blind=True)
    assert protected is not None
    first, second = (one.text for one in protected.stand_ins)
    assert protected.text == f"{first}'i {second}'da {first} bekliyor."
    answer = f"{first}s: {first.upper()} awaits in {second}’s capital."
    assert protected.restored(answer) == "Ceasefires: ceasefire awaits in Egypt’s capital."


@pytest.mark.parametrize("answer", ["in Gaza Strip'nde", "in Gaza Strip’nde"])
def test_a_term_that_kept_its_turkish_suffix_does_not_count(answer: str) -> None:
    protected = glossary().protected("Gazze Şeridi'nde", "there")
    assert protected is not None
    assert protected.restored(answer) is None
    assert protected.restored("in the Gaza Strip's north") == "in the Gaza Strip's north"


@pytest.mark.parametrize("answer", ["It is gone.", "Gaza Strip, Gaza Strip"])
def test_a_term_that_is_lost_or_doubled_does_not_count(answer: str) -> None:
    protected = glossary().protected("Gazze Şeridi'ne", "there")
    assert protected is not None
    assert protected.restored(answer) is None


def test_there_is_nothing_to_protect_where_nothing_is_wrong() -> None:
    assert glossary().protected("Gazze Şeridi'ne", "to the Gaza Strip") is None


def test_a_place_is_rendered_that_is_a_term() -> None:
    assert glossary().rendered("Mısır") == "Egypt"
    assert glossary().rendered("Mısır'da") == "Mısır'da"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gazze: Gaza\n", "glossary.yaml"),
        ("- {tr: Gazze, en: Gaza}\n", "glossary.yaml"),
        ("- tr: Gazze\n  en: [Gaza, Gazan]\n", "glossary.yaml"),
        ("terms:\n  Gazze: [Gaza, Gazan]\n", "glossary.yaml"),
        ("Gazze: Gaza\nkeep: [Hamas]\n", "glossary.yaml"),
        ("tr,en\nGazze,Gaza\n", "glossary.csv"),
        ("\ufeffen,tr\nGaza,Gazze\n\n", "terms.CSV"),
        ("tr\ten\nGazze\tGaza | Gazan\n", "terms.tsv"),
    ],
)
def test_a_glossary_can_be_written_in_several_ways(text: str, name: str) -> None:
    assert glossary(text, name=name).terms["Gazze"].renderings[0] == "Gaza"


@pytest.mark.parametrize(
    ("text", "name", "line", "message"),
    [
        ("terms:\n  Gazze:\n", "g.yaml", 2, '"Gazze" has no rendering.'),
        ("terms:\n  a: b\n  a: c\n", "g.yaml", 3, '"a" is there already, in line 2.'),
        ("terms:\n  a: b\nodd: 1\n", "g.yaml", 3, '"odd" is unknown.'),
        ("- foo\n", "g.yaml", 1, "this is no term."),
        ("terms: [\n", "g.yaml", 2, "no valid YAML"),
        ("terms:\n  '...': b\n", "g.yaml", 2, "a term without words."),
        ("a: &x b\nc: *x\n", "g.yaml", 2, "no valid YAML: aliases"),
        ("keep: [[a]]\n", "g.yaml", 1, "this is no list of words."),
        ("one,two\na,b\n", "g.csv", 1, "the first row does not name the languages."),
        ("tr,en\na,\n", "g.csv", 2, '"a" has no rendering.'),
    ],
)
def test_mistakes_have_their_line(text: str, name: str, line: int, message: str) -> None:
    _, problems = parse(text, name, "tr", ("en",))
    assert [(one.path, one.line) for one in problems] == [(name, line)]
    assert problems[0].message.startswith(message)


def test_all_mistakes_are_reported_at_once() -> None:
    _, problems = parse("terms:\n  a:\n  b:\nodd: 1\n", "g.yaml", "tr", ("en",))
    assert [one.line for one in problems] == [2, 3, 4]


def test_words_that_yaml_takes_for_values_stay_words() -> None:
    assert glossary("terms:\n  no: yes\n  on: 11:47\n").terms["no"].renderings == ("yes",)


def test_the_default_file_need_not_be_there_another_must(tmp_path: Path) -> None:
    assert load(tmp_path, "glossary.yaml", "tr", ("en",))[1] == ()
    assert load(tmp_path, "", "tr", ("en",))[1] == ()
    assert load(tmp_path, "mine.yaml", "tr", ("en",))[1][0].message == "there is no such file."


def test_a_glossary_outside_the_site_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: b\n")
    site = tmp_path / "site"
    site.mkdir()
    (site / "glossary.yaml").symlink_to(tmp_path / "secret.yaml")
    for name in ("../secret.yaml", "glossary.yaml", str(tmp_path / "secret.yaml")):
        found, problems = load(site, name, "tr", ("en",))
        assert [problem.message for problem in problems] == ["it lies outside the site."]
        assert not found["en"].terms


def test_bytes_that_are_no_text_are_reported(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_bytes(b"a: b\nc: \xff\n")
    assert load(tmp_path, "glossary.yaml", "tr", ("en",))[1][0].line == 2


def test_a_huge_glossary_is_not_read() -> None:
    problems = parse("a: b\n" * 1_000_000, "g.yaml", "tr", ("en",))[1]
    assert [one.message for one in problems] == ["the glossary is larger than 4 MB."]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "terms:\nkeep:\navoid:\n"])
def test_an_empty_glossary_is_fine(text: str) -> None:
    assert not glossary(text).terms


def test_terms_of_another_original_are_found_as_whole_words() -> None:
    found, problems = parse(
        "Foreign Minister: Dışişleri Bakanı\nwar: savaş\n", "g.yaml", "en", ("tr",)
    )
    assert not problems
    known = found["tr"]
    assert not list(known.violations("Foreign Ministers meet", "Dışişleri Bakanları buluştu"))
    assert not list(known.violations("the warden spoke", "müdür konuştu"))
    assert list(known.violations("the war goes on", "çatışma sürüyor"))


def test_the_shipped_glossary_has_many_terms() -> None:
    found, problems = load(ROOT, "glossary.yaml", "tr", ("en",))
    assert not problems
    assert len(found["en"].terms) >= 150
    assert found["en"].terms["Dışişleri Bakanı"].renderings[0] == "Foreign Minister"
    assert found["en"].terms["Gazze Şeridi"].renderings[0] == "Gaza Strip"
