"""Somebody saves a file at the moment in which the program writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from digest import files


def meanwhile(patch: pytest.MonkeyPatch, path: Path, save: Callable[[], object]) -> None:
    """Have `save` called just before the program puts its own text into this file's place."""
    write = files.write_atomic

    def saved_before(target: Path, data: bytes, **rest: Any) -> None:
        if target == path:
            save()
        write(target, data, **rest)

    patch.setattr(files, "write_atomic", saved_before)
