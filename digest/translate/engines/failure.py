"""What can go wrong with a request, and what that means for the next one."""

from __future__ import annotations

from typing import Literal

Kind = Literal["closed", "busy", "down", "silent", "long", "refused"]
"""`closed`: it will answer nothing in this run (key refused, quota used up, wrong address).
`busy`: it asks to wait. `down`: an error that may pass. `silent`: no answer in time.
`long`: the text is too much for it. `refused`: it does not want this text."""


class Failure(Exception):  # noqa: N818 - names what it is
    """A request that brought no answer.

    The reason is worded by us for a person; it has no key, no address with one, and none of the
    text in it, whatever the service or a library said.
    """

    def __init__(self, kind: Kind, reason: str, wait: float | None = None, status: int = 0) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.wait = wait
        """Seconds after which the service wants to be asked again, if it said so."""
        self.status = status
        """HTTP status, where that is what went wrong."""


class Stopped(Exception):  # noqa: N818 - no error: somebody stopped the run
    """The run is to end: nothing more is asked."""


class Spent(Exception):  # noqa: N818 - no error: the run's budget
    """The run may send nothing more."""
