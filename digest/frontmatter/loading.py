"""YAML that people write, read without its surprises."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_NESTED = re.compile(r"(?:[-?:][ \t]+){50}")  # libyaml's parser ends the process on deep nesting


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


def load_yaml(text: str, *, numbers: bool = False) -> Any:
    """Return what a YAML text holds.

    Raises yaml.YAMLError; for aliases too, which can grow without bound.
    """
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
