"""Change the program, one small thing at a time, and see whether a test notices.

    python -m tools.mutants digest/ingest/heads.py [TEST …] [--line N] [--sample N]

Each mutant of the module (a limit one higher, `and` for `or`, a condition left out …) is tried in a
process of its own, by the module's tests (`tests/unit/ingest/test_heads.py`) or those that are
named. What survives is printed, unless `tests/mutants.yaml` explains it: there, a module has
`line: why` (every change of that line) or `line: {change: why}`. Exit code 1 if any survived.

mutmut and cosmic-ray leave alone what is not in a function, as most of the importer's limits are.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib.abc
import importlib.util
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

EXPLAINED = Path("tests/mutants.yaml")

_Where = tuple[tuple[str, int | None], ...]

_NEXT: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
}


class Mutant(NamedTuple):
    """One change: which line, in words, and what stands in the place of the node at `where`."""

    line: int
    change: str
    where: _Where
    node: ast.AST


def mutants(module: ast.Module) -> list[Mutant]:
    """All changes of a module, from its first line to its last."""
    found: list[Mutant] = []
    _walk(module, (), found)
    return sorted(found, key=lambda mutant: mutant.line)


def _walk(node: ast.AST, where: _Where, found: list[Mutant]) -> None:
    line = getattr(node, "lineno", 0)
    found += (Mutant(line, change, where, new) for change, new in _changes(node))
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if is_docstring or isinstance(node, ast.JoinedStr):  # the latter are messages
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        if isinstance(value, ast.AST):
            _walk(value, (*where, (field, None)), found)
        elif isinstance(value, list):
            for n, item in enumerate(value):
                if isinstance(item, ast.AST):
                    _walk(item, (*where, (field, n)), found)


def _changes(  # noqa: C901 - a kind of node, a case
    node: ast.AST,
) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare():
            for n, op in enumerate(node.ops):
                for other in _NEXT[type(op)]:
                    new = copy.deepcopy(node)
                    new.ops[n] = other()
                    yield f"{type(op).__name__} to {other.__name__}", new
        case ast.BoolOp():
            other_op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "and for or", ast.BoolOp(other_op, node.values)
            for n, value in enumerate(node.values):
                rest = node.values[:n] + node.values[n + 1 :]
                new_value = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
                yield f"without {ast.unparse(value)}", new_value
        case ast.UnaryOp(op=ast.Not()):
            yield "without not", node.operand
        case ast.BinOp() if type(node.op) in _SUMS and not isinstance(node.left, ast.Constant):
            other_sum = _SUMS[type(node.op)]
            new_sum = ast.BinOp(node.left, other_sum(), node.right)
            yield f"{type(node.op).__name__} to {other_sum.__name__}", new_sum
        case ast.Constant():
            for value in _other_values(node.value):
                yield f"{str(node.value)[:30]!r} to {str(value)[:30]!r}", ast.Constant(value)
        case ast.Break():
            yield "break to continue", ast.Continue()
        case ast.Continue():
            yield "continue to break", ast.Break()
        case ast.IfExp():
            yield "never if", node.orelse
            yield "always if", node.body


def _other_values(value: object) -> list[Any]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [round(value * 1.5 + 0.1, 3)]
    return ["XX" + value] if isinstance(value, str) else []


def changed(module: ast.Module, mutant: Mutant) -> ast.Module:
    module = copy.deepcopy(module)
    place: Any = module
    for field, n in mutant.where[:-1]:
        place = getattr(place, field) if n is None else getattr(place, field)[n]
    field, n = mutant.where[-1]
    if n is None:
        setattr(place, field, mutant.node)
    else:
        getattr(place, field)[n] = mutant.node
    return ast.fix_missing_locations(module)


class Loader(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Loads one module from code instead of from its file."""

    def __init__(self, name: str, file: Path, code: Any) -> None:
        self.name, self.file, self.code = name, file, code

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.file, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)  # noqa: S102 - the program itself, with one change

    def get_source(self, _fullname: str) -> str:
        return self.file.read_text("utf-8")


class Quick:
    """Has hypothesis try a few examples instead of a hundred."""

    def pytest_collection(self) -> None:
        import hypothesis

        parent = hypothesis.settings.get_profile("digest")
        hypothesis.settings.register_profile("quick", parent, max_examples=12, database=None)
        hypothesis.settings.load_profile("quick")


