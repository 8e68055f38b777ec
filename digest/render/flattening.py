"""A template with all that it extends and includes, as one piece.

Jinja2 renders `story.html` by running three templates and a dozen blocks as generators, one
within another. Which block stands where is known before any page is made, so each is put in
its place once, in the syntax tree. What cannot be told in advance (a template chosen by a
variable, `super()`, a block in a loop) is left to Jinja2 as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import nodes

PAGE_NAMES = ("page", "frame", "frames", "t", "texts")
"""What every page's template is given (`environment.render_page`)."""

PAGE = "_page"
"""What a whole page is assigned to."""

Parse = Callable[[str], nodes.Template]
"""A template's name → its syntax tree, of which nobody else has hold."""

_BESIDE = (nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.Import, nodes.FromImport)
"""What a template that extends another may have beside its blocks."""
_FIELDS = ("body", "elif_", "else_")


def flattened(name: str, parse: Parse) -> nodes.Template | None:
    """Return the tree of a template with all that it extends and includes in its place.

    It is one assignment to PAGE, which is how Jinja2 collects instead of yielding piece by
    piece. None where that would not do the same.
    """
    try:
        body = _Flat(parse).template(name)
    except _Dynamic:
        return None
    used = nodes.ExprStmt(nodes.Tuple([nodes.Name(n, "load") for n in PAGE_NAMES], "load"))
    return nodes.Template([nodes.AssignBlock(nodes.Name(PAGE, "store"), None, [used, *body])])


class _Dynamic(Exception):  # noqa: N818  no error, but what keeps this from being done
    """What a template does is known only when it runs."""


class _Flat:
    """Puts one page's templates together."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.blocks: dict[str, nodes.Block] = {}
        """The block of each name that counts: that of the template nearest to the page."""
        self.open: list[str] = []
        """Templates and blocks that are being put in place: none may be within itself."""

    def template(self, name: str) -> list[nodes.Node]:
        """Return what a template does, and what it extends."""
        tree, beside = self._parsed(name), []
        while tree.body and isinstance(extends := tree.body[0], nodes.Extends):
            rest = tree.body[1:]
            allowed = all(isinstance(node, (*_BESIDE, nodes.Block, nodes.Output)) for node in rest)
            if not allowed:
                raise _Dynamic
            beside += [node for node in rest if isinstance(node, _BESIDE)]
            tree = self._parsed(_fixed(extends.template))
        return [*beside, *self._placed(tree.body, frozenset())]

    def _parsed(self, name: str) -> nodes.Template:
        if name in self.open:
            raise _Dynamic
        self.open.append(name)
        tree = self.parse(name)
        for block in tree.find_all(nodes.Block):
            if block.scoped or block.required:
                raise _Dynamic
            self.blocks.setdefault(block.name, block)
        if any(found.name in ("self", "super") for found in tree.find_all(nodes.Name)):
            raise _Dynamic
        return tree

    def _placed(self, body: Iterable[nodes.Node], hidden: frozenset[str]) -> list[nodes.Node]:
        """Return these nodes with blocks and included templates in their places.

        `hidden` are the names that are set around them and that a block does not see.
        """
        placed: list[nodes.Node] = []
        for node in body:
            if isinstance(node, nodes.Extends):
                raise _Dynamic
            if isinstance(node, nodes.Block):
                placed.append(self._block(node.name, hidden))
            elif isinstance(node, nodes.Include):
                placed.append(self._included(node))
            else:
                placed.append(self._within(node, hidden))
        return placed

    def _within(self, node: nodes.Node, hidden: frozenset[str]) -> nodes.Node:
        if not isinstance(node, (nodes.If, nodes.AssignBlock)) and node.find(nodes.Block):
            raise _Dynamic
        if isinstance(node, nodes.AssignBlock):
            hidden |= _stored(node.body)
        for field in _FIELDS:
            inner = getattr(node, field, None)
            if isinstance(inner, list):
                setattr(node, field, self._placed(inner, hidden))
        return node

    def _block(self, name: str, hidden: frozenset[str]) -> nodes.Scope:
        key, body = f"block {name}", self.blocks[name].body
        if key in self.open or not hidden.isdisjoint(_free(body)):
            raise _Dynamic
        self.open.append(key)
        scope = nodes.Scope(self._placed(body, hidden | _stored(body)))
        self.open.remove(key)
        return scope

    def _included(self, node: nodes.Include) -> nodes.Scope:
        if node.ignore_missing or not node.with_context:
            raise _Dynamic
        name = _fixed(node.template)
        tree = self._parsed(name)
        if tree.find(nodes.Extends) or tree.find(nodes.Block):
            raise _Dynamic
        scope = nodes.Scope(self._placed(tree.body, frozenset()))
        self.open.remove(name)
        return scope


def _fixed(template: nodes.Expr) -> str:
    if isinstance(template, nodes.Const) and isinstance(template.value, str):
        return template.value
    raise _Dynamic


def _stored(body: Iterable[nodes.Node]) -> frozenset[str]:
    """Return the names that these nodes set for what comes after them."""
    found: set[str] = set()
    for node in body:
        if isinstance(node, nodes.If):
            found |= _stored([*node.body, *node.elif_, *node.else_])
        elif isinstance(node, (nodes.Assign, nodes.AssignBlock)):
            found |= _names(node.target, "store")
        elif isinstance(node, nodes.Macro):
            found.add(node.name)
        elif isinstance(node, nodes.Import):
            found.add(node.target)
        elif isinstance(node, nodes.FromImport):
            found.update(name if isinstance(name, str) else name[1] for name in node.names)
    return frozenset(found)


def _free(body: Iterable[nodes.Node]) -> set[str]:
    """Return the names that these nodes use and have not set by then, or that they may."""
    free: set[str] = set()
    bound: frozenset[str] = frozenset()
    for node in body:
        if isinstance(node, nodes.For):
            inner = _free([*node.body, *node.else_, *([node.test] if node.test else [])])
            free |= (_names(node.iter, "load") | inner - _names(node.target, "store")) - bound
        elif isinstance(node, nodes.If):
            free |= (_names(node.test, "load") | _free(node.body)) - bound
            free |= (_free(node.elif_) | _free(node.else_)) - bound
        else:
            free |= _names(node, "load") - bound
        bound |= _stored([node])
    return free


def _names(node: nodes.Node, use: str) -> set[str]:
    """Return the names in a node, itself included, that are loaded or stored there."""
    own = [node] if isinstance(node, nodes.Name) else []
    return {name.name for name in (*own, *node.find_all(nodes.Name)) if name.ctx == use}
