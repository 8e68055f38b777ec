"""Command lines of `digest` in documents, read as the program reads them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click

from digest.cli.commands import main

_PROGRAM = re.compile(r"(?:\$ )?(?:\S*/)?digest(?= |$)(?P<rest>.*)")
_VALUE = re.compile(r"\[.*?\]|…")


def top() -> click.Context:
    """The context of `digest` itself, with the settings that it runs with."""
    return click.Context(main, info_name="digest", terminal_width=96, **main.context_settings)


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its name."""
    context = top()
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command
        yield name, command


def calls(line: str) -> Iterator[str]:
    """Yield what follows `digest` in each command of a line of shell."""
    for part in re.split(r"&&|\|\|?|;", line):
        command = re.split(r" >{1,2} ", part)[0]  # what it prints may go to a file
        if found := _PROGRAM.fullmatch(command.strip()):
            yield found["rest"].strip()


def complaint(call: str, *, whole: bool = True) -> str:
    """Return what is wrong with a call's command, options and number of arguments; '' for nothing.

    Files need not be there. Without `whole`, arguments may be missing, as where a sentence names
    a command.
    """
    try:
        words = shlex.split(_VALUE.sub("", call), comments=True)
        group = top()
        _, words, _ = main.make_parser(group).parse_args(words)
        if not words:
            return ""
        _, command, rest = main.resolve_command(group, words)
        assert command
        context = click.Context(command, info_name=words[0], parent=group)
        given, extra, _ = command.make_parser(context).parse_args(rest)
    except click.UsageError as error:
        return error.format_message()
    if extra:
        return f"unexpected: {' '.join(extra)}"
    missing = [p.name for p in command.params if p.required and not given.get(p.name or "")]
    return f"missing: {missing}" if missing and whole else ""
