"""What is told although nobody typed: time that is up, breaks that are over, clocks that jumped."""

from __future__ import annotations

from facilitator.clock import Clock, wall_and_steady
from facilitator.core import timing
from facilitator.core.agenda import ClockStyle
from facilitator.core.events import Setting, Stop
from facilitator.core.intents import LeaveOut, SetClockBack
from facilitator.core.state import Meeting
from facilitator.core.words import called, minutes
from facilitator.line.desk import Desk
from facilitator.waking import Gap, SetBack, Waking, words_of

MINUTE = 60_000
LEAST_GAP = 15_000
"""A program that was gone for less is not worth a line."""


class Noticing:
    """Looks at the clocks again and again, and tells each thing once."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._waking = Waking()
        self._told_of_turn: tuple[str, int, int] = ("", 0, 0)
        self._told_of_break = 0

    def look(self) -> bool:
        """Tell what the time brings; whether the bell is to ring for it."""
        self._look_at_jumps()
        meeting = self._desk.session.meeting
        if not self._desk.by_hand or meeting is None or not meeting.live:
            return False
        now = self._desk.session.now()
        return self._look_at_break(meeting, now) or self._look_at_turn(meeting, now)

    def _look_at_turn(self, meeting: Meeting, now: int) -> bool:
        turn = meeting.turn
        if turn is None or turn.paused or meeting.paused:
            return False
        if timing.clock_style(meeting, turn) is ClockStyle.HIDDEN:
            return False
        left = timing.turn_reading(meeting, turn, now).left
        over = -left // MINUTE
        before = self._told_of_turn
        if left > 0 or before == (turn.id, turn.extended, over):
            return False
        self._told_of_turn = (turn.id, turn.extended, over)
        name = called(turn.person, self._desk.names)
        if before[:2] != (turn.id, turn.extended):
            self._desk.say(f"{name}: time is up.")
        elif rings(meeting):
            self._desk.say(f"{name}: {over} min over.")
        return rings(meeting)

    def _look_at_break(self, meeting: Meeting, now: int) -> bool:
        pause = meeting.pauses[-1] if meeting.paused else None
        if pause is None or pause.stop is not Stop.BREAK or not 0 < pause.until <= now:
            return False
        if self._told_of_break == pause.began:
            return False
        self._told_of_break = pause.began
        self._desk.say("Break: time is up. next goes on.")
        return rings(meeting)

    def _look_at_jumps(self) -> None:
        """Nobody is charged for sleep, nor for a clock that was set; undo counts it after all."""
        jump = self._waking.look(*wall_and_steady(self._clock))
        meeting = self._desk.session.meeting
        if jump is None or meeting is None or not meeting.live:
            return
        self._desk.say(words_of(jump, meeting.utc_offset))
        if self._desk.session.has_seat:
            match jump:
                case Gap():
                    leave_out(self._desk, jump.began, jump.ended)
                case SetBack():
                    self._desk.session.send(SetClockBack(jump.by))
                    self._desk.tell_others()


def rings(meeting: Meeting) -> bool:
    """Whether the group wants to hear that time is over."""
    return meeting.chosen(Setting.BELL)


def look_back(desk: Desk) -> None:
    """If the program was gone while the clocks went on, charge nobody for that, and say so."""
    session, meeting = desk.session, desk.session.meeting
    seen = session.last_seen
    if meeting is None or not meeting.live or meeting.paused or seen is None:
        return
    others = session.alive() - {session.terminal}
    if session.has_seat and not others and session.now() - seen >= LEAST_GAP:
        leave_out(desk, seen, session.now())


def leave_out(desk: Desk, began: int, ended: int) -> None:
    """Charge a stretch to nobody, unless a break or a silence covers it already."""
    if desk.session.send(LeaveOut(began, ended)) is None:
        desk.tell_others()
        desk.say(f"Not counted: {minutes(ended - began)}. undo counts it.")
