"""Fixtures of the browser tests; elsewhere Playwright is not even imported."""

from __future__ import annotations

from tests.support.browser import chromium, new_page

__all__ = ["chromium", "new_page"]
