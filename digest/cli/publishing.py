"""The command that puts the site where readers find it: publish."""

from __future__ import annotations

import subprocess
import sys

import click

from digest.cli.printing import (
    PROBLEMS,
    USAGE,
    has_errors,
    print_problems,
    say_waiting,
    site_config,
    today,
)


@click.command(short_help="Build, check, and run the command that deploys the site.")
@click.pass_context
def publish(context: click.Context) -> None:
    """Build, check, and then run the command that config.yaml gives as `publish`.

    The command runs in the site's folder, by the shell. Nothing is run where the build fails
    or the check finds an error; the command's own exit code is passed on.

    \b
    digest publish    with, say, `publish: rsync -a --delete output/ host:/srv/site/`
    """  # noqa: D301 - click keeps the lines below a \b as they are
    from digest.pipeline.building import build, summary
    from digest.pipeline.checking import check
    from digest.pipeline.updating import Options

    config = site_config(context.obj["root"])
    if not config.publish:
        click.echo(
            "config.yaml gives no command: add `publish: rsync -a output/ host:/srv/site/`, say.",
            err=True,
        )
        sys.exit(USAGE)
    done = build(config, Options(), None, today(config), waiting=lambda: say_waiting("build"))
    print_problems(done.problems)
    if not done.published:
        sys.exit(PROBLEMS)
    for line in summary(done):
        click.echo(line)
    found = check(config)
    if has_errors(found):
        print_problems(problem for problem in found if problem.severity == "error")
        click.echo("Nothing was published: the check found errors.", err=True)
        sys.exit(PROBLEMS)
    # The owner's own command, from the owner's own file.
    sys.exit(subprocess.run(config.publish, shell=True, cwd=config.root, check=False).returncode)  # noqa: S602
