"""Picture files: their size, and smaller copies."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from digest import pictures
from tests.support.sites import TestSite, make_site


def drawn(width: int, height: int, kind: str = "PNG", **options: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(data, kind, **options)
    return data.getvalue()


def test_a_picture_that_is_turned_has_the_size_in_which_it_is_shown(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "x.jpg"
    path.write_bytes(drawn(300, 200, "JPEG", exif=exif))
    assert pictures.size(path) == (200, 300)
    with Image.open(io.BytesIO(pictures.resized(path, 100))) as copy:
        assert copy.size == (100, 150)
        assert not copy.getexif()


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, drawn(9, 9)[:30]]
)
def test_what_is_no_picture_has_no_size_and_is_copied_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(data)
    assert pictures.size(path) == (0, 0)
    assert pictures.resized(path, 100) == data


def test_a_smaller_copy_of_a_drawing_in_few_colours_has_smooth_edges(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    drawing = Image.new("P", (100, 100), 0)
    drawing.putpalette([255, 255, 255, 0, 0, 0])
    drawing.paste(1, (0, 0, 49, 100))
    drawing.save(path)
    with Image.open(io.BytesIO(pictures.resized(path, 50))) as copy:
        assert copy.mode == "P"  # as light as the original
        shades = copy.convert("L").histogram()
    assert sum(shades[20:235]) >= 50


def test_copies_are_made_in_widths_below_the_pictures_own() -> None:
    assert pictures.widths("x.jpg", 1000) == (480, 960)
    assert pictures.widths("x.jpg", 480) == ()
    assert pictures.widths("x.gif", 5000) == ()
    assert pictures.copy_name("a/x.y.jpg", 480) == "a/x.y-480w.jpg"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    made = make_site(tmp_path)
    made.write("content/articles/2025-07/x.png", drawn(1000, 500))
    made.story("1", image="x.png", alt="Liman", slug="haber")
    made.story("2", image="gone.png", alt="Yok", slug="yok")
    return made


def test_a_story_shows_its_picture_in_the_sizes_that_there_are(site: TestSite) -> None:
    site.build()
    page = site.page("tr/haber/")
    assert 'width="1000" height="500"' in page
    assert "../../images/2025-07/x-480w.png 480w" in page
    assert {f"images/2025-07/x{copy}.png" for copy in ("", "-480w", "-960w")} <= set(site.output())
    assert "images/2025-07/x-480w.png" in site.page("tr/")


def test_a_picture_that_is_not_there_is_not_asked_for(site: TestSite) -> None:
    site.build()
    assert "gone.png" not in site.page("tr/yok/")


def test_a_new_picture_under_the_old_name_is_noticed(site: TestSite) -> None:
    site.build()
    site.write("content/articles/2025-07/x.png", drawn(400, 300))
    report = site.build()
    assert report.made is not None
    assert report.made.reasons["tr/haber/index.html"] == "its text changed"
    assert 'width="400" height="300"' in site.page("tr/haber/")
    assert "images/2025-07/x-480w.png" not in site.output()
    site.write("content/articles/2025-07/gone.png", drawn(10, 10))
    site.build()
    assert "gone.png" in site.page("tr/yok/")
