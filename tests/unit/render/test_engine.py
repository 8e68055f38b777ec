"""Where templates are found, what they depend on, how they fail."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from digest.errors import DigestError, RenderError
from digest.model import Page
from digest.render.engine import Engine
from digest.render.filters import FILTERS, FUNCTIONS
from tests.unit.render.examples import SHIPPED, every_page, frame, render, story_page


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty folder of templates of a site's own."""
    folder = tmp_path / "templates"
    (folder / "static").mkdir(parents=True)
    return folder


def page(template: str = "story.html") -> Page:
    return replace(story_page("tr"), template=template)


def made(own: Path, text: str) -> str:
    (own / "own.html").write_text(text, encoding="utf-8")
    return render(page("own.html"), within=Engine((own, SHIPPED)))


def fault(own: Path, text: str) -> RenderError:
    with pytest.raises(RenderError) as caught:
        made(own, text)
    return caught.value


def test_a_site_s_own_template_goes_before_the_shipped_one(own: Path) -> None:
    (own / "colophon.html").write_text("<footer>Bizim</footer>", encoding="utf-8")
    html = render(page(), within=Engine((own, SHIPPED)))
    assert "<footer>Bizim</footer>" in html
    assert 'class="masthead"' in html


def test_values_are_escaped_and_markup_is_not(own: Path) -> None:
    text = """{{ "<i>" }}{{ "<b>" | safe }}{{ 3 }}{% set x %}<u>{{ "&" }}</u>{% endset %}{{ x }}"""
    assert made(own, text) == "&lt;i&gt;<b>3<u>&amp;</u>"
    assert made(own, """{% set x %}<u>{% endset %}{{ x ~ "<" }}""") == "<u>&lt;"


def test_autoescape_can_be_turned_off_for_a_part(own: Path) -> None:
    text = """{% autoescape false %}{{ "<i>" }}{% endautoescape %}{{ "<i>" }}"""
    assert made(own, text) == "<i>&lt;i&gt;"


def test_an_unknown_name_is_an_error_with_template_and_line(own: Path) -> None:
    error = fault(own, "one\ntwo {{ pagee.title }}")
    assert (error.path, error.line) == ("templates/own.html", 2)
    assert "'pagee' is undefined" in error.message
    assert "tr/muzakereler/index.html" in error.message


def test_an_unknown_field_is_an_error_with_template_and_line(own: Path) -> None:
    error = fault(own, "\n\n{% if page.titel %}x{% endif %}")
    assert (error.path, error.line) == ("templates/own.html", 3)
    assert "titel" in error.message


def test_a_syntax_error_is_an_error_with_template_and_line(own: Path) -> None:
    error = fault(own, "one\n\n{% if page %}\n{% endfor %}")
    assert (error.path, error.line) == ("templates/own.html", 4)
    assert "endfor" in error.message


def test_an_error_in_an_included_template_names_that_one(own: Path) -> None:
    (own / "inner.html").write_text("\n{{ nothing.at.all }}", encoding="utf-8")
    error = fault(own, '{% include "inner.html" %}')
    assert (error.path, error.line) == ("templates/inner.html", 2)


def test_an_error_in_a_filter_names_the_template_that_called_it(own: Path) -> None:
    error = fault(own, '\n{{ "soon" | day(t) }}')
    assert (error.path, error.line) == ("templates/own.html", 2)


def test_a_missing_template_is_named_with_who_wanted_it(own: Path) -> None:
    error = fault(own, 'x\n{% include "absent.html" %}')
    assert (error.path, error.line) == ("templates/own.html", 2)
    assert 'there is no template "absent.html"' in error.message
    with pytest.raises(RenderError, match=r'there is no template "lost\.html"'):
        render(page("lost.html"))


@pytest.mark.parametrize("name", ["/outside.html", "../outside.html", "a/../../outside.html", "/"])
def test_no_template_is_taken_from_outside_its_folders(own: Path, name: str) -> None:
    (own.parent / "outside.html").write_text("SECRET", encoding="utf-8")
    for text in (f'{{% include "{name}" %}}', f'{{% include "{own.parent}{name}" %}}'):
        assert "there is no template" in fault(own, text).message


