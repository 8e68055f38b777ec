"""Publish a bilingual news digest: raw dumps in, a static site with feeds out."""

__version__ = "0.1.0"
