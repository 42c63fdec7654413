"""What minutes say about commitments: those made, and what became of earlier ones."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from facilitator.core.events import FactId, StepId
from facilitator.minutes.model_of_people import Who


class Promised(Struct, frozen=True):
    """A commitment as the meeting left it.

    Attributes:
        step: the identity of a stage.
        due: by when, in the words that were used.
        due_on: the day that they mean, an ISO date; empty if they mean none.
        state: ``open``, ``renegotiated``, ``carried``, ``kept`` or ``released``.
        reason: why it is so, if that was said.
    """

    id: FactId
    at: datetime
    step: StepId
    owner: Who | None
    what: str
    due: str
    due_on: str = ""
    state: str = "open"
    reason: str = ""


class FollowedUp(Struct, frozen=True):
    """A commitment of before the meeting, and what was said of it there.

    Attributes:
        promised: the ISO date on which it was made.
        lineage: all that became of it up to then, in words.
    """

    id: FactId
    owner: Who | None
    what: str
    due: str
    due_on: str
    state: str
    reason: str
    promised: str
    lineage: str
