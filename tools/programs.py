"""Bring the programs that tests drive: `tools/programs.py [validators | lighthouse]`, for make.

Debian's packages are installed where this runs as root, the Node tools by npm from their locks into
tools/*/node_modules. What cannot be had is named, and its tests are skipped; where CI is set, that
is a failure.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
PACKAGES = {
    "chromium": ("chromium", "fonts-liberation"),
    "java": ("default-jre-headless",),
    "newsboat": ("newsboat",),
    "nginx": ("nginx-light",),
    "node": ("nodejs",),
    "npm": ("npm",),
}
"""Each program and the packages of Debian that bring it."""
SBIN = "/usr/sbin:/usr/local/sbin"
"""Where servers are, which a PATH need not name."""


def main() -> int:
    folder = os.open(str(TOOLS), os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # another make waits here, and then finds the work done
    if missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        install(missing())
    wanted = sys.argv[1] if len(sys.argv) > 1 else "validators"
    lacking = missing() + ([] if has_modules(TOOLS / wanted) else [f"tools/{wanted}"])
    if not lacking:
        return 0
    print(f"Not here: {', '.join(lacking)}. What needs them is left out.")
    if packages := " ".join(package for name in missing() for package in PACKAGES[name]):
        print(f"On Debian or Ubuntu, as root: apt-get install {packages}")
    return 1 if os.environ.get("CI") or wanted == "lighthouse" else 0


def missing() -> list[str]:
    path = f"{os.environ.get('PATH', '')}:{SBIN}"
    return [name for name in PACKAGES if not shutil.which(name, path=path)]


def install(names: list[str]) -> None:
    packages = [package for name in names for package in PACKAGES[name]]
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet["RUNLEVEL"] = "1"  # a server that is installed for the tests is not started
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        answer = subprocess.run([*apt, *arguments], env=quiet, check=False, capture_output=True)
        if answer.returncode:
            print(f"apt-get {arguments[0]} failed: {answer.stderr.decode(errors='replace')}")
            return


def has_modules(folder: Path) -> bool:
    """Bring a folder's node_modules up to its lock; tell whether that worked."""
    lock, state = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    if state.is_file() and state.stat().st_mtime >= lock.stat().st_mtime:
        return True
    npm = shutil.which("npm")
    if not npm:
        return False
    print(f"Installing tools/{folder.name}/package-lock.json …", flush=True)
    answer = subprocess.run([npm, "ci", "--silent"], cwd=folder, check=False)
    return answer.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
