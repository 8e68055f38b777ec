"""Interface texts: files, forms, values, and what is wrong with them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from markupsafe import Markup

from digest.errors import ConfigError
from digest.render.texts import Texts, read_texts

FULL = """\
locale: {locale}
plain: Merhaba
deep: {{greeting: "Selam {{name}}"}}
count: {{one: "{{count}} story", other: "{{count}} stories"}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "i18n").mkdir(parents=True)
    write(tmp_path / "templates", "tr", FULL.format(locale="tr_TR"))
    write(tmp_path / "templates", "en", FULL.format(locale="en_GB"))
    return tmp_path / "templates"


def write(folder: Path, lang: str, text: str) -> None:
    (folder / "i18n").mkdir(parents=True, exist_ok=True)
    (folder / "i18n" / f"{lang}.yaml").write_text(text, encoding="utf-8")


def english(folder: Path) -> Texts:
    return read_texts((folder,), ("tr", "en"))["en"]


def fault(*folders: Path, languages: tuple[str, ...] = ("tr", "en")) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        read_texts(folders, languages)
    return caught.value


def test_keys_are_attributes(folder: Path) -> None:
    assert english(folder).plain == "Merhaba"
    with pytest.raises(AttributeError, match="plane"):
        _ = english(folder).plane


def test_names_in_braces_are_filled_in_and_their_values_escaped(folder: Path) -> None:
    greeting = english(folder).deep.greeting
    assert greeting(name="<b>") == "Selam &lt;b&gt;"
    assert greeting(name=Markup("<b>")) == "Selam <b>"
    assert greeting(name="<b>") == "Selam &lt;b&gt;"


def test_aliases_are_refused_where_they_stand(folder: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    write(folder, "en", f"{FULL.format(locale='en_GB')}{bomb}")
    error = fault(folder)
    assert (error.path, error.line) == ("templates/i18n/en.yaml", 6)
    assert "aliases (*name) are not allowed here" in error.message


def test_a_text_stays_the_text_that_stands_there(folder: Path) -> None:
    for lang, locale in (("tr", "tr_TR"), ("en", "en_GB")):
        write(folder, lang, FULL.format(locale=locale).replace("Merhaba", "no"))
    assert english(folder).plain == "no"


def test_a_number_chooses_its_form_and_is_written_as_the_language_writes_it(folder: Path) -> None:
    count = english(folder).count
    assert [str(count(n)) for n in (0, 1, 2, 1250)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "1,250 stories",
    ]
    assert read_texts((folder,), ("tr", "en"))["tr"].count(1250) == "1.250 stories"


def test_a_language_with_more_forms_uses_them(folder: Path) -> None:
    letters = {"zero": "z", "one": "o", "two": "t", "few": "f", "many": "m", "other": "x"}
    forms = {form: f"{letter}{{count}}" for form, letter in letters.items()}
    write(folder, "ar", FULL.format(locale="ar").rpartition("count:")[0] + f"count: {forms}\n")
    arabic = read_texts((folder,), ("tr", "ar"))["ar"]
    assert [str(arabic.count(n))[0] for n in (0, 1, 2, 3, 11, 100)] == list("zotfmx")


def test_a_form_that_is_not_there_falls_back_to_other(folder: Path) -> None:
    write(folder, "ar", FULL.format(locale="ar"))
    assert read_texts((folder,), ("tr", "ar"))["ar"].count(2) == "2 stories"


def test_a_site_s_own_file_changes_only_what_it_says(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "site" / "templates"
    write(own, "en", "deep: {greeting: 'Hail {name}'}\n")
    texts = read_texts((own, folder), ("tr", "en"))["en"]
    assert texts.deep.greeting(name="Caesar") == "Hail Caesar"
    assert texts.plain == "Merhaba"


def test_all_missing_keys_of_all_languages_are_told_at_once(folder: Path) -> None:
    write(folder, "en", "locale: en_GB\nplain: Hello\n")
    write(folder, "de", "locale: de_DE\nplain: Hallo\nextra: {deep: mehr}\n")
    message = str(fault(folder, languages=("tr", "en", "de")))
    assert "en.yaml lacks deep.greeting, count, extra.deep." in message
    assert "de.yaml lacks deep.greeting, count." in message
    assert "tr.yaml lacks extra.deep." in message


def test_other_names_in_braces_than_in_the_other_languages_are_told(folder: Path) -> None:
    write(folder, "en", FULL.format(locale="en_GB").replace("{name}", "{naem}"))
    assert "deep.greeting" in fault(folder).message


def test_a_language_without_a_file_is_told_which_one_to_write(folder: Path) -> None:
    error = fault(folder, languages=("tr", "ar"))
    assert error.path == "templates/i18n/ar.yaml"
    assert "ar" in error.message
    assert error.hint is not None
    assert "dir" in error.hint


@pytest.mark.parametrize(
    ("text", "line"), [("a: [1\nb: 2\n", 2), ("- a\n- b\n", None), ("", None), ("a: b: c\n", 1)]
)
def test_a_file_that_is_no_mapping_is_told_with_its_line(
    folder: Path, text: str, line: int | None
) -> None:
    write(folder, "en", text)
    error = fault(folder)
    assert error.path == "templates/i18n/en.yaml"
    assert error.line == line


def test_bytes_that_are_not_utf_8_are_told(folder: Path) -> None:
    (folder / "i18n" / "en.yaml").write_bytes(b"plain: \xfe\n")
    assert "UTF-8" in fault(folder).message


def test_texts_can_be_sent_to_another_process(folder: Path) -> None:
    copy = pickle.loads(pickle.dumps(english(folder)))
    assert copy.deep.greeting(name="x") == "Selam x"
    assert copy.count(2) == "2 stories"
