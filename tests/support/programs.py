"""Programs from outside Python that some tests drive."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
VALIDATORS = ROOT / "tools" / "validators" / "node_modules"


def need(*names: str) -> str:
    """Return the path of the first of these programs that is here.

    Where none is, the test is skipped with the reason; where CI is set, it fails.
    """
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    for name in names:
        if found := shutil.which(name, path=path):
            return found
    return _lack(f"needs {' or '.join(names)}, which is not on this machine (tools/programs.py)")


def need_file(path: Path) -> Path:
    """Return the path of a file that npm installed; skip or fail the test where it is not there."""
    if not path.exists():
        _lack(f"needs {path.relative_to(ROOT)}, which npm has not installed (tools/programs.py)")
    return path


def _lack(reason: str) -> str:
    if os.environ.get("CI"):
        pytest.fail(f"CI {reason}", pytrace=False)
    pytest.skip(reason)
