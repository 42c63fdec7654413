"""The way through the agenda: steps, and what becomes of them."""

from __future__ import annotations

from facilitator.core.agenda import AnyStep, ClockStyle
from facilitator.core.events.body import Body
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, StepId


class StepBegan(Body, frozen=True):
    """The circle went to a step of its agenda; the one before is thereby left."""

    kind = "step-began"
    step: StepId


class StepAdded(Body, frozen=True):
    """A step came onto the agenda, after another; after nothing it is the first.

    One that was not reached in a meeting before names that meeting and its step there.
    """

    kind = "step-added"
    step: AnyStep
    after: StepId = ""
    from_meeting: FactId = ""
    from_step: StepId = ""


class StepMoved(Body, frozen=True):
    """A step of the agenda changed its place; after nothing it is the first."""

    kind = "step-moved"
    step: StepId
    after: StepId


class StepDropped(Body, frozen=True):
    """A step was taken off the agenda; ``deferred`` offers it to the next meeting."""

    kind = "step-dropped"
    step: StepId
    deferred: bool = False


class LeftoverDropped(Body, frozen=True):
    """A step that an earlier meeting did not reach is not offered any more."""

    kind = "leftover-dropped"
    from_meeting: FactId
    from_step: StepId


class StepExtended(Body, frozen=True):
    """The room agreed to so many minutes more (or fewer) for a step."""

    kind = "step-extended"
    step: StepId
    minutes: int


class ClockChosen(Body, frozen=True):
    """How the clock is shown: in a step, or to one person in every step; ``None`` as planned."""

    kind = "clock-chosen"
    style: ClockStyle | None
    step: StepId = ""
    person: PersonId = NOBODY


class Mustered(Body, frozen=True):
    """Someone was ticked off against the stopwatch."""

    kind = "mustered"
    step: StepId
    person: PersonId
