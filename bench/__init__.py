"""Measurements of digest and of other site generators on the same stories."""
