"""What a template asks for when it runs: other templates, and whether it asks for Jinja2."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from jinja2 import nodes

from digest.render.compiled import FILTERS, LOOP

_NAMES = frozenset(
    {"caller", "cycler", "joiner", "kwargs", "lipsum", "namespace", "self", "super", "varargs"}
)
"""What Jinja2 alone gives."""

_STATEMENTS: tuple[type[nodes.Node], ...] = (
    nodes.Block, nodes.CallBlock, nodes.EvalContextModifier, nodes.Extends, nodes.FilterBlock,
    nodes.Include, nodes.NSRef, nodes.Test,
)  # fmt: skip
"""What Jinja2 alone does."""


def is_plain(tree: nodes.Template, filters: AbstractSet[str]) -> bool:
    """Say whether the code of this tree needs nothing but our filters and what compiled.py has.

    Code that is taken for plain and is not fails when it runs, and Jinja2 makes the page.
    """
    names = [found.name for found in tree.find_all(nodes.Name)]
    asked = [
        found.attr
        for found in tree.find_all(nodes.Getattr)
        if isinstance(found.node, nodes.Name) and found.node.name == "loop"
    ]
    return (
        not any(tree.find_all(_STATEMENTS))
        and _NAMES.isdisjoint(names)
        and len(asked) == names.count("loop")
        and LOOP.issuperset(asked)
        and all(_is_known(found, filters) for found in tree.find_all(nodes.Filter))
        and not any(found.recursive for found in tree.find_all(nodes.For))
        and not any(found.with_context for found in _imports(tree))
        and all(isinstance(found.template, nodes.Const) for found in _imports(tree))
    )


def _is_known(found: nodes.Filter, filters: AbstractSet[str]) -> bool:
    """Say whether a filter is one of these; Jinja2's own are known without their options."""
    if found.name in FILTERS:
        return not found.kwargs and len(found.args) <= (found.name == "join")
    return found.name in filters


def pieces(tree: nodes.Template) -> frozenset[str]:
    """Return the names of the templates that this one imports, or shows by `part`."""
    shown = [found.node for found in tree.find_all(nodes.Filter) if found.name == "part"]
    return imports(tree).union(_named(shown))


def imports(tree: nodes.Template) -> frozenset[str]:
    """Return the names of the templates that this one imports."""
    return _named(found.template for found in _imports(tree))


def _imports(tree: nodes.Template) -> list[nodes.Import | nodes.FromImport]:
    return [*tree.find_all(nodes.Import), *tree.find_all(nodes.FromImport)]


def _named(found: Iterable[nodes.Expr | None]) -> frozenset[str]:
    return frozenset(str(node.value) for node in found if isinstance(node, nodes.Const))
