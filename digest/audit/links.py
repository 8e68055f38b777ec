"""Links, anchors and pictures of built pages; what they load from elsewhere. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from digest.audit.findings import Finding
from digest.audit.pages import PageFacts, Reference
from digest.audit.site import BuiltSite

_KNOWN_SCHEMES = ("mailto", "tel", "data", "blob")


@dataclass(slots=True)
class Gathered:
    """What can be judged only when every page has been read."""

    anchors: dict[str, list[tuple[str, str, Reference]]] = field(default_factory=dict)
    """By the file that is linked to: fragment, file with the link, the link."""
    external: dict[str, list[tuple[str, Reference]]] = field(default_factory=dict)
    """By address on another host: files with a link to it, the link."""

    def add(self, other: Gathered) -> None:
        """Take in what was gathered elsewhere."""
        for file, links in other.anchors.items():
            self.anchors.setdefault(file, []).extend(links)
        for address, places in other.external.items():
            self.external.setdefault(address, []).extend(places)


def link_findings(page: PageFacts, site: BuiltSite, gathered: Gathered) -> Iterator[Finding]:
    """Yield dead links and requests to other hosts; put aside what has to wait."""
    to_root = "../" * page.output.count("/")
    for reference in page.references:
        if site.is_known(to_root, reference.address):
            continue
        target = site.target(page.output, reference.address)
        if target is None:
            yield from _outside(page, reference, gathered)
        elif not target.file:
            code = "missing-picture" if reference.picture else "dead-link"
            name = "picture" if reference.picture else "link"
            message = f'the {name} "{reference.address}" leads to nothing.'
            yield _finding(code, page.output, message, reference)
        elif target.fragment and target.file == page.output:
            yield from anchor_findings(page, [(target.fragment, page.output, reference)])
        elif target.fragment and target.file.endswith(".html"):
            waiting = gathered.anchors.setdefault(target.file, [])
            waiting.append((target.fragment, page.output, reference))


def anchor_findings(page: PageFacts, links: list[tuple[str, str, Reference]]) -> Iterator[Finding]:
    """Yield the links to places that this page does not have."""
    for fragment, output, reference in links:
        if fragment != "top" and fragment not in page.ids:
            message = f'the link "{reference.address}" leads to a place that is not there.'
            yield _finding("dead-anchor", output, message, reference)


def picture_findings(page: PageFacts) -> Iterator[Finding]:
    """Yield pictures without an alt attribute."""
    for reference in page.without_alt:
        message = f'the picture "{reference.address}" has no alt text.'
        yield _finding("missing-alt", page.output, message, reference)


def policy_findings(page: PageFacts) -> Iterator[Finding]:
    """Yield script and style that stand in the page itself."""
    for line in page.scripts:
        yield Finding("inline-script", page.output, "there is script in the page itself.", line)
    for line in page.styles:
        yield Finding("inline-style", page.output, "there is style in the page itself.", line)


def _outside(page: PageFacts, reference: Reference, gathered: Gathered) -> Iterator[Finding]:
    """Judge an address outside of the site by its scheme."""
    address = reference.address
    scheme, _, rest = address.partition(":")
    if reference.loads:
        if scheme.lower() not in ("data", "blob"):
            message = f"the page loads {_host(address)} ({address[:200]})."
            yield _finding("other-host", page.output, message, reference)
    elif scheme.lower() in ("http", "https") and rest.startswith("//"):
        gathered.external.setdefault(address.partition("#")[0], []).append((page.output, reference))
    elif scheme.lower() not in _KNOWN_SCHEMES:
        message = f'the link "{address[:200]}" is neither http nor https.'
        yield _finding("dead-link", page.output, message, reference)


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc or address[:100]
    except ValueError:
        return address[:100]


def _finding(code: str, output: str, message: str, reference: Reference) -> Finding:
    name = reference.address.rpartition("/")[2] if reference.picture else reference.address
    return Finding(code, output, message, reference.line, name)
