"""Templates that run without Jinja2 make what it makes; what wants more of it is left to it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from digest.errors import RenderError
from digest.render import compiled
from digest.render.engine import Engine
from tests.unit.render.examples import SHIPPED, every_page, frames, own, render, story_page, texts


def again(folder: Path, templates: Path | None = None) -> Engine:
    """Return an engine that has what another one compiled, and no Jinja2."""
    engine = Engine((templates or folder / "templates",), folder / "compiled")
    vars(engine)["jinja"] = None
    return engine


PARTS = """
{% macro twice(x, y=1, sep=", ") %}{{ x }}{{ sep }}{{ x }}{{ y }}{% endmacro %}
{% macro outer(x) %}<b>{{ twice(x, sep="<") }}</b>{% endmacro %}
{% set other = 3 %}
"""

SET = "{% set a, n = '<b>', 1 %}"
"""Values that Jinja2 does not put in when it compiles."""

ALONE = {
    "loops": "{% for x in [4, 5] %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}"
    "{{ loop.length }}{{ x }}{% else %}none{% endfor %}",
    "else of loops": "{% for x in [] %}{{ loop.index }}{% else %}<none>{% endfor %}",
    "inner loops": "{% for x in 'ab' %}{% for y in range(2) %}{{ loop.last }}{% endfor %}"
    "{{ loop.last }}{% endfor %}",
    "filtered": "{% for x in range(6) if x % 2 %}{{ loop.first }}{{ x }}{% endfor %}",
    "macros": "{% macro m(x, y='&') %}{{ x }}{{ y }}{% endmacro %}{{ m(1) }}{{ m(y='<', x=2) }}",
    "imports": '{% import "parts.html" as parts %}{{ parts.outer("&") }}{{ parts.other }}',
    "from": '{% from "parts.html" import twice as two, outer %}{{ two("<", 2) }}{{ outer(1) }}',
    "joins": SET + "{{ [a, '<'] | join(', ') }}{{ [a | safe, '<'] | join(a) }}{{ [n, 2] | join }}"
    "{{ [a] | join('<' | safe) }}{{ (a, a) | join(a) }}",
    "filters": SET
    + "{{ ('7' ~ n) | int + 1 }}{{ a | length }}{{ a | list | length }}{{ a | safe }}",
    "else": SET + "[{{ a if n > 1 }}{{ (a if n > 1) ~ a }}{{ 'y' if not (a if n > 1) }}]",
    "tilde": SET + "{{ n ~ a }}{{ (a | safe) ~ a }}{{ a ~ none }}",
    "item": SET + "{{ {'a': a}['a'] }}{{ [n, a][1] }}{{ a[1:] }}{{ (a, n)[0] }}{{ {a: n}[a] }}",
    "set": "{% set x %}<u>{{ '&' }}</u>{% endset %}{{ x }}{% set a, b = 1, 2 %}{{ a + b }}",
}

WANTING = {
    "test": "{{ page is defined }}{{ 3 is odd }}",
    "filter": "{{ 'a' | upper }}{{ [1, 2] | map('string') | list }}",
    "filter block": "{% filter upper %}a{% endfilter %}",
    "namespace": "{% set ns = namespace(n=0) %}{% for x in [1] %}{% set ns.n = x %}{% endfor %}"
    "{{ ns.n }}",
    "joiner": "{% set j = joiner('|') %}{{ j() }}a{{ j() }}b",
    "cycle": "{% for x in [1, 2] %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "changed": "{% for x in [1, 2] %}{{ loop.changed(x) }}{{ loop.revindex }}{% endfor %}",
    "loop handed on": "{% macro m(l) %}{{ l.index }}{% endmacro %}"
    "{% for x in [1] %}{{ m(loop) }}{% endfor %}",
    "recursive": "{% for x in [[1], []] recursive %}{{ loop(x) if x is iterable }}<{% endfor %}",
    "call": "{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}<i>{% endcall %}",
    "arguments": "{% macro m() %}{{ varargs | length }}{{ kwargs }}{% endmacro %}{{ m(1, a=3) }}",
    "autoescape": "{% autoescape false %}{{ '<' }}{{ ['<'] | join }}{% endautoescape %}{{ '<' }}",
    "context": '{% set a = 5 %}{% import "seeing.html" as s with context %}{{ s.m() }}',
    "chosen import": '{% import page.lang ~ ".html" as x %}{{ x.m() }}',
    "equal nothings": SET + "{{ (a if n > 1) == (a if n > 2) }}",
    "nested import": '{% import "nested.html" as n %}{{ n.m() }}',
    "default of int": "{{ '10' | int(5) }}{{ 'x' | int(5) }}{{ '1.5' | int }}",
    "join by attribute": "{{ [page, page] | join(', ', attribute='lang') }}",
    "dictionary": "{{ {'a': 1}.items() | list }}{{ {'a': 1} | length }}{{ {'a': 2}['b'] if 0 }}",
}


@pytest.mark.parametrize("case", [*ALONE, *WANTING])
def test_a_template_in_one_piece_does_what_jinja_does(tmp_path: Path, case: str) -> None:
    engine = own(
        tmp_path,
        own={**ALONE, **WANTING}[case],
        parts=PARTS,
        seeing="{% macro m() %}{{ a }}{% endmacro %}",
        tr="{% macro m() %}tr{% endmacro %}",
        nested='{% import "parts.html" as p %}{% macro m() %}{{ p.twice("<") }}{% endmacro %}',
    )
    page = replace(story_page("tr"), template="own.html")
    plain = render(page, within=engine)
    engine.prepare("own.html")
    assert engine.wholes["own.html"]
    assert render(page, within=engine) == plain
    alone = bool(engine.jinja.whole("own.html").co_filename == compiled.ALONE)
    assert alone is (case in ALONE or case in {"equal nothings", "dictionary"})
    if case in ALONE:
        assert render(page, within=again(tmp_path)) == plain


@pytest.mark.parametrize("kind", sorted(every_page().keys() - {"feeds"}))  # it selects by fields
def test_most_pages_are_made_without_jinja(kind: str, tmp_path: Path) -> None:
    page, engine = every_page()[kind], Engine((SHIPPED,), tmp_path / "compiled")
    plain = render(page, within=engine)
    engine.prepare(page.template)
    assert render(page, within=again(tmp_path, SHIPPED)) == plain


@pytest.mark.parametrize(
    "text",
    [
        "{{ nothing }}",
        "{% if nothing %}{% endif %}",
        "{% for x in nothing %}{% endfor %}",
        "{{ page.titel }}",
        "{{ ('x' if page.lang == 'xx').y }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}",
        "{% macro m(x) %}{% endmacro %}{{ m(1, 2) }}",
        "{% macro m(x) %}{% endmacro %}{{ m(y=2) }}",
        '{% import "parts.html" as parts %}{{ parts.absent(1) }}',
        '{% import "absent.html" as parts %}',
        '{{ "seeing.html" | part(frame, texts, "") }}',
        "{{ {'a': 1}['b'] }}",
    ],
)
def test_what_is_wrong_is_an_error_as_it_is_to_jinja(tmp_path: Path, text: str) -> None:
    engine = own(tmp_path, own=f"\n{text}", parts=PARTS, seeing="{% if page %}{% endif %}")
    page = replace(story_page("tr"), template="own.html")
    with pytest.raises(RenderError) as plain:
        render(page, within=engine)
    engine.prepare("own.html")
    with pytest.raises(RenderError) as caught:
        render(page, within=engine)
    assert str(caught.value) == str(plain.value)


def test_a_part_is_taken_again_when_its_template_changed(tmp_path: Path) -> None:
    engine = own(
        tmp_path, own='{{ "part.html" | part(frame, texts, "") }}', part="{{ t.language }}"
    )
    page = replace(story_page("tr"), template="own.html")
    engine.prepare("own.html")
    assert render(page, within=again(tmp_path)) == "Türkçe"
    (tmp_path / "templates/part.html").write_text("<{{ t.language }}>", encoding="utf-8")
    assert (
        render(page, within=Engine((tmp_path / "templates",), tmp_path / "compiled")) == "<Türkçe>"
    )


def test_code_of_another_revision_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(tmp_path, own="{{ page.lang }}").prepare("own.html")
    monkeypatch.setattr(compiled, "REVISION", "other")
    with pytest.raises(AttributeError):  # it asks Jinja2
        render(replace(story_page("tr"), template="own.html"), within=again(tmp_path))


def test_a_story_s_page_loads_no_jinja(tmp_path: Path) -> None:
    Engine((SHIPPED,), tmp_path).prepare("story.html")
    code = f"""
import sys
from pathlib import Path
from tests.unit.render.examples import frames, story_page, texts
from digest.render.engine import Engine
html = Engine((Path({str(SHIPPED)!r}),), Path({str(tmp_path)!r})).render(
    story_page(), frames(), texts()
)
print("jinja2" in sys.modules, len(html))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    html = Engine((SHIPPED,)).render(story_page(), frames(), texts())
    assert done.stdout.split() == ["False", str(len(html))]
