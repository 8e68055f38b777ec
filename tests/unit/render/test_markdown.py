from __future__ import annotations

import random
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.blocks import normal, split
from digest.render import dialect, safety
from digest.render.markdown import is_bare, quick_html, to_html

PIECES = [
    "a", "ışık ", "Şu", "söz", " ", "  ", "    ", "\n", "\n", "\n\n", "*", "**", "***", "_", "__",
    "`", "[", "]", "(", ")", "](", "](http://a.b)", "[x](http://a.b/c?d=1&e=2)", "![i](a.jpg)",
    '![i](/a/b.jpg "Altyazı")', "![", "!", "#", "# ", "### ", "> ", ">", "- ", "+ ", "1. ", "* ",
    "---", "===", "|", "a|b", "-|-", "\\", "&", "&lt;", "&foo;", "&#1;", "<", "<b>", "<http://x>",
    "**kalın**", "*eğik*", "'in", "’in", '"', "1", "1986", ".", ":", "[a]: http://x\n", "\u00a0",
    "–", "a_b", "javascript:",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Düz “metin”.", "<p>Düz “metin”.</p>"),
        ("iki\nsatır", "<p>iki\nsatır</p>"),
        ("satır  \nsonu", "<p>satır<br>\nsonu</p>"),
        ("**Kalın**, *eğik*, __bu__, _şu_",
         "<p><strong>Kalın</strong>, <em>eğik</em>, <strong>bu</strong>, <em>şu</em></p>"),
        ("dosya_adi_1 ve 2 * 3 * 4", "<p>dosya_adi_1 ve 2 * 3 * 4</p>"),
        ("# Bir", "<h2>Bir</h2>"),
        ("## İki ##", "<h2>İki</h2>"),
        ("### Üç", "<h3>Üç</h3>"),
        ("###### Altı", "<h6>Altı</h6>"),
        ("Başlık\n===", "<h2>Başlık</h2>"),
        ("> söz\n> devamı", "<blockquote>\n<p>söz\ndevamı</p>\n</blockquote>"),
        ("- bir\n- **iki**", "<ul>\n<li>bir</li>\n<li><strong>iki</strong></li>\n</ul>"),
        ("3. bir\n7. iki", "<ol>\n<li>bir</li>\n<li>iki</li>\n</ol>"),
        ("- bir\n\n- iki", "<ul>\n<li>\n<p>bir</p>\n</li>\n<li>\n<p>iki</p>\n</li>\n</ul>"),
        ("***", "<hr>"),
        ("    <kod>", "<pre><code>&lt;kod&gt;\n</code></pre>"),
        ("`<b> &lt;`", "<p><code>&lt;b&gt; &amp;lt;</code></p>"),
        ("&lt;b&gt; &amp; &nbsp; AT&T", "<p>&lt;b&gt; &amp; &nbsp; AT&amp;T</p>"),
        ("<b onclick=x>a</b> <!-- b -->",
         "<p>&lt;b onclick=x&gt;a&lt;/b&gt; &lt;!-- b --&gt;</p>"),
        ("<div>\n\na\n</div>", "<p>&lt;div&gt;</p>\n<p>a\n&lt;/div&gt;</p>"),
        ("&foo; &#1; &#x2028; &#55296;", "<p>&amp;foo; &amp;#1; &#x2028; &amp;#55296;</p>"),
        ("<ad@alan.org>", "<p>&lt;ad@alan.org&gt;</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_dialect(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_tables_have_alignment_without_style() -> None:
    html = to_html("Ad | Sayı | Not\n--|--:|:-:\nbir | 1 | x")
    assert "<th>Ad</th>" in html
    assert '<th class="right">Sayı</th>' in html
    assert '<td class="center">x</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[a](http://a.b)", f'<a href="http://a.b" rel="{safety.REL}">a</a>'),
        ("[a](HTTPS://a.b?c=1&d=2)", f'<a href="HTTPS://a.b?c=1&amp;d=2" rel="{safety.REL}">a</a>'),
        ('[a](../b/ "Başlık")', '<a href="../b/" title="Başlık">a</a>'),
        ("[a](b%20c.html#d)", '<a href="b%20c.html#d">a</a>'),
        ("[a](/b/?c)", '<a href="/b/?c">a</a>'),
        ("[a](<b c/d e>)", '<a href="b%20c/d%20e">a</a>'),
        ("[a](mailto:ad@alan.org)", '<a href="mailto:ad@alan.org">a</a>'),
        ("<https://a.b>", f'<a href="https://a.b" rel="{safety.REL}">https://a.b</a>'),
        ("<ftp://a.b>", "&lt;ftp://a.b&gt;"),
        ("http://a.b", "http://a.b"),
        ("[**a**](javascript:b) c", "<strong>a</strong> c"),
        ("x [a *b*](data:text/html,c) **y**", "x a <em>b</em> <strong>y</strong>"),
        ("[![a](data:b)c](vbscript:d)e", "ace"),
        ("[![a](javascript:b)c](http://d)", f'<a href="http://d" rel="{safety.REL}">ac</a>'),
    ],
)
def test_links(markdown: str, html: str) -> None:
    assert to_html(markdown) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#115;cript:alert(1)",
        "java&#x73;cript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "&#1;javascript:alert(1)",
        "java\x00script:alert(1)",
        "java\x01script:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "java&#10;script:alert(1)",
        "<java script:alert(1)>",
        "< javascript:alert(1)>",
        "java\u200bscript:alert(1)",
        "\u00a0javascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.b",
        "//evil.example",
        "&#47;/evil.example",
        "/\\evil.example",
        "&bsol;/evil.example",
        "http:evil.example",
        "http:/evil.example",
        "https://",
        "",
    ],
)
def test_links_by_other_ways_become_text(address: str) -> None:
    for markdown in (f"[a]({address})", f"![a]({address})"):
        assert "href" not in to_html(markdown)
        assert "src" not in to_html(markdown)
    assert "href" not in to_html("[a][b]", f"[b]: {address}")


