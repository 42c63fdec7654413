"""A muster: a stopwatch against the planned minutes, who has come when, and who is missing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from facilitator.core import timing
from facilitator.core.events import PersonId, StepId
from facilitator.core.state import Attendance, Meeting
from facilitator.core.stretches import Stretches
from facilitator.core.words import called, listed, span


class Arrival(Struct, frozen=True):
    """Who was ticked off, and after how many milliseconds of the stopwatch."""

    person: PersonId
    after: int


class Muster(Struct, frozen=True):
    """A muster as it stands, or as it ended; times are milliseconds without pauses.

    Attributes:
        elapsed: what the stopwatch shows; it goes on until the circle leaves the step.
        planned: the time in which everyone should be there; 0 where none is planned.
        arrivals: in the order in which they came.
        missing: who takes part and was not ticked off, in seating order.
    """

    elapsed: int
    planned: int
    arrivals: tuple[Arrival, ...]
    missing: tuple[PersonId, ...]

    @property
    def took(self) -> int | None:
        """After how long the last one came; ``None`` while anybody is missing, or all are."""
        return self.arrivals[-1].after if self.arrivals and not self.missing else None

    @property
    def in_time(self) -> bool | None:
        """Whether all came within the planned time; ``None`` while that is open, or unplanned."""
        if not self.planned or not (self.arrivals or self.missing):
            return None
        if self.took is not None:
            return self.took <= self.planned
        return False if self.elapsed > self.planned else None


def muster(meeting: Meeting, step: StepId, now: int) -> Muster:
    """How a muster stands. Missing is who takes part as it goes on, or did when it ended.

    Whoever goes home in the middle of it is not missing. A second visit to the step goes on
    with the stopwatch of the first.

    Args:
        meeting: the meeting.
        step: a step that musters; of any other, everyone is missing.
        now: UTC milliseconds.
    """
    visits = [visit.span for visit in meeting.visits if visit.step == step]
    watch = Stretches(visits, now, without=meeting.pauses)
    ticked = meeting.mustered.get(step, {})
    arrivals = [Arrival(person, watch.before(at)) for person, at in ticked.items()]
    until = visits[-1].ended if visits else None
    return Muster(
        timing.step_elapsed(meeting, step, now),
        meeting.planned_minutes(step) * 60_000 if step in meeting.steps else 0,
        tuple(sorted(arrivals, key=lambda arrival: arrival.after)),
        tuple(
            person
            for person in meeting.seats
            if person not in ticked and _taking_part(meeting.attendance.get(person), until)
        ),
    )


def lines(found: Muster, names: Mapping[PersonId, str]) -> tuple[str, ...]:
    """``9 of 12 there after 4:02.`` and who is missing: for a card, and for the minutes."""
    people = len(found.arrivals) + len(found.missing)
    if not people:
        return ("Nobody was there to be ticked off.",)
    gone = found.elapsed if found.took is None else found.took
    head = f"{len(found.arrivals)} of {people} there after {span(max(1, gone))}"
    plan = f"the {found.planned // 60_000} min planned"
    if found.in_time is not None:
        head += (
            f", within {plan}" if found.in_time else f", {span(gone - found.planned)} over {plan}"
        )
    if not found.missing:
        return (f"{head}.",)
    return (f"{head}.", f"Missing: {listed([called(each, names) for each in found.missing])}.")


def arrival_lines(found: Muster, names: Mapping[PersonId, str]) -> tuple[str, ...]:
    """``0:45 Ana`` for each who has come, in that order."""
    return tuple(
        f"{span(max(1, each.after))} {called(each.person, names)}" for each in found.arrivals
    )


def _taking_part(attendance: Attendance | None, until: int | None) -> bool:
    """Whether a person takes part now, or did at a moment."""
    if attendance is None:
        return False
    if until is None:
        return attendance.here
    return any(
        stay.began <= until and (stay.ended is None or stay.ended >= until)
        for stay in attendance.spans
    )
