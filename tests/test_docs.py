"""The docs are whole and true: every command, key and field is there, every example is right."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from digest.cli.commands import main
from digest.config import ENGINES, PAGE_KINDS
from digest.config.reading import parse
from digest.store import FIELDS
from tests.support.commands import calls, commands, complaint, top
from tests.support.programs import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "bench/README.md"])
CONFIGURATION = (ROOT / "docs/configuration.md").read_text("utf-8")
SETTINGS, _, FRONT_MATTER = CONFIGURATION.partition("\n## Front matter\n")
GROUPS = {
    "site": "site: {zzz: 1}",
    "topics": "topics: [{zzz: 1}]",
    "build": "build: {zzz: 1}",
    "feeds": "feeds: {zzz: 1}",
    "translation": "translation: {zzz: 1}",
    "engines": "engines: {zzz: 1}",
    "engines.NAME": "engines: {deepl: {zzz: 1}}",
    "import": "import: {zzz: 1}",
    "check": "check: {zzz: 1}",
}
"""Settings that hold others, each with a mistake in it."""

HEAD = """\
# Commands

Each command can be named after `digest`, with `digest --site FOLDER` before it where the site is
not in the current folder. `-h` shows what stands here. `make build`, `serve`, `check` and `publish`
set up what is needed and run the command of that name; `make build ARGS=--explain` adds options.

A command ends with 0 when all is well, warnings aside; with 1 where something has to be mended, and
says what, where and how; with 2 where the command itself or config.yaml is wrong.
`digest build` also ends with 0 when a dump was skipped or a translation is pending: the site was
published. Problems go to standard error, results to standard output.

Any command may be killed, or find the disk full: nothing is lost, no page is half there, and
running it again mends what it left. Commands that would be in each other's way wait for each
other. Symbolic links below `content/` are not followed but reported, and nothing in content,
settings or templates makes a command read or write outside the site's folder.

"""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def reference() -> str:
    """docs/commands.md: what --help says, of digest and of every command."""
    group = top()
    parts = [HEAD, _block(main.get_help(group))]
    for name, command in commands():
        context = click.Context(command, info_name=name, parent=group)
        parts.append(f"\n## digest {name}\n\n{_block(command.get_help(context))}")
    return "".join(parts)


def _block(text: str) -> str:
    return "".join(f"    {line}".rstrip() + "\n" for line in text.split("\n"))


def test_every_command_and_option_is_in_the_reference(
    golden: Callable[[Path, str | bytes], None],
) -> None:
    golden(ROOT / "docs/commands.md", reference())


def test_every_command_and_option_says_what_it_does() -> None:
    for name, command in commands():
        assert command.help, name
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.opts}"


def documented(part: str) -> set[str]:
    """What the first columns of a part's tables name."""
    return set(re.findall(r"^\| `([\w.]+)` \|", part, re.MULTILINE))


def known(text: str) -> list[str]:
    """The settings that may stand where this config.yaml has `zzz`, as its reader lists them."""
    _, problems = parse(text, ROOT)
    hint = next(problem.hint for problem in problems if "zzz is no setting" in problem.message)
    return re.findall(r"\w+", hint.removeprefix("Known:"))


def settings() -> set[str]:
    found = {key for key in known("zzz: 1") if key == "topics" or key not in GROUPS}
    for group, text in GROUPS.items():
        if group == "engines":
            assert set(known(text)) == set(ENGINES)
            continue
        found |= {f"{group}.{key}" for key in known(text)}
    return found


def test_every_setting_is_documented_and_no_other() -> None:
    assert documented(SETTINGS) == settings()


def test_every_kind_of_page_and_translation_service_is_documented() -> None:
    for name in (*PAGE_KINDS, *ENGINES):
        assert f"`{name}`" in CONFIGURATION


def test_the_parts_of_rules_and_silences_are_documented() -> None:
    for text in ("import: {rules: [{zzz: 1}]}", "check: {silence: [{zzz: 1}]}"):
        assert f"`{{{', '.join(known(text))}}}`" in CONFIGURATION


def test_every_field_of_front_matter_is_documented_and_no_other() -> None:
    assert documented(FRONT_MATTER) == set(FIELDS)


VARIABLES_HEAD = """\
# Template variables

What a template sees beside the texts, field by field; [templates](templates.md) says how they are
used. `page` is a Page and `frame` a Frame. `page.content` is, by the kind of the page, a
StoryContent, a ListContent, a TextContent, a FeedContent, or nothing.
"""


