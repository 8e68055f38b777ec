"""What lies on disk, what the last build knew, and whether anything changed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from digest.cache import quick, snapshot, state
from digest.cache.target import PUBLISHED


def test_a_scan_finds_files_below_folders_and_files_that_are_named(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.md").write_text("x")
    (tmp_path / "a/.hidden").write_text("x")
    (tmp_path / "one.yaml").write_text("xy")
    found = snapshot.scan(
        [f"{tmp_path}/a", f"{tmp_path}/one.yaml", f"{tmp_path}/no"], len(str(tmp_path)) + 1
    )
    assert sorted(found) == ["a/b/c.md", "one.yaml"]
    assert found["one.yaml"][2] == 2


def test_a_digest_changes_with_any_file_and_not_with_their_order(tmp_path: Path) -> None:
    one = {"a": (1, 2, 3), "b": (4, 5, 6)}
    assert snapshot.digest(one) == snapshot.digest(dict(reversed(one.items())))
    assert snapshot.digest(one) != snapshot.digest({**one, "b": (4, 5, 7)})
    assert snapshot.digest(one) != snapshot.digest({"a": (1, 2, 3)})


def test_a_file_as_young_as_the_clock_is_fine_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "young"
    path.write_text("x")
    snapshot.settle(snapshot.scan([str(tmp_path)], len(str(tmp_path)) + 1), f"{tmp_path}/")
    assert time.time_ns() - path.stat().st_ctime_ns > snapshot.GRAIN * 1e9


def test_a_state_is_read_back_section_by_section(tmp_path: Path) -> None:
    path = str(tmp_path / "cache/build")
    made = state.State()
    made.put("one", {"a": (1, "ğ", None)})
    made.put("two", ("x",) * 3)
    made.save(path)
    back, note = state.load(path)
    assert note == ""
    assert back.get("one") == {"a": (1, "ğ", None)}
    assert back.get("three", 5) == 5
    back.put("one", 1)
    back.save(path)
    again, _ = state.load(path)
    assert (again.get("one"), again.get("two")) == (1, ("x",) * 3)


@pytest.mark.parametrize("cut", [3, 20, 40, -1])
def test_a_truncated_state_counts_as_none_and_says_so(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "build"
    made = state.State()
    made.put("one", list(range(100)))
    made.save(str(path))
    path.write_bytes(path.read_bytes()[:cut])
    back, note = state.load(str(path))
    assert back.get("one") is None
    assert "everything is made anew" in note


def test_every_flipped_byte_of_a_state_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "build"
    made = state.State()
    made.put("one", list(range(20)))
    made.save(str(path))
    data = path.read_bytes()
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        back, note = state.load(str(path))
        assert note or back.get("one") in (None, list(range(20)))


def test_missing_files_are_found_by_another_process(tmp_path: Path) -> None:
    (tmp_path / "output/a").mkdir(parents=True)
    (tmp_path / "output/a/there.html").write_text("x")
    made = state.State()
    made.put("outputs", ("a/there.html", "a/gone.html", "ğ/gone.html"))
    made.save(str(tmp_path / PUBLISHED.state))
    assert quick.look(str(tmp_path)).missing == {"a/gone.html", "ğ/gone.html"}


def test_nothing_is_missing_from_a_site_that_was_never_built(tmp_path: Path) -> None:
    found = quick.look(str(tmp_path))
    assert found.missing == frozenset()
    assert found.report is None


def test_without_an_output_folder_every_file_is_missing(tmp_path: Path) -> None:
    assert quick.missing_files(str(tmp_path / "no"), ["a", "b"]) == ["a", "b"]


def test_the_quick_look_imports_nothing_heavy() -> None:
    import subprocess
    import sys

    code = "import sys; from digest.cache import quick; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"yaml", "click", "jinja2", "markdown", "babel", "re", "typing", "dataclasses"}
    heavy |= {"digest.config", "digest.model"}
    assert not heavy & set(run.stdout.split())
