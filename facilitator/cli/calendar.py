"""`facilitator calendar`: the days that the group should not miss, for a calendar program."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from facilitator.cli import days
from facilitator.cli.by_hand import remembered
from facilitator.cli.now import clock_of
from facilitator.cli.problems import Sentence
from facilitator.journal.problems import TROUBLE
from facilitator.minutes.calendar import calendar as calendar_of
from facilitator.ui.text import visible

EXAMPLES = """
\b
Examples:
  facilitator calendar --output group.ics
  facilitator calendar > group.ics
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it the calendar goes to standard output.",
)
@click.pass_context
def calendar(context: click.Context, output: Path | None) -> None:
    """Make an iCalendar file: ends of terms, handoffs, commitments, circle and skill share.

    A calendar program imports it; a second import changes what is there and adds nothing twice.
    Words such as *soon* say no day, and are left out.
    """
    group = remembered(context)
    entries = [
        *days.of_roles(group.state, group.today, group.names),
        *days.of_commitments(group.state, group.names, group.titles),
        *days.of_next_meeting(group.agreed, group.names, _offset_on),
        *days.of_shares(group.share, group.early, group.state),
    ]
    now = datetime.fromtimestamp(clock_of(context).now() / 1000, UTC)
    made = calendar_of(entries, "Facilitator", now, group.lamport)
    if output is None:
        click.echo(made, nl=False)
        return
    try:
        output.write_bytes(made)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Sentence(f"{output} can't be written ({reason}).", TROUBLE) from None
    days_ahead = sum(not entry.called_off for entry in entries)
    count = f"{days_ahead} day{'' if days_ahead == 1 else 's'}"
    click.echo(f"{count} in {visible(str(output))}", err=not sys.stdout.isatty())


def _offset_on(day: date) -> int:
    """Minutes east of UTC here at the noon of a day."""
    offset = datetime.combine(day, time(12)).astimezone().utcoffset()
    return round(offset.total_seconds() / 60) if offset is not None else 0
