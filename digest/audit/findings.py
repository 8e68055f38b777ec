"""From what is wrong with a built file to the content file that it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple
from urllib.parse import unquote

from digest.audit.catalogue import problem
from digest.model import Problem


class Finding(NamedTuple):
    """Something wrong with one built file."""

    code: str
    output: str
    """The file, below output/."""
    message: str
    """What was found, without the file's name: equal faults have equal messages."""
    line: int = 0
    """Line of the file, from 1."""
    needle: str = ""
    """What to look for in the content file: an address as it is written there."""
    about: str = ""
    """The page that it concerns, below output/, where that is another file: a feed's story."""

    @property
    def page(self) -> str:
        """The file whose content files are to be named."""
        return self.about or self.output


def located(
    findings: Iterable[Finding],
    sources: Mapping[str, tuple[str, ...]],
    read: Callable[[str], str],
) -> Iterator[Problem]:
    """Yield findings at the line of content that they come from.

    A fault that no content file explains is a template's: however many pages have it, it is
    reported once. `read` returns a content file's text.
    """
    rest: list[Finding] = []
    for finding in findings:
        paths = sources.get(finding.page, ()) if finding.needle else ()
        place = _place(paths, finding.needle, read)
        if place:
            yield problem(finding.code, finding.message, *place)
        else:
            rest.append(finding)
    rest.sort(key=lambda finding: (finding.code, finding.message, finding.output, finding.line))
    for _, group in groupby(rest, key=lambda finding: (finding.code, finding.message)):
        yield _common(list(group), sources)


def _place(paths: Iterable[str], needle: str, read: Callable[[str], str]) -> tuple[str, int] | None:
    """Return the line on which a content file has an address: best of all, as a link's."""
    texts = [(path, read(path)) for path in paths]
    # A page says `../../tr/x/` where the article says `../x/`.
    beside = re.sub(r"^(?:\.\./)+[\w-]+/", "../", needle)
    written = dict.fromkeys((needle, unquote(needle), beside))
    for form in ("]({}", "<{}>", "]: {}", "{}"):
        for path, text in texts:
            for start in (text.find(form.format(address)) for address in written):
                if start >= 0:
                    return path, text.count("\n", 0, start) + 1
    return None


def _common(group: list[Finding], sources: Mapping[str, tuple[str, ...]]) -> Problem:
    """Return one finding for all pages that have the fault."""
    first = group[0]
    outputs = {finding.output for finding in group}
    pages = {finding.page for finding in group}
    if len(pages) == 1 and sources.get(first.page):
        message = f"{first.message} (output/{first.output}:{first.line})"
        return problem(first.code, message, sources[first.page][0])
    more = f" ({len(outputs)} pages, this one first)" if len(outputs) > 1 else ""
    return problem(first.code, f"{first.message}{more}", f"output/{first.output}", first.line)
