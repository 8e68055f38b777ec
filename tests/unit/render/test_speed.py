"""The quicker engine writes what Jinja2 itself would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from digest.render.speed import escaped


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
