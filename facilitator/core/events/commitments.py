"""Commitments, from the day on which one is made until it is kept or released.

They outlast the meeting that they are said in; said in none, they belong to none. Days are ISO
dates in the room. What is due is kept in the words that were used, and as the day that they mean.
"""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, StepId, Text


class CommitmentMade(Body, frozen=True):
    """Someone promised something, on a day; ``due_on`` is empty if the words mean no day.

    The first version had neither day: what was written down then has ``on`` empty.
    """

    kind = "commitment-made"
    version: ClassVar[int] = 2
    lasts: ClassVar[bool] = True
    step: StepId
    owner: PersonId
    what: Text
    due: str = ""
    due_on: str = ""
    on: str = ""


class CommitmentCompleted(Body, frozen=True):
    """What was not said when it was made was said later: whose it is, or by when."""

    kind = "commitment-completed"
    lasts: ClassVar[bool] = True
    commitment: FactId
    on: str
    owner: PersonId = NOBODY
    due: str = ""
    due_on: str = ""


class CommitmentKept(Body, frozen=True):
    """What was promised is done."""

    kind = "commitment-kept"
    lasts: ClassVar[bool] = True
    commitment: FactId
    on: str


class CommitmentRenegotiated(Body, frozen=True):
    """What is promised, or by when, was agreed on anew: the whole of it, as it holds from then."""

    kind = "commitment-renegotiated"
    lasts: ClassVar[bool] = True
    commitment: FactId
    on: str
    what: Text
    due: str = ""
    due_on: str = ""
    reason: Text = ()


class CommitmentReleased(Body, frozen=True):
    """Whoever promised it need not do it any more, for a reason."""

    kind = "commitment-released"
    lasts: ClassVar[bool] = True
    commitment: FactId
    on: str
    reason: Text


class CommitmentCarried(Body, frozen=True):
    """It goes on to the next meeting as it is."""

    kind = "commitment-carried"
    lasts: ClassVar[bool] = True
    commitment: FactId
    on: str
