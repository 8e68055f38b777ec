"""Problems, progress and exit codes."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.config import Config
from digest.config.reading import load
from digest.model import Problem

PROBLEMS = 1
USAGE = 2


def say(line: str = "", *, err: bool = False, end: str = "\n") -> None:
    """Print a line, at once."""
    print(line, end=end, file=sys.stderr if err else sys.stdout, flush=True)


def site_config(root: Path) -> Config:
    """Return the settings of the site in a folder.

    End with exit code 2 and all mistakes where there is no using them.
    """
    config, problems = load(root)
    if config is None:
        print_problems(problems)
        sys.exit(USAGE)
    return config


def today(config: Config) -> str:
    """Return the day in the site's time zone, YYYY-MM-DD.

    Only import and translation ask for it.
    """
    return dt.datetime.now(ZoneInfo(config.timezone)).date().isoformat()


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem on a line of its own, to standard error."""
    for problem in problems:
        say(f"{problem.severity}: {problem}", err=True)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of them is more than a warning."""
    return any(problem.severity == "error" for problem in problems)


def say_waiting(what: str) -> None:
    """Say that another command is doing the same, and that this one waits for it."""
    say(f"Another {what} of this site is under way; waiting for it …", err=True)


def bar(label: str, after: float = 2.0, *, lines: bool = False) -> Callable[..., None]:
    """Return a function that shows how far a long piece of work is, once it has taken some seconds.

    It takes the items done, their number, and what else there is to say. On a terminal it
    draws a bar; elsewhere, with `lines`, it prints a line for every tenth of the work.
    """
    start = time.monotonic()
    drawn = 0.0
    tenth = 0

    def draw(done: int, total: int, more: str = "") -> None:
        nonlocal drawn, tenth
        now = time.monotonic()
        if now - start < after:
            return
        said = f"{done}/{total} {more}".rstrip()
        if not sys.stderr.isatty():
            if lines and 10 * done // max(total, 1) > tenth:
                tenth = 10 * done // max(total, 1)
                say(f"{label}: {said}", err=True)
        elif done >= total or now - drawn > 0.1:
            drawn = now
            filled = 30 * done // max(total, 1)
            line = f"\r\x1b[K{label} [{'#' * filled}{'.' * (30 - filled)}] {said}"
            say(line, err=True, end="\n" if done >= total else "")

    return draw