def test_a_picture_alone_is_a_figure_with_its_caption() -> None:
    assert to_html('![Liman "A"](a/b.jpg "Altyazı <1>")') == (
        '<figure><img alt="Liman &quot;A&quot;" loading="lazy" src="a/b.jpg">'
        "<figcaption>Altyazı &lt;1&gt;</figcaption></figure>"
    )
    assert to_html("![a](b.jpg) ve") == '<p><img alt="a" loading="lazy" src="b.jpg"> ve</p>'


def test_link_definitions_from_elsewhere_are_used_and_shown_nowhere() -> None:
    assert to_html("[a][b]", "[b]: http://c") == (
        f'<p><a href="http://c" rel="{safety.REL}">a</a></p>'
    )
    assert to_html("[a][b]") == "<p>[a][b]</p>"
    assert to_html("[b]: http://c") == ""


def test_a_whole_body_is_its_blocks() -> None:
    body = "Bir\n\n## İki\n\n- üç\n\n    dört\n\nbeş"
    assert to_html(body) == "\n".join(to_html(block.text) for block in split(body))


def agrees(markdown: str) -> bool:
    """Say whether the quick way was taken; fails if it gave what the parser does not."""
    quick = quick_html(markdown)
    assert quick is None or quick == dialect.render(normal(markdown)), repr(markdown)
    return quick is not None


@settings(max_examples=400, deadline=None)
@given(MARKDOWN)
def test_the_quick_way_gives_what_the_parser_gives(markdown: str) -> None:
    agrees(markdown)


