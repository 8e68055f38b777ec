"""Interface texts: templates/i18n/LANG.yaml, one file a language, the same keys in all.

A text is a `Phrase`; one with `{names}` is called with their values, `t.story.added(when=…)`.
A text that depends on a number is a mapping of CLDR plural forms and becomes a `Plural`,
`t.count.stories(3)`. Keys are attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from digest.errors import ConfigError
from digest.frontmatter import NoYamlError, load_yaml
from digest.render import cldr

FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""CLDR's plural categories; a mapping with no other keys is one text in several forms."""

_FIELD = re.compile(r"\{(\w*)\}")


class Phrase(str):
    """One interface text; call it to fill in what it has in braces. Values are escaped."""

    __slots__ = ()

    def __call__(self, **values: object) -> Markup:
        """Return the text with the values in it, as HTML."""
        plain = all(type(value) in {str, int} for value in values.values())
        return (_filled if plain else _fill)(str(self), tuple(values.items()))


class Plural:
    """One interface text in the forms that a number takes in a language."""

    def __init__(self, forms: Mapping[str, str], locale: str) -> None:
        self.forms = {name: Phrase(text) for name, text in forms.items()}
        self.locale = locale

    def __call__(self, count: int, **values: object) -> Markup:
        """Return the text in the form that the number takes, as HTML."""
        form, number = _form(count, self.locale)
        return self.forms.get(form, self.forms["other"])(count=number, **values)


class Texts:
    """The interface texts of one language, or a branch of them."""

    def __init__(self, entries: Mapping[str, Any], locale: str) -> None:
        for key, value in entries.items():
            self.__dict__[key] = _value(value, locale)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)  # here for the type checker: keys are found before this


def read_texts(
    folders: tuple[Path, ...], languages: tuple[str, ...], kept: Path | None = None
) -> dict[str, Texts]:
    """Return each language's texts; what an earlier folder says goes before a later one's.

    What takes long to load is looked up in the folder `kept`, and kept there.

    Raises ConfigError for files that are missing or unreadable, and, for all languages at
    once, where keys or their `{names}` are not the same in every language.
    """
    entries = {lang: _merged(folders, lang, kept) for lang in languages}
    _compare(entries, folders[0])
    if kept:
        cldr.recall(kept, [str(tree["locale"]) for tree in entries.values()])
    return {lang: Texts(tree, str(tree["locale"])) for lang, tree in entries.items()}


def _value(value: Any, locale: str) -> Any:
    if not isinstance(value, dict):
        text = str(value)
        return Phrase(text) if "{" in text else text
    if value.keys() <= FORMS:
        return Plural(value, locale)
    return Texts(value, locale)


def _fill(text: str, values: tuple[tuple[str, Any], ...]) -> Markup:
    return Markup(escape(text)).format(**dict(values))  # noqa: S704  escaped on the spot


_filled = lru_cache(maxsize=4096)(_fill)
"""The same for plain values: equal ones give the same HTML, which Markup and text do not."""


@lru_cache(maxsize=4096)
def _form(count: int, locale: str) -> tuple[str, str]:
    known = cldr.of(locale)
    return known.form(count), known.number(count)


def _merged(folders: tuple[Path, ...], lang: str, kept: Path | None) -> dict[str, Any]:
    paths = [folder / "i18n" / f"{lang}.yaml" for folder in folders]
    files = [f"{kept}/texts-{lang}-{n}" if kept else "" for n in range(len(paths))]
    found = [_load(p, file) for p, file in zip(paths, files, strict=True) if p.is_file()]
    if not found:
        raise ConfigError(
            f'there are no interface texts for "{lang}": the file is missing.',
            path=_shown(paths[0]),
            hint="Copy templates/i18n/en.yaml to it, translate the texts, and set locale and dir.",
        )
    tree: dict[str, Any] = {}
    for layer in reversed(found):
        _overlay(tree, layer)
    return tree


def _load(path: Path, kept: str) -> dict[str, Any]:
    try:
        tree = load_yaml(path.read_text("utf-8"), kept=kept)
    except (NoYamlError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"this is no YAML in UTF-8: {getattr(error, 'message', error)}.",
            path=_shown(path),
            line=getattr(error, "line", None),
            hint='Put texts that hold a colon, # or braces between "double quotes".',
        ) from None
    if not isinstance(tree, dict):
        raise ConfigError("the file holds no keys.", path=_shown(path))
    return tree


def _overlay(tree: dict[str, Any], layer: Mapping[str, Any]) -> None:
    for key, value in layer.items():
        if isinstance(value, dict) and isinstance(tree.get(key), dict):
            _overlay(tree[key], value)
        else:
            tree[key] = value


def _compare(entries: Mapping[str, dict[str, Any]], folder: Path) -> None:
    """Raise ConfigError unless all languages have the same keys, each with the same {names}."""
    leaves = {lang: dict(_leaves(tree)) for lang, tree in entries.items()}
    everything = {key: names for found in leaves.values() for key, names in found.items()}
    faults = []
    for lang, found in leaves.items():
        missing = [key for key in everything if key not in found]
        different = [
            f"{key} ({', '.join(sorted(everything[key])) or 'no names'})"
            for key in found
            if found[key] != everything[key]
        ]
        if missing:
            faults.append(f"{lang}.yaml lacks {', '.join(missing)}.")
        if different:
            faults.append(
                f"{lang}.yaml has other {{names}} than the rest in {', '.join(different)}."
            )
    if faults:
        raise ConfigError(
            " ".join(faults),
            path=_shown(folder / "i18n"),
            hint="Every language needs every text; templates/i18n/en.yaml has the complete list.",
        )


def _leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and not (value and value.keys() <= FORMS):
            yield from _leaves(value, f"{name}.")
        elif isinstance(value, dict):
            texts = " ".join(str(text) for text in value.values())
            yield name, frozenset(_FIELD.findall(texts))
        elif value is not None:
            yield name, frozenset(_FIELD.findall(str(value)))


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:]) if path.suffix else "/".join(path.parts[-2:])
