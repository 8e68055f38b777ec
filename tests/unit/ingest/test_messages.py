"""Chats as they are copied: where each message begins."""

from __future__ import annotations

import pytest

from digest.ingest.lines import read
from digest.ingest.messages import is_sent, parts

SENT = "Kanal, [21.10.2025 18:04]"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (SENT, True),
        ("Son Dakika | Haber, [1.2.2025 8:04]", True),
        ("Kanal, [21/10/2025, 18:04:33]", True),
        (f"{'k' * 80}, [21.10.2025 18:04]", True),
        (f"{'k' * 81}, [21.10.2025 18:04]", False),
        (", [21.10.2025 18:04]", False),
        ("Kanal [21.10.2025 18:04]", False),
        ("Kanal, [21.10.2025]", False),
        ("Kanal, [21.10.2025 18:04] dedi", False),
        ("[21.10.2025 18:04] Kanal: metin", False),
        ("Kanal, [21.10.25 18:04]", False),
    ],
)
def test_what_stands_above_a_message(text: str, sent: bool) -> None:
    assert is_sent(text) == sent


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([], [(0, 0)]),
        (["bir", "iki"], [(0, 2)]),
        ([SENT, "bir", "iki"], [(0, 3)]),
        (["bir", SENT, "iki"], [(0, 3)]),
        ([SENT, "bir", SENT, "iki"], [(0, 2), (2, 4)]),
        (["bir", SENT, "iki", SENT], [(0, 1), (1, 3), (3, 4)]),
        (["bir", "iki", SENT, SENT, "üç"], [(0, 2), (2, 3), (3, 5)]),
    ],
)
def test_a_chat_is_read_message_by_message(texts: list[str], found: list[tuple[int, int]]) -> None:
    assert parts(read(texts)) == found
