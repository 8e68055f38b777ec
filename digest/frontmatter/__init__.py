"""Front matter: text ↔ (metadata, body). Pure.

A file starts with a line `---`, YAML, and a line `---` again; what follows is Markdown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from digest.errors import FrontMatterError
from digest.frontmatter import simple
from digest.frontmatter.loading import NoYamlError, load_yaml, loader

__all__ = ["LIMIT", "NoYamlError", "dump", "load_yaml", "loader", "parse"]

LIMIT = 256 * 1024
"""Characters of front matter that are read at most; an article's has a few thousand."""

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
                f"the front matter is larger than {LIMIT // 1024} KiB, or is not closed.",
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
    found = simple.load(head)
    return _load_yaml(head, path) if found is None else found


def _load_yaml(head: str, path: str) -> dict[str, Any]:
    try:
        meta = load_yaml(head)
    except NoYamlError as error:
        hint = 'A text that has ": " or " #" in it, or starts with a sign, needs quotes.'
        raise FrontMatterError(
            f"the front matter is no valid YAML: {error.message}.",
            path=path,
            line=(error.line or 0) + 1,
            hint=hint if error.line else None,
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
