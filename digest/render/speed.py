"""Jinja2, quicker at what a page does hundreds of times. Its output is the same.

The ways are Jinja2's own points of extension: Environment.getattr, code_generator_class, and
syntax trees that are changed before they are compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from keyword import iskeyword
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateError
from jinja2.filters import sync_do_join
from jinja2.runtime import Context, Macro
from jinja2.utils import pass_eval_context

from digest.errors import RenderError
from digest.render.bytecode import DiskCache
from digest.render.compiled import ALONE, WHOLE, escaped
from digest.render.flattening import PAGE, PAGE_NAMES, flattened
from digest.render.needs import imports, is_plain, pieces
from digest.render.sources import Sources


def call(context: Context, function: Any, *values: Any, **named: Any) -> Any:
    """Call what a template calls. Of all that is there for it, macros alone want the context."""
    if type(function) is Macro:
        return function(context.eval_ctx, *values, **named)
    return function(*values, **named)


@pass_eval_context
def join(
    context: nodes.EvalContext, value: Any, d: Any = "", attribute: str | int | None = None
) -> Any:
    """Do what Jinja2's filter does, at once where all values are plain texts."""
    plain = attribute is None and type(d) is str and type(value) in {list, tuple}
    if plain and set(map(type, value)) <= {str}:
        return d.join(value)
    return sync_do_join(context, value, d, attribute)


class QuickCode(CodeGenerator):
    """Compiles templates to code that escapes with `escaped`, and does as Python does."""

    @property
    def in_one_piece(self) -> bool:
        """Whether the template was put together from all that it uses."""
        return self.name in {WHOLE, ALONE}

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write `page.title` as it stands; a constant before the dot is left to Jinja2."""
        if isinstance(node.node, nodes.Const) or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call that does not look for what the function might want of the context."""
        self.write("call(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        """Write a whole page at once: what it is assigned to is only there to collect it."""
        if not self.in_one_piece or getattr(node.target, "name", "") != PAGE:
            super().visit_AssignBlock(node, frame)
            return
        page = frame.inner()
        page.require_output_check = False
        page.symbols.analyze_node(node)
        self.enter_frame(page)
        self.buffer(page)
        self.blockvisit(node.body, page)
        self.writeline(f"yield concat({page.buffer})")
        self.leave_frame(page)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """Write what every page has as it stands, without asking whether it is there."""
        ref = frame.symbols.find_ref(node.name) if node.ctx == "load" else None
        load = frame.symbols.find_load(ref) if ref else None
        plain = load and load[0] == "resolve" and load[1] in PAGE_NAMES
        if ref and plain and self.in_one_piece:
            self.write(ref)
        else:
            super().visit_Name(node, frame)


class QuickTemplate(Template):
    """A template whose code finds `escaped` and `call` among its globals."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: Any,
        globals: Any,  # noqa: A002  Jinja2's name
        uptodate: Any = None,
    ) -> Template:
        """Return the template that compiled code makes."""
        namespace = {
            "__file__": code.co_filename,
            "environment": environment,
            "escaped": escaped,
            "call": call,
        }
        exec(code, namespace)  # noqa: S102  what Jinja2 does with its own compiled templates
        template = cls._from_namespace(environment, namespace, globals)
        template._uptodate = uptodate  # noqa: SLF001  what Jinja2 does too
        return template


def _page(template: Template, values: dict[str, Any]) -> str:
    """Do what Template.render does, without copying the globals once more for every page."""
    return "".join(template.root_render_func(template.new_context(values, shared=True)))


class QuickEnvironment(Environment):
    """Looks up attributes by Python alone.

    One that is not there is an error at once, and keys of a mapping are not taken for attributes.
    """

    code_generator_class = QuickCode
    template_class = QuickTemplate
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # the same arguments, in C

    def __init__(
        self,
        sources: Sources,
        filters: Mapping[str, Callable[..., Any]],
        functions: Mapping[str, Any],
        cache: Path | None,
    ) -> None:
        """Take templates from the sources; keep compiled ones in the folder `cache`."""
        super().__init__(
            loader=FunctionLoader(self._loaded),
            bytecode_cache=DiskCache(cache) if cache else None,
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
        )
        self.sources = sources
        self._known = filters.keys()
        self._wholes: dict[str, CodeType | None] = {}
        self._pieces: dict[str, CodeType | None] = {}
        self._named: dict[str, frozenset[str]] = {}
        self.filters.update(filters, join=join)
        self.globals.update(functions)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a template's globals in one piece: they do not change once there are templates."""
        return {**self.globals, **(d or {})}

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Return what a template makes of these values, the way Jinja2 does it."""
        template = self.get_template(name)
        try:
            return _page(template, {**self.globals, **values})
        except Exception:  # noqa: BLE001  the next line raises it again
            return self.handle_exception()  # with the lines of the template

    def run(self, code: CodeType) -> Callable[[Mapping[str, Any]], str]:
        """Return what makes a page by the code of a whole that is not ALONE."""
        template = self.template_class.from_code(self, code, self.make_globals(None))
        return lambda values: _page(template, {**self.globals, **values})

    def whole(self, name: str) -> CodeType | None:
        """Return the code of a template with all that it extends and includes, in one piece.

        It is ALONE where it does without Jinja2. None where it cannot be told in advance what
        the template does, or where there is something wrong with it.
        """
        try:
            tree = self._tree(name)
            first, *rest = tree.body or [tree]
            if (
                isinstance(first, nodes.Extends)
                and isinstance(first.template, nodes.Const)
                and not rest
            ):
                name = str(first.template.value)  # lists of all kinds are one template
            if name not in self._wholes:
                self._wholes[name] = self._whole(name)
            return self._wholes[name]
        except (TemplateError, RenderError):  # the page itself reports it
            return None

    def _whole(self, name: str) -> CodeType | None:
        tree = flattened(name, self._tree)
        if tree is None:
            return None
        if not (is_plain(tree, self._known) and all(map(self.piece, imports(tree)))):
            tree.set_environment(self).set_lineno(1)
            return self.compile(tree, WHOLE, WHOLE)
        return self._alone(tree, ALONE)

    def piece(self, name: str) -> CodeType | None:
        """Return the code of a template that others import or show; None where it wants Jinja2."""
        if name not in self._pieces:
            try:
                tree = self._tree(name)
                plain = is_plain(tree, self._known) and not imports(tree)
                self._pieces[name] = self._alone(tree, name) if plain else None
            except (TemplateError, RenderError):
                self._pieces[name] = None
        return self._pieces[name]

    def pieces(self, name: str) -> frozenset[str]:
        """Return the names of the templates that this one imports, or shows by `part`."""
        used = self.sources.references(name)
        for one in used:
            if one not in self._named:
                self._tree(one)  # which notes what it names
        return frozenset().union(*map(self._named.__getitem__, used))

    def _loaded(self, name: str) -> tuple[str, str, None] | None:
        path = self.sources.path(name)
        return (self.sources.text(name), str(path), None) if path else None

    def _tree(self, name: str) -> nodes.Template:
        tree = self._parse(self.sources.text(name), name, None)
        if name not in self._named:  # now, since whoever has the tree may change it
            self._named[name] = pieces(tree)
        return tree

    def _alone(self, tree: nodes.Template, name: str) -> CodeType:
        tree.set_environment(self).set_lineno(1)
        first, source = self.compile(tree, name, ALONE, raw=True).split("\n", 1)
        assert first.startswith("from jinja2.runtime import ")
        return compile(source, ALONE, "exec")
