"""Commands, what they print, and exit codes.

0: clean or warnings alone; 1: problems; 2: usage or config.

The only part that prints (but for the line of a build that has nothing to do), and the only
one that catches a DigestError to end with.

- building.py: build, render; stages.py: import, translate, check; serving.py; publishing.py
- editing.py: init, new, review, status, completion; printing.py: problems, progress
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from digest import __version__, files
from digest.cache import quick
from digest.cli import building, editing, printing, publishing, serving, stages
from digest.errors import ConfigError, DigestError


def run(seen: quick.Findings | None = None) -> None:
    """Run the command line; `seen` is what a build has already found on disk."""
    given: dict[str, Any] = {"seen": seen, "root": Path.cwd()}
    try:
        main(obj=given)
    except BrokenPipeError:
        sys.exit(printing.PROBLEMS)
    except (DigestError, OSError) as error:
        told = files.explained(error, given["root"]) if isinstance(error, OSError) else error
        click.echo(f"digest: {told}", err=True)
        sys.exit(printing.USAGE if isinstance(error, ConfigError) else printing.PROBLEMS)


class _InOrder(click.Group):
    """Lists its commands in the order in which they are used."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return their names."""
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="digest")
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Folder with config.yaml and content/; default: the current one.",
)
@click.pass_context
def main(context: click.Context, site: Path) -> None:
    """Publish a bilingual news digest from raw text.

    The usual way is "digest build": it imports what is new in content/raw/, translates it if
    config.yaml says so, and writes the site to output/.
    """
    context.ensure_object(dict)
    context.obj["root"] = site.resolve()


for command in (
    editing.init,
    editing.new,
    stages.import_,
    stages.translate,
    editing.review,
    building.build,
    serving.serve,
    stages.check,
    editing.status,
    publishing.publish,
    building.render,
    editing.completion,
):
    main.add_command(command)
