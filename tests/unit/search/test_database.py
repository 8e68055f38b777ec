from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.search import open_database
from tests.unit.search.conftest import row


def test_what_is_not_committed_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / ".cache" / "search.db"
    with open_database(path) as database:
        database.put([row("a")], ())
        database.commit()
        database.put([row("b")], ["a"])
    with open_database(path) as database:
        assert database.contents() == {"a": "content of a"}


@pytest.mark.parametrize("data", [b"", b"no database at all, but long enough to be read" * 99])
def test_a_damaged_database_counts_as_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "search.db"
    path.write_bytes(data)
    with open_database(path) as database:
        assert database.contents() == {}


def test_damage_that_shows_late_is_told_and_gone_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    with open_database(path) as database:
        database.put([row(f"{n:03}", body=f"isik{n} " * 300) for n in range(200)], ())
        database.commit()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = b"x" * (len(data) - len(data) // 2)
    path.write_bytes(data)
    with pytest.raises(DigestError, match="build again"), open_database(path) as database:
        list(database.stories())
    with open_database(path) as database:
        assert database.contents() == {}


def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    path.mkdir()
    with pytest.raises(DigestError, match="cannot be used"), open_database(path):
        pass


def test_an_error_of_the_disk_elsewhere_is_not_blamed_on_the_database(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_database(tmp_path / "search.db"):
        (tmp_path / "no such file").read_bytes()


def test_a_database_of_another_version_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "search.db"
    with open_database(path) as database:
        database.put([row("a")], ())
        database.commit()
    monkeypatch.setattr("digest.search.database.VERSION", 99)
    with open_database(path) as database:
        assert database.contents() == {}
