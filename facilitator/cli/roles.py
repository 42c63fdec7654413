"""`facilitator roles`: what roles the group has, who has them until when, who learns them."""

from __future__ import annotations

import json

import click

from facilitator.cli import roles_changed, roles_handed
from facilitator.cli.by_hand import remembered
from facilitator.cli.meant import role_meant
from facilitator.cli.roles_told import data, history, lines, story
from facilitator.core.roles.board import board

EXAMPLES = """
\b
Examples:
  facilitator roles                                      all of them, and what to look at
  facilitator roles open "Pantry steward" --months 3 --skill "Keys" --skill "Ordering"
  facilitator roles claim pantry ana
  facilitator roles successor pantry bo
  facilitator roles led pantry --on 2027-03-06
  facilitator roles release pantry --emergency "moved away"
"""


@click.group(invoke_without_command=True, epilog=EXAMPLES)
@click.pass_context
def roles(context: click.Context) -> None:
    """Roles: who has them until when, who is trained for them, what a handoff lacks.

    A role is named by its name or the first letters of it, and so is a person. Without a
    command, the roles are listed. With --on a command writes down what happened on another day.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_roles)


@roles.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@click.pass_context
def list_roles(context: click.Context, as_json: bool) -> None:
    """List the roles by how they stand, and what the group should look at."""
    group = remembered(context)
    places = board(group.state, group.today, group.names)
    if as_json:
        rows = [data(place, group.state, group.names) for place in places]
        click.echo(json.dumps(rows, indent=2))
        return
    if not places:
        click.echo('No role yet. Open one: facilitator roles open "Bring the pots"')
    for line in lines(places, group.state, group.today, group.names):
        click.echo(line)


@roles.command()
@click.argument("role")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@click.pass_context
def show(context: click.Context, role: str, as_json: bool) -> None:
    """Show one ROLE: what it is, what its handoff lacks, and everyone who had it."""
    group = remembered(context)
    wanted, names = role_meant(role, group.state), group.names
    places = board(group.state, group.today, names)
    place = next(each for each in places if each.role.id == wanted.id)
    if as_json:
        told = {**data(place, group.state, names), "terms": history(wanted, names)}
        click.echo(json.dumps(told, indent=2))
        return
    for line in story(place, group.today, names):
        click.echo(line)


for command in (*roles_changed.COMMANDS, *roles_handed.COMMANDS):
    roles.add_command(command)
