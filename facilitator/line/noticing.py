"""What is told although nobody typed: time that is over, clocks that jumped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from facilitator.clock import Clock, wall_and_steady
from facilitator.core.endings import Ending, Given, fresh
from facilitator.core.events import Setting, Stop
from facilitator.core.intents import LeaveOut, SetClockBack, Undo
from facilitator.core.state import Meeting
from facilitator.core.words import called
from facilitator.line.desk import Desk
from facilitator.waking import STOOD_STILL, Gap, SetBack, Waking, lasting, words_of

LEAST_GAP = 15_000
"""A program that was gone for less is not worth a line."""


class Noticing:
    """Looks at the clocks again and again, and tells each thing once."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._waking = Waking()
        self._told: set[Ending] = set()

    def look(self) -> bool:
        """Tell what the time brings; whether the bell is to ring for it."""
        self._look_at_jumps()
        meeting = self._desk.session.meeting
        if not self._desk.by_hand or meeting is None:
            return False
        ended = fresh(meeting, self._desk.session.now(), self._told)
        for each in ended:
            self._tell(each, meeting)
        return bool(ended) and rings(meeting)

    def _tell(self, ending: Ending, meeting: Meeting) -> None:
        """Say what is over; of a turn again each minute, if the group wants to hear it."""
        at_first = replace(ending, minutes=0)
        again = at_first in self._told
        self._told |= {ending, at_first}
        if not again:
            on = " next goes on." if ending.given is Given.BREAK else ""
            self._desk.say(f"{self._name(ending, meeting)}: time is up.{on}")
        elif rings(meeting):
            self._desk.say(f"{self._name(ending, meeting)}: {ending.minutes} min over.")

    def _name(self, ending: Ending, meeting: Meeting) -> str:
        match ending.given:
            case Given.TURN:
                return called(meeting.turns[ending.which].person, self._desk.names)
            case Given.STEP:
                return meeting.steps[ending.which].title
            case Given.BREAK:
                return "Break"

    def _look_at_jumps(self) -> None:
        """Nobody is charged for sleep, nor for a clock that was set."""
        jump = self._waking.look(*wall_and_steady(self._clock))
        meeting = self._desk.session.meeting
        if jump is None or meeting is None or not meeting.live:
            return
        self._desk.say(words_of(jump, meeting.utc_offset))
        if self._desk.session.has_seat:
            match jump:
                case Gap():
                    leave_out(self._desk, jump.began, jump.ended)()
                case SetBack():
                    self._desk.session.send(SetClockBack(jump.by))
                    self._desk.tell_others()


def rings(meeting: Meeting) -> bool:
    """Whether the group wants to hear that time is over."""
    return meeting.chosen(Setting.BELL)


def look_back(desk: Desk) -> Callable[[], None]:
    """If the program was gone while the clocks went on, charge nobody; what is given says so."""
    session, meeting = desk.session, desk.session.meeting
    seen, now = session.last_seen, session.now()
    # Whoever left stopped the clocks, and knows that they did.
    if meeting is None or not meeting.live or meeting.stop is Stop.LEFT or seen is None:
        return _nothing
    others = session.alive() - {session.terminal}
    if not session.has_seat or others or now - seen < LEAST_GAP:
        return _nothing
    tell = leave_out(desk, seen, now)

    def told() -> None:
        desk.say(f"The program was gone for {lasting(now - seen)}.")
        tell()

    return told


def leave_out(desk: Desk, began: int, ended: int) -> Callable[[], None]:
    """Charge a stretch to nobody; what is given says so.

    Somebody who is there is asked whether it counts after all.
    """
    if desk.meeting.paused:
        return partial(desk.say, STOOD_STILL)
    if desk.session.send(LeaveOut(began, ended)) is not None:
        return _nothing
    left_out = desk.session.state.facts[-1].action
    desk.tell_others()
    length = lasting(ended - began)

    def count() -> None:
        if desk.send(Undo(left_out)):
            desk.tell_others()
            desk.say(f"Counted: {length}.")
            desk.say_standing()

    words = f"Not counted: {length}."
    if desk.by_hand:
        return partial(desk.offer, f"{words} Count it after all?", f"{length} not counted", count)
    return partial(desk.say, f"{words} undo counts it.")


def _nothing() -> None:
    """There is nothing to say."""
