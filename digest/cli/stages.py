"""The commands that run one stage: import."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from digest.cli.printing import PROBLEMS, has_errors, print_problems, site_config, today


@click.command(name="import")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--explain", is_flag=True, help="Say what becomes of every line; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="With --explain: as JSON.")
@click.option("--again", is_flag=True, help="Import articles again that were deleted or renamed.")
@click.option("--date", "day", default="", help="Day of import, YYYY-MM-DD; default: today.")
@click.pass_context
def import_(
    context: click.Context,
    /,
    files: tuple[Path, ...],
    explain: bool,
    as_json: bool,
    again: bool,
    day: str,
) -> None:
    """Turn raw dumps into articles: FILES, or all that is in content/raw/.

    FILES are copied into content/raw/ first. Articles that are there already are left as they
    are; articles that a person wrote get an id. Ends with 1 when a dump holds no article that
    can be made out.

    \b
    digest import                      whatever is new in content/raw/
    digest import ~/Downloads/a.txt    copy that file in, and import it
    digest import --explain a.txt      what became of every line
    """
    from digest.ingest import ledger
    from digest.pipeline.importing import import_dumps

    config = site_config(context)
    if day and not _is_day(day):
        hint = f"'{day}' is no day. Write 2025-07-22."
        raise click.BadParameter(hint, param_hint="--date")
    report = import_dumps(config, files, day=day or today(config), again=again, explain=explain)
    if explain and as_json:
        click.echo(ledger.as_json(report.ledgers))
    elif explain:
        click.echo("\n\n".join(ledger.as_text(account) for account in report.ledgers))
    print_problems(report.problems)
    if not explain:
        for path in report.added:
            click.echo(f"new: {path}")
        for path in report.updated:
            click.echo(f"updated: {path}")
        click.echo(f"{len(report.added)} new, {len(report.updated)} updated.")
    if has_errors(report.problems):
        sys.exit(PROBLEMS)


def _is_day(text: str) -> bool:
    import datetime as dt

    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text) and dt.date.fromisoformat(text))
    except ValueError:
        return False
