"""What built pages say of their language, and of their versions in others. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from digest.audit.findings import Finding
from digest.audit.pages import PageFacts, Reference
from digest.audit.site import BuiltSite


class Versions(NamedTuple):
    """The versions that a page lists."""

    lang: str
    files: Mapping[str, str]
    """File of each version by hreflang; empty where the address leads to nothing."""
    line: int


def lang_findings(page: PageFacts, languages: Collection[str]) -> Iterator[Finding]:
    """Yield a page that does not say its language."""
    if not page.lang:
        yield Finding("missing-lang", page.output, "the html element has no lang.", 1)
    elif page.lang not in languages:
        message = f'lang="{page.lang}" is no language of this site ({", ".join(languages)}).'
        yield Finding("missing-lang", page.output, message, 1)


def canonical_findings(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Yield a canonical address that is relative or leads to nothing."""
    if page.canonical is None:
        return
    fault = _fault(page.canonical, page.output, site)
    if fault:
        message = f'the canonical address "{page.canonical.address}" {fault}.'
        yield Finding("canonical", page.output, message, page.canonical.line)


def label_findings(page: PageFacts, machine: Collection[str], site: BuiltSite) -> Iterator[Finding]:
    """Yield the page of a machine translation that does not say so.

    `machine` has the content files that a machine translated and nobody reviewed.
    """
    made_of = site.sources.get(page.output, ())
    if page.machine_label or page.redirects or not any(path in machine for path in made_of):
        return
    yield Finding("machine-label", page.output, "a machine translation without its label.", 1)


def version_findings(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Yield faults of the versions that a page lists, looked at by itself."""
    if not page.alternates:
        return
    listed: dict[str, Reference] = {}
    for lang, reference in page.alternates:
        if lang in listed:
            yield _version(page, reference.line, f"{lang} is listed twice")
        listed[lang] = reference
        fault = _fault(reference, page.output, site)
        if fault:
            yield _version(page, reference.line, f"the {lang} version {fault}")
    line = page.alternates[0][1].line
    if "x-default" not in listed:
        yield _version(page, line, "x-default is missing")
    own = [listed[name] for name in (page.lang, "x-default") if name in listed]
    if not any(_leads_to(reference, page.output, site) for reference in own):
        yield _version(page, line, f"the page does not list itself as {page.lang}")


def versions_of(page: PageFacts, site: BuiltSite) -> Versions:
    """Return where the versions that a page lists are."""
    targets = {lang: site.target(page.output, ref.address) for lang, ref in page.alternates}
    files = {lang: target.file if target else "" for lang, target in targets.items()}
    return Versions(page.lang, files, page.alternates[0][1].line)


def reciprocity_findings(versions: Mapping[str, Versions]) -> Iterator[Finding]:
    """Yield pages that are listed by another and do not list it; `versions` is by file."""
    for output, own in versions.items():
        for lang, file in own.files.items():
            if lang == "x-default" or file in ("", output):
                continue
            other = versions.get(file)
            if other is None or output not in other.files.values():
                message = f"hreflang: the {lang} version does not list the {own.lang} one."
                yield Finding("hreflang", output, message, own.line)
            elif other.lang != lang:
                message = f"hreflang: the version listed as {lang} says that it is {other.lang}."
                yield Finding("hreflang", output, message, own.line)


def _fault(reference: Reference, output: str, site: BuiltSite) -> str:
    address = reference.address
    if not address.startswith(("http://", "https://")):
        return "is not absolute"
    target = site.target(output, address)
    if target is None:
        return "is on another site"
    return "" if target.file else "is not there"


def _leads_to(reference: Reference, output: str, site: BuiltSite) -> bool:
    target = site.target(output, reference.address)
    return target is not None and target.file == output


def _version(page: PageFacts, line: int, fault: str) -> Finding:
    return Finding("hreflang", page.output, f"hreflang: {fault}.", line)
