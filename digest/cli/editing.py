"""The commands that start a site and help its editor."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.printing import site_config, today


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Start a fresh site in FOLDER. It can be built at once: digest --site FOLDER build."""
    from digest.pipeline.starting import start

    for name in start(folder):
        click.echo(f"{folder / name}")
    click.echo(f"Put raw text into {folder / 'content/raw'} and run: digest --site {folder} build")


@click.command()
@click.argument("title", metavar="HEADLINE")
@click.pass_context
def new(context: click.Context, /, title: str) -> None:
    """Start an article with this HEADLINE, as a draft dated today: digest new "Başlık"."""
    from digest.pipeline.editing import start_article

    config = site_config(context)
    click.echo(start_article(config, title, today(config)))


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME[:SEGMENT]]...")
@click.option("--list", "listed", is_flag=True, help="Show what awaits review, in both languages.")
@click.pass_context
def review(context: click.Context, /, names: tuple[str, ...], listed: bool) -> None:
    """Mark machine translations as reviewed: whole (NAME), or one segment (NAME:body-3).

    NAME is a slug, an id or a file. A translation that is marked loses its label on the site,
    and is never translated again; a segment that is marked is never overwritten.
    """
    from digest.pipeline.editing import approve, awaiting

    config = site_config(context)
    for name in names:
        click.echo(f"reviewed: {approve(config, name)}")
    if listed or not names:
        for path, segment, texts in awaiting(config):
            click.echo(f"{path}: {segment}\n{texts}\n")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def status(context: click.Context, /, as_json: bool) -> None:
    """Say where the site stands: stories, languages, what is pending, stale or unreviewed."""
    from dataclasses import asdict

    from digest.pipeline.editing import status as take_stock

    found = asdict(take_stock(site_config(context)))
    if as_json:
        import json

        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    found["languages"] = ", ".join(f"{lang} {n}" for lang, n in found["languages"].items())
    for name, value in found.items():
        click.echo(f"{name.replace('_', ' '):13} {value}")


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete commands and options: eval "$(digest completion bash)"."""
    from click.shell_completion import get_completion_class

    from digest.cli import main

    found = get_completion_class(shell)
    if found is not None:
        click.echo(found(main, {}, "digest", "_DIGEST_COMPLETE").source())
