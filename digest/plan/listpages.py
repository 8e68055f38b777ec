"""ListSpec → Page. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from digest.config import Config
from digest.model import Alternate, Group, Link, ListContent, Page
from digest.plan.addresses import Addresses, output
from digest.plan.lists import Key, ListSpec
from digest.plan.outline import Outline
from digest.plan.shelf import grouped
from digest.records import record


@record
class Planned:
    """A page that the site has, before it is made."""

    output: str
    template: str
    signature: str
    """Changes with everything that the page will hold."""
    make: Callable[[], Page]
    key: Key | None = None
    """Kind, subject and day of a list; None for a feed."""


@record
class ListPages:
    """Makes the pages of lists."""

    config: Config
    addresses: Addresses
    outline: Outline
    names: Mapping[str, str]
    """What each language calls itself."""

    def planned(self, specs: Iterable[ListSpec]) -> Iterator[Planned]:
        """Yield a planned page for each list."""
        specs = tuple(specs)
        same: dict[tuple[str, str, str], tuple[Link, ...]] = {}
        for spec in specs:
            link = Link(self.names[spec.lang], spec.permalink, lang=spec.lang)
            same[spec.key] = (*same.get(spec.key, ()), link)
        for spec in specs:
            yield self._planned(spec, same[spec.key])

    def _planned(self, spec: ListSpec, same: tuple[Link, ...]) -> Planned:
        around = [link and tuple(link) for link in (spec.older, spec.newer, spec.up)]
        own = (spec.key, spec.name, spec.count, [tuple(p) for p in spec.periods], around)
        links = (_said(spec.links), _said(spec.feeds), _said(same))
        parts = [row.signature for row in spec.rows]
        parts += (repr(own), *links)
        return Planned(
            output(spec.permalink),
            f"{spec.kind}.html",
            "|".join(parts),
            partial(self._page, spec, same),
            spec.key,
        )

    def _page(self, spec: ListSpec, same: tuple[Link, ...]) -> Page:
        front = spec.kind == "front"
        alternates = tuple(Alternate(link.lang, link.permalink) for link in same)
        return Page(
            kind=spec.kind,
            lang=spec.lang,
            permalink=spec.permalink,
            output=output(spec.permalink),
            template=f"{spec.kind}.html",
            title=spec.name,
            description="",
            content=ListContent(
                day=spec.day,
                name=spec.name,
                groups=self._groups(spec),
                periods=spec.periods,
                links=spec.links,
                newer=spec.newer,
                older=spec.older,
                up=spec.up,
                count=spec.count,
            ),
            canonical=spec.permalink,
            alternates=alternates if len(alternates) > 1 else (),
            switch=self._switch(() if front else same, "" if front else spec.lang),
            feeds=spec.feeds,
        )

    def _groups(self, spec: ListSpec) -> tuple[Group, ...]:
        front = spec.kind == "front"
        languages = self.config.languages if front else (spec.lang,)
        leads = {link.name: link for link in spec.links if link.lang == spec.lang}
        groups = []
        for day, rows in grouped(spec.rows, 10).items():
            teasers = tuple(t for row in rows for lang in languages if (t := row.teaser(lang)))
            link = leads.get(day)
            if link is None and day and not front and "edition" in self.config.pages:
                link = Link(day, self.addresses.period(spec.lang, day))
            groups.append(Group(day, link, teasers))
        return tuple(groups)

    def _switch(self, same: tuple[Link, ...], current: str) -> tuple[Link, ...]:
        """Where each language's reader goes from here: the same list, else the language's home."""
        have = {link.lang: link.permalink for link in same}
        return tuple(
            Link(
                self.names[lang],
                have.get(lang, self.addresses.home(lang)),
                lang=lang,
                current=lang == current,
            )
            for lang in self.config.languages
        )


@lru_cache(maxsize=256)
def _said(links: tuple[Link, ...]) -> str:
    """Return what changes with the links; many lists have the same."""
    return repr([tuple(link) for link in links])