def passes(tests: list[str], loader: Loader | None, limit: float) -> bool:
    """Whether the tests pass within `limit` seconds, in a process of their own."""
    child = os.fork()
    if not child:
        try:
            os._exit(_run(tests, loader))
        finally:
            os._exit(9)
    for _ in range(int(limit * 100)):  # by steps, not by the clock: both may be stopped meanwhile
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


_OPTIONS = ["-xq", "--tb=line", "-pno:cacheprovider", "-pno:xdist", "-pno:cov", "--timeout=60"]
_OPTIONS += ["--assert=plain", "-W", "ignore::pytest.PytestAssertRewriteWarning"]


def _run(tests: list[str], loader: Loader | None) -> int:
    import pytest

    os.setpgid(0, 0)
    nothing = os.open(os.devnull, os.O_RDWR)
    if loader:
        os.dup2(nothing, 1)
        sys.meta_path.insert(0, loader)
    os.dup2(nothing, 2)
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    return int(pytest.main([*_OPTIONS, *tests], plugins=[Quick()]))


def preload(tests: list[str], name: str) -> None:
    """Import what tests need and no mutant of a module changes: once, not for each."""
    import pytest

    for needed in "lxml.html rapidfuzz.distance sqlite3 trafilatura yaml".split():
        importlib.import_module(needed)
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        pytest.main([*_OPTIONS, "--collect-only", *tests], plugins=[Quick()])
    changed = _importers(name)
    for other in list(sys.modules):
        if other.split(".")[0] in ("tests", "conftest") or other in changed:
            package, _, last = other.rpartition(".")
            if package in sys.modules:
                vars(sys.modules[package]).pop(last, None)
            del sys.modules[other]


def _importers(name: str) -> set[str]:
    """Return a module and all that were imported and import it, or one that does."""
    ours = {other: module for other, module in sys.modules.items() if other.startswith("digest")}
    needs = {other: set(_imports(module)) for other, module in ours.items()}
    found, new = {name}, {name}
    while new:
        new = {other for other, needed in needs.items() if needed & new} - found
        found |= new
    return found


def _imports(module: ModuleType) -> Iterator[str]:
    for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def explanations(file: Path) -> dict[str, Any]:
    """What tests/mutants.yaml says of a module: reasons by line, or by line and change."""
    import yaml

    every = yaml.safe_load(EXPLAINED.read_text("utf-8")) if EXPLAINED.exists() else None
    return (every or {}).get(file.as_posix()) or {}


def is_explained(line: str, change: str, reasons: dict[str, Any]) -> bool:
    reason = reasons.get(line)
    return change in reason if isinstance(reason, dict) else bool(reason)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("module", type=Path)
    parser.add_argument("tests", nargs="*")
    parser.add_argument("--line", type=int, action="append", help="only mutants of this line")
    parser.add_argument("--sample", type=int, help="only so many of them, the same each time")
    asked = parser.parse_args(arguments)
    file: Path = asked.module
    tests = asked.tests or [str(Path("tests/unit", *file.parts[1:-1], f"test_{file.name}"))]
    source = file.read_text("utf-8")
    lines, module = source.splitlines(), ast.parse(source)
    every = [m for m in mutants(module) if not asked.line or m.line in asked.line]
    if asked.sample and asked.sample < len(every):
        every = sorted(random.Random(1).sample(every, asked.sample), key=lambda m: m.line)
    sys.path.insert(0, str(Path.cwd()))
    sys.dont_write_bytecode = True
    name = ".".join(file.with_suffix("").parts)
    preload(tests, name)
    begin = time.monotonic()
    if not passes(tests, None, 600):
        print(f"{' '.join(tests)}: a test fails as it is; mend that first.")
        return 2
    limit = max(20, 5 * (time.monotonic() - begin))
    reasons = explanations(file)
    survived = explained = 0
    for mutant in every:
        line = lines[mutant.line - 1].strip()
        if is_explained(line, mutant.change, reasons):
            explained += 1
            continue
        code = compile(changed(module, mutant), file, "exec")
        if passes(tests, Loader(name, file, code), limit):
            survived += 1
            print(f"{file}:{mutant.line}: {mutant.change}\n    {line}", flush=True)
    print(
        f"{file}: {len(every)} mutants, {len(every) - survived - explained} killed, "
        f"{explained} explained, {survived} survived"
    )
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
