"""YAML that people write, read without its surprises."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from digest import fingerprint, remembered

_NESTED = re.compile(r"(?:[-?:][ \t]+){50}")  # libyaml's parser ends the process on deep nesting


class NoYamlError(ValueError):
    """A text is no YAML, or YAML that is refused."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        """From 1, where it is known."""


@cache
def loader(*, numbers: bool = False) -> Any:
    """Return the YAML loader for files that people write.

    It is PyYAML's safe loader (the C one where there is one) with these changes: dates stay the
    text that stands there, and so do `yes`, `no`, `on` and `off` (`lang: no` is Norwegian) and,
    unless `numbers` are asked for, numbers (a headline may be `2025`). A key given twice is an
    error.
    """
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc, valid-type]  # the base depends on the platform
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            keys = [key.value for key, _ in node.value if isinstance(key.value, str)]
            if len(set(keys)) < len(keys):
                double, mark = _double(node)
                raise yaml.constructor.ConstructorError(
                    None, None, f'"{double}" is given twice', mark
                )
            return super().construct_mapping(node, deep)

    keep = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:float" if numbers else "")
    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag in keep]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver(
        "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|false|False)$"), list("tTfF")
    )
    if numbers:
        # Without the forms of YAML 1.1 in which 11:47 is 707 and 0755 is 493.
        Loader.add_implicit_resolver(
            "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789")
        )
    return Loader


def load_yaml(text: str, *, numbers: bool = False, kept: str = "") -> Any:
    """Return what a YAML text holds; `kept` is a file that may know it already.

    Raises NoYamlError; for aliases too, which can grow without bound.
    """
    if kept:
        key = fingerprint.of_text(f"{numbers}{text}")
        return remembered.value(kept, key, lambda: load_yaml(text, numbers=numbers))
    import yaml

    try:
        return _loaded(text, numbers=numbers)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or getattr(error, "context", None)
        message = said or (str(error).splitlines() or [type(error).__name__])[0]
        raise NoYamlError(message, mark.line + 1 if mark else None) from None


def _loaded(text: str, *, numbers: bool) -> Any:
    import yaml

    if text.count("[") + text.count("{") > 500 or _NESTED.search(text):
        raise yaml.YAMLError("lists or fields are nested too deeply")
    if "*" in text:
        for token in yaml.scan(text, Loader=loader()):
            if isinstance(token, yaml.AliasToken):
                raise yaml.composer.ComposerError(
                    None, None, "aliases (*name) are not allowed here", token.start_mark
                )
    return yaml.load(text, Loader=loader(numbers=numbers))  # noqa: S506 - a subclass of the safe loader


def _double(node: Any) -> tuple[str, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            return key.value, key.start_mark
        seen.add(key.value)
    raise AssertionError("no key is given twice")
