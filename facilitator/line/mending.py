"""What is written down, by numbers, and what is done with a line: mended, struck, moved, turned."""

from __future__ import annotations

from facilitator.core.capture import understand
from facilitator.core.events import NOBODY
from facilitator.core.forms import Kind
from facilitator.core.intents import MoveLine, Refusal, Rewrite, StrikeLine
from facilitator.core.line_history import history, struck_lines
from facilitator.core.lines import Line, line_of, lines_of
from facilitator.core.placing import here_and_now, intent_for
from facilitator.core.turning_lines import TURNS_INTO, turned
from facilitator.core.typed_again import anew, meant_in, typed_again
from facilitator.core.words import by, called, plain, sentence, time_of_day
from facilitator.dates import with_day
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.finding import Names
from facilitator.line.handling import does
from facilitator.line.orders import LineError

MOST_TOLD = 20
"""So many of the latest lines are listed, where not all are asked for."""

ANEW = "That line was struck meanwhile: this is written as a new one."


def _people(desk: Desk) -> Names:
    names = desk.names
    return {person: names[person] for person in desk.meeting.seats if person in names}


@does("lines")
def lines(desk: Desk, words: str) -> None:
    """The latest lines by numbers, or all of them; or those that are struck."""
    form = finding.one_of(words, ["all", "struck"], "form of lines") if words else ""
    if form == "struck":
        struck = [each.line for each in struck_lines(desk.session.state)]
        told = [_told(desk, line) for line in struck]
        hint = ["history lists what was done, and takes it back: so a line is there again."]
        desk.say(*(told + hint if told else ["No line is struck."]))
        return
    found = _known(desk)
    first = 0 if form else max(0, len(found) - MOST_TOLD)
    told = [f"{at} {_told(desk, line)}" for at, line in enumerate(found[first:], start=first + 1)]
    more = [f"{first} before these: lines all lists them."] if first else []
    desk.say(*(more + told if told else ["Nothing is written down yet."]))


@does("edit")
def edit(desk: Desk, words: str) -> None:
    """A line in other words, as it would be typed now; without words, as it could be typed."""
    line, rest = _meant(desk, words)
    people = meant_in(line, _people(desk), desk.names)
    if not rest:
        desk.say(typed_again(line, desk.meeting, people).words)
        return
    _send(desk, anew(understand(rest, people), line, desk.meeting))


@does("strike")
def strike(desk: Desk, words: str) -> None:
    """A line is no part of the minutes any more."""
    line, rest = _meant(desk, words)
    if rest:
        raise LineError(f"Only the number of a line stands behind this word, and not: {rest}")
    desk.do(StrikeLine(line.id))


@does("moveline")
def move_line(desk: Desk, words: str) -> None:
    """A line is another person's, or was said at another step."""
    line, rest = _meant(desk, words)
    first, _, behind = rest.partition(" ")
    where = behind.strip() if first.casefold() == "to" else rest
    if not where:
        raise LineError("Where to? Type a name, or the number of a step: moveline 3 to bo.")
    if where.isdecimal():
        desk.do(MoveLine(line.id, finding.step(where, desk.meeting), line.person))
    elif where.casefold() == "nobody":
        desk.do(MoveLine(line.id, line.step, NOBODY))
    else:
        desk.do(MoveLine(line.id, line.step, finding.person(where, desk.meeting, desk.names)))


@does("turn")
def turn(desk: Desk, words: str) -> None:
    """A line is of another kind."""
    line, rest = _meant(desk, words)
    kinds = {meaning: kind for kind, meaning in TURNS_INTO.items()}
    kind = kinds[finding.one_of(rest, kinds, "kind of line")]
    _send(desk, turned(line, kind, desk.meeting, _people(desk), desk.names))


@does("wording")
def wording(desk: Desk, words: str) -> None:
    """Every wording of a line, the first one first."""
    line, _ = _meant(desk, words)
    offset = desk.meeting.utc_offset
    desk.say(
        *(
            f"{time_of_day(each.at, offset)} {each.became.value} at {each.terminal}: "
            f"{_told(desk, each.line)}"
            for each in history(desk.session.state, line.id)
        )
    )


@does("undated")
def undated(desk: Desk, words: str) -> None:
    """A promise whose last words are no date."""
    captured = understand(f"! {words}", _people(desk), dated=False)
    desk.do(intent_for(captured, here_and_now(desk.meeting)))


def _send(desk: Desk, wish: Rewrite | Refusal) -> None:
    if isinstance(wish, Refusal):
        raise LineError(wish.words)
    gone = line_of(desk.session.state, desk.meeting, wish.line) is None
    if desk.do(with_day(wish, desk.session.today)) and gone:
        desk.say(ANEW)


def _told(desk: Desk, line: Line) -> str:
    """``Commitment: Chidi: borrow the PA, by friday.``."""
    kind = "" if line.kind is Kind.NOTE else f"{line.kind.value.capitalize()}: "
    whose = f"{called(line.person, desk.names)}: " if line.person else ""
    due = f", {by(line.due)}" if line.due else ""
    return sentence(f"{kind}{whose}{plain(line.text, desk.names)}{due}")


def _known(desk: Desk) -> list[Line]:
    """The lines in the order of writing; their numbers stay while others are struck."""
    state, meeting = desk.session.state, desk.meeting
    found = lines_of(state, meeting)
    desk.lines = tuple(line.id for line in found)
    return found


def _meant(desk: Desk, words: str) -> tuple[Line, str]:
    """The line of a number that was listed last, and the words behind the number.

    What was written since then has the numbers behind.

    Raises:
        LineError: there is none.
    """
    number, _, rest = words.partition(" ")
    now = [line.id for line in lines_of(desk.session.state, desk.meeting)]
    desk.lines = tuple(dict.fromkeys((*desk.lines, *now)))
    line = desk.lines[finding.number(number.rstrip(":."), len(desk.lines), "line")]
    found = line_of(desk.session.state, desk.meeting, line)
    if found is None:
        raise LineError("That line is not there any more.")
    return found, rest.strip()
