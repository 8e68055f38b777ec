"""Whether anything at all has changed since the last build. Standard library alone.

Found out from the state of all files that a build reads, and from whether every page is
still there; the latter is looked up by a second process, since there are two processors
nearly everywhere.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable

from digest import fingerprint
from digest.cache import sections, snapshot
from digest.cache.target import PUBLISHED, Target
from digest.remembered import environment

FOLDERS = ("config.yaml", "content", "templates", "glossary.yaml", ".secrets")
"""What a build reads in a site."""

BUILD = "build"
"""Name of a build without options, in `Findings` and in the state."""


def watched(root: str) -> dict[str, snapshot.Stat]:
    """Return the state of every file that a build of this site depends on.

    Those of the site have paths relative to it, those of the package absolute ones.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    shipped = os.path.join(os.path.dirname(package), "templates")
    inside = [os.path.join(root, name) for name in FOLDERS]
    found = snapshot.scan(inside, len(root) + 1, linked=os.path.join(root, "templates"))
    return {**found, **snapshot.scan([package, shipped])}


class Findings:
    """What was found on disk before a build. No dataclass: that module alone takes 10 ms to import.

    `watched` has the state of every file that the build depends on, `missing` the files that
    the last build made and that are no longer there. `report` is what the last build said,
    when this one would do nothing; else None. `known` is what the last build found, and `mark`
    its name for that; `unchanged` is whether this is the same, whatever may be missing.
    """

    __slots__ = ("known", "mark", "missing", "report", "unchanged", "watched")

    def __init__(
        self,
        watched: dict[str, snapshot.Stat],
        missing: frozenset[str],
        report: tuple[str, ...] | None,
        known: dict[str, snapshot.Stat] | None = None,
        mark: str = "",
        *,
        unchanged: bool = False,
    ) -> None:
        self.watched = watched
        self.missing = missing
        self.report = report
        self.known = known or {}
        self.mark = mark
        self.unchanged = unchanged


def look(root: str, options: str = "", target: Target = PUBLISHED) -> Findings:
    """Find out what has changed.

    `options` stands for the command's: with others it is another build.
    """
    lost = _Missing(root, target)
    # Sums over the sections say that these are the bytes that a build wrote.
    made, _ = sections.load(os.path.join(root, target.state), {"mark", "watched"})
    mark = marshal.loads(made["mark"].data) if "mark" in made else ""  # noqa: S302
    before = made["watched"].data[:] if "watched" in made else fingerprint.stable({})
    files = watched(root)
    # Where nothing changed, to write takes half as long as to read and compare.
    known = files if fingerprint.stable(files) == before else marshal.loads(before)  # noqa: S302
    last, _ = sections.load(os.path.join(root, target.noted))
    done = marshal.loads(last["done"].data) if "done" in last else None  # noqa: S302
    unchanged = (
        done is not None
        and done["options"] == options
        and done["environment"] == environment()
        and done["mark"] == mark
        and (files is known or files == known)
        and not os.path.exists(os.path.join(root, target.unfinished))
    )
    missing = lost.found()
    report = tuple(done["report"]) if done and unchanged and not missing else None
    return Findings(files, missing, report, known, mark, unchanged=unchanged)


class _Missing:
    """Looks up, in a process of its own, which files are missing that the last build made."""

    def __init__(self, root: str, target: Target) -> None:
        self._state = os.path.join(root, target.state)
        self._folder = os.path.join(root, target.output)
        self._pid = 0
        if hasattr(os, "fork"):
            self._pipe, writing = os.pipe()
            self._pid = os.fork()
            if self._pid:
                os.close(writing)
            else:
                self._answer(writing)

    def found(self) -> frozenset[str]:
        """Return the missing ones."""
        if not self._pid:
            return frozenset(self._look())
        with open(self._pipe, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self._pid, 0)
        if status or data[-1:] != b"\n":
            return frozenset(self._look())
        return frozenset(data.decode("utf-8", "surrogateescape").split("\n")) - {""}

    def _look(self) -> list[str]:
        made, _ = sections.load(self._state, {"outputs"})
        return missing_files(
            self._folder,
            marshal.loads(made["outputs"].data) if made else (),  # noqa: S302  sum was checked
        )

    def _answer(self, writing: int) -> None:
        """Write the names of the missing files, a line each, and end this process.

        An empty line comes last, and says that all were written.
        """
        try:
            lost = [*self._look(), "\n"]
            with open(writing, "wb") as pipe:
                pipe.write("\n".join(lost).encode("utf-8", "surrogateescape"))
            os._exit(0)
        finally:
            os._exit(1)


def missing_files(folder: str, names: Iterable[str]) -> list[str]:
    """Return those of the files that are not below a folder."""
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return list(names)
    try:
        return [name for name in names if not os.access(name, os.F_OK, dir_fd=opened)]
    finally:
        os.close(opened)
