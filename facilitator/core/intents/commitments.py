"""Commitments: made, kept, renegotiated, released, carried. At a meeting, or between meetings."""

from __future__ import annotations

from facilitator.core.intents.sent import Intent
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, StepId, Text


class Commit(Intent, frozen=True):
    """Write down a promise; the due date stays in the words that were used.

    Attributes:
        step: the step of the meeting, if at one.
        due_on: the day that the words mean, an ISO date; empty if they mean none.
        others: who promises the same besides the owner; to each it is a commitment of their own.
    """

    what: Text
    step: StepId = ""
    owner: PersonId = NOBODY
    due: str = ""
    due_on: str = ""
    others: tuple[PersonId, ...] = ()


class CompleteCommitment(Intent, frozen=True):
    """Say whose a commitment is, or by when it will be done, where that was not said.

    Attributes:
        due: by when, in words.
        due_on: the day that they mean, an ISO date; empty if they mean none.
    """

    commitment: FactId
    owner: PersonId = NOBODY
    due: str = ""
    due_on: str = ""


class KeepCommitment(Intent, frozen=True):
    """What was promised is done."""

    commitment: FactId


class RenegotiateCommitment(Intent, frozen=True):
    """Agree anew on what is promised, or by when; ``None`` leaves a part as it is.

    Attributes:
        due: by when, in words.
        due_on: the day that they mean, an ISO date; empty if they mean none.
        reason: why, if that was said.
    """

    commitment: FactId
    due: str | None = None
    due_on: str = ""
    what: Text | None = None
    reason: Text = ()


class ReleaseCommitment(Intent, frozen=True):
    """Whoever promised it need not do it any more; a reason is said."""

    commitment: FactId
    reason: Text = ()


class CarryCommitment(Intent, frozen=True):
    """It goes on to the next meeting as it is."""

    commitment: FactId
