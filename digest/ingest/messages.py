"""Chats as they are copied: above each message stands who sent it, and when. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.ingest.lines import Line

_SENT = re.compile(r".{1,80}, \[\d{1,2}[./]\d{1,2}[./]\d{4},? \d{1,2}:\d{2}(?::\d{2})?\]")


def is_sent(text: str) -> bool:
    """Say whether a line stands above a message: `Kanal Adı, [21.10.2025 18:04]`."""
    return text.endswith("]") and _SENT.fullmatch(text) is not None


def parts(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the messages of a chat, as lines from and up to; all is one where it is none.

    What stands above the first message is a part, too.
    """
    starts = [at for at, line in enumerate(lines) if is_sent(line.text)]
    if len(starts) < 2:
        return [(0, len(lines))]
    cuts = [*starts, len(lines)] if starts[0] == 0 else [0, *starts, len(lines)]
    return list(pairwise(cuts))
