"""A build, and what it says."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Any

from digest.cache import quick
from digest.cli.printing import PROBLEMS, bar, print_problems, say, say_waiting, site_config, today
from digest.pipeline import building
from digest.pipeline.reading import Choice
from digest.pipeline.updating import Options


def build(
    root: Path, seen: quick.Findings | None = None, *, stages: bool = True, **given: Any
) -> None:
    """Build the site in a folder; exit with 1 where it could not be published.

    `seen` is what was found on disk just before; `stages` are import and translation; `given` are
    the command's options by name, and may be left out.
    """
    if (root / "config.yaml").is_file():  # whose value is kept there, from the first build on
        with contextlib.suppress(OSError):
            (root / ".cache").mkdir(exist_ok=True)
    config = site_config(root)
    wanted = Options(
        choice=Choice(given.get("drafts", False), _utc(given.get("now", ""), config.timezone)),
        keep_going=given.get("keep_going", False),
        jobs=given.get("jobs", 0),
        stages=stages,
        name=quick.BUILD if stages and not any(given.values()) else repr(sorted(given.items())),
    )
    day, progress = today(config), bar("Rendering")
    done = building.build(config, wanted, seen, day, progress, lambda: say_waiting("build"))
    if given.get("explain") and done.updated.made:
        for output, why in sorted(done.updated.made.reasons.items()):
            say(f"{output}: {why}")
    print_problems(done.problems)
    for line in (done.updated.note, *building.summary(done)):
        if line:
            say(line)
    if not done.published:
        sys.exit(PROBLEMS)


def _utc(when: str, zone: str) -> str:
    """The time that --now gives, in UTC."""
    if not when:
        return ""
    from digest.plan.listings import moment

    return moment(when, zone, start=True)
