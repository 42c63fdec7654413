"""The command line. What draws loads the screens only when it is called."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator import __version__
from facilitator.cli.completing import complete_agenda
from facilitator.cli.lazily import LazyGroup
from facilitator.cli.place import journal_path

EXAMPLES = """
\b
Examples:
  facilitator                          the first screen
  facilitator rehearse                 try every key; nothing is kept
  facilitator start debrief-commons    seat people and begin
  facilitator notes                    take notes in a second terminal
  facilitator line debrief-commons     the same in lines, also for scripts
  facilitator minutes show             the minutes of the latest circle
  facilitator import irc log.txt       a meeting that was held elsewhere
"""


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXAMPLES,
)
@click.option(
    "--db",
    type=click.Path(path_type=Path, readable=False),
    envvar="FACILITATOR_DB",
    help="The journal's file, instead of the usual one in your data folder.",
)
@click.version_option(__version__, prog_name="facilitator")
@click.pass_context
def main(context: click.Context, db: Path | None) -> None:  # noqa: ARG001 - read by journal_path
    """Run a structured circle: rounds, turns, roles, commitments, minutes.

    Without a command the first screen opens.
    """
    if context.invoked_subcommand is None:
        from facilitator.cli.screens import open_home  # noqa: PLC0415

        open_home(journal_path(context))


@main.command()
@click.argument("agenda", shell_complete=complete_agenda)
@click.option(
    "--people",
    metavar="FILE",
    help="Seat these people: a file with a name on each line, or - for standard input.",
)
@click.option("--title", default="", help="What this circle is called; otherwise as its agenda.")
@click.pass_context
def start(context: click.Context, agenda: str, people: str | None, title: str) -> None:
    """Gather people for a circle on AGENDA, a name or a file.

    \b
    Examples:
      facilitator start debrief-commons
      facilitator start ./our-circle.toml --people names.txt --title "Flood kitchen"
    """  # noqa: D301 - the sign by which click leaves lines as they are
    from facilitator.cli.people import read_people  # noqa: PLC0415
    from facilitator.cli.plans import plan  # noqa: PLC0415

    wanted = plan(agenda)
    names = read_people(people) if people is not None else []

    from facilitator.cli.screens import open_gathering  # noqa: PLC0415

    open_gathering(journal_path(context), wanted, title, names)


@main.command()
@click.pass_context
def resume(context: click.Context) -> None:
    """Go to the circle that goes on in another terminal, or waits.

    Of several that were not closed it is the one at which the program is running; otherwise the
    one where something happened last.
    """
    from facilitator.cli.screens import open_latest  # noqa: PLC0415

    open_latest(journal_path(context))


@main.command()
@click.pass_context
def notes(context: click.Context) -> None:
    """Take notes at the circle, in a terminal of its own; any number of them.

    It goes to the circle that people are at, or to the next one that is called. Everything that
    is typed there is in the minutes; it waits for nobody and holds nobody up.
    """
    from facilitator.cli.screens import open_notes  # noqa: PLC0415

    open_notes(journal_path(context))


@main.command()
@click.pass_context
def room(context: click.Context) -> None:
    """Show the circle to the whole room, in large letters, in a terminal of its own.

    It goes to the circle that people are at by itself, and needs no keys; q closes it.
    """
    from facilitator.cli.screens import open_room  # noqa: PLC0415

    open_room(journal_path(context))


@main.command()
def rehearse() -> None:
    """Run a debrief with nine invented people; nothing of it is kept."""
    from facilitator.cli.screens import open_rehearsal  # noqa: PLC0415

    open_rehearsal()


main.modules = {
    "agendas": "facilitator.cli.agendas",
    "calendar": "facilitator.cli.calendar",
    "commitments": "facilitator.cli.commitments",
    "db": "facilitator.cli.db",
    "import": "facilitator.cli.importing:bring_in",
    "line": "facilitator.cli.line",
    "minutes": "facilitator.cli.minutes",
    "people": "facilitator.cli.membership",
    "skills": "facilitator.cli.skills",
    "roles": "facilitator.cli.roles",
}
