"""Off the record, and what came of a topic when it is left."""

from __future__ import annotations

from facilitator.core.intents.sent import Intent, Written
from facilitator.core.vocabulary import FactId, Lacking, StepId


class GoOffRecord(Intent, frozen=True):
    """From now on nothing is written down.

    Attributes:
        after: the stretch off the record that was the last one on the screen, so that two presses
            begin one; empty where there was none.
    """

    after: FactId = ""


class GoOnRecord(Intent, frozen=True):
    """End a stretch off the record, that one and no other."""

    stretch: FactId


class NothingCameOf(Written, frozen=True):
    """Answer what came of a step with *nothing*, or *nothing more*, and go to another one.

    Attributes:
        lacking: what was asked about, as it stood on the screen.
        line: the commitment that was asked about, or nothing.
    """

    leaving: StepId
    step: StepId
    lacking: Lacking
    line: FactId = ""
