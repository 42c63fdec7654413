"""Rules for when every clock stands still: silence, breaks, the scribe's brake, sleep."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.events import Body, Stop
from facilitator.core.intents import Refusal
from facilitator.core.measures import MOST_MINUTES
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.state import Meeting, Pause

MINUTE = 60_000
TWO_PRESSES = 5_000
"""Breaks that end within so many milliseconds of each other are one that two people asked for."""


@rule(intents.PauseCircle, Stage.LIVE)
def pause_circle(case: Case, intent: intents.PauseCircle) -> Decision:
    """Anyone may call for silence, and the scribe may say "wait": every clock stops."""
    if case.meeting.stop is intent.stop:
        return Refusal("The circle is paused already.", already=True)
    return [events.CirclePaused(intent.reason.strip(), intent.stop)]


@rule(intents.ResumeCircle, Stage.LIVE)
def resume_circle(case: Case, intent: intents.ResumeCircle) -> Decision:
    """The clocks go on; or the stop that was interrupted does, a break until its time is over."""
    meeting = case.meeting
    if not meeting.paused:
        return Refusal("The circle is going on already.", already=True)
    if intent.stop not in (None, meeting.stop):
        return Refusal("That is over already.", already=True)
    for before in reversed(meeting.interrupted):
        if not before.until or before.until > case.here.now:
            return [events.CirclePaused(before.reason, before.stop, before.until)]
    return resumed(meeting)


@rule(intents.TakeBreak, Stage.LIVE, seat=True)
def take_break(case: Case, intent: intents.TakeBreak) -> Decision:
    """A break waits for the end of the turn that runs, and says when it is over."""
    meeting = case.meeting
    if not 0 <= intent.minutes <= MOST_MINUTES:
        return Refusal("A break has a length in minutes: 10.")
    if meeting.turn is not None:
        if meeting.break_planned == intent.minutes:
            return Refusal("That is so already.", already=True)
        return [events.BreakPlanned(intent.minutes)]
    if not intent.minutes:
        # Its turn was taken back, and the plan was not.
        planned = meeting.break_planned
        return (
            [events.BreakPlanned(0)] if planned else Refusal("No break is planned.", already=True)
        )
    begins = break_begins(case, intent.minutes * MINUTE)
    if meeting.pause is not None and abs(meeting.pause.until - begins.until) < TWO_PRESSES:
        return Refusal("The break has begun already.", already=True)
    return [begins]


def break_begins(case: Case, lasts: int) -> events.CirclePaused:
    """The break that begins now, and lasts so many milliseconds."""
    return events.CirclePaused(stop=Stop.BREAK, until=case.here.now + lasts)


@rule(intents.LeaveOut, Stage.LIVE, seat=True)
def leave_out(case: Case, intent: intents.LeaveOut) -> Decision:
    """While the machine slept nobody was charged."""
    opened = case.meeting.opened or 0
    began, ended = max(intent.began, opened), min(intent.ended, case.here.now)
    if began >= ended:
        return Refusal("Nothing of that time belongs to this circle.", already=True)
    if any(_holds(pause, began, ended) for pause in case.meeting.pauses):
        return Refusal("That time is left out already.", already=True)
    return [events.TimeLeftOut(began, ended)]


@rule(intents.SetClockBack, Stage.LIVE, seat=True)
def set_clock_back(_case: Case, intent: intents.SetClockBack) -> Decision:
    """What goes on goes on, though the machine's clock was set back."""
    if intent.by <= 0:
        return Refusal("The clock was not set back.", already=True)
    return [events.ClockSetBack(intent.by)]


def _holds(pause: Pause, began: int, ended: int) -> bool:
    """Whether a stretch lies in one that was left out before."""
    if pause.stop is not Stop.ASLEEP or pause.ended is None:
        return False
    return pause.began <= began and ended <= pause.ended


def resumed(meeting: Meeting) -> list[Body]:
    """What lets the clocks go on, if they stand still."""
    return [events.CircleResumed()] if meeting.paused else []
