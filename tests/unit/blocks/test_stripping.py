from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.blocks import plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Düz metin.", "Düz metin."),
        ("**Kalın** ve *eğik*, __bu__ ve _şu_", "Kalın ve eğik, bu ve şu"),
        ("***ikisi***", "ikisi"),
        ("**kalın *içinde* eğik**", "kalın içinde eğik"),
        ("[bağ](http://a.b/c_d_e \"başlık\") ve [öbürü](<http://a.b>)", "bağ ve öbürü"),
        ("önce ![resim](a.jpg \"altyazı\") sonra", "önce sonra"),
        ("`kod *a*` &lt;b&gt; &amp;", "kod *a* <b> &"),
        ("1\\. Lig \\*yıldız\\*", "1. Lig *yıldız*"),
        ("## Ara başlık ##", "Ara başlık"),
        ("Başlık\n======", "Başlık"),
        ("> söz\n> ve devamı", "söz ve devamı"),
        ("- bir\n- iki\n    1. üç", "bir iki 1. üç"),
        ("a | b\n--|--\n1 | 2", "a b 1 2"),
        ("metin\n\n[x]: http://a.b", "metin"),
        ("<http://a.b>", "http://a.b"),
        ("2 * 3 * 4, a_b_c, [köşeli]", "2 * 3 * 4, a_b_c, [köşeli]"),
        ("***", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_plain_text_is_without_markup(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_reference_links_leave_their_text_when_they_lead_somewhere() -> None:
    markdown = "[bir][x], [Y], ![z][x] ve [köşeli]"
    assert plain(markdown, "[x]: http://x\n[y]: http://y") == "bir, Y, ve [köşeli]"
    assert plain(markdown) == markdown


@given(st.text(alphabet="aı \n*_`[]()<>&#-1.|\\:", max_size=30))
def test_plain_text_has_no_line_breaks(text: str) -> None:
    assert plain(text) == " ".join(plain(text).split())
