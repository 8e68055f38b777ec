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
    found = [*tree.find_all(nodes.Node)]
    names = [node.name for node in found if isinstance(node, nodes.Name)]
    asked = [
        node.attr
        for node in found
        if isinstance(node, nodes.Getattr)
        and isinstance(node.node, nodes.Name)
        and node.node.name == "loop"
    ]
    imported = _imports(found)
    return (
        not any(isinstance(node, _STATEMENTS) for node in found)
        and _NAMES.isdisjoint(names)
        and len(asked) == names.count("loop")
        and LOOP.issuperset(asked)
        and all(_is_known(node, filters) for node in found if isinstance(node, nodes.Filter))
        and not any(node.recursive for node in found if isinstance(node, nodes.For))
        and not any(node.with_context for node in imported)
        and all(isinstance(node.template, nodes.Const) for node in imported)
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
    return _named(found.template for found in _imports(tree.find_all(nodes.Node)))


def _imports(found: Iterable[nodes.Node]) -> list[nodes.Import | nodes.FromImport]:
    return [node for node in found if isinstance(node, (nodes.Import, nodes.FromImport))]


def _named(found: Iterable[nodes.Expr | None]) -> frozenset[str]:
    return frozenset(str(node.value) for node in found if isinstance(node, nodes.Const))
