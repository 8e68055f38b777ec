"""The commands that make the site: build, render."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from digest.cli import running


def _time(context: click.Context, _option: click.Parameter, value: str) -> str:
    """Return what --now is given; end with a usage error where it is no time."""
    if value and not context.resilient_parsing:
        from digest.plan.listings import moment

        try:
            moment(value.strip(), "UTC", start=True)
        except ValueError:
            hint = f"'{value}' is no time. Write 2025-07-22 or 2025-07-22T11:47."
            raise click.BadParameter(hint) from None
    return value.strip()


def build_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that build and render share."""
    for option in (
        click.option("--explain", is_flag=True, help="Say why each file was made again."),
        click.option(
            "--keep-going", is_flag=True, help="Publish the rest where an article is broken."
        ),
        click.option(
            "--now",
            default="",
            callback=_time,
            help="Leave out stories dated after this time: 2025-07-22T11:47.",
        ),
        click.option("--drafts", is_flag=True, help="Publish drafts too."),
        click.option(
            "--jobs", type=click.IntRange(0, 256), default=0, help="Processes; 0: one a processor."
        ),
    ):
        command = option(command)
    return command


@click.command(short_help="Import, translate and render what is new: the usual command.")
@build_options
@click.pass_context
def build(context: click.Context, /, **options: Any) -> None:
    """Import what is new, translate where config.yaml turns it on, and render the site.

    Ends with 0 when the site was published, also when a dump was skipped or a translation is
    pending; with 1, and the site as it was, when an article or a template is broken.

    \b
    digest build                           what is new
    digest build --now 2025-07-22T11:47    without stories dated later
    digest build --explain                 and why each file was made again
    """  # noqa: D301 - click keeps the lines below a \b as they are
    _run(context, options, stages=True)


@click.command(short_help="Write the site from content/ to output/, and nothing else.")
@build_options
@click.pass_context
def render(context: click.Context, /, **options: Any) -> None:
    """Render the site from what is in content/, and write it to output/.

    \b
    digest render             import and translate nothing
    digest render --drafts    drafts too
    """  # noqa: D301 - click keeps the lines below a \b as they are
    _run(context, options, stages=False)


def _run(context: click.Context, options: dict[str, Any], *, stages: bool) -> None:
    running.build(context.obj["root"], stages=stages, **options)
