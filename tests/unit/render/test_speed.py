"""The quicker engine writes what Jinja2 itself would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from digest.errors import RenderError
from digest.render.compiled import escaped
from tests.unit.render.examples import engine, every_page, own, render, story_page


@given(st.text(st.characters() | st.sampled_from("<>&\"'")))
def test_texts_are_escaped_as_markupsafe_does(text: str) -> None:
    assert escaped(text) == str(escape(text))
    assert escaped(Markup(text)) == text


def test_other_values_are_escaped_as_markupsafe_does() -> None:
    class Html:
        def __html__(self) -> str:
            return "<b>"

    class Text(str):
        __slots__ = ()

    assert [escaped(value) for value in (3, None, Html(), Text("<"))] == [
        "3",
        "None",
        "<b>",
        "&lt;",
    ]


@pytest.mark.parametrize("kind", sorted(every_page()))
def test_a_template_in_one_piece_makes_the_same_page(kind: str) -> None:
    page, within = every_page()[kind], engine()
    plain = render(page, within=within)
    within.prepare(page.template)
    assert within.wholes[page.template]
    assert render(page, within=within) == plain


BASE = "{% set a = 1 %}[{% block top %}base{% endblock %}]{% block main %}{% endblock %}{{ a }}"
EXTENDS = '{% extends "base.html" %}'


@pytest.mark.parametrize(
    "child",
    [
        EXTENDS,
        EXTENDS + "{% set b = 2 %}{% block main %}{{ a }}{{ b }}{% endblock %}",
        EXTENDS + "{% set a = 2 %}{% block top %}{% set a = 3 %}{{ a }}{% endblock %}",
        EXTENDS
        + "ignored{% block main %}{% for a in [5, 6] %}{{ a }}{{ loop.last }}{% endfor %}{{ a }}"
        + "{% endblock %}",
        EXTENDS
        + "{% macro m(x) %}<{{ x }}>{{ caller() if x == 1 }}{% endmacro %}"
        + "{% block main %}{{ m('&') }}{% call m(1) %}c{% endcall %}{% endblock %}",
        EXTENDS + '{% block main %}{% include "part.html" %}{% endblock %}',
        EXTENDS + "{% block main %}{% block inner %}{{ a }}{% endblock %}{% endblock %}",
        '{% import "tools.html" as tools %}{{ tools.twice("<") }}{% set a = 4 %}{{ a }}',
    ],
)
def test_one_piece_does_what_jinja_does(tmp_path: Path, child: str) -> None:
    engine = own(
        tmp_path,
        base=BASE,
        child=child,
        part="{% set a = 9 %}({{ a }}{{ page.lang }})",
        tools="{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}",
    )
    page = replace(story_page("tr"), template="child.html")
    plain = render(page, within=engine)
    engine.prepare("child.html")
    assert engine.wholes["child.html"]
    assert render(page, within=engine) == plain


@pytest.mark.parametrize(
    "child",
    [
        "{% extends page.kind %}",
        '{% extends "base.html" %}{% block top %}{{ super() }}{% endblock %}',
        '{% extends "base.html" %}{% if a %}{% block main %}{% endblock %}{% endif %}',
        '{% extends "base.html" %}{% block main %}{{ self.top() }}{% endblock %}',
        "{% for x in [1, 2] %}{% block b scoped %}{{ x }}{% endblock %}{% endfor %}",
        "{% for x in [1, 2] %}{% block b %}{{ x }}{% endblock %}{% endfor %}",
        "{% block one %}{% set a = 1 %}{% block two %}{{ a }}{% endblock %}{% endblock %}",
        '{% include page.kind ~ ".html" %}',
        '{% include "nothing.html" ignore missing %}',
        '{% include "child.html" %}',
        "{% nonsense %}",
        '{% extends "nothing.html" %}',
    ],
)
def test_what_cannot_be_told_in_advance_is_left_to_jinja(tmp_path: Path, child: str) -> None:
    engine = own(tmp_path, base=BASE, child=child)
    engine.prepare("child.html")
    assert not any(engine.wholes.values())


def test_an_error_in_one_piece_is_told_by_the_template_that_has_it(tmp_path: Path) -> None:
    child = '{% extends "base.html" %}\n{% block main %}\n{{ page.titel }}{% endblock %}'
    engine = own(tmp_path, base=BASE, child=child)
    engine.prepare("child.html")
    with pytest.raises(RenderError) as caught:
        render(replace(story_page("tr"), template="child.html"), within=engine)
    assert (caught.value.path, caught.value.line) == ("templates/child.html", 3)
