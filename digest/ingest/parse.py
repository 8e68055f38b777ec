"""A dump's text to articles, with the account of every line. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.ingest import body, messages, opening, rules, title
from digest.ingest import items as item_list
from digest.ingest.captions import Caption
from digest.ingest.decode import Text
from digest.ingest.draft import Draft, rows
from digest.ingest.ledger import Entry, Fate, Ledger
from digest.ingest.lines import Line, ends_sentence, read
from digest.ingest.split import Span, split
from digest.model import Article, Problem, Story
from digest.records import record

_BLANK = [Fate("blank")]
_UNPLACED = [Fate("unplaced")]


@record
class Hints:
    """What a saved page's elements say of its lines; numbers are indices of lines."""

    title: int | None = None
    """The headline."""
    outside: frozenset[int] = frozenset()
    """Lines that are no part of the article."""
    subheads: frozenset[int] = frozenset()
    caption: int | None = None
    """The caption of the article's photo."""


@record
class Parsed:
    """What a dump holds."""

    stories: tuple[Story, ...]
    """One an article, in order: id, slug and the day of import are still empty."""
    ledger: Ledger
    problems: tuple[Problem, ...]
    """What was in doubt, as notes and warnings."""


def parse(
    text: Text, dump: str, lang: str, known: rules.Rules, hints: Hints | None = None
) -> Parsed:
    """Return the articles of a dump in the language that stories are written in.

    With `hints` the dump is a saved page, and has one article.
    """
    whole = _page(text, known, hints) if hints else _cut(read(text.lines), known)
    drafts, fates = _drafts(whole, hints or Hints())
    if not drafts and not hints and (other := _with_first_line(whole)):
        again, accounted = _drafts(other, Hints())
        drafts, fates = (again, accounted) if again else (drafts, fates)
    stories = tuple(_story(draft, lang) for draft in drafts)
    entries = _entries(text.lines, fates)
    problems = _problems(dump, text.notes, drafts, whole.doubtful, entries)
    titles = tuple(story.original.title for story in stories)
    return Parsed(stories, Ledger(dump, text.encoding, text.notes, titles, entries), problems)


class _Whole(NamedTuple):
    """A dump's lines, and where its articles lie."""

    lines: tuple[Line, ...]
    found: list[rules.Match | None]
    """What a rule says of each line."""
    spans: tuple[Span, ...]
    doubtful: tuple[int, ...] = ()
    """Numbers of lines that may begin an article for all that can be told."""


def _drafts(whole: _Whole, hints: Hints) -> tuple[list[Draft], dict[int, list[Fate]]]:
    """Return the articles of all spans, and what became of each line, by number."""
    drafts: list[Draft] = []
    fates: dict[int, list[Fate]] = {}
    for span in whole.spans:
        draft = _draft(whole, span, hints, len(drafts) + 1)
        if draft and draft.body:
            drafts.append(draft)
        _account(fates, whole, span, draft)
    return drafts, fates


def _page(text: Text, known: rules.Rules, hints: Hints) -> _Whole:
    lines = read(text.lines)
    found = _hinted(item_list.marks(lines, known), hints)
    return _Whole(lines, found, (Span(0, len(lines), hints.title),))


def _with_first_line(whole: _Whole) -> _Whole | None:
    """Return a dump anew whose first line is a headline, though a rule knows it: `Arşiv`, `2024`."""
    first = next((at for at, line in enumerate(whole.lines) if line.text), None)
    if first is None or whole.found[first] is None:
        return None
    key = whole.lines[first].key
    found = [
        None if line.key == key else match
        for line, match in zip(whole.lines, whole.found, strict=True)
    ]
    return _spanned(whole.lines, found)


def _spanned(lines: tuple[Line, ...], found: list[rules.Match | None]) -> _Whole:
    spans: list[Span] = []
    doubtful: list[int] = []
    for start, stop in messages.parts(lines):
        own, marks = lines[start:stop], found[start:stop]
        there, doubts = split(own, marks, item_list.items(own, marks))
        spans += [span.moved(start) for span in there]
        doubtful += doubts
    return _Whole(lines, found, tuple(spans), tuple(doubtful))


def _hinted(found: list[rules.Match | None], hints: Hints) -> list[rules.Match | None]:
    """Return the marks with what the page says: what is outside goes, what is inside stays."""
    outside = rules.Match("outside-article", anywhere=True)
    inside = {hints.title, hints.caption, *hints.subheads}
    return [
        None if at in inside else outside if at in hints.outside else match
        for at, match in enumerate(found)
    ]


