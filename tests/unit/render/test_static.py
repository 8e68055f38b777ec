"""Static files, a site's own before the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import RenderError
from digest.render.static import Assets, static_files


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, names in (
        (own, ("style.css", "fonts/a.woff2")),
        (shipped, ("style.css", "site.js")),
    ):
        for name in names:
            path = folder / "static" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{folder.name} {name}", encoding="utf-8")
    return own, shipped


def test_files_of_both_folders_are_found_the_site_s_own_first(folders: tuple[Path, Path]) -> None:
    own, shipped = folders
    assert static_files(folders) == {
        "style.css": own / "static/style.css",
        "fonts/a.woff2": own / "static/fonts/a.woff2",
        "site.js": shipped / "static/site.js",
    }


def test_a_folder_without_static_files_has_none(tmp_path: Path) -> None:
    assert static_files((tmp_path,)) == {}


def test_an_address_names_the_content_and_nothing_of_the_machine(
    folders: tuple[Path, Path],
) -> None:
    own, shipped = folders
    address = Assets(folders)("style.css")
    assert address == Assets((own,))("style.css")
    assert address != Assets((shipped,))("style.css")
    assert address.startswith("static/style.css?v=")


def test_a_file_that_is_not_there_is_an_error(folders: tuple[Path, Path]) -> None:
    with pytest.raises(RenderError, match=r'no static file "absent\.css"'):
        Assets(folders)("absent.css")
