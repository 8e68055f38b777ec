"""Long checks in shares, which the caller may give to several processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Spread(Protocol):
    """Splits items into shares and returns what `work` makes of each, in order.

    `work` gets a share, and a function that it calls with the number of items finished.
    """

    def __call__(
        self,
        work: Callable[[Sequence[Item], Callable[[int], None]], Result],
        items: Sequence[Item],
        /,
    ) -> list[Result]:
        """Return what was made of each share."""
        ...


def in_one(
    work: Callable[[Sequence[Item], Callable[[int], None]], Result], items: Sequence[Item], /
) -> list[Result]:
    """Do all of the work here."""
    return [work(items, lambda _: None)]
