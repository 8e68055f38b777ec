"""The commands and the options that all of them have."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from digest import __version__

_COMMANDS = {
    "init": "editing.init",
    "new": "editing.new",
    "import": "stages.import_",
    "translate": "stages.translate",
    "review": "editing.review",
    "build": "building.build",
    "serve": "serving.serve",
    "check": "stages.check",
    "status": "editing.status",
    "publish": "publishing.publish",
    "render": "building.render",
    "completion": "editing.completion",
}
"""Where each command is, in the order in which they are used."""


class _Commands(click.Group):
    """Loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return their names."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command with this name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(".")
        command: click.Command = getattr(import_module(f"digest.cli.{module}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
