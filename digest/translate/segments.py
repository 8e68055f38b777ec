"""One segment translated, whoever answers: marked, cut where it is too long, and put together.

A block is asked for whole. Where its markup does not come back as it was, it is asked for
again in pieces: line by line, then sentence by sentence, at last between the marks. Pure but
for what `ask` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from digest.model import Segment
from digest.translate.forms import Line, form
from digest.translate.marked import Marked
from digest.translate.markup import Code, Node, Span, Text, is_plain, parse, shape, write
from digest.translate.sentences import Fits, cut, sentences

Ask = Callable[[str], str]
"""Returns the translation of a short text. Raises `Refused` where no answer can be trusted."""


class Refused(Exception):  # noqa: N818 - no error of the program: an answer that was not good enough
    """The answer to one text is no good; another text may fare better."""


def translated(segment: Segment, ask: Ask, fits: Fits) -> str:
    """Return the segment in the other language, in the same Markdown.

    `fits` says whether a text is short enough to be asked for at once. Raises what `ask` raises.
    """
    parts = form(segment)
    lines = [part for part in parts if isinstance(part, Line) and part.has_words]
    known = _together(lines, ask, fits) or {line.text: _line(line, ask, fits) for line in lines}
    return "".join(
        part if isinstance(part, str) else known.get(part.text, part.text) for part in parts
    ).strip("\n")


def questions(segment: Segment, fits: Fits) -> tuple[str, ...]:
    """Return the texts that will be asked for, if all goes well."""
    asked: list[str] = []

    def note(text: str) -> str:
        asked.append(text)
        return text

    translated(segment, note, fits)
    return tuple(asked)


def _together(lines: Sequence[Line], ask: Ask, fits: Fits) -> dict[str, str] | None:
    """Return all lines of a list, quote or table, asked for at once; None where that fails."""
    marked = [Marked(_nodes(line)) for line in lines]
    question = "\n".join(one.text for one in marked)
    if len(lines) < 2 or not all(one.fits for one in marked) or not fits(question):
        return None
    try:
        answers = [line.strip() for line in ask(question).split("\n") if line.strip()]
    except Refused:
        return None
    if len(answers) != len(lines):
        return None
    several = [_read(*pair) for pair in zip(marked, answers, strict=True)]
    found = {line.text: nodes for line, nodes in zip(lines, several, strict=True)}
    if None in found.values():
        return None
    return {line.text: _written(line, found[line.text] or ()) for line in lines}


def _line(line: Line, ask: Ask, fits: Fits) -> str:
    nodes = _nodes(line)
    marked = Marked(nodes)
    if is_plain(nodes):
        return _written(line, (Text(_long(marked.text, ask, fits)),))
    answered = None
    if marked.fits:
        try:
            answered = _read(marked, _long(marked.text, ask, fits, marked.whole()))
        except Refused:
            answered = None
    return _written(line, answered or _pieces(marked, ask, fits))


def _nodes(line: Line) -> tuple[Node, ...]:
    return (Text(line.text),) if line.kind in ("plain", "image") else parse(line.text)


def _read(marked: Marked, answer: str) -> tuple[Node, ...] | None:
    """Return an answer's parts, if its markup is that of the question."""
    nodes = marked.read(answer)
    if nodes is None or shape(nodes) != shape(marked.nodes):
        return None
    return nodes if shape(parse(write(nodes))) == shape(nodes) else None


def _long(text: str, ask: Ask, fits: Fits, whole: Iterable[tuple[int, int]] = ()) -> str:
    """Return the translation of a text that may have to be asked for in pieces."""
    pieces = cut(text, fits, tuple(whole))
    return " ".join(_words(piece, ask) for piece in pieces if piece.strip())


def _words(text: str, ask: Ask) -> str:
    return ask(text.strip()) if any(map(str.isalpha, text)) else text.strip()


def _pieces(marked: Marked, ask: Ask, fits: Fits) -> tuple[Node, ...]:
    """Return the translation, asked for sentence by sentence, and there between the marks."""
    if not marked.fits:
        return _between(marked.nodes, ask, fits)
    found: list[Node] = []
    for sentence in sentences(marked.text, marked.whole()):
        nodes = marked.read(sentence.strip()) or (Text(sentence.strip()),)
        found += (Text(" "),) if found else ()
        found += _between(nodes, ask, fits)
    return tuple(found)


def _between(nodes: Iterable[Node], ask: Ask, fits: Fits) -> tuple[Node, ...]:
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Span):
            found.append(Span(node.before, node.after, _between(node.nodes, ask, fits)))
        elif isinstance(node, Code):
            found.append(node)
        else:
            lead, tail = node.text[:1].isspace(), node.text[-1:].isspace()
            words = _long(node.text.strip(), ask, fits)
            found.append(Text(f"{' ' * lead}{words}{' ' * tail}"))
    return tuple(found)


def _written(line: Line, nodes: Sequence[Node]) -> str:
    """Return the parts as what the line is: plain text, Markdown, a cell, a picture's words."""
    if line.kind == "plain":
        return "".join(node.text for node in nodes if isinstance(node, Text))
    if line.kind == "image":
        text = "".join(node.text for node in nodes if isinstance(node, Text))
        return text.replace("[", "(").replace("]", ")").replace('"', "”")
    text = write(nodes)
    return text.replace("|", "\\|") if line.kind == "cell" else text
