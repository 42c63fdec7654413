"""What is kept off the record, and what did not come of a topic."""

from __future__ import annotations

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import FactId, Lacking, StepId


class RecordStopped(Body, frozen=True):
    """From here on nothing is written down: the minutes say only that, and for how long."""

    kind = "record-stopped"


class RecordResumed(Body, frozen=True):
    """What is said is on the record again."""

    kind = "record-resumed"


class NothingCame(Body, frozen=True):
    """On leaving a step it was asked what came of it, and nothing (more) did."""

    kind = "nothing-came"
    step: StepId
    visit: FactId
    lacking: Lacking = Lacking.OUTCOME
