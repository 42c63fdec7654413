"""The way through the agenda, and when every clock stands still."""

from __future__ import annotations

from facilitator.core.agenda import AnyStep, ClockStyle
from facilitator.core.intents.sent import Intent
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, StepId, Stop


class OpenCircle(Intent, frozen=True):
    """Begin the circle with the agenda's first step."""


class GoToStep(Intent, frozen=True):
    """Leave one step for another."""

    leaving: StepId
    step: StepId


class AddStep(Intent, frozen=True):
    """Put a step on the agenda, after another; one not reached before says where it was."""

    step: AnyStep
    after: StepId = ""
    from_meeting: FactId = ""
    from_step: StepId = ""


class MoveStep(Intent, frozen=True):
    """Put a step of the agenda after another; after nothing it is the first."""

    step: StepId
    after: StepId


class DropStep(Intent, frozen=True):
    """Take a step off the agenda; a deferred one is offered to the next meeting."""

    step: StepId
    deferred: bool = False


class LetGo(Intent, frozen=True):
    """Do not offer a step of an earlier meeting any more."""

    from_meeting: FactId
    from_step: StepId


class ExtendStep(Intent, frozen=True):
    """The room agrees to so many minutes more for a step, or fewer."""

    step: StepId
    minutes: int


class ChooseClock(Intent, frozen=True):
    """Show the clock otherwise: of a step, or to one person; ``None`` is as planned."""

    style: ClockStyle | None
    step: StepId = ""
    person: PersonId = NOBODY


class TickOff(Intent, frozen=True):
    """Someone has arrived at the muster."""

    step: StepId
    person: PersonId


class PauseCircle(Intent, frozen=True):
    """Stop every clock."""

    reason: str = ""
    stop: Stop = Stop.PAUSE

    @property
    def writes_down(self) -> bool:
        """Why it is asked for stands in the minutes, if that is said."""
        return bool(self.reason.strip())


class ResumeCircle(Intent, frozen=True):
    """End a stop: the clocks go on, or a stop that it had interrupted does.

    Attributes:
        stop: which one, so that two presses end one; ``None`` whichever goes on.
    """

    stop: Stop | None = None


class TakeBreak(Intent, frozen=True):
    """Break for so many minutes: at once, or after the turn that runs; 0 takes that back."""

    minutes: int


class LeaveOut(Intent, frozen=True):
    """Charge a stretch to nobody: the machine slept, or the program was gone."""

    began: int
    ended: int


class SetClockBack(Intent, frozen=True):
    """Go on counting although the machine's clock was set back by so many milliseconds."""

    by: int


class CloseCircle(Intent, frozen=True):
    """End the circle."""
