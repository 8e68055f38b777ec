"""Renew or audit what is pinned. Called by make: `tools/locks.py lock [--upgrade] | audit`.

`lock` writes requirements/*.txt from pyproject.toml and package-lock.json from package.json; what
still fits keeps its version, unless `--upgrade` is said. No file names a package index.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
SOURCES = {
    "run": (),
    "build": ("--group", "build"),
    "test": ("--group", "test", "-c", "requirements/run.txt"),
    "maintain": ("--group", "maintain", "-c", "requirements/test.txt"),
}
"""Each lock's name and what it is made from; those of one .venv must agree on versions."""
AUDITED = ("run", "build", "test")


def lock(upgrade: bool) -> int:
    compile_ = [str(BIN / "uv"), "--no-config", "pip", "compile", "--quiet", "--universal"]
    compile_ += ["--generate-hashes", "--custom-compile-command", "make lock"]
    for name, source in SOURCES.items():
        output = ["-o", f"requirements/{name}.txt", *(["--upgrade"] if upgrade else [])]
        subprocess.run([*compile_, *(source or ["pyproject.toml"]), *output], check=True, cwd=ROOT)
    if not (npm := shutil.which("npm")):
        print("npm is not here: tools/*/package-lock.json stay as they are.")
        return 0
    for folder in sorted(path.parent for path in ROOT.glob("tools/*/package.json")):
        if upgrade:
            (folder / "package-lock.json").unlink(missing_ok=True)
        subprocess.run([npm, "install", "--package-lock-only"], check=True, cwd=folder)
    return 0


def audit() -> int:
    """Return 0 when no locked package has a known vulnerability, 1 when one has or nobody tells."""
    result = 0
    for name in AUDITED:
        print(f"requirements/{name}.txt: ", end="", flush=True)
        check = ["--disable-pip", "--require-hashes", "--progress-spinner", "off"]
        answer = subprocess.run(
            [BIN / "pip-audit", *check, "-r", ROOT / "requirements" / f"{name}.txt"],
            check=False,
            capture_output=True,
            text=True,
        )
        result |= answer.returncode
        if "vulnerabilit" in answer.stdout + answer.stderr:
            print(answer.stderr + answer.stdout)
            continue
        reason = (answer.stderr.strip().splitlines() or ["it said nothing"])[-1]
        print(f"not audited. The vulnerability service did not answer: {reason}")
    return min(result, 1)


if __name__ == "__main__":
    if sys.argv[1] == "audit":
        sys.exit(audit())
    sys.exit(lock("--upgrade" in sys.argv))