SIMPLE = st.lists(
    st.sampled_from([
        "a", " söz ", "**k**", "*e*", "[x](http://a.b)", "![i](a.jpg)", "&", "<b>", "_", "*", "\n",
        "\n> ", "\n- ", "!", "'", "  ",
    ]),
    min_size=1,
    max_size=9,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["", "# ", "### ", "> ", ">", "- ", "1. "]), SIMPLE)
def test_the_quick_way_agrees_on_what_is_nearly_simple(start: str, rest: str) -> None:
    agrees(start + rest)


def test_the_quick_way_agrees_on_many_thousand_texts() -> None:
    chance = random.Random(3)
    taken = sum(
        agrees("".join(chance.choices(PIECES, k=chance.randint(1, 9)))) for _ in range(12_000)
    )
    assert taken > 1_200


ODD_SPACES = "\xa0\xad\u1680\u2003\u200b\u200f\u2028\u2029\u202f\u3000\ufeff\ue000\U000e0001"


@settings(max_examples=400, deadline=None)
@given(st.text(st.one_of(st.sampled_from(f"aİ .:-#=+1\n*_[<{ODD_SPACES}"), st.characters())))
def test_a_bare_block_is_shown_as_the_parser_shows_it(text: str) -> None:
    text = normal(f"Ş{text}")
    for block in split(text):
        if is_bare(block.text):
            assert dialect.render(block.text) == f"<p>{block.text}</p>"


def test_every_odd_space_is_shown_as_the_parser_shows_it() -> None:
    for space in ODD_SPACES:
        text = f"Liman{space}kenti {space} açıldı{space}"
        assert is_bare(text)
        assert dialect.render(text) == f"<p>{text}</p>"


def test_news_goes_the_quick_way() -> None:
    blocks = [
        "Türkiye’nin “kırmızı çizgisi” 1.250,5 – (AP) %20; A&B <c>",
        "**Giriş** cümlesi, *eğik* ve [bağ](https://a.b/c_d?e=f&g=h).",
        "2023'ten bu yana\n59 bin kişi",
        "## Ara başlık: 2 * 3".replace(" * ", " x "),
        "> “Söz”\n> ve devamı",
        "- Bir\n- **İki**",
        "1. Bir\n2. İki",
        "![Alt](a.jpg)\n*Altyazı*",
        '![Alt](a.jpg "Altyazı")',
    ]
    assert all(map(agrees, blocks))


def test_plain_blocks_do_not_load_the_parser() -> None:
    code = (
        "import sys; from digest.render.markdown import to_html\n"
        "to_html('Düz **metin**.'); assert 'markdown' not in sys.modules\n"
        "to_html('a|b\\n-|-'); assert 'markdown' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


class Checker(HTMLParser):
    """Notes whatever is not allowed in the HTML that it reads."""

    ALLOWED: ClassVar = {
        "p": (), "h2": (), "h3": (), "h4": (), "h5": (), "h6": (), "blockquote": (), "ul": (),
        "ol": (), "li": (), "hr": (), "pre": (), "code": (), "em": (), "strong": (), "br": (),
        "a": ("href", "rel", "title"), "img": ("alt", "loading", "src", "title"), "figure": (),
        "figcaption": (), "table": (), "thead": (), "tbody": (), "tr": (), "th": ("class",),
        "td": ("class",),
    }  # fmt: skip
    EMPTY = ("br", "hr", "img")

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = self.ALLOWED.get(tag)
        self.faults += [tag] if allowed is None else [n for n, _ in attrs if n not in allowed]
        for name, value in attrs:
            if name in ("href", "src") and not self.leads_well(value or ""):
                self.faults.append(f"{name}={value}")
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(data)

    @staticmethod
    def leads_well(address: str) -> bool:
        bare = "".join(char for char in address if char > " ").lower().replace("\\", "/")
        scheme, colon, _ = bare.partition(":")
        relative = not colon or any(sign in scheme for sign in "/?#")
        return bool(bare) and not bare.startswith("//") and (
            relative or scheme in ("http", "https", "mailto")
        )  # fmt: skip


HOSTILE = [
    *PIECES, "<script>", "</script>", "<img src=x onerror=y>", "<a href='javascript:x'>",
    "[x](javascript:y)", "[x](JaVa&#115;cript:y)", "![x](data:z)", "[x](//e.f)", '"onclick="x',
    "[x](a'b\"c)", "<style>", "<!--", "-->", "<?php", "<![CDATA[", "]]>", "\x00", "\x02", "\x03",
    "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "\x02amp\x03", "&#60;script&#62;",
    "<http://x y'>", "\ud800", "\uffff", "\u2028", "\r", "\t", '](b "c")', "(", "&quot;",
    "[a]: javascript:x\n", "[a]",
]  # fmt: skip


def is_safe(markdown: str) -> bool:
    html = to_html(markdown)
    html.encode()
    assert Checker(html).faults == [], (markdown, html)
    assert not set(html) & set("\x00\x02\x03\uffff\x0b\x1f"), markdown
    return True


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(HOSTILE), max_size=12).map("".join) | st.text(max_size=40))
def test_no_text_makes_unsafe_html(markdown: str) -> None:
    assert is_safe(markdown)
    assert to_html(markdown) == to_html(markdown)


