"""Publish a bilingual news digest: raw dumps in, a static site with feeds out."""
