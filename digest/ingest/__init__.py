"""Raw dumps in, articles and an account of every line out. Pure: `pipeline.importing` does the files."""

from __future__ import annotations