def test_thousands_of_hostile_texts_make_no_unsafe_html() -> None:
    chance = random.Random(5)
    for _ in range(1500):
        assert is_safe("".join(chance.choices(HOSTILE, k=10)))


def test_what_was_rendered_before_leaves_no_trace() -> None:
    texts = ["*a **b* c** `d", "[x]: http://y", "[x] _e", "**f*", "1. g\n> h", "|i|\n|-|"]
    alone = [subprocess_free(text) for text in texts]
    assert [dialect.render(text) for text in reversed(texts)] == alone[::-1]


@pytest.mark.parametrize(
    ("markdown", "kept"),
    [("*a**b*c", "abc"), ("*a**b*[c](http://d)", "abc"), ("*be **a '*c", "be a 'c")],
)
def test_badly_nested_emphasis_loses_no_word(markdown: str, kept: str) -> None:
    html = to_html(markdown)
    assert re.sub(r"<[^>]*>|[*]", "", html) == kept


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["a", "ı", " ", "\n", "*", "**", "***", "_", "__", "'", "(", "[c](http://d)"]
        ),
        max_size=14,
    ).map("".join)
)
def test_no_emphasis_loses_a_letter(markdown: str) -> None:
    shown = re.sub(r"<[^>]*>", "", to_html(markdown))
    assert [char for char in shown if char.isalpha()] == [
        char for char in markdown.replace("(http://d)", "") if char.isalpha()
    ]


def subprocess_free(text: str) -> str:
    """Render with a parser that has rendered nothing before."""
    dialect._parser.cache_clear()
    return dialect.render(text)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "![", "[a](", "[a][", "[](", "``a`", "> ", "- + * ", ">>", "# a\n", "> # a\n",
        "***\na\n", "*a **b ", "\\", "[a](b ", "<http://", "- a\n    ", "a|", "[a]: b\n", "_a*",
    ],
)  # fmt: skip
def test_twenty_thousand_hostile_signs_are_rendered_safely(piece: str) -> None:
    assert is_safe((piece * 20_000)[:20_000])


def test_five_megabytes_in_one_paragraph_are_rendered() -> None:
    text = "Gazze Şeridi’nde **ateşkes** görüşmeleri. " * 120_000
    assert len(to_html(text.strip())) > len(text)


def test_what_the_parser_cannot_take_is_printed_as_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(self: object, text: str) -> str:
        raise RecursionError

    monkeypatch.setattr("markdown.Markdown.convert", fail)
    assert to_html("a <b> `c") == "<p>a &lt;b&gt; `c</p>"
    monkeypatch.undo()
    assert to_html("`c`") == "<p><code>c</code></p>"
