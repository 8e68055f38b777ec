"""glossary.yaml, or a CSV file of the same columns, as glossaries. Every mistake has its line.

    terms:                      # two columns: the original's language, the translation's
      Gazze Şeridi: Gaza Strip
      Dışişleri Bakanı: Foreign Minister | Minister of Foreign Affairs
      Kızılay: {en: Red Crescent, de: Roter Halbmond}
    keep: [Hamas, Reuters]
    avoid:
      Kiev: Kyiv

The first of several renderings is what a term should be, the others are allowed. A rendering
without a language is of the first language that stories are translated into. A file may as
well be the terms alone, or a list of `{tr: …, en: …}`. A CSV file's first row names languages.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from digest import files, frontmatter
from digest.errors import DigestError
from digest.model import Problem
from digest.translate.glossary import Glossary, Term
from digest.translate.language import language

_KEYS = ("terms", "keep", "avoid")
_LARGEST = 4_000_000


class _Row(NamedTuple):
    """One term in all languages that the file has it in."""

    line: int
    text: str
    renderings: dict[str, str]
    """Accepted renderings by language, `|` between them."""


class _Mistake(Exception):  # noqa: N818 - becomes a Problem at the file's edge
    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def load(
    root: Path, name: str, original: str, targets: tuple[str, ...]
) -> tuple[dict[str, Glossary], tuple[Problem, ...]]:
    """Return a glossary for each target language, and all mistakes in the file.

    Without a name, or with the default name and no such file, the glossaries are empty.
    """
    empty = {lang: Glossary(language(original), language(lang)) for lang in targets}
    if not name or not targets:
        return empty, ()
    if not files.inside(root, root / name):
        hint = "Put the file into the site."
        return empty, (Problem("error", "glossary", "it lies outside the site.", name, hint=hint),)
    try:
        text = files.read_text(root / name, name)
    except FileNotFoundError:
        if name == "glossary.yaml":
            return empty, ()
        hint = "Set translation.glossary in config.yaml to a file of the site, or to nothing."
        return empty, (Problem("error", "glossary", "there is no such file.", name, hint=hint),)
    except DigestError as error:
        found = Problem("error", "glossary", error.message, name, error.line or 0, error.hint or "")
        return empty, (found,)
    return parse(text, name, original, targets)


def parse(
    text: str, name: str, original: str, targets: tuple[str, ...]
) -> tuple[dict[str, Glossary], tuple[Problem, ...]]:
    """Return a glossary for each target language, and all mistakes in the text of a file."""
    mistakes: list[_Mistake] = []
    if len(text) > _LARGEST:
        mistakes.append(_Mistake(0, "the glossary is larger than 4 MB."))
        text = ""
    reader = _Reader(original, targets, mistakes)
    if name.lower().endswith((".csv", ".tsv")):
        reader.table(text, "\t" if name.lower().endswith(".tsv") else ",")
    else:
        reader.document(text)
    problems = tuple(
        Problem("error", "glossary", one.message, name, one.line, one.hint) for one in mistakes
    )
    return {lang: reader.glossary(lang) for lang in targets}, problems


class _Reader:
    """Reads one file; gathers rows and mistakes."""

    def __init__(self, original: str, targets: tuple[str, ...], mistakes: list[_Mistake]) -> None:
        self.original, self.targets, self.mistakes = original, targets, mistakes
        self._by_text: dict[str, _Row] = {}
        self.avoided: list[tuple[str, str]] = []

    def glossary(self, lang: str) -> Glossary:
        """Return the terms that have a rendering in this language."""
        terms: dict[str, Term] = {}
        for row in self._by_text.values():
            renderings = tuple(one.strip() for one in row.renderings.get(lang, "").split("|"))
            if any(renderings):
                terms.setdefault(row.text, Term(row.text, tuple(filter(None, renderings))))
        source, target = language(self.original), language(lang)
        return Glossary(source, target, tuple(terms.values()), tuple(self.avoided))

    def table(self, text: str, delimiter: str) -> None:
        """Read a CSV file."""
        rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter)
        try:
            head = [cell.strip() for cell in next(rows, [])]
            if self.original not in head:
                hint = f"Write `{self.original}{delimiter}{delimiter.join(self.targets)}`."
                raise _Mistake(1, "the first row does not name the languages.", hint)
            for cells in rows:
                known = {lang: cell.strip() for lang, cell in zip(head, cells, strict=False)}
                if any(known.values()):
                    self._add(rows.line_num, known.pop(self.original, ""), known)
        except csv.Error as error:
            self.mistakes.append(_Mistake(rows.line_num, f"no valid CSV: {error}."))
        except _Mistake as mistake:
            self.mistakes.append(mistake)

    def document(self, text: str) -> None:
        """Read a YAML file."""
        import yaml

        try:
            if "*" in text:
                frontmatter.load_yaml(text)  # refuses aliases
            top: Any = yaml.compose(text, Loader=frontmatter.loader())
        except frontmatter.NoYamlError as error:
            self.mistakes.append(_Mistake(error.line or 1, f"no valid YAML: {error.message}."))
            return
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            said = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
            self.mistakes.append(_Mistake(mark.line + 1 if mark else 1, f"no valid YAML: {said}."))
            return
        if top is None:
            return
        groups = _pairs(top) if top.id == "mapping" else []
        if not any(key.value in _KEYS for key, _ in groups):
            self._terms(top)
            return
        nested = any(key.value == "terms" for key, _ in groups)
        for key, value in groups:
            if key.value not in _KEYS and not nested and value.id == "scalar":
                self._add(_line(key), key.value, self._renderings(value))
            else:
                self._group(key, value)

    def _group(self, key: Any, value: Any) -> None:
        if key.value == "terms":
            self._terms(value)
        elif key.value == "keep":
            for item in self._items(value):
                self._add(_line(item), item.value, dict.fromkeys(self.targets, item.value))
        elif key.value == "avoid":
            for wrong, right in self._avoided(value):
                self.avoided.append((wrong.strip(), right.strip()))
        else:
            hint = f"Write {', '.join(_KEYS)}."
            self.mistakes.append(_Mistake(_line(key), f'"{key.value}" is unknown.', hint))

    def _terms(self, node: Any) -> None:
        if node.id == "mapping":
            for key, value in _pairs(node):
                self._add(_line(key), key.value, self._renderings(value))
        elif node.id == "sequence":
            for item in node.value:
                try:
                    known = self._by_language(item)
                except _Mistake as mistake:
                    self.mistakes.append(mistake)
                else:
                    self._add(_line(item), known.pop(self.original, ""), known)
        elif node.value:
            hint = "Write `term: rendering`, one a line."
            self.mistakes.append(_Mistake(_line(node), "there are no terms here.", hint))

    def _renderings(self, node: Any) -> dict[str, str]:
        if node.id == "mapping":
            return self._by_language(node)
        several = node.value if node.id == "sequence" else [node]
        texts = [item.value for item in several if item.id == "scalar"]
        return {self.targets[0]: " | ".join(texts)}

    def _by_language(self, node: Any) -> dict[str, str]:
        if node.id != "mapping":
            hint = f"Write {{{self.original}: …, {self.targets[0]}: …}}."
            raise _Mistake(_line(node), "this is no term.", hint)
        known: dict[str, str] = {}
        for key, value in _pairs(node):
            several = value.value if value.id == "sequence" else [value]
            known[key.value] = " | ".join(one.value for one in several if one.id == "scalar")
        return known

    def _items(self, node: Any) -> Iterable[Any]:
        items = node.value if node.id == "sequence" else [node] if node.value else []
        for item in items:
            if getattr(item, "id", "") == "scalar":
                yield item
            else:
                self.mistakes.append(_Mistake(_line(node), "this is no list of words."))

    def _avoided(self, node: Any) -> Iterator[tuple[str, str]]:
        if node.id == "mapping":
            for key, value in _pairs(node):
                yield key.value, value.value if value.id == "scalar" else ""
        else:
            yield from ((item.value, "") for item in self._items(node))

    def _add(self, line: int, text: str, renderings: dict[str, str]) -> None:
        text = " ".join(text.split())
        if not any(map(str.isalnum, text)):
            self.mistakes.append(_Mistake(line, "a term without words."))
        elif not any(one.strip(" |") for one in renderings.values()):
            hint = "Write what it becomes behind the colon, or list it under `keep`."
            self.mistakes.append(_Mistake(line, f'"{text}" has no rendering.', hint))
        elif twin := self._by_text.get(text):
            if any(twin.renderings.get(lang, one) != one for lang, one in renderings.items()):
                message = f'"{text}" is there already, in line {twin.line}.'
                self.mistakes.append(_Mistake(line, message, "Keep one of the two."))
            twin.renderings.update(renderings)
        else:
            self._by_text[text] = _Row(line, text, renderings)


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return [(key, value) for key, value in node.value if key.id == "scalar"]


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1