def classes() -> dict[str, ast.ClassDef]:
    """The types of digest/model/ that a template can come to, in their order there."""
    files = (ROOT / f"digest/model/{name}.py" for name in ("articles", "listings", "pages"))
    body = [node for file in files for node in ast.parse(file.read_text("utf-8")).body]
    known = {node.name: node for node in body if isinstance(node, ast.ClassDef)}
    reached: set[str] = set()
    waiting = ["Page", "Frame", "StoryContent", "ListContent", "TextContent", "FeedContent"]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        named = {
            node.id
            for field in known[name].body
            if isinstance(field, ast.AnnAssign)
            for node in ast.walk(field.annotation)
            if isinstance(node, ast.Name)
        }
        waiting += named & known.keys() - reached
    return {name: node for name, node in known.items() if name in reached}


def fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """Yield name, type and meaning of each field and property of a type."""
    for field, after in zip_longest(node.body, node.body[1:]):
        if isinstance(field, ast.AnnAssign):
            value = after.value if isinstance(after, ast.Expr) else None
            said = value.value if isinstance(value, ast.Constant) else ""
            yield ast.unparse(field.target), ast.unparse(field.annotation), str(said)
        elif isinstance(field, ast.FunctionDef) and field.decorator_list:
            returns = ast.unparse(field.returns) if field.returns else ""
            yield field.name, returns, ast.get_docstring(field) or ""


def variables() -> str:
    """docs/template-variables.md: every type that a template can come to, field by field."""
    parts = [VARIABLES_HEAD]
    for name, node in classes().items():
        parts.append(f"\n## {name}\n\n{' '.join((ast.get_docstring(node) or '').split())}\n\n")
        parts.append("| field | type | what it is |\n|---|---|---|\n")
        for field, kind, said in fields(node):
            cells = (f"`{field}`", f"`{kind}`", " ".join(said.split()))
            parts.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n")
    return "".join(parts)


def test_every_variable_of_templates_is_in_the_reference(
    golden: Callable[[Path, str | bytes], None],
) -> None:
    golden(ROOT / "docs/template-variables.md", variables())


def test_the_names_that_templates_start_from_are_documented() -> None:
    text = (ROOT / "docs/templates.md").read_text("utf-8")
    table = text.split("## What a template sees")[1].split("## ")[0]
    code = ast.parse((ROOT / "digest/render/engine.py").read_text("utf-8"))
    named = [
        {key.value for key in node.keys if isinstance(key, ast.Constant)}
        for node in ast.walk(code)
        if isinstance(node, ast.Dict)
    ]
    (given,) = (names for names in named if "page" in names)
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == given


def links(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    for code in (r"(?ms)^```.*?^```", r"(?m)^(?: {4}|\t).*$", r"`[^`\n]+`"):
        text = re.sub(code, "", text)
    return re.findall(r"\]\(([^)\s]+)\)", text)


def anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_leads_to_a_file_that_is_there(path: Path) -> None:
    dead = []
    for link in links(path):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = path.parent / unquote(name) if name else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


def examples(path: Path) -> Iterator[tuple[str, bool]]:
    """Each call of digest in a page, and whether it is whole: in a block, not in a sentence."""
    text = path.read_text("utf-8")
    blocks = re.findall(r"(?m)^(?: {4}|\t)(.*)$", text)
    blocks += [line for part in text.split("```")[1::2] for line in part.split("\n")]
    for line in blocks:
        # What stands two spaces or more behind a command explains it.
        yield from ((call, True) for call in calls(re.split(r" {2,}", line.strip())[0]))
    for span in re.findall(r"`([^`\n]+)`", text):
        yield from ((call, False) for call in calls(span))


EXAMPLES = sorted(
    {(name_of(path), call, whole) for path in PAGES for call, whole in examples(path) if call}
)


def test_examples_are_found() -> None:
    found = {name for name, _, _ in EXAMPLES}
    assert {"README.md", "README.tr.md", "docs/tutorial.md", "docs/checks.md"} <= found


@pytest.mark.parametrize(("page", "call", "whole"), EXAMPLES)
def test_every_command_line_that_is_shown_can_be_typed(page: str, call: str, whole: bool) -> None:
    assert complaint(call, whole=whole) == ""
