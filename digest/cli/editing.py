"""The commands that start a site and help its editor."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Start a fresh site in FOLDER. It can be built at once: digest --site FOLDER build."""
    from digest.pipeline.starting import start

    for name in start(folder):
        click.echo(f"{folder / name}")
    click.echo(f"Put raw text into {folder / 'content/raw'} and run: digest --site {folder} build")
