"""From the state to views of the circle: pure, and without a word of layout."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.core import timing
from facilitator.core.agenda import ClockStyle
from facilitator.core.events import Outcome, PersonId
from facilitator.core.rounds import order, outcomes, waiting
from facilitator.core.state import Meeting, Turn
from facilitator.core.words import minutes, span, time_of_day
from facilitator.ui.views import CircleView, Mark, Phase, SeatView, StepView

_MARKS = {Outcome.HEARD: Mark.HEARD, Outcome.PASSED: Mark.PASSED, Outcome.LATER: Mark.LATER}
_PHASES = {
    timing.Phase.CALM: Phase.CALM,
    timing.Phase.WARNING: Phase.WARNING,
    timing.Phase.OVER: Phase.OVER,
}

Names = Mapping[PersonId, str]


def name_of(person: PersonId, names: Names) -> str:
    """What a person is called; someone whose name is gone is someone."""
    return names.get(person, "someone")


class Showing:
    """One look at a meeting. What several parts of a screen ask is worked out once.

    It is good until the meeting changes; only what depends on the time is asked again.

    Attributes:
        waiting: who is still to be heard in the round that goes on, in order.
        said: how each person's latest turn in it came out.
    """

    def __init__(self, meeting: Meeting, names: Names) -> None:
        self._meeting = meeting
        self._names = names
        going = meeting.round
        self.waiting = waiting(meeting, going) if going is not None else []
        self.said = outcomes(meeting, going) if going is not None else {}

    def circle(self, now: int) -> CircleView:
        """The circle as it stands: people in seating order, question, clock, who is next."""
        meeting, step = self._meeting, self._meeting.step
        clock, left, phase = self.clock(now)
        return CircleView(
            seats=self._seats(),
            question=step.question if step is not None else meeting.title,
            clock=clock,
            caption=self._caption(),
            left=left,
            phase=phase,
        )

    def clock(self, now: int) -> tuple[str, float | None, Phase]:
        """The turn's clock: its reading, the share that is left by the second, its phase."""
        meeting, turn, step = self._meeting, self._meeting.turn, self._meeting.step
        if turn is None or step is None:
            return "", None, Phase.PAUSED if meeting.paused else Phase.IDLE
        reading = timing.turn_reading(meeting, turn, now)
        phase = Phase.PAUSED if turn.paused or meeting.paused else _PHASES[reading.phase]
        if step.clock is ClockStyle.HIDDEN:
            return "", None, Phase.PAUSED if phase is Phase.PAUSED else Phase.CALM
        seconds = max(0, -(-reading.left // 1000))
        left = seconds / (reading.given / 1000) if reading.given else 0.0
        return reading_text(reading, step.clock), min(1.0, left), phase

    def round_line(self, now: int) -> tuple[str, str, str]:
        """Who is still to be heard; which way the round goes; the time that it needs."""
        meeting, going, step = self._meeting, self._meeting.round, self._meeting.step
        if going is None or step is None:
            return "", "", ""
        later = [person for person in self.waiting if self.said.get(person) is Outcome.LATER]
        not_yet = len(self.waiting) - len(later)
        parts = [f"{not_yet} not yet" if not_yet else "everyone had a turn"]
        if later:
            parts.append("come back to " + ", ".join(self._name(person) for person in later))
        start = next(iter(order(meeting, going)), None)
        how = f"{going.direction.value} from {self._name(start)}" if start is not None else ""
        each = span(step.turn_seconds * 1000)
        left = minutes(timing.step_left(meeting, now, self.waiting))
        over = meeting.turn is None and not self.waiting
        return " · ".join(parts), how, f"{each} each" + ("" if over else f" · about {left} left")

    def headline(self, now: int) -> tuple[str, str, str]:
        """The title; the step's place and name; the time, the end, how it stands to the plan."""
        meeting, step_id, step = self._meeting, self._meeting.step_id, self._meeting.step
        where = ""
        if step is not None and step_id in meeting.plan:
            place = meeting.plan.index(step_id) + 1
            where = f"{place}/{len(meeting.plan)}  {step.title}"
        if meeting.closed is not None:
            closed = time_of_day(meeting.closed, meeting.utc_offset)
            return meeting.title, where, f"closed {closed}"
        end = timing.projected_end(meeting, now, self.waiting)
        late = round((end - timing.planned_end(meeting, now)) / 60_000)
        stand = f"{abs(late)} min {'over' if late > 0 else 'spare'}" if abs(late) > 2 else "on time"
        clock, ends = (time_of_day(at, meeting.utc_offset) for at in (now, end))
        return meeting.title, where, f"{clock}  ends {ends}  {stand}"

    def _seats(self) -> tuple[SeatView, ...]:
        meeting = self._meeting
        speaker = meeting.turn.person if meeting.turn is not None else None
        marks = {person: _MARKS[outcome] for person, outcome in self.said.items()}
        if self.waiting:
            marks[self.waiting[0]] = Mark.NEXT
        marks |= away(meeting)
        if speaker is not None:
            marks[speaker] = Mark.SPEAKING
        return seats(meeting, self._names, marks)

    def _caption(self) -> str:
        meeting, going, turn = self._meeting, self._meeting.round, self._meeting.turn
        if meeting.paused:
            return "paused · space goes on"
        following = self._name(self.waiting[0]) if self.waiting else ""
        if turn is not None:
            speaker = f"{self._name(turn.person)} speaks"
            return f"{speaker} · {following} next" if following else f"{speaker} · last"
        if going is None:
            return ""
        if following:
            return f"{following} {'next' if meeting.turns_in.get(going.id) else 'begins'}"
        return "everyone has been heard" if meeting.present else "nobody is here"

    def _name(self, person: PersonId) -> str:
        return name_of(person, self._names)


def seats(meeting: Meeting, names: Names, marks: Mapping[PersonId, Mark]) -> tuple[SeatView, ...]:
    """Everyone with a seat, in order, with their marks; those without one are waiting."""
    return tuple(
        SeatView(
            name_of(person, names),
            marks.get(person, Mark.WAITING),
            meeting.attendance[person].newcomer,
        )
        for person in meeting.seats
    )


def away(meeting: Meeting) -> dict[PersonId, Mark]:
    """The marks of those who have left again."""
    return {person: Mark.AWAY for person, was in meeting.attendance.items() if not was.here}


def reading_text(reading: timing.Reading, style: ClockStyle) -> str:
    """A clock's reading as the step wants it shown; past the end always as ``+0:12``."""
    if style is ClockStyle.HIDDEN:
        return ""
    if style is ClockStyle.UP and reading.left > 0:
        return span(max(1, reading.elapsed))
    return span(reading.left)


def step_views(meeting: Meeting, now: int) -> tuple[StepView, ...]:
    """The agenda with the time planned and the time taken."""
    visited = {visit.step for visit in meeting.visits}
    views = []
    for step_id in meeting.plan:
        step = meeting.steps[step_id]
        taken = timing.step_elapsed(meeting, step_id, now)
        here = step_id == meeting.step_id and meeting.closed is None
        mark = Mark.SPEAKING if here else Mark.HEARD if step_id in visited else Mark.WAITING
        views.append(
            StepView(
                mark.value,
                step.title,
                f"{step.minutes} min" if step.minutes else "",
                minutes(taken) if step_id in visited else "",
            )
        )
    return tuple(views)


def step_line(meeting: Meeting, now: int) -> str:
    """How long a step without turns has taken, of how long it was planned."""
    step, step_id = meeting.step, meeting.step_id
    if step is None or step_id is None:
        return ""
    taken = span(max(1, timing.step_elapsed(meeting, step_id, now)))
    if step.clock is ClockStyle.HIDDEN:
        return ""
    return f"{taken} of {step.minutes}:00" if step.minutes else taken


def is_over(meeting: Meeting, turn: Turn, now: int) -> bool:
    """Whether a turn's time has run out."""
    return timing.turn_reading(meeting, turn, now).phase is timing.Phase.OVER
