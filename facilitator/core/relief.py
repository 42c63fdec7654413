"""What would have to give for a meeting to end when it was announced to.

These are proposals to a room, which decides. Some things never give: the welcome, the close, the
read-back of commitments and the roles are what a circle is for (source: the debrief commons,
where before anyone leaves small roles are claimed and promises read back); and a break that
people were sent into lasts as long as they were told.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from facilitator.core import timing
from facilitator.core.agenda import Break, Closing, Commitments, Opening, Roles
from facilitator.core.events import Floor, StepId
from facilitator.core.rounds import turn_seconds, waiting
from facilitator.core.state import Meeting
from facilitator.core.words import minutes, span

MINUTE = 60_000

LEAST_SAVED = MINUTE
"""Milliseconds. Less is not worth the attention of a room."""

LEAST_EACH = 30
"""Seconds. Whoever gets less can say hello, but not what moves them."""

LEAST_BREAK = 5
"""Minutes. In less nobody is out of the door and back."""

NEVER_DROPPED = (Opening, Closing, Commitments, Roles, Break)
"""A break gives some of its time, but nobody is asked to sit through without one."""


class Kind(StrEnum):
    """What gives, and with it which intent makes it so.

    ``STEP``: ``DropStep``; the room says whether it is dropped or deferred.
    ``ROUND``: ``TimeRound`` with ``amount`` as seconds each.
    ``BREAK``: ``TakeBreak`` of ``amount`` minutes, or for a step ``ExtendStep`` to as many.
    ``TALK``: ``ExtendStep`` by ``amount`` minutes less.
    """

    STEP = "step"
    ROUND = "round"
    BREAK = "break"
    TALK = "talk"


class Relief(Struct, frozen=True):
    """One thing that could give.

    Attributes:
        kind: what it is.
        step: the step that gives; empty for a break that comes after the running turn.
        saves: milliseconds.
        late: milliseconds by which the meeting would be late without it.
        amount: as ``kind`` says.
        what: what would be done, in words: ``Drop or defer “Announcements”``.
    """

    kind: Kind
    step: StepId
    saves: int
    late: int
    amount: int
    what: str

    @property
    def missing(self) -> int:
        """Milliseconds by which the meeting would still be late."""
        return max(0, self.late - self.saves)

    @property
    def words(self) -> str:
        """``Drop or defer “Announcements”: 10 min``, and what that leaves missing."""
        words = f"{self.what}: {minutes(self.saves)}"
        return f"{words}, {_up(self.missing)} min still missing" if self.missing else words


def what_gives(meeting: Meeting, now: int) -> tuple[Relief, ...]:
    """What could give, each by itself, so that the meeting ends when it was announced to.

    Where something suffices alone, only what does is told, that which takes the least first.
    Where nothing does, everything that helps is told, that which helps most first, with what is
    still missing; they can be added up. Nothing, if less than a minute is missing at all.

    Args:
        meeting: the meeting.
        now: UTC milliseconds.
    """
    late = timing.projected_end(meeting, now) - timing.planned_end(meeting, now)
    if late < LEAST_SAVED or meeting.closed is not None or meeting.abandoned:
        return ()
    every = chain(
        _round(meeting, late),
        _talk(meeting, now, late),
        _breaks(meeting, late),
        _steps(meeting, late),
    )
    found = [relief for relief in every if relief.saves >= LEAST_SAVED]
    enough = [relief for relief in found if not relief.missing]
    if enough:
        return tuple(sorted(enough, key=lambda relief: relief.saves))
    return tuple(sorted(found, key=lambda relief: -relief.saves))


def _round(meeting: Meeting, late: int) -> Iterator[Relief]:
    """The same time for each who is still to be heard, as ``going_round.shared_seconds`` has it."""
    going, step = meeting.round, meeting.step_id
    people = len(waiting(meeting, going)) if going is not None else 0
    if step is None or not people:
        return
    each = turn_seconds(meeting)
    shared = max(LEAST_EACH, (people * each - _up(late, 1000)) // people // 5 * 5)
    what = f"{span(shared * 1000)} each in this round instead of {span(each * 1000)}"
    yield Relief(Kind.ROUND, step, people * (each - shared) * 1000, late, shared, what)


def _talk(meeting: Meeting, now: int, late: int) -> Iterator[Relief]:
    """Less time for the discussion that goes on, if it has any left."""
    step_id, step = meeting.step_id, meeting.step
    if step_id is None or step is None or meeting.floor is not Floor.STACK:
        return
    less = min(_up(late), timing.step_left(meeting, now) // MINUTE)
    yield Relief(Kind.TALK, step_id, less * MINUTE, late, less, f"End “{step.title}” sooner")


def _breaks(meeting: Meeting, late: int) -> Iterator[Relief]:
    """Shorter breaks, of those that have not begun."""
    if meeting.break_planned:
        yield _break(meeting.break_planned, late, "", "the break after this turn")
    for step in timing.steps_ahead(meeting):
        plan = meeting.steps[step]
        if isinstance(plan, Break):
            yield _break(meeting.planned_minutes(step), late, step, f"“{plan.title}”")


def _break(planned: int, late: int, step: StepId, name: str) -> Relief:
    shorter = max(LEAST_BREAK, planned - _up(late))
    what = f"Shorten {name} from {planned} to {shorter} min"
    return Relief(Kind.BREAK, step, (planned - shorter) * MINUTE, late, shorter, what)


def _steps(meeting: Meeting, late: int) -> Iterator[Relief]:
    """Steps that have not begun, dropped or deferred."""
    for step in timing.steps_ahead(meeting):
        plan = meeting.steps[step]
        if not isinstance(plan, NEVER_DROPPED):
            saves = meeting.planned_minutes(step) * MINUTE
            yield Relief(Kind.STEP, step, saves, late, 0, f"Drop or defer “{plan.title}”")


def _up(milliseconds: int, unit: int = MINUTE) -> int:
    """How many units it takes to make up for so many milliseconds."""
    return -(-milliseconds // unit)
