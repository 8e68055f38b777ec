"""Records: frozen, slotted dataclasses that are made in a fifth of the time.

A build loads some fifty such types. `dataclasses` compiles six methods for each, 45 ms of an edit's
550; here only `__init__` is compiled, and the rest is shared. `dataclasses.replace`, `fields` and
the like take a record for a dataclass, and so do type checkers.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Return the class with its annotated names as fields. No base classes, no default factories.

    A class with cached properties keeps their values in a `__dict__`; others have none.
    """
    names = tuple(vars(cls).get("__annotations__", ()))
    body = {name: part for name, part in vars(cls).items() if name not in _ITS_OWN}
    defaults = {name: body.pop(name) for name in names if name in body}
    if any(part.__hash__ is None or type(part).__name__ == "Field" for part in defaults.values()):
        raise TypeError(f"a default of {cls.__name__} can change; it needs a dataclass")
    cached = any(isinstance(part, cached_property) for part in body.values())
    body |= {"__match_args__": names, "__slots__": (*names, "__dict__") if cached else names}
    body |= {"_values": _taker(names), "_defaults": defaults}
    made: Any = type(cls.__name__, (_Record,), body)
    made.__init__ = _initializer(made, names, defaults)
    return cast("type[T]", made)


_ITS_OWN = frozenset({"__dict__", "__weakref__"})
"""What no class can take over from another."""


def _initializer(made: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """Return the constructor. It sets slots past `__setattr__`, which refuses."""
    scope: dict[str, Any] = {f"_set_{name}": vars(made)[name].__set__ for name in names}
    scope |= {f"_default_{name}": default for name, default in defaults.items()}
    taken = (f"{name}=_default_{name}" if name in defaults else name for name in names)
    lines = [f"def __init__(self, {', '.join(taken)}):"]
    lines += [f" _set_{name}(self, {name})" for name in names] or [" pass"]
    exec("\n".join(lines), scope)  # noqa: S102  nothing but names of fields, as dataclasses does it
    init = scope["__init__"]
    init.__annotations__ = vars(made).get("__annotations__", {})
    return init


def _taker(names: tuple[str, ...]) -> Any:
    """Return what takes all values out of a record."""
    if len(names) > 1:
        return staticmethod(attrgetter(*names))
    return staticmethod(lambda value: tuple([getattr(value, name) for name in names]))


def values(value: object) -> tuple[Any, ...]:
    """Return a record's values, in the order that its constructor takes."""
    known: Any = value
    found: tuple[Any, ...] = known._values(known)  # noqa: SLF001
    return found


def replace(value: T, **changes: Any) -> T:
    """Return a record with other values in these fields, as `dataclasses.replace` does.

    That module takes 8 ms to import, and 1 ms more for each type of record that it is given.
    """
    names: tuple[str, ...] = vars(type(value))["__match_args__"]
    return type(value)(**{**dict(zip(names, values(value), strict=True)), **changes})


class _Fields:
    """A record's fields as `dataclasses` knows them, made when that module asks."""

    def __get__(self, value: object, cls: Any) -> dict[str, Any]:
        import dataclasses

        named: list[Any] = []
        for name in cls.__match_args__:
            known = {"default": cls._defaults[name]} if name in cls._defaults else {}
            named.append((name, cls.__annotations__[name], dataclasses.field(**known)))
        plain: Any = dataclasses.make_dataclass(cls.__name__, named, repr=False, eq=False)
        cls.__dataclass_fields__ = plain.__dataclass_fields__
        return cast("dict[str, Any]", plain.__dataclass_fields__)


class _Record:
    """What all records have in common."""

    __slots__ = ()
    __dataclass_fields__ = _Fields()
    __match_args__: tuple[str, ...] = ()
    _values: Any
    _defaults: Any

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        same: bool = self._values(self) == self._values(other)
        return same

    def __hash__(self) -> int:
        return hash(self._values(self))

    def __repr__(self) -> str:
        fields = zip(self.__match_args__, self._values(self), strict=True)
        return (
            f"{type(self).__qualname__}({', '.join(f'{name}={part!r}' for name, part in fields)})"
        )

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), self._values(self)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: its {name} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: its {name} cannot be taken away")
