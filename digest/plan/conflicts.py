"""Addresses that two want: stories, the editor's pages, the site itself. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digest.model import Listing, Problem


def conflicts(
    rows: Iterable[Listing],
    paths: Mapping[str, str],
    reserved: frozenset[str],
    pages: Mapping[str, str],
) -> dict[str, Problem]:
    """Return the stories, by id, that cannot be published beside the others, and why.

    They have, or had, an address that another story has, or one of the editor's `pages`, by
    address, or that the site needs for itself. `paths` has each story's original by id; of two,
    the one whose path comes later is in the way, and the one that had the address before the one
    that has it.
    """
    found: dict[str, Problem] = {}
    taken = dict(pages)
    ordered = sorted(rows, key=lambda row: paths[row.id])
    for row in ordered:
        for address in row.permalinks:
            slug = address.split("/")[1]
            first = taken.setdefault(address, paths[row.id])
            if not slug:
                found[row.id] = _no_slug(paths[row.id])
            elif _is_reserved(slug, reserved):
                found[row.id] = _reserved(address, paths[row.id])
            elif first != paths[row.id]:
                found[row.id] = _duplicate(address, paths[row.id], first)
    for row in ordered:
        for lang, alias in row.aliases:
            if lang in row.langs and row.id not in found:
                problem = _former(f"{lang}/{alias}/", paths[row.id], reserved, taken)
                if problem:
                    found[row.id] = problem
    return found


def page_conflicts(
    pages: Iterable[tuple[str, str]],
    former: Iterable[tuple[str, str]],
    reserved: frozenset[str],
) -> tuple[dict[str, str], dict[str, Problem]]:
    """Return the paths of the editor's pages by address, and why others cannot be published.

    `pages` are the address and the path of each, `former` the addresses that they had; of two
    that want one address, the second is in the way.
    """
    taken: dict[str, str] = {}
    found: dict[str, Problem] = {}
    for address, path in pages:
        slug = address.split("/")[1]
        if not slug:
            found[path] = _no_slug(path)
        elif _is_reserved(slug, reserved):
            found[path] = _reserved(address, path)
        elif (first := taken.setdefault(address, path)) != path:
            found[path] = _duplicate(address, path, first)
    for address, path in former:
        problem = _former(address, path, reserved, taken)
        if problem:
            found.setdefault(path, problem)
    return taken, found


def _no_slug(path: str) -> Problem:
    hint = "Give it one: `slug: …`, with small letters a-z, digits and hyphens."
    message = "its headline has no letters that an address could be made of."
    return Problem("error", "no-slug", message, path, 1, hint)


def _reserved(address: str, path: str) -> Problem:
    hint = f"Give it another: `slug: {address.split('/')[1]}-2`."
    message = f'its address "{address}" is the site\'s own.'
    return Problem("error", "reserved-slug", message, path, 1, hint)


def _duplicate(address: str, path: str, first: str) -> Problem:
    hint = f"Give one of them another: `slug: {address.split('/')[1]}-2`."
    message = f'its address "{address}" is that of {first}.'
    return Problem("error", "duplicate-slug", message, path, 1, hint)


def _former(
    address: str, path: str, reserved: frozenset[str], taken: dict[str, str]
) -> Problem | None:
    """Return what is wrong with a former address; those that are in use are `taken` by then."""
    hint = "Take it out of `aliases`."
    first = taken.setdefault(address, path)
    if first != path:
        message = f'its former address "{address}" is that of {first}.'
        return Problem("error", "duplicate-slug", message, path, 1, hint)
    if _is_reserved(address.split("/")[1], reserved):
        message = f'its former address "{address}" is the site\'s own.'
        return Problem("error", "reserved-slug", message, path, 1, hint)
    return None


def _is_reserved(slug: str, reserved: frozenset[str]) -> bool:
    return slug in reserved or (len(slug) == 4 and slug.isdigit())
