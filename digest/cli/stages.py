"""The commands that run one stage: import, translate, check."""

from __future__ import annotations

import re
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from digest.cli.printing import (
    PROBLEMS,
    bar,
    has_errors,
    print_problems,
    say_waiting,
    site_config,
    today,
)
from digest.pipeline.import_report import ImportReport


@click.command(name="import", short_help="Turn raw text into articles.")
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
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest.ingest import ledger
    from digest.pipeline.importing import import_dumps

    config = site_config(context.obj["root"])
    if day and not _is_day(day):
        raise click.BadParameter(f"'{day}' is no day. Write 2025-07-22.", param_hint="--date")
    report = import_dumps(
        config,
        files,
        day=day or today(config),
        again=again,
        explain=explain,
        waiting=lambda: say_waiting("import"),
    )
    if explain and as_json:
        click.echo(ledger.as_json(report.ledgers))
    elif explain:
        click.echo("\n\n".join(ledger.as_text(account) for account in report.ledgers))
    print_problems(report.problems)
    if not explain:
        _say_imported(report)
    if has_errors(report.problems):
        sys.exit(PROBLEMS)


def _say_imported(report: ImportReport) -> None:
    for path in report.added:
        click.echo(f"new: {path}")
    for path in report.updated:
        click.echo(f"updated: {path}")
    click.echo(f"{len(report.added)} new, {len(report.updated)} updated.")


@click.command(short_help="Translate what is new or changed.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--status", is_flag=True, help="Say what is pending, stale or edited; send nothing.")
@click.option("--redo", multiple=True, metavar="NAME[:SEGMENT]", help="Ask for this again.")
@click.option("--max-chars", type=click.IntRange(0), default=0, help="Characters to send at most.")
@click.option("--max-requests", type=click.IntRange(0), default=0, help="Requests at most.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent; send nothing.")
@click.pass_context
def translate(
    context: click.Context, /, names: tuple[str, ...], status: bool, **options: Any
) -> None:
    """Translate what is new or changed: the stories with these NAMES, or all but drafts.

    Sends text to the services that config.yaml names. What a person wrote or edited is never
    overwritten. Ends with 1, and a list, while anything is pending.

    \b
    digest translate --dry-run            what would be sent
    digest translate                      send it
    digest translate --redo haber:body-3  ask for one paragraph again
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest import store
    from digest.files import lock
    from digest.pipeline import translating
    from digest.pipeline.translate_report import lines, plan_lines

    config = site_config(context.obj["root"])
    draw = bar("Translating", after=0, lines=True)
    wanted = translating.Options(
        names=names,
        redo=options["redo"],
        max_chars=options["max_chars"],
        max_requests=options["max_requests"],
        dry_run=options["dry_run"] or status,
    )
    alone = nullcontext() if wanted.dry_run else lock(config.root / translating.LOCK, _wait)
    with alone:
        stories, unread = store.read_stories(config.root, store.article_files(config.root), config)
        report = translating.translate(
            config,
            stories,
            wanted,
            day=today(config),
            progress=lambda p: draw(
                p.done, p.total, f"{p.chars} characters, {p.engine}, {p.seconds_left:.0f} s left"
            ),
        )
    print_problems((*unread, *report.problems, *report.violations))
    short = options["dry_run"] and not status
    for line in plan_lines(report) if short else lines(report, texts=status):
        click.echo(line)
    if (not report.complete and not options["dry_run"]) or has_errors(unread):
        sys.exit(PROBLEMS)


@click.command(short_help="Say what is wrong with the content and the built site.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--external", is_flag=True, help="Ask other sites whether links to them still work.")
@click.option("--content-only", is_flag=True, help="Leave the built site alone.")
@click.pass_context
def check(context: click.Context, /, as_json: bool, external: bool, content_only: bool) -> None:
    """Say what is wrong with the content, and with the site that was built from it.

    Every finding names its place, its code and the remedy; docs/checks.md explains the codes.
    Ends with 1 when there is an error among them.

    \b
    digest check                   content and site, without the network
    digest check --content-only    before anything is built
    digest check --json            for another program
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest import audit
    from digest.pipeline.checking import check as find

    found = find(site_config(context.obj["root"]), built=not content_only, external=external)
    click.echo(audit.as_json(found) if as_json else audit.as_text(found))
    if has_errors(found):
        sys.exit(PROBLEMS)


def _wait() -> None:
    say_waiting("translation")


def _is_day(text: str) -> bool:
    import datetime as dt

    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text) and dt.date.fromisoformat(text))
    except ValueError:
        return False
