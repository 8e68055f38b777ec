"""The commands that start a site and help its editor."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from shutil import get_terminal_size, which

import click

from digest.cli.printing import say_waiting, site_config, today


@click.command(short_help="Start a fresh site.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Start a fresh site in FOLDER. It can be built at once.

    \b
    digest init haber
    digest --site haber build
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest.pipeline.starting import start

    for name in start(folder):
        click.echo(f"{folder / name}")
    # Where the program is not on the path, the next command has to name where it is.
    program = Path(sys.argv[0])
    called = program.name == "digest" and not which("digest")
    digest = str(program.absolute()) if called else "digest"
    click.echo(f"Next: cd {folder}, copy pages of news into content/raw/, and then")
    click.echo(f"  {digest} build    makes the site, in output/")
    click.echo(f"  {digest} serve    shows it, and every edit")


@click.command(short_help="Start an article: a draft, dated today.")
@click.argument("headline", nargs=-1, required=True)
@click.pass_context
def new(context: click.Context, /, headline: tuple[str, ...]) -> None:
    """Start an article with this HEADLINE: a draft, dated today. Prints the path of its file.

    "digest serve" shows drafts; write the text in place of the …, and take the line
    "draft: true" out to publish it.

    \b
    digest new "Limanda yeni iskele açıldı"
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest.pipeline.editing import start_article

    config = site_config(context.obj["root"])
    click.echo(start_article(config, " ".join(headline), today(config)))


@click.command(short_help="List machine translations that await review, or approve them.")
@click.argument("names", nargs=-1, metavar="[NAME[:SEGMENT]]...")
@click.option("--list", "texts", is_flag=True, help="Show texts side by side; mark nothing.")
@click.pass_context
def review(context: click.Context, /, names: tuple[str, ...], texts: bool) -> None:
    """Mark machine translations as reviewed, or say which ones await it.

    NAME is a story's slug, id or file. A translation that is marked loses its label on the site
    and is never asked for again; with NAME:SEGMENT this one part is never overwritten.

    \b
    digest review                       what awaits review
    digest review --list                the same, original and translation side by side
    digest review --list liman-acildi   of one story
    digest review liman-acildi:body-3   the third paragraph is as it should be
    digest review liman-acildi          all of it is
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest.pipeline import reviewing

    config = site_config(context.obj["root"])
    if names and not texts:
        for name in names:
            for path in reviewing.approve(config, name, lambda: say_waiting("translation")):
                click.echo(f"reviewed: {path}{name[name.find(':') :] if ':' in name else ''}")
        return
    parts = tuple(reviewing.awaiting(config, names))
    width = get_terminal_size().columns
    found = reviewing.side_by_side(parts, width) if texts else reviewing.overview(parts)
    for line in found:
        click.echo(line)


@click.command(short_help="Say what there is, and what is pending, stale or unreviewed.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def status(context: click.Context, /, as_json: bool) -> None:
    """Say where the site stands: stories, languages, what is pending, stale or unreviewed.

    \b
    digest status
    digest status --json
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest.pipeline import stock

    found = stock.status(site_config(context.obj["root"]))
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    for line in stock.summary(found):
        click.echo(line)


@click.command(short_help="Make a shell complete commands and options.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete digest's commands and options.

    \b
    eval "$(digest completion bash)"                     in ~/.bashrc; zsh likewise
    digest completion fish > ~/.config/fish/completions/digest.fish
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from click.shell_completion import get_completion_class

    from digest.cli.commands import main

    found = get_completion_class(shell)
    if found is not None:
        click.echo(found(main, {}, "digest", "_DIGEST_COMPLETE").source())
