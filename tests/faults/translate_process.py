"""Translates the site in a folder, as a process of its own that a test can kill."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults.fake_services import Fake
from tests.faults.translation_sites import Site

if __name__ == "__main__":
    site = Site(Path(sys.argv[1]), Fake(url=sys.argv[2]), concurrency=int(sys.argv[3]))
    sys.exit(0 if site.run().complete else 1)
