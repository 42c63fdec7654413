"""`facilitator line`: a circle in lines, for screen readers, slow links and scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import click

from facilitator.cli.circles import at_journal, call_circle
from facilitator.cli.completing import complete_agenda
from facilitator.cli.now import clock_of
from facilitator.cli.people import STANDARD_INPUT, read_people
from facilitator.cli.place import journal_path
from facilitator.cli.plans import plan
from facilitator.cli.problems import Sentence
from facilitator.core.agenda import Agenda
from facilitator.keeper import MinutesKeeper
from facilitator.line.desk import Desk
from facilitator.line.paper_roll import PaperRoll
from facilitator.line.reading import READ_AT_ONCE, Lines, standard_input
from facilitator.line.running import WRONG, Running
from facilitator.line.seating import seat
from facilitator.session import Session

EXAMPLES = """
\b
Examples:
  facilitator line debrief-commons     at a terminal; help lists the words
  facilitator line --join              the circle that waits, or goes on
  facilitator line --last              the last one that was closed: mend it
  facilitator line weekly-circle --people names.txt --script evening.txt
  facilitator line weekly-circle --people names.txt <evening.txt
"""


@click.command(epilog=EXAMPLES)
@click.argument("agenda", required=False, shell_complete=complete_agenda)
@click.option("--join", is_flag=True, help="Go to the circle that waits, or goes on elsewhere.")
@click.option("--last", is_flag=True, help="Go back to the last closed circle: add, or reopen it.")
@click.option(
    "--people",
    metavar="FILE",
    help="Seat these people: a file with a name on each line; - with --script.",
)
@click.option("--title", default="", help="What this circle is called; otherwise as its agenda.")
@click.option("--script", metavar="FILE", help="Take the lines from a file, and end with it.")
@click.pass_context
def line(  # noqa: PLR0913, PLR0917 - click's options
    context: click.Context,
    agenda: str | None,
    join: bool,
    last: bool,
    people: str | None,
    title: str,
    script: str | None,
) -> None:
    """Run a circle in lines: one command a line, and nothing is drawn.

    Everything that the keys of the screens do is a word here: next, pass, later, hand ines
    question, note ..., ! ..., = ..., undo, time, who, help. Enter alone says how things stand.

    From a pipe or a script the exit status is 0 if every line was understood, and 2 if not:
    then standard error says FILE:LINE: and why. The lines after it are carried out.
    """
    wanted = _wanted(agenda, join=join, last=last)
    if people == STANDARD_INPUT and script in (None, STANDARD_INPUT):
        raise Sentence("Standard input has the commands. Put the names, or the script, in a file.")
    if wanted is None and (people is not None or title):
        raise Sentence("--people and --title are for a new circle: name an agenda.")
    names = read_people(people) if people is not None else []
    path, clock = journal_path(context), clock_of(context)
    with _lines(script) as (read, source), at_journal(path, clock) as session:
        desk, roll = _desk(session, by_hand=script is None and PaperRoll.at_a_terminal())
        wrong = [] if wanted is None else _gather(desk, wanted, title, names)
        if join:
            _join(desk)
        elif last:
            _go_back(desk)
        for words in wrong:
            click.echo(f"facilitator: {words}", err=True)
        with closing(Lines(read)) as lines:
            status = Running(desk, lines, clock, roll, source).run()
    context.exit(status or (WRONG if wrong else 0))


def _wanted(agenda: str | None, *, join: bool, last: bool) -> Agenda | None:
    """The agenda of a new circle, or none where one is joined, or gone back to."""
    if (agenda is not None, join, last).count(True) != 1:
        raise Sentence(
            "Name an agenda for a new circle, --join the one that waits, or mend the --last one."
        )
    return plan(agenda) if agenda is not None else None


@contextmanager
def _lines(script: str | None) -> Iterator[tuple[Callable[[], bytes], str]]:
    """What reads the lines, and what it is called where something is wrong with one."""
    if script is None or script == STANDARD_INPUT:
        yield standard_input(), "stdin"
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(script).open("rb", buffering=0))
        except FileNotFoundError:
            raise Sentence(f"{script}: there is no such file.") from None
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise Sentence(f"{script}: can't be read ({reason}).") from None
        yield lambda: file.read(READ_AT_ONCE) or b"", script


def _desk(session: Session, *, by_hand: bool) -> tuple[Desk, PaperRoll]:
    roll = PaperRoll(by_hand=by_hand)
    return Desk(session, MinutesKeeper(session), roll.say, by_hand=by_hand), roll


def _gather(desk: Desk, plan: Agenda, title: str, names: list[str]) -> list[str]:
    """Call a meeting and seat people; why some were not seated, a sentence each."""
    call_circle(desk.session, plan, title)
    wrong = seat(desk, names) if names else []
    desk.tell_others()
    return wrong


def _join(desk: Desk) -> None:
    waiting = desk.session.group.waiting(1)
    if not waiting:
        raise Sentence("No circle waits. Start one with: facilitator line debrief-commons")
    desk.enter(waiting[0].id)


def _go_back(desk: Desk) -> None:
    last = desk.session.group.last_closed()
    if last is None:
        raise Sentence("No circle was closed yet. --join goes to the one that waits.")
    desk.enter(last)
