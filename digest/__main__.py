"""Start: a build that has nothing to do is found out before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys

_SELDOM = 200_000
"""Objects after which Python looks for cycles. A build makes few cycles, and as many objects as it
has files to look at; with Python's 700 it looked hundreds of times."""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_SELDOM)
    seen = None
    site = _plain_build(sys.argv[1:])
    if site is not None:
        from digest.cache import quick

        seen = quick.look(site, quick.BUILD)
        if seen.report is not None:
            try:
                sys.stdout.write("".join(f"{line}\n" for line in seen.report))
                sys.stdout.flush()
            except BrokenPipeError:  # nobody is left to read it
                os._exit(1)
            return
    from digest.cli import run

    run(site, seen)
    if seen is not None:  # to free all that was known of a large site took a seventh of an edit
        sys.stdout.flush()
        os._exit(0)


def _plain_build(arguments: list[str]) -> str | None:
    """Return the site's folder when the command is `build` without options of its own."""
    if arguments == ["build"]:
        return os.path.realpath(".")
    if len(arguments) == 3 and arguments[0] == "--site" and arguments[2] == "build":
        return os.path.realpath(arguments[1]) if os.path.isdir(arguments[1]) else None
    return None


if __name__ == "__main__":
    main()
