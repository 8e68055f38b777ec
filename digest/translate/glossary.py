"""Terms that are rendered in a fixed way, names that are kept, words to avoid. Pure.

A term is found with its Turkish suffixes and either apostrophe. One that begins with a capital
is a name: `Mısır` is Egypt, and `mısır` corn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from digest import fingerprint, turkish
from digest.records import record
from digest.translate.language import Language, finder
from digest.translate.wording import is_latin

Found = tuple[tuple[int, int, str], ...]

_NONCES = (
    "Qaxo", "Qexi", "Qoxu", "Quxa", "Qixe", "Xaqo", "Xeqi", "Xoqu", "Xuqa", "Xiqe", "Zaqo", "Zeqi",
    "Zoqu", "Zuqa", "Ziqe", "Qazo", "Qezi", "Qozu", "Quza", "Qize",
)  # fmt: skip
"""Words that stand for a term: they look like a name, and no language has them."""


@record
class Term:
    """One line of the glossary."""

    text: str
    """In the original's language, without suffixes."""
    renderings: tuple[str, ...]
    """What it may be in the translation; the first is what it should be."""

    @property
    def kept(self) -> bool:
        """Whether it stays as it is."""
        return self.renderings == (self.text,)


class StandIn(NamedTuple):
    """What stands in a question for a term."""

    text: str
    """The rendering itself, or a word that no language has."""
    rendering: str
    times: int
    """How often it is in the question."""


class Protected(NamedTuple):
    """A question in which terms are already what they should become, or words that stand for it."""

    text: str
    stand_ins: tuple[StandIn, ...]
    endings: str
    """Regular expression of what may be put to a word in the answer."""

    def restored(self, answer: str) -> str | None:
        """Return the answer with the terms in place, or None when one is lost or doubled."""
        for one in self.stand_ins:
            word = rf"(?<!\w){re.escape(one.text)}"
            whole = re.compile(rf"{word}(?P<ending>{self.endings})(?!\w)", re.IGNORECASE)
            count = len(whole.findall(answer))
            nonce = one.text != one.rendering
            if count == 0 or count > one.times or (nonce and count < one.times):
                return None
            if re.search(rf"{word}['’](?!s(?!\w))\w", answer, re.IGNORECASE):
                return None  # the original's suffix came back with it
            if nonce:
                answer = whole.sub(partial(_put, one.rendering), answer)
        return answer


def _put(rendering: str, match: re.Match[str]) -> str:
    """Return a rendering in the place of its stand-in, with a capital where a sentence begins."""
    before = match.string[: match.start()].rstrip(" “\"'‘(")
    if not before or before[-1] in ".!?…":
        rendering = rendering[:1].upper() + rendering[1:]
    return rendering + (match["ending"] or "")


