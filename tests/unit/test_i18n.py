"""The shipped interface texts: complete, used, and fit for addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.render.texts import FORMS, read_texts

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
SHIPPED = sorted(path.stem for path in (TEMPLATES / "i18n").glob("*.yaml"))


def tree(lang: str) -> dict[str, Any]:
    loaded = yaml.safe_load((TEMPLATES / "i18n" / f"{lang}.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def leaves(branch: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in branch.items():
        if isinstance(value, dict) and not value.keys() <= FORMS:
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def sources() -> str:
    files = [*TEMPLATES.glob("*.html"), *(ROOT / "digest").rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_all_languages_have_the_same_texts_with_the_same_names() -> None:
    assert set(read_texts((TEMPLATES,), tuple(SHIPPED))) == {"en", "tr"}


@pytest.mark.parametrize("lang", SHIPPED)
def test_every_text_says_something_and_is_a_text(lang: str) -> None:
    for key, value in leaves(tree(lang)):
        texts = value.values() if isinstance(value, dict) else (value,)
        assert all(isinstance(text, str) and text.strip() == text != "" for text in texts), key


@pytest.mark.parametrize("lang", SHIPPED)
def test_words_in_addresses_are_ascii_and_differ(lang: str) -> None:
    words = list(tree(lang)["paths"].values())
    assert all(re.fullmatch(r"[a-z]+", word) for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("lang", SHIPPED)
def test_plurals_have_every_form_of_their_language(lang: str) -> None:
    from babel import Locale

    needed = Locale.parse(tree(lang)["locale"]).plural_form.rules.keys() | {"other"}
    for key, value in leaves(tree(lang)):
        if isinstance(value, dict):
            assert value.keys() == needed, key


def test_turkish_uses_its_own_letters_and_apostrophes() -> None:
    texts = [text for _, text in leaves(tree("tr")) if isinstance(text, str)]
    assert not [text for text in texts if re.search(r"\w'\w|\u0307", text)]


def test_no_text_is_left_over_from_what_is_gone() -> None:
    code = sources()
    names = {key.rpartition(".")[2] for key, _ in leaves(tree("en"))}
    built = {name for name in names if f'"{name.partition("_")[0]}_"' in code}
    assert {name for name in names - built if not re.search(rf"\b{name}\b", code)} == set()
