"""Keys of services: from the environment, or from an untracked file `.secrets` in the site.

    DIGEST_DEEPL_KEY, DIGEST_LIBRETRANSLATE_KEY, DIGEST_MYMEMORY_EMAIL

The file has one `NAME=value` a line. A file that git tracks is refused: keys would be published.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from digest import files
from digest.errors import ConfigError, DigestError

FILE = ".secrets"
NAMES = {
    "deepl": "DIGEST_DEEPL_KEY",
    "libretranslate": "DIGEST_LIBRETRANSLATE_KEY",
    "mymemory": "DIGEST_MYMEMORY_EMAIL",
}


def secrets(root: Path, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the key, or for MyMemory the e-mail address, of each service that has one.

    The environment wins. Raises ConfigError for a file that is tracked, or cannot be read.
    """
    known = _from_file(root)
    known |= {name: environment[name].strip() for name in NAMES.values() if environment.get(name)}
    return {service: known[name] for service, name in NAMES.items() if known.get(name)}


def _from_file(root: Path) -> dict[str, str]:
    path = root / FILE
    if not path.is_file():
        return {}
    if _is_tracked(root):
        hint = (
            f"Take it out with `git rm --cached {FILE}`, add it to .gitignore, and renew the keys."
        )
        raise ConfigError("git tracks this file, which has keys in it.", path=FILE, hint=hint)
    try:
        lines = files.read_text(path, FILE).split("\n")
    except DigestError as error:
        raise ConfigError(error.message, path=FILE, line=error.line, hint=error.hint) from None
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        name, sign, value = line.strip().removeprefix("export ").partition("=")
        if not name or name.startswith("#"):
            continue
        if not sign or name.strip() not in NAMES.values():
            hint = f"Write one of {', '.join(NAMES.values())}, then = and its value."
            raise ConfigError("this line names no key.", path=FILE, line=number, hint=hint)
        found[name.strip()] = value.strip().strip("\"'")
    return found


def _is_tracked(root: Path) -> bool:
    """Say whether git has the file. Without git, or outside a repository, nothing is tracked."""
    command = ["git", "ls-files", "--error-unmatch", FILE]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
