"""What pages are called and say of themselves, where the plan leaves it to the language. Pure."""

from __future__ import annotations

from digest.model import Frame, Link, ListContent, Page, Period
from digest.render import dates
from digest.render.texts import Texts


def heading(page: Page, t: Texts) -> str:
    """Return the page's heading: its title, else what its kind and its day make of it."""
    content = page.content
    if isinstance(content, ListContent) and content.day and page.kind != "front":
        day = dates.full_day(content.day, t) if page.kind == "edition" else None
        day = day or dates.period(content.day, t)
        return f"{content.name}, {day}" if content.name else day
    if page.title:
        return page.title
    named = getattr(t, page.kind, None)
    return str(getattr(named, "title", ""))


def described(page: Page, frame: Frame, t: Texts) -> str:
    """Return what search engines and previews say of the page."""
    if page.description or not isinstance(page.content, ListContent):
        return page.description or frame.description
    title = heading(page, t)
    if not title:
        return frame.description
    count = t.count.stories(page.content.count) if page.content.count else ""
    return ". ".join(
        filter(None, (": ".join(filter(None, (title, str(count)))), frame.description))
    )


def up_name(page: Page, link: Link, t: Texts) -> str:
    """Return what the list that this one is part of is called."""
    if link.name:
        return dates.period(link.name, t)
    parent = {"topic": t.topics, "source": t.sources}.get(page.kind, t.archive)
    return str(parent.title)


def languages(page: Page, frame: Frame) -> tuple[Link, ...]:
    """Return where readers of each language go from here: the same page, else their home."""
    same = {link.lang: link for link in page.switch}
    return tuple(same.get(home.lang, home) for home in frame.homes)


def years(periods: tuple[Period, ...]) -> list[tuple[Period, tuple[Period, ...]]]:
    """Return the years among an archive's periods, newest first, each with its months in order."""
    return _nested(periods, 4)[::-1]


def months(periods: tuple[Period, ...]) -> list[tuple[Period, tuple[Period, ...]]]:
    """Return the months among a year's periods, each with its days, all in order."""
    return _nested(periods, 7)


def _nested(periods: tuple[Period, ...], length: int) -> list[tuple[Period, tuple[Period, ...]]]:
    """Return the periods whose day is that long, each with the shorter ones within it."""
    found = {period.day[:length]: Period(period.day[:length], 0, "") for period in periods}
    found.update((period.day, period) for period in periods if len(period.day) == length)
    inner: dict[str, list[Period]] = {name: [] for name in sorted(found)}
    for period in periods:
        if len(period.day) > length:
            inner[period.day[:length]].append(period)
    return [
        (found[name], tuple(sorted(several, key=lambda one: one.day)))
        for name, several in inner.items()
    ]