class Glossary:
    """The terms of one pair of languages."""

    def __init__(
        self,
        source: Language,
        target: Language,
        terms: tuple[Term, ...] = (),
        avoided: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.source, self.target = source, target
        self.terms = {term.text: term for term in terms}
        self.avoided = avoided
        self._find: Callable[[str], Found] | None = finder(source, self.terms) if terms else None
        self.kept = " ".join(term.text for term in terms if term.kept)
        """All names that stay as they are, in one text."""

    @property
    def print(self) -> str:
        """A hash that changes with every change of the glossary."""
        return fingerprint.of_value((tuple(self.terms.values()), self.avoided))

    def terms_in(self, question: str) -> Found:
        """Return (start, end, term) of the terms that stand in a text."""
        found = self._find(question) if self._find else ()
        return tuple(
            (start, end, term)
            for start, end, term in found
            if not term[0].isupper() or question[start].isupper()
        )

    def violations(self, question: str, answer: str) -> Iterator[str]:
        """Yield which terms of the question the answer lacks, and what is to be avoided in it."""
        for text in dict.fromkeys(term for _, _, term in self.terms_in(question)):
            if not self._is_there(self.terms[text], answer):
                yield f'"{text}" should be "{self.terms[text].renderings[0]}"'
        for wrong, right in self.avoided:
            if not right and _stands(wrong, answer, self.target, exact=True):
                yield f'"{wrong}" is to be avoided'

    def _is_there(self, term: Term, answer: str) -> bool:
        """Say whether an answer has one of a term's renderings; other scripts write names anew."""
        if term.kept and not is_latin(answer):
            return True
        return any(_stands(one, answer, self.target, exact=term.kept) for one in term.renderings)

    def corrected(self, question: str, answer: str) -> str:
        """Return the answer with what is to be avoided replaced, and names spelt as they are."""
        for wrong, right in self.avoided:
            if right and wrong in answer:
                answer = re.sub(
                    rf"(?<!\w){re.escape(wrong)}(?!\w)", right.replace("\\", r"\\"), answer
                )
        for text in dict.fromkeys(term for _, _, term in self.terms_in(question)):
            plain = turkish.plain(text)
            if self.terms[text].kept and text not in answer and plain != turkish.fold(text):
                answer = re.sub(
                    rf"(?<!\w){re.escape(plain)}(?!\w)", text, answer, flags=re.IGNORECASE
                )
        return answer

    def protected(self, question: str, answer: str, *, blind: bool = False) -> Protected | None:
        """Return the question with those terms replaced that the answer has got wrong.

        A term is replaced by its rendering, which services copy as they do any foreign name; a
        name to keep, and with `blind` every term, by a word that no language has. None when
        there is nothing to replace.
        """
        found = self.terms_in(question)
        wrong = [name for name in dict.fromkeys(name for _, _, name in found)
                 if not self._is_there(self.terms[name], answer)]  # fmt: skip
        free = [word for word in _NONCES if word.lower() not in question.lower()]
        if not wrong or len(wrong) > len(free):
            return None
        stand_ins = {}
        for name, nonce in zip(wrong, free, strict=False):
            term = self.terms[name]
            text = nonce if blind or term.kept else term.renderings[0]
            times = sum(one == name for _, _, one in found)
            stand_ins[name] = StandIn(text, term.renderings[0], times)
        text = question
        for start, end, name in reversed(found):
            if name in stand_ins:
                suffix = turkish.suffix_of(name, question[start:end]) if self.source.turkish else ""
                ending = f"'{suffix}" if suffix else ""
                text = f"{text[:start]}{stand_ins[name].text}{ending}{text[end:]}"
        return Protected(text, tuple(stand_ins.values()), self.target.plurals)

    def rendered(self, text: str) -> str:
        """Return what a text becomes that is one term and nothing else, or the text itself."""
        term = self.terms.get(text.strip())
        return term.renderings[0] if term else text


@lru_cache(maxsize=4096)
def _pattern(rendering: str, endings: str) -> re.Pattern[str]:
    """Return what finds a rendering, each of its words with the endings that it may bear."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", rendering.replace("’", "'"))]
    if endings:
        words = [f"{w[:-1]}(?:y|ies)" if w.endswith("y") else w for w in words]
    text = rf"{endings}[\s-]+".join(words).replace("'", "['’]")
    return re.compile(rf"(?<!\w){text}{endings}(?!\w)", re.IGNORECASE)


def _stem(word: str) -> str:
    """Return what is left of a word whatever its ending: a language that is not known has some."""
    return word[: max(3, len(word) - 2)]


def _stands(rendering: str, answer: str, target: Language, *, exact: bool = False) -> bool:
    """Say whether a rendering is in the answer, with the endings of the target language."""
    if exact and rendering in answer:
        return True
    if target.turkish:
        return bool(turkish.find(rendering, answer))
    if not target.known:
        said = answer.casefold()
        return all(_stem(word) in said for word in re.findall(r"\w+", rendering.casefold()))
    found = _pattern(rendering, target.plurals).search(answer)
    return bool(found) and (not exact or rendering in answer)
