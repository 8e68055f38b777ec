"""A fake translation service, and a site that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.fake_services import Fake, fake_services
from tests.faults.translation_sites import Site


@pytest.fixture
def fake() -> Iterator[Fake]:
    with fake_services() as running:
        yield running


@pytest.fixture
def site(tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> Site:
    for name in ("DIGEST_DEEPL_KEY", "DIGEST_LIBRETRANSLATE_KEY", "DIGEST_MYMEMORY_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DIGEST_DEEPL_KEY", "deepl-key-of-the-test")
    return Site(tmp_path, fake)