def _cut(lines: tuple[Line, ...], known: rules.Rules) -> _Whole:
    """Return where the articles of a dump lie, cutting lines that belong to two of them."""
    whole = _spanned(lines, item_list.marks(lines, known))
    cuts = {span.title: span.glued for span in whole.spans if span.glued and span.title is not None}
    if not cuts:
        return whole
    lines = _unglued(lines, cuts)
    return _spanned(lines, item_list.marks(lines, known))


def _unglued(lines: Sequence[Line], cuts: dict[int, str]) -> tuple[Line, ...]:
    """Cut lines in two that hold the end of one article and the headline of the next."""
    result: list[Line] = []
    for at, line in enumerate(lines):
        if glued := cuts.get(at):
            above, below = read([glued, line.text[len(glued) :]], line.number)
            result += [
                above._replace(raw=line.raw),
                below._replace(number=line.number, raw=line.raw),
            ]
        else:
            result.append(line)
    return tuple(result)


def _draft(whole: _Whole, span: Span, hints: Hints, number: int) -> Draft | None:
    """Return the article of a span, or None where there is no headline with a paragraph."""
    own = rows(whole.lines, whole.found, span.start, span.stop)
    if span.title is None:
        at = title.choose(own)
    else:
        at = next(n for n, row in enumerate(own) if row.at == span.title)
    if at is None:
        return None
    draft = Draft(number, subheads=hints.subheads, caption=hints.caption)
    opening.above(draft, own[:at])
    opening.headline(draft, own, at, span)
    start = opening.read(draft, own, at + 1, span)
    body.read(draft, own[start:])
    return draft


def _story(draft: Draft, lang: str) -> Story:
    caption, credit = _photo(draft.captions)
    article = Article(
        lang=lang,
        title=draft.title,
        body="\n\n".join(draft.body) + "\n",
        summary=" ".join(draft.summary),
        author=", ".join(draft.authors),
        place=draft.place,
        caption=caption,
        credit=credit,
    )
    return Story(
        id="",
        articles=(article,),
        date=draft.date,
        updated=draft.updated,
        sources=tuple(draft.sources),
        tags=tuple(draft.tags),
    )


def _photo(captions: Sequence[Caption]) -> tuple[str, str]:
    """Return one caption and one credit of all that were printed."""
    texts = list(dict.fromkeys(caption.text for caption in captions if caption.text))
    credits = list(dict.fromkeys(caption.credit for caption in captions if caption.credit))
    between = " " if all(ends_sentence(text) for text in texts[:-1]) else " / "
    return between.join(texts), ", ".join(credits)


def _account(fates: dict[int, list[Fate]], whole: _Whole, span: Span, draft: Draft | None) -> None:
    """Note what became of a span's lines, by line number."""
    own = draft.fates if draft and draft.body else {}
    for at in range(span.start, span.stop):
        line, match = whole.lines[at], whole.found[at]
        if line.part_of:
            became = fates[line.part_of]
        elif not line.text:
            became = _BLANK
        elif own:
            became = own.get(at, _UNPLACED)
        else:
            became = [Fate("dropped", rule=match.name)] if match else _UNPLACED
        fates[line.number] = fates[line.number] + became if line.number in fates else became


def _entries(raw: Sequence[str], fates: dict[int, list[Fate]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(number, text, tuple(dict.fromkeys(fates.get(number, _BLANK))))
        for number, text in enumerate(raw, 1)
    )


def _problems(
    dump: str,
    notes: Sequence[str],
    drafts: Sequence[Draft],
    doubtful: Sequence[int],
    entries: Sequence[Entry],
) -> tuple[Problem, ...]:
    """Return what a person should look at."""
    found = [Problem("note", "import-doubt", note, dump) for note in notes]
    for line in doubtful:
        if not any(fate.kind == "body" for fate in entries[line - 1].fates):
            continue
        message = "this line is printed twice, as headlines are; it was kept as body."
        hint = "If an article begins here, put three blank lines above it, or its photo's caption below."
        found.append(Problem("note", "import-doubt", message, dump, line, hint))
    for draft in drafts:
        if draft.doubts:
            message = f"{_lines(len(draft.doubts))} below the last paragraph kept as body."
            hint = "Delete from the article what is no part of it, or name it in import.rules."
            found.append(Problem("note", "import-doubt", message, dump, draft.doubts[0], hint))
    unplaced = [entry.line for entry in entries if any(f.kind == "unplaced" for f in entry.fates)]
    if unplaced and drafts:
        message = f"{_lines(len(unplaced))} with no headline above are in no article."
        found.append(Problem("warning", "import-doubt", message, dump, unplaced[0]))
    return tuple(found)


def _lines(count: int) -> str:
    return "one line" if count == 1 else f"{count} lines"
