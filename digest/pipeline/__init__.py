"""The whole flow: the only part that knows every stage."""

from __future__ import annotations
