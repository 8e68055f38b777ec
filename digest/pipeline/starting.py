"""A fresh site, from the files in digest/starter/."""

from __future__ import annotations

from pathlib import Path

from digest import files
from digest.errors import DigestError

_STARTER = Path(__file__).resolve().parents[1] / "starter"


def start(folder: Path) -> tuple[str, ...]:
    """Write a site that builds at once; return the paths of its files.

    Raises DigestError when there is something in the folder already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "Name a new folder, or an empty one."
        raise DigestError("there is something here already.", path=str(folder), hint=hint)
    written = []
    for name, data in sorted(starter_files().items()):
        files.write_atomic(folder / name, data)
        written.append(name)
    return tuple(written)


def starter_files() -> dict[str, bytes]:
    """Return the files of a fresh site by path; `dot.x` in the package stands for `.x`."""
    found = {}
    for path in sorted(_STARTER.rglob("*")):
        if path.is_file() and path.suffix != ".py":
            parts = path.relative_to(_STARTER).parts
            name = "/".join("." + part[4:] if part.startswith("dot.") else part for part in parts)
            found[name] = path.read_bytes()
    return found
