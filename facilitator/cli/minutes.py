"""Commands for minutes: list them, read them, find their folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from msgspec.structs import asdict

from facilitator.cli.now import clock_of
from facilitator.cli.place import journal_path, print_path
from facilitator.cli.problems import Sentence, in_sentences
from facilitator.core.fold import fold
from facilitator.core.telling import unread_words
from facilitator.journal.group import Group, MeetingSummary
from facilitator.journal.store import Journal
from facilitator.keeper import minutes_folder
from facilitator.minutes.when import full_date
from facilitator.ui.text import fit, visible

if TYPE_CHECKING:
    from facilitator.minutes.model import Minutes


FORMATS = ("md", "json", "meetbot", "text")


@click.group()
def minutes() -> None:
    """Minutes of circles: read them, list them, find their folder."""


@minutes.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def list_minutes(context: click.Context, as_json: bool) -> None:
    """List the circles, the latest first."""
    with _reading(context) as journal:
        meetings = Group(journal.connection, journal.path).meetings()
    if as_json:
        click.echo(json.dumps([{**asdict(each), "status": each.status} for each in meetings]))
        return
    if not meetings:
        click.echo("No circle yet.")
    for number, each in enumerate(meetings, start=1):
        people = "1 person " if each.people == 1 else f"{each.people} people"
        title = fit(each.title, 35)
        click.echo(
            f"{number:>3}  {full_date(each.day):>15}  {people:>10}  {each.status:<9}  {title}"
        )


@minutes.command()
@click.argument("meeting", default="1")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="md",
    help="md: Markdown; text: plain, for a mail; meetbot: as MeetBot writes them; json: data.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.pass_context
def show(context: click.Context, meeting: str, form: str, as_json: bool) -> None:
    """Print the minutes of MEETING: its number in the list, or its identity.

    Without MEETING the latest ones; those of a circle that is still going on are a draft.
    """
    with _reading(context) as journal:
        wanted = find_meeting(Group(journal.connection, journal.path).meetings(), meeting)
        state = fold(journal.facts_of(wanted.id))
        names = journal.people.names()
    found = state.meetings.get(wanted.id)
    if found is None:
        raise Sentence(f"The facts of {wanted.title} can't be read by this version.", 1)
    if words := unread_words(state):
        click.echo(f"facilitator: {words}", err=True)
    now = clock_of(context).now()
    # Loaded here, since the other commands need no words for minutes.
    from facilitator.minutes.compose import compose  # noqa: PLC0415

    click.echo(_rendered(compose(state, found, names, now), "json" if as_json else form), nl=False)


def _rendered(minutes: Minutes, form: str) -> str:
    """Minutes in one of the formats."""
    match form:
        case "json":
            from facilitator.minutes.data import plain_data  # noqa: PLC0415

            return json.dumps(plain_data(minutes)) + "\n"
        case "text":
            from facilitator.minutes.plain import plain_text  # noqa: PLC0415

            return plain_text(minutes)
        case "meetbot":
            from facilitator.minutes.meetbot import meetbot_text  # noqa: PLC0415

            return meetbot_text(minutes)
        case _:
            from facilitator.minutes.markdown import render  # noqa: PLC0415

            return render(minutes)


@minutes.command("path")
@click.pass_context
def path_of_minutes(context: click.Context) -> None:
    """Print the folder that the minutes are written to."""
    print_path(minutes_folder(journal_path(context)))


def find_meeting(meetings: list[MeetingSummary], wanted: str) -> MeetingSummary:
    """A meeting by its number in the list, the latest first, or its identity.

    Raises:
        Sentence: there is none.
    """
    if not meetings:
        raise Sentence("There are no minutes yet. Run a circle first.")
    for number, each in enumerate(meetings, start=1):
        if wanted in (str(number), each.id):
            return each
    raise Sentence(
        f"There is no circle {visible(wanted)}. Numbers go from 1 to {len(meetings)}: "
        "see facilitator minutes list"
    )


@contextmanager
def _reading(context: click.Context) -> Iterator[Journal]:
    with in_sentences():
        journal = Journal.read(journal_path(context))
        try:
            with journal.reading():
                yield journal
        finally:
            journal.close()
