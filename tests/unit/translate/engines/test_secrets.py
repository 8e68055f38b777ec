from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import ConfigError
from digest.translate.engines.secrets import secrets


def test_keys_come_from_the_environment_before_the_file(tmp_path: Path) -> None:
    (tmp_path / ".secrets").write_text(
        "# keys\n\nexport DIGEST_DEEPL_KEY='from the file'\nDIGEST_MYMEMORY_EMAIL=me@example.org\n",
        "utf-8",
    )
    assert secrets(tmp_path, {}) == {"deepl": "from the file", "mymemory": "me@example.org"}
    assert secrets(tmp_path, {"DIGEST_DEEPL_KEY": " mine "})["deepl"] == "mine"
    assert secrets(tmp_path, {"DIGEST_DEEPL_KEY": ""})["deepl"] == "from the file"


def test_without_keys_there_are_none(tmp_path: Path) -> None:
    assert secrets(tmp_path, {}) == {}


@pytest.mark.parametrize("line", ["DIGEST_DEEPL_KEY", "DEEPL=abc-secret", "abc-secret"])
def test_a_line_that_names_no_key_is_reported_without_what_it_says(
    tmp_path: Path, line: str
) -> None:
    (tmp_path / ".secrets").write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(ConfigError) as found:
        secrets(tmp_path, {})
    assert found.value.line == 2
    assert "abc-secret" not in str(found.value)


def test_bytes_that_are_no_text_are_reported(tmp_path: Path) -> None:
    (tmp_path / ".secrets").write_bytes(b"DIGEST_DEEPL_KEY=\xff\n")
    with pytest.raises(ConfigError, match="not UTF-8"):
        secrets(tmp_path, {})
