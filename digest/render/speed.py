"""The template engine, quicker at what a page does hundreds of times. Its output is the same.

The ways are Jinja2's own points of extension: Environment.getattr, code_generator_class, and
syntax trees that are changed before they are compiled.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import MutableMapping
from functools import cached_property
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateError, TemplateNotFound
from jinja2.filters import sync_do_join
from jinja2.runtime import Context, Macro
from jinja2.utils import pass_eval_context
from markupsafe import Markup, escape

from digest.errors import RenderError
from digest.render.flattening import PAGE, PAGE_NAMES, flattened

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # markupsafe was installed without its C part, or keeps it elsewhere now

    def escape_text(text: str, /) -> str:
        """Return a text as HTML."""
        return str(escape(text))


REVISION = "4"
"""Changes when templates compile to other code, so that code kept on disk is made again."""

_QUOTED = re.compile(r"""["']([^"'\s{}]+)["']""")
_CHOSEN = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\s(?![^%]*[\"'])")


def quoted(source: str) -> set[str]:
    """Return all that a template has in quotes."""
    return set(_QUOTED.findall(source))


def escaped(value: Any) -> str:
    """Return the value as HTML: the text of `markupsafe.escape`, which wraps each in Markup."""
    if type(value) is str:
        return escape_text(value)
    return value if type(value) is Markup else str(escape(value))


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
        if self.name != WHOLE or getattr(node.target, "name", "") != PAGE:
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
        if ref and load and load[0] == "resolve" and load[1] in PAGE_NAMES and self.name == WHOLE:
            self.write(ref)
        else:
            super().visit_Name(node, frame)


WHOLE = "<whole>"
"""Name of templates that are made of several; they are only run for pages."""


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


class QuickEnvironment(Environment):
    """Looks up attributes by Python alone.

    One that is not there is an error at once, and keys of a mapping are not taken for attributes.
    """

    code_generator_class = QuickCode
    template_class = QuickTemplate
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # the same arguments, in C

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a template's globals in one piece: they do not change once there are templates."""
        return {**self.globals, **(d or {})}

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of all templates."""
        return frozenset(self.list_templates(extensions=("html", "xml")))

    @cached_property
    def wholes(self) -> dict[str, Template]:
        """Templates in one piece with all that they extend and include, where it was asked for."""
        return {}

    def prepare(self, name: str) -> None:
        """Put a template that many pages are to be made by into one piece, if that can be.

        It takes as long as some hundred pages gain by it. Errors of a whole do not say in
        which template they are; the template itself does.
        """
        if name not in self.wholes:
            with contextlib.suppress(TemplateError, RenderError):  # the page itself reports it
                whole = self._made_whole(name)
                if whole is not None:
                    self.wholes[name] = whole

    def source(self, name: str) -> str:
        """Return a template's source. Raises RenderError when there is none."""
        assert self.loader is not None
        try:
            return self.loader.get_source(self, name)[0]
        except TemplateNotFound as error:
            raise RenderError(
                f'there is no template "{name}".',
                path="templates",
                hint="Restore it, or put one there.",
            ) from error

    def references(self, name: str) -> tuple[str, ...]:
        """Return the names of all templates that this one uses, at any depth, itself first.

        Whatever a template quotes that is a template's name counts; one that chooses another
        by a variable is taken to use every template. Raises RenderError when one is missing.
        """
        found: dict[str, None] = {}
        waiting = [name]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = None
                source = self.source(name)
                used = self.names if _CHOSEN.search(source) else self.names & quoted(source)
                waiting += sorted(used)
        return tuple(found)

    def _made_whole(self, name: str) -> Template | None:
        sources = "\0".join(f"{other}\0{self.source(other)}" for other in self.references(name))
        cache = self.bytecode_cache
        bucket = cache.get_bucket(self, name, WHOLE, sources) if cache else None
        code = bucket.code if bucket else None
        if code is None:
            tree = flattened(name, lambda other: self._parse(self.source(other), other, None))
            if tree is None:
                return None
            tree.set_environment(self).set_lineno(1)
            code = self.compile(tree, WHOLE, WHOLE)
            if cache and bucket:
                bucket.code = code
                cache.set_bucket(bucket)
        return self.template_class.from_code(self, code, self.make_globals(None))