def test_a_template_that_is_not_utf_8_is_an_error_with_its_line(own: Path) -> None:
    (own / "inner.html").write_bytes(b"one\n\xfe")
    with pytest.raises(DigestError) as caught:
        made(own, '{% include "inner.html" %}')
    assert (caught.value.path, caught.value.line) == ("templates/inner.html", 2)


def test_a_missing_static_file_is_an_error_with_a_hint(own: Path) -> None:
    error = fault(own, '{{ asset("absent.css") }}')
    assert "absent.css" in error.message
    assert error.hint


def test_an_error_in_a_shipped_template_is_shown_by_its_own_name(own: Path) -> None:
    broken = replace(story_page("tr"), content=None)
    with pytest.raises(RenderError) as caught:
        render(broken, within=Engine((own, SHIPPED)))
    assert str(caught.value.path).startswith("templates/story")


def test_a_template_depends_on_all_that_it_uses_at_any_depth() -> None:
    found = Engine((SHIPPED,)).sources.references("story.html")
    assert found[0] == "story.html"
    assert {"storybase.html", "base.html", "head.html", "masthead.html", "colophon.html"} <= set(
        found
    )
    assert "parts.html" not in found
    assert "pair.html" not in found


def test_a_template_that_chooses_another_by_a_variable_depends_on_all(own: Path) -> None:
    (own / "own.html").write_text("{% include page.kind %}", encoding="utf-8")
    engine = Engine((own, SHIPPED))
    assert set(engine.sources.references("own.html")) == set(engine.sources.names)


@pytest.mark.parametrize("changed", ["story.html", "masthead.html", "static/style.css"])
def test_a_fingerprint_changes_with_whatever_the_page_is_made_of(own: Path, changed: str) -> None:
    before = Engine((own, SHIPPED)).fingerprint("story.html")
    original = (SHIPPED / changed).read_text(encoding="utf-8")
    (own / changed).write_text(original + " ", encoding="utf-8")
    assert Engine((own, SHIPPED)).fingerprint("story.html") != before


@pytest.mark.parametrize("changed", ["home.html", "parts.html", "static/feed.css"])
def test_a_fingerprint_stays_when_something_else_changes(own: Path, changed: str) -> None:
    before = Engine((own, SHIPPED)).fingerprint("story.html")
    (own / changed).write_text("other", encoding="utf-8")
    assert Engine((own, SHIPPED)).fingerprint("story.html") == before


def test_the_address_of_a_static_file_changes_with_its_content(own: Path) -> None:
    text = '{{ asset("own.css") }}'
    (own / "static" / "own.css").write_text("a", encoding="utf-8")
    first = made(own, text)
    (own / "static" / "own.css").write_text("b", encoding="utf-8")
    assert first.startswith("static/own.css?v=")
    assert made(own, text) not in {first, ""}


def test_compiled_templates_give_the_same_pages(tmp_path: Path) -> None:
    plain = {kind: render(one) for kind, one in every_page().items()}
    for _ in range(2):
        engine = Engine((SHIPPED,), tmp_path / "compiled")
        assert {kind: render(one, within=engine) for kind, one in every_page().items()} == plain
    assert list((tmp_path / "compiled").glob("*.template"))


def test_a_part_follows_its_frame(own: Path) -> None:
    engine = Engine((SHIPPED,))
    assert "Sabah Postası" in render(page(), within=engine)
    assert "absent" not in frame("tr").title
    assert "http" not in render(page(), url="", within=engine).split("<body")[1]


def test_importing_the_engine_loads_no_library_but_markupsafe() -> None:
    code = "import sys, digest.render.engine; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "markupsafe" in loaded
    assert not {"babel", "jinja2", "markdown", "yaml"} & loaded


def test_every_filter_function_and_template_is_documented() -> None:
    text = (SHIPPED.parent / "docs" / "templates.md").read_text(encoding="utf-8")
    names = {*FILTERS, *FUNCTIONS, "asset", "part"}
    assert {name for name in names if f"`{name}" not in text} == set()
    made = {one.name for one in SHIPPED.glob("*.html")} - {"parts.html"}
    assert {name for name in made if f"`{name}`" not in text} == set()
