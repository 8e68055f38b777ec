"""Measure digest and other site generators in turn on the same stories.

A round is: the peers' clean builds, our clean builds, then changes to our site, three of each
kind. What is compared stands in the same round, since machines are noisy.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from bench import corpus, invent, peer
from bench.measure import Command, Sample, aside, peak_memory, timed, tree_size
from bench.ours import OurSite
from bench.peer import Peer
from bench.results import Result

HOME = Path(__file__).resolve().parent.parent / ".bench"
"""Sites, other tools and old outputs. Not in git; may be deleted."""

DIGEST = Path(sys.executable).with_name("digest")
"""The digest of this environment."""

REPEATS = 3
"""Runs of each kind of change in a round."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured."""

    stories: int
    rounds: int
    peers: tuple[str, ...]
    days: int
    """Over which the stories are spread."""
    program: Path
    """The digest that is measured."""


def run(plan: Plan) -> Result:
    """Make the sites and measure them. What they left behind is put aside, until `clear`."""
    prepare(HOME)
    peers = [found for name in plan.peers if (found := _bearable(name, plan.stories))]
    trash = HOME / "trash"
    folder = HOME / f"digest-{plan.stories}"
    ours = OurSite(folder, plan.stories, plan.days, trash, plan.program)
    sites = {tool: HOME / f"{tool.name}-{plan.stories}" for tool in peers}
    _write_sites(plan, ours, sites)
    result = Result(plan.stories, f"{datetime.now(UTC):%Y-%m-%d}", _machine(), _versions(peers))
    for number in range(plan.rounds):
        _say(f"round {number + 1} of {plan.rounds}")
        for tool, site in sites.items():
            if tool.name == "hugo" or number < (1 if plan.stories > 2000 else 2):  # minutes each
                _measure_peer(result, tool, site, plan.stories, number)
        _measure_clean(result, ours)
        _measure_changes(result, ours, number)
    _measure_memory(result, ours, sites)
    aside([ours.folder, *sites.values()], trash)
    return result


def clear() -> None:
    """Remove what was built, once all is measured: making files is slow for minutes after that."""
    _say("removing what was built")
    shutil.rmtree(HOME / "trash")


def prepare(home: Path) -> None:
    """Make the bench's folder, which git is told to ignore."""
    home.mkdir(exist_ok=True)
    (home / ".gitignore").write_text("*\n")


def _bearable(name: str, stories: int) -> Peer | None:
    tool = peer.find(name, HOME)
    if tool and not peer.bearable(tool, stories):
        _say(f"{name} is left out: {stories:,} stories need more memory than is free")
        return None
    return tool


def _write_sites(plan: Plan, ours: OurSite, sites: dict[Peer, Path]) -> None:
    tools = {"digest": ours.folder, **{tool.name: site for tool, site in sites.items()}}
    for name, folder in tools.items():
        _say(f"writing {plan.stories:,} stories for {name}")
        aside([folder], HOME / "trash")
        corpus.write_site(invent.stories(plan.stories, plan.days), folder, name)


def _measure_peer(result: Result, tool: Peer, site: Path, stories: int, number: int) -> None:
    aside([site / name for name in tool.made], HOME / "trash")
    result.add(f"{tool.name} clean", [_show(f"{tool.name} clean", timed(tool.build(site)))])
    if number < 2:
        tool.edit(site, stories // 2, f"degisiklik{number}")
        result.add(f"{tool.name} edit", [_show(f"{tool.name} edit", timed(tool.build(site)))])
    result.sizes[f"{tool.name} clean"] = tree_size(site / tool.made[0])


def _measure_clean(result: Result, ours: OurSite) -> None:
    for pages in ("hugo-parity", "full"):
        work = f"clean {pages}"
        ours.clean(pages)
        result.add(work, [_show(work, timed(ours.build()))])
        result.sizes[work] = tree_size(ours.output)


def _measure_changes(result: Result, ours: OurSite, number: int) -> None:
    changes: dict[str, Callable[[], Sample]] = {
        "nothing": ours.nothing,
        "missing": ours.missing,
        "edit": ours.edit,
        "headline": ours.headline,
        "add": partial(ours.add, number),
    }
    for work, change in changes.items():
        result.add(work, [_show(work, change()) for _ in range(REPEATS)])


def _measure_memory(result: Result, ours: OurSite, sites: dict[Peer, Path]) -> None:
    for tool, site in sites.items():
        aside([site / name for name in tool.made], HOME / "trash")
        _weigh(result, f"{tool.name} clean", tool.build(site))
    for pages in ("hugo-parity", "full"):
        ours.clean(pages)
        _weigh(result, f"clean {pages}", ours.build())
    _weigh(result, "nothing", ours.build())
    ours.change_body()
    _weigh(result, "edit", ours.build())


def _weigh(result: Result, work: str, command: Command) -> None:
    result.memory[work] = peak_memory(command)
    _say(f"  {work}: {result.memory[work] / 1e6:,.0f} MB")


def _machine() -> str:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _versions(peers: list[Peer]) -> dict[str, str]:
    packages = {name: version(name) for name in ("digest", "jinja2", "markdown")}
    tools = {tool.name: tool.version for tool in peers}
    return {"python": platform.python_version(), **packages, **tools}


def _show(work: str, sample: Sample) -> Sample:
    _say(f"  {work}: {sample.wall:.3f} s, cpu {sample.cpu:.3f} s")
    return sample


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
