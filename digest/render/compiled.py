"""Runs templates that were compiled into one piece, without Jinja2.

To load Jinja2 takes a short build a tenth of its time, and what compiled code asks of it is
little: loops that count, macros, names that may be missing. That little is here. Code that wants
more is run with Jinja2 (needs.py tells which it is), and whatever goes wrong here ends in an
error, upon which Jinja2 makes the page, or says what is wrong with it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType, SimpleNamespace
from typing import Any

from markupsafe import Markup, escape, soft_str

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # markupsafe was installed without its C part, or keeps it elsewhere now

    def escape_text(text: str, /) -> str:
        """Return a text as HTML."""
        return str(escape(text))


REVISION = "6"
"""Changes when templates compile to other code, so that code kept on disk is made again."""

WHOLE = "<whole>"
"""File name of the code of a template in one piece that wants Jinja2."""

ALONE = "<alone>"
"""The same of one that does without."""


def escaped(value: Any) -> str:
    """Return the value as HTML: the text of `markupsafe.escape`, which wraps each in Markup."""
    if type(value) is str:
        return escape_text(value)
    return value if type(value) is Markup else str(escape(value))


class Loop:
    """What a template knows of a loop."""

    __slots__ = ("index0", "length")

    def __init__(self, length: int) -> None:
        self.index0 = 0
        self.length = length

    @property
    def index(self) -> int:
        """The turn, from one."""
        return self.index0 + 1

    @property
    def first(self) -> bool:
        """Whether it is the first turn."""
        return self.index0 == 0

    @property
    def last(self) -> bool:
        """Whether it is the last."""
        return self.index0 == self.length - 1


LOOP = frozenset({"index", "index0", "first", "last", "length"})
"""What a `Loop` has."""


def _loops(values: Iterable[Any], _undefined: object) -> Iterator[tuple[Any, Loop]]:
    items = values if type(values) is tuple else tuple(values)
    loop = Loop(len(items))
    for loop.index0, item in enumerate(items):
        yield item, loop


def _joined(values: Iterable[Any]) -> str:
    """Return `a ~ b`: HTML where any of it is."""
    texts = [soft_str(value) for value in values]
    html = any(hasattr(text, "__html__") for text in texts)
    return Markup("").join(texts) if html else "".join(texts)


_MISSING: Any = object()
"""What names have that nobody has set."""


class _Macro:
    """A macro that takes the values that it names, and neither others nor a `caller`."""

    def __init__(
        self,
        _environment: object,
        function: Callable[..., str],
        _name: str,
        names: tuple[str, ...],
        *_others: bool,
    ) -> None:
        self._function = function
        self._names = names

    def __call__(self, *values: Any, **named: Any) -> Markup:
        rest = [named.pop(name, _MISSING) for name in self._names[len(values) :]]
        if named or len(values) > len(self._names):
            raise TypeError(f"values that the macro does not take: {', '.join(named)}")
        return Markup(self._function(*values, *rest))  # noqa: S704  what templates make is escaped


class _Nothing:
    """`{{ "x" if y }}` where there is no y."""

    __slots__ = ()

    def __init__(self, _why: str) -> None:
        pass

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return ""

    def __eq__(self, other: object) -> bool:
        raise TypeError(other)  # what it equals is left to Jinja2

    __hash__ = None  # type: ignore[assignment]  # the same


def _undefined(why: str = "", name: str = "") -> Any:
    raise NameError(why or name)


def _call(_context: object, function: Callable[..., Any], *values: Any, **named: Any) -> Any:
    return function(*values, **named)


class _Context:
    """What the code sees of the page, and what it leaves for those that import it."""

    __slots__ = ("exported_vars", "values", "vars")
    eval_ctx = SimpleNamespace(autoescape=True)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values
        self.vars: dict[str, Any] = {}
        self.exported_vars: set[str] = set()

    def resolve_or_missing(self, name: str) -> Any:
        return self.values.get(name, _MISSING)


def join(_context: object, values: Iterable[Any], d: Any = "") -> str:
    """Do what Jinja2's filter does: return HTML where any of it is, else text."""
    if type(values) in {list, tuple} and type(d) is str and set(map(type, values)) <= {str}:
        return d.join(values)
    texts = [d, *values]
    if not any(hasattr(text, "__html__") for text in texts):
        return str(d).join(map(str, texts[1:]))
    return Markup(escape(d)).join(texts[1:])  # noqa: S704  escaped on the spot


def _int(value: Any, /) -> int:
    return int(value)


def _list(_context: object, values: Iterable[Any]) -> list[Any]:
    return list(values)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "int": _int,
    "join": join,
    "length": len,
    "list": _list,
    "safe": Markup,
}
"""Those of Jinja2's filters that are here. What they do not take is left to Jinja2."""

Render = Callable[[Mapping[str, Any]], str]
"""Makes a page from the names that its template sees."""


class Runtime:
    """What compiled code takes for Jinja2's environment.

    `module` gives the code of a template that is imported, and `named` are the names that it
    sees, whatever page imports it.
    """

    undefined = staticmethod(_undefined)
    concat = "".join
    getitem = staticmethod(operator.getitem)

    def __init__(
        self,
        filters: Mapping[str, Callable[..., Any]],
        module: Callable[[str], CodeType | None],
        named: Mapping[str, Any],
    ) -> None:
        self.filters = {**filters, **FILTERS}
        self._module = module
        self._named = named
        self._modules: dict[str, SimpleNamespace] = {}

    def render(self, code: CodeType) -> Render:
        """Return what makes a page by this code."""
        root = self._root(code)
        return lambda values: "".join(root(_Context(values)))

    def get_template(self, name: str, _parent: str) -> Any:
        """Return a template that is imported."""
        return SimpleNamespace(_get_default_module=lambda _context: self._imported(name))

    def _imported(self, name: str) -> SimpleNamespace:
        found = self._modules.get(name)
        if found is None:
            code = self._module(name)
            if code is None:
                raise NameError(name)
            context = _Context(self._named)
            for _ in self._root(code)(context):  # what it says outside of its macros is not shown
                pass
            exported = {one: context.vars[one] for one in context.exported_vars}
            found = self._modules[name] = SimpleNamespace(**exported)
        return found

    def _root(self, code: CodeType) -> Callable[[_Context], Iterator[str]]:
        namespace: dict[str, Any] = {
            "environment": self,
            "missing": _MISSING,
            "LoopContext": _loops,
            "Macro": _Macro,
            "Markup": Markup,
            "Undefined": _Nothing,
            "markup_join": _joined,
            "escaped": escaped,
            "call": _call,
        }
        exec(code, namespace)  # noqa: S102  made by our own compiler, read with its sum checked
        root: Callable[[_Context], Iterator[str]] = namespace["root"]
        return root
