"""Whose turn it is: next, pass, later, jump, rounds."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.amounts import minutes_of, seconds_of
from facilitator.core.events import Outcome
from facilitator.core.rounds import not_yet_heard, order, turn_seconds
from facilitator.core.state import Round, Turn
from facilitator.core.unheard import cut_short
from facilitator.core.walking import what_next
from facilitator.core.words import called, named, span
from facilitator.line import agenda, finding, leaving
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError

ROUND_FORMS = "again", "start", "turn", "each", "share"


@does("next")
def do_next(desk: Desk, _words: str) -> None:
    """The next thing, as things stand; after the last one, the close."""
    meeting = desk.meeting
    if meeting.opened is None:
        desk.move(intents.OpenCircle())
        return
    wanted = what_next(meeting)
    if wanted is None:
        leaving.close(desk, "")
    elif isinstance(wanted, intents.GoToStep):
        agenda.go(desk, wanted)
    elif isinstance(wanted, intents.AskAgain):
        _ask_again(desk, wanted)
    else:
        desk.move(wanted)


def _ask_again(desk: Desk, wanted: intents.AskAgain) -> None:
    going = desk.meeting.round
    people = not_yet_heard(desk.meeting, going) if going is not None else []
    if desk.send(wanted):
        desk.tell_others()
        desk.say(
            f"Not heard yet: {named(people, desk.names)}. Ask once more.",
            "jump NAME lets one speak; next goes on.",
        )


@does("begin")
def begin(desk: Desk, _words: str) -> None:
    """The circle begins with its first step."""
    desk.move(intents.OpenCircle())


@does("pass")
def do_pass(desk: Desk, _words: str) -> None:
    """The speaker passes."""
    _end_turn(desk, Outcome.PASSED)


@does("later")
def later(desk: Desk, _words: str) -> None:
    """Come back to the speaker."""
    _end_turn(desk, Outcome.LATER)


def _end_turn(desk: Desk, outcome: Outcome) -> None:
    desk.move(intents.EndTurn(running_turn(desk).id, outcome))


def running_turn(desk: Desk) -> Turn:
    """The turn that runs.

    Raises:
        LineError: nobody is speaking.
    """
    turn = desk.meeting.turn
    if turn is None:
        raise LineError("Nobody is speaking.")
    return turn


@does("jump")
def jump(desk: Desk, words: str) -> None:
    """Anyone speaks now."""
    person = finding.person(words, desk.meeting, desk.names)
    desk.move(intents.CallOn(person, desk.meeting.speaking or ""))


@does("round")
def do_round(desk: Desk, words: str) -> None:
    """The round: how it goes, or what is to change about it."""
    first, _, rest = words.partition(" ")
    if not first:
        desk.say(_round_words(desk))
        return
    form = finding.one_of(first, ROUND_FORMS, "form of round")
    meeting, rest = desk.meeting, rest.strip()
    if form == "again":
        _another(desk, rest)
        return
    going = _going_round(desk)
    match form:
        case "start":
            person = finding.person(rest, meeting, desk.names)
            desk.move(intents.TurnRound(going.id, start=person))
        case "turn":
            desk.move(intents.TurnRound(going.id, direction=going.direction.other))
        case "each":
            desk.do(intents.TimeRound(going.id, seconds=amount(seconds_of(rest), "each 90")))
        case _:
            shared = amount(minutes_of(rest), "share 10")
            if shared <= 0:
                raise LineError("Minutes above nothing: round share 10")
            desk.do(intents.TimeRound(going.id, share_minutes=shared))


def _another(desk: Desk, answer: str) -> None:
    """Another round; ask first if people in the one that goes on are not heard yet."""
    meeting, unheard = desk.meeting, cut_short(desk.meeting)
    after = meeting.last_round.id if meeting.last_round is not None else ""
    again = intents.BeginRound(meeting.step_id or "", after=after)
    if not unheard:
        desk.move(again)
        return
    desk.ask(
        f"{unheard.words(desk.names)} Begin another round without them?",
        "Another round was not begun",
        lambda: desk.move(again),
        answer,
    )


def _going_round(desk: Desk) -> Round:
    going = desk.meeting.round
    if going is None:
        raise LineError("There is no round just now. round again begins one.")
    return going


def _round_words(desk: Desk) -> str:
    meeting, going = desk.meeting, _going_round(desk)
    start = next(iter(order(meeting, going)), going.start)
    place = len(meeting.rounds_of(going.step))
    each = span(turn_seconds(meeting) * 1000)
    return f"Round {place}, {going.direction.value} from {called(start, desk.names)}, {each} each."


def amount(found: int | None, example: str) -> int:
    """An amount that was typed.

    Raises:
        LineError: it was none.
    """
    if found is None:
        raise LineError(f"How much? A number, or 1:30: {example}")
    return found
