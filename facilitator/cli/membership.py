"""`facilitator people`: who the group knows, who left it and came back, who is forgotten."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click
from msgspec import Struct

from facilitator.cli.by_hand import Remembered, between_meetings, done, remembered
from facilitator.cli.forgetting import forget
from facilitator.cli.meant import anyone_meant, storable, told_apart
from facilitator.cli.place import journal_path
from facilitator.cli.problems import Sentence, in_sentences
from facilitator.core import intents
from facilitator.core.events import PersonId
from facilitator.core.roles.standing import needed_roles
from facilitator.core.words import listed, short
from facilitator.journal.group import Group
from facilitator.journal.store import Journal
from facilitator.minutes.when import full_date
from facilitator.session import Session
from facilitator.ui.text import column, visible

EXAMPLES = """
\b
Examples:
  facilitator people                      everyone whom the group knows
  facilitator people rename zoe Zoë
  facilitator people leave bo --on 2027-03-06
  facilitator people forget bo            the name is gone from this file
"""
NAME_CELLS = 28
ON = click.option("--on", metavar="DATE", default="", help="The day on which it was, if not today.")


class Presence(Struct, frozen=True):
    """At how many closed circles somebody was, and the ISO date of the last; or empty."""

    circles: int = 0
    last: str = ""


@click.group(invoke_without_command=True, epilog=EXAMPLES)
@click.pass_context
def people(context: click.Context) -> None:
    """People: everyone whom the group knows, who left it, who is to be forgotten.

    A person is named by their name or the first letters of it. Without a command, they are listed.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_people)


@people.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@click.pass_context
def list_people(context: click.Context, as_json: bool = False) -> None:
    """List everyone whom the group knows, with their roles and when they came last."""
    group = remembered(context)
    known, forgotten, presence = _known(context)
    if as_json:
        rows = [_data(each, group, presence.get(each, Presence())) for each in known + forgotten]
        click.echo(json.dumps(rows, indent=2))
        return
    if not known:
        click.echo("Nobody yet. People are known from the first circle that they come to.")
    called = told_apart({each: group.names[each] for each in known})
    for person, name in called.items():
        says = _line(person, group, presence.get(person, Presence()))
        click.echo(f"{column(name, NAME_CELLS)}  {visible(says)}".rstrip())
    if forgotten:
        count = "1 person was" if len(forgotten) == 1 else f"{len(forgotten)} people were"
        click.echo(f"\n{count} forgotten.")


def _known(
    context: click.Context,
) -> tuple[list[PersonId], list[PersonId], Mapping[PersonId, Presence]]:
    """Everyone with a name, by name; everyone who was forgotten; when they were at circles."""
    presence: dict[PersonId, Presence] = {}
    with in_sentences():
        journal = Journal.read(journal_path(context))
        try:
            with journal.reading():
                names, met = journal.people.names(), journal.people.met()
                forgotten = journal.people.forgotten()
            for past in Group(journal.connection, journal.path).history():
                for person in past.attended:
                    before = presence.get(person, Presence())
                    presence[person] = Presence(before.circles + 1, past.day)
        finally:
            journal.close()
    known = sorted(met & names.keys(), key=lambda each: (names[each].casefold(), each))
    return known, sorted(met & forgotten), presence


def _line(person: PersonId, group: Remembered, presence: Presence) -> str:
    if person in group.state.departed:
        return f"left the group {full_date(group.state.departed[person])}"
    count = f"{presence.circles} circle{'' if presence.circles == 1 else 's'}"
    came = f"{count}, last {full_date(presence.last)}" if presence.circles else "no circle yet"
    return "; ".join(filter(None, (came, listed([*map(short, _roles(person, group))]))))


def _roles(person: PersonId, group: Remembered) -> list[str]:
    return [
        role.name
        for role in needed_roles(group.state)
        if any(term.person == person for term in role.held_on(group.today))
    ]


def _data(person: PersonId, group: Remembered, presence: Presence) -> dict[str, Any]:
    return {
        "id": person,
        "name": group.names.get(person),
        "forgotten": person not in group.names,
        "left": group.state.departed.get(person),
        "circles": presence.circles,
        "last": presence.last or None,
        "roles": _roles(person, group),
    }


@people.command()
@click.argument("name")
@ON
@click.pass_context
def leave(context: click.Context, name: str, on: str) -> None:
    """NAME left the group, and lets go of every role. The name stays: see forget."""
    with _at_the_group(context, on) as session:
        done(session, intents.LeaveGroup(anyone_meant(name, session.names)))


@people.command("return")
@click.argument("name")
@click.pass_context
def come_back(context: click.Context, name: str) -> None:
    """NAME is part of the group again, without the roles of before."""
    with _at_the_group(context) as session:
        done(session, intents.RejoinGroup(anyone_meant(name, session.names)))


@people.command()
@click.argument("name")
@click.argument("new")
@click.pass_context
def rename(context: click.Context, name: str, new: str) -> None:
    """NAME is called NEW from now on, in everything that is shown."""
    with _at_the_group(context) as session:
        person = anyone_meant(name, session.names)
        before = session.names[person]
        refusal = session.rename(person, storable(new))
        if refusal is not None:
            raise Sentence(refusal.words)
        click.echo(visible(f"{before} is called {session.names[person]}."))


@contextmanager
def _at_the_group(context: click.Context, on: str = "") -> Iterator[Session]:
    """A session between meetings at a journal that is there already."""
    with in_sentences():
        Journal.read(journal_path(context)).close()
    with between_meetings(context, on) as session:
        yield session


people.add_command(forget)
