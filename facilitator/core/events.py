"""What a fact can say: everything that happens in a circle, in the past tense.

What a fact creates (a person, a turn, a note) has the fact's own identity. People are named
by identity only, also inside texts.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from facilitator.core.agenda import Agenda, Filing
from facilitator.core.vocabulary import (
    NOBODY,
    THE_FACT_ITSELF,
    Direction,
    FactId,
    Hat,
    Mention,
    Outcome,
    PersonId,
    StepId,
    Text,
)

__all__ = [
    "NOBODY",
    "THE_FACT_ITSELF",
    "Direction",
    "FactId",
    "Hat",
    "Mention",
    "Outcome",
    "PersonId",
    "StepId",
    "Text",
]  # the words that facts are made of come with them


class Body(Struct, frozen=True):
    """What a fact says. A changed kind gets a new version and an upcaster."""

    kind: ClassVar[str]
    version: ClassVar[int] = 1


class ReplicaTaken(Body, frozen=True):
    """This copy of the journal writes under a name of its own from here on."""

    kind = "replica-taken"
    name: str
    previous: str = ""


class MeetingGathered(Body, frozen=True):
    """A meeting was called, with its agenda as it then was."""

    kind = "meeting-gathered"
    title: str
    agenda: Agenda
    utc_offset: int = 0
    """Minutes east of UTC where the meeting was held."""


class MeetingAbandoned(Body, frozen=True):
    """The meeting was called and never held."""

    kind = "meeting-abandoned"


class PersonArrived(Body, frozen=True):
    """Someone joined; with ``THE_FACT_ITSELF`` a person new to the group, made by this fact."""

    kind = "person-arrived"
    person: PersonId = THE_FACT_ITSELF
    newcomer: bool = False


class PersonMarked(Body, frozen=True):
    """Someone was marked as a newcomer, or no longer."""

    kind = "person-marked"
    person: PersonId
    newcomer: bool


class PersonSeated(Body, frozen=True):
    """Someone took the seat after another; after ``NOBODY`` is the first seat."""

    kind = "person-seated"
    person: PersonId
    after: PersonId


class PersonLeft(Body, frozen=True):
    """Someone went away; the seat is kept for a return. Before the opening, no seat is kept."""

    kind = "person-left"
    person: PersonId


class HatGiven(Body, frozen=True):
    """A hat changed heads; ``NOBODY`` takes it off."""

    kind = "hat-given"
    hat: Hat
    person: PersonId


class MeetingOpened(Body, frozen=True):
    """The circle began, where local time was so many minutes east of UTC."""

    kind = "meeting-opened"
    utc_offset: int


class StepBegan(Body, frozen=True):
    """The circle went to a step of its agenda; the one before is thereby left."""

    kind = "step-began"
    step: StepId


class RoundBegan(Body, frozen=True):
    """A round was opened: who starts, and which way it goes."""

    kind = "round-began"
    step: StepId
    start: PersonId
    direction: Direction = Direction.SUNWISE


class TurnBegan(Body, frozen=True):
    """Someone began to speak at a step, with so many seconds."""

    kind = "turn-began"
    person: PersonId
    round: FactId
    step: StepId
    seconds: int


class TurnEnded(Body, frozen=True):
    """A turn was over."""

    kind = "turn-ended"
    turn: FactId
    outcome: Outcome


class TurnPaused(Body, frozen=True):
    """A turn was interrupted; the time is not charged to the speaker."""

    kind = "turn-paused"
    turn: FactId


class TurnResumed(Body, frozen=True):
    """An interrupted turn went on."""

    kind = "turn-resumed"
    turn: FactId


class TurnExtended(Body, frozen=True):
    """A turn got so many seconds more (or fewer)."""

    kind = "turn-extended"
    turn: FactId
    seconds: int


class CirclePaused(Body, frozen=True):
    """Every clock stopped."""

    kind = "circle-paused"
    reason: str = ""


class CircleResumed(Body, frozen=True):
    """The clocks went on."""

    kind = "circle-resumed"


class NoteTaken(Body, frozen=True):
    """Something said was written down, under the step and the person who spoke."""

    kind = "note-taken"
    step: StepId
    person: PersonId
    text: Text
    filing: Filing = Filing.NOTE


class DecisionRecorded(Body, frozen=True):
    """The circle agreed on a wording."""

    kind = "decision-recorded"
    step: StepId
    text: Text


class CommitmentMade(Body, frozen=True):
    """Someone promised something; the due date is kept in the words that were used."""

    kind = "commitment-made"
    step: StepId
    owner: PersonId
    what: Text
    due: str = ""


class RoleOpened(Body, frozen=True):
    """A role was offered for claiming, to be held for so many days."""

    kind = "role-opened"
    step: StepId
    name: str
    purpose: str = ""
    days: int = 14


class RoleClaimed(Body, frozen=True):
    """Someone took a role on, from one ISO date until another, when the next term can begin."""

    kind = "role-claimed"
    role: FactId
    person: PersonId
    starts: str
    ends: str


class NextMeetingPlanned(Body, frozen=True):
    """When the circle meets again, in the words that were used, and who has which hat."""

    kind = "next-meeting-planned"
    when: str = ""
    facilitator: PersonId = NOBODY
    note_taker: PersonId = NOBODY


class MeetingClosed(Body, frozen=True):
    """The circle ended."""

    kind = "meeting-closed"


class Undone(Body, frozen=True):
    """Everything that one action wrote was taken back; undoing an undoing brings it back."""

    kind = "undone"
    target: FactId
