"""Steps that an earlier meeting did not get to: which are worth another try, and where they go."""

from __future__ import annotations

from msgspec import Struct

from facilitator.core.agenda import (
    AnyStep,
    Break,
    Closing,
    Commitments,
    Filing,
    Opening,
    Round,
    Step,
)
from facilitator.core.intents import AddStep, LetGo
from facilitator.core.state import Meeting
from facilitator.core.vocabulary import FactId, StepId


class Leftover(Struct, frozen=True):
    """A step of an earlier meeting that waits for another one.

    Attributes:
        meeting: where it was on the agenda, and
        step: as which step of it.
        day: the ISO date of that meeting.
        plan: what is planned.
        deferred: that meeting put it off on purpose.
    """

    meeting: FactId
    step: StepId
    day: str
    plan: AnyStep
    deferred: bool = False

    @property
    def title(self) -> str:
        """Its name on the agenda."""
        return self.plan.title

    @property
    def minutes(self) -> int:
        """The planned length."""
        return self.plan.minutes

    def taken_up(self, meeting: Meeting) -> AddStep:
        """What puts it on the agenda of a meeting, before that closes."""
        return AddStep(self.plan, before_closing(meeting), self.meeting, self.step)

    def let_go(self) -> LetGo:
        """What ends its being offered."""
        return LetGo(self.meeting, self.step)


def worth_offering(step: Step, *, deferred: bool) -> bool:
    """Whether a step that was not reached is worth bringing back.

    A welcome, a check-in, a break, a read-back, a check-out and a closing belong to the evening
    on which they were planned: nobody misses them at the next, which has its own. What a circle
    has deferred in so many words comes back, whatever it is.
    """
    return deferred or not (_is_closing(step) or isinstance(step, Opening | Break) or _greets(step))


def before_closing(meeting: Meeting) -> StepId:
    """The step behind which something new comes before the meeting closes; nothing: it is first.

    The close begins with the read-back, the check-out or the closing, whichever comes first.
    """
    plan = list(meeting.plan)
    while plan and _is_closing(meeting.steps[plan[-1]]):
        plan.pop()
    return plan[-1] if plan else ""


def _is_closing(step: Step) -> bool:
    checks_out = isinstance(step, Round) and step.filing is Filing.CHECK_OUT
    return checks_out or isinstance(step, Commitments | Closing)


def _greets(step: Step) -> bool:
    return isinstance(step, Round) and step.filing is Filing.CHECK_IN
