"""When each step and the meeting will end. What would have to give for that: ``core.relief``.

Moments are UTC milliseconds and lengths milliseconds, unless a name says minutes.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from facilitator.core import timing
from facilitator.core.events import StepId
from facilitator.core.state import Meeting, StepVisit


class Standing(StrEnum):
    """Where a step stands in the meeting."""

    BEEN = "been"
    HERE = "here"
    AHEAD = "ahead"
    NOT_REACHED = "not reached"


class StepForecast(Struct, frozen=True):
    """One step of the plan against the clock.

    Attributes:
        planned: minutes, with what the room agreed to; 0 where no time is planned.
        actual: what it took so far, without pauses of the circle.
        begins: when it began, or will; ``None`` if it was passed over or not reached.
        ends: when it ended, or will; ``None`` like ``begins``.
    """

    step: StepId
    standing: Standing
    planned: int
    actual: int
    begins: int | None
    ends: int | None


class Forecast(Struct, frozen=True):
    """The meeting against the clock.

    Attributes:
        steps: in the order of the plan.
        announced: the end that the agenda announced, counted from the opening.
        ends: when the meeting will end, or did.
    """

    steps: tuple[StepForecast, ...]
    announced: int
    ends: int

    @property
    def late(self) -> int:
        """How long after the announced end it ends; below zero, what is to spare."""
        return self.ends - self.announced


def forecast(meeting: Meeting, now: int) -> Forecast:
    """The plan as it will turn out if everything from here on takes the time planned for it.

    A step that the circle came back to began when it was there first. A step that was passed
    over is not planned for; neither is anything once the meeting is closed or abandoned.

    Args:
        meeting: the meeting; before it is opened, as if it were opened now.
        now: UTC milliseconds.
    """
    visits: dict[StepId, list[StepVisit]] = {}
    for visit in meeting.visits:
        visits.setdefault(visit.step, []).append(visit)
    ahead = _ahead(meeting, now)
    steps = []
    for step in meeting.plan:
        standing, begins, ends = Standing.NOT_REACHED, None, None
        if step in visits:
            standing, begins, ends = Standing.BEEN, *_been(visits[step], now)
        if step in ahead:
            begins, ends = ahead[step]
            standing = Standing.AHEAD
            if step in visits:
                standing, begins = Standing.HERE, visits[step][0].span.began
        steps.append(
            StepForecast(
                step,
                standing,
                meeting.planned_minutes(step),
                timing.step_elapsed(meeting, step, now) if step in visits else 0,
                begins,
                ends,
            )
        )
    return Forecast(
        tuple(steps), timing.planned_end(meeting, now), timing.projected_end(meeting, now)
    )


def _been(visits: list[StepVisit], now: int) -> tuple[int, int]:
    last = visits[-1].span.ended
    return visits[0].span.began, now if last is None else last


def _ahead(meeting: Meeting, now: int) -> dict[StepId, tuple[int, int]]:
    """From when until when the step going on, and each that is still to come, will be."""
    if meeting.closed is not None or meeting.abandoned:
        return {}
    reached = now + timing.break_left(meeting, now) + timing.step_left(meeting, now)
    found = {meeting.step_id: (now, reached)} if meeting.step_id is not None else {}
    for step in timing.steps_ahead(meeting):
        found[step] = (reached, reached + meeting.planned_minutes(step) * 60_000)
        reached = found[step][1]
    return found
