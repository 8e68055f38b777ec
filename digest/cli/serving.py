"""The command that shows the site on this machine: serve."""

from __future__ import annotations

from collections.abc import Sequence

import click

from digest.cli.printing import print_problems
from digest.model import Problem
from digest.serve.messages import Built


@click.command(short_help="Show the site on this machine, and every edit at once.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=None,
    help="Port on 127.0.0.1; default: the first free one from 8000 on.",
)
@click.pass_context
def serve(context: click.Context, /, port: int | None) -> None:
    """Show the site on this machine, drafts too, and every edit as soon as it is saved.

    Open pages reload by themselves, and say what is wrong with an edit. The published site in
    output/ is left alone, and nothing is sent to a translation service. Ctrl-C ends it.

    \b
    digest serve                  http://127.0.0.1:8000/
    digest serve --port 9000      on another port
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest.serve import session

    root = context.obj["root"]
    known: list[Sequence[Problem]] = [()]

    def report(done: Built) -> None:
        print_problems(problem for problem in done.problems if problem not in known[0])
        known[0] = done.problems

    def started(address: str, done: Built) -> None:
        report(done)
        stories = "1 story" if done.stories == 1 else f"{done.stories} stories"
        state = stories if done.published else "Not built"
        click.echo(f"{state}. Serving {address} with drafts; Ctrl-C ends it.")

    def built(done: Built) -> None:
        report(done)
        click.echo(line(done))

    click.echo("Building …")
    session.serve(root, port or 0, started, built)


def line(done: Built) -> str:
    """Return what is said of an edit: what was changed, how much was made, how long it took."""
    names = list(done.changed)
    what = ", ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} more"
    if not done.published:
        return f"{what}: not built."
    pages = "1 file" if done.pages == 1 else f"{done.pages} files"
    return f"{what}: {pages} made in {done.seconds * 1000:.0f} ms."
