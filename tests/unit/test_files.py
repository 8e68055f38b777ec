"""The disk: what is walked, written, waited for, and what is said when it refuses."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from digest import files
from digest.errors import DigestError


def test_hidden_files_links_and_what_is_not_there_are_not_walked(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    for name in ("a/x.md", "a/b/y.md", "a/.z.md", "w.txt"):
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "a/link.md").symlink_to(tmp_path / "a/x.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = {os.path.relpath(entry.path, tmp_path) for entry in files.walk(str(tmp_path), ".md")}
    assert found == {"a/x.md", "a/b/y.md"}
    assert list(files.walk(str(tmp_path / "nowhere"))) == []
    assert list(files.walk(str(tmp_path / "w.txt"))) == []


def test_a_text_that_is_no_utf_8_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a\nb\xff")
    with pytest.raises(DigestError, match="byte 0xff is not UTF-8") as caught:
        files.read_text(tmp_path / "x")
    assert (caught.value.path, caught.value.line) == (str(tmp_path / "x"), 2)


def test_a_link_is_followed_unless_told_not_to(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("\ufeffİ", "utf-8")
    (tmp_path / "link").symlink_to("x")
    assert files.read_text(tmp_path / "link") == "İ"
    assert files.read_text(tmp_path / "x", follow=False) == "İ"
    with pytest.raises(OSError, match="symbolic links"):
        files.read_text(tmp_path / "link", follow=False)


@pytest.mark.parametrize("sync", [False, True])
def test_a_file_is_written_whole_and_its_folders_are_made(tmp_path: Path, sync: bool) -> None:
    files.write_atomic(tmp_path / "a/b/x", b"1", sync=sync)
    files.write_atomic(tmp_path / "a/b/x", b"2", sync=sync)
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["x"]
    assert (tmp_path / "a/b/x").read_bytes() == b"2"


def test_a_link_is_replaced_and_what_it_leads_to_left_alone(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("other", "utf-8")
    (tmp_path / "x").symlink_to(tmp_path / "other")
    files.write_atomic(tmp_path / "x", b"new")
    assert (tmp_path / "other").read_text("utf-8") == "other"
    assert not (tmp_path / "x").is_symlink()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "x/y").mkdir(parents=True)
    with pytest.raises(OSError, match="directory") as caught:
        files.write_atomic(tmp_path / "x", b"new")
    assert caught.value.filename == str(tmp_path / "x")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("before", [None, b"old"])
def test_what_was_saved_while_a_file_was_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None
) -> None:
    path = tmp_path / "x"
    if before:
        path.write_bytes(before)
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"somebody's"))
    with pytest.raises(files.ChangedError):
        files.write_atomic(path, b"new", sync=True, before=before)
    assert path.read_bytes() == b"somebody's"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


def test_what_was_taken_away_while_a_file_was_written_stays_away(tmp_path: Path) -> None:
    with pytest.raises(files.ChangedError):
        files.write_atomic(tmp_path / "x", b"new", before=b"old")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "none"])
def test_a_file_that_is_as_it_was_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refused)
    files.write_atomic(tmp_path / "x", b"1", before=None)
    with pytest.raises(files.ChangedError):
        files.write_atomic(tmp_path / "x", b"2", before=None)
    assert (tmp_path / "x").read_bytes() == b"1"
    files.write_atomic(tmp_path / "x", b"3", before=b"1")
    assert (tmp_path / "x").read_bytes() == b"3"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


def test_what_a_killed_process_with_this_number_left_is_not_written_through(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"whole")
    (tmp_path / f".x.{os.getpid()}.tmp").hardlink_to(path)
    with pytest.raises(files.ChangedError):
        files.write_atomic(path, b"new", before=None)
    assert path.read_bytes() == b"whole"


def test_the_second_waits_for_the_first_and_says_so_once(tmp_path: Path) -> None:
    said: list[str] = []
    waiting, order = threading.Event(), []

    def waits() -> None:
        said.append("waits")
        waiting.set()

    def second() -> None:
        with files.lock(tmp_path / "a/lock", waits):
            order.append("second")

    with files.lock(tmp_path / "a/lock", lambda: said.append("never")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(30)
        order.append("first")
    thread.join(30)
    assert (said, order) == (["waits"], ["first", "second"])


def test_only_a_number_of_a_living_process_lives() -> None:
    assert files.lives(str(os.getpid()))
    assert files.lives("1")
    assert files.lives("9" * 30)  # none that could be asked for: nothing of its is cleared
    assert not files.lives("999999999")
    assert not files.lives("x4f_2")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full. Make room."),
        (errno.EROFS, "the disk is read-only."),
        (errno.EACCES, "permission is denied. Allow it,"),
        (errno.ELOOP, "it is a symbolic link, which is not followed. Put the file itself there."),
        (errno.ENOENT, "it is not there any more."),
        (errno.EISDIR, "a folder lies where a file is to be. Move it elsewhere."),
        (errno.EIO, "the system says: input/output error. Nothing is lost: run it again"),
    ],
)
def test_what_the_disk_says_is_told_with_path_and_remedy(number: int, said: str) -> None:
    error = OSError(number, os.strerror(number), "/site/output/tr/x.html")
    told = str(files.explained(error, Path("/site")))
    assert told.startswith("output/tr/x.html: ")
    assert said in told


def test_of_a_path_that_cannot_be_made_the_part_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", "utf-8")
    with pytest.raises(OSError, match="directory") as caught:
        (tmp_path / "a/b/c").mkdir(parents=True)
    told = files.explained(caught.value, tmp_path)
    assert (told.path, told.hint) == ("a", "Move it elsewhere.")


def test_a_path_elsewhere_is_named_whole_and_none_is_no_path() -> None:
    away = OSError(errno.EROFS, "x", "/disk/www")
    assert files.explained(away, Path("/site")).path == "/disk/www"
    assert files.explained(OSError(errno.ENOSPC, "x"), Path("/site")).path is None
    moved = OSError(errno.EROFS, "x", "/site/.x.tmp", None, "/site/x")
    assert files.explained(moved, Path("/site")).path == "x"


def test_a_folder_that_leads_out_is_refused_and_one_that_stays_within_is_not(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    (site / "real").mkdir(parents=True)
    (site / "within").symlink_to(site / "real")
    (site / "out").symlink_to(tmp_path)
    files.refuse_outside(site, "real/x.md")
    files.refuse_outside(site, "within/x.md")
    with pytest.raises(DigestError, match="out: it is a link that leads out of the site"):
        files.refuse_outside(site, "out/x.md")
