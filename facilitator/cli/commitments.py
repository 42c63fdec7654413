"""`facilitator commitments`: what was promised, by whom, by when, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

import click

from facilitator.cli import commitments_changed
from facilitator.cli.by_hand import remembered
from facilitator.cli.commitments_told import Asked, data, lines
from facilitator.cli.meant import person_meant
from facilitator.cli.roles_changed import undo
from facilitator.core.commitments.standing import promises
from facilitator.core.events import NOBODY
from facilitator.dates import dated

EXAMPLES = """
\b
Examples:
  facilitator commitments                                what is overdue or due comes first
  facilitator commitments --mine ana --due
  facilitator commitments add "Borrow the PA" chidi --by "in two weeks"
  facilitator commitments keep borrow
  facilitator commitments renegotiate 2 --by 2027-03-06 --reason "the van broke down"
  facilitator commitments release 3 --reason "moved away"
"""

Function = TypeVar("Function", bound=Callable[..., Any])


def which(command: Function) -> Function:
    """The options that say which commitments are listed, and how."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs."),
        click.option("--all", "all_of_them", is_flag=True, help="Also what was over long ago."),
        click.option("--due", is_flag=True, help="Only what is overdue, due, or due next meeting."),
        click.option("--mine", metavar="NAME", help="Only what this person promised."),
    ):
        command = option(command)
    return command


@click.group(invoke_without_command=True, epilog=EXAMPLES)
@which
@click.pass_context
def commitments(context: click.Context, /, **asked: Any) -> None:
    """Commitments: who promised what, by when, and what became of it.

    One is named by its number in the list, or by its first words. Without a command they are
    listed. With --on a command writes down what happened on another day.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_commitments, **asked)
    elif any(asked.values()):
        raise click.UsageError("Say what is to be listed behind the word list.")


@commitments.command("list")
@which
@click.pass_context
def list_commitments(
    context: click.Context,
    as_json: bool = False,
    all_of_them: bool = False,
    due: bool = False,
    mine: str | None = None,
) -> None:
    """List the commitments by how they stand: what is overdue or due first."""
    group = remembered(context)
    names, day = group.names, group.today
    owner = person_meant(mine, group.state, names) if mine is not None else NOBODY
    asked = Asked(owner, due, all_of_them)
    found = promises(dated(group.state.commitments.values()), day)
    if as_json:
        rows = [
            data(each, at, names, day) for at, each in enumerate(found, start=1) if asked.fits(each)
        ]
        click.echo(json.dumps(rows, indent=2))
        return
    told = list(lines(found, asked, names, day))
    if not told:
        click.echo("No such commitment." if found else "Nothing was promised yet.")
    for line in told:
        click.echo(line)


for command in (*commitments_changed.COMMANDS, undo):
    commitments.add_command(command)
