"""Elapsed, remaining and overrun, computed from recorded spans. Nothing here counts ticks.

All moments and lengths are milliseconds unless a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from facilitator.core.agenda import Break, ClockStyle
from facilitator.core.events import PersonId, StepId, Stop
from facilitator.core.rounds import turn_seconds, waiting
from facilitator.core.state import Meeting, Pause, Span, Turn

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST, LATEST = -62_135_000_000_000, 253_402_000_000_000

WARNING_SHARE = 5
"""The warning comes in the last fifth of a turn's time."""


class Phase(StrEnum):
    """How a turn stands to its time."""

    CALM = "calm"
    WARNING = "warning"
    OVER = "over"


class Reading(Struct, frozen=True):
    """A clock, read: what is gone, what was given, what is left (negative: the overrun)."""

    elapsed: int
    given: int

    @property
    def left(self) -> int:
        """Time left; below zero it is the overrun."""
        return self.given - self.elapsed

    @property
    def phase(self) -> Phase:
        """Whether the time is running out, or has."""
        if self.left <= 0:
            return Phase.OVER
        return Phase.WARNING if self.left * WARNING_SHARE <= self.given else Phase.CALM


def length(span: Span, now: int) -> int:
    """How long a span lasts so far; never negative, whatever the wall clock did."""
    return max(0, (now if span.ended is None else span.ended) - span.began)


def running(span: Span, pauses: Iterable[Span], now: int) -> int:
    """How long a span lasts so far without its pauses, which may overlap one another."""
    end = now if span.ended is None else span.ended
    total, reached = max(0, end - span.began), span.began
    for began, ended in sorted((p.began, now if p.ended is None else p.ended) for p in pauses):
        paused_from, paused_to = max(began, reached), min(ended, end)
        if paused_to > paused_from:
            total -= paused_to - paused_from
            reached = paused_to
    return total


def turn_reading(meeting: Meeting, turn: Turn, now: int) -> Reading:
    """The clock of a turn: pauses of the turn and of the circle are charged to nobody."""
    elapsed = running(turn.span, (*turn.pauses, *meeting.pauses), now)
    return Reading(elapsed, max(0, turn.seconds + turn.extended) * 1000)


def clock_style(meeting: Meeting, turn: Turn | None = None) -> ClockStyle:
    """How the clock is shown: as the person wants it, else as the step."""
    chosen = meeting.clocks.get(turn.person) if turn is not None else None
    if chosen is None and meeting.step_id is not None:
        chosen = meeting.clocks.get(meeting.step_id)
    if chosen is None and meeting.step is not None:
        chosen = meeting.step.clock
    return chosen if chosen is not None else ClockStyle.DOWN


def step_elapsed(meeting: Meeting, step: str, now: int) -> int:
    """The time spent on a step so far, over all visits, without pauses of the circle."""
    pauses = pauses_of(meeting)
    return sum(running(visit.span, pauses, now) for visit in meeting.visits if visit.step == step)


def step_reading(meeting: Meeting, now: int) -> Reading | None:
    """The clock of the step that goes on; ``None`` where no time is planned, or it is hidden."""
    step = meeting.step_id
    if step not in meeting.steps or clock_style(meeting) is ClockStyle.HIDDEN:
        return None
    planned = meeting.planned_minutes(step) * 60_000
    return Reading(step_elapsed(meeting, step, now), planned) if planned else None


def pauses_of(meeting: Meeting) -> list[Pause]:
    """When every clock stood still. A break had at a step planned for it is that step, no pause."""
    return [
        pause
        for pause in meeting.pauses
        if pause.stop is not Stop.BREAK
        or not isinstance(meeting.steps.get(step_at(meeting, pause.began) or ""), Break)
    ]


def step_at(meeting: Meeting, moment: int) -> StepId | None:
    """The step at which the circle was at a moment, or had been last."""
    before = (visit.step for visit in reversed(meeting.visits) if visit.span.began <= moment)
    return next(before, None)


def break_clock(meeting: Meeting, now: int) -> int | None:
    """What is left of the break that goes on, below zero if it is over; ``None`` if it is open."""
    pause = meeting.pause
    if pause is None or pause.stop is not Stop.BREAK or not pause.until:
        return None
    return pause.until - now


def step_left(meeting: Meeting, now: int, people: Sequence[PersonId] | None = None) -> int:
    """The time that the step going on still needs.

    A round needs a turn's time for each person still to be heard, and for everyone again if
    more rounds are planned; any other step what is left of its plan.

    Args:
        meeting: the meeting.
        now: UTC milliseconds.
        people: who is still to be heard in the round, where that is known already.
    """
    step, step_id = meeting.step, meeting.step_id
    if step is None or step_id is None:
        return 0
    going = meeting.round
    if going is None:
        return max(
            0, meeting.planned_minutes(step_id) * 60_000 - step_elapsed(meeting, step_id, now)
        )
    turn = meeting.turn
    left = max(0, turn_reading(meeting, turn, now).left) if turn is not None else 0
    if people is None:
        people = waiting(meeting, going)
    rounds = max(0, step.planned_rounds - len(meeting.rounds_of(step_id)))
    again = rounds * len(meeting.present) * step.turn_seconds
    return left + (len(people) * turn_seconds(meeting) + again) * 1000


def break_left(meeting: Meeting, now: int) -> int:
    """What is left of the break that goes on, and of the one agreed on for after this turn.

    At a step planned for it a break takes what it takes longer than the step.
    """
    agreed = max(0, meeting.break_planned) * 60_000
    left = break_clock(meeting, now)
    if left is None:
        return agreed
    planned = step_left(meeting, now) if isinstance(meeting.step, Break) else 0
    return agreed + max(0, left - planned)


def projected_end(meeting: Meeting, now: int, people: Sequence[PersonId] | None = None) -> int:
    """When the meeting will end if everything from here on takes the time planned for it.

    ``people`` as for ``step_left``.
    """
    if meeting.closed is not None:
        return meeting.closed
    here = break_left(meeting, now) + step_left(meeting, now, people)
    return now + here + sum(meeting.planned_minutes(step) * 60_000 for step in steps_ahead(meeting))


def planned_end(meeting: Meeting, now: int) -> int:
    """When the meeting ends by its agenda, as it was at the opening (before that, as it is now)."""
    if meeting.opened is None:
        return now + sum(map(meeting.planned_minutes, meeting.plan)) * 60_000
    return meeting.opened + meeting.announced_minutes * 60_000


def steps_ahead(meeting: Meeting) -> list[StepId]:
    """The steps of the plan behind the one going on to which the circle has not been, in order."""
    here = meeting.plan.index(meeting.step_id) + 1 if meeting.step_id in meeting.plan else 0
    seen = {visit.step for visit in meeting.visits}
    return [step for step in meeting.plan[here:] if step not in seen]


def local(at: int, utc_offset: int) -> datetime:
    """A moment as the wall clock in the room showed it; clamped to the years 1 to 9999.

    Args:
        at: UTC milliseconds.
        utc_offset: minutes east of UTC.
    """
    moment = EPOCH + timedelta(milliseconds=max(EARLIEST, min(LATEST, at)))
    return moment.astimezone(_zone(utc_offset))


@lru_cache(maxsize=64)
def _zone(utc_offset: int) -> timezone:
    return timezone(timedelta(minutes=max(-1439, min(1439, utc_offset))))


def local_date(at: int, utc_offset: int) -> date:
    """The date in the room at a moment in UTC milliseconds."""
    return local(at, utc_offset).date()
