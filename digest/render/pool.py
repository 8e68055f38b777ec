"""Processes: work is split among children that are forked where the work lies ready in memory.

This process is one of those that work: it takes shares, too, once it has nothing else to do.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Sequence[Item], Callable[[int], None]], Result]
"""Makes something of a share of the items. Gets the share, and a function that it calls with the
number of items that it has finished since the last call; children say so after a whole share."""

WORTH = 64
"""Items below which one process alone is quicker than several."""

SHARES = 1024
"""Shares at most: their numbers, of four bytes each, have to fit into a pipe, from which the
children take them. One page is all that a pipe holds where a user has many open."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    work: Work[Item, Result],
    items: Sequence[Item],
    jobs: int,
    progress: Callable[[int], None] = lambda _done: None,
    size: int = 32,
    meanwhile: Callable[[], None] = lambda: None,
) -> list[Result]:
    """Return what `work` makes of each share of so many items, in the order of the shares.

    Results must pickle. With one job, or few items, all is one share, done in this process.
    Where there are others, this one first does what is to be done `meanwhile`.
    Raises what `work` raises, and RenderError when a child dies.
    """
    with start(work, items, jobs, size) as running:
        if running.children:
            meanwhile()
        return running.results(progress)


def start(
    work: Work[Item, Result], items: Sequence[Item], jobs: int, size: int = 32
) -> Running[Item, Result]:
    """Begin with the work, as `run` does it, and leave this process free for something else.

    It takes part from when it asks for the results, so that there is a child less than jobs.
    """
    jobs = min(jobs or processors(), max(1, len(items) // WORTH))
    if jobs == 1 or not hasattr(os, "fork"):
        return Running(work, [items])
    from digest.render.children import Child  # builds of a few pages have none, and do without

    size = max(size, -(-len(items) // SHARES))
    shares = [items[n : n + size] for n in range(0, len(items), size)]
    queue, filling = os.pipe()
    os.write(filling, b"".join(number.to_bytes(4, "big") for number in range(len(shares))))
    os.close(filling)
    gc.freeze()  # what is there stays shared between the processes
    children = [Child(work, shares, queue) for _ in range(jobs - 1)]
    return Running(work, shares, queue, children)


class Running(Generic[Item, Result]):
    """Work that is being done by children, and that is still to be done here.

    At the end of its `with` block no child is left, whatever happened there.
    """

    def __init__(
        self,
        work: Work[Item, Result],
        shares: list[Sequence[Item]],
        queue: int | None = None,
        children: Sequence[Any] = (),
    ) -> None:
        """Take `queue`, a pipe that shares are taken from; without, this process alone works."""
        self.work = work
        self.shares = shares
        self.queue = queue
        self.children = children

    def __enter__(self) -> Running[Item, Result]:
        return self

    def __exit__(self, *_error: object) -> None:
        gc.unfreeze()
        if self.queue is not None:
            os.close(self.queue)
        for child in self.children:
            child.end()

    def results(self, progress: Callable[[int], None] = lambda _done: None) -> list[Result]:
        """Do what is left, wait for the children, and return the results in order."""
        if self.queue is None:
            return [self.work(share, progress) for share in self.shares]
        from digest.render.children import Answers

        parts = []
        with Answers(self.children, self.shares, progress) as answers:
            while number := os.read(self.queue, 4):
                at = int.from_bytes(number, "big")
                parts.append((at, self.work(self.shares[at], progress)))
                answers.take(wait=False)
            while answers.awaited():
                answers.take(wait=True)
        parts += [part for child in self.children for part in child.parts]
        return [result for _, result in sorted(parts, key=itemgetter(0))]
