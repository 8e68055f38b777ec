"""All checks of a built site, file by file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from digest.audit import languages, links
from digest.audit.feeds import rss_findings
from digest.audit.findings import Finding
from digest.audit.jsonfeeds import json_findings
from digest.audit.pages import PageFacts, read_page, style_references
from digest.audit.site import BuiltSite
from digest.audit.sitemaps import sitemap_findings
from digest.audit.spreading import Spread, in_one


@dataclass(slots=True)
class _Share:
    """What a share of the pages says, also of what can be judged only when all have been read."""

    found: list[Finding] = field(default_factory=list)
    gathered: links.Gathered = field(default_factory=links.Gathered)
    versions: dict[str, languages.Versions] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)
    """Pages that name another one as the one to show."""

    def add(self, other: _Share) -> None:
        self.found += other.found
        self.gathered.add(other.gathered)
        self.versions |= other.versions
        self.elsewhere |= other.elsewhere


def site_findings(
    site: BuiltSite, known: Collection[str], machine: Collection[str], spread: Spread = in_one
) -> tuple[tuple[Finding, ...], links.Gathered]:
    """Return what is wrong with a site, and its links to others.

    `known` has the site's languages; `machine` the content files that a machine translated and
    nobody reviewed.
    """

    def read(outputs: Sequence[str], finished: Callable[[int], None]) -> _Share:
        share = _Share()
        for output in outputs:
            _read(output, site, share, known, machine)
            finished(1)
        return share

    outputs = sorted(site.files)
    everything = _Share()
    for share in spread(read, [output for output in outputs if output.endswith(".html")]):
        everything.add(share)
    found, gathered = everything.found, everything.gathered
    for output in outputs:
        if output.endswith((".xml", ".json", ".css")):
            found += _other(output, site, everything.elsewhere, gathered)
    found += languages.reciprocity_findings(everything.versions)
    for output, waiting in sorted(gathered.anchors.items()):
        found += links.anchor_findings(read_page(output, site.read(output)), waiting)
    return tuple(found), gathered


def _read(
    output: str,
    site: BuiltSite,
    share: _Share,
    known: Collection[str],
    machine: Collection[str],
) -> None:
    data = site.read(output)
    if not data:
        return
    page = read_page(output, data)
    share.found += _page(page, site, share.gathered, known, machine)
    if page.alternates:
        share.versions[output] = languages.versions_of(page, site)
    if _is_elsewhere(page, site):
        share.elsewhere.add(output)


def _page(
    page: PageFacts,
    site: BuiltSite,
    gathered: links.Gathered,
    known: Collection[str],
    machine: Collection[str],
) -> Iterator[Finding]:
    yield from links.link_findings(page, site, gathered)
    yield from links.picture_findings(page)
    yield from links.policy_findings(page)
    yield from languages.lang_findings(page, known)
    yield from languages.canonical_findings(page, site)
    yield from languages.version_findings(page, site)
    yield from languages.label_findings(page, machine, site)


def _is_elsewhere(page: PageFacts, site: BuiltSite) -> bool:
    """Say whether a page names another one as the one to show."""
    if page.canonical is None:
        return False
    target = site.target(page.output, page.canonical.address)
    return target is not None and target.file != page.output


def _other(
    output: str, site: BuiltSite, elsewhere: Collection[str], gathered: links.Gathered
) -> Iterator[Finding]:
    """Check a file that is no page, by what its first bytes say it is."""
    data = site.read(output)
    start = data[:600]
    if output.endswith(".css"):
        sheet = PageFacts(output, references=style_references(data.decode("utf-8", "replace")))
        yield from links.link_findings(sheet, site, gathered)
    elif b"<rss" in start:
        yield from rss_findings(output, data, site)
    elif b"<urlset" in start or b"<sitemapindex" in start:
        yield from sitemap_findings(output, data, site, elsewhere)
    elif b"jsonfeed.org/version" in start:
        yield from json_findings(output, data, site)
