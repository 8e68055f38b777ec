"""Renew or audit what is pinned: `tools/locks.py lock [--upgrade]`, `audit [pip-audit's options]`.

`lock` writes requirements/*.txt from pyproject.toml and package-lock.json from package.json; what
still fits keeps its version, unless `--upgrade` is said. No file names a package index.
"""

from __future__ import annotations

import json
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


def audit(options: list[str]) -> int:
    """Return 0 when no locked package has a known vulnerability, 1 when one has or nobody tells."""
    command = [str(BIN / "pip-audit"), "--disable-pip", "--require-hashes", "--format", "json"]
    for name in AUDITED:
        command += ["--requirement", f"requirements/{name}.txt"]
    answer = subprocess.run(
        [*command, *options], cwd=ROOT, check=False, capture_output=True, text=True
    )
    try:
        packages = json.loads(answer.stdout)["dependencies"]
    except ValueError:
        print((answer.stderr.strip().splitlines() or ["pip-audit said nothing."])[-1])
        print("Nothing was audited: the vulnerability service has to be within reach.")
        return 1
    unknown = [package for package in packages if "skip_reason" in package]
    faults = [(package, fault) for package in packages for fault in package.get("vulns", ())]
    for package, fault in faults:
        fixed = ", ".join(fault["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {fault['id']}, mended in {fixed}")
    if unknown:
        print(f"{len(unknown)} of {len(packages)} packages were not audited. Of the first it says:")
        print(f"{unknown[0]['skip_reason']}. Another service may know: make audit ARGS='-s osv'")
    if not unknown and not faults:
        print(f"None of {len(packages)} packages has a known vulnerability.")
    return 1 if unknown or faults else 0


if __name__ == "__main__":
    if sys.argv[1] == "audit":
        sys.exit(audit(sys.argv[2:]))
    sys.exit(lock("--upgrade" in sys.argv))
