"""Clocks, pauses, silence, breaks."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.agenda import ClockStyle
from facilitator.core.amounts import minutes_of, seconds_of
from facilitator.core.events import Stop
from facilitator.core.off_record import turned
from facilitator.core.timing import clock_style
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.listing import clocks
from facilitator.line.turning import amount, running_turn

USUAL_SECONDS, USUAL_BREAK = 30, 10
TIME_FORMS = "step", "turn", "clock"
PLANNED = "planned"


@does("pause")
def pause(desk: Desk, _words: str) -> None:
    """Stop the clock of the turn, or of the circle; or let it go on."""
    meeting, turn = desk.meeting, desk.meeting.turn
    if turn is not None and desk.session.has_seat:
        standing = turn.paused or meeting.paused
        desk.move(intents.ResumeTurn(turn.id) if standing else intents.PauseTurn(turn.id))
    else:
        stop = meeting.stop
        desk.move(intents.PauseCircle() if stop is None else intents.ResumeCircle(stop))


@does("silence")
def silence(desk: Desk, words: str) -> None:
    """Silence, or the end of it."""
    _stop(desk, Stop.SILENCE, words)


@does("wait")
def wait(desk: Desk, _words: str) -> None:
    """The circle waits for the notes, or goes on."""
    _stop(desk, Stop.CATCHING_UP, "")


@does("off")
def off(desk: Desk, _words: str) -> None:
    """Off the record, or on it again."""
    if desk.do(turned(desk.meeting)):
        desk.say_standing()


def _stop(desk: Desk, stop: Stop, reason: str) -> None:
    if desk.meeting.stop is stop:
        desk.move(intents.ResumeCircle(stop))
    else:
        desk.move(intents.PauseCircle(reason, stop))


@does("more")
def more(desk: Desk, words: str) -> None:
    """More time for the speaker."""
    _extend(desk, words, 1)


@does("less")
def less(desk: Desk, words: str) -> None:
    """Less time for the speaker."""
    _extend(desk, words, -1)


def _extend(desk: Desk, words: str, sign: int) -> None:
    turn = running_turn(desk)
    seconds = amount(seconds_of(words), "more 45") if words else USUAL_SECONDS
    wanted = intents.ExtendTurn(turn.id, sign * seconds)
    if clock_style(desk.meeting, turn) is ClockStyle.DOWN:
        desk.move(wanted)
    elif desk.do(wanted):
        desk.say_standing()


@does("break")
def do_break(desk: Desk, words: str) -> None:
    """A break, after the turn that runs; during a break, its end."""
    if desk.meeting.stop is Stop.BREAK and not words:
        desk.move(intents.ResumeCircle(Stop.BREAK))
        return
    minutes = amount(minutes_of(words), "break 10") if words else USUAL_BREAK
    running = desk.meeting.turn is not None
    if running:
        desk.do(intents.TakeBreak(minutes))
    else:
        desk.move(intents.TakeBreak(minutes))


@does("time")
def time(desk: Desk, words: str) -> None:
    """The clocks, or what is to change about them."""
    if not words:
        desk.say(*clocks(desk.meeting, desk.names, desk.session.now()))
        return
    first, _, rest = words.partition(" ")
    form = finding.one_of(first, TIME_FORMS, "form of time")
    step = desk.meeting.step_id or ""
    if form == "step":
        desk.do(intents.ExtendStep(step, amount(minutes_of(rest), "time step 5")))
    elif form == "turn":
        seconds = amount(seconds_of(rest), "time turn 45")
        desk.move(intents.ExtendTurn(running_turn(desk).id, seconds))
    else:
        _clock(desk, step, rest.strip())


def _clock(desk: Desk, step: str, words: str) -> None:
    first, _, name = words.partition(" ")
    known = [*(style.value for style in ClockStyle), PLANNED]
    word = finding.one_of(first, known, "clock")
    style = None if word == PLANNED else ClockStyle(word)
    if name.strip():
        person = finding.person(name, desk.meeting, desk.names)
        desk.do(intents.ChooseClock(style, person=person))
    else:
        desk.do(intents.ChooseClock(style, step=step))
