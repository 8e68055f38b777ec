from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import pytest

from digest import feeds
from digest.pipeline import feeding, making
from digest.pipeline.sitewide import PlannedFile
from tests.support.sites import make_site

TOPICS = "".join(
    f"  - {{key: konu{n}, name: {{tr: Konu {n}, en: Topic {n}}}, words: [kent{n}]}}\n"
    for n in range(40)
)
CONFIG = f"""
site: {{title: {{tr: Haber, en: News}}, url: 'https://example.org/'}}
topics:
{TOPICS}"""


def planned(output: str) -> PlannedFile:
    return PlannedFile(output, "", "", output.encode)


def test_what_shares_something_is_made_together() -> None:
    outputs = ["tr/feed.json", "tr/2025/07/index.html", "en/feed.xml", "tr/feed.xml", "_headers"]
    found = [[file.output for file in unit] for unit in making.units([*map(planned, outputs)])]
    assert found == [
        ["tr/feed.json", "tr/feed.xml"], ["en/feed.xml"], ["_headers"], ["tr/2025/07/index.html"],
    ]  # fmt: skip


def test_the_formats_of_a_feed_are_made_by_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They keep their items in one file, which two would write at once."""
    write, noted = feeding.write, tmp_path / "noted"

    def noting(setting: feeds.Setting, cache: Path, base: str) -> bytes:
        with noted.open("a") as file:
            file.write(f"{setting.page.output} {os.getpid()}\n")
        return write(setting, cache, base)

    monkeypatch.setattr(feeding, "write", noting)
    monkeypatch.setattr(making, "SHARE", 1)
    site = make_site(tmp_path / "site", CONFIG)
    site.jobs = 2
    words = " ".join(f"kent{n}" for n in range(40))
    site.story("a", body=words)
    site.story("a", "en", body=words)
    site.build()
    made = defaultdict(list)
    for line in noted.read_text().splitlines():
        output, process = line.split()
        made[output.rpartition(".")[0]].append(process)
    for view in ("tr", "en", "tr-en"):
        assert len(made[f"{view}/feed"]) == 2
        assert len(set(made[f"{view}/feed"])) == 1
