"""What lies on disk, what the last build knew, and whether anything changed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from digest.cache import quick, sections, snapshot, state
from digest.cache.target import PUBLISHED
from digest.remembered import environment


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


def test_a_link_changes_with_what_it_leads_to_and_where(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("x")
    (tmp_path / "two").write_text("x")
    (tmp_path / "links").mkdir()
    link = tmp_path / "links/link"
    states = []
    for target, text in (("../one", "x"), ("../two", "x"), ("../two", "xy"), ("nowhere", "")):
        if text == "xy":
            (tmp_path / "two").write_text(text)
        else:
            link.unlink(missing_ok=True)
            link.symlink_to(target)
        found = snapshot.settle(snapshot.scan([str(link.parent)]), "")
        assert snapshot.scan([str(link.parent)]) == found
        states.append(found[str(link)])
    assert len(set(states)) == 4
    assert states[2][2] == 2


def test_linked_folders_are_walked_once_and_below_templates_alone(tmp_path: Path) -> None:
    for name in ("site/templates/x", "site/content", "site/shared/one", "outside"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "file").write_text("x")
    for name, target in {
        "templates/x/shared": "../../shared",
        "templates/x/again": "../../shared",
        "shared/round": ".",
        "templates/site": "..",
        "templates/outside": "../../outside",
        "content/shared": "../shared",
    }.items():
        (tmp_path / "site" / name).symlink_to(target)
    found = quick.watched(str(tmp_path / "site"))
    files = {name for name in found if name.endswith("/file") and not name.startswith("/")}
    (way,) = {name.split("/")[2] for name in files if "one" in name}
    assert way in {"shared", "again"}
    assert files == {"content/file", "templates/x/file", f"templates/x/{way}/one/file"}


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


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state with a section that has a file of its own."""
    monkeypatch.setattr(sections, "LARGE", 100)
    made = state.State()
    made.put("one", "x")
    made.put("two", tuple(range(100)))
    made.save(str(tmp_path / "build"))
    (own,) = tmp_path.glob("build-two-*")
    return own


def test_a_large_section_is_not_written_again_while_it_stays_the_same(large: Path) -> None:
    path, before = str(large.parent / "build"), large.stat()
    back, _ = state.load(path)
    back.put("one", "y")
    back.save(path)
    again, note = state.load(path)
    assert (again.get("one"), again.get("two"), note) == ("y", tuple(range(100)), "")
    assert large.stat() == before


def test_a_large_section_that_changes_leaves_no_file_behind(large: Path) -> None:
    path = str(large.parent / "build")
    back, _ = state.load(path)
    back.put("two", tuple(range(200)))
    back.save(path)
    again, _ = state.load(path)
    assert again.get("two") == tuple(range(200))
    assert len(list(large.parent.iterdir())) == 2
    again.put("two", ())
    again.save(path)
    assert [file.name for file in large.parent.iterdir()] == ["build"]


@pytest.mark.parametrize("damage", [None, b"", b"garbage"])
def test_a_large_section_that_is_damaged_or_lost_is_noticed(
    large: Path, damage: bytes | None
) -> None:
    if damage is None:
        large.unlink()
    else:
        large.write_bytes(damage)
    back, note = state.load(str(large.parent / "build"))
    assert back.get("one") is None
    assert "everything is made anew" in note
    found, note = sections.load(str(large.parent / "build"), {"one"})
    assert list(found) == ["one"]


def test_missing_files_are_found_by_another_process(tmp_path: Path) -> None:
    (tmp_path / "output/a").mkdir(parents=True)
    (tmp_path / "output/a/there.html").write_text("x")
    made = state.State()
    made.put("outputs", ("a/there.html", "a/gone.html", "ğ/gone.html"))
    made.save(str(tmp_path / PUBLISHED.state))
    assert quick.look(str(tmp_path)).missing == {"a/gone.html", "ğ/gone.html"}


def test_where_the_last_builds_state_is_lost_no_build_has_nothing_to_do(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("x")
    made, noted = state.State(), state.State()
    made.put("mark", "m")
    made.put("watched", quick.watched(str(tmp_path)))
    made.save(str(tmp_path / PUBLISHED.state))
    done = {"options": "", "environment": environment(), "mark": "m", "report": ("Nothing.",)}
    noted.put("done", done)
    noted.save(str(tmp_path / PUBLISHED.noted))
    assert quick.look(str(tmp_path)).report == ("Nothing.",)
    (tmp_path / PUBLISHED.state).unlink()
    assert quick.look(str(tmp_path)).report is None


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
