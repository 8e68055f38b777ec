"""Measurements of digest and of other site generators on the same stories. Never part of the package."""
