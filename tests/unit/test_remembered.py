"""Values kept on disk: right or made again, whatever lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import remembered


class Maker:
    def __init__(self) -> None:
        self.made = 0

    def ask(self, path: Path, key: str = "k") -> object:
        def make() -> object:
            self.made += 1
            return {"value": [self.made, "ğ"]}

        return remembered.value(str(path), key, make)


def test_a_value_is_made_once_for_a_key(tmp_path: Path) -> None:
    maker = Maker()
    assert [maker.ask(tmp_path / "x", key) for key in ("a", "a", "b", "b")] == [
        {"value": [n, "ğ"]} for n in (1, 1, 2, 2)
    ]


def test_it_is_made_again_by_other_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Maker()
    maker.ask(tmp_path / "x")
    monkeypatch.setattr(remembered, "environment", lambda: "another Babel")
    maker.ask(tmp_path / "x")
    assert maker.made == 2


@pytest.mark.parametrize("cut", [0, 1, 15, 16, 17, 40, -1])
def test_what_is_damaged_is_made_again(tmp_path: Path, cut: int) -> None:
    maker = Maker()
    maker.ask(tmp_path / "x")
    (tmp_path / "x").write_bytes((tmp_path / "x").read_bytes()[:cut])
    assert maker.ask(tmp_path / "x") == {"value": [2, "ğ"]}


def test_nothing_is_kept_where_there_is_no_folder_or_no_writing(tmp_path: Path) -> None:
    maker = Maker()
    maker.ask(tmp_path / "no" / "x")
    (tmp_path / "x").mkdir()
    maker.ask(tmp_path / "x")
    assert maker.made == 2
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == []
