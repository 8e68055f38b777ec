"""Imports a site in a process of its own, to be killed.

Arguments: the site's folder, and how many dumps make a batch.
"""

from __future__ import annotations

import sys
from pathlib import Path

from digest.config.reading import load
from digest.pipeline import importing


def main() -> None:
    config, problems = load(Path(sys.argv[1]))
    assert config is not None, problems
    importing.BATCH = int(sys.argv[2])
    sys.stdout.write("started\n")
    sys.stdout.flush()
    importing.import_dumps(config, day="2025-11-22")


if __name__ == "__main__":
    main()
