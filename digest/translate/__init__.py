"""Faithful machine translation: what to ask, whom to ask, and whether the answer can be trusted."""
