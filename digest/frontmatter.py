"""Front matter: text ↔ (metadata, body). Pure.

A file starts with a line `---`, YAML, and a line `---` again; what follows is Markdown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from digest.errors import FrontMatterError

LIMIT = 256 * 1024
"""Characters of front matter that are read at most; an article's has a few thousand."""

_NESTED = re.compile(r"(?:[-?:][ \t]+){50}")  # libyaml's parser ends the process on deep nesting
_FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)


def parse(text: str, path: str = "") -> tuple[dict[str, Any], str, int]:
    """Return the metadata, the body, and the line (from 1) of the file that the body starts on.

    A file without front matter has empty metadata. Raises FrontMatterError where the front
    matter is not closed, is no YAML mapping, uses anchors (which can grow without bound),
    or is larger than `LIMIT`.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not _FENCE.match(text):
        return {}, text, 1
    head, body = _cut(text, path)
    meta = _load(head, path)
    blank = len(body) - len(body.lstrip("\n"))
    line = head.count("\n") + 3 + blank
    return meta, body[blank:], line


def dump(meta: dict[str, Any], body: str) -> str:
    """Return a file's text: the metadata as YAML in the order given, then the body."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    head = yaml.dump(
        meta, Dumper=_flow_lists(dumper), allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return f"---\n{head}---\n\n{body.strip(chr(10))}\n"


def _cut(text: str, path: str) -> tuple[str, str]:
    start = text.index("\n") + 1 if "\n" in text else len(text)
    end = _FENCE.search(text, start, start + LIMIT)
    if end is None:
        if len(text) > LIMIT:
            raise FrontMatterError(
                f"the front matter is larger than {LIMIT // 1024} KiB, or its closing --- is missing.",
                path=path,
                line=1,
                hint="Put a line --- after the last field.",
            )
        raise FrontMatterError(
            "the front matter starts with --- and does not end.",
            path=path,
            line=1,
            hint="Put a line --- after the last field.",
        )
    return text[start : end.start()], text[end.end() :]


def _load(head: str, path: str) -> dict[str, Any]:
    import yaml

    try:
        meta = load_yaml(head)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise FrontMatterError(
            f"the front matter is no valid YAML: {error.problem or error.context}.",
            path=path,
            line=mark.line + 2 if mark else 1,
            hint='A text with ": " or " #" in it, or that starts with a sign, stands between quotes.',
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise FrontMatterError(
            f"the front matter is no valid YAML: {str(error).splitlines()[0]}.", path=path, line=1
        ) from None
    if meta is None:
        return {}
    if not isinstance(meta, dict):
        raise FrontMatterError(
            f"the front matter is a {type(meta).__name__}, not fields.",
            path=path,
            line=2,
            hint="Write one `name: value` a line.",
        )
    return meta


@cache
def loader(*, numbers: bool = False) -> Any:
    """Return the YAML loader for files that people write.

    It is PyYAML's safe loader (the C one where there is one) with these changes: dates stay the
    text that stands there, and so do `yes`, `no`, `on` and `off` (`lang: no` is Norwegian) and,
    unless `numbers` are asked for, numbers (a headline may be `2025`). A key given twice is an error.
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
    """Return what a YAML text holds. Raises yaml.YAMLError, for aliases too: they can grow without bound."""
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


@cache
def _flow_lists(base: Any) -> Any:
    class Dumper(base):  # type: ignore[misc]  # the base depends on the platform
        pass

    def sequence(dumper: Any, data: Any) -> Any:
        flat = all(isinstance(item, str) for item in data)
        return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flat)

    # Dates stand without quotes: `loader` reads them as the texts that they are.
    Dumper.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    Dumper.add_representer(list, sequence)
    Dumper.add_representer(tuple, sequence)
    return Dumper
